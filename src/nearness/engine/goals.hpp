// Goals of plans over everybody: how many reached them, and after how many sessions. Persons are counted as they come, so
// that many take no more room than few. CHECKED tests/engine/goals_test.cpp.
#pragma once

#include "nearness/engine/result.hpp"

#include <map>
#include <tuple>

namespace nearness::engine {

// Of one plan with a goal, in one arm.
struct GoalCount {
    int persons = 0;           // who came to the end of the plan, at its goal or after its last session
    std::map<int, int> after;  // session after which it was reached, and how many persons reached it then

    int reached() const {
        int sum = 0;
        for (const auto& [sessions, count] : after) sum += count;
        return sum;
    }
    // Over those who reached it; NaN when nobody did.
    double median_sessions() const {
        const int all = reached();
        return all == 0 ? life::not_measured : (sessions_of((all - 1) / 2) + sessions_of(all / 2)) / 2.0;
    }

private:
    // Of the one at this place, from 0 for the quickest.
    int sessions_of(int place) const {
        int before = 0;
        for (const auto& [sessions, count] : after) {
            before += count;
            if (before > place) return sessions;
        }
        throw Bug("nobody is at this place");
    }
};

class Goals {
public:
    void add(const PersonResult& person) {
        for (std::size_t a = 0; a < person.arms.size(); ++a) {
            for (const GoalRow& row : person.arms[a].goals) {
                GoalCount& count = counts_[{a, row.chapter, row.plan}];
                ++count.persons;
                if (row.reached) ++count.after[row.sessions];
            }
        }
    }
    // Of the arm's own chapters; those that it shares with the first are counted there.
    GoalCount of(std::size_t arm, int chapter, int plan) const {
        const auto found = counts_.find({arm, chapter, plan});
        return found == counts_.end() ? GoalCount{} : found->second;
    }

private:
    std::map<std::tuple<std::size_t, int, int>, GoalCount> counts_;
};

}  // namespace nearness::engine
