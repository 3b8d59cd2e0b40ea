// The closed set of learners. Whoever runs trials visits it once, outside the loop.
//
//     std::visit([&](auto learner) { run<decltype(learner)>(...); }, *find<double>("rescorla-wagner"));
#pragma once

#include "nearness/memory/learners/hierarchical_gaussian_filter.hpp"
#include "nearness/memory/learners/hybrid_pearce_hall.hpp"
#include "nearness/memory/learners/kalman_filter.hpp"
#include "nearness/memory/learners/latent_cause_particles.hpp"
#include "nearness/memory/learners/mackintosh.hpp"
#include "nearness/memory/learners/pearce_hall.hpp"
#include "nearness/memory/learners/rescorla_wagner.hpp"
#include "nearness/memory/learners/soft_memory_modification.hpp"
#include "nearness/memory/learners/template_memory.hpp"
#include "nearness/memory/learners/temporal_difference.hpp"
#include "nearness/memory/learners/two_process_avoidance.hpp"

#include <optional>
#include <variant>

namespace nearness::learners {

template <class Real>
using AnyLearner = std::variant<RescorlaWagner<Real>, Mackintosh<Real>, PearceHall<Real>, HybridPearceHall<Real>,
                                KalmanFilter<Real>, TemporalDifference<Real>, TwoProcessAvoidance<Real>,
                                LatentCauses<Real>, LatentCauseParticles<Real>, MemoryModification<Real>,
                                SoftMemoryModification<Real>, HierarchicalGaussianFilter<Real>, TemplateMemory<Real>>;

// Calls visit(learner) for every one.
template <class Real, class Visit>
void each_learner(Visit&& visit) {
    const auto all = [&]<class... L>(std::variant<L...>*) { (visit(L{}), ...); };
    all(static_cast<AnyLearner<Real>*>(nullptr));
}

// By the name that users write.
template <class Real>
std::optional<AnyLearner<Real>> find(std::string_view name) {
    std::optional<AnyLearner<Real>> found;
    each_learner<Real>([&](auto learner) {
        if (learner.name == name) found = learner;
    });
    return found;
}

}  // namespace nearness::learners
