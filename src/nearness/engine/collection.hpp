// What the printed summary and the report are made from: the rows of those persons who have any, and the summaries of
// everybody, one column at a time. A run of any size leaves it as small as its recorded persons.
#pragma once

#include "nearness/engine/goals.hpp"
#include "nearness/engine/result.hpp"
#include "nearness/engine/typical_path.hpp"

#include <functional>

namespace nearness::engine {

// One quantity of one arm and chapter over all persons, in person order; `column` counts life::Summary::describe.
using Columns = std::function<std::vector<double>(std::size_t arm, std::size_t chapter, std::size_t column)>;

// The place in life::Summary::describe of the quantity that `select` returns a reference to.
template <class Select>
std::size_t column_where(const Select& select) {
    life::Summary pattern;
    std::size_t at = 0, found = 0;
    life::Summary::describe(pattern, [&](const life::Column&, double& value) {
        if (&value == &select(pattern)) found = at;
        ++at;
    });
    return found;
}
// `member` as &life::Summary::edge.
inline std::size_t column_of(double life::Summary::*member) {
    return column_where([&](life::Summary& summary) -> double& { return summary.*member; });
}

struct Collection {
    RunPlan plan;
    std::vector<PersonResult> persons;  // in person order: everybody, or with `columns` only those with rows
    Columns columns;                    // where summaries of everybody are read; empty: they are in `persons`
    Failures failures;                  // of everybody
    Goals goals;                        // of everybody
    TypicalPath typical_path;           // of a deterministic plan, beside drawn lives; otherwise without arms

    std::size_t arms() const { return plan.arms.size(); }
    std::size_t lives() const { return columns ? static_cast<std::size_t>(plan.persons) : persons.size(); }
    const std::vector<life::Chapter>& chapters(std::size_t arm) const { return plan.arms[arm].scenario.chapters; }

    // What everybody leaves, whether or not the person is kept.
    void count(const PersonResult& person) {
        for (const Failure& failure : person.failures) failures.add(failure);
        failures.count += person.failures_not_listed;
        goals.add(person);
    }
    // Keeps everything: for few persons, whose summaries are then read from here.
    void add(PersonResult&& person) {
        count(person);
        persons.push_back(std::move(person));
    }
    // Keeps a person only for rows: `columns` must be given before anything is asked.
    void add_rows(PersonResult&& person) {
        if (plan.is_recorded(person.person) || !plan.diary.empty() || plan.deterministic) return add(std::move(person));
        count(person);
    }

    std::vector<double> values(std::size_t arm, std::size_t chapter, std::size_t column) const {
        if (columns) return columns(arm, chapter, column);
        std::vector<double> out;
        out.reserve(persons.size());
        for (const PersonResult& person : persons) {
            std::size_t at = 0;
            life::Summary::describe(person.arms[arm].chapters[chapter], [&](const life::Column&, const double& value) {
                if (at++ == column) out.push_back(value);
            });
        }
        return out;
    }
    std::vector<double> values(std::size_t arm, std::size_t chapter, double life::Summary::*member) const {
        return values(arm, chapter, column_of(member));
    }

    // How a plan with a goal ended in everybody; `plan_of_chapter` counts Chapter::plans.
    GoalCount goal(std::size_t arm, std::size_t chapter, std::size_t plan_of_chapter) const {
        const bool shared = arm > 0 && static_cast<int>(chapter) < departure(plan, arm);
        return goals.of(shared ? 0 : arm, static_cast<int>(chapter), static_cast<int>(plan_of_chapter));
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
};

}  // namespace nearness::engine
