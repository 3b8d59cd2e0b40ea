// What holds for every learner of the closed set.
#include "learners/study.hpp"
#include "nearness/memory/learners/learners.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <map>
#include <memory>
#include <set>

namespace nearness::learners {
namespace {

template <class L>
class learners_laws : public testing::Test {};

template <class>
struct TypesOf;
template <class... L>
struct TypesOf<std::variant<L...>> {
    using type = testing::Types<L...>;
};

struct Names {
    template <class L>
    static std::string GetName(int) {
        return std::string(L::name);
    }
};
TYPED_TEST_SUITE(learners_laws, TypesOf<AnyLearner<double>>::type, Names);

double uniform(std::uint32_t n) { return random::Stream(9, 0, {}).uniform(random::Purpose::pain, n); }

// Three cues between 0 and 1, outcomes now and then, uneven times. `order` says which cue stands where.
Study<> irregular(const std::vector<std::size_t>& order = {0, 1, 2}, bool holes = false) {
    Study<> study;
    study.setting.cues = 3;
    for (std::uint32_t t = 0; t < 60; ++t) {
        std::vector<double> cues(3);
        for (std::size_t i = 0; i < 3; ++i) {
            const double u = uniform(8 * t + static_cast<std::uint32_t>(i));
            cues[order[i]] = u < 0.4 ? 0 : u;
            if (holes && uniform(8 * t + 3 + static_cast<std::uint32_t>(i)) < 0.2) cues[order[i]] = missing;
        }
        const double outcome = uniform(8 * t + 6) < 0.5 ? 1 : 0;
        study.add(cues, holes && t % 7 == 3 ? missing : outcome, 0.5 + 3 * uniform(8 * t + 7));
    }
    return study;
}

template <Learner L>
using Kept = std::unique_ptr<Lived<L>>;  // states of particles are large

template <Learner L>
Kept<L> lived(const Study<>& study, const typename L::Parameters& parameters = {}) {
    return std::make_unique<Lived<L>>(study, parameters);
}

template <Learner L>
std::vector<double> numbers(const Lived<L>& one) {
    std::vector<double> all;
    L::show_state(one.state, one.derived, [&](const Output&, double value) { all.push_back(value); });
    return all;
}

TYPED_TEST(learners_laws, beliefs_add_up_to_one) {
    for (const bool holes : {false, true}) {
        const Study<> study = irregular({0, 1, 2}, holes);
        const auto now = lived<TypeParam>({study.setting, {}});
        for (const auto& trial : study.trials) {
            now->live(trial);
            std::map<std::string, double> sums;
            const auto add = [&](const Output& output, double value) {
                if (output.name != "belief" && output.name != "posterior") return;
                EXPECT_GE(value, 0);
                sums[std::string(output.name)] += value;
            };
            TypeParam::show(now->predictions.back(), now->derived, trial, add);
            TypeParam::show_state(now->state, now->derived, add);
            for (const auto& [name, sum] : sums) ASSERT_NEAR(sum, 1, 1e-12) << name;
        }
    }
}

TYPED_TEST(learners_laws, cues_in_another_order_give_the_same_predictions) {
    const auto one = lived<TypeParam>(irregular({0, 1, 2}));
    const auto other = lived<TypeParam>(irregular({2, 0, 1}));
    for (std::size_t t = 0; t < one->predictions.size(); ++t) {
        ASSERT_NEAR(one->expected(t), other->expected(t), 1e-9) << t;
        ASSERT_NEAR(one->predictions[t].response, other->predictions[t].response, 1e-9) << t;
    }
}

TYPED_TEST(learners_laws, a_phase_that_is_split_is_the_same_phase) {
    const Study<> study = irregular();
    const auto whole = lived<TypeParam>(study);
    const auto split = lived<TypeParam>({study.setting, {}});
    for (std::size_t t = 0; t < study.trials.size(); ++t) {
        if (t == 25) {  // carried over as bytes, as a file or another process would
            auto bytes = std::make_unique<std::array<unsigned char, sizeof split->state>>();
            std::memcpy(bytes->data(), &split->state, sizeof split->state);
            split->state = TypeParam::begin(split->derived);
            std::memcpy(static_cast<void*>(&split->state), bytes->data(), sizeof split->state);
        }
        split->live(study.trials[t]);
        ASSERT_EQ(split->expected(t), whole->expected(t)) << t;
    }
    EXPECT_EQ(numbers(*split), numbers(*whole));
}

TYPED_TEST(learners_laws, test_trials_and_looking_twice_change_nothing) {
    const Study<> study = irregular();
    const auto now = lived<TypeParam>(study);
    const std::vector<double> before = numbers(*now);
    Trial<double> probe = study.trials[3];
    probe.time = study.trials.back().time;
    probe.learning = false;
    now->live(probe);
    now->live(probe);
    EXPECT_EQ(numbers(*now), before);
    EXPECT_EQ(now->predictions.back().expected, now->predictions[now->predictions.size() - 2].expected);
}

TYPED_TEST(learners_laws, missing_cues_and_outcomes_leave_everything_a_number) {
    const auto now = lived<TypeParam>(irregular({0, 1, 2}, true));
    for (const auto& predicted : now->predictions) {
        ASSERT_TRUE(math::is_finite(predicted.expected));
        ASSERT_TRUE(math::is_finite(predicted.response));
    }
    for (const double value : numbers(*now)) ASSERT_TRUE(math::is_finite(value));
}

// One cue, outcomes in [0, 1]. Pearce–Hall does not learn from error and may overshoot by one step.
TYPED_TEST(learners_laws, one_cue_is_expected_to_bring_what_outcomes_can_be) {
    Study<> study;
    for (std::uint32_t t = 0; t < 200; ++t) study.add({1}, uniform(t) < 0.6 ? uniform(1000 + t) : 0, 0.5 + uniform(t));
    const auto now = lived<TypeParam>(study);
    const double step = TypeParam::name == "pearce-hall" ? 0.4 : 0;
    const std::set<std::string_view> probabilities = {"two-process-avoidance", "memory-modification",
                                                      "soft-memory-modification", "hierarchical-gaussian-filter"};
    for (const auto& predicted : now->predictions) {
        EXPECT_GE(predicted.expected, -step - 1e-15);
        EXPECT_LE(predicted.expected, 1 + step + 1e-15);
        if (!probabilities.contains(TypeParam::name)) continue;
        EXPECT_GE(predicted.response, 0);
        EXPECT_LE(predicted.response, 1);
    }
}

TYPED_TEST(learners_laws, one_trial_and_no_trial_are_enough) {
    Study<> study;
    study.add({1}, 1);
    const auto once = lived<TypeParam>(study);
    EXPECT_TRUE(math::is_finite(once->last()));
    const auto never = lived<TypeParam>(Study<>{});
    for (const double value : numbers(*never)) EXPECT_TRUE(math::is_finite(value));
    Study<> nothing;  // no cue is there
    nothing.add({0}, 0).add({0}, 1).add({0}, missing);
    EXPECT_TRUE(math::is_finite(lived<TypeParam>(nothing)->last()));
}

TYPED_TEST(learners_laws, names_are_found_and_parameters_lie_within_their_ranges) {
    const auto found = find<double>(TypeParam::name);
    ASSERT_TRUE(found.has_value());
    EXPECT_TRUE(std::holds_alternative<TypeParam>(*found));
    EXPECT_FALSE(find<double>("rescorla").has_value());
    std::set<std::string_view> keys;
    const typename TypeParam::Parameters parameters;
    TypeParam::Parameters::describe(parameters, [&](const Field& field, const auto&) {
        EXPECT_TRUE(keys.insert(field.key).second) << field.key;
        EXPECT_LE(field.low, field.standard) << field.key;
        EXPECT_GE(field.high, field.standard) << field.key;
        EXPECT_FALSE(field.says.empty() || field.source.empty()) << field.key;
    });
}

}  // namespace
}  // namespace nearness::learners
