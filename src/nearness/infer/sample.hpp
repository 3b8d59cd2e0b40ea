// Which moments of a diary are compared, and with what at hand.
//
// SAYS   A target is a recorded series that the model says something about. A moment is usable for it when the target,
//        its last value before, and every mapped cue were recorded; all predictors are judged on the same moments. The
//        first 70 % of a person's usable moments are for fitting, the others are held out. Nothing at hand at a moment
//        was recorded after it.
// CHECKED tests/infer/sample_test.cpp.
#pragma once

#include "nearness/infer/least_squares.hpp"
#include "nearness/observe/diary.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nearness::infer {

inline constexpr double fitted_share = 0.7;
// With fewer usable moments a person is left out. A diary of ten days leaves 8: its first has no day before, its last
// no day after.
inline constexpr std::size_t fewest_moments = 8;

struct Target {
    std::size_t variable = 0;  // in Diary::variables
    std::string name;
    std::string label;
    observe::Role role = observe::Role::behaviour;
    int lead = 0;     // prompts from the moment to the target
    double step = 0;  // smallest distance between two recorded values: the step of its scale

    bool proxy() const { return role == observe::Role::proxy; }
    // The outcome of the same moment: a check of the prediction itself, not of what follows from it.
    bool calibration() const { return role == observe::Role::outcome; }
    // The theory expects more of it where more pain is expected. It says nothing about a proxy.
    bool expected_to_rise() const { return !proxy(); }
};

// Behaviour, its further records, proxies; the outcome last.
std::vector<Target> targets(const observe::Diary& diary);

// What the model said about one person's diary, one value a moment.
struct Forecast {
    std::vector<double> threat;      // V, expected pain
    std::vector<double> protection;  // mean protective activation
};

// What a prediction can be made from, as columns of Sample::at_hand.
enum Regressor : int { last_value, threat, protection, first_cue };

// One person's usable moments for one target.
struct Sample {
    std::size_t person = 0;
    std::vector<std::size_t> moment;  // in the person's series
    std::vector<double> target;
    Columns at_hand;         // [Regressor][usable moment]; cues follow in the diary's order
    std::size_t fitted = 0;  // the first so many are for fitting
    std::size_t held = 0;    // from here on they are held out; between the two are values not yet known then

    std::size_t size() const { return moment.size(); }
};

struct Samples {
    std::vector<Sample> persons;  // those who are compared
    int too_few = 0;              // left out: fewer than `fewest_moments` usable moments
    int unvarying = 0;            // left out: the target never changes while fitting
    int not_numbers = 0;          // moments left out because the model's prediction is not a number

    std::size_t moments() const;
    std::size_t held_out() const;
};

// `forecasts` has one entry a person, for all persons of the diary or the first so many.
Samples samples(const observe::Diary& diary, const Target& target, const std::vector<Forecast>& forecasts);

}  // namespace nearness::infer
