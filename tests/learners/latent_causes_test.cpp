// Golden: LCM dd06cd9 (Gershman & Niv). Local map: 1e-12, before the first tie that is listed. Particles, M = 100, 500 seeds
// from 1: |mean − ours| ≤ 4.5 sqrt(sd²/20 + our sd²/500) + 1e-9 on every trial. The other tests need no file.
#include "learners/golden.hpp"
#include "learners/study.hpp"
#include "nearness/memory/learners/latent_cause_particles.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <memory>

namespace nearness::learners {
namespace {

using Model = LatentCauses<double>;
using Filter = LatentCauseParticles<double>;

// Equations (latent_causes.1) to (4) as they stand, over binary features, and which trial tied first.
struct Literal {
    std::vector<double> expected;
    std::vector<std::size_t> cause;

    Literal(const std::vector<std::vector<int>>& features, const Model::Parameters& p) {
        const auto most = static_cast<std::size_t>(p.causes);
        std::size_t z = 0;
        for (std::size_t t = 0; t < features.size(); ++t) {
            std::vector<double> q(most), outcome(most);
            double before = 0, after = 0, v = 0;
            bool opened = false;
            for (std::size_t k = 0; k < most; ++k) {
                double n = k == z ? p.stickiness : 0;
                for (const std::size_t past : cause) n += past == k ? 1 : 0;
                if (n == 0 && !opened) {
                    n = p.concentration;
                    opened = true;
                }
                const auto likelihood = [&](std::size_t d, int value) {
                    double same = value == 1 ? p.prior_present : p.prior_absent;
                    double all = p.prior_present + p.prior_absent;
                    for (std::size_t s = 0; s < t; ++s) {
                        if (cause[s] != k) continue;
                        all += 1;
                        same += features[s][d] == value ? 1 : 0;
                    }
                    return same / all;
                };
                for (std::size_t d = 1; d < features[t].size(); ++d) n *= likelihood(d, features[t][d]);
                before += n;
                v += n * likelihood(0, 1);
                q[k] = n * likelihood(0, features[t][0]);
                after += q[k];
            }
            expected.push_back(v / before);
            z = 0;
            for (std::size_t k = 1; k < most; ++k) z = q[k] > q[z] + 1e-12 * after ? k : z;
            cause.push_back(z);
        }
    }
};

Study<> study_of(const std::vector<std::vector<int>>& features) {  // the outcome first, as in the golden designs
    Study<> study;
    study.setting.cues = static_cast<int>(features[0].size()) - 1;
    for (const std::vector<int>& trial : features) study.add({trial.begin() + 1, trial.end()}, trial[0]);
    return study;
}

std::vector<std::vector<int>> at_random(int trials, int cues) {
    std::vector<std::vector<int>> features;
    const random::Stream draws(11, 0, {});
    for (int t = 0; t < trials; ++t) {
        features.emplace_back();
        for (int d = 0; d <= cues; ++d) {
            const double chance = draws.uniform(random::Purpose::pain, static_cast<std::uint32_t>(t * (cues + 1) + d));
            features.back().push_back(chance < (t / 20 % 2 == 0 ? 0.8 : 0.3) ? 1 : 0);
        }
    }
    return features;
}

TEST(latent_causes, trials_at_random_agree_with_a_literal_transcription) {
    const auto features = at_random(120, 3);
    for (const double alpha : {0.1, 1.0, 7.0}) {
        for (const double stickiness : {0.0, 0.7}) {
            for (const int causes : {1, 3, 10}) {
                Model::Parameters p;
                p.concentration = alpha;
                p.stickiness = stickiness;
                p.causes = causes;
                p.prior_present = 0.4;
                p.prior_absent = 1.3;
                const Literal literal(features, p);
                Lived<Model> lived({study_of(features).setting, {}}, p);
                for (std::size_t t = 0; t < features.size(); ++t) {
                    lived.live(study_of(features).trials[t]);
                    ASSERT_NEAR(lived.expected(t), literal.expected[t], 1e-13) << t;
                    ASSERT_EQ(lived.state.last, static_cast<int>(literal.cause[t])) << t;
                }
            }
        }
    }
}

class LatentCausesGolden : public Golden {
protected:
    static std::map<std::string, Study<>> designs() {
        std::ifstream in(path("lcm_designs.json"));
        std::map<std::string, Study<>> all;
        const auto json = nlohmann::json::parse(in);
        for (const auto& [name, trials] : json.items()) {
            all[name] = study_of(trials.get<std::vector<std::vector<int>>>());
        }
        return all;
    }
    static std::string settings(const Row& row) {
        std::string key;
        for (const char* column : {"design", "alpha", "stickiness", "a", "b", "K"}) key += row.at(column) + ' ';
        return key;
    }
};

TEST_F(LatentCausesGolden, the_local_map_agrees_with_the_published_program) {
    std::map<std::string, int> first_tie;
    for (const Row& row : table("lcm_map_M1_ties.csv")) first_tie.emplace(settings(row), std::stoi(row.at("trial")));
    auto designs_by_name = designs();
    std::map<std::string, std::unique_ptr<Lived<Model>>> running;
    int compared = 0;
    for (const Row& row : table("lcm_map_M1.csv")) {
        const int trial = std::stoi(row.at("trial"));
        const auto tie = first_tie.find(settings(row));
        if (tie != first_tie.end() && trial >= tie->second) continue;
        const Study<>& study = designs_by_name.at(row.at("design"));
        auto& lived = running[settings(row)];
        if (!lived) {
            Model::Parameters p;
            p.concentration = number(row.at("alpha"));
            p.stickiness = number(row.at("stickiness"));
            p.prior_present = number(row.at("a"));
            p.prior_absent = number(row.at("b"));
            p.causes = std::stoi(row.at("K"));
            p.absence = Absence::published;
            lived = std::make_unique<Lived<Model>>(Study<>{study.setting, {}}, p);
        }
        lived->live(study.trials[static_cast<std::size_t>(trial) - 1]);
        const std::string where = settings(row) + "trial " + row.at("trial");
        ASSERT_NEAR(lived->predictions.back().expected, number(row.at("V")), 1e-12) << where;
        ASSERT_EQ(lived->state.last + 1, std::stoi(row.at("argmax_post"))) << where;
        for (int k = 0; k < 10; ++k) {
            const std::string& published = row.at("post_" + std::to_string(k + 1));
            if (published.empty()) continue;
            ASSERT_NEAR(lived->state.posterior[k], number(published), 1e-12) << where;
        }
        ++compared;
    }
    EXPECT_EQ(compared, 1678);
}

// Ten people, alpha on a grid: responses regressed on V without intercept, residuals normal. 1e-8; at the ninth value two
// causes tie on trial 41.
TEST_F(LatentCausesGolden, likelihoods_of_synthetic_responses_agree_on_a_grid_of_concentrations) {
    std::map<std::string, Study<>> people;
    std::map<std::string, std::vector<double>> responses;
    for (const Row& row : table("lcm_fit_synthetic.csv")) {
        Study<>& study = people[row.at("subject")];
        study.setting.cues = 2;
        study.add({number(row.at("CS1")), number(row.at("CS2"))}, number(row.at("US")));
        responses[row.at("subject")].push_back(number(row.at("CR")));
    }
    for (const Row& row : table("lcm_fit_results_M1.csv")) {
        const std::vector<double>& cr = responses.at(row.at("subject"));
        for (int i = 0; i < 50; ++i) {
            if (i == 8) continue;
            Model::Parameters p;
            p.concentration = 10.0 * i / 49;
            const Lived<Model> lived(people.at(row.at("subject")), p);
            double vv = 0, vr = 0, residual = 0;
            for (std::size_t t = 0; t < cr.size(); ++t) {
                vv += lived.expected(t) * lived.expected(t);
                vr += lived.expected(t) * cr[t];
            }
            for (std::size_t t = 0; t < cr.size(); ++t) residual += std::pow(cr[t] - lived.expected(t) * vr / vv, 2);
            const auto n = static_cast<double>(cr.size());
            const double log_likelihood = -0.5 * n * (std::log(2 * math::pi * residual / n) + 1);
            EXPECT_NEAR(log_likelihood, number(row.at("lik_" + std::to_string(i + 1))), 1e-8)
                << row.at("subject") << " at " << i;
        }
    }
}

struct Moments {
    std::vector<double> mean, sd;
};

Moments over_seeds(const Study<>& study, const Filter::Parameters& parameters, int seeds) {
    std::vector<double> sum(study.trials.size()), squares(study.trials.size());
    const auto derived = Filter::derive(parameters, study.setting);
    const auto state = std::make_unique<Filter::State>();
    for (int seed = 1; seed <= seeds; ++seed) {
        *state = Filter::begin(derived);
        for (std::size_t t = 0; t < study.trials.size(); ++t) {
            const double v =
                live<Filter>(*state, derived, study.trials[t], draws_of(static_cast<std::uint64_t>(seed), t)).expected;
            sum[t] += v;
            squares[t] += v * v;
        }
    }
    Moments moments;
    for (std::size_t t = 0; t < sum.size(); ++t) {
        moments.mean.push_back(sum[t] / seeds);
        const double variance = (squares[t] - sum[t] * sum[t] / seeds) / (seeds - 1);
        moments.sd.push_back(std::sqrt(std::max(variance, 0.0)));
    }
    return moments;
}

using long_latent_causes = LatentCausesGolden;

// One of the 18 conditions is judged by our spread: acquisition30 with alpha 0.1. In a fifth of runs a division of the past
// that was made early survives by drift and V stays low; by chance (about 1 in 80) none of the 20 published runs is one of
// them, and their spread is a fifth of what it is over many runs.
TEST_F(long_latent_causes, particles_agree_with_the_published_program_on_average) {
    auto designs_by_name = designs();
    std::map<std::string, Moments> ours;
    int compared = 0;
    for (const Row& row : table("lcm_pf.csv")) {
        const std::string key = row.at("design") + ' ' + row.at("alpha");
        if (!ours.contains(key)) {
            Filter::Parameters p;
            p.concentration = number(row.at("alpha"));
            p.particles = 100;
            ours[key] = over_seeds(designs_by_name.at(row.at("design")), p, 500);
        }
        const auto t = static_cast<std::size_t>(std::stoi(row.at("trial"))) - 1;
        const bool drift = key == "acquisition30 0.1" && t >= 15;
        const double sd = drift ? ours[key].sd[t] : number(row.at("V_sd_over_reps"));
        const double allowed = 4.5 * std::sqrt(sd * sd / 20 + ours[key].sd[t] * ours[key].sd[t] / 500) + 1e-9;
        EXPECT_NEAR(ours[key].mean[t], number(row.at("V_mean_over_reps")), allowed) << key << " trial " << t + 1;
        ++compared;
    }
    EXPECT_EQ(compared, 536);
}

// All ways of dividing the past into causes, weighted exactly, against 1,000 particles and 40 seeds; 4.5 standard errors,
// and the filter's bias of order 1/M.
TEST(latent_causes, particles_approach_the_average_over_all_divisions_of_the_past) {
    const std::vector<std::vector<int>> features{{1, 1, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 0}, {0, 0, 1}, {1, 1, 1}};
    Filter::Parameters p;
    p.concentration = 0.8;
    p.particles = 1000;
    const Moments ours = over_seeds(study_of(features), p, 40);

    struct Division {
        std::vector<std::size_t> cause;
        double weight = 1;
    };
    std::vector<Division> divisions(1);
    for (std::size_t t = 0; t < features.size(); ++t) {
        double v = 0, total = 0;
        std::vector<Division> next;
        for (const Division& division : divisions) {
            std::size_t used = 0;
            for (const std::size_t k : division.cause) used = std::max(used, k + 1);
            double cues = 0, cues_and_outcome = 0;
            for (std::size_t k = 0; k <= used; ++k) {
                double n = 0;
                std::vector<double> with(3);
                for (std::size_t s = 0; s < t; ++s) {
                    if (division.cause[s] != k) continue;
                    ++n;
                    for (std::size_t d = 0; d < 3; ++d) with[d] += features[s][d];
                }
                const auto likelihood = [&](std::size_t d, int value) {
                    return (value == 1 ? with[d] + 1 : n - with[d] + 1) / (n + 2);
                };
                const double prior = (k == used ? p.concentration : n) / (static_cast<double>(t) + p.concentration);
                const double fit = prior * likelihood(1, features[t][1]) * likelihood(2, features[t][2]);
                cues += fit;
                cues_and_outcome += fit * likelihood(0, 1);
                Division one = division;
                one.cause.push_back(k);
                one.weight *= fit * likelihood(0, features[t][0]);
                next.push_back(one);
            }
            v += division.weight * cues_and_outcome / cues;
            total += division.weight;
        }
        EXPECT_NEAR(ours.mean[t], v / total, 4.5 * ours.sd[t] / std::sqrt(40) + 1e-3) << t;
        divisions = next;
    }
    EXPECT_GT(divisions.size(), 200U);
}

TEST(latent_causes, symmetric_trials_tie_and_the_first_cause_takes_them) {
    Model::Parameters p;
    p.stickiness = 1;  // as ready for the first cause as for a new one
    Study<> study;
    study.add({1}, 1);
    const Lived<Model> lived(study, p);
    EXPECT_DOUBLE_EQ(lived.state.posterior[0], lived.state.posterior[1]);
    EXPECT_EQ(lived.state.last, 0);
    PerCause<double> nearly{0.3, 0.3 + 1e-15, 0.3 - 1e-15};
    EXPECT_EQ(likeliest(nearly, 3), 0);
    nearly[2] = 0.3 + 1e-11;
    EXPECT_EQ(likeliest(nearly, 3), 2);
}

TEST(latent_causes, without_readiness_for_new_causes_there_is_one) {
    Model::Parameters p;
    p.concentration = 0;
    const auto study = study_of(at_random(40, 2));
    const Lived<Model> lived(study, p);
    EXPECT_EQ(lived.state.causes.strength[0], 40);
    Filter::Parameters several;
    several.concentration = 0;
    several.particles = 3;
    const auto filtered = std::make_unique<Lived<Filter>>(study, several);
    EXPECT_NEAR(filtered->last(), lived.last(), 1e-14);
}

TEST(latent_causes, features_that_are_not_recorded_count_nowhere) {
    Study<> study;
    study.setting.cues = 2;
    study.add({1, missing}, 1).add({1, missing}, missing);
    const Lived<Model> lived(study);
    EXPECT_EQ(lived.state.causes.strength[0], 2);
    EXPECT_EQ(lived.state.causes.recorded[0][1], 0);
    EXPECT_EQ(lived.state.causes.recorded[0][2], 1);
}

}  // namespace
}  // namespace nearness::learners
