// Files of phenomena, and what each of the learners makes of those that are shipped.
#include "nearness/io/phenomenon_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace nearness::io {
namespace {

PhenomenonFile read(const std::string& text) { return parse_phenomenon(checked_text("some.toml", text)); }

std::string messages_of(const std::string& text) {
    try {
        read(text);
    } catch (const InputError& error) {
        std::string all;
        for (const Problem& one : error.problems()) all += render(one);
        return all;
    }
    return "no problem";
}

experiment::Evaluation evaluated(const PhenomenonFile& file, const std::string& learner) {
    experiment::Evaluation out;
    std::visit([&]<learners::Learner L>(
                   L) { out = experiment::evaluate(file.phenomenon, experiment::curves_of<L>(file.phenomenon, {})); },
               *learners::find<double>(learner));
    return out;
}

constexpr auto good = R"(title = "Extinction"
[groups]
all = "20A>(US) | 1A# | 40A | 1A#"
[phenomenon]
expect = ["2 A > 4 A", "2 A > 0.5"]
by = 0.1
shows = ["rescorla-wagner"]
lacks = ["two-process-avoidance"]
)";

TEST(phenomenon_file, says_what_is_expected_of_whom) {
    const PhenomenonFile file = read(good);
    EXPECT_EQ(file.id, "some");
    EXPECT_EQ(file.title, "Extinction");
    EXPECT_EQ(file.phenomenon.orders.size(), 2U);
    EXPECT_EQ(file.phenomenon.by, 0.1);
    EXPECT_EQ(file.shows, std::vector<std::string>{"rescorla-wagner"});
    EXPECT_EQ(file.lacks, std::vector<std::string>{"two-process-avoidance"});
    EXPECT_FALSE(file.map.has_value());
    EXPECT_TRUE(evaluated(file, "rescorla-wagner").shown);
    EXPECT_FALSE(evaluated(file, "two-process-avoidance").shown);
}

TEST(phenomenon_file, every_problem_is_said_at_once_where_it_stands) {
    const std::string all = messages_of(R"(titel = "Extinction"
[groups]
all = "20A>(US | 1A#"
[phenomenon]
expect = ["2 A > 4 A"]
by = 2
shows = ["rescorla-wanger"]
[map]
learner = "rescorla-wagner"
x = { parameter = "alpa", from = 0.1, to = 1 }
y = { parameter = "beta_on", from = 0.5, to = 0.1 }
regions = {}
)");
    for (const char* part : {"some.toml:1:1", "`titel`", "some.toml:3:", "`rescorla-wanger`",
                             "did you mean `rescorla-wagner`", "`by`", "`alpa`", "does not run upwards"}) {
        EXPECT_NE(all.find(part), std::string::npos) << part << "\n" << all;
    }
}

TEST(phenomenon_file, an_order_that_speaks_of_nothing_there_is_refused_with_a_caret_under_it) {
    const std::string all = messages_of(R"(title = "Extinction"
[groups]
all = "20A>(US) | 1A#"
[phenomenon]
expect = ["2 A > 4 A"]
)");
    EXPECT_NE(all.find("some.toml:5:18"), std::string::npos) << all;
    EXPECT_NE(all.find("`4 A` names no phase of its group"), std::string::npos) << all;
}

TEST(phenomena, shipped_ones_are_the_files_of_their_folder_in_the_order_of_a_course) {
    const auto& all = shipped_phenomena();
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(NEARNESS_SOURCE_DIR "/designs")) {
        files += entry.path().extension() == ".toml" ? 1 : 0;
        EXPECT_TRUE(
            std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.id == entry.path().stem(); }));
    }
    EXPECT_EQ(all.size(), files);
    EXPECT_EQ(all.front().id, "acquisition");
    EXPECT_EQ(all.back().id, "sensory_preconditioning");
    for (const PhenomenonFile& one : all) {
        EXPECT_FALSE(one.description.empty()) << one.id;
        EXPECT_FALSE(one.source.empty()) << one.id;
        EXPECT_FALSE(one.shows.empty() && one.lacks.empty()) << one.id << " says nothing of any learner";
    }
}

// The expectations of designs/*.toml: what is known of each learner, both ways.
class Phenomena : public testing::TestWithParam<std::string> {
protected:
    const PhenomenonFile& file() const {
        const auto& all = shipped_phenomena();
        return *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == GetParam(); });
    }
};

TEST_P(Phenomena, are_shown_by_the_learners_that_are_known_to_show_them) {
    for (const std::string& learner : file().shows) {
        const experiment::Evaluation found = evaluated(file(), learner);
        EXPECT_TRUE(found.shown) << learner << " misses it by " << -found.least;
    }
}

TEST_P(Phenomena, are_lacked_by_the_learners_that_are_known_to_lack_them) {
    for (const std::string& learner : file().lacks) {
        const experiment::Evaluation found = evaluated(file(), learner);
        EXPECT_FALSE(found.shown) << learner << " shows it by " << found.least;
    }
}

// Shown as failing. One that comes to show it belongs into `shows`.
TEST_P(Phenomena, are_still_missed_by_the_learners_that_are_said_to_show_them_and_do_not) {
    for (const std::string& learner : file().misses) {
        const experiment::Evaluation found = evaluated(file(), learner);
        EXPECT_FALSE(found.shown) << learner << " shows it by " << found.least;
    }
}

std::vector<std::string> ids() {
    std::vector<std::string> out;
    for (const PhenomenonFile& one : shipped_phenomena()) out.push_back(one.id);
    return out;
}

INSTANTIATE_TEST_SUITE_P(shipped, Phenomena, testing::ValuesIn(ids()), [](const auto& one) { return one.param; });

// Gershman et al. 2017, as measured on the published program: ../shared/NEIGHBOURS.md, section 1.1.
TEST(phenomena, recovery_holds_in_43_percent_of_the_published_plane_and_with_its_prevention_in_six) {
    const auto& all = shipped_phenomena();
    const auto found =
        std::find_if(all.begin(), all.end(), [](const auto& one) { return one.id == "retrieval_extinction"; });
    ASSERT_TRUE(found != all.end() && found->map.has_value());
    const auto mapped = experiment::explore(found->phenomenon, *found->map);
    ASSERT_EQ(mapped.size(), 2U);
    EXPECT_EQ(mapped[0].holds.size(), 13U * 18U);
    EXPECT_NEAR(100 * mapped[0].share(), 43, 0.5);
    EXPECT_NEAR(100 * mapped[1].share(), 5.6, 0.05);
}

}  // namespace
}  // namespace nearness::io
