// What files say about a learner in the place of the templates, and what they say when there is none.
#include "io/written_run.hpp"
#include "nearness/io/summary_file.hpp"

#include <nlohmann/json.hpp>

namespace nearness::io {
namespace {

engine::Collection rival_collection() {
    engine::Collection made;
    made.plan = engine::small_plan(3);
    made.plan.arms[1].scenario.parameters.person.rival = {1, {{"rescorla_wagner.salience", 0.1}}};
    for (engine::PersonResult& person : engine::results(made.plan)) made.add(std::move(person));
    return made;
}

TEST(rival_memory_in_files, summary_json_names_it_by_arm_and_has_no_charge) {
    const auto json = nlohmann::json::parse(summary_json(rival_collection(), {"1", "hash", 3, ""}));
    ASSERT_EQ(json["learner"].size(), 1U);
    EXPECT_EQ(json["learner"]["parts and emdr"]["name"], "rescorla-wagner");
    EXPECT_EQ(json["learner"]["parts and emdr"]["set"]["rescorla_wagner.salience"], 0.1);
    for (const auto& chapter : json["arms"][1]["chapters"]) {
        EXPECT_TRUE(chapter["quantities"]["charge"].is_null());
        EXPECT_EQ(chapter["quantities"]["templates"]["mean"], 0);
        EXPECT_FALSE(chapter["quantities"]["edge"].is_null());
    }
    EXPECT_FALSE(json["arms"][0]["chapters"][4]["quantities"]["charge"].is_null());
    EXPECT_TRUE(json["numerical_failures"].empty());
}

TEST(rival_memory_in_files, run_nc_names_it_by_arm) {
    EXPECT_EQ(Written(rival_collection()).attribute("memory_learner"),
              "as written: templates; parts and emdr: rescorla-wagner (rescorla_wagner.salience = 0.1); steady: "
              "templates");
}

TEST(rival_memory_in_files, nothing_is_said_where_all_have_templates) {
    const engine::Collection& plain = small_collection();
    EXPECT_FALSE(nlohmann::json::parse(summary_json(plain, {"1", "hash", 3, ""})).contains("learner"));
    const Written written(plain);
    const auto attributes = written.file().getAtts();
    EXPECT_EQ(attributes.find("memory_learner"), attributes.end());
}

}  // namespace
}  // namespace nearness::io
