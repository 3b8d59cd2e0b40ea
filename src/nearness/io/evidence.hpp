// What is known of people and speaks to the model: the rows of evidence/*.toml, which the library carries.
//
// They are read at the level of abstracts and summaries. Whatever prints evidence takes it from `evidence()`; rows marked
// `verify`, which come from general knowledge of the field and wait for a source, are not in it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nearness::io {

// How a row is shown beside what the model assumes. A row that only speaks against the model is `contested`, however
// good the study is: its quality is the grade.
enum class Flag { supported, mixed, contested, novel };
inline constexpr std::array<std::string_view, 4> flag_names = {"supported", "mixed", "contested", "novel"};
inline constexpr std::string_view name_of(Flag flag) { return flag_names[static_cast<std::size_t>(flag)]; }

struct Span {
    double low = 0, high = 0;
};

inline constexpr int claims = 44;  // the theory's claims are numbered 1 to 44

struct Evidence {
    std::string id;         // "psychoeducation-alone": stable, also an anchor
    std::string theme;      // of its file
    std::string statement;  // one sentence
    std::string note;       // what qualifies it; may be empty
    std::optional<double> value;
    std::optional<Span> interval;  // around the value
    std::optional<Span> range;     // where there is no one value
    std::string measure;           // of these numbers; empty without them
    std::string design;
    std::optional<std::int64_t> people, couples, studies;
    std::string grade;  // A, A-, ... D; empty for an assumption
    Flag flag = Flag::novel;
    std::string source;                   // short; an identifier where authors are not known
    std::string key;                      // in docs/references.bib; may be empty
    std::vector<int> supports, contests;  // numbers of claims
    std::vector<int> concerns;            // of a novel row, which does neither
    bool verify = false;
};

// All rows that may be printed, in the order of their files. Read once.
const std::vector<Evidence>& evidence();

// The rows marked `verify`: never for printing.
const std::vector<Evidence>& unverified_evidence();

// The row of `evidence()` with this id; null when there is none.
const Evidence* find_evidence(std::string_view id);

// The rows of `evidence()` that support, contest or concern a claim, in their order.
std::vector<const Evidence*> evidence_on(int claim);

// "SMD −0.08 (−0.28 to 0.12)", "13 to 18 sessions"; empty where a row has no number.
std::string number_of(const Evidence& row);

// "8 studies, N 719", "180 couples"; empty where it is not known.
std::string sample_of(const Evidence& row);

}  // namespace nearness::io
