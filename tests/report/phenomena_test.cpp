// The page of phenomena: sound, and every cell and curve is what was evaluated.
#include "nearness/report/phenomena.hpp"

#include "nearness/report/experiment.hpp"
#include "page_data.hpp"
#include "sound_page.hpp"

namespace nearness::test {
namespace {

report::TestedPhenomenon tested(const std::string& id) {
    const auto& all = io::shipped_phenomena();
    report::TestedPhenomenon out;
    out.file = *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
    const auto add = [&]<learners::Learner L>(L) {
        out.learners.push_back(
            {std::string(L::name), std::string(L::title),
             experiment::evaluate(out.file.phenomenon, experiment::curves_of<L>(out.file.phenomenon, {}))});
    };
    add(learners::RescorlaWagner<double>{});
    add(learners::MemoryModification<double>{});
    if (out.file.map) out.map = experiment::explore(out.file.phenomenon, *out.file.map);
    return out;
}

TEST(phenomena_page, is_sound_and_carries_the_curves_that_were_evaluated) {
    const std::vector<report::TestedPhenomenon> all = {tested("blocking"), tested("retrieval_extinction")};
    const std::string html = report::phenomena_page(all, "0.1.0", 1);
    expect_sound(html);
    const nlohmann::json data = page_data(html);
    const auto curve = column_of(data, "blocking-responses", "curves", "Rescorla–Wagner 1972");
    const auto series = column_of(data, "blocking-responses", "curves", "series");
    const auto& evaluated = all[0].learners[0].evaluation.curves;
    ASSERT_EQ(curve.size(), evaluated[0].response.size() + evaluated[1].response.size());
    EXPECT_NEAR(curve[20].get<double>(), evaluated[0].response[20], 5e-4);
    EXPECT_EQ(series[20], "blocked: B");
    EXPECT_EQ(series[21], "control: C");
    const auto verdict = column_of(data, "retrieval_extinction-responses", "learners", "verdict");
    EXPECT_EQ(verdict[0], "○ does not show it, as is said of it");
    EXPECT_EQ(verdict[1], "● shows it, as is said of it");
    EXPECT_EQ(column_of(data, "retrieval_extinction-map", "cells", "recovery").size(), 13U * 18U);
    EXPECT_TRUE(contains(html, "“recovery” holds in 43.2 % of cells"));
}

TEST(phenomena_page, series_are_named_by_group_context_and_cues) {
    const auto design = experiment::design_of({{"all", experiment::parse("[X]2A>(US) | 2(US) | 1#AB").phases}}).design;
    const experiment::Group& group = design.groups[0];
    EXPECT_EQ(report::series_of(design, group, group.phases[0].kinds[0]), "[X]A");
    EXPECT_EQ(report::series_of(design, group, group.phases[1].kinds[0]), "outcome alone");
    EXPECT_EQ(report::series_of(design, group, group.phases[2].kinds[0]), "AB");
}

}  // namespace
}  // namespace nearness::test
