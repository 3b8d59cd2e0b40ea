// Derivatives by dual numbers agree with central differences, for every parameter that is a number, of every learner that
// has derivatives: all but particles and drawn actions. The point was chosen so that no hard assignment, clip or sign falls
// differently within the step; a learner that jumps in between would show it as a disagreement of any size.
#include "learners/study.hpp"
#include "nearness/memory/learners/learners.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace nearness::learners {
namespace {

using Dual = math::Dual<1>;

template <class Real>
Study<Real> study() {
    Study<Real> all;
    all.setting.cues = 2;
    for (int t = 0; t < 14; ++t) {
        const double first_cue = t % 3 == 2 ? 0 : 1;
        all.add({Real(first_cue), Real(t % 2 == 0 ? 0.6 : 0.3)}, Real(t < 8 ? 0.9 : 0.1), t == 8 ? 12.5 : 2.5);
    }
    return all;
}

template <class Value>
void set(Value& value, const Value& to) {
    value = to;
}
template <class Value>
void set(PerStimulus<Value>& value, const Value& to) {
    value = PerStimulus<Value>(to);
}
template <class Value>
constexpr bool is_number = std::is_same_v<Value, double> || std::is_same_v<Value, PerStimulus<double>>;

template <template <class> class L>
void agree(double away_from_defaults = 1.03) {
    using Parameters = typename L<double>::Parameters;
    using DualParameters = typename L<Dual>::Parameters;
    // Off the defaults, where some parameters stand at the end of their range or cancel.
    const auto point = [&](const Field& field) {
        const double value = field.standard == 0 ? 0.05 : field.standard * away_from_defaults;
        return math::clip(value, field.low + 1e-3, field.high - 1e-3);
    };
    Parameters base;
    Parameters::describe(base, [&](const Field& field, auto& value) {
        if constexpr (is_number<std::remove_reference_t<decltype(value)>>) set(value, point(field));
    });
    int count = 0;
    Parameters::describe(base, [&](const Field& named, const auto& of_named) {
        if constexpr (is_number<std::remove_cvref_t<decltype(of_named)>>) {
            const double step = 1e-6 * std::max(std::abs(point(named)), 0.1);
            const auto at = [&](double shift) {
                Parameters moved = base;
                Parameters::describe(moved, [&](const Field& field, auto& value) {
                    if constexpr (is_number<std::remove_reference_t<decltype(value)>>) {
                        if (field.key == named.key) set(value, point(field) + shift);
                    }
                });
                return Lived<L<double>>(study<double>(), moved);
            };
            DualParameters dual;
            DualParameters::describe(dual, [&](const Field& field, auto& value) {
                using Value = std::remove_reference_t<decltype(value)>;
                if constexpr (std::is_same_v<Value, Dual> || std::is_same_v<Value, PerStimulus<Dual>>) {
                    set(value, field.key == named.key ? Dual::variable(point(field), 0) : Dual(point(field)));
                }
            });
            const auto low = at(-step), high = at(step), middle = at(0);
            const Lived<L<Dual>> exact(study<Dual>(), dual);
            for (std::size_t t = 0; t < exact.predictions.size(); ++t) {
                ASSERT_EQ(exact.expected(t).value, middle.expected(t)) << named.key << " trial " << t;
                const auto same = [&](double difference, double derivative) {
                    EXPECT_NEAR(derivative, difference, 1e-5 * (1 + std::abs(difference)))
                        << L<double>::name << ' ' << named.key << " trial " << t;
                };
                same((high.expected(t) - low.expected(t)) / (2 * step), exact.expected(t).derivative[0]);
                same((high.predictions[t].response - low.predictions[t].response) / (2 * step),
                     exact.predictions[t].response.derivative[0]);
            }
            ++count;
        }
    });
    EXPECT_GE(count, 3);
}

TEST(learners_derivatives, rescorla_wagner) { agree<RescorlaWagner>(); }
TEST(learners_derivatives, mackintosh) { agree<Mackintosh>(); }
TEST(learners_derivatives, pearce_hall) { agree<PearceHall>(0.97); }
TEST(learners_derivatives, hybrid_pearce_hall) { agree<HybridPearceHall>(); }
TEST(learners_derivatives, kalman_filter) { agree<KalmanFilter>(); }
TEST(learners_derivatives, temporal_difference) { agree<TemporalDifference>(); }
TEST(learners_derivatives, two_process_avoidance) { agree<TwoProcessAvoidance>(); }
TEST(learners_derivatives, latent_causes) { agree<LatentCauses>(); }
TEST(learners_derivatives, memory_modification) { agree<MemoryModification>(); }
TEST(learners_derivatives, soft_memory_modification) { agree<SoftMemoryModification>(); }
TEST(learners_derivatives, hierarchical_gaussian_filter) { agree<HierarchicalGaussianFilter>(); }
TEST(learners_derivatives, template_memory) { agree<TemplateMemory>(); }

}  // namespace
}  // namespace nearness::learners
