// What is measured on a person without changing them (MODEL section 14).
//
//   edge     smallest closeness (grid 0.005) with V > θ at v = f = 1, att = other.attention, no conflict; guard and ρ
//            are ignored; 1 if none
//   area     mean of V over that grid
//   trigger profile  V with one signal cue at a time at full strength, the others 0
// Edges pile up at 1 after treatment: report medians or the share at 1 beside means. CHECKED tests/world/measures_test.cpp.
#pragma once

#include "nearness/world/encounter.hpp"

namespace nearness::world {

inline constexpr int curve_points = 201;  // closeness 0, 0.005, ..., 1

template <class Real>
struct Curve {
    std::array<Real, curve_points> predicted{};  // V at each closeness
    double edge = 1;
    Real area{};
};

template <class Real>
struct Measures {
    using Person = person::Person<Real>;
    using Parameters = person::Parameters<Real>;

    static double closeness_at(int point) { return 0.005 * point; }

    static Curve<Real> curve(const Person& person, const Parameters& parameters, const Other& other,
                             const std::array<double, 2>& identity) {
        const auto recall = person.recall(parameters, cues_of<Real>(parameters, other, identity, false));
        Curve<Real> curve;
        bool above = false;
        for (int i = 0; i < curve_points; ++i) {
            const Real c(closeness_at(i));
            const Real predicted = recall.expect(person::perceive(c, {}, Real(other.attention))).predicted;
            curve.predicted[static_cast<std::size_t>(i)] = predicted;
            curve.area += predicted * (1.0 / curve_points);
            if (!above && math::primal(predicted) > math::primal(parameters.body.threshold)) {
                above = true;
                curve.edge = closeness_at(i);
            }
        }
        return curve;
    }

    static std::array<Real, memory::EncounterCues::signals> trigger_profile(const Person& person,
                                                                            const Parameters& parameters,
                                                                            const Other& other,
                                                                            const std::array<double, 2>& identity) {
        const auto recall = person.recall(parameters, cues_of<Real>(parameters, other, identity, false));
        std::array<Real, memory::EncounterCues::signals> profile{};
        for (std::size_t d = 0; d < profile.size(); ++d) {
            std::array<Real, memory::EncounterCues::signals> alone{};
            alone[d] = Real(1);
            profile[d] = recall.expect(alone).predicted;
        }
        return profile;
    }

    // Mean trust, weighted by how likely each part is on duty.
    static Real trust(const Person& person, const Parameters& parameters) {
        const auto preference = protection::Repertoire<Real>::preferences(person.protection, parameters.protection);
        return protection::Parts<Real>::access(person.protection, preference, Real(0));
    }
};

}  // namespace nearness::world
