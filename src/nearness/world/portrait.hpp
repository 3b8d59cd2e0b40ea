// Where an encounter goes: closeness and arousal as a flow, for a person as they are now (MODEL sections 4, 5 and 10).
//
// SAYS   What is predicted sets arousal within seconds; arousal sets approach against protection, which move closeness
//        within minutes. Where both stand still an encounter comes to rest: that is how close it gets.
// EQUATIONS in the encounter of the typical path (noise 0, strategies averaged, attention and difficulty their means);
//        A(a) = u(a)·Σ share (1 − trust), x and f of the same c, a, A
//   dc/dt = (nearer·(1 − c) − away·c)/Δ,  nearer = Δ·k_app·drive·offer'·(1 − lowers·A), away = Δ·k_prot·b·A (encounter.1)
//   da/dt = (1 − e^(−Δ/τ_a))(clip(V(x) − ρR, 0, 1) − a)/Δ                                                        (body.1)
//   R = insight·e(x)·(1 − a), the value it tends to                                                              (mind.1)
//   closeness stands still at c = nearer/(nearer + away), a function of a; arousal at a = clip(V(x) − ρR, 0, 1)
// LIMITS R comes only over τ_r = 180 s: early in an encounter the true arousal is higher, by ρR at most. One beat of
//        world/beats.hpp is this flow, first in arousal, then in closeness at the new arousal.
// SOURCE phase plane analysis as in any text on dynamical systems (Strogatz 1994, chapter 6).
// CHECKED tests/world/portrait_test.cpp, against world/beats.hpp.
#pragma once

#include "nearness/world/encounter.hpp"

#include <optional>
#include <vector>

namespace nearness::world {

class Portrait {
public:
    using Parameters = person::Parameters<double>;
    using Derived = person::Derived<double>;

    // `derived` is that of `parameters`.
    Portrait(person::Person<double> person, Acquaintance<double> acquaintance, Parameters parameters,
             const Derived& derived, const Other& other);
    Portrait(Portrait&&) = default;  // a copy would recall what the other remembers
    Portrait& operator=(Portrait&&) = default;

    struct Flow {
        double closeness, arousal;  // per second
    };
    Flow flow(double closeness, double arousal) const;

    // Arousal a beat later; with R given, or as it comes to be at this closeness and arousal.
    double next_arousal(double closeness, double arousal, double reflection) const;
    double next_arousal(double closeness, double arousal) const;

    // Where closeness stands still at this arousal; none where nothing moves it.
    std::optional<double> still_closeness(double arousal) const;
    // Where arousal stands still at this closeness, ascending: once, or three times where an alarm feeds itself.
    std::vector<double> still_arousals(double closeness) const;

    struct Rest {
        double closeness, arousal;
        bool settles;  // otherwise what is near is driven away from it
    };
    std::vector<Rest> rests() const;

    // Arousal at which the alarm is half on: θ − ζ·guard.
    double alarm() const { return parameters_.body.threshold - opening_.pull; }
    // The wish for closeness: what draws nearer.
    double wish() const { return wish_; }
    // The encounter itself, beat by beat, with R as it really comes.
    std::vector<Beat<double>> course() const;

private:
    memory::Expectation<double> expected(double closeness, double arousal) const;
    double acting(double arousal) const;  // A
    double next_arousal(double arousal, const memory::Expectation<double>& expected, double reflection) const;

    person::Person<double> person_;
    Parameters parameters_;
    Derived derived_;
    Opening<double> opening_;
    person::Recall<double> recall_;
    double wish_ = 0;
};

}  // namespace nearness::world
