// Distance as a trait: how much closeness troubles somebody is given once, and nothing that happens changes it.
//
// SAYS   Some people keep their distance and others do not, as some are tall. The trait shows the more the closer somebody
//        comes; whoever it is, and whatever was lived, it is the same.
// EQUATIONS
//   (fixed_trait.1) level = logistic(logit(mean) + spread z), z a standard normal, drawn once a person
//   (fixed_trait.2) V(x) = level (1 − rise + rise x_closeness)
// LIMITS Protection, parts and bond are as ever, so that sessions with protectors still change what is done about V. "Low
//        appetite", the other trait by which closeness may be avoided, needs no stand-in: no alarm, and a need
//        and an approach that are slow (bond.need_rate, encounter.approach_rate; claims/stand_ins.hpp).
// SOURCE CLAIMS, R6; mean and spread are ours, so that edges spread around those of an adverse childhood.
// CHECKED tests/memory/stand_ins_test.cpp, against the closed form.
#pragma once

#include "nearness/memory/stand_ins/stand_in.hpp"

namespace nearness::stand_ins {

template <class Real>
struct FixedTrait {
    static constexpr std::string_view name = "fixed-trait";
    static constexpr std::string_view title = "fixed trait";
    using Number = Real;

    struct Parameters {
        Real mean, spread, rise;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            using enum Quantity;
            using enum Prior;
            visit(
                Field{"fixed_trait.mean", "", number, "", 0.85, 1e-6, 1 - 1e-6, logit_normal,
                      "pain predicted at full closeness, of the middle person", design_choice, "edge", Direction::down},
                self.mean);
            visit(Field{"fixed_trait.spread", "", number, "", 0.5, 0, 10, log_normal,
                        "standard deviation over persons, as a logit", design_choice},
                  self.spread);
            visit(Field{"fixed_trait.rise", "", number, "", 1, 0, 1, logit_normal,
                        "how far it depends on closeness; 0: not at all", design_choice, "area", Direction::down},
                  self.rise);
        }
    };
    struct State {
        Real level{};
    };

    static State begin(const Parameters& parameters) { return {parameters.mean}; }
    static void born(State& state, const Parameters& parameters, const random::Stream& draws) {
        const Real middle = math::log(Real(parameters.mean / (1.0 - parameters.mean)));
        state.level = math::logistic(Real(middle + parameters.spread * draws.normal(random::Purpose::trait)));
    }
    static Real predict(const State& state, const Parameters& parameters, const Sight<Real>& sight) {
        return state.level * (1.0 - parameters.rise + parameters.rise * sight.value[memory::closeness]);
    }
};

static_assert(StandIn<FixedTrait<double>>);

}  // namespace nearness::stand_ins
