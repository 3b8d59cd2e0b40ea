// A set-goal control system: distance is regulated, and rejection moves the distance that is wanted.
//
// SAYS   There is a distance at which somebody is at ease. Closer than that is too close, and more so the closer; whoever was
//        rejected more wants more of it. What was lived is kept as that one number: not who, not where, and not the level of
//        closeness at which it hurt.
// EQUATIONS (distance 1 − x_closeness; emotional distance 1 − attention, felt in proportion to closeness)
//   (set_goal.1) need = −a (distance − ε_av) + c x_closeness (emotional distance − ε_am)
//                     = a (ε_av − 1 + x_closeness) + c (x_closeness (1 − ε_am) − x_attention)
//   (set_goal.2) V(x) = clip(need): an alarm where somebody is closer than the set goal, and when near without being met
//   (set_goal.3) after an encounter  ε_av += rejection_rate r (1 − ε_av) − acceptance_rate (1 − r)(1 − credit A*) ε_av
// WHY    The need is read as the need for distance: with the signs of CLAIMS it is positive where distance falls short of
//        ε_av, the distance that is tolerated. The need for closeness is the bond's, as ever. Emotional distance counts in proportion
//        to closeness: it is nothing to somebody far away. V rises with closeness wherever a > c (ε_am − 1 + attention), so the
//        gradient is monotone.
// LIMITS (set_goal.3) is ours: the source has no learning rule. The edge lies at 1 − ε_av + θ/a or above when attention is
//        as usual, so that it cannot fall below θ/a.
// SOURCE Gagliardi 2022 and a public re-implementation, after NEIGHBOURS 1.6 (to verify): a = 1, c = 1.
// CHECKED tests/memory/stand_ins_test.cpp, against the closed form.
#pragma once

#include "nearness/memory/stand_ins/stand_in.hpp"

namespace nearness::stand_ins {

template <class Real>
struct SetGoal {
    static constexpr std::string_view name = "set-goal";
    static constexpr std::string_view title = "set goal";
    using Number = Real;

    struct Parameters {
        Real distance_gain, emotional_gain, distance, emotional_distance, rejection_rate, acceptance_rate;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            using enum Quantity;
            using enum Prior;
            visit(Field{"set_goal.distance_gain", "a", number, "", 1, 0, 10, log_normal,
                        "alarm per distance that is missing", design_choice, "edge", Direction::down},
                  self.distance_gain);
            visit(Field{"set_goal.emotional_gain", "c", number, "", 1, 0, 10, log_normal,
                        "alarm per emotional distance beyond what is tolerated", design_choice},
                  self.emotional_gain);
            visit(Field{"set_goal.distance", "ε_av", number, "", 0.1, 0, 1, logit_normal,
                        "the distance a newborn is at ease with", design_choice, "edge", Direction::down, "at birth"},
                  self.distance);
            visit(Field{"set_goal.emotional_distance", "ε_am", number, "", 0.2, 0, 1, logit_normal,
                        "emotional distance that is tolerated", design_choice, "edge", Direction::up},
                  self.emotional_distance);
            visit(Field{"set_goal.rejection_rate", "", number, "", 0.02, 0, 1, log_normal,
                        "how fast rejection moves the set goal away", design_choice, "edge", Direction::down},
                  self.rejection_rate);
            visit(Field{"set_goal.acceptance_rate", "", number, "", 0.005, 0, 1, log_normal,
                        "how fast acceptance brings it back", design_choice, "edge", Direction::up},
                  self.acceptance_rate);
        }
    };
    struct State {
        Real distance{};  // ε_av
    };

    static State begin(const Parameters& parameters) { return {parameters.distance}; }
    static Real predict(const State& state, const Parameters& parameters, const Sight<Real>& sight) {
        const Real& near = sight.value[memory::closeness];
        const Real emotional = near * (1.0 - parameters.emotional_distance) - sight.value[memory::attention];
        return parameters.distance_gain * (state.distance - 1.0 + near) + parameters.emotional_gain * emotional;
    }
    static void learn(State& state, const Parameters& parameters, const Sight<Real>&,
                      const memory::Lesson<Real>& lesson, const Real& counted) {
        const Real& r = lesson.outcome;
        state.distance += parameters.rejection_rate * r * (1.0 - state.distance) -
                          parameters.acceptance_rate * (1.0 - r) * counted * state.distance;
    }
};

static_assert(StandIn<SetGoal<double>>);

}  // namespace nearness::stand_ins
