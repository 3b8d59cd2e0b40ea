// What carries a claim: every module switched off once, every addition on once, every null person and every rival in
// everybody's place once.
//
// SAYS   A claim that survives the loss of a module does not rest on it. A claim that a null person passes is weak: its
//        experiment lets something pass that has no theory in it. A rival that passes explains as much.
// KINDS  assumed      at most one module carries it, and the file names the one equation without feedback that says it
//        emergent     three modules or more carry it, or two of different parts of the model (memory, body, ...)
//        consequence  everything else: it follows from few terms by a short argument
//        Carries: the claim holds with everything in place and fails without the module. A claim that does not hold has no
//        kind.
// LIMITS Modules are those of person/knock_outs.hpp, switched off for the whole life: what a module does in childhood and
//        later is not told apart. An open verdict counts as neither.
// CHECKED tests/study/knock_outs_test.cpp.
#pragma once

#include "nearness/person/additions.hpp"
#include "nearness/study/sweep.hpp"

namespace nearness::study {

inline constexpr std::string_view everything = "everything in place";

// The theory as it is, without each module, with each addition, as each null person, as each rival: named as in their
// tables, additions with `with-` before it.
std::vector<Planned> knock_outs();

enum class Kind { none, assumed, consequence, emergent };
inline constexpr std::array<std::string_view, 4> kind_names = {"–", "assumed", "consequence", "emergent"};

struct Carried {
    Kind kind = Kind::none;
    std::vector<std::string> carriers;              // modules without which it fails
    std::vector<std::string> weak;                  // null persons that pass it
    std::vector<std::string> rivals;                // that pass it
    std::vector<std::string> mended_by, broken_by;  // additions: it holds with them only, or without them only
    std::vector<std::string> expected_to_fail;      // named in the claim's file, and do not
};

Carried carried(const claims::Claim& claim, std::size_t index, const std::vector<Run>& runs);

}  // namespace nearness::study
