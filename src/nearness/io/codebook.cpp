#include "nearness/io/codebook.hpp"

#include "nearness/engine/result.hpp"
#include "nearness/io/csv_columns.hpp"

#include <fmt/format.h>

namespace nearness::io {

namespace {

using Entries = std::vector<CodebookEntry>;

// --- run.nc ---

struct NcColumn {
    const char* name;
    const char* unit;
    const char* kind;
    const char* over;
    const char* says;
};

constexpr NcColumn where[] = {
    {"person_index", "1", "whole number", "row", "person, from 0"},
    {"arm_index", "1", "index", "row", "index into arm_id, from 0"},
    {"chapter_index", "1", "index", "row", "index into chapter_id, from 0"},
};

constexpr NcColumn root[] = {
    {"arm_id", "", "text", "arm", "arm; the first is the file as written"},
    {"chapter_id", "", "text", "chapter", "chapter"},
    {"cue_name", "", "text", "cue", "cue"},
    {"person_id", "", "text", "person", "person of the diary"},
};

constexpr NcColumn curve[] = {
    {"closeness", "1", "number", "closeness", "closeness"},
    {"predicted_pain", "1", "number", "row, closeness", "predicted pain at full openness, at the end of the chapter"},
};

constexpr NcColumn moment[] = {
    {"number", "1", "whole number", "row", "encounter of the chapter, from 1"},
    {"age", "years", "number", "row", "age"},
    {"strategy", "1", "index", "row", "strategy on duty, index into strategy_name"},
    {"strategy_name", "", "text", "strategy_index", "protective strategy"},
};

constexpr NcColumn session[] = {
    {"plan", "1", "index", "row", "index into plan_name"},
    {"number", "1", "whole number", "row", "session of its plan, from 1"},
    {"therapy", "1", "index", "row", "index into therapy_name"},
    {"age", "years", "number", "row", "age"},
    {"target", "1", "whole number", "row", "template processed, from 0; -1 for none"},
    {"access", "1", "number", "row", "access to guarded memory, of sessions that process"},
    {"closest", "1", "number", "row", "closeness allowed at most, of graded encounters"},
    {"sud_before", "1", "number", "row", "subjective units of disturbance before the first set, 0 to 10"},
    {"sud", "1", "number", "row, set", "subjective units of disturbance after each set, 0 to 10"},
    {"edge", "1", "number", "row", "edge after the session"},
    {"trust", "1", "number", "row", "trust of the protectors after it"},
    {"guard", "1", "number", "row", "guard after it"},
    {"insight", "1", "number", "row", "insight after it"},
    {"protective_use", "1", "number", "row", "protective use, of sessions that are encounters"},
    {"felt_closeness", "1", "number", "row", "felt closeness, of sessions that are encounters"},
    {"pain", "1", "number", "row", "external pain, of sessions that are encounters"},
    {"therapy_name", "", "text", "therapy_index", "therapy"},
    {"plan_name", "", "text", "plan_index", "plan, by its id in the scenario"},
};

constexpr NcColumn event[] = {
    {"age", "years", "number", "row", "age"},
    {"kind", "1", "index", "row", "index into kind_name"},
    {"kind_name", "", "text", "kind_index", "kind of event"},
};

constexpr NcColumn templates[] = {
    {"number", "1", "whole number", "row", "template, from 0 in the order in which they opened"},
    {"strength", "1", "number", "row", "soft count of the lessons it took"},
    {"integration", "1", "number", "row", "integration"},
    {"tellable", "1", "number", "row", "share of its lessons that can be told"},
    {"charge", "1", "number", "row", "pain it predicts at its own prototype"},
    {"prototype", "1", "number", "row, cue", "prototype, over cue_name"},
    {"weight", "1", "number", "row, signal", "weight, over the signal cues (the first of cue_name)"},
};

constexpr NcColumn diary[] = {
    {"number", "1", "whole number", "row", "moment of the person, from 1"},
    {"time", "days", "number", "row", "time after the person's first moment"},
    {"cues", "1", "number", "row, cue", "recorded cues, over cue_name"},
    {"outcome", "1", "number", "row", "recorded outcome"},
    {"predicted_pain", "1", "number", "row", "pain predicted before the outcome was learned"},
    {"protective_use", "1", "number", "row", "protective activation predicted"},
    {"alarm", "1", "number", "row", "alarm at the end of the moment"},
    {"novelty", "1", "number", "row", "probability of a new template"},
};

template <std::size_t count>
void add(Entries& entries, const char* group, const NcColumn (&columns)[count]) {
    for (const NcColumn& one : columns) {
        entries.push_back({"run.nc", group, one.name, one.unit, one.kind, one.over, one.says});
    }
}

template <std::size_t count>
void add_rows(Entries& entries, const char* group, const NcColumn (&columns)[count]) {
    add(entries, group, where);
    add(entries, group, columns);
}

void add_run(Entries& entries) {
    add(entries, "", root);
    life::Summary summary;
    life::Summary::describe(summary, [&](const life::Column& column, double&) {
        entries.push_back({"run.nc", "", std::string(column.name), std::string(column.unit), "number",
                           "arm, person, chapter", std::string(column.says)});
    });
    add_rows(entries, "curve", curve);
    add_rows(entries, "moment", moment);
    engine::MomentRow row;
    engine::MomentRow::describe(row, [&](const life::Column& column, double&) {
        entries.push_back({"run.nc", "moment", std::string(column.name), std::string(column.unit), "number", "row",
                           std::string(column.says)});
    });
    add_rows(entries, "session", session);
    add_rows(entries, "event", event);
    add_rows(entries, "template", templates);
    add_rows(entries, "diary", diary);
}

// --- CSV ---

template <std::size_t count>
void add(Entries& entries, const char* file, const std::array<CsvColumn, count>& columns) {
    for (const CsvColumn& one : columns) {
        entries.push_back({file, "", std::string(one.name), std::string(one.unit), std::string(one.kind), "row",
                           std::string(one.says)});
    }
}

void add_csv(Entries& entries) {
    add(entries, "moments.csv", moments_start);
    engine::MomentRow row;
    engine::MomentRow::describe(row, [&](const life::Column& column, double&) {
        entries.push_back({"moments.csv", "", std::string(column.name), std::string(column.unit), "number", "row",
                           std::string(column.says)});
    });
    add(entries, "diary.csv", diary_start);
    entries.push_back({"diary.csv", "", "VARIABLE", "1", "number", "row",
                       "each variable of the mapping under its name, between 0 and 1; empty where not answered"});
    add(entries, "diary.csv", diary_predicted);
    entries.push_back({"diary.csv", "", "part_TARGET", "", "text", "row",
                       "for each target of the comparison: fitted, held out, or empty where it is not compared"});
    add(entries, "comparison.csv", comparison_columns);
}

// --- summary.json ---

struct JsonKey {
    const char* object;
    const char* name;
    const char* kind;
    const char* says;
};

constexpr JsonKey summary_keys[] = {
    {"", "what_this_is", "text", "what these numbers are and are not"},
    {"", "title", "text", "title of the scenario"},
    {"", "version", "text", "version of the program"},
    {"", "plan_hash", "text", "fingerprint of all that decides the numbers"},
    {"", "seed", "whole number", "seed of all random draws"},
    {"", "persons", "whole number", "simulated persons"},
    {"", "intervals", "text", "how low, high and difference are meant"},
    {"", "codebook", "object", "unit and meaning of each quantity, by its name"},
    {"", "arms", "list", "the arms, the file as written first"},
    {"", "numerical_failures", "list", "numbers that went wrong; empty"},
    {"", "scenario", "text", "the scenario as it was run"},
    {"", "knocked_out", "object", "what is switched off, a list for each arm that has any; else left out"},
    {"", "typical_path", "object", "of deterministic runs: the one path beside drawn lives"},
    {"codebook.NAME", "unit", "text", "unit, 1 for a pure number"},
    {"codebook.NAME", "says", "text", "meaning"},
    {"arms[]", "id", "text", "arm, by its id"},
    {"arms[]", "chapters", "list", "its chapters"},
    {"arms[].chapters[]", "id", "text", "chapter, by its id"},
    {"arms[].chapters[]", "quantities", "object",
     "the quantities of run.nc over (arm, person, chapter), by their names"},
    {"quantities.NAME", "n", "whole number", "persons in whom it was measured; null instead of the object when none"},
    {"quantities.NAME", "mean", "number", "mean over persons"},
    {"quantities.NAME", "standard_deviation", "number", "standard deviation over persons"},
    {"quantities.NAME", "standard_error", "number", "standard error of the mean"},
    {"quantities.NAME", "low", "number", "mean - 1.96 standard errors"},
    {"quantities.NAME", "high", "number", "mean + 1.96 standard errors"},
    {"quantities.NAME", "median", "number", "median over persons"},
    {"quantities.NAME", "lower_quartile", "number", "lower quartile over persons"},
    {"quantities.NAME", "upper_quartile", "number", "upper quartile over persons"},
    {"quantities.NAME", "share_at_one", "number", "of the edge only: share of persons in whom it is 1"},
    {"quantities.NAME", "difference", "object",
     "of later arms: the same of the paired difference from the file as written"},
    {"typical_path", "what_this_is", "text", "what a typical path is and is not"},
    {"typical_path", "lives", "whole number", "drawn lives beside it"},
    {"typical_path", "arms", "list", "arms and chapters as above"},
    {"typical_path.quantities.NAME", "path", "number", "value on the path; null where not measured"},
    {"typical_path.quantities.NAME", "lives", "object", "the same over drawn lives, as in quantities.NAME"},
    {"typical_path.quantities.NAME", "in_standard_deviations", "number",
     "path minus mean, in standard deviations over lives"},
    {"numerical_failures[]", "person", "whole number", "person, from 1"},
    {"numerical_failures[]", "arm", "text", "arm, by its id"},
    {"numerical_failures[]", "chapter", "text", "chapter, by its id"},
    {"numerical_failures[]", "quantity", "text", "what went wrong"},
};

}  // namespace

const std::vector<CodebookEntry>& codebook() {
    static const Entries all = [] {
        Entries entries;
        add_run(entries);
        add_csv(entries);
        for (const JsonKey& key : summary_keys) {
            entries.push_back({"summary.json", key.object, key.name, "", key.kind, "", key.says});
        }
        return entries;
    }();
    return all;
}

}  // namespace nearness::io
