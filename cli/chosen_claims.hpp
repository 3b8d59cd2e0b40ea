// Which claims a command line asks for.
#pragma once

#include "nearness/claims/suite.hpp"

#include <string>
#include <vector>

namespace nearness::cli {

// Numbers or names of shipped claims, or claim files of one's own; without any, all shipped ones. By number.
class ChosenClaims {
public:
    // Throws InputError: E0001 with a suggestion, or every problem of a file.
    explicit ChosenClaims(const std::vector<std::string>& which);
    ChosenClaims(const ChosenClaims&) = delete;  // the list points into the suite
    ChosenClaims& operator=(const ChosenClaims&) = delete;

    const claims::Suite& suite() const { return suite_; }
    const std::vector<const claims::Claim*>& claims() const { return claims_; }

private:
    claims::Suite suite_;
    std::vector<const claims::Claim*> claims_;
};

// ● holds, ✗ fails, ? open, – not measurable
std::string_view mark(claims::Verdict verdict);

}  // namespace nearness::cli
