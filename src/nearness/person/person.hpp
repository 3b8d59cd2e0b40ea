// A person: the modules' parameters, what is derived from them once, and the one state struct that lives.
// A copy of the state is a fork, a checkpoint, a counterfactual.
#pragma once

#include "nearness/body/arousal.hpp"
#include "nearness/bond/bond.hpp"
#include "nearness/memory/particles.hpp"
#include "nearness/memory/rival.hpp"
#include "nearness/mind/reflection.hpp"
#include "nearness/person/approach.hpp"
#include "nearness/person/knock_outs.hpp"
#include "nearness/protection/duty.hpp"
#include "nearness/protection/parts.hpp"

namespace nearness::person {

template <class Real>
struct Parameters {
    memory::Parameters<Real> memory;
    memory::RivalParameters rival;
    body::Parameters<Real> body;
    mind::Parameters<Real> mind;
    protection::Parameters<Real> protection;
    bond::Parameters<Real> bond;
    ApproachParameters<Real> encounter;
    KnockOuts knocked_out;
    // The typical path (MODEL section 13): no noise, strategies averaged, pain its expectation, nothing drawn.
    bool typical = false;

    // Makes the parameters what those modules' absence amounts to.
    void knock_out(KnockOuts which) {
        knocked_out = which;
        if (which.has(Module::working_model)) memory.generalisation = Real(0);
        if (which.has(Module::self_confirmation)) body.self_confirmation = Real(0);
        if (which.has(Module::overwhelm_confirmation)) body.overwhelm_confirmation = Real(0);
        if (which.has(Module::overwhelm_learning)) memory.pain_rate = memory.safety_rate;
        if (which.has(Module::protection_credit)) memory.protection_credit = Real(0);
        if (which.has(Module::integration)) memory.revisability_floor = Real(1);
    }

    // verbal(age): how far what is lived at that age can be told.
    double verbal(double age_in_days) const {
        return knocked_out.has(Module::verbal_access) ? 1.0 : nearness::verbal(age_in_days);
    }

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        decltype(self.memory)::describe(self.memory, visit);
        decltype(self.rival)::describe(self.rival, visit);
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
    Real reflection_step;         // 1 − e^(−Δ/τ_r)
    memory::Rival<Real> rival{};  // a newborn's

    static Derived from(const Parameters<Real>& parameters, double longest_lag) {
        Derived derived{memory::Derived<Real>::from(parameters.memory, longest_lag),
                        body::Derived<Real>::from(parameters.body, parameters.encounter.beat),
                        mind::Reflection<Real>::step(parameters.mind, parameters.encounter.beat),
                        memory::Rival<Real>::from(parameters.rival, parameters.memory, longest_lag)};
        if (parameters.knocked_out.has(Module::numbing)) derived.body.numbing_share = 0;
        return derived;
    }
};

// What the present will be compared with in one encounter: the templates, those of all particles, or a learner.
template <class Real>
struct Recall {
    memory::Matcher<Real> matcher;
    memory::Mixture<Real> mixture;  // empty unless assignment is by particles
    std::optional<memory::RivalRecall<Real>> rival;

    memory::Expectation<Real> expect(const std::array<Real, memory::EncounterCues::signals>& signals) const {
        if (rival) return rival->expect(signals);
        return mixture.empty() ? memory::Templates<Real>::expect(matcher, signals)
                               : memory::Particles<Real>::expect(mixture, signals);
    }
};

template <class Real>
struct Person {
    double age = 0;                     // days since birth
    memory::State<Real> memory;         // the leading particle's when assignment is by particles
    memory::Particles<Real> particles;  // otherwise without any
    memory::Rival<Real> rival;          // where it is not empty, the two above stay so
    protection::State<Real> protection;
    bond::State<Real> bond;
    mind::State<Real> mind;

    Recall<Real> recall(const Parameters<Real>& parameters, const memory::Cues<Real>& cues) const {
        return {memory::Templates<Real>::prepare(memory, parameters.memory, cues),
                particles.prepare(parameters.memory, cues), rival.recall(cues, parameters.rival.memory_age(age))};
    }

    memory::Match<Real> match(const Recall<Real>& recalled,
                              const std::array<Real, memory::EncounterCues::signals>& signals) const {
        if (recalled.rival) return recalled.rival->match(signals);
        return recalled.mixture.empty() ? memory::Templates<Real>::match(recalled.matcher, signals)
                                        : particles.match(recalled.mixture, signals);
    }

    // `draws` decide where particles assign the moment; nothing else asks them. A learner opens nothing.
    memory::Learned learn(const Parameters<Real>& parameters, const Derived<Real>& derived,
                          const memory::Cues<Real>& cues, const memory::Lesson<Real>& lesson,
                          const random::Stream& draws) {
        if (!parameters.rival.learns(age)) return {};
        if (!rival.empty()) {
            rival.learn(parameters.memory, cues, lesson, age, draws);
            return {};
        }
        return parameters.memory.assignment == memory::Assignment::particles
                   ? particles.learn(memory, parameters.memory, derived.memory, cues, lesson, draws)
                   : memory::Templates<Real>::learn(memory, parameters.memory, derived.memory, cues, lesson);
    }

    // Visits every memory of templates there is, the leading one's copy first.
    template <class Visit>
    void each_memory(Visit&& visit) {
        visit(memory);
        for (memory::State<Real>& particle : particles.each) visit(particle);
    }

    // Between moments there is only decay, so any spacing is exact.
    void pass_until(double age_in_days, const Parameters<Real>& parameters, const Derived<Real>& derived) {
        const double days = age_in_days - age;
        if (days <= 0) return;
        const double memory_days = parameters.rival.memory_age(age_in_days) - parameters.rival.memory_age(age);
        if (memory_days > 0) {
            each_memory(
                [&](memory::State<Real>& one) { memory::Templates<Real>::pass(one, derived.memory, memory_days); });
        }
        protection::Parts<Real>::pass(protection, parameters.protection, days);
        bond::Bond<Real>::pass(bond, parameters.bond, days);
        age = age_in_days;
        settle(parameters.knocked_out);
    }

    // After whatever happened: the state of a module that is knocked out is where it started.
    void settle(KnockOuts knocked_out) {
        if (!knocked_out.any()) return;
        using Protection = nearness::protection::State<Real>;
        using Bond = nearness::bond::State<Real>;
        using Mind = nearness::mind::State<Real>;
        if (knocked_out.has(Module::guard)) protection.guard = Protection{}.guard;
        if (knocked_out.has(Module::reflection)) mind.insight = Mind{}.insight;
        if (knocked_out.has(Module::repertoire_learning)) protection.value = Protection{}.value;
        if (knocked_out.has(Module::trust)) protection.trust = Protection{}.trust;
        if (knocked_out.has(Module::care)) bond.care = Bond{}.care;
        if (knocked_out.has(Module::need)) bond.need = Bond{}.need;
    }
};

}  // namespace nearness::person
