#include "nearness/io/summary_file.hpp"

#include <nlohmann/json.hpp>

namespace nearness::io {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const engine::Spread& spread) {
    if (spread.n == 0) return nullptr;
    return {{"n", spread.n},
            {"mean", spread.mean},
            {"standard_deviation", spread.standard_deviation},
            {"standard_error", spread.standard_error},
            {"low", spread.low},
            {"high", spread.high},
            {"median", spread.median},
            {"lower_quartile", spread.lower_quartile},
            {"upper_quartile", spread.upper_quartile}};
}

// Every column of a chapter's summaries as a series over persons, in describe's order.
struct Series {
    life::Column column;
    std::vector<double> values;
};

std::vector<Series> series_of(const engine::Collection& collection, std::size_t arm, std::size_t chapter) {
    std::vector<Series> all;
    life::Summary pattern;
    life::Summary::describe(pattern, [&](const life::Column& column, double&) { all.push_back({column, {}}); });
    for (const engine::PersonResult& person : collection.persons) {
        life::Summary summary = person.arms[arm].chapters[chapter];
        std::size_t i = 0;
        life::Summary::describe(summary, [&](const life::Column&, double& value) { all[i++].values.push_back(value); });
    }
    return all;
}

Json chapter_json(const engine::Collection& collection, std::size_t arm, std::size_t chapter) {
    Json quantities = Json::object();
    const std::vector<Series> mine = series_of(collection, arm, chapter);
    const std::vector<Series> base = series_of(collection, 0, chapter);
    for (std::size_t i = 0; i < mine.size(); ++i) {
        Json quantity = to_json(engine::spread(mine[i].values));
        if (!quantity.is_null() && mine[i].column.name == "edge") {
            int at_one = 0;
            for (const double value : mine[i].values) at_one += value >= 1 ? 1 : 0;
            quantity["share_at_one"] = at_one / static_cast<double>(mine[i].values.size());
        }
        if (!quantity.is_null() && arm > 0) {
            std::vector<double> difference = mine[i].values;
            for (std::size_t p = 0; p < difference.size(); ++p) difference[p] -= base[i].values[p];
            quantity["difference"] = to_json(engine::spread(std::move(difference)));
        }
        quantities[std::string(mine[i].column.name)] = std::move(quantity);
    }
    return {{"id", collection.chapters(arm)[chapter].id}, {"quantities", std::move(quantities)}};
}

// A deterministic run's one path beside the drawn lives, by arm, chapter and quantity.
Json typical_path_json(const engine::Collection& collection) {
    Json arms = Json::array();
    const engine::TypicalPath& typical = collection.typical_path;
    for (std::size_t a = 0; a < typical.arms.size(); ++a) {
        Json chapters = Json::array();
        for (std::size_t c = 0; c < typical.arms[a].size(); ++c) {
            Json quantities = Json::object();
            for (const engine::Beside& one : typical.arms[a][c]) {
                quantities[std::string(one.column.name)] = {
                    {"path", one.path}, {"lives", to_json(one.lives)}, {"in_standard_deviations", one.in_deviations()}};
            }
            chapters.push_back({{"id", collection.chapters(a)[c].id}, {"quantities", std::move(quantities)}});
        }
        arms.push_back({{"id", collection.plan.arms[a].id}, {"chapters", std::move(chapters)}});
    }
    return {{"what_this_is", engine::what_a_typical_path_is}, {"lives", typical.lives}, {"arms", std::move(arms)}};
}

Json knock_outs_json(const engine::RunPlan& plan) {
    Json arms = Json::object();
    for (const engine::Arm& arm : plan.arms) {
        Json names = Json::array();
        arm.scenario.parameters.person.knocked_out.each(
            [&](const person::ModuleText& module) { names.push_back(module.name); });
        if (!names.empty()) arms[arm.id] = std::move(names);
    }
    return arms;
}

}  // namespace

std::string summary_json(const engine::Collection& collection, const Provenance& provenance) {
    Json codebook = Json::object();
    life::Summary pattern;
    life::Summary::describe(pattern, [&](const life::Column& column, double&) {
        codebook[std::string(column.name)] = {{"unit", column.unit}, {"says", column.says}};
    });
    Json arms = Json::array();
    for (std::size_t a = 0; a < collection.arms(); ++a) {
        Json chapters = Json::array();
        for (std::size_t c = 0; c < collection.chapters(a).size(); ++c) {
            chapters.push_back(chapter_json(collection, a, c));
        }
        arms.push_back({{"id", collection.plan.arms[a].id}, {"chapters", std::move(chapters)}});
    }
    Json failures = Json::array();
    for (const engine::PersonResult& person : collection.persons) {
        for (const engine::Failure& failure : person.failures) {
            failures.push_back({{"person", failure.person + 1},
                                {"arm", failure.arm},
                                {"chapter", failure.chapter},
                                {"quantity", failure.quantity}});
        }
    }
    Json document = {{"what_this_is", what_this_is},
                     {"title", collection.plan.title},
                     {"version", provenance.version},
                     {"plan_hash", provenance.plan_hash},
                     {"seed", provenance.seed},
                     {"persons", collection.plan.persons},
                     {"intervals",
                      "low and high: mean -/+ 1.96 standard errors over persons; difference: paired "
                      "with the same person as written"},
                     {"codebook", std::move(codebook)},
                     {"arms", std::move(arms)},
                     {"numerical_failures", std::move(failures)},
                     {"scenario", provenance.scenario_text}};
    if (Json knocked_out = knock_outs_json(collection.plan); !knocked_out.empty()) {
        document["knocked_out"] = std::move(knocked_out);
    }
    if (!collection.typical_path.arms.empty()) document["typical_path"] = typical_path_json(collection);
    return document.dump(1) + "\n";
}

}  // namespace nearness::io
