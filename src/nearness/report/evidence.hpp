// Grades of evidence, printed beside what rests on them (DESIGN section 10). The grade says how well a statement about
// people is supported, not how well the model fits.
#pragma once

#include <array>
#include <string_view>

namespace nearness::report {

struct Grade {
    std::string_view mark;
    std::string_view says;
};

inline constexpr Grade supported = {"●", "supported"};
inline constexpr Grade mixed = {"◐", "mixed or thin"};
inline constexpr Grade contested = {"○", "contested"};
inline constexpr Grade novel = {"☆", "novel: no evidence either way"};
inline constexpr std::array<Grade, 4> grades = {supported, mixed, contested, novel};

// What is known of each therapy of therapy::names, in that order, as far as the model's use of it goes.
struct TherapyEvidence {
    Grade grade;
    std::string_view says;
};
inline constexpr std::array<TherapyEvidence, 7> therapy_evidence = {{
    {mixed, "talk that brings insight only: information alone shows no benefit for symptoms of trauma in trials"},
    {contested, "parts work: one small randomised trial, no difference from its active control"},
    {mixed, "pressure: that confrontation raises resistance is known from counselling about drinking"},
    {mixed,
     "EMDR: many trials for post-traumatic stress, few at low risk of bias; whether eye movements add anything is "
     "contested (○)"},
    {mixed, "graded closeness: by analogy with exposure, which works for fears"},
    {mixed, "corrective relationship: attachment security rises in therapy, avoidance unclearly"},
    {contested, "flooding: in these equations forced closeness heals, against what is claimed of people"},
}};

}  // namespace nearness::report
