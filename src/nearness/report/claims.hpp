// claims.html: a panel a claim. What is said, the picture that shows it, the numbers against their bounds, what supports and
// contests it, which module carries it, how much of the parameter space agrees.
#pragma once

#include "nearness/claims/suite.hpp"

#include <string>
#include <vector>

namespace nearness::report {

// The page of these results, one or more; `persons` and `population` as they were run with. `changed` says what makes the
// persons others than the theory's, and is empty where nothing does.
std::string claims_page(const claims::Suite& suite, const std::vector<claims::ClaimResult>& results, int persons,
                        int population, const std::string& changed, const std::string& version);

// "at least 0.3", "within ±0.05": a bound as every output says it.
std::string in_words(const claims::Bound& bound);

}  // namespace nearness::report
