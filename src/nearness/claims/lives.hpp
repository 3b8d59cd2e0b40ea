// Living what claims look at: every arm that is asked for, of a life that several claims share, once.
//
// Persons are lived in groups side by side, each arm from the last chapter that an earlier arm has in common with it, and
// what is measured is written down as soon as an arm has been lived: a life of any length takes the memory of one person.
// The numbers do not depend on threads: each person's stand in a place of their own.
// CHECKED tests/claims/lives_test.cpp: against the engine's summaries; over threads.
#pragma once

#include "nearness/claims/claim.hpp"
#include "nearness/claims/effects.hpp"
#include "nearness/engine/run_plan.hpp"

#include <atomic>
#include <functional>

namespace nearness::claims {

// A life that claims refer to by name: a scenario with its arms.
struct Life {
    std::string name;
    engine::RunPlan plan;

    int arm_named(std::string_view id) const;  // −1: none
    int chapter_named(int arm, std::string_view id) const;
};

// What is asked of a life: terms whose arm and chapter exist in it.
struct Question {
    Term term;
    int arm = 0, chapter = 0;
};

// Makes a person's life another one: parameters, or who brought them up. Called with the person's number for
// every arm of the life; `same_for_all`: the number is not looked at, so that persons can live side by side.
struct Variation {
    bool same_for_all = true;
    std::function<void(life::Scenario&, std::uint64_t seed, std::uint32_t person)> change;  // empty: as written
};

struct LivesOptions {
    int persons = 200;
    int first_person = 0;
    int threads = 0;                          // 0: as many as the machine has
    std::function<void(int lived)> progress;  // persons so far; called by one thread at a time
    const std::atomic<bool>* cancel = nullptr;
};

// The answers, a column a question, a number a person. Throws engine::Cancelled.
std::vector<Column> live(const Life& life, const std::vector<Question>& questions, const Variation& variation,
                         const LivesOptions& options);

}  // namespace nearness::claims
