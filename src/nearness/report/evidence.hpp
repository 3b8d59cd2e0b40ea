// Evidence beside what rests on it (DESIGN section 10): marks, statements and the rows of io/evidence.hpp they name. A
// mark says how well a statement about people is supported, not how well the model fits.
#pragma once

#include "nearness/io/evidence.hpp"

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace nearness::report {

struct Grade {
    std::string_view mark;
    std::string_view says;
};

inline constexpr Grade supported = {"●", "supported"};
inline constexpr Grade mixed = {"◐", "mixed or thin"};
inline constexpr Grade contested = {"○", "contested"};
inline constexpr Grade novel = {"☆", "novel: no evidence either way"};
inline constexpr std::array<Grade, 4> grades = {supported, mixed, contested, novel};  // in the order of io::Flag

inline constexpr const Grade& mark_of(io::Flag flag) { return grades[static_cast<std::size_t>(flag)]; }

// Ids of rows; empty ones fill up. The mark of what rests on them is that of the first.
using Rows = std::array<std::string_view, 3>;

// What is known of each therapy of therapy::names, in that order, as far as the model's use of it goes.
struct TherapyEvidence {
    Grade grade;
    std::string_view says;
    Rows rows;
};
inline constexpr std::array<TherapyEvidence, 7> therapy_evidence = {{
    {mixed,
     "talk that brings insight only: information alone shows no benefit for symptoms of trauma in trials",
     {"psychoeducation-alone", "psychoeducation-brief"}},
    {contested, "parts work: one small randomised trial, no difference from its active control", {"parts-trial"}},
    {mixed,
     "pressure: that confrontation raises resistance is known from counselling about drinking",
     {"confrontation-resistance", "sustain-talk"}},
    {mixed,
     "EMDR: many trials for post-traumatic stress, few at low risk of bias; whether eye movements add anything is "
     "contested (○)",
     {"emdr-against-control", "eye-movements-against-fixation"}},
    {mixed,
     "graded closeness: by analogy with extinction in small steps, studied in rats; extinguished fear can return",
     {"gradual-extinction", "relapse-after-extinction"}},
    {mixed,
     "corrective relationship: attachment security rises in therapy, avoidance unclearly",
     {"therapy-and-attachment", "trust-lowers-avoidance", "newlywed-responsiveness"}},
    {contested,
     "flooding: in these equations forced closeness heals, against what is claimed of people",
     {"forced-closeness"}},
}};

// A mark as markup, with its meaning for those who hear the page.
std::string mark_html(const Grade& grade);

// "psychoeducation-alone (SMD −0.08, Brouzos 2021)", linked to the list of evidence; rows joined by semicolons. Bug when
// there is no such row or it is not verified.
std::string rows_html(const Rows& rows);

// For beside a figure: one line a row, with its mark, its statement, its number and its id, which links to the list of
// evidence in the notes. HTML, to stand where a paragraph can; empty without ids. Bug as above.
std::string flags_html(std::initializer_list<std::string_view> ids);

// Every row that may be printed, by theme, each under the anchor that the other two link to. HTML.
std::string list_of_evidence();

}  // namespace nearness::report
