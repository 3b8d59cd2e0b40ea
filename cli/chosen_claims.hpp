// Which claims a command line asks for.
#pragma once

#include "nearness/claims/suite.hpp"

#include <string>
#include <vector>

namespace nearness::cli {

// Numbers or names of shipped claims; without any, all of them. Throws InputError E0001 with a suggestion.
std::vector<const claims::Claim*> chosen_claims(const std::vector<std::string>& which);

// ● holds, ✗ fails, ? open
std::string_view mark(claims::Verdict verdict);

}  // namespace nearness::cli
