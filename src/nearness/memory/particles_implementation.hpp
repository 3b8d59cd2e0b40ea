// Bodies of memory/particles.hpp.
#pragma once

#include "nearness/memory/particles.hpp"
#include "nearness/memory/templates_implementation.hpp"

namespace nearness::memory {

namespace detail {

// Shares from their logarithms; returns log of what they added up to.
template <class Real>
Real normalise_logs(std::vector<Real>& logs) {
    Real top = logs.front();
    for (const Real& one : logs) top = math::maximum(top, one);
    Real total{};
    for (Real& one : logs) total += one = math::exp(one - top);
    for (Real& one : logs) one = one / total;
    return top + math::log(total);
}

template <class Real, class Layout>
Real largest_score(const Matcher<Real, Layout>& matcher, const Lanes<Real>& score) {
    Real top = score[0];
    for (int k = 1; k < matcher.lanes; ++k) top = math::maximum(top, score[k]);
    return top;
}

}  // namespace detail

template <class Real, class Layout>
Mixture<Real, Layout> Particles<Real, Layout>::prepare(const Parameters& parameters, const Cues& cues) const {
    Mixture mixture;
    for (std::size_t i = 0; i < each.size(); ++i) {
        mixture.each.push_back(Templates<Real, Layout>::prepare(each[i], parameters, cues));
        mixture.log_share.push_back(log_weight[i] - math::log(mixture.each.back().prior));
    }
    return mixture;
}

template <class Real, class Layout>
Expectation<Real> Particles<Real, Layout>::expect(const Mixture& mixture,
                                                  const std::array<Real, Layout::signals>& signals) {
    thread_local std::vector<Real> share;
    thread_local std::vector<Expectation<Real>> expected;
    share.clear();
    expected.clear();
    for (std::size_t i = 0; i < mixture.each.size(); ++i) {
        const auto& matcher = mixture.each[i];
        Lanes<Real> score, belief, pain;
        Real total(0.0);
        expected.push_back(detail::match_any(matcher, signals, score, belief, pain, total));
        share.push_back(mixture.log_share[i] + detail::largest_score(matcher, score) + math::log(total));
    }
    detail::normalise_logs(share);
    Expectation<Real> all{};
    for (std::size_t i = 0; i < share.size(); ++i) {
        all.predicted += share[i] * expected[i].predicted;
        all.telling += share[i] * expected[i].telling;
    }
    return all;
}

template <class Real, class Layout>
Match<Real> Particles<Real, Layout>::match(const Mixture& mixture,
                                           const std::array<Real, Layout::signals>& signals) const {
    using One = Templates<Real, Layout>;
    Match<Real> all = One::match(mixture.each[leading], signals);
    const Expectation<Real> expected = expect(mixture, signals);
    all.predicted = expected.predicted;
    all.telling = expected.telling;
    std::vector<Real> share;
    std::vector<Real> novelty;
    for (std::size_t i = 0; i < mixture.each.size(); ++i) {
        const Match<Real> one = One::match(mixture.each[i], signals);
        const Real top = detail::largest_score(mixture.each[i], one.score);
        Real total{};
        for (int k = 0; k < mixture.each[i].lanes; ++k) total += detail::decay(Real(one.score[k] - top));
        share.push_back(mixture.log_share[i] + top + math::log(total));
        novelty.push_back(one.belief[0]);
    }
    detail::normalise_logs(share);
    all.belief[0] = Real(0);
    for (std::size_t i = 0; i < share.size(); ++i) all.belief[0] += share[i] * novelty[i];
    return all;
}

template <class Real, class Layout>
Learned Particles<Real, Layout>::learn(State& memory, const Parameters& parameters, const Derived& derived,
                                       const Cues& cues, const Lesson<Real>& lesson, const random::Stream& draws) {
    using One = Templates<Real, Layout>;
    const auto count = static_cast<std::size_t>(parameters.particles);
    if (each.empty()) {
        each.assign(count, memory);
        log_weight.assign(count, Real(-math::log(static_cast<double>(count))));
    }
    std::vector<Learned> learned(count);
    for (std::size_t i = 0; i < count; ++i) {
        State& state = each[i];
        const auto matcher = One::prepare(state, parameters, cues);
        const Match<Real> match = One::match(matcher, cues);
        const Lanes<Real> logs = One::log_shares(state, parameters, match, lesson);
        std::vector<Real> share(logs.begin(), logs.begin() + matcher.lanes);
        log_weight[i] += detail::normalise_logs(share) - math::log(matcher.prior);

        const double uniform = draws.uniform(random::Purpose::assignment, static_cast<std::uint32_t>(i));
        double sum = 0;
        std::size_t drawn = share.size() - 1;
        for (std::size_t lane = 0; lane + 1 < share.size(); ++lane) {
            sum += math::primal(share[lane]);
            if (uniform < sum) {
                drawn = lane;
                break;
            }
        }
        Lanes<Real> whole{};
        whole[drawn] = Real(1);
        learned[i] = One::take(state, parameters, derived, cues, lesson, match, whole);
    }
    normalise();
    leading = likeliest();
    const Learned of_leading = learned[leading];
    Real squares{};
    for (const Real& log : log_weight) squares += math::exp(2.0 * log);
    if (math::primal(squares) * static_cast<double>(count) > 2.0) {
        redraw(draws.uniform(random::Purpose::assignment, static_cast<std::uint32_t>(count)));
    }
    memory = each[leading];
    return of_leading;
}

// The leading one stays, among equals.
template <class Real, class Layout>
std::size_t Particles<Real, Layout>::likeliest() const {
    std::size_t best = leading;
    for (std::size_t i = 0; i < log_weight.size(); ++i) {
        if (math::primal(log_weight[i]) > math::primal(log_weight[best])) best = i;
    }
    return best;
}

template <class Real, class Layout>
void Particles<Real, Layout>::normalise() {
    std::vector<Real> share = log_weight;
    const Real total = detail::normalise_logs(share);
    for (Real& log : log_weight) log -= total;
}

// Systematic resampling (Kitagawa 1996): one uniform, evenly spaced pointers; keeps the order of particles. The leading
// one has a weight of at least 1/count, and so at least one place.
template <class Real, class Layout>
void Particles<Real, Layout>::redraw(double uniform) {
    const std::size_t count = each.size();
    std::vector<State> drawn;
    drawn.reserve(count);
    double sum = 0;
    std::size_t next = 0;
    std::size_t leads = count;
    for (std::size_t i = 0; i < count; ++i) {
        sum += math::primal(math::exp(log_weight[i])) * static_cast<double>(count);
        const bool last = i + 1 == count;
        while (next < count && (last || static_cast<double>(next) + uniform < sum)) {
            if (i == leading && leads == count) leads = next;
            drawn.push_back(each[i]);
            ++next;
        }
    }
    if (leads == count) {  // a weight of 1/count to the last bit, and pointers just beside it
        leads = count - 1;
        drawn[leads] = each[leading];
    }
    leading = leads;
    each = std::move(drawn);
    log_weight.assign(count, Real(-math::log(static_cast<double>(count))));
}

}  // namespace nearness::memory
