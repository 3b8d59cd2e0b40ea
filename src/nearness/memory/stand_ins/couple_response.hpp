// A couple's dynamics with a response that rises and then falls: too much warmth is answered with less.
//
// SAYS   To some warmth people answer with more of their own, up to a level; above it with less. Nothing was learned, and nobody
//        in particular is remembered: the one slow thing is how involved somebody is just now, which adds to the warmth that
//        is felt. So they come closer when it is cool and go when it is warm.
// EQUATIONS (y the warmth that reaches somebody, y0 the level at which the response is largest)
//   (couple_response.1) y = offer x_attention + carry x,   x_attention = f c att
//   (couple_response.2) R(y) = (y/y0) e^(1 − y/y0): rises from 0 to 1 at y0, then falls
//   (couple_response.3) V = 0 up to y0, then 1 − R(y): the alarm is what the response has lost
//   (couple_response.4) x' = −α x between encounters; an encounter adds gain (R(y) + βA)(1 − x), y at its peak
// WHY    x' = −αx + R(y) + βA is the published form; here R and the appeal βA come with encounters, as warmth does. That the
//        fall of R is an alarm, and that involvement adds to warmth, is our reading: with the first the rival acts
//        through protectors as everybody does, with the second x has an effect and can cycle.
// LIMITS One person of a couple; the other is as the scenario has it. Who was hurt and who was not answer alike.
// SOURCE Rinaldi's love dynamics with a response that is not monotone, after NEIGHBOURS 1.9 (to verify).
// CHECKED tests/memory/stand_ins_test.cpp, against the closed form.
#pragma once

#include "nearness/memory/stand_ins/stand_in.hpp"

namespace nearness::stand_ins {

template <class Real>
struct CoupleResponse {
    static constexpr std::string_view name = "couple-response";
    static constexpr std::string_view title = "response of a couple";
    using Number = Real;

    struct Parameters {
        Real level, carry, gain, appeal, fading;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            using enum Quantity;
            using enum Prior;
            visit(Field{"couple_response.level", "y0", number, "", 0.2, 1e-3, 10, log_normal,
                        "warmth above which the response falls", design_choice, "edge", Direction::up},
                  self.level);
            visit(Field{"couple_response.carry", "", number, "", 0.2, 0, 10, log_normal,
                        "how far involvement adds to the warmth that is felt", design_choice, "edge", Direction::down},
                  self.carry);
            visit(Field{"couple_response.gain", "", number, "", 0.1, 0, 1, log_normal, "how far an encounter involves",
                        design_choice, "edge", Direction::down},
                  self.gain);
            visit(Field{"couple_response.appeal", "βA", number, "", 0.2, 0, 1, log_normal,
                        "how far the other involves without being warm", design_choice, "edge", Direction::down},
                  self.appeal);
            visit(Field{"couple_response.fading", "1/α", days, "days", 14, 0.01, 36500, log_normal,
                        "time constant with which involvement fades", design_choice, "edge", Direction::down},
                  self.fading);
        }
    };
    struct State {
        Real involved{};  // x, as of `age`
        double age = 0;
    };

    static State begin(const Parameters&) { return {}; }

    static Real involved(const State& state, const Parameters& parameters, double age) {
        return state.involved * math::exp(Real(-math::maximum(0.0, age - state.age) / parameters.fading));
    }
    // y/y0
    static Real warmth(const State& state, const Parameters& parameters, const Sight<Real>& sight) {
        const Real felt = sight.offer * sight.value[memory::attention];
        return (felt + parameters.carry * involved(state, parameters, sight.age)) / parameters.level;
    }
    static Real response(const Real& warmth) { return warmth * math::exp(Real(1.0 - warmth)); }

    static Real predict(const State& state, const Parameters& parameters, const Sight<Real>& sight) {
        const Real here = warmth(state, parameters, sight);
        return math::primal(here) <= 1 ? Real(0) : Real(1.0 - response(here));
    }
    static void learn(State& state, const Parameters& parameters, const Sight<Real>& sight, const memory::Lesson<Real>&,
                      const Real&) {
        const Real before = involved(state, parameters, sight.age);
        const Real drawn_in = response(warmth(state, parameters, sight)) + parameters.appeal;
        state.involved = math::minimum(Real(1), Real(before + parameters.gain * drawn_in * (1.0 - before)));
        state.age = sight.age;
    }
};

static_assert(StandIn<CoupleResponse<double>>);

}  // namespace nearness::stand_ins
