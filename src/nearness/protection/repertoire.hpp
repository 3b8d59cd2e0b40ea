// The protective repertoire: five ways of keeping closeness below the level that hurt, and how they are learned.
//
// SAYS   One strategy is on duty in an encounter, the better it has served the likelier. It is learned by what it spared
//        and what it cost, not by what it was meant for.
// EQUATIONS (MODEL section 6; s is the strategy on duty)
//   on duty: a draw from softmax(βQ)
//   A = u (1 − trust_s)(1 − suppressed);  Q_s += η_Q (−external pain − cost·mean A + ψ·felt closeness − Q_s)
// ADDED  (off unless switched on: person/additions.hpp; docs/theory/additions.md)
//   (protection.1) where somebody cannot leave, κ(1 − escape) of the chance that withdrawing is on duty goes to irritability
// CHECKED tests/protection/repertoire_test.cpp.
#pragma once

#include "nearness/base/field.hpp"
#include "nearness/base/math.hpp"

#include <array>
#include <string_view>

namespace nearness::protection {

enum class Strategy : int { flaw_finding, irritability, flatness, holding_back, withdrawing };
inline constexpr int strategies = 5;
inline constexpr std::array<std::string_view, strategies> strategy_names = {"flaw finding", "irritability", "flatness",
                                                                            "holding back", "withdrawing"};

// What a strategy does to an encounter at full activation (the table of MODEL section 6).
struct Effect {
    double pushes_away, lowers_approach, hides, dulls, friction, hurts_partner;
};
inline constexpr std::array<Effect, strategies> effects = {{
    {0.35, 0.7, 0.0, 0.0, 0.4, 0.5},
    {0.80, 0.0, 0.0, 0.0, 1.0, 1.0},
    {0.00, 0.0, 0.0, 0.8, 0.0, 0.3},
    {0.00, 0.0, 0.9, 0.0, 0.0, 0.2},
    {1.00, 0.0, 0.0, 0.0, 0.0, 0.5},  // pushes away × escape with a caregiver: a child cannot leave
}};

template <class Real>
using PerStrategy = std::array<Real, strategies>;

template <class Real>
struct Parameters {
    Real choice_sharpness, value_rate, cost, closeness_value, guard_gain, guard_pursuit, guard_time;
    Real cornered;  // of an addition: 0 is without

    Parameters() { set_defaults(*this); }

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        using enum Quantity;
        using enum Prior;
        visit(Field{"protection.choice_sharpness", "β", number, "", 6, 0, 1000, log_normal,
                    "how sharply the better strategy is preferred", design_choice, "duty_holding_back", Direction::up,
                    "after criticism"},
              self.choice_sharpness);
        visit(Field{"protection.value_rate", "η_Q", number, "", 0.08, 0, 1, log_normal,
                    "learning rate of a strategy's value", design_choice, "duty_holding_back", Direction::up,
                    "early, after criticism"},
              self.value_rate);
        visit(Field{"protection.cost", "cost", number, "", 0.08, 0, 10, log_normal,
                    "price of protecting for a whole encounter", design_choice, "duty_holding_back", Direction::down,
                    "after criticism"},
              self.cost);
        visit(Field{"protection.closeness_value", "ψ", number, "", 0.35, 0, 10, log_normal, "worth of felt closeness",
                    design_choice, "felt_closeness", Direction::up, "after criticism"},
              self.closeness_value);
        visit(Field{"protection.guard_gain", "ζ", number, "", 0.12, 0, 2, log_normal,
                    "how far guard lowers the threshold of the alarm", design_choice, "protective_use", Direction::up,
                    "with a pursuing partner"},
              self.guard_gain);
        visit(Field{"protection.guard_pursuit", "η_pursue", number, "", 0.1, 0, 1, log_normal,
                    "guard raised by being pursued while protecting", "girme2015", "guard", Direction::up,
                    "with a pursuing partner"},
              self.guard_pursuit);
        visit(Field{"protection.guard_time", "τ_guard", days, "days", 21, 0.01, 36500, log_normal,
                    "time constant with which guard fades", design_choice, "guard", Direction::up,
                    "with a pursuing partner"},
              self.guard_time);
        visit(Field{"protection.cornered", "κ_flight", number, "", 0, 0, 1, added,
                    "how far irritability takes over from withdrawing where nobody can leave", "blanchard1990",
                    "duty_irritability", Direction::up, "in childhood"},
              self.cornered);
    }
};

template <class Real>
struct State {
    PerStrategy<Real> value{};  // Q
    PerStrategy<Real> trust{};  // of each part, in [0, 1]
    Real guard{};               // in [0, 1]
};

template <class Real>
struct Repertoire {
    using Parameters = protection::Parameters<Real>;
    using State = protection::State<Real>;

    // softmax(βQ)
    static PerStrategy<Real> preferences(const State& state, const Parameters& parameters) {
        Real top = state.value[0];
        for (const Real& value : state.value) top = math::maximum(top, value);
        PerStrategy<Real> preference;
        Real total{};
        for (int s = 0; s < strategies; ++s) {
            preference[s] = math::exp(parameters.choice_sharpness * (state.value[s] - top));
            total += preference[s];
        }
        for (Real& one : preference) one = one / total;
        return preference;
    }

    // The same with somebody one can leave by `escape` (protection.1).
    static PerStrategy<Real> preferences(const State& state, const Parameters& parameters, double escape) {
        PerStrategy<Real> preference = preferences(state, parameters);
        if (math::primal(parameters.cornered) == 0 || escape >= 1) return preference;
        Real& flight = preference[static_cast<std::size_t>(Strategy::withdrawing)];
        const Real turned = parameters.cornered * (1.0 - escape) * flight;
        flight -= turned;
        preference[static_cast<std::size_t>(Strategy::irritability)] += turned;
        return preference;
    }

    static int most_likely(const PerStrategy<Real>& preference) {
        int most = 0;
        for (int s = 1; s < strategies; ++s) {
            if (math::primal(preference[s]) > math::primal(preference[most])) most = s;
        }
        return most;
    }

    // The strategy on duty, for a uniform draw.
    static int choose(const PerStrategy<Real>& preference, double uniform) {
        double sum = 0;
        for (int s = 0; s + 1 < strategies; ++s) {
            sum += math::primal(preference[s]);
            if (uniform < sum) return s;
        }
        return strategies - 1;
    }

    // `share`: how much of the encounter was this strategy's, 1 when it was drawn.
    static void learn(State& state, const Parameters& parameters, int strategy, const Real& pain, const Real& mean_use,
                      const Real& felt, const Real& share = Real(1)) {
        Real& value = state.value[strategy];
        value += share * (parameters.value_rate *
                          (-pain - parameters.cost * mean_use + parameters.closeness_value * felt - value));
    }
};

}  // namespace nearness::protection
