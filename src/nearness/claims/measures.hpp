// What can be measured on one person in one arm of a life: the vocabulary that claim files use.
//
// Every column of life/summary.hpp is a measure, under its name: a mean over the chapter's encounters, or a state at its
// end. What is listed here beside them is computed from the person as they are at the end of the chapter (without changing
// them), or from its encounters one by one. Each measure is a plain function in a file of claims/measures/, named after
// what it looks at. NaN: there was nothing to measure. CHECKED tests/claims/measures_test.cpp.
#pragma once

#include "nearness/life/live.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nearness::claims {

// An option of a measure as a claim file may set it.
struct Option {
    std::string_view key;
    double standard = 0;  // when left out
    double low = 0, high = 1;
    std::string_view says;
};

struct MeasureUse {
    std::string take;                                     // its name
    std::vector<std::pair<std::string, double>> options;  // those given
    std::string other;  // with whom: a name of the life's others; empty: the chapter's

    bool operator==(const MeasureUse&) const = default;
};

struct Met {
    double age = 0;  // days
    world::Meeting<double> meeting;
};
struct Held {
    double age = 0;  // days
    std::string_view therapy;
    therapy::Session<double> session;
};

// What a measure may look at: one arm of one person's life, at one chapter.
struct Lived {
    const life::Prepared& prepared;
    std::uint64_t seed = 1;
    std::uint32_t person = 0;
    int chapter = 0;
    const life::Summary& summary;
    const life::State<double>& before;  // at the chapter's start
    const life::State<double>& after;   // at its end
    std::span<const Met> encounters;    // of the chapter; empty unless the measure reads them
    std::span<const Held> sessions;     // the same
    // Where they stood as each chapter began, this one the last; empty where nobody asked.
    std::span<const life::State<double>> path = {};

    const life::Chapter& chapter_lived() const { return prepared.scenario.chapters[static_cast<std::size_t>(chapter)]; }
    const person::Parameters<double>& parameters() const { return prepared.scenario.parameters.person; }
};

// The options of one use, all of them, in the order of the measure's list.
class Chosen {
public:
    explicit Chosen(std::vector<double> values, int other) : values_(std::move(values)), other_(other) {}
    double operator[](std::size_t option) const { return values_[option]; }
    int other() const { return other_; }  // index into Scenario::others; −1: the chapter's own

private:
    std::vector<double> values_;
    int other_;
};

struct Measure {
    std::string_view name;
    std::string_view unit;  // "1" for a pure number
    std::string_view says;  // one line
    bool reads_moments = false;
    std::span<const Option> options;
    double (*take)(const Lived&, const Chosen&) = nullptr;  // null: the column of the summary with this name
};

// All of them: the summary's columns first, then the others by file.
const std::vector<Measure>& vocabulary();
const Measure* find_measure(std::string_view name);

// Defaults filled in. The use has been checked: its measure, options and other exist.
Chosen chosen(const MeasureUse& use, const life::Scenario& scenario);

// NaN where nothing was measured.
double take(const MeasureUse& use, const Lived& lived);

}  // namespace nearness::claims
