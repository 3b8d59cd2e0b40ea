// Golden: TAPAS 7155f99, hgf_binary, one parameter set, 320 trials; tolerance 1e-10. The other tests need no file.
#include "nearness/memory/learners/hierarchical_gaussian_filter.hpp"

#include "learners/golden.hpp"
#include "learners/study.hpp"

#include <cmath>

namespace nearness::learners {
namespace {

using Model = HierarchicalGaussianFilter<double>;

using HierarchicalGaussianFilterGolden = Golden;

TEST_F(HierarchicalGaussianFilterGolden, the_filter_agrees_with_tapas_on_every_trajectory) {
    const std::vector<Row> rows = table("tapas_hgf_binary.csv");
    ASSERT_EQ(rows.size(), 320U);
    Study<> study;
    Lived<Model> lived(study);  // the defaults are that parameter set
    for (const Row& row : rows) {
        Study<> one;
        one.add({1}, number(row.at("u")));
        lived.live(one.trials[0]);
        const std::string where = "trial " + row.at("trial");
        const auto same = [&](const char* theirs, double ours) {
            EXPECT_NEAR(ours, number(row.at(theirs)), 1e-10) << where << ' ' << theirs;
        };
        const Model::Prediction& before = lived.predictions.back();
        same("muhat1", before.expected);
        same("sahat1", before.variance);
        same("sahat2", before.tendency_variance);
        same("sahat3", before.volatility_variance);
        same("muhat3", before.volatility);
        same("v2", before.tendency_drift);
        same("mu2", lived.number("tendency"));
        same("mu3", lived.number("volatility"));
        same("sa2", lived.number("tendency_variance"));
        same("sa3", lived.number("volatility_variance"));
        same("da1", lived.number("surprise"));
        same("da2", lived.number("tendency_surprise"));
        same("da3", lived.number("volatility_surprise"));
        same("w2", lived.number("drift_share"));
        same("psi2", lived.number("tendency_variance"));
        same("psi3", lived.number("precision_ratio"));
        same("wt3", lived.number("volatility_rate"));
    }
}

// Without coupling level 2 is a filter of its own: π2 = 1/(σ2 + e^ω2) + μ̂1 (1 − μ̂1), whatever level 3 does.
TEST(hierarchical_gaussian_filter, without_coupling_the_tendency_is_a_filter_of_its_own) {
    Model::Parameters p;
    p.coupling = 0;
    p.drift = std::log(0.3);
    double mu = 0, sigma = 1;
    Lived<Model> lived(Study<>{}, p);
    for (int t = 0; t < 50; ++t) {
        const double u = t % 3 == 0 ? 0 : 1;
        Study<> one;
        one.add({1}, u);
        lived.live(one.trials[0]);
        const double expected = 1 / (1 + std::exp(-mu));
        EXPECT_NEAR(lived.predictions.back().expected, expected, 1e-13);
        sigma = 1 / (1 / (sigma + 0.3) + expected * (1 - expected));
        mu += sigma * (u - expected);
    }
    EXPECT_EQ(lived.number("volatility"), 1);
}

TEST(hierarchical_gaussian_filter, a_reversal_after_a_stable_time_raises_volatility) {
    Study<> stable;
    stable.times(60, {1}, 1);
    Study<> reversed = stable;
    reversed.times(10, {1}, 0);
    EXPECT_GT(Lived<Model>(reversed).number("volatility"), Lived<Model>(stable).number("volatility"));
}

TEST(hierarchical_gaussian_filter, a_trial_without_outcome_changes_no_belief) {
    Study<> study;
    study.times(5, {1}, 1);
    Lived<Model> lived(study);
    const double before = lived.number("tendency_variance");
    Study<> unseen;
    unseen.add({1}, missing);
    lived.live(unseen.trials[0]);
    EXPECT_EQ(lived.number("tendency_variance"), before);
    EXPECT_EQ(lived.predictions.back().expected, math::logistic(lived.number("tendency")));
}

TEST(hierarchical_gaussian_filter, a_precision_that_would_not_be_positive_leaves_level_three_as_it_was) {
    Model::Parameters p;
    p.coupling = 4;
    p.volatility_variance = 100;
    p.drift = 0;
    p.tendency = 12;
    p.tendency_variance = 5;
    Study<> study;
    study.times(30, {1}, 0).times(30, {1}, 1);
    const Lived<Model> lived(study, p);
    EXPECT_GT(lived.state.volatility_precision, 0);
    EXPECT_FALSE(math::is_nan(lived.last()));
}

}  // namespace
}  // namespace nearness::learners
