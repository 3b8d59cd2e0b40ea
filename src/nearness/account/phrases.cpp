#include "nearness/account/phrases.hpp"

#include <algorithm>

namespace nearness::account {

namespace {

constexpr double grown_up = 18;  // years

constexpr std::array<Acting, protection::strategies> actings = {{
    {"flaw finding", "found flaws"},
    {"irritability", "got irritable"},
    {"flatness", "went flat"},
    {"holding back", "held back"},
    {"withdrawing", "withdrew"},
}};

constexpr std::array<std::string_view, memory::EncounterCues::signals> followed_by_pain = {
    "coming close", "having somebody’s full attention up close", "being open when close", "being seen when open",
    "a quarrel"};

}  // namespace

std::string quoted(std::string_view text) { return "“" + std::string(text) + "”"; }

std::string_view noun(const engine::Scene& scene) {
    switch (scene.company) {
        // An adult who meets somebody with the caregiver's equations meets somebody who hurts.
        case engine::Company::caregiver: return scene.age < grown_up ? "the caregiver" : "the other person";
        case engine::Company::partner: return "the partner";
        case engine::Company::therapist: return "the therapist";
        case engine::Company::nobody: break;
    }
    return "nobody";
}

std::string named(const engine::Scene& scene) {
    const std::string out(noun(scene));
    const bool says_more = !scene.other.empty() && scene.other != scene.chapter && "the " + scene.other != out;
    return says_more ? out + " (" + quoted(scene.other) + ")" : out;
}

std::string_view attentive(double attention) {
    if (attention >= 0.85) return "very attentive";
    if (attention >= 0.6) return "attentive";
    return attention >= 0.35 ? "only half attentive" : "hardly attentive";
}

std::string_view much(double difficulty) {
    if (difficulty >= 0.9) return "much";
    return difficulty >= 0.5 ? "something" : "little";
}

const Acting& acting(int strategy) { return actings[static_cast<std::size_t>(strategy)]; }

std::string learned_where(const engine::Scene& scene, int number) {
    const auto at = static_cast<std::size_t>(number);
    const bool known = at < scene.origins.size() && !scene.origins[at].chapter.empty();
    return known ? "what was first learned in " + quoted(scene.origins[at].chapter) : "an earlier experience";
}

std::string expects(const engine::TemplateRow& row) {
    if (row.charge < 0.05) return "that nothing bad comes of closeness";
    std::size_t most = 0;
    for (std::size_t d = 1; d < row.weight.size(); ++d) {
        if (row.weight[d] * row.prototype[d] > row.weight[most] * row.prototype[most]) most = d;
    }
    const std::string_view pain = row.charge < 0.2 ? "a little pain" : row.charge < 0.6 ? "pain" : "great pain";
    return "that " + std::string(followed_by_pain[most]) + " is followed by " + std::string(pain);
}

std::string_view beside(double met, double predicted) {
    if (met > predicted + 0.05) return "more than the";
    return met < predicted - 0.05 ? "less than the" : "about the";
}

std::string change(const Teller& teller, std::string_view name, int digits) {
    const std::string before = std::string(name) + "_before";
    const std::string form = ":" + std::to_string(digits) + "}";
    const std::string after = "{" + std::string(name) + form;
    if (teller.same(before, name, digits)) return "stayed at " + after;
    const bool up = teller.value(before) < teller.value(name);
    return (up ? "rose from {" : "fell from {") + before + form + " to " + after;
}

std::string_view practised(std::string_view therapy) {
    if (therapy == "emdr") return "EMDR";
    if (therapy == "parts") return "parts work";
    if (therapy == "pressure") return "pressure on the protectors";
    if (therapy == "corrective relationship") return "a corrective relationship";
    return therapy;
}

std::string list(const std::vector<std::string>& clauses) {
    std::string out;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        out += (i == 0 ? "" : i + 1 < clauses.size() ? ", " : ", and ") + clauses[i];
    }
    return out;
}

}  // namespace nearness::account
