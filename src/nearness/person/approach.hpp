// How a person moves towards and away from closeness (encounter.1), and the beats of an encounter.
//
// EQUATION c = clip(c + Δ (k_app·drive·offer'·(1 − lowers·A)(1 − c) − k_prot·b·A·c) + noise·√Δ·N(0,1), 0, 1)
//          offer' = offer·clip(1 − steady·a + pursue·A, 0, 2)                                         (encounter.1)
// CHECKED tests/world/encounter_test.cpp.
#pragma once

#include "nearness/base/field.hpp"
#include "nearness/base/math.hpp"

namespace nearness::person {

template <class Real>
struct ApproachParameters {
    Real approach_rate, protection_rate, noise;
    double beat, length;

    ApproachParameters() { set_defaults(*this); }

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        using enum Quantity;
        using enum Prior;
        visit(Field{"encounter.approach_rate", "k_app", per_second, "per s", 1.0 / 60, 0, 10, log_normal,
                    "how fast drive brings closeness", design_choice, "closeness", Direction::up},
              self.approach_rate);
        visit(Field{"encounter.protection_rate", "k_prot", per_second, "per s", 1.0 / 30, 0, 10, log_normal,
                    "how fast protection takes closeness away", design_choice, "closeness", Direction::down,
                    "without therapy"},
              self.protection_rate);
        visit(Field{"encounter.noise", "noise", number, "per √s", 0.0063245553203367588, 0, 1, log_normal,
                    "moment-to-moment unrest of closeness (0.02/√10)", design_choice, "arousal", Direction::up},
              self.noise);
        visit(Field{"encounter.beat", "Δ", seconds, "s", 5, 0.1, 60, none, "length of a beat", design_choice},
              self.beat);
        visit(Field{"encounter.length", "120 Δ", seconds, "s", 600, 5, 7200, none, "length of an encounter",
                    design_choice},
              self.length);
    }

    int beats() const { return math::maximum(1, static_cast<int>(length / beat + 0.5)); }
};

// offer', of the other and the person together. `Value` is the person's number type, or several persons' at once.
template <class Value>
[[gnu::always_inline]] inline Value offered(const Value& offer, const Value& steady, const Value& pursue,
                                            const Value& arousal, const Value& use) {
    return offer * math::clip(Value(1.0 - steady * arousal + pursue * use), 0.0, 2.0);
}

}  // namespace nearness::person
