// The others: caregiver, partner, therapist. What they bring to an encounter, and the pain they cause (MODEL section 9).
#pragma once

#include "nearness/world/caregiver.hpp"
#include "nearness/world/partner.hpp"
#include "nearness/world/therapist.hpp"

#include <array>
#include <optional>
#include <variant>

namespace nearness::world {

using Kind = std::variant<Caregiver, Partner, Therapist>;

struct Other {
    double attention = 0.85;
    double responsive = 0.75;
    double steady = 0.15;
    double offer = 1.0;
    Kind kind = Partner{};
    std::optional<std::array<double, 2>> identity;  // who₁, who₂ when given

    double setting() const { return std::holds_alternative<Therapist>(kind) ? 1.0 : 0.0; }
    double pursue() const {
        const auto* partner = std::get_if<Partner>(&kind);
        return partner == nullptr ? 0.0 : partner->pursue;
    }
    // How far the person can leave: a child cannot.
    double escape() const {
        const auto* caregiver = std::get_if<Caregiver>(&kind);
        return caregiver == nullptr ? 1.0 : caregiver->escape;
    }

    bool operator==(const Other&) const = default;
};

// What has grown between the person and one other.
template <class Real>
struct Acquaintance {
    std::array<double, 2> identity{0.65, 0.65};  // who₁, who₂
    Real goodwill{1};
    Real expectation{0.1};  // h, the reported expectation of pain; mind::first_expectation
};

// How likely this other hurts in each of the two ways that are a matter of luck.
template <class Real>
Chances<Real> chances(const Other& other, const Acquaintance<Real>& acquaintance) {
    if (std::holds_alternative<Caregiver>(other.kind)) return Caregiver::chances<Real>();
    const Real goodwill = std::holds_alternative<Therapist>(other.kind) ? Real(1) : acquaintance.goodwill;
    return partner_chances(other.responsive, goodwill);
}

// External pain at the peak of an encounter, given what happens (`chances` drawn) or how likely it is (undrawn).
template <class Real>
Real pain(const Other& other, const Peak<Real>& peak, const Chances<Real>& happens) {
    if (const auto* caregiver = std::get_if<Caregiver>(&other.kind)) return caregiver->pain(peak, happens);
    return partner_pain(peak, happens);
}

}  // namespace nearness::world
