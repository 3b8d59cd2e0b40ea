// What the long commands found when they were last run, and when each verdict was laid down: tables of claims/record/ that
// travel in the program, so that `nearness claims` can print beside its own numbers what takes hours to find.
//
//     regions.csv      as `nearness regions` writes it        knockouts.csv   as `nearness knockouts` writes it
//     register.csv     as scripts/register_verdicts.py writes it from the history: the commit with which the verdict came as
//                      it stands, and the commit at which its first result was recorded
// A row counts only for the verdict that it was found for (`verdict`: a fingerprint of the expectations); what was found for
// another one is not shown.
#pragma once

#include "nearness/claims/suite.hpp"

#include <optional>
#include <utility>

namespace nearness::io {

// 16 hexadecimal digits of what a claim expects, of what, in which lives.
std::string verdict_fingerprint(const claims::Suite& suite, const claims::Claim& claim);

struct RecordedRegion {
    int draws = 0;
    double share = 0, corrected = 0, low = 0, high = 0;
    std::vector<std::pair<std::string, double>> deciders;  // key and rank correlation with the margin
};

struct RecordedKnockOuts {
    std::string kind;
    std::vector<std::pair<std::string, std::string>> verdicts;  // run, verdict
    std::string verdict_of(std::string_view run) const;         // empty when it was not run
    // Names of the additions with which it ended so.
    std::vector<std::string> additions_that(std::string_view verdict) const;
};

struct Registered {
    std::string verdict_commit, verdict_date, result_commit, result_date;
};

struct ClaimRecord {
    std::optional<RecordedRegion> region;
    std::optional<RecordedKnockOuts> knock_outs;
    std::optional<Registered> registered;
};

ClaimRecord record_of(const claims::Suite& suite, const claims::Claim& claim);

}  // namespace nearness::io
