// The theory's templates as a learner: memory/templates.hpp on the trials of a study.
//
// SAYS   What a person carries into closeness, put to the tasks of the learning laboratory. Nothing is added but how an
//        outcome overwhelms, which in a life comes from the body.
// EQUATIONS (those of memory/templates.hpp, cues as signals, outcome as pain, A* = 0, everything can be told)
//   (template_memory.1) o = clip(ω r, 0, 1)
//   The prediction and the response are V.
// UNITS  cues and outcomes in [0, 1]; time in days. LIMITS at most 16 cues; assignment soft or map (particles belong to a
//        life). A trial without outcome lets time pass and teaches nothing. The opening of a template jumps.
// SOURCE the essay's, after Gershman et al. 2017.  CHECKED tests/learners/template_memory_test.cpp: beside the memory itself.
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/memory/learners/learner.hpp"
#include "nearness/memory/templates_implementation.hpp"

namespace nearness::learners {

// As many signals as there can be cues; those that a study has not are never known.
struct StudyLayout {
    static constexpr int signals = 16;
    static constexpr int contexts = 0;
    static constexpr int all = signals + contexts;
};

template <class Real>
struct TemplateMemory {
    static constexpr std::string_view name = "template-memory";
    static constexpr std::string_view title = "templates";
    using Number = Real;
    static constexpr Accepts accepts{
        .most_cues = StudyLayout::signals, .cues_are_shares = true, .outcomes_are_shares = true};
    static constexpr double time_unit = 86400;  // seconds: its parameters are in days
    using Memory = memory::Templates<Real, StudyLayout>;

    struct Parameters {
        memory::Parameters<Real> memory;
        Real overwhelm;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            memory::Parameters<Real>::describe(self.memory, visit);
            visit(Field{"template_memory.overwhelm", "ω", Quantity::number, "", 0.5, 0, 10, Prior::log_normal,
                        "how far an outcome of 1 overwhelms", design_choice, "prediction", Direction::up,
                        "in acquisition"},
                  self.overwhelm);
        }
    };

    struct Derived : Basics<Parameters> {
        memory::Derived<Real> memory;
    };

    struct State {
        typename Memory::State templates;
        double time = 0;
    };

    struct Prediction {
        Real expected{};
        Real response{};
        memory::Lanes<Real> belief{};  // lane 0 is a new template
    };

    static Derived derive(const Parameters& parameters, const Setting& setting) {
        ensure(setting.cues <= StudyLayout::signals, "templates know at most 16 cues of a study");
        ensure(parameters.memory.assignment != memory::Assignment::particles, "particles belong to a life");
        return {{parameters, setting}, memory::Derived<Real>::from(parameters.memory, setting.longest_lag)};
    }

    static State begin(const Derived&) { return {}; }

    static Prediction predict(const State& state, const Derived& derived, const Trial<Real>& trial) {
        typename Memory::State now = state.templates;
        Memory::pass(now, derived.memory, trial.time - state.time);
        const auto cues = cues_of(derived, trial);
        const auto match = Memory::match(Memory::prepare(now, derived.parameters.memory, cues), cues);
        return {match.predicted, match.predicted, match.belief};
    }

    static void learn(State& state, const Derived& derived, const Trial<Real>& trial, const Prediction&,
                      const random::Stream&) {
        Memory::pass(state.templates, derived.memory, trial.time - state.time);
        state.time = trial.time;
        const int outcome = derived.setting.cues;
        if (!contains(trial.known, outcome)) return;
        memory::Lesson<Real> lesson;
        lesson.outcome = trial.value[outcome];
        lesson.overwhelm = math::clip(Real(derived.parameters.overwhelm * lesson.outcome), 0.0, 1.0);
        Memory::learn(state.templates, derived.parameters.memory, derived.memory, cues_of(derived, trial), lesson);
    }

    template <class Visit>
    static void show(const Prediction& predicted, const Derived& derived, const Trial<Real>&, Visit&& visit) {
        visit(shown::prediction, predicted.expected);
        visit(shown::response, predicted.response);
        const Output belief{"belief", "p_k", "how likely template k is before the outcome; 0 is a new one",
                            Index::level};
        for (int k = 0; k <= derived.parameters.memory.templates; ++k) visit(belief.at(k), predicted.belief[k]);
    }

    template <class Visit>
    static void show_state(const State& state, const Derived& derived, Visit&& visit) {
        const typename Memory::State& templates = state.templates;
        for (int k = 0; k < derived.parameters.memory.templates; ++k) {
            visit(Output{"strength", "n_k", "moments that template k took", Index::cause}.at(k), templates.strength[k]);
            visit(Output{"integration", "I_k", "how far template k was processed", Index::cause}.at(k),
                  templates.integration[k]);
            for (int d = 0; d < derived.setting.cues; ++d) {
                visit(
                    Output{"prototype", "m_kd", "what template k expects of a cue", Index::cause, Index::cue}.at(k, d),
                    templates.prototype[d][k]);
                visit(Output{"weight", "w_kd", "pain that template k expects of a cue", Index::cause, Index::cue}.at(k,
                                                                                                                     d),
                      templates.weight[d][k]);
            }
        }
    }

private:
    static typename Memory::Cues cues_of(const Derived& derived, const Trial<Real>& trial) {
        typename Memory::Cues cues;
        for (int d = 0; d < StudyLayout::all; ++d) {
            cues.known[d] = d < derived.setting.cues && contains(trial.known, d);
            if (cues.known[d]) cues.value[d] = trial.value[d];
        }
        return cues;
    }
};

static_assert(Learner<TemplateMemory<double>>);

}  // namespace nearness::learners
