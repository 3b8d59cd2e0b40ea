// Small plans, and every number of a result as bits, for tests of the engine.
#pragma once

#include "nearness/engine/ensemble.hpp"
#include "nearness/engine/recorder.hpp"
#include "reference/lives.hpp"

#include <bit>
#include <string>
#include <vector>

namespace nearness::engine {

// Three arms over a short life: as written, parts, and a life with a steady partner instead.
inline RunPlan small_plan(int persons = 12) {
    RunPlan plan;
    plan.title = "a small plan";
    plan.seed = 3;
    plan.persons = persons;
    plan.recorded_persons = 5;
    const life::Scenario base = [] {
        life::Scenario scenario = lives::whole_life(lives::av_caregiver(), lives::partner(), {}, 15.0);
        scenario.chapters[3].until = scenario.chapters[3].from + 56.0;
        scenario.chapters[4].from = scenario.chapters[3].until;
        scenario.chapters[4].until = scenario.chapters[4].from + 28.0;
        scenario.chapters[3].events = {{life::Stressor{0.4}, 10.0}};
        return scenario;
    }();
    plan.arms.push_back({std::string(as_written), base});
    plan.arms.push_back({"parts and emdr", base});
    plan.arms[1].scenario.chapters[3].plans = {lives::plan(therapy::Parts{}, 4), lives::plan(therapy::Emdr{}, 4, 28.0),
                                               lives::plan(therapy::CorrectiveRelationship{}, 2)};
    plan.arms.push_back({"steady", base});
    plan.arms[2].scenario.others[1] = lives::partner("steady");
    return plan;
}

class Bits {
public:
    void add(double value) { all_.push_back(std::bit_cast<std::uint64_t>(value)); }
    void add(std::string_view text) {
        for (const char c : text) all_.push_back(static_cast<std::uint64_t>(c));
    }
    template <class Array>
    void add_all(const Array& values) {
        for (const auto& value : values) add(static_cast<double>(value));
    }
    const std::vector<std::uint64_t>& all() const { return all_; }

private:
    std::vector<std::uint64_t> all_;
};

inline void add_rows(Bits& bits, const ArmResult& arm) {
    for (const MomentRow& row : arm.moments) {
        bits.add_all(
            std::array<double, 4>{double(row.chapter), double(row.number), row.age, double(row.meeting.strategy)});
        MomentRow copy = row;
        MomentRow::describe(copy, [&](const life::Column&, auto& value) { bits.add(static_cast<double>(value)); });
    }
    for (const SessionRow& row : arm.sessions) {
        bits.add(row.plan);
        bits.add(row.therapy);
        bits.add_all(std::array<double, 11>{double(row.chapter), double(row.number), row.age, row.edge, row.trust,
                                            row.guard, row.insight, row.session.access, double(row.session.target),
                                            row.session.limit, row.session.first_sud});
        bits.add_all(row.session.sud);
        if (row.session.meeting) bits.add(row.session.meeting->outcome);
    }
    for (const GoalRow& row : arm.goals) {
        bits.add_all(std::array<int, 4>{row.chapter, row.plan, row.sessions, row.reached ? 1 : 0});
    }
    for (const BeatRow& row : arm.beats) {
        bits.add_all(std::array<double, 3>{double(row.chapter), double(row.number), double(row.now.number)});
        BeatRow::describe(row, [&](const life::Column&, const double& value) { bits.add(value); });
    }
    for (const EventRow& row : arm.events) {
        bits.add(row.kind);
        bits.add(row.age);
    }
    for (const TemplateRow& row : arm.templates) {
        bits.add_all(std::array<double, 5>{row.strength, row.integration, row.told, row.charge, double(row.number)});
        bits.add_all(row.prototype);
        bits.add_all(row.weight);
    }
    for (const RecordedRow& row : arm.recorded) {
        bits.add_all(std::array<double, 7>{row.time, row.result.predicted, row.result.use, row.result.alarm,
                                           row.result.arousal, row.result.novelty, row.result.telling});
    }
}

// What an arm leaves after its shared chapters, and the summaries of all.
inline std::vector<std::uint64_t> bits_of(const ArmResult& arm) {
    Bits bits;
    for (life::Summary summary : arm.chapters) {
        life::Summary::describe(summary, [&](const life::Column&, double& value) { bits.add(value); });
    }
    for (const auto& curve : arm.curves) bits.add_all(curve);
    add_rows(bits, arm);
    return bits.all();
}

inline std::vector<std::uint64_t> bits_of(const PersonResult& person) {
    std::vector<std::uint64_t> all{static_cast<std::uint64_t>(person.person)};
    for (const ArmResult& arm : person.arms) {
        all.push_back(static_cast<std::uint64_t>(arm.departs));
        const auto bits = bits_of(arm);
        all.insert(all.end(), bits.begin(), bits.end());
    }
    return all;
}

inline std::vector<PersonResult> results(const RunPlan& plan, int threads = 1, int chunk = 1) {
    std::vector<PersonResult> received;
    RunOptions options;
    options.threads = threads;
    options.chunk = chunk;
    run(plan, options, [&](PersonResult&& person) { received.push_back(std::move(person)); });
    return received;
}

}  // namespace nearness::engine
