// Latent causes of trials with binary features: the particle filter.
//
// SAYS   As latent_causes.hpp, but a learner holds many ways at once of dividing the past into causes, each drawn, instead
//        of the one that seemed best on every trial.
// EQUATIONS (m runs over particles; with those of latent_causes.hpp, each particle with its own counts and last cause)
//   (latent_cause_particles.1) V = Σ_m V_m/M: particles are averaged as equals, before cues and outcome weigh them
//   (latent_cause_particles.2) ω_m ∝ Σ_k prior_mk × likelihood of cues and outcome, the prior of each adding up to 1
//   (latent_cause_particles.3) M particles are drawn by ω, with replacement; each draws the cause of the trial from its q
// RANDOM purpose `assignment`: draw 2m who particle m goes on from, 2m + 1 the cause.
// LIMITS features are there (½ or more) or not. M K (2 stimuli + 1) at most 524,288, and 65,535 trials. No derivative.
// COST   M times that of the local map, and the copying of counts.
// SOURCE as latent_causes.hpp.  CHECKED tests/learners/latent_causes_test.cpp: golden means, and exact enumeration.
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/memory/learners/latent_causes.hpp"

namespace nearness::learners {

inline constexpr int most_cause_particles = 1000;
inline constexpr int most_counted_trials = 65535;  // 16 bits

template <class Real>
struct LatentCauseParticles {
    static constexpr std::string_view name = "latent-cause-particles";
    static constexpr std::string_view title = "latent causes, particle filter";
    using Number = Real;
    static constexpr Accepts accepts{
        .most_trials = most_counted_trials, .cues_are_shares = true, .outcomes_are_shares = true};

    struct Parameters : LatentCauseParameters<Real> {
        int particles;

        Parameters() { set_defaults(*this); }

        template <class Self, class Visit>
        static void describe(Self& self, Visit&& visit) {
            LatentCauseParameters<Real>::describe(self, visit);
            visit(Field{"latent_cause_particles.particles", "M", Quantity::count, "", 100, 1, most_cause_particles,
                        Prior::none, "how many ways of dividing the past are held side by side", "gershman2010"},
                  self.particles);
        }
    };

    struct Derived : Basics<Parameters> {
        int per_cause = 0;     // numbers: its trials, then of each stimulus how often it was there and how often not
        int per_particle = 0;  // of all causes
    };

    // Counts of all particles side by side; only as many as are used are ever read.
    struct Counts {
        std::array<std::uint16_t, std::size_t{1} << 19U> number;
        std::array<std::int16_t, most_cause_particles> last;  // the last cause of each
    };
    struct State {
        std::array<Counts, 2> counts;  // now, and where the next are written
        int now = 0;
        PerCause<Real> posterior{};
    };

    struct Prediction {
        Real expected{};
        Real response{};
        PerCause<Real> belief{};
    };

    static bool fits(const Parameters& parameters, const Setting& setting) {
        return parameters.particles * parameters.causes * (2 * setting.stimuli() + 1) <= (1 << 19);
    }

    static Derived derive(const Parameters& parameters, const Setting& setting) {
        ensure(fits(parameters, setting), "so many particles, causes and stimuli do not fit together");
        Derived derived{{parameters, setting}};
        derived.per_cause = 2 * setting.stimuli() + 1;
        derived.per_particle = parameters.causes * derived.per_cause;
        return derived;
    }

    static State begin(const Derived& derived) {
        State state;
        const int particles = derived.parameters.particles;
        for (int i = 0; i < particles * derived.per_particle; ++i) state.counts[0].number[i] = 0;
        for (int m = 0; m < particles; ++m) state.counts[0].last[m] = -1;
        return state;
    }

    static Prediction predict(const State& state, const Derived& derived, const Trial<Real>& trial) {
        const Parameters& p = derived.parameters;
        const Counts& counts = state.counts[state.now];
        Prediction predicted;
        for (int m = 0; m < p.particles; ++m) {
            PerCause<Real> belief;
            const int causes = weigh(derived, counts, m, trial, derived.setting.cue_mask(), belief);
            Real total{};
            Real outcome{};
            for (int k = 0; k < causes; ++k) {
                total += belief[k];
                outcome += belief[k] * likelihood(p, of(derived, counts, m, k), derived.setting.cues, true);
            }
            const Real share = 1.0 / (total * static_cast<double>(p.particles));
            predicted.expected += outcome * share;
            for (int k = 0; k < causes; ++k) predicted.belief[k] += belief[k] * share;
        }
        predicted.response = predicted.expected;
        return predicted;
    }

    static void learn(State& state, const Derived& derived, const Trial<Real>& trial, const Prediction&,
                      const random::Stream& draws) {
        const int particles = derived.parameters.particles;
        const Counts& from = state.counts[state.now];
        Counts& to = state.counts[1 - state.now];

        std::array<PerCause<Real>, most_cause_particles> share;  // running sums over causes
        std::array<Real, most_cause_particles> until;            // running sums over particles
        std::array<int, most_cause_particles> causes;
        Real total{};
        state.posterior.fill(Real(0));
        for (int m = 0; m < particles; ++m) {
            causes[m] = weigh(derived, from, m, trial, ~Mask{0}, share[m]);
            Real own{};
            for (int k = 0; k < causes[m]; ++k) {
                state.posterior[k] += share[m][k];
                own += share[m][k];
                share[m][k] = own;
            }
            total += own;
            until[m] = total;
        }
        normalise(state.posterior, derived.parameters.causes);

        const Guide guide(until, particles, total);
        for (int m = 0; m < particles; ++m) {
            const auto draw = static_cast<std::uint32_t>(2 * m);
            const int parent =
                guide.find(until, draws.uniform(random::Purpose::assignment, draw) * math::primal(total));
            const double at =
                draws.uniform(random::Purpose::assignment, draw + 1) * math::primal(share[parent][causes[parent] - 1]);
            int cause = 0;
            while (cause + 1 < causes[parent] && math::primal(share[parent][cause]) <= at) ++cause;
            const std::uint16_t* source = of(derived, from, parent, 0);
            std::uint16_t* target = to.number.data() + m * derived.per_particle;
            for (int i = 0; i < derived.per_particle; ++i) target[i] = source[i];
            to.last[m] = static_cast<std::int16_t>(cause);
            count(target + cause * derived.per_cause, trial);
        }
        state.now = 1 - state.now;
    }

    template <class Visit>
    static void show(const Prediction& predicted, const Derived& derived, const Trial<Real>&, Visit&& visit) {
        visit(shown::prediction, predicted.expected);
        visit(shown::response, predicted.response);
        for (int k = 0; k < derived.parameters.causes; ++k) visit(shown::belief.at(k), predicted.belief[k]);
    }

    template <class Visit>
    static void show_state(const State& state, const Derived& derived, Visit&& visit) {
        const Counts& counts = state.counts[state.now];
        const int particles = derived.parameters.particles;
        for (int k = 0; k < derived.parameters.causes; ++k) {
            double trials = 0;
            for (int m = 0; m < particles; ++m) trials += of(derived, counts, m, k)[0];
            visit(shown::posterior.at(k), state.posterior[k]);
            visit(
                Output{"strength", "N_k", "trials that were assigned to cause k, averaged over particles", Index::cause}
                    .at(k),
                Real(trials / particles));
        }
    }

private:
    static const std::uint16_t* of(const Derived& derived, const Counts& counts, int m, int k) {
        return counts.number.data() + m * derived.per_particle + k * derived.per_cause;
    }

    static Real likelihood(const Parameters& p, const std::uint16_t* cause, int d, bool there) {
        const double with = cause[1 + 2 * d];
        const double without = cause[2 + 2 * d];
        const Real& prior = there || p.absence == Absence::published ? p.prior_present : p.prior_absent;
        return ((there ? with : without) + prior) / (with + without + p.prior_present + p.prior_absent);
    }

    // prior_mk × likelihood of the features in `of_these`, the prior adding up to 1. Returns how many causes are possible.
    static int weigh(const Derived& derived, const Counts& counts, int m, const Trial<Real>& trial, Mask of_these,
                     PerCause<Real>& weight) {
        const Parameters& p = derived.parameters;
        const int last = counts.last[m];
        int causes = 0;
        int free = -1;
        Real total{};
        for (int k = 0; k < p.causes; ++k) {
            weight[k] = Real(static_cast<double>(of(derived, counts, m, k)[0]));
            if (k == math::maximum(last, 0)) weight[k] += p.stickiness;
            if (math::primal(weight[k]) == 0) {
                if (free >= 0) break;  // causes are used in order: those that follow are free too
                free = k;
                weight[k] = last < 0 && k == 0 ? Real(1) : p.concentration;
            }
            total += weight[k];
            causes = k + 1;
        }
        const Mask features = trial.known & of_these & first(derived.setting.stimuli());
        for (int k = 0; k < causes; ++k) {
            weight[k] = weight[k] / total;
            const std::uint16_t* cause = of(derived, counts, m, k);
            each(features, [&](int d) { weight[k] *= likelihood(p, cause, d, math::primal(trial.value[d]) >= 0.5); });
        }
        return causes;
    }

    static void count(std::uint16_t* cause, const Trial<Real>& trial) {
        ++cause[0];
        each(trial.known, [&](int d) { ++cause[math::primal(trial.value[d]) >= 0.5 ? 1 + 2 * d : 2 + 2 * d]; });
    }

    // Finds a draw among running sums at a cost that does not grow with them: a shelf a particle says where to begin.
    class Guide {
    public:
        Guide(const std::array<Real, most_cause_particles>& until, int particles, const Real& total)
            : particles_(particles), scale_(particles / math::primal(total)) {
            int m = 0;
            for (int shelf = 0; shelf < particles; ++shelf) {
                while (m + 1 < particles && math::primal(until[m]) * scale_ <= shelf) ++m;
                begin_[shelf] = m;
            }
        }
        int find(const std::array<Real, most_cause_particles>& until, double at) const {
            int m = begin_[math::minimum(static_cast<int>(at * scale_), particles_ - 1)];
            while (m + 1 < particles_ && math::primal(until[m]) <= at) ++m;
            return m;
        }

    private:
        int particles_;
        double scale_;
        std::array<int, most_cause_particles> begin_;
    };
};

static_assert(Learner<LatentCauseParticles<double>>);

}  // namespace nearness::learners
