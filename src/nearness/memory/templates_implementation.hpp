// Bodies of memory/templates.hpp. Included by the file that instantiates them, and by world/encounter, whose inner loop
// needs `match` in sight of the compiler.
#pragma once

#include "nearness/memory/templates.hpp"

namespace nearness::memory {

namespace detail {

// Expected value of an unknown cue under a new template: its density is uniform on [0, 1].
inline constexpr double middle = 0.5;

inline constexpr double half_log_two_pi = 0.918938533204672741780329736406;

}  // namespace detail

template <class Real, class Layout>
std::array<Real, Layout::signals> Templates<Real, Layout>::working_model(const State& state) {
    std::array<Real, Layout::signals> model{};
    Real total{};
    for (int k = 0; k < state.count; ++k) total += state.strength[k];
    if (state.count == 0) return model;
    for (int d = 0; d < Layout::signals; ++d) {
        Real sum{};
        for (int k = 0; k < state.count; ++k) sum += state.strength[k] * state.weight[d][k];
        model[d] = sum / total;
    }
    return model;
}

// γ w̄, what a new template starts from; under (memory.8) of what each one's weights come to here.
template <class Real, class Layout>
std::array<Real, Layout::signals> Templates<Real, Layout>::inherit(const State& state, const Parameters& parameters,
                                                                   const Cues& cues) {
    std::array<Real, Layout::signals> inherited{};
    if (math::primal(parameters.likeness) > 0) {
        State here = state;
        for (int k = 0; k < state.count; ++k) {
            const Real like = likeness(state, parameters, cues, k);
            for (auto& weight : here.weight) weight[k] = weight[k] * like;
        }
        inherited = working_model(here);
    } else {
        inherited = working_model(state);
    }
    for (Real& weight : inherited) weight = parameters.generalisation * weight;
    return inherited;
}

// (memory.8): 1 at the template's own contexts, and everywhere where the addition is off.
template <class Real, class Layout>
Real Templates<Real, Layout>::likeness(const State& state, const Parameters& parameters, const Cues& cues, int k) {
    if (math::primal(parameters.likeness) == 0) return Real(1);
    Real distance{};
    for (int d = Layout::signals; d < Layout::all; ++d) {
        if (cues.known[d]) distance += math::square(cues.value[d] - state.prototype[d][k]);
    }
    return math::exp(-0.5 * math::square(parameters.likeness) * distance);
}

// The same for a study's cues. What is new expects the middle of the range where a signal is not known.
template <class Real, class Layout>
StudyTemplate<Real> Templates<Real, Layout>::inherit_study(const State& state, const Parameters& parameters) {
    StudyTemplate<Real> inherited;
    for (int k = 0; k < state.count; ++k) inherited.signals |= state.study[k].signals;
    if (inherited.signals == 0) return inherited;
    inherited.prototype.fill(Real(detail::middle));
    Real total{};
    for (int k = 0; k < state.count; ++k) total += state.strength[k];
    StudyTemplate<Real>::each(inherited.signals, [&](std::size_t i) {
        Real sum{};
        for (int k = 0; k < state.count; ++k) sum += state.strength[k] * state.study[k].weight[i];
        inherited.weight[i] = parameters.generalisation * (sum / total);
    });
    return inherited;
}

template <class Real, class Layout>
Matcher<Real, Layout> Templates<Real, Layout>::prepare(const State& state, const Parameters& parameters,
                                                       const Cues& cues) {
    Matcher matcher;
    matcher.lanes = state.count + 1;
    matcher.hard = parameters.assignment == Assignment::map;
    matcher.base.fill(Real(no_mass));

    const Real signal_variance = math::square(parameters.signal_width);
    const Real context_variance = math::square(parameters.context_width);
    const Real log_signal_width = math::log(parameters.signal_width);
    const Real log_context_width = math::log(parameters.context_width);
    for (int k = 0; k < state.count; ++k) {
        // Four sums side by side: one would wait for itself at every node. Nodes that are not in use hold 0.
        std::array<Real, 4> sums{};
        for (int j = 0; j < most_nodes; j += 4) {
            for (int i = 0; i < 4; ++i) sums[i] += state.trace[k][j + i];
        }
        const Real prior = (sums[0] + sums[1]) + (sums[2] + sums[3]);
        const Real spread = 1.0 + 1.0 / (parameters.prototype_strength + state.strength[k]);  // φ_k
        const Real half_log_spread = 0.5 * math::log(spread);
        Real log_density{};
        for (int d = 0; d < Layout::all; ++d) {
            if (!cues.known[d]) continue;
            const bool signal = d < Layout::signals;
            log_density -= detail::half_log_two_pi + half_log_spread + (signal ? log_signal_width : log_context_width);
            if (signal) continue;  // its distance changes with every beat
            log_density -= math::square(cues.value[d] - state.prototype[d][k]) / (2.0 * context_variance * spread);
        }
        const StudyTemplate<Real>& study = state.study[k];
        if ((study.met & cues.study.known) != 0) {
            log_density += study.log_density(cues.study, spread, parameters.signal_width, parameters.context_width);
        }
        const int lane = k + 1;
        matcher.prior += prior;
        matcher.base[lane] = math::log(prior) + log_density;
        matcher.precision[lane] = 1.0 / (2.0 * signal_variance * spread);
        matcher.telling[lane] = state.verbal[k] / state.strength[k];
        if ((study.signals | cues.study.known) != 0) matcher.offset[lane] += study.expected_pain(cues.study);
        for (int d = 0; d < Layout::signals; ++d) {
            if (cues.known[d]) {
                matcher.prototype[d][lane] = state.prototype[d][k];
                matcher.weight[d][lane] = state.weight[d][k];
            } else {
                matcher.offset[lane] += state.weight[d][k] * state.prototype[d][k];
            }
        }
        if (math::primal(parameters.likeness) > 0) {
            const Real like = likeness(state, parameters, cues, k);
            matcher.offset[lane] = matcher.offset[lane] * like;
            for (auto& weight : matcher.weight) weight[lane] = weight[lane] * like;
        }
    }
    const bool room = state.count < parameters.templates;
    matcher.base[0] = room ? Real(math::log(parameters.concentration)) : Real(no_mass);
    if (room) matcher.prior += parameters.concentration;
    matcher.telling[0] = Real(1);
    if (const auto study = inherit_study(state, parameters); (study.signals | cues.study.known) != 0) {
        matcher.offset[0] += study.expected_pain(cues.study);
    }
    const auto inherited = inherit(state, parameters, cues);
    for (int d = 0; d < Layout::signals; ++d) {
        if (cues.known[d]) {
            matcher.weight[d][0] = inherited[d];
        } else {
            matcher.offset[0] += inherited[d] * detail::middle;
        }
    }
    return matcher;
}

namespace detail {

// e^x for x <= 0. Below e^−700 nothing is left: the bound costs nothing and spares a branch.
template <class Value>
[[gnu::always_inline]] inline Value decay(const Value& x) {
    return math::exp_core(math::maximum(x, Value(-700.0)));
}

// Σ_k a_k b_k over lanes, in fours as (0 + 1) + (2 + 3): short chains, and an order that lanes without mass do not disturb.
template <int lanes, class Value>
[[gnu::always_inline]] inline Value lane_sum(const Lanes<Value>& a, const Lanes<Value>& b) {
    Value sum(0.0);
    for (int k = 0; k < lanes; k += 4) {
        Value part = a[k] * b[k];
        if (k + 1 < lanes) part += a[k + 1] * b[k + 1];
        if (k + 3 < lanes) {
            part += a[k + 2] * b[k + 2] + a[k + 3] * b[k + 3];
        } else if (k + 2 < lanes) {
            part += a[k + 2] * b[k + 2];
        }
        sum = k == 0 ? part : sum + part;
    }
    return sum;
}
template <int lanes, class Value>
[[gnu::always_inline]] inline Value lane_sum(const Lanes<Value>& a) {
    Value sum(0.0);
    for (int k = 0; k < lanes; k += 4) {
        Value part = a[k];
        if (k + 1 < lanes) part += a[k + 1];
        if (k + 3 < lanes) {
            part += a[k + 2] + a[k + 3];
        } else if (k + 2 < lanes) {
            part += a[k + 2];
        }
        sum = k == 0 ? part : sum + part;
    }
    return sum;
}

// Assignment by map: the first lane with the largest score has the whole belief.
template <int lanes, class Value, class Layout>
[[gnu::noinline]] Expectation<Value> match_best(const Matcher<Value, Layout>& matcher, const Value& top,
                                                const Lanes<Value>& score, Lanes<Value>& belief,
                                                const Lanes<Value>& pain, Value& total) {
    Expectation<Value> best{Value(0.0), Value(0.0)};
    for (int k = lanes - 1; k >= 0; --k) {
        const auto lower = score[k] < top;
        best.predicted = math::select(lower, best.predicted, pain[k]);
        best.telling = math::select(lower, best.telling, matcher.telling[k]);
    }
    Value left(1.0);
    for (int k = 0; k < lanes; ++k) {
        belief[k] = math::select(score[k] < top, Value(0.0), left);
        left = left - belief[k];
    }
    total = Value(1.0);
    return best;
}

// (memory.2) and (memory.3) over the first `lanes` lanes; `belief` is left unnormalised, with its sum in `total`.
template <int lanes, class Value, class Layout>
[[gnu::always_inline]] inline Expectation<Value> match_lanes(const Matcher<Value, Layout>& matcher,
                                                             const std::array<Value, Layout::signals>& signals,
                                                             Lanes<Value>& score, Lanes<Value>& belief,
                                                             Lanes<Value>& pain, Value& total) {
#pragma GCC unroll 4
    for (int k = 0; k < lanes; ++k) {
        Value distance = math::square(Value(signals[0] - matcher.prototype[0][k]));
        Value sum = matcher.weight[0][k] * signals[0];
        for (int d = 1; d < Layout::signals; ++d) {
            distance += math::square(Value(signals[d] - matcher.prototype[d][k]));
            sum += matcher.weight[d][k] * signals[d];
        }
        score[k] = matcher.base[k] - matcher.precision[k] * distance;
        pain[k] = math::clip(Value(sum + matcher.offset[k]), 0.0, 1.0);
    }
    Value top = score[0];
    for (int k = 1; k < lanes; ++k) top = math::maximum(top, score[k]);
    if (matcher.hard) [[unlikely]]
        return match_best<lanes>(matcher, top, score, belief, pain, total);
    for (int k = 0; k < lanes; ++k) belief[k] = decay(Value(score[k] - top));
    total = lane_sum<lanes>(belief);
    const Value share = 1.0 / total;
    return {lane_sum<lanes>(belief, pain) * share, lane_sum<lanes>(belief, matcher.telling) * share};
}

// Calls match_lanes with the number of lanes as a constant: lives have 2 to 5.
template <class Value, class Layout>
inline Expectation<Value> match_any(const Matcher<Value, Layout>& matcher,
                                    const std::array<Value, Layout::signals>& signals, Lanes<Value>& score,
                                    Lanes<Value>& belief, Lanes<Value>& pain, Value& total) {
    switch (matcher.lanes) {
        case 1: return match_lanes<1>(matcher, signals, score, belief, pain, total);
        case 2: return match_lanes<2>(matcher, signals, score, belief, pain, total);
        case 3: return match_lanes<3>(matcher, signals, score, belief, pain, total);
        case 4: return match_lanes<4>(matcher, signals, score, belief, pain, total);
        case 5: return match_lanes<5>(matcher, signals, score, belief, pain, total);
        case 6: return match_lanes<6>(matcher, signals, score, belief, pain, total);
        default: return match_lanes<most_lanes>(matcher, signals, score, belief, pain, total);
    }
}

}  // namespace detail

// The matchers of a group of persons as one. Lanes that one of them lacks have no mass there.
template <class Layout>
Matcher<math::Group, Layout> side_by_side(const std::array<const Matcher<double, Layout>*, math::group_size>& each) {
    Matcher<math::Group, Layout> all;
    all.base.fill(math::Group(no_mass));
    all.hard = each[0]->hard;
    for (int i = 0; i < math::group_size; ++i) {
        const Matcher<double, Layout>& one = *each[i];
        all.lanes = math::maximum(all.lanes, one.lanes);
        for (int k = 0; k < one.lanes; ++k) {
            all.base[k].set(i, one.base[k]);
            all.precision[k].set(i, one.precision[k]);
            all.offset[k].set(i, one.offset[k]);
            all.telling[k].set(i, one.telling[k]);
            for (int d = 0; d < Layout::signals; ++d) {
                all.prototype[d][k].set(i, one.prototype[d][k]);
                all.weight[d][k].set(i, one.weight[d][k]);
            }
        }
    }
    return all;
}

template <class Real, class Layout>
inline Match<Real> Templates<Real, Layout>::match(const Matcher& matcher,
                                                  const std::array<Real, Layout::signals>& signals) {
    Match<Real> match;
    Real total(0.0);
    const Expectation<Real> expected =
        detail::match_any(matcher, signals, match.score, match.belief, match.pain, total);
    for (int k = 0; k < matcher.lanes; ++k) match.belief[k] = match.belief[k] / total;
    for (int k = matcher.lanes; k < most_lanes; ++k) match.belief[k] = match.pain[k] = Real(0);
    match.predicted = expected.predicted;
    match.telling = expected.telling;
    return match;
}

template <class Real, class Layout>
template <class Value>
inline Expectation<Value> Templates<Real, Layout>::expect(const memory::Matcher<Value, Layout>& matcher,
                                                          const std::array<Value, Layout::signals>& signals) {
    Lanes<Value> score;
    Lanes<Value> belief;
    Lanes<Value> pain;
    Value total(0.0);
    return detail::match_any(matcher, signals, score, belief, pain, total);
}

template <class Real, class Layout>
Match<Real> Templates<Real, Layout>::match(const Matcher& matcher, const Cues& cues) {
    std::array<Real, Layout::signals> signals;
    for (int d = 0; d < Layout::signals; ++d) signals[d] = cues.known[d] ? cues.value[d] : Real(0);
    return match(matcher, signals);
}

template <class Real, class Layout>
void Templates<Real, Layout>::pass(State& state, const Derived& derived, double days) {
    if (days <= 0 || state.count == 0) return;
    std::array<Real, most_nodes> kept;
    for (int j = 0; j < derived.recency.nodes; ++j) kept[j] = detail::decay(Real(-derived.recency.rate[j] * days));
    for (int k = 0; k < state.count; ++k) {
        for (int j = 0; j < derived.recency.nodes; ++j) state.trace[k][j] = state.trace[k][j] * kept[j];
    }
    if (math::primal(derived.safety_fading) == 0) return;
    for (int k = 0; k < state.count; ++k) {
        const Real left = detail::decay(Real(-derived.safety_fading * days / (1.0 + state.safe[k])));
        for (int d = 0; d < Layout::signals; ++d) {
            state.weight[d][k] += state.eased[d][k] * (1.0 - left);
            state.eased[d][k] = state.eased[d][k] * left;
        }
    }
}

template <class Real, class Layout>
Real Templates<Real, Layout>::charge(const State& state, int k) {
    Real sum{};
    for (int d = 0; d < Layout::signals; ++d) sum += state.weight[d][k] * state.prototype[d][k];
    if (state.study[k].signals != 0) sum += state.study[k].expected_pain({});
    return math::clip(sum, 0.0, 1.0);
}

template <class Real, class Layout>
Real Templates<Real, Layout>::worst_charge(const State& state, int k) {
    const Real usual = charge(state, k);
    if (math::primal(state.hurt_mass[k]) <= 0) return usual;
    Real sum{};
    for (int d = 0; d < Layout::signals; ++d) sum += state.weight[d][k] * (state.hurt[d][k] / state.hurt_mass[k]);
    return math::maximum(usual, Real(math::clip(sum, 0.0, 1.0)));
}

}  // namespace nearness::memory

#include "nearness/memory/learning_implementation.hpp"
