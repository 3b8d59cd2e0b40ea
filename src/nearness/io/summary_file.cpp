#include "nearness/io/summary_file.hpp"

#include <nlohmann/json.hpp>

namespace nearness::io {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const engine::Spread& spread) {
    if (spread.n == 0) return nullptr;
    const auto over_several = [&](double value) { return spread.has_interval() ? Json(value) : Json(nullptr); };
    return {{"n", spread.n},
            {"mean", spread.mean},
            {"standard_deviation", over_several(spread.standard_deviation)},
            {"standard_error", over_several(spread.standard_error)},
            {"low", over_several(spread.low)},
            {"high", over_several(spread.high)},
            {"median", spread.median},
            {"lower_quartile", spread.lower_quartile},
            {"upper_quartile", spread.upper_quartile}};
}

Json goals_json(const engine::Collection& collection, std::size_t arm, std::size_t chapter) {
    Json goals = Json::array();
    const auto& plans = collection.chapters(arm)[chapter].plans;
    for (std::size_t p = 0; p < plans.size(); ++p) {
        if (!plans[p].goal) continue;
        const life::Goal& goal = *plans[p].goal;
        const engine::GoalCount count = collection.goal(arm, chapter, p);
        goals.push_back({{"plan", plans[p].id},
                         {"measure", life::measure_names[static_cast<std::size_t>(goal.measure)]},
                         {goal.above ? "above" : "below", goal.value},
                         {"most_sessions", plans[p].sessions},
                         {"persons", count.persons},
                         {"reached", count.reached()},
                         {"median_sessions", count.median_sessions()}});
    }
    return goals;
}

// Column by column: two of them are in memory at a time, however many persons there are.
Json chapter_json(const engine::Collection& collection, std::size_t arm, std::size_t chapter) {
    Json quantities = Json::object();
    std::size_t at = 0;
    life::Summary pattern;
    life::Summary::describe(pattern, [&](const life::Column& column, double&) {
        std::vector<double> mine = collection.values(arm, chapter, at);
        Json quantity = to_json(engine::spread(mine));
        if (!quantity.is_null() && column.name == "edge") {
            int at_one = 0;
            for (const double value : mine) at_one += value >= 1 ? 1 : 0;
            quantity["share_at_one"] = at_one / static_cast<double>(mine.size());
        }
        if (!quantity.is_null() && arm > 0) {
            const std::vector<double> base = collection.values(0, chapter, at);
            for (std::size_t p = 0; p < mine.size(); ++p) mine[p] -= base[p];
            quantity["difference"] = to_json(engine::spread(std::move(mine)));
        }
        quantities[std::string(column.name)] = std::move(quantity);
        ++at;
    });
    Json json = {{"id", collection.chapters(arm)[chapter].id}, {"quantities", std::move(quantities)}};
    if (Json goals = goals_json(collection, arm, chapter); !goals.empty()) json["goals"] = std::move(goals);
    return json;
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

// By arm, where it is not the templates.
Json learners_json(const engine::RunPlan& plan) {
    Json arms = Json::object();
    for (const engine::Arm& arm : plan.arms) {
        const memory::RivalParameters& rival = arm.scenario.parameters.person.rival;
        if (!rival.stands_in()) continue;
        Json settings = Json::object();
        for (const memory::RivalSetting& one : rival.settings) settings[std::string(one.key)] = one.value;
        arms[arm.id] = {{"name", rival.name()}, {"title", rival.title()}, {"set", std::move(settings)}};
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
    for (const engine::Failure& failure : collection.failures.first) {
        failures.push_back({{"person", failure.person + 1},
                            {"arm", failure.arm},
                            {"chapter", failure.chapter},
                            {"quantity", failure.quantity}});
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
    if (collection.plan.first_person > 0) document["first_person"] = collection.plan.first_person + 1;
    if (collection.failures.count > collection.failures.first.size()) {
        document["numerical_failures_in_all"] = collection.failures.count;
    }
    if (Json knocked_out = knock_outs_json(collection.plan); !knocked_out.empty()) {
        document["knocked_out"] = std::move(knocked_out);
    }
    if (Json learners = learners_json(collection.plan); !learners.empty()) document["learner"] = std::move(learners);
    if (!collection.typical_path.arms.empty()) document["typical_path"] = typical_path_json(collection);
    return document.dump(1) + "\n";
}

}  // namespace nearness::io
