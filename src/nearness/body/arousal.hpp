// Arousal, the alarm, numbing, and the window of tolerance.
//
// SAYS   Predicted pain raises arousal within seconds, whatever reflection says; above a threshold the alarm rings and a
//        protector acts; far above it feeling goes numb. What exceeds the window of tolerance overwhelms.
// EQUATIONS (MODEL sections 3 and 4; exact exponential steps, so results do not depend on Δ)
//   (body.1)   a += (1 − e^(−Δ/τ_a)) (clip(V − ρR, 0, 1) − a)
//   (body.2)   u = Φ((a − θ + ζ·guard)/λ)
//   (body.3)   numb = logistic((a − θ_n)/λ_n)
//   (memory.6) o = clip((peak arousal + external pain − capacity)/(1 − capacity), 0, 1)
// ADDED  (off unless switched on: person/additions.hpp; docs/theory/additions.md)
//   (body.4)   in (body.2) a + (h/τ_a) max(0, clip(V − ρR, 0, 1) − a) instead of a: where arousal would be in h seconds if
//              it went on rising as now, which may be above V
//   (body.5)   numbness takes 0.9·numb off what is felt and (1 − s) of that off what reaches the memory
//   capacity: 0.35 at birth, rising linearly to 0.70 at 18 years
// UNITS  a, V, R, u, numb, o, capacity in [0, 1]; times in seconds.  CHECKED tests/body/arousal_test.cpp.
#pragma once

#include "nearness/base/ages.hpp"
#include "nearness/base/field.hpp"
#include "nearness/base/math.hpp"

namespace nearness::body {

template <class Real>
struct Parameters {
    Real capacity_birth, capacity_adult;
    Real threshold, width, numbing_threshold, numbing_width;
    Real arousal_time, self_confirmation, overwhelm_confirmation;
    Real reappraisal_delay;
    Real anticipation, numbing_spares;  // of additions: 0 is without

    Parameters() { set_defaults(*this); }

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        using enum Quantity;
        using enum Prior;
        visit(Field{"body.capacity_birth", "capacity₀", number, "", 0.35, 0, 0.95, log_normal,
                    "window of tolerance at birth", design_choice, "edge", Direction::up, "in early childhood"},
              self.capacity_birth);
        visit(Field{"body.capacity_adult", "capacity₁₈", number, "", 0.70, 0, 0.95, log_normal,
                    "window of tolerance from 18 years on", design_choice, "edge", Direction::up},
              self.capacity_adult);
        visit(Field{"body.threshold", "θ", number, "", 0.35, 0.01, 1, log_normal, "arousal at which the alarm rings",
                    design_choice, "edge", Direction::up},
              self.threshold);
        visit(Field{"body.width", "λ", number, "", 0.06, 1e-4, 1, log_normal, "how sharply the alarm rings",
                    design_choice, "arousal", Direction::up, "with a pursuing partner"},
              self.width);
        visit(Field{"body.numbing_threshold", "θ_n", number, "", 0.75, 0.01, 2, log_normal,
                    "arousal at which feeling goes numb", "lanius2010", "numb", Direction::down},
              self.numbing_threshold);
        visit(Field{"body.numbing_width", "λ_n", number, "", 0.05, 1e-4, 1, log_normal, "how sharply feeling goes numb",
                    design_choice, "numb", Direction::up, "below the numbing threshold"},
              self.numbing_width);
        visit(Field{"body.arousal_time", "τ_a", seconds, "s", 15, 0.1, 3600, log_normal, "time constant of arousal",
                    design_choice, "alarm_latency", Direction::up, "with a pursuing partner"},
              self.arousal_time);
        visit(Field{"body.self_confirmation", "χ", number, "", 0.3, 0, 1, logit_normal,
                    "how unpleasant an alarm itself is", design_choice, "edge", Direction::down},
              self.self_confirmation);
        visit(Field{"body.overwhelm_confirmation", "χ_o", number, "", 0.6, 0, 1, logit_normal,
                    "how much arousal beyond the window counts as harm", design_choice, "edge", Direction::down,
                    "in early childhood"},
              self.overwhelm_confirmation);
        visit(Field{"body.reappraisal_delay", "t_R0", seconds, "s", 2, 0, 60, none,
                    "shortest latency of reappraisal; 0.3 s when it was prepared", design_choice, "reappraisal_time",
                    Direction::up, "with insight"},
              self.reappraisal_delay);
        visit(Field{"body.anticipation", "h", seconds, "s", 0, 0, 600, added,
                    "how far ahead the alarm hears rising arousal, as if it went on rising so", "fanselow1994",
                    "closeness", Direction::down},
              self.anticipation);
        visit(Field{"body.numbing_spares", "s_n", number, "", 0, 0, 1, added,
                    "share of numbness that dulls feeling and not what the body registers", "lanius2010", "numb",
                    Direction::up},
              self.numbing_spares);
    }
};

template <class Real>
struct Derived {
    Real step;  // 1 − e^(−Δ/τ_a): share of the gap closed in a beat
    Real inverse_width;
    Real inverse_numbing_width;
    double numbing_share = 1;  // 0 when numbing is knocked out
    Real lead{};               // h/τ_a

    // `beat` in seconds.
    static Derived from(const Parameters<Real>& parameters, double beat) {
        return {1.0 - math::exp(-beat / parameters.arousal_time), 1.0 / parameters.width,
                1.0 / parameters.numbing_width, 1.0, parameters.anticipation / parameters.arousal_time};
    }
};

template <class Real>
struct Arousal {
    using Parameters = body::Parameters<Real>;
    using Derived = body::Derived<Real>;

    // (body.1) to (body.3) run in the beats of an encounter; `Value` is Real, or several persons' at once.

    // (body.1); `relief` is ρR.
    template <class Value>
    [[gnu::always_inline]] static Value advance(const Derived& derived, const Value& arousal, const Value& predicted,
                                                const Value& relief) {
        return arousal + derived.step * (math::clip(Value(predicted - relief), 0.0, 1.0) - arousal);
    }

    // (body.4): arousal as the alarm hears it.
    template <class Value>
    [[gnu::always_inline]] static Value ahead(const Derived& derived, const Value& arousal, const Value& predicted,
                                              const Value& relief) {
        if (math::primal(derived.lead) == 0) return arousal;
        const Value gap = math::clip(Value(predicted - relief), 0.0, 1.0) - arousal;
        return arousal + derived.lead * math::maximum(gap, Value(0.0));
    }

    // (body.2); `pull` is ζ·guard. Beyond 37 widths Φ is 0 or 1 for all purposes; the bounds spare a branch.
    template <class Value>
    [[gnu::always_inline]] static Value alarm(const Parameters& parameters, const Derived& derived,
                                              const Value& arousal, const Value& pull) {
        const Value widths = (arousal - parameters.threshold + pull) * derived.inverse_width;
        return math::normal_cdf_core(math::clip(widths, -37.0, 37.0));
    }

    // (body.3)
    template <class Value>
    [[gnu::always_inline]] static Value numbing(const Parameters& parameters, const Derived& derived,
                                                const Value& arousal) {
        const Value widths = (arousal - parameters.numbing_threshold) * derived.inverse_numbing_width;
        return derived.numbing_share * math::logistic_core(math::clip(widths, -700.0, 700.0));
    }

    // (body.5): f as the memory gets it; `dulled` is what the strategy on duty takes of it.
    template <class Value>
    [[gnu::always_inline]] static Value registered(const Parameters& parameters, const Value& dulled,
                                                   const Value& numb) {
        return 1.0 - math::maximum(dulled, Value(0.9 * numb * (1.0 - parameters.numbing_spares)));
    }

    static Real capacity(const Parameters& parameters, double age_in_days) {
        const double grown = math::clip(age_in_days / (18.0 * days_per_year), 0.0, 1.0);
        return parameters.capacity_birth + (parameters.capacity_adult - parameters.capacity_birth) * grown;
    }

    // How far `load` exceeds the window, as a share of what is above it.
    static Real beyond(const Real& load, const Real& capacity) {
        return math::clip((load - capacity) / (1.0 - capacity), 0.0, 1.0);
    }

    // (memory.6)
    static Real overwhelm(const Real& peak_arousal, const Real& external_pain, const Real& capacity) {
        return beyond(peak_arousal + external_pain, capacity);
    }

    // (encounter.2): an alarm is itself unpleasant, and beyond the window it counts as harm. `felt` is f at the peak.
    static Real outcome(const Parameters& parameters, const Real& external_pain, const Real& peak_arousal,
                        const Real& felt, const Real& capacity) {
        return 1.0 - (1.0 - external_pain) *
                         (1.0 - parameters.self_confirmation * math::maximum(Real(0), peak_arousal - 0.1) * felt) *
                         (1.0 - parameters.overwhelm_confirmation * beyond(peak_arousal, capacity));
    }
};

}  // namespace nearness::body
