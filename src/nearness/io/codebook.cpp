#include "nearness/io/codebook.hpp"

#include "nearness/engine/result.hpp"
#include "nearness/io/csv_columns.hpp"
#include "nearness/io/run_rows.hpp"

#include <fmt/format.h>

namespace nearness::io {

namespace {

using Entries = std::vector<CodebookEntry>;

// --- run.nc ---

struct NcColumn {
    std::string_view group;
    const char* name;
    const char* unit;
    const char* kind;
    const char* over;
    const char* says;
};

// What stands beside the columns of records: the names that indices point into, and coordinates.
constexpr NcColumn beside[] = {
    {"", "arm_id", "", "text", "arm", "arm; the first is the file as written"},
    {"", "chapter_id", "", "text", "chapter", "chapter"},
    {"", "cue_name", "", "text", "cue", "cue"},
    {"", "study_cue_name", "", "text", "study_cue", "cue of the study's own"},
    {"", "study_cue_kind", "", "text", "study_cue", "its kind: signal or context"},
    {"", "person", "1", "whole number", "person", "person, from 0 in the whole ensemble"},
    {"", "person_id", "", "text", "person", "person of the diary"},
    {"curve", "closeness", "1", "number", "closeness", "closeness"},
    {"moment", "strategy_name", "", "text", "strategy_index", "protective strategy"},
    {"session", "therapy_name", "", "text", "therapy_index", "therapy"},
    {"session", "plan_name", "", "text", "plan_index", "plan, by its id in the scenario"},
    {"goal", "plan_name", "", "text", "plan_index", "plan, by its id in the scenario"},
    {"event", "kind_name", "", "text", "kind_index", "kind of event"},
    {"failure", "quantity_name", "", "text", "quantity_index", "quantity"},
};

void add_beside(Entries& entries, std::string_view group) {
    for (const NcColumn& one : beside) {
        if (one.group == group) {
            entries.push_back({"run.nc", std::string(group), one.name, one.unit, one.kind, one.over, one.says});
        }
    }
}

template <class Record>
void add_rows(Entries& entries) {
    Record record;
    Record::describe(record, [&]<class Value>(const RunColumn& column, Value&) {
        const char* kind = !std::is_same_v<Value, int>                          ? "number"
                           : column.says.find("index into") != column.says.npos ? "index"
                                                                                : "whole number";
        entries.push_back({"run.nc", Record::group, std::string(column.name), std::string(column.unit), kind,
                           column.across.empty() ? "row" : "row, " + std::string(column.across),
                           std::string(column.says)});
    });
    add_beside(entries, Record::group);
}

void add_run(Entries& entries) {
    add_beside(entries, "");
    life::Summary summary;
    life::Summary::describe(summary, [&](const life::Column& column, double&) {
        entries.push_back({"run.nc", "", std::string(column.name), std::string(column.unit), "number",
                           "arm, person, chapter", std::string(column.says)});
    });
    add_rows<CurveRecord>(entries);
    add_rows<MomentRecord>(entries);
    add_rows<BeatRecord>(entries);
    add_rows<SessionRecord>(entries);
    add_rows<GoalRecord>(entries);
    add_rows<EventRecord>(entries);
    add_rows<TemplateRecord>(entries);
    add_rows<DiaryRecord>(entries);
    add_rows<FailureRecord>(entries);
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
    {"arms[].chapters[]", "goals", "list", "its plans with a goal; left out where there are none"},
    {"goals[]", "plan", "text", "plan, by its id"},
    {"goals[]", "measure", "text", "what it waits for"},
    {"goals[]", "above", "number", "the goal is reached from here on upwards; left out where `below` is given"},
    {"goals[]", "below", "number", "the goal is reached from here on downwards; left out where `above` is given"},
    {"goals[]", "most_sessions", "whole number", "sessions after which the plan ends in any case"},
    {"goals[]", "persons", "whole number", "persons who had the plan: everybody, recorded or not"},
    {"goals[]", "reached", "whole number", "how many of them reached the goal"},
    {"goals[]", "median_sessions", "number",
     "median number of sessions, the last included, over those who reached it; null where nobody did"},
    {"quantities.NAME", "n", "whole number", "persons in whom it was measured; null instead of the object when none"},
    {"quantities.NAME", "mean", "number", "mean over persons"},
    {"quantities.NAME", "standard_deviation", "number", "standard deviation over persons; null where n is 1"},
    {"quantities.NAME", "standard_error", "number", "standard error of the mean; null where n is 1"},
    {"quantities.NAME", "low", "number", "mean - 1.96 standard errors; null where n is 1"},
    {"quantities.NAME", "high", "number", "mean + 1.96 standard errors; null where n is 1"},
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
