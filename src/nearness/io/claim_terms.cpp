#include "nearness/io/claim_terms.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nearness::io {

using claims::Term;

Words words_of(const Fields& fields, std::string_view key) {
    Words out;
    const Node* node = fields.get(key);
    if (node == nullptr) return out;
    if (node->kind == Node::Kind::text) return {node->text};
    bool good = node->kind == Node::Kind::list;
    if (good) {
        for (const Node& item : node->items) good = good && item.kind == Node::Kind::text;
    }
    if (!good) {
        fields.wrong_kind(key, *node, "a list of texts");
        return out;
    }
    for (const Node& item : node->items) out.push_back(item.text);
    return out;
}

void ClaimTerms::add_own(const Node& table) {
    for (const Entry& entry : table.entries) {
        const Fields fields(entry.value, "[measures] " + entry.key, report_);
        if (entry.value.kind != Node::Kind::table) {
            report_.add("E0105", entry.value.spot, fmt::format("`{}` is not a measure", entry.key),
                        "for example { take = \"threat\", closeness = 0.8 }");
            continue;
        }
        own_.emplace_back(entry.key, read_use(fields));
    }
}

claims::MeasureUse ClaimTerms::read_use(const Fields& fields) {
    claims::MeasureUse use;
    Words names;
    for (const claims::Measure& one : claims::vocabulary()) names.emplace_back(one.name);
    if (!fields.require("take", "name a measure: `nearness describe measures` lists them")) return use;
    const auto number = fields.choice("take", names, "measure");
    if (!number) return use;
    const claims::Measure& measure = claims::vocabulary()[*number];
    use.take = measure.name;
    Words accepted = {"take", "other"};
    for (const claims::Option& option : measure.options) {
        accepted.emplace_back(option.key);
        if (const auto value = fields.number(option.key, option.low, option.high)) {
            use.options.emplace_back(std::string(option.key), *value);
        }
    }
    fields.accept(accepted);
    use.other = fields.text("other").value_or("");
    return use;
}

std::optional<claims::MeasureUse> ClaimTerms::measure_named(const Fields& fields, std::string_view key,
                                                            const std::string& name) {
    for (const auto& [own, use] : own_) {
        if (own == name) return use;
    }
    if (claims::find_measure(name) != nullptr) return claims::MeasureUse{name, {}, {}};
    Words names;
    for (const auto& [own, use] : own_) names.push_back(own);
    for (const claims::Measure& one : claims::vocabulary()) names.emplace_back(one.name);
    report_.add("E0801", fields.spot(key), fmt::format("there is no measure `{}`", name), suggestion(name, names));
    return std::nullopt;
}

// One term an arm; arms and chapter are looked up in their life.
std::vector<Term> ClaimTerms::terms(const Fields& fields, std::string_view key, const std::string& name,
                                    const std::string& at, const Words& arms) {
    std::vector<Term> out;
    const auto use = measure_named(fields, key, name);
    if (!use) return out;
    for (const std::string& arm : arms) {
        out.push_back({*use, arm, at});
        check(fields, out.back());
    }
    return out;
}

void ClaimTerms::check(const Fields& fields, const Term& term) {
    const std::size_t colon = term.arm.find(':');
    const std::string life = colon == std::string::npos ? life_ : term.arm.substr(0, colon);
    const std::string arm = colon == std::string::npos ? term.arm : term.arm.substr(colon + 1);
    Words names;
    for (const claims::Life& one : lives_) {
        names.push_back(one.name);
        if (one.name != life) continue;
        const int number = one.arm_named(arm);
        if (number < 0) {
            Words arms;
            for (const engine::Arm& each : one.plan.arms) arms.push_back(each.id);
            report_.add("E0801", fields.spot("arms"), fmt::format("the life `{}` has no arm `{}`", life, arm),
                        suggestion(arm, arms));
            return;
        }
        Words chapters, others;
        const life::Scenario& scenario = one.plan.arms[static_cast<std::size_t>(number)].scenario;
        for (const life::Chapter& chapter : scenario.chapters) chapters.push_back(chapter.id);
        for (const life::NamedOther& other : scenario.others) others.push_back(other.id);
        if (one.chapter_named(number, term.chapter) < 0) {
            report_.add("E0801", fields.spot("at"),
                        fmt::format("the life `{}` has no chapter `{}`", life, term.chapter),
                        suggestion(term.chapter, chapters));
        }
        const std::string& with = term.measure.other;
        if (!with.empty() && std::find(others.begin(), others.end(), with) == others.end()) {
            report_.add("E0801", fields.spot("of"), fmt::format("nobody in the life `{}` is called `{}`", life, with),
                        suggestion(with, others));
        }
        return;
    }
    if (!life.empty()) {
        report_.add("E0801", fields.spot("arms"), fmt::format("there is no life `{}`", life), suggestion(life, names));
    }
}

}  // namespace nearness::io
