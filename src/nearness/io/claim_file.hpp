// A file of the folder claims/ holds one claim of the essay as an experiment. It is TOML:
//
//     number = 3
//     name = "threshold"
//     part = "A. The puzzle"
//     quote = "when closeness reaches a certain threshold"       # of the essay
//     says = "Protection sets in steeply as closeness grows."    # in plain words
//     flag = "mixed"                          # supported, mixed, contested, novel
//     contested = "Plentiful support calms avoidant people."     # what speaks against it
//     life = "histories"                      # claims/lives/histories.toml: a scenario with its arms; "my-life.toml" beside
//                                             #   a claim file of one's own
//     people_differ = true                    # persons have parameters of their own, drawn from the prior around the arm's
//     experiment = "What is done, in words."
//     rivals = ["R9", "protection_credit"]    # that must fail it: stand-ins of claims/stand_ins.cpp, knock-outs
//     term = "mind.1"                         # if one equation without feedback is said to carry it
//     remark = "Why it fails."
//     tried = "What was added to the theory for it, and what came of that."   # person/additions.hpp
//
//     [measures]                              # measures with options (claims/measures.hpp), under names of this claim
//     old_threat = { take = "threat", closeness = 0.8, other = "stranger" }
//
//     [[expect]]                              # the verdict: all of them have to hold
//     says = "Protective use is higher after the harmful history, by 0.3 at least."
//     effect = "difference"                   # as in claims/effects.hpp
//     of = "protective_use"                   # a measure, or one of [measures]
//     at = "before"                           # chapter
//     arms = ["avoidant"]                     # the life as written when left out; "other-life:arm" for another life's
//     against_arms = ["secure"]               # what is compared: other arms,
//     against_at = "year"                     #   another chapter,
//     against = "old_threat"                  #   or another measure; what is not given stays as above
//     with = "caregiver_onset"                # the second measure of correlations and slopes; with_at, with_arms
//     besides = ["felt_closeness"]            # further measures of told_apart; the mediator of mediated
//     spread_of = "protective_use"            # of standardised: the measure and chapter whose spread in the reference
//     spread_at = "before"                    #   population counts; as above when left out
//     beyond = 0.7                            # of share: persons with at least this; or not_beyond = 0.7: at most
//     at_least = 0.3                          # the bound; at_most; within = 0.05 for no difference
//
//     [[picture]]                             # what shows it
//     says = "Predicted pain along closeness"
//     of = "old_threat"
//     at = "before"
//     arms = ["avoidant", "secure"]
//     over = "closeness"                      # an option of the measure; without it: a dot an arm
//     from = 0
//     to = 1
//     points = 21
//     joined = false                          # the points are kinds of something: no line between them
//
//     [[restated]]                            # a bound that was another before its first run
//     was = "at most 0.1"
//     why = "…"
#pragma once

#include "nearness/claims/suite.hpp"
#include "nearness/io/text_file.hpp"

namespace nearness::io {

// Throws InputError with every problem of the file. `lives` are those that claims may name.
claims::Claim parse_claim(const TextFile& file, const std::vector<claims::Life>& lives);

// A claim file of one's own. Its life is a shipped one, or a scenario file beside it (life = "my-life.toml"), which is added
// to `lives`. Throws InputError with every problem of claim and life.
claims::Claim read_claim(const std::string& path, std::vector<claims::Life>& lives);

// The life of a file of claims/lives/, named after it.
claims::Life parse_life(const TextFile& file);

// What travels in the program: claims by number.
const claims::Suite& shipped_claims();

}  // namespace nearness::io
