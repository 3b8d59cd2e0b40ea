// Words for what numbers and kinds stand for.
#pragma once

#include "nearness/account/teller.hpp"

namespace nearness::account {

// Whoever is met, by what they are: "the partner".
std::string_view noun(const engine::Scene& scene);
// The same with the name a scenario gives, where it says more: "the partner (“anna”)".
std::string named(const engine::Scene& scene);

std::string_view attentive(double attention);
std::string_view much(double difficulty);

struct Acting {
    std::string_view name;   // "holding back"
    std::string_view acted;  // "held back"
};
const Acting& acting(int strategy);

// Where a template came from: "what was first learned in “childhood”".
std::string learned_where(const engine::Scene& scene, int number);
// What a template leads one to expect: "that being seen when open is followed by pain".
std::string expects(const engine::TemplateRow& row);

// "more than", "less than", "about", for what was met beside what was predicted.
std::string_view beside(double met, double predicted);

// A number that went up, went down or, as printed, stayed: "rose from {x_before} to {x}".
std::string change(const Teller& teller, std::string_view name, int digits = 2);

// A therapy as one speaks of it.
std::string_view practised(std::string_view therapy);

// Clauses as one list: "a, b, and c".
std::string list(const std::vector<std::string>& clauses);

std::string quoted(std::string_view text);

}  // namespace nearness::account
