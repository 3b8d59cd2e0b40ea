// Two-process avoidance in a life: a critic learns threat, an actor learns to protect from what relieved.
//
// SAYS   Cues come to predict harm; getting away is a relief, and relief strengthens getting away. Protection begins where
//        either is large enough: the threat, or the habit. So somebody goes on leaving when they are hardly afraid any more.
// EQUATIONS (x the nine cues at the peak; r the outcome; a = A*, the protective activation there)
//   (two_process_life.1) T = Σ_i x_i v_i;  π = logistic(b0 + Σ_i x_i m_i);  V(x) = clip(max(T, π))
//   (two_process_life.2) δ = r − T;  v_i += α x_i δ (1 − c a)
//   (two_process_life.3) relief = a (T_near − k), T_near = Σ x_i v_i over the five signals;  m_i += β x_i relief (a − π)
// KEEPS  of the learner in memory/learners/two_process_avoidance.hpp: critic, actor, relief, effort and that avoidance protects
//        from extinction. There avoidance is made or not made, and is the learner's own; here protectors act, by degrees, and
//        also for other reasons (guard) or not at all (trust).
// WHY    Relief is the critic's error at leaving: protection takes closeness away by the share a, and with it that share of the
//        threat that comes with closeness. The learner's own form, T − r − k a, compares with harm that a trial either brings
//        or not; with it no habit forms in a life, where T is about r whether one leaves or stays.
//        (1 − c a) holds for harm too, as in the learner. Where harm met under protection taught in full, threat and habit only
//        rose, and persons with a secure childhood, too, ended at an edge of 0.1 with an ordinary partner (16 lives).
// OF THE LITERATURE  the critic's error teaches both processes; escape brings a positive error, which maintains avoidance
//        after fear is low; what is avoided keeps its threat. Left out: the time within a trial, from warning to harm.
// LIMITS The defaults are those of a design with single cues; nine cues at once learn Σ x² times as fast, and a habit that is
//        learned faster than safety (β > 0.05) rings at first sight. Lives of the claims have α = β = 0.02. c takes the place of memory.protection_credit. Stable for α Σ x² < 2; preferences have no bound of their own.
// SOURCE Mowrer 1951; Moutoussis et al. 2008; Maia 2010, in the form of NEIGHBOURS (to verify); c after Lovibond et al. 2009.
// CHECKED tests/memory/stand_ins_test.cpp, against the equations, and what outlasts fear; tests/claims/stand_ins_test.cpp.
#pragma once

#include "nearness/memory/learners/two_process_avoidance.hpp"
#include "nearness/memory/stand_ins/stand_in.hpp"

namespace nearness::stand_ins {

template <class Real>
struct TwoProcessLife {
    using Learner = learners::TwoProcessAvoidance<Real>;
    static constexpr std::string_view name = Learner::name;
    static constexpr std::string_view title = Learner::title;
    using Number = Real;

    // The learner's, but for how avoidance that was not recorded is taken: in a life it is what protectors did.
    struct Parameters : Learner::Parameters {
        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            Learner::Parameters::describe(self, [&](const Field& field, auto& value) {
                if (field.key != "two_process_avoidance.action") visit(field, value);
            });
        }
    };
    struct State {
        std::array<Real, Cue::all> threat{}, preference{};
    };

    static State begin(const Parameters&) { return {}; }

    static Real threat(const State& state, const Sight<Real>& sight) {
        Real sum{};
        for (std::size_t i = 0; i < sight.value.size(); ++i) sum += sight.value[i] * state.threat[i];
        return sum;
    }
    static Real propensity(const State& state, const Parameters& parameters, const Sight<Real>& sight) {
        Real drive = parameters.bias;
        for (std::size_t i = 0; i < sight.value.size(); ++i) drive += sight.value[i] * state.preference[i];
        return math::logistic(drive);
    }

    static Real predict(const State& state, const Parameters& parameters, const Sight<Real>& sight) {
        return math::maximum(threat(state, sight), propensity(state, parameters, sight));
    }
    static void learn(State& state, const Parameters& parameters, const Sight<Real>& sight,
                      const memory::Lesson<Real>& lesson, const Real&) {
        const Real T = threat(state, sight);
        const Real& a = lesson.protection;
        const Real push = parameters.threat_rate * (lesson.outcome - T) * (1.0 - parameters.protection * a);
        Real near{};  // of T, what closeness brings
        for (int i = 0; i < Cue::signals; ++i) near += sight.value[i] * state.threat[i];
        const Real relief = a * (near - parameters.effort);
        const Real pull = parameters.action_rate * relief * (a - propensity(state, parameters, sight));
        for (std::size_t i = 0; i < sight.value.size(); ++i) {
            state.threat[i] += push * sight.value[i];
            state.preference[i] += pull * sight.value[i];
        }
    }
};

static_assert(StandIn<TwoProcessLife<double>>);

}  // namespace nearness::stand_ins
