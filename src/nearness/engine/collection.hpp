// Everything a run leaves that fits in memory: what the printed summary and the report are made from.
#pragma once

#include "nearness/engine/result.hpp"
#include "nearness/engine/typical_path.hpp"

namespace nearness::engine {

struct Collection {
    RunPlan plan;
    std::vector<PersonResult> persons;  // in person order; rows only for the recorded ones
    TypicalPath typical_path;           // of a deterministic plan, beside drawn lives; otherwise without arms

    std::size_t arms() const { return plan.arms.size(); }
    const std::vector<life::Chapter>& chapters(std::size_t arm) const { return plan.arms[arm].scenario.chapters; }

    // One quantity over persons, in person order: `member` points into life::Summary, as &life::Summary::edge.
    std::vector<double> values(std::size_t arm, std::size_t chapter, double life::Summary::*member) const {
        std::vector<double> out;
        out.reserve(persons.size());
        for (const PersonResult& person : persons) out.push_back(person.arms[arm].chapters[chapter].*member);
        return out;
    }

    Spread over_persons(std::size_t arm, std::size_t chapter, double life::Summary::*member) const {
        return spread(values(arm, chapter, member));
    }

    // Paired: the same person's draws in both arms, this arm minus the first.
    Spread difference(std::size_t arm, std::size_t chapter, double life::Summary::*member) const {
        std::vector<double> mine = values(arm, chapter, member);
        const std::vector<double> base = values(0, chapter, member);
        for (std::size_t i = 0; i < mine.size(); ++i) mine[i] -= base[i];
        return spread(std::move(mine));
    }

    int failures() const {
        std::size_t count = 0;
        for (const PersonResult& person : persons) count += person.failures.size();
        return static_cast<int>(count);
    }
};

}  // namespace nearness::engine
