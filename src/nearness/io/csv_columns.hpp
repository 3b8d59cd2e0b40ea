// The columns of the CSV files that no struct describes; their headers are written from here, and the codebook reads it.
// Those of an encounter's measures come from engine::MomentRow.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace nearness::io {

struct CsvColumn {
    std::string_view name;
    std::string_view unit;  // "1" for a pure number, "" for text
    std::string_view kind;  // number, whole number, text
    std::string_view says;
};

inline constexpr std::array<CsvColumn, 6> moments_start = {{
    {"person", "1", "whole number", "person, from 1"},
    {"arm", "", "text", "arm; what it shares with the file as written stands there once, under that arm"},
    {"chapter", "", "text", "chapter, by its id"},
    {"number", "1", "whole number", "encounter of the chapter, from 1"},
    {"age", "years", "number", "age"},
    {"strategy", "", "text", "protective strategy on duty"},
}};

inline constexpr std::array<CsvColumn, 6> diary_start = {{
    {"person", "", "text", "person, as the diary calls them"},
    {"group", "", "text", "group, as the diary calls it; empty without groups"},
    {"arm", "", "text", "arm, by its id"},
    {"moment", "1", "whole number", "recorded moment of the person, from 1"},
    {"line", "1", "whole number", "line of the diary's file"},
    {"days", "days", "number", "time after the person's first moment"},
}};

// After the diary's own variables, each under its name.
inline constexpr std::array<CsvColumn, 2> diary_predicted = {{
    {"predicted", "1", "number", "pain predicted before the outcome was known"},
    {"use", "1", "number", "protective activation predicted"},
}};

// Last, one for each target of the comparison.
inline constexpr std::string_view part_prefix = "part ";

inline constexpr std::array<CsvColumn, 16> comparison_columns = {{
    {"target", "", "text", "what is predicted, by its name"},
    {"kind", "", "text", "outcome, behaviour, secondary, proxy"},
    {"proxy", "", "text", "yes where it stands in for what was not recorded"},
    {"lead", "1", "whole number", "prompts between the moment and the record of the target"},
    {"arm", "", "text", "arm, by its id"},
    {"measure", "", "text",
     "within-person or onward correlation, log score, or what is gained beyond a plain prediction"},
    {"of", "", "text", "what is correlated with the target, or what predicts it"},
    {"slopes", "", "text", "own of each person, or shared by all; empty for correlations"},
    {"value", "1", "number", "pooled correlation, or mean over persons"},
    {"error", "1", "number", "standard error over persons, of scores"},
    {"low", "1", "number", "lower end of the 95 % interval, of correlations"},
    {"high", "1", "number", "upper end of it"},
    {"median", "1", "number", "median of the persons' own correlations"},
    {"share", "1", "number", "share of persons above 0, or predicted better than by their own mean"},
    {"persons", "1", "whole number", "persons it rests on"},
    {"moments", "1", "whole number", "moments it rests on"},
}};

template <std::size_t count>
std::string header_of(const std::array<CsvColumn, count>& columns) {
    std::string header;
    for (const CsvColumn& column : columns) header += (header.empty() ? "" : ",") + std::string(column.name);
    return header;
}

}  // namespace nearness::io
