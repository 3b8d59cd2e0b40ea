// A recorded diary, ready to be compared with the model: one series of moments a person.
//
// Numbers are arrays by variable. A variable that was not recorded at a moment is NaN there (`is_missing`); no other
// NaN and no infinity occurs. A prompt at which nothing was recorded is not a moment: time simply passes.
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nearness::observe {

// What a recorded variable stands for in the model.
enum class Role {
    cue,        // a cue of the model, by its name there, or one of the study's own
    outcome,    // how much it hurt
    behaviour,  // protective behaviour
    secondary,  // another record of the behaviour: compared, not fitted
    proxy,      // stands in for something that was not recorded; every output labels it so
};

// A cue that the study names beside the model's (memory/study_cues.hpp): what kind it is, the mapping says.
enum class OwnCue { no, signal, context };

struct Variable {
    Role role = Role::cue;
    std::string name;    // "attention", "outcome", "behaviour", or the name of a secondary variable or proxy
    std::string label;   // what was asked, in words; may be empty
    std::string column;  // in the file
    bool reversed = false;
    int lead = 0;  // proxies: how many prompts after the moment the value was recorded
    OwnCue own = OwnCue::no;
};

constexpr double missing_value = std::numeric_limits<double>::quiet_NaN();
inline bool is_missing(double value) { return std::isnan(value); }

// One person's series. `time`, `line` and each row of `values` have one entry a moment.
struct Series {
    std::string id;                           // as in the file; empty when the file has no person column
    std::string group;                        // couple, family or condition; empty without a group column
    double start = 0;                         // time of the first moment on the file's own clock, days
    std::vector<double> time;                 // days since the first moment; strictly increasing, 0 first
    std::vector<int> line;                    // in the file
    std::vector<std::vector<double>> values;  // [variable][moment], on the scale `to` of the mapping: [0, 1] or within
    std::size_t missed = 0;                   // prompts at which nothing was recorded

    std::size_t moments() const { return time.size(); }
};

struct Diary {
    std::string title;
    std::string source;  // citation
    std::string licence;
    std::string note;
    std::string file;                 // path of the diary
    std::string mapping_text;         // as read, for provenance
    std::string content_hash;         // fingerprint of the diary's text
    bool negative_control = false;    // no memory is expected in these data: a model that finds one is wrong
    std::vector<Variable> variables;  // cues in the model's order, own cues, outcome, behaviour, secondary, proxies
    std::vector<Series> persons;      // in the order in which they first appear in the file
    std::size_t rows = 0;             // of the file; rows = moments + missed prompts + blank rows
    std::size_t blank_rows = 0;       // without even a person and a time

    std::size_t moments() const {
        std::size_t count = 0;
        for (const Series& person : persons) count += person.moments();
        return count;
    }
    std::size_t missed() const {
        std::size_t count = 0;
        for (const Series& person : persons) count += person.missed;
        return count;
    }
    // The index of a variable in `variables`, and of its row in `Series::values`.
    std::optional<std::size_t> find(std::string_view name) const {
        for (std::size_t i = 0; i < variables.size(); ++i) {
            if (variables[i].name == name) return i;
        }
        return std::nullopt;
    }
};

}  // namespace nearness::observe
