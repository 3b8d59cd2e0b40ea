// The typical path (MODEL section 13, "deterministic"): one life in which noise is 0, the strategies share each encounter
// and pain is its expectation. It is no average life: minds that learn from extremes do not learn the same from means.
// How far it lies from the mean of drawn lives is therefore worked out and shown beside it, always.
// CHECKED tests/engine/typical_path_test.cpp.
#pragma once

#include "nearness/engine/ensemble.hpp"
#include "nearness/engine/statistics.hpp"

namespace nearness::engine {

inline constexpr std::string_view what_a_typical_path_is =
    "Typical path: noise 0, strategies averaged, pain its expectation. One deterministic life, not the average of "
    "lives.";

inline constexpr int lives_beside_typical_path = 200;

// One quantity of one chapter: where the path is, and where drawn lives are.
struct Beside {
    life::Column column;
    double path = 0;
    Spread lives;
    // In standard deviations over lives; NaN where one of both was not measured, or lives do not differ and the path does.
    double in_deviations() const;
};

struct TypicalPath {
    // [arm][chapter][quantity, in the order of life::Summary::describe]
    std::vector<std::vector<std::vector<Beside>>> arms;
    int lives = 0;
};

// Lives `lives_beside_typical_path` persons of the same plan, drawn, and compares. `path` is the result of the
// deterministic plan's one person. Empty when cancelled.
TypicalPath beside_lives(const RunPlan& plan, const PersonResult& path, const RunOptions& options);

}  // namespace nearness::engine
