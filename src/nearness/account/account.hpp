// A plain-language account of a scene: what was met, what it called up, what protected, what it cost, what was learned
// and why, or why not.
//
// Sentences are filled from the numbers of the scene and state no others; which wording is used depends on the place of
// the scene alone, so the same scene reads the same every time. They tell what the model predicts of an invented person,
// in the past tense, and advise nobody.
// CHECKED tests/account, where every printed number is looked up in the scene.
#pragma once

#include "nearness/engine/scene.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nearness::account {

// A number as a sentence states it. `name` is that of engine::numbers.
struct Stated {
    std::string name;
    double value = 0;
    std::string printed;
};

// What a sentence is about, for those who lay sentences out; an account is in this order. `session`: what a session
// changed.
enum class About { setting, wish, resemblance, alarm, protection, cost, outcome, lesson, session, care };
inline constexpr std::array<std::string_view, 10> about_names = {
    "setting", "wish", "resemblance", "alarm", "protection", "cost", "outcome", "lesson", "session", "care"};

struct Sentence {
    About about = About::setting;
    std::string text;
    std::vector<Stated> numbers;
};

struct Account {
    Sentence title;  // one line, without a full stop
    std::vector<Sentence> sentences;
};

Account tell(const engine::Scene& scene);

}  // namespace nearness::account
