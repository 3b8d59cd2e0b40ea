#include "cli/chosen_claims.hpp"

#include "nearness/base/problem.hpp"
#include "nearness/io/claim_file.hpp"

#include <algorithm>

namespace nearness::cli {

ChosenClaims::ChosenClaims(const std::vector<std::string>& which) : suite_(io::shipped_claims()) {
    std::vector<std::string> names;
    for (const claims::Claim& claim : suite_.claims) names.push_back(claim.name);
    std::vector<std::size_t> places;
    for (const std::string& one : which) {
        if (one.ends_with(".toml")) {
            suite_.claims.push_back(io::read_claim(one, suite_.lives));
            places.push_back(suite_.claims.size() - 1);
            continue;
        }
        const auto found = std::find_if(suite_.claims.begin(), suite_.claims.end(), [&](const claims::Claim& claim) {
            return claim.name == one || std::to_string(claim.number) == one;
        });
        if (found == suite_.claims.end()) {
            throw InputError({{"E0001", {}, "there is no claim `" + one + "`", suggestion(one, names)}});
        }
        const auto place = static_cast<std::size_t>(found - suite_.claims.begin());
        if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
    }
    if (which.empty()) {
        for (std::size_t i = 0; i < suite_.claims.size(); ++i) places.push_back(i);
    }
    for (const std::size_t place : places) claims_.push_back(&suite_.claims[place]);
    std::stable_sort(claims_.begin(), claims_.end(),
                     [](const auto* a, const auto* b) { return a->number < b->number; });
}

std::string_view mark(claims::Verdict verdict) {
    static constexpr std::array<std::string_view, 4> marks = {"●", "✗", "?", "–"};
    return marks[static_cast<std::size_t>(verdict)];
}

}  // namespace nearness::cli
