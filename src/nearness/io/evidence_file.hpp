// A file of the folder evidence/ holds what is known about one theme, row by row. It is TOML:
//
//     theme = "What changes it, and what does not"
//
//     [[row]]
//     id = "psychoeducation-alone"    # small letters, digits and -; no two rows of all files share one
//     statement = "Information alone does not lessen symptoms of trauma: the interval spans zero."
//     note = "what qualifies it"      # optional
//     value = -0.08
//     interval = [-0.28, 0.12]        # around the value; optional
//     range = [13, 18]                # instead of value, where the source gives no one number
//     measure = "SMD"                 # of these numbers, which may be left out together
//     design = "meta-analysis"
//     people = 719                    # or couples; optional
//     studies = 8                     # optional
//     grade = "B"                     # A, A-, B+, B, B-, C+, C, C- (thin), D+, D (contested, or next to nothing)
//     flag = "mixed"                  # supported, mixed, contested, novel: the mark beside what rests on it
//     source = "Brouzos 2021"
//     key = "brouzos2021"             # in docs/references.bib; optional
//     supports = [20, 33]             # claims, by number; optional
//     contests = []
//     concerns = []                   # what a novel row has instead of the two
//     verify = true                   # no source was looked at: printed nowhere; false when left out
//
// A row that contests claims and supports none is flagged contested, and one graded D+ or D is not flagged supported. A
// row with the design "assumption" is what the model assumes and no study was found for: novel or contested, without
// grade and numbers.
#pragma once

#include "nearness/io/evidence.hpp"
#include "nearness/io/text_file.hpp"

#include <string_view>
#include <vector>

namespace nearness::io {

struct Measure {
    std::string_view name;
    double low, high;  // what its values can be
    bool effect;       // stands before its number, "r 0.20"; others are units, "130 ms"
};

const Measure* find_measure(std::string_view name);

// The rows of all files, in order. Throws InputError with every problem of every file (E0401 to E0408).
std::vector<Evidence> parse_evidence(const std::vector<TextFile>& files);

}  // namespace nearness::io
