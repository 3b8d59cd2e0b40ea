// The threat memory: templates of what follows from closeness.
//
// SAYS   The present is compared with every template; the match, weighted by recency, predicts pain. What overwhelms is
//        written fast and is revised slowly; what is met under protection is credited to the protection.
// EQUATIONS (MODEL section 3; k runs over templates, d over cues)
//   (memory.1) prior_k ∝ Σ_i q_ik (1 + (t − t_i)/τ0)^(−g), prior_new ∝ α, 0 when every slot is in use   (recency.hpp)
//   (memory.2) p_k ∝ prior_k Π_d N(x_d; m_kd, σ_d² φ_k), φ_k = 1 + 1/(κ + n_k);  p_new ∝ prior_new
//   (memory.3) V = Σ_k p_k clip(w_k·x) + p_new clip(γ w̄·x),  w̄ = Σ n_k w_k / Σ n_k
//   (memory.4) q_k ∝ p_k exp(−(r − clip(w_k·x))²/(2σ_r²)); q_new > ½ and a free slot: a new template m = x, w = γw̄
//   (memory.5) δ = r − clip(w_k·x);  w_k += q_k η_k δ x;  m_k += q_k max(0.005, 1/(n_k + 1))(x − m_k)
//              η_k = η_safe + (η_pain − η_safe) o            where δ > 0
//              η_k = η_safe (ι0 + (1 − ι0) I_k)(1 − credit A*)   where δ ≤ 0
//   (memory.6) o, the overwhelm, comes from the body (body/arousal.hpp)
// ADDED  (off unless switched on: person/additions.hpp; docs/theory/additions.md)
//   (memory.7) h_k = Σ q η δ x / Σ q η δ over lessons with δ > 0: the closeness at which k was hurt;
//              η_k ×min(1, x·h_k/h_k·h_k)^ν where δ ≤ 0 (level_specificity ν)
//   (memory.8) w_k ×exp(−β²/2 Σ_context (x_d − m_kd)²) wherever it predicts or learns (likeness β)
//   (memory.9) q_new gains p_new s √(2π) σ_r: something else altogether, which expects every outcome alike; what is opened
//              starts from w = 0 where that foresees r better than γw̄ does (separation s)
//   (memory.10) an overwhelming lesson leaves, beside its trace, one of q ω o that does not fade (overwhelm_persistence ω)
//   (memory.11) what safe lessons took off w_k, z_k, comes back: dz_k/dt = −φ z_k/(1 + their number), unless pain put it
//               back before (safety_fading φ)
// STATE  (h as sums) n strength, m prototype, w weight, I integration, e verbal count, kernel traces (weighted by their node).
// ASSIGNMENT soft, as above; map: the one template with the largest p or q has the whole of it, in V too; particles:
//        several memories side by side, each with hard assignments that were drawn (memory/particles.hpp).
// LIMITS at most 16 templates. Cues that are missing are integrated out: they leave the match, and a
//        template expects its own prototype there, a new one the middle of the range; of a cue that it never met a
//        template learns nothing, and the first value is its prototype (docs/develop/readings.md).
// SOURCE after Gershman et al. 2017 (eLife 6:e23763); integration, credit and working model are the essay's.
// CHECKED tests/memory/templates_test.cpp, against a literal transcription in tests/reference.
#pragma once

#include "nearness/base/field.hpp"
#include "nearness/memory/cues.hpp"
#include "nearness/memory/recency.hpp"
#include "nearness/memory/study_cues.hpp"

#include <limits>

namespace nearness::memory {

inline constexpr int most_templates = 16;
inline constexpr int most_particles = 500;

enum class Assignment : int { soft, map, particles };

template <class Real>
struct Parameters {
    Real concentration, persistence, persistence_scale, generalisation;
    Real signal_width, context_width, outcome_width, prototype_strength;
    Real pain_rate, safety_rate, revisability_floor, protection_credit;
    Real level_specificity, likeness, separation, overwhelm_persistence, safety_fading;  // of additions: 0 is without
    int templates;
    Assignment assignment;
    int particles;

    Parameters() { set_defaults(*this); }

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit);
};

template <class Real>
struct Derived {
    Recency<Real> recency;
    Real safety_fading{};  // φ, per day
    static Derived from(const Parameters<Real>& parameters, double longest_lag) {
        return {Recency<Real>::derive(parameters.persistence, parameters.persistence_scale, longest_lag),
                parameters.safety_fading};
    }
};

// Cue values and which of them are known. All known in an encounter; a diary records some.
template <class Real, class Layout = EncounterCues>
struct Cues {
    std::array<Real, Layout::all> value{};
    std::array<bool, Layout::all> known = all_known();
    StudyCues<Real> study;
    double offer = 1;  // how much closeness the other offers: no cue, but what stands in for a memory may know it

    static constexpr std::array<bool, Layout::all> all_known() {
        std::array<bool, Layout::all> all{};
        for (bool& one : all) one = true;
        return all;
    }

    void forget_contexts() {
        for (std::size_t d = Layout::signals; d < known.size(); ++d) known[d] = false;
        study.known &= study.signals;
    }
};

template <class Real, class Layout = EncounterCues>
struct State {
    template <class T>
    using PerTemplate = std::array<T, most_templates>;

    int count = 0;
    PerTemplate<Real> strength{}, integration{}, verbal{};    // n, I, e
    std::array<PerTemplate<Real>, Layout::all> prototype{};   // m[cue][k]
    std::array<PerTemplate<Real>, Layout::signals> weight{};  // w[signal][k]
    std::array<PerTemplate<Real>, Layout::signals> hurt{};    // Σ q η δ x over what hurt more than expected
    PerTemplate<Real> hurt_mass{};                            // Σ q η δ of the same
    std::array<PerTemplate<Real>, Layout::signals>
        eased{};                                        // z: what safe lessons took off the weights, and is still off
    PerTemplate<Real> safe{};                           // Σ q of lessons no worse than expected
    PerTemplate<std::array<Real, most_nodes>> trace{};  // node weight times trace
    PerTemplate<std::uint32_t> met{};                   // cues it has a prototype for: bit d for cue d
    PerTemplate<StudyTemplate<Real>> study{};
};

// Lane 0 is the new template, lane k + 1 is template k. A lane without mass (no slot free, or a lane that another person
// of a group has and this one has not) contributes nothing, to the last bit.
inline constexpr int most_lanes = most_templates + 1;
template <class Real>
using Lanes = std::array<Real, most_lanes>;
inline constexpr double no_mass = -1e30;  // log mass; finite, so that no infinity meets a zero in a derivative

// What does not change within an encounter is worked out once: prior, contexts, and normalising constants. `Value` may
// hold several persons at once (base/math/together.hpp).
template <class Value, class Layout = EncounterCues>
struct Matcher {
    int lanes = 0;
    bool hard = false;         // assignment by map
    Value prior{};             // of all lanes, before matching
    Lanes<Value> base{};       // log of everything but the known signals
    Lanes<Value> precision{};  // 1/(2 σ² φ), 0 on the new one
    Lanes<Value> offset{};     // what the expected values of unknown signals add to w·x
    Lanes<Value> telling{};    // e/n: how far a template can be told; what is new can be
    // Unknown signals have prototype and weight 0 here and must be passed as 0: they then drop out without a branch.
    std::array<Lanes<Value>, Layout::signals> prototype{};
    std::array<Lanes<Value>, Layout::signals> weight{};
};

// What a beat needs of a match.
template <class Real>
struct Expectation {
    Real predicted{};  // V
    Real telling{};    // e(x)
};

// The whole of it, as learning needs it.
template <class Real>
struct Match {
    Lanes<Real> belief{};  // p over lanes
    Lanes<Real> score{};   // log p up to a constant: exact where p is too small for a number
    Lanes<Real> pain{};    // clip(w·x) of each lane
    Real predicted{};      // V
    Real telling{};        // e(x)
};

// What an encounter (or a recorded moment) teaches.
template <class Real>
struct Lesson {
    Real outcome{};     // r
    Real overwhelm{};   // o
    Real protection{};  // A*, the activation at the peak
    double verbal = 1;  // verbal(age)
};

struct Learned {
    bool opened = false;  // a template was opened
    int most = -1;        // the template that took most of the lesson
};

template <class Real, class Layout = EncounterCues>
struct Templates {
    using State = memory::State<Real, Layout>;
    using Cues = memory::Cues<Real, Layout>;
    using Matcher = memory::Matcher<Real, Layout>;
    using Parameters = memory::Parameters<Real>;
    using Derived = memory::Derived<Real>;

    // The contexts and the pattern of known cues are read from `cues`; the signals' values come with each beat, 0 where
    // unknown.
    static Matcher prepare(const State& state, const Parameters& parameters, const Cues& cues);
    static Match<Real> match(const Matcher& matcher, const std::array<Real, Layout::signals>& signals);
    // The same numbers, to the last bit, without keeping the lanes: what the inner loop of an encounter calls.
    template <class Value>
    static Expectation<Value> expect(const memory::Matcher<Value, Layout>& matcher,
                                     const std::array<Value, Layout::signals>& signals);
    static Learned learn(State& state, const Parameters& parameters, const Derived& derived, const Cues& cues,
                         const Lesson<Real>& lesson);

    // The two halves of learning. `log_shares`: log q over lanes up to a constant (memory.4), no_mass where there is
    // nothing to assign to. `take`: what the templates make of the lesson, given shares that add up to 1; a share of more
    // than ½ on lane 0 opens a template.
    static Lanes<Real> log_shares(const State& state, const Parameters& parameters, const Match<Real>& match,
                                  const Lesson<Real>& lesson);
    static Learned take(State& state, const Parameters& parameters, const Derived& derived, const Cues& cues,
                        const Lesson<Real>& lesson, const Match<Real>& match, const Lanes<Real>& share);
    // The match of a moment whose signals are in `cues`.
    static Match<Real> match(const Matcher& matcher, const Cues& cues);
    // Time passes: recency fades, and with (memory.11) safety.
    static void pass(State& state, const Derived& derived, double days);
    // η of one template (memory.5), given its surprise δ and its integration before the lesson. Of the safety rate is
    // left what can be revised, and what the protection does not get the credit for.
    static Real rate(const Parameters& parameters, const Real& surprise, const Real& integration,
                     const Lesson<Real>& lesson) {
        return math::primal(surprise) > 0
                   ? parameters.safety_rate + (parameters.pain_rate - parameters.safety_rate) * lesson.overwhelm
                   : parameters.safety_rate * revisable(parameters, integration) *
                         uncredited(parameters, lesson.protection);
    }
    static Real revisable(const Parameters& parameters, const Real& integration) {
        return parameters.revisability_floor + (1.0 - parameters.revisability_floor) * integration;
    }
    static Real uncredited(const Parameters& parameters, const Real& protection) {
        return 1.0 - parameters.protection_credit * protection;
    }
    // charge = clip(Σ w m): the pain a template predicts at its own prototype.
    static Real charge(const State& state, int k);
    // The same where it was hurt: clip(Σ w h), or the charge if that is larger.
    static Real worst_charge(const State& state, int k);
    // w̄, the working model a new template starts from.
    static std::array<Real, Layout::signals> working_model(const State& state);

private:
    static std::array<Real, Layout::signals> inherit(const State& state, const Parameters& parameters,
                                                     const Cues& cues);
    static StudyTemplate<Real> inherit_study(const State& state, const Parameters& parameters);
    static Real likeness(const State& state, const Parameters& parameters, const Cues& cues, int k);
    static Real at_level(const State& state, const Parameters& parameters, const Cues& cues, int k);
    static Real log_apart(const Parameters& parameters);
};

template <class Real>
template <class Self, class Visit>
void Parameters<Real>::describe(Self& self, Visit&& visit) {
    using enum Quantity;
    using enum Prior;
    visit(Field{"memory.concentration", "α", number, "", 0.02, 1e-6, 100, log_normal,
                "readiness to open a new template", "gershman2017", "templates", Direction::up},
          self.concentration);
    visit(Field{"memory.persistence", "g", number, "", 0.3, 0.1, 2, log_normal,
                "exponent of forgetting in the prior of a template", "gershman2017", "novelty", Direction::up,
                "with new partners"},
          self.persistence);
    visit(
        Field{"memory.persistence_scale", "τ0", days, "days", 1, 1e-3, 3650, log_normal,
              "time scale of forgetting in the prior", "gershman2017", "novelty", Direction::down, "with new partners"},
        self.persistence_scale);
    visit(Field{"memory.generalisation", "γ", number, "", 0.8, 0, 1, logit_normal,
                "share of the working model that a new template inherits", design_choice, "area", Direction::up,
                "with somebody new"},
          self.generalisation);
    visit(Field{"memory.signal_width", "σ_signal", number, "", 0.30, 0.01, 10, log_normal,
                "width of a match on signal cues", "gershman2017", "novelty", Direction::up, "with new partners"},
          self.signal_width);
    visit(Field{"memory.context_width", "σ_context", number, "", 0.5, 0.01, 10, log_normal,
                "width of a match on context cues", "gershman2017", "templates", Direction::up},
          self.context_width);
    visit(Field{"memory.outcome_width", "σ_r", number, "", 0.25, 0.01, 10, log_normal,
                "width of the outcome likelihood when a lesson is assigned", "gershman2017", "charge", Direction::up},
          self.outcome_width);
    visit(Field{"memory.prototype_strength", "κ", number, "", 1, 0.01, 100, log_normal,
                "how soon a template's prototype is trusted", design_choice, "novelty", Direction::down,
                "in first encounters"},
          self.prototype_strength);
    visit(Field{"memory.pain_rate", "η_pain", number, "", 0.3, 0, 1, log_normal,
                "learning rate of pain that overwhelms", design_choice, "edge", Direction::down},
          self.pain_rate);
    visit(Field{"memory.safety_rate", "η_safe", number, "", 0.02, 0, 1, log_normal,
                "learning rate inside the window of tolerance", design_choice, "edge", Direction::up,
                "with a steady partner and trust"},
          self.safety_rate);
    visit(Field{"memory.revisability_floor", "ι0", number, "", 0.25, 0, 1, logit_normal,
                "revisability of a template encoded fully overwhelmed", design_choice, "edge", Direction::up,
                "without therapy"},
          self.revisability_floor);
    visit(
        Field{"memory.protection_credit", "credit", number, "", 0.9, 0, 1, logit_normal,
              "share of safety credited to the protection", "lovibond2009", "edge", Direction::down, "without therapy"},
        self.protection_credit);
    visit(Field{"memory.level_specificity", "ν", number, "", 0, 0, 20, added,
                "how little safety below the closeness that hurt teaches", "vervliet2005", "edge", Direction::down,
                "with a steady partner"},
          self.level_specificity);
    visit(Field{"memory.likeness", "β_like", number, "", 0, 0, 20, added,
                "how steeply predicted pain falls with unlikeness of context", "dunsmoor2015", "edge", Direction::up,
                "with new partners"},
          self.likeness);
    visit(Field{"memory.separation", "s", number, "", 0, 0, 1e6, added,
                "readiness to keep what is not as foreseen as a memory of its own", "gershman2017", "templates",
                Direction::up},
          self.separation);
    visit(Field{"memory.overwhelm_persistence", "ω", number, "", 0, 0, 100, added,
                "trace that does not fade, left by an overwhelming moment beside the one that does", "mcgaugh2004",
                "edge", Direction::up},
          self.overwhelm_persistence);
    visit(Field{"memory.safety_fading", "φ", per_day, "per day", 0, 0, 10, added,
                "how fast what safety took off comes back, the slower the more safe moments there were", "bouton2004",
                "edge", Direction::down, "without therapy"},
          self.safety_fading);
    visit(Field{"memory.templates", "K", count, "", 10, 1, most_templates, none, "most templates a person can hold",
                design_choice},
          self.templates);
    visit(Field{"memory.assignment", "", choice, "", 0, 0, 2, none, "how a moment is assigned to templates",
                design_choice, "", Direction::up, "", "soft map particles"},
          self.assignment);
    visit(Field{"memory.particles", "", count, "", 50, 2, most_particles, none,
                "memories side by side, when assignment is by particles", design_choice},
          self.particles);
}

extern template struct Templates<double>;

}  // namespace nearness::memory
