#include "claims/made_life.hpp"

#include <cmath>

namespace nearness::claims {
namespace {

// A third chapter, before which the person stood as `path` says.
double take(const MadeLife& life, const std::vector<life::State<double>>& path, const std::string& name, double back,
            std::vector<std::pair<std::string, double>> more = {}) {
    const life::Prepared prepared = life::Prepared::from(life.scenario);
    more.emplace_back("chapters_back", back);
    return claims::take({name, std::move(more), {}},
                        {prepared, 1, 0, 2, life.summary, path[2], life.state, life.met, {}, path});
}

MadeLife three_chapters() {
    MadeLife life;
    life.scenario.chapters.assign(3, life.scenario.chapters[0]);
    return life;
}

TEST(since, the_fall_of_the_area_is_counted_from_the_chapter_that_is_named) {
    MadeLife much = three_chapters(), some = much, none = much;
    much.learn({0.8, 0, 0, 0, 0});
    some.learn({0.4, 0, 0, 0, 0});
    // A template of w·x = k c has the area k/2, but for what a moment unlike it is expected to be instead.
    const std::vector<life::State<double>> path = {none.state, much.state, some.state};
    EXPECT_NEAR(take(none, path, "area_fall", 1), 0.4, 0.01);
    EXPECT_NEAR(take(none, path, "area_fall", 0), 0.2, 0.01);
    EXPECT_EQ(take(none, path, "area_fall", 2), 0);
    EXPECT_NEAR(take(much, path, "area_fall", 0), -0.2, 0.01);
}

TEST(since, there_is_no_fall_since_a_chapter_before_the_first) {
    const MadeLife life = three_chapters();
    EXPECT_TRUE(std::isnan(take(life, {life.state, life.state, life.state}, "area_fall", 3)));
}

TEST(since, templates_are_old_that_there_were_when_the_chapter_began) {
    MadeLife life = three_chapters();
    life.learn({0.8, 0, 0, 0, 0});
    const life::State<double> one = life.state;
    life.learn({0, 0, 0, 0, 0});  // its twin: the same moment, as strong
    const std::vector<life::State<double>> path = {MadeLife{}.state, one, life.state};
    EXPECT_NEAR(take(life, path, "old_templates", 1), 0.5, 1e-3);
    EXPECT_NEAR(take(life, path, "old_templates", 0), 1, 1e-3);
    EXPECT_TRUE(std::isnan(take(life, path, "old_templates", 2)));  // there were none
}

}  // namespace
}  // namespace nearness::claims
