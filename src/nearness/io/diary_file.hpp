// diary.csv: every recorded moment of every person and arm with what the model predicted before its outcome was known.
// comparison.csv: the diary comparison (infer/comparison.hpp), one row for each number that is compared.
//
// Persons and groups are called what the diary calls them, and times count from each person's first moment: whoever
// passes these files on passes that on. Missing values are empty.
#pragma once

#include "nearness/infer/comparison.hpp"

#include <string>

namespace nearness::io {

// Columns (csv_columns.hpp): where the row belongs, each variable of the diary under its name, what was predicted, and for
// each target `part_<target>`: "fitted", "held out", or empty where the moment is not compared.
std::string diary_csv(const observe::Diary& diary, const std::vector<infer::ArmForecast>& arms);

// Columns: csv_columns.hpp. By measure:
//   within-person correlation  value: pooled; low, high: 95 %; median: of persons; share: of persons above 0
//   onward correlation         the same without the bias of centring (infer/over_persons.hpp)
//   log score                  value, error: mean over persons and its standard error; moments: held out
//   beyond person mean         the same of the paired difference; share: of persons above 0
//   beyond AR(1)               the same
std::string comparison_csv(const infer::Comparison& comparison);

}  // namespace nearness::io
