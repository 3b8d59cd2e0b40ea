#include "cli/chosen_claims.hpp"

#include "nearness/base/problem.hpp"
#include "nearness/io/claim_file.hpp"

#include <algorithm>

namespace nearness::cli {

std::vector<const claims::Claim*> chosen_claims(const std::vector<std::string>& which) {
    const claims::Suite& suite = io::shipped_claims();
    std::vector<const claims::Claim*> out;
    std::vector<std::string> names;
    for (const claims::Claim& claim : suite.claims) names.push_back(claim.name);
    for (const std::string& one : which) {
        const auto found = std::find_if(suite.claims.begin(), suite.claims.end(), [&](const claims::Claim& claim) {
            return claim.name == one || std::to_string(claim.number) == one;
        });
        if (found == suite.claims.end()) {
            throw InputError({{"E0001", {}, "there is no claim `" + one + "`", suggestion(one, names)}});
        }
        if (std::find(out.begin(), out.end(), &*found) == out.end()) out.push_back(&*found);
    }
    if (which.empty()) {
        for (const claims::Claim& claim : suite.claims) out.push_back(&claim);
    }
    std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) { return a->number < b->number; });
    return out;
}

std::string_view mark(claims::Verdict verdict) {
    static constexpr std::array<std::string_view, 3> marks = {"●", "✗", "?"};
    return marks[static_cast<std::size_t>(verdict)];
}

}  // namespace nearness::cli
