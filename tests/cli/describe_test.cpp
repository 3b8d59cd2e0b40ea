// `nearness describe`: what it prints is what files accept, and every parameter is there.
#include "nearness/life/parameters.hpp"
#include "program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace nearness::test {
namespace {

using Json = nlohmann::json;

std::vector<Field> all_fields() {
    std::vector<Field> fields;
    const life::Parameters<double> parameters;
    life::Parameters<double>::describe(parameters, [&](const Field& field, const auto&) { fields.push_back(field); });
    return fields;
}

TEST(describe, lists_every_parameter_with_its_default_range_prior_source_and_meaning) {
    const std::string all = nearness({"describe"}, {}).out;
    const Json json = Json::parse(nearness({"describe", "--json"}, {}).out);
    ASSERT_EQ(json.size(), all_fields().size());
    std::size_t i = 0;
    for (const Field& field : all_fields()) {
        const std::string key(field.key);
        EXPECT_TRUE(has(all, "\n  " + key.substr(key.find('.') + 1) + " ")) << key;
        EXPECT_TRUE(has(all, std::string(field.says) + "\n")) << key;
        const Json& one = json[i++];
        EXPECT_EQ(one["key"], field.key);
        EXPECT_EQ(one["default"], field.standard);
        EXPECT_EQ(one["low"], field.low);
        EXPECT_EQ(one["high"], field.high);
        EXPECT_EQ(one["source"], field.source);
        EXPECT_FALSE(field.source.empty()) << key;
        EXPECT_TRUE(fs::exists(fs::path(NEARNESS_SOURCE_DIR) / one["page"].get<std::string>())) << key;
    }
}

TEST(describe, knows_what_can_stand_in_for_a_memory) {
    const std::string trait = nearness({"describe", "fixed-trait"}, {}).out;
    EXPECT_TRUE(has(trait, "docs/models/fixed-trait.md")) << trait;
    EXPECT_TRUE(has(trait, "fixed_trait.spread")) << trait;
    EXPECT_EQ(nearness({"describe", "fixed_trait.spread"}, {}).out, trait);
    const Json all = Json::parse(nearness({"describe", "stand-ins", "--json"}, {}).out);
    EXPECT_EQ(all.size(), 8U);
    for (const Json& one : all) {
        EXPECT_TRUE(fs::exists(fs::path(NEARNESS_SOURCE_DIR) / one["page"].get<std::string>())) << one["name"];
    }
    EXPECT_TRUE(has(nearness({"describe", "fixed-trai"}, {}).err, "did you mean `fixed-trait`?"));
}

TEST(describe, shows_a_module_alone) {
    const Finished finished = nearness({"describe", "bond"}, {});
    EXPECT_EQ(finished.code, 0);
    EXPECT_TRUE(has(finished.out, "need_rate")) << finished.out;
    EXPECT_TRUE(has(finished.out, "0.35 per day")) << finished.out;
    EXPECT_FALSE(has(finished.out, "concentration")) << finished.out;
    EXPECT_EQ(Json::parse(nearness({"describe", "bond", "--json"}, {}).out).size(), 1U);
}

TEST(describe, shows_one_parameter_with_how_to_set_it) {
    const std::string out = nearness({"describe", "memory.concentration"}, {}).out;
    for (const char* part :
         {"memory.concentration   α\n", "readiness to open a new template", "0.02", "1e-06 to 100", "gershman2017",
          "the value is a design choice", "docs/theory/memory.md", "[parameters]\n    memory.concentration = 0.02\n",
          "--set memory.concentration=0.02\n", "more of it: templates up\n"}) {
        EXPECT_TRUE(has(out, part)) << part << " is missing:\n" << out;
    }
}

TEST(describe, says_what_more_of_a_parameter_does_or_that_it_is_a_numerical_setting) {
    const std::string pursued = nearness({"describe", "protection.guard_pursuit"}, {}).out;
    EXPECT_TRUE(has(pursued, "more of it: guard up, with a pursuing partner\n")) << pursued;
    EXPECT_TRUE(has(nearness({"describe", "encounter.beat"}, {}).out, "more of it: none"));
    const Json beat = Json::parse(nearness({"describe", "encounter.beat", "--json"}, {}).out)[0];
    EXPECT_EQ(beat["moves"], "none");
    EXPECT_EQ(beat["direction"], "none");
    const Json pain = Json::parse(nearness({"describe", "memory.pain_rate", "--json"}, {}).out)[0];
    EXPECT_EQ(pain["moves"], "edge");
    EXPECT_EQ(pain["direction"], "down");
    EXPECT_EQ(pain["when"], "");
}

// What `describe` says to write is read back as the default, in a file and with --set, for every parameter.
TEST(describe, says_what_a_scenario_accepts) {
    const Folder folder;
    std::string parameters = "[parameters]\n";
    std::vector<std::string> set = {"check", "set.toml"};
    for (const Json& one : Json::parse(nearness({"describe", "--json"}, {}).out)) {
        const std::string key = one["key"], written = one["written"];
        parameters += key + " = " + written + "\n";
        set.insert(set.end(), {"--set", key + "=" + written});
    }
    folder.write("set.toml", small_scenario());
    EXPECT_EQ(nearness(set, {.folder = folder.path()}).err, "");
    const std::string whole = small_scenario();
    const auto first_header = whole.find('[');
    folder.write("given.toml", whole.substr(0, first_header) + parameters + whole.substr(first_header));
    EXPECT_EQ(nearness({"check", "given.toml"}, {.folder = folder.path()}).err, "");
}

TEST(describe, lists_what_can_be_knocked_out) {
    const std::string table = nearness({"describe", "knock_out"}, {}).out;
    for (const person::ModuleText& module : person::modules) {
        EXPECT_TRUE(has(table, "  " + std::string(module.name) + " ")) << module.name;
        EXPECT_TRUE(has(table, std::string(module.says) + "\n")) << module.name;
    }
    EXPECT_EQ(Json::parse(nearness({"describe", "knock_out", "--json"}, {}).out).size(), person::modules.size());
}

TEST(describe, shows_a_module_of_the_theory_with_the_parameters_it_runs_on) {
    const std::string trust = nearness({"describe", "trust"}, {}).out;
    for (const char* part :
         {"trust   docs/theory/knock-outs.md\n", "knocked out: trust = 0; protectors never come to trust\n",
          "    knock_out = [\"trust\"]\n", "\n  trust_rate ", "\n  access_floor "}) {
        EXPECT_TRUE(has(trust, part)) << part << " is missing:\n" << trust;
    }
    EXPECT_FALSE(has(trust, "insight_rate")) << trust;
    EXPECT_TRUE(has(nearness({"describe", "care"}, {}).out, "no parameters of its own.\n"));
    for (const person::ModuleText& module : person::modules) {
        const Json json = Json::parse(nearness({"describe", std::string(module.name), "--json"}, {}).out);
        ASSERT_EQ(json.size(), 1U) << module.name;
        EXPECT_EQ(json[0]["says"], module.says);
        std::string keys;  // those that exist
        for (const std::string key : json[0]["parameters"]) keys += (keys.empty() ? "" : " ") + key;
        EXPECT_EQ(keys.size(), module.parameters.size()) << module.name << " names a parameter that is not there";
    }
}

TEST(describe, suggests_the_nearest_name) {
    for (const auto& [name, near] : std::vector<std::pair<std::string, std::string>>{
             {"memry", "memory"},
             {"memory.concentraton", "memory.concentration"},
             {"concentration", "memory.concentration"},
             {"guard_tme", "protection.guard_time"},
             {"trsut", "trust"},
         }) {
        const Finished finished = nearness({"describe", name}, {});
        EXPECT_EQ(finished.code, 64) << name;
        EXPECT_EQ(finished.out, "") << name;
        EXPECT_TRUE(has(finished.err, "E0001  there is no module or parameter `" + name + "`")) << finished.err;
        EXPECT_TRUE(has(finished.err, "did you mean `" + near + "`?")) << finished.err;
    }
    EXPECT_EQ(nearness({"describe", "zzzzzz"}, {}).code, 64);
}

TEST(describe, is_named_where_a_parameter_was_not_known) {
    EXPECT_TRUE(has(nearness({"explain", "E0103"}, {}).out, "`nearness describe`"));
}

}  // namespace
}  // namespace nearness::test
