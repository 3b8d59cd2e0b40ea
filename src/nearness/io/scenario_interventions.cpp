#include "nearness/io/scenario_interventions.hpp"

#include <fmt/format.h>

namespace nearness::io {

namespace {

constexpr double most_offer = 2;  // as of an other

// { trust = 1 }
life::SetStates read_states(const Fields& chapter, const char* key, const std::string& id) {
    life::SetStates states;
    const Node* node = chapter.table(key);
    if (node == nullptr) return states;
    const Fields fields(*node, fmt::format("[chapter.{}] of `{}`", key, id), chapter.report());
    Words names;
    life::SetStates::each(states, [&](std::string_view name, std::optional<double>& value) {
        names.emplace_back(name);
        value = fields.number(name, 0, 1);
    });
    fields.accept(names);
    return states;
}

// { attention = 0.95, offer = 1.4 }
std::optional<life::OtherToday> read_day(const Fields& days, const char* key) {
    if (!days.require(key, fmt::format("{} = {{ attention = 0.95, offer = 1.4 }}", key))) return std::nullopt;
    const Node* node = days.table(key);
    if (node == nullptr) return std::nullopt;
    const Fields fields(*node, fmt::format("`{}` in {}", key, days.name()), days.report());
    fields.accept({"attention", "offer"});
    life::OtherToday day;
    bool whole = true;
    const auto take = [&](const char* name, double high, double& value) {
        const bool there = fields.require(name, fmt::format("for example {} = 0.9", name));
        const auto given = there ? fields.number(name, 0, high) : std::nullopt;
        value = given.value_or(value);
        whole = whole && given;
    };
    take("attention", 1, day.attention);
    take("offer", most_offer, day.offer);
    return whole ? std::optional(day) : std::nullopt;
}

void read_days(const Fields& chapter, life::Chapter& made) {
    const Node* node = chapter.table("days");
    if (node == nullptr || node->entries.empty()) return;
    const Fields fields(*node, fmt::format("[chapter.days] of `{}`", made.id), chapter.report());
    fields.accept({"warm", "cool"});
    const auto warm = read_day(fields, "warm");
    const auto cool = read_day(fields, "cool");
    if (!made.diary) chapter.require("encounters", "warm and cool days are those of encounters: \"1 per day\"");
    if (warm && cool) made.days = life::Days{*warm, *cool};
}

}  // namespace

void read_interventions(const Fields& fields, life::Chapter& chapter) {
    chapter.start = read_states(fields, "start", chapter.id);
    chapter.hold = read_states(fields, "hold", chapter.id);
    read_days(fields, chapter);
}

}  // namespace nearness::io
