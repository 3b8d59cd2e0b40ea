// A person: the modules' parameters, what is derived from them once, and the one state struct that lives.
// A copy of the state is a fork, a checkpoint, a counterfactual.
#pragma once

#include "nearness/body/arousal.hpp"
#include "nearness/bond/bond.hpp"
#include "nearness/memory/templates.hpp"
#include "nearness/mind/reflection.hpp"
#include "nearness/person/approach.hpp"
#include "nearness/protection/parts.hpp"

namespace nearness::person {

template <class Real>
struct Parameters {
    memory::Parameters<Real> memory;
    body::Parameters<Real> body;
    mind::Parameters<Real> mind;
    protection::Parameters<Real> protection;
    bond::Parameters<Real> bond;
    ApproachParameters<Real> encounter;

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        decltype(self.memory)::describe(self.memory, visit);
        decltype(self.body)::describe(self.body, visit);
        decltype(self.encounter)::describe(self.encounter, visit);
        decltype(self.mind)::describe(self.mind, visit);
        decltype(self.bond)::describe(self.bond, visit);
        decltype(self.protection)::describe(self.protection, visit);
    }
};

template <class Real>
struct Derived {
    memory::Derived<Real> memory;
    body::Derived<Real> body;
    Real reflection_step;  // 1 − e^(−Δ/τ_r)

    static Derived from(const Parameters<Real>& parameters, double longest_lag) {
        return {memory::Derived<Real>::from(parameters.memory, longest_lag),
                body::Derived<Real>::from(parameters.body, parameters.encounter.beat),
                mind::Reflection<Real>::step(parameters.mind, parameters.encounter.beat)};
    }
};

template <class Real>
struct Person {
    double age = 0;  // days since birth
    memory::State<Real> memory;
    protection::State<Real> protection;
    bond::State<Real> bond;
    mind::State<Real> mind;

    // Between moments there is only decay, so any spacing is exact.
    void pass_until(double age_in_days, const Parameters<Real>& parameters, const Derived<Real>& derived) {
        const double days = age_in_days - age;
        if (days <= 0) return;
        memory::Templates<Real>::pass(memory, derived.memory, days);
        protection::Parts<Real>::pass(protection, parameters.protection, days);
        bond::Bond<Real>::pass(bond, parameters.bond, days);
        age = age_in_days;
    }
};

}  // namespace nearness::person
