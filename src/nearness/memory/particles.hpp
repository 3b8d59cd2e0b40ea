// Assignment by particles: several memories side by side, each of which has decided hard, by a draw, which template every
// moment belonged to.
//
// SAYS   A person does not average over how the past may be carved up but holds some ways of carving it up, weighted by
//        how well each foresaw what came.
// EQUATIONS (i runs over particles; p_ik and prior_ik as in templates.hpp, prior_i = Σ_k prior_ik + α)
//   (particles.1) V = Σ_i Σ_k p_ik clip(w_ik·x),  p_ik ∝ ω_i prior_ik/prior_i Π_d N(x_d; m_ikd, σ_d² φ_ik)
//   (particles.2) a moment's template is drawn from q_ik; ω_i ×= Σ_k (prior_ik/prior_i) Π_d N(…) e^(−(r − clip(w_ik·x))²/(2σ_r²))
//   (particles.3) below half the effective number, 1/Σω², they are redrawn: systematic resampling
//   A new template opens when it is drawn; there is no rule of one half.
// STATE  each particle's templates, log ω. A person's `memory` is always a copy of the likeliest particle's.
// LIMITS costs as many times an encounter as there are particles. No gradient: the draws are discrete.
// SOURCE after the particle filter of Gershman, Blei & Niv 2010 (Psychological Review 117:197), with the kernel of 2017.
// CHECKED tests/memory/particles_test.cpp.
#pragma once

#include "nearness/memory/templates.hpp"
#include "nearness/random/stream.hpp"

#include <vector>

namespace nearness::memory {

// Matchers of all particles. `Value` is a person's number type.
template <class Value, class Layout = EncounterCues>
struct Mixture {
    std::vector<Matcher<Value, Layout>> each;
    std::vector<Value> log_share;  // log ω_i − log prior_i

    bool empty() const { return each.empty(); }
};

template <class Real, class Layout = EncounterCues>
struct Particles {
    using State = memory::State<Real, Layout>;
    using Cues = memory::Cues<Real, Layout>;
    using Parameters = memory::Parameters<Real>;
    using Derived = memory::Derived<Real>;
    using Mixture = memory::Mixture<Real, Layout>;

    std::vector<State> each;       // none unless assignment is by particles and something was learned
    std::vector<Real> log_weight;  // log ω, normalised
    std::size_t leading = 0;       // the likeliest when a lesson was last learned; survives redrawing

    Mixture prepare(const Parameters& parameters, const Cues& cues) const;
    static Expectation<Real> expect(const Mixture& mixture, const std::array<Real, Layout::signals>& signals);
    // Beliefs summed over particles lane by lane have no meaning; novelty (lane 0), V and e(x) do. The other lanes are
    // those of the likeliest particle.
    Match<Real> match(const Mixture& mixture, const std::array<Real, Layout::signals>& signals) const;

    // `memory` is the person's: the start of all particles, and the leading one after the lesson.
    Learned learn(State& memory, const Parameters& parameters, const Derived& derived, const Cues& cues,
                  const Lesson<Real>& lesson, const random::Stream& draws);

private:
    std::size_t likeliest() const;
    void normalise();
    void redraw(double uniform);
};

extern template struct Particles<double>;

}  // namespace nearness::memory
