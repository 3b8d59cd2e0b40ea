// Processing a memory (EMDR), as the working-memory account has it.
//
// EQUATIONS (MODEL section 11) target, once per session: the template with the largest charge·min(1, n/5)
//   access, fixed for the session's 10 sets: protection/parts.hpp
//   each set: w ×max(0, 1 − η_emdr·access·ℓ(L)),  I += η_int·access·(1 − I),  SUD = 10·charge
//   ℓ(L) = 4L(1 − L) (inverted U) or 2L (linear), L = 0.5
// ADDED  (emdr.1) with ω_sud charge + ω_sud (worst charge − charge) stands for charge, in the target and in SUD: off unless
//        switched on (person/additions.hpp)
// CONTESTED whether eye movements add anything; whether load acts linearly or as an inverted U.
// CHECKED tests/therapy/emdr_test.cpp.
#pragma once

#include "nearness/therapy/session.hpp"

namespace nearness::therapy {

enum class LoadShape { inverted_u, linear };

struct Emdr {
    double load = 0.5;
    LoadShape shape = LoadShape::inverted_u;

    double effect_of_load() const { return shape == LoadShape::linear ? 2 * load : 4 * load * (1 - load); }

    // What disturbs about a template: its charge, or with the addition (emdr.1) that of where it hurt.
    template <class Real>
    static Real disturbance(const memory::State<Real>& memory, int k, const Real& worst) {
        using Memory = memory::Templates<Real>;
        const Real usual = Memory::charge(memory, k);
        return math::primal(worst) == 0 ? usual : Real(usual + worst * (Memory::worst_charge(memory, k) - usual));
    }

    template <class Real>
    static int target(const memory::State<Real>& memory, const Real& worst = Real(0)) {
        int best = -1;
        double most = -1;
        for (int k = 0; k < memory.count; ++k) {
            const double weight = math::primal(disturbance(memory, k, worst)) *
                                  math::minimum(1.0, math::primal(memory.strength[static_cast<std::size_t>(k)]) / 5.0);
            if (weight > most) {
                most = weight;
                best = k;
            }
        }
        return best;
    }

    template <class Real>
    static void process(memory::State<Real>& memory, int target, const Real& kept, const Real& integrated) {
        if (target < 0) return;
        const auto k = static_cast<std::size_t>(target);
        for (auto& weight : memory.weight) weight[k] = weight[k] * kept;
        for (auto& off : memory.eased) off[k] = off[k] * kept;
        for (Real& weight : memory.study[k].weight) weight = weight * kept;
        memory.integration[k] += integrated * (1.0 - memory.integration[k]);
    }

    template <class Real, class Observer = world::NoObserver>
    Session<Real> hold(Scene<Real>& scene, const Observer& = {}) const {
        const Real& worst = scene.parameters.worst_moment;
        Session<Real> session;
        session.access = protection::Parts<Real>::access(scene.person.protection, scene.preferences(),
                                                         scene.parameters.access_floor);
        session.target = target(scene.person.memory, worst);
        if (session.target < 0) return session;  // nothing was ever learned: there is nothing to process
        session.first_sud = 10.0 * disturbance(scene.person.memory, session.target, worst);
        session.sets = sets_per_session;
        // A set takes off at most all there is: at the ends of the parameters' ranges the factor would turn negative.
        const Real kept =
            math::maximum(Real(0), Real(1.0 - scene.parameters.charge_rate * session.access * effect_of_load()));
        const Real integrated = scene.parameters.integration_rate * session.access;
        const bool changes = scene.person_parameters.rival.learns(scene.person.age);
        std::array<int, memory::most_particles + 1> targets;
        std::size_t memories = 0;
        scene.person.each_memory([&](const auto& memory) { targets[memories++] = target(memory, worst); });
        for (Real& sud : session.sud) {
            std::size_t i = 0;
            if (changes)
                scene.person.each_memory([&](auto& memory) { process(memory, targets[i++], kept, integrated); });
            sud = 10.0 * disturbance(scene.person.memory, session.target, worst);
        }
        return session;
    }
    bool operator==(const Emdr&) const = default;
};

}  // namespace nearness::therapy
