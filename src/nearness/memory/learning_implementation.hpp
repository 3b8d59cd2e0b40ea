// Bodies of memory/templates.hpp: what a moment teaches (memory.4, memory.5). The match is in templates_implementation.hpp.
#pragma once

#include "nearness/memory/templates_implementation.hpp"

namespace nearness::memory {

// In logarithms: an outcome far from every expectation must not make 0/0. Without a free slot the new one has no part.
template <class Real, class Layout>
Lanes<Real> Templates<Real, Layout>::log_shares(const State& state, const Parameters& parameters,
                                                const Match<Real>& match, const Lesson<Real>& lesson) {
    Lanes<Real> share;
    share.fill(Real(no_mass));
    for (int lane = state.count < parameters.templates ? 0 : 1; lane <= state.count; ++lane) {
        const Real surprise = lesson.outcome - match.pain[lane];
        share[lane] = match.score[lane] - math::square(surprise) / (2.0 * math::square(parameters.outcome_width));
    }
    if (state.count < parameters.templates && math::primal(parameters.separation) > 0) {
        // (memory.9): log(e^a + e^b) of what is more of the same and what is something else.
        const Real apart = match.score[0] + math::log(parameters.separation) + log_apart(parameters);
        const Real most = math::maximum(share[0], apart);
        share[0] = most + math::log(Real(math::exp(share[0] - most) + math::exp(apart - most)));
    }
    return share;
}

// What is something else expects every outcome alike: density 1, beside a normal density without its constant.
template <class Real, class Layout>
Real Templates<Real, Layout>::log_apart(const Parameters& parameters) {
    return math::log(Real(parameters.outcome_width)) + detail::half_log_two_pi;
}

// (memory.7): what of a safe lesson counts, for how near it came to what hurt.
template <class Real, class Layout>
Real Templates<Real, Layout>::at_level(const State& state, const Parameters& parameters, const Cues& cues, int k) {
    if (math::primal(parameters.level_specificity) == 0 || math::primal(state.hurt_mass[k]) <= 0) return Real(1);
    Real along{}, length{};
    for (int d = 0; d < Layout::signals; ++d) {
        const Real level = state.hurt[d][k] / state.hurt_mass[k];
        along += level * (cues.known[d] ? cues.value[d] : state.prototype[d][k]);
        length += math::square(level);
    }
    if (math::primal(along) <= 0) return Real(0);
    if (math::primal(along) >= math::primal(length)) return Real(1);
    return math::pow(Real(along / length), parameters.level_specificity);
}

template <class Real, class Layout>
Learned Templates<Real, Layout>::learn(State& state, const Parameters& parameters, const Derived& derived,
                                       const Cues& cues, const Lesson<Real>& lesson) {
    const Match<Real> match = Templates::match(prepare(state, parameters, cues), cues);
    Lanes<Real> share = log_shares(state, parameters, match, lesson);
    const int first = state.count < parameters.templates ? 0 : 1;
    Real top(-std::numeric_limits<double>::max());
    for (int lane = first; lane <= state.count; ++lane) top = math::maximum(top, share[lane]);
    Real total(0.0);
    for (int lane = first; lane <= state.count; ++lane) {
        const bool best = parameters.assignment == Assignment::map && math::primal(total) == 0 && !(share[lane] < top);
        share[lane] = parameters.assignment == Assignment::map ? Real(best ? 1.0 : 0.0) : math::exp(share[lane] - top);
        total += share[lane];
    }
    for (int lane = first; lane <= state.count; ++lane) share[lane] = share[lane] / total;
    if (first == 1) share[0] = Real(0);
    return take(state, parameters, derived, cues, lesson, match, share);
}

template <class Real, class Layout>
Learned Templates<Real, Layout>::take(State& state, const Parameters& parameters, const Derived& derived,
                                      const Cues& cues, const Lesson<Real>& lesson, const Match<Real>& match,
                                      const Lanes<Real>& share) {
    const bool room = state.count < parameters.templates;
    Learned learned;
    std::array<Real, most_templates> assigned{};  // q, by template
    std::array<Real, most_templates> forecast{};  // clip(w·x) before learning
    for (int k = 0; k < state.count; ++k) forecast[k] = match.pain[k + 1];
    if (room && math::primal(share[0]) > 0.5) {
        auto inherited = inherit(state, parameters, cues);
        auto inherited_study = inherit_study(state, parameters);
        Real expected = match.pain[0];
        if (math::primal(parameters.separation) > 0) {
            const Real kept = -math::square(lesson.outcome - expected) / (2.0 * math::square(parameters.outcome_width));
            if (math::primal(log_apart(parameters)) > math::primal(kept)) {
                inherited.fill(Real(0));
                inherited_study.weight.fill(Real(0));
                expected = Real(0);
            }
        }
        const int k = state.count++;
        state.study[k] = inherited_study;
        state.study[k].meet(cues.study);
        for (int d = 0; d < Layout::all; ++d) {
            state.prototype[d][k] = cues.known[d] ? cues.value[d] : Real(detail::middle);
            if (d < Layout::signals) state.weight[d][k] = inherited[d];
        }
        state.met[k] = 0;
        state.strength[k] = state.integration[k] = state.verbal[k] = Real(0);
        state.trace[k].fill(Real(0));
        assigned[k] = Real(1);
        state.hurt_mass[k] = Real(0);
        for (auto& level : state.hurt) level[k] = Real(0);
        for (auto& off : state.eased) off[k] = Real(0);
        state.safe[k] = Real(0);
        forecast[k] = expected;
        learned.opened = true;
    } else {
        const Real rest = 1.0 - share[0];
        for (int k = 0; k < state.count; ++k) assigned[k] = share[k + 1] / rest;
    }

    std::array<Real, most_templates> like{};  // before anything moves
    for (int k = 0; k < state.count; ++k) like[k] = likeness(state, parameters, cues, k);
    for (int k = 0; k < state.count; ++k) {
        if (learned.most < 0 || math::primal(assigned[k]) > math::primal(assigned[learned.most])) learned.most = k;
    }
    if (learned.most >= 0) {  // it meets what is new in the moment; the others learn only about what they have met
        const int k = learned.most;
        for (int d = 0; d < Layout::all; ++d) {
            const bool anew = cues.known[d] && (state.met[k] >> d & 1U) == 0;
            if (anew) state.prototype[d][k] = cues.value[d];
            if (anew) state.met[k] |= 1U << d;
        }
    }
    for (int k = 0; k < state.count; ++k) {
        const Real q = assigned[k];
        const Real surprise = lesson.outcome - forecast[k];
        Real rate = Templates::rate(parameters, surprise, state.integration[k], lesson);
        const bool hurts = math::primal(surprise) > 0;
        if (!hurts) rate = rate * at_level(state, parameters, cues, k);
        const Real pained = hurts ? q * rate * surprise * like[k] : Real(0);
        state.hurt_mass[k] += pained;
        const Real step = 1.0 / (state.strength[k] + 1.0);
        const Real drift = q * math::maximum(Real(0.005), step);
        for (int d = 0; d < Layout::all; ++d) {
            if ((state.met[k] >> d & 1U) == 0) continue;
            if (d < Layout::signals) {
                // An unknown cue stands at what the template expected there; its prototype does not move.
                const Real expected = cues.known[d] ? cues.value[d] : state.prototype[d][k];
                const Real change = q * rate * surprise * like[k] * expected;
                state.weight[d][k] += change;
                state.hurt[d][k] += pained * expected;
                // What pain puts back need not come back by itself.
                if (!hurts || math::primal(state.eased[d][k]) > 0) {
                    state.eased[d][k] = math::maximum(Real(0), Real(state.eased[d][k] - change));
                }
            }
            if (cues.known[d]) state.prototype[d][k] += drift * (cues.value[d] - state.prototype[d][k]);
        }
        if ((cues.study.known | state.study[k].signals) != 0) {
            state.study[k].learn(cues.study, q * rate * surprise * like[k], drift, k == learned.most);
        }
        state.integration[k] += q * step * ((1.0 - lesson.overwhelm) - state.integration[k]);
        if (!hurts) state.safe[k] += q;
        state.strength[k] += q;
        state.verbal[k] += q * lesson.verbal;
        for (int j = 0; j < derived.recency.nodes; ++j) state.trace[k][j] += q * derived.recency.weight[j];
        if (math::primal(parameters.overwhelm_persistence) > 0) {
            state.trace[k][0] += q * parameters.overwhelm_persistence * lesson.overwhelm;  // node 0 does not fade
        }
    }
    return learned;
}

}  // namespace nearness::memory
