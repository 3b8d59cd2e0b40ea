// Means over simulated subjects: of each trial of a kind, and of a kind as a whole.
#pragma once

#include "nearness/experiment/simulate.hpp"

#include <limits>

namespace nearness::experiment {

// Running mean and spread (Welford 1962).
struct Moments {
    int n = 0;
    double mean = 0;
    double squares = 0;  // summed, around the mean

    void add(double value) {
        ++n;
        const double off = value - mean;
        mean += off / n;
        squares += off * (value - mean);
    }
    // NaN with fewer than two.
    double standard_deviation() const;
    double standard_error() const;
    // Half the width of the 95 % interval of the mean, normal approximation.
    double half_width() const { return 1.96 * standard_error(); }
};

// The n-th trial of a kind in a phase of a group, over subjects.
struct TrialMean {
    int phase = 0, kind = 0, repetition = 0;
    Moments number;                // of the trial in the experiment, from 1: drawn orders differ
    Moments time;                  // in the learner's unit
    std::vector<Moments> outputs;  // in the order of outputs_of
};

// All of one learner in one group, by phase, then mean place in the experiment.
struct GroupMeans {
    int learner = 0, group = 0;
    std::vector<TrialMean> trials;
};

// A kind of trials of a phase as a whole. Indices into GroupMeans::trials.
struct KindMeans {
    int phase = 0, kind = 0;
    std::vector<std::size_t> trials;  // in their order
};
std::vector<KindMeans> kinds_of(const GroupMeans& means);

// Fed with courses in the order in which `simulate` hands them on.
class MeansCollection {
public:
    void add(const Course& course);
    // Sorted; after the last course.
    std::vector<GroupMeans> take();

private:
    std::vector<GroupMeans> all_;
};

}  // namespace nearness::experiment
