// Two-process avoidance in a life: a critic learns threat, an actor learns to protect from what relieved.
//
// SAYS   Cues come to predict harm; getting away is a relief, and relief strengthens getting away. Protection begins where
//        either is large enough: the threat, or the habit. So somebody goes on leaving when they are hardly afraid any more.
// EQUATIONS (x the nine cues at the peak; r the outcome; a = A*, the protective activation there)
//   (two_process_life.1) T = Σ_i x_i v_i;  π = logistic(b0 + Σ_i x_i m_i);  V(x) = clip(max(T, π))
//   (two_process_life.2) δ = r − T;  v_i += α x_i δ, times 1 − c a where δ < 0
//   (two_process_life.3) relief = T − r − k a;  m_i += β x_i relief (a − π)
// KEEPS  of the learner in memory/learners/two_process_avoidance.hpp: critic, actor, relief, effort and that avoidance protects
//        from extinction. There avoidance is made or not made, and is the learner's own; here protectors act, by degrees, and
//        also for other reasons (guard) or not at all (trust). There (1 − c a) holds for harm too: here harm that is met under
//        protection teaches in full.
// OF THE LITERATURE  the critic's error teaches both processes; escape brings a positive error, which maintains avoidance
//        after fear is low; what is avoided keeps its threat. Left out: the time within a trial, from warning to harm.
// LIMITS c takes the place of memory.protection_credit. Stable for α Σ x² < 2; preferences have no bound of their own.
// SOURCE Mowrer 1951; Moutoussis et al. 2008; Maia 2010, in the form of NEIGHBOURS (to verify); c after Lovibond et al. 2009.
// CHECKED tests/memory/stand_ins_test.cpp, against the equations, and what outlasts fear.
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
        const Real error = lesson.outcome - T;
        const Real counted = math::primal(error) < 0 ? Real(1.0 - parameters.protection * a) : Real(1);
        const Real push = parameters.threat_rate * error * counted;
        const Real relief = T - lesson.outcome - parameters.effort * a;
        const Real pull = parameters.action_rate * relief * (a - propensity(state, parameters, sight));
        for (std::size_t i = 0; i < sight.value.size(); ++i) {
            state.threat[i] += push * sight.value[i];
            state.preference[i] += pull * sight.value[i];
        }
    }
};

static_assert(StandIn<TwoProcessLife<double>>);

}  // namespace nearness::stand_ins
