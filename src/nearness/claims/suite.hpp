// All claims with the lives they share, and what came of running them.
#pragma once

#include "nearness/claims/lives.hpp"

#include <optional>

namespace nearness::claims {

struct Suite {
    std::vector<Claim> claims;  // by number
    std::vector<Life> lives;
    std::string population;  // the life that the reference population lives

    const Life& life_named(std::string_view name) const;
    const Claim* claim_numbered(int number) const;
};

// `unmeasured`: a number could not be computed, as of templates in somebody who has none. It counts neither way.
enum class Verdict { holds, fails, open, unmeasured };
inline constexpr std::array<std::string_view, 4> verdict_names = {"holds", "fails", "open", "unmeasured"};
using VerdictCounts = std::array<int, 4>;

// By the interval: the whole of it on the right side of the bound, the whole of it on the wrong side, or neither.
Verdict verdict_of(const Estimate& estimate, const Bound& bound);
// By the number alone, where an interval is asked of many draws together (regions).
bool reaches(double value, const Bound& bound);
// How far inside the bound, negative outside; of several bounds the nearest.
double margin(double value, const Bound& bound);

struct Outcome {
    Estimate estimate;
    Verdict verdict = Verdict::open;
    double spread = 0;  // of the reference population, for standardised effects
    // By how much the truth has to be past the bound for a verdict in four of five repetitions with as many persons.
    double resolved() const { return 2.8 * estimate.error; }
    std::vector<Column> of;  // arm by arm, for pictures of persons
};

struct DrawnPoint {
    int n = 0;
    double mean = 0, low = 0, high = 0;  // with the interval of the mean
};
struct DrawnPicture {
    std::vector<std::vector<DrawnPoint>> lines;  // arm by arm, as in Picture::lines
};

struct ClaimResult {
    const Claim* claim = nullptr;
    Verdict verdict = Verdict::open;
    std::vector<Outcome> outcomes;
    std::vector<DrawnPicture> pictures;
};

struct SuiteOptions {
    int persons = 200;
    int population = 400;
    int threads = 0;
    bool pictures = true;
    Variation variation;  // of everybody; the reference population stays as it is
    std::function<void(double share)> progress;
    const std::atomic<bool>* cancel = nullptr;
};

// The spreads of the reference population, which do not depend on the variation: found once, used for many runs.
struct Spreads {
    std::vector<Term> terms;
    std::vector<double> deviations;
    double of(const Term& term) const;
};
Spreads find_spreads(const Suite& suite, const std::vector<const Claim*>& claims, const SuiteOptions& options);

// Every life once, for all claims together. Throws engine::Cancelled.
std::vector<ClaimResult> run(const Suite& suite, const std::vector<const Claim*>& claims, const Spreads& spreads,
                             const SuiteOptions& options);

// Of its parts: fails when one does, holds when all do, and is unmeasured before it is open.
// What a claim's numbers depend on: its terms as resolved, its bounds, and the arms of lives they are looked at in.
std::string experiment_text(const Suite& suite, const Claim& claim);

Verdict together(const std::vector<Outcome>& outcomes);

}  // namespace nearness::claims
