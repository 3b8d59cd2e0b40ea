// Null persons: what a claim has to tell from the theory, because nothing in them learned that closeness hurts.
//
// SAYS   No alarm: nothing is ever predicted. Constant alarm: the worst always is. Random activation: the worst or nothing, by a
//        coin for every encounter that knows neither person nor other. (The fourth null person has the theory's own memory,
//        which changes nothing after childhood: memory.learns_until in memory/rivals.hpp.)
// EQUATIONS
//   (null_persons.1) V(x) = 0
//   (null_persons.2) V(x) = 1
//   (null_persons.3) V(x) = 1 with probability p, drawn for each encounter, else 0; between encounters as in the last one
// LIMITS V is the same at every closeness, so that an edge is 0 or 1 and no trigger differs from another. Before the first
//        encounter, and on the typical path, a random activation has V = p.
// SOURCE CLAIMS, null persons.
// CHECKED tests/memory/stand_ins_test.cpp, tests/claims/stand_ins_test.cpp.
#pragma once

#include "nearness/memory/stand_ins/stand_in.hpp"

namespace nearness::stand_ins {

template <class Real>
struct NoAlarm {
    static constexpr std::string_view name = "no-alarm";
    static constexpr std::string_view title = "no alarm";
    using Number = Real;
    using Parameters = Nothing;
    struct State {};

    static State begin(const Parameters&) { return {}; }
    static Real predict(const State&, const Parameters&, const Sight<Real>&) { return Real(0); }
};

template <class Real>
struct ConstantAlarm {
    static constexpr std::string_view name = "constant-alarm";
    static constexpr std::string_view title = "constant alarm";
    using Number = Real;
    using Parameters = Nothing;
    struct State {};

    static State begin(const Parameters&) { return {}; }
    static Real predict(const State&, const Parameters&, const Sight<Real>&) { return Real(1); }
};

template <class Real>
struct RandomActivation {
    static constexpr std::string_view name = "random-activation";
    static constexpr std::string_view title = "random activation";
    using Number = Real;

    struct Parameters {
        Real probability;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            visit(Field{"random_activation.probability", "p", Quantity::number, "", 0.5, 0, 1, Prior::logit_normal,
                        "how likely an encounter is one of alarm", design_choice, "protective_use", Direction::up},
                  self.probability);
        }
    };
    struct State {
        Real predicted{};
    };

    static State begin(const Parameters& parameters) { return {parameters.probability}; }
    static void about_to_meet(State& state, const Parameters& parameters, const random::Stream& draws, bool typical) {
        const double drawn = typical ? 0 : draws.uniform(random::Purpose::activation);
        state.predicted = typical ? parameters.probability : Real(drawn < math::primal(parameters.probability) ? 1 : 0);
    }
    static Real predict(const State& state, const Parameters&, const Sight<Real>&) { return state.predicted; }
};

static_assert(StandIn<NoAlarm<double>> && StandIn<ConstantAlarm<double>> && StandIn<RandomActivation<double>>);

}  // namespace nearness::stand_ins
