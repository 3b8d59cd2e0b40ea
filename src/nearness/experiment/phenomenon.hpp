// A phenomenon of the learning laboratory: what is known to happen in a design, as an order of responses at named places.
//
//     control: 3 B > blocking: 3 B          in the third phase B is answered more in one group than in the other
//     2 A > 4 A > 0.1                       more in the second phase than in the fourth, and there above 0.1
//     3 A last > 4 A first                  the last trial of a kind, the first; else the mean of all
//
// GRAMMAR   order = term, " > ", term, { " > ", term } ;  term = number | [ group, ":" ], phase, kind, [ "first" | "last" ] ;
//           a kind is written as in the design, without its count, its "#" and blanks.
// SHOWN     where every term of every order exceeds the next: by `by` between two places, at all beside a number. What is
//           compared is the learner's response; where draws matter, the mean of all subjects.
// CHECKED tests/experiment/phenomenon_test.cpp; the shipped ones, learner by learner, in tests/io/phenomena_test.cpp.
#pragma once

#include "nearness/experiment/trials.hpp"
#include "nearness/memory/learners/learners.hpp"

#include <functional>
#include <variant>

namespace nearness::experiment {

enum class Which { all, first, last };

struct Reading {
    int group = 0;
    int phase = 0;
    int kind = 0;
    Which which = Which::all;
};

using Term = std::variant<Reading, double>;
using Order = std::vector<Term>;

struct Phenomenon {
    Design design;
    Timing timing;
    std::vector<Order> orders;
    double by = 0.05;
};

// `orders` empty where the text could not be read; the problem then says where and why.
struct ParsedOrder {
    Order order;
    std::vector<Misread> problems;
};
ParsedOrder parse_order(std::string_view text, const Design& design);

// What a reading is called: as it is written.
std::string written(const Reading& reading, const Design& design);

// The responses of one group, trial by trial, one learner, mean over subjects; kinds and phases are those of `steps`.
struct Curve {
    std::vector<Step> steps;  // of the first subject
    std::vector<double> response;
};

struct Evaluation {
    bool shown = false;
    double least = 0;  // of all differences that count, the smallest; less the margin, 0 is just shown
    std::vector<std::vector<double>> values;  // [order][term]
    std::vector<Curve> curves;                // [group]
};

double read(const Reading& reading, const std::vector<Curve>& curves);
Evaluation evaluate(const Phenomenon& phenomenon, std::vector<Curve> curves);

// Whether two subjects with the same parameters can differ.
template <learners::Learner L>
inline constexpr bool draws = L::name == "latent-cause-particles";

// Runs a learner through every group.
template <learners::Learner L>
std::vector<Curve> curves_of(const Phenomenon& phenomenon, const typename L::Parameters& parameters,
                             std::uint64_t seed = 1, int subjects = 20) {
    const typename L::Derived derived = L::derive(parameters, phenomenon.design.setting());
    std::vector<Curve> curves;
    for (const Group& group : phenomenon.design.groups) {
        const int needed = draws<L> || is_drawn(group) ? subjects : 1;
        Curve curve;
        for (int subject = 0; subject < needed; ++subject) {
            const auto who = static_cast<std::uint32_t>(subject);
            std::vector<Step> steps = lay_out(phenomenon.design, group, timing_for<L>(phenomenon.timing), seed, who);
            curve.response.resize(steps.size());
            typename L::State state = L::begin(derived);
            for (std::size_t i = 0; i < steps.size(); ++i) {
                const random::Stream stream{seed, who, {0, static_cast<std::uint32_t>(i), random::encounters}};
                const auto predicted = learners::live<L>(state, derived, steps[i].trial, stream);
                curve.response[i] += predicted.response / needed;
            }
            if (subject == 0) curve.steps = std::move(steps);
        }
        curves.push_back(std::move(curve));
    }
    return curves;
}

}  // namespace nearness::experiment
