// All claims again and again, each time with something different in everybody: what regions and knock-outs have in common.
//
// A run of a sweep is small (its persons are few) and is written down whole, so that a sweep can end at any run and go on
// later: the numbers of a run depend on nothing but its name and the suite.
#pragma once

#include "nearness/claims/suite.hpp"

namespace nearness::study {

// One expectation in one run.
struct Found {
    double value = 0, error = 0, low = 0, high = 0;
    bool operator==(const Found&) const = default;
};

struct Run {
    std::string name;
    std::vector<double> parameters;         // of a draw, in the order of `swept_keys`; empty otherwise
    std::vector<std::vector<Found>> found;  // claim by claim, expectation by expectation
};

struct Planned {
    std::string name;
    claims::Variation variation;
    std::vector<double> parameters;
};

struct SweepOptions {
    int persons = 48;
    int threads = 0;
    std::function<void(double share)> progress;
    const std::atomic<bool>* cancel = nullptr;
};

// Lives the plans that `done` does not hold yet, one after the other, and hands each to `receive` as soon as it is there.
// Returns false when cancelled.
bool sweep(const claims::Suite& suite, const std::vector<const claims::Claim*>& claims,
           const std::vector<Planned>& plans, const std::vector<Run>& done, const SweepOptions& options,
           const std::function<void(Run&&)>& receive);

// What the sweep's numbers depend on beside the program: claims as they expect, lives as resolved, persons.
std::string sweep_hash(const claims::Suite& suite, const std::vector<const claims::Claim*>& claims, int persons,
                       std::string_view version);

// Of one claim in one run: by the intervals, as in a run of its own.
claims::Verdict verdict(const claims::Claim& claim, const std::vector<Found>& found);

}  // namespace nearness::study
