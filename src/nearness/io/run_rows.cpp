#include "nearness/io/run_rows.hpp"

#include <algorithm>

namespace nearness::io {

namespace {

constexpr double missing = life::not_measured;

bool is_there(double value) { return value == value; }

template <class Names, class Name>
int index_in(const Names& names, const Name& name) {
    return static_cast<int>(std::find(names.begin(), names.end(), name) - names.begin());
}

}  // namespace

RunNames RunNames::of(const engine::RunPlan& plan) {
    RunNames names;
    for (const engine::Arm& arm : plan.arms) names.arms.push_back(arm.id);
    for (const life::Chapter& chapter : plan.arms.front().scenario.chapters) names.chapters.push_back(chapter.id);
    // Each once, in the order in which the scenario names them.
    for (const engine::Arm& arm : plan.arms) {
        for (const life::Chapter& chapter : arm.scenario.chapters) {
            for (const life::Plan& one : chapter.plans) {
                if (std::find(names.plans.begin(), names.plans.end(), one.id) == names.plans.end()) {
                    names.plans.push_back(one.id);
                }
            }
        }
    }
    life::Summary pattern;
    life::Summary::describe(pattern,
                            [&](const life::Column& column, double&) { names.quantities.emplace_back(column.name); });
    return names;
}

SessionRecord record_of(const engine::SessionRow& row, const RunNames& names) {
    const auto& session = row.session;
    SessionRecord record;
    record.place.chapter = row.chapter;
    record.plan = index_in(names.plans, row.plan);
    record.number = row.number + 1;
    record.therapy = index_in(therapy::names, row.therapy);
    record.age = row.age;
    record.target = session.target;
    record.sets = session.sets;
    record.access = session.target >= 0 ? session.access : missing;
    record.closest = session.limit >= 0 ? session.limit : missing;
    record.sud_before = session.sets > 0 ? session.first_sud : missing;
    for (std::size_t i = 0; i < record.sud.size(); ++i) record.sud[i] = session.sets > 0 ? session.sud[i] : missing;
    record.edge = row.edge;
    record.trust = row.trust;
    record.guard = row.guard;
    record.insight = row.insight;
    record.use = session.meeting ? session.meeting->use : missing;
    record.felt = session.meeting ? session.meeting->felt : missing;
    record.pain = session.meeting ? session.meeting->pain : missing;
    return record;
}

engine::SessionRow row_of(const SessionRecord& record, const RunNames& names) {
    engine::SessionRow row;
    row.chapter = record.place.chapter;
    row.plan = names.plans[static_cast<std::size_t>(record.plan)];
    row.number = record.number - 1;
    row.therapy = therapy::names[static_cast<std::size_t>(record.therapy)];
    row.age = record.age;
    auto& session = row.session;
    session.target = record.target;
    session.sets = record.sets;
    if (is_there(record.access)) session.access = record.access;
    if (is_there(record.closest)) session.limit = record.closest;
    if (is_there(record.sud_before)) {
        session.first_sud = record.sud_before;
        session.sud = record.sud;
    }
    row.edge = record.edge;
    row.trust = record.trust;
    row.guard = record.guard;
    row.insight = record.insight;
    if (is_there(record.use)) {
        session.meeting.emplace();
        session.meeting->use = record.use;
        session.meeting->felt = record.felt;
        session.meeting->pain = record.pain;
    }
    return row;
}

DiaryRecord record_of(const engine::RecordedRow& row) {
    DiaryRecord record;
    record.place.chapter = row.chapter;
    record.number = row.number + 1;
    record.time = row.time;
    for (std::size_t d = 0; d < record.cues.size(); ++d) {
        record.cues[d] = row.moment.cues.known[d] ? row.moment.cues.value[d] : missing;
    }
    record.outcome = row.moment.outcome.value_or(missing);
    record.result = row.result;
    return record;
}

engine::RecordedRow row_of(const DiaryRecord& record) {
    engine::RecordedRow row;
    row.chapter = record.place.chapter;
    row.number = record.number - 1;
    row.time = record.time;
    row.moment.time = record.time;
    for (std::size_t d = 0; d < record.cues.size(); ++d) {
        row.moment.cues.known[d] = is_there(record.cues[d]);
        row.moment.cues.value[d] = is_there(record.cues[d]) ? record.cues[d] : 0.0;
    }
    if (is_there(record.outcome)) row.moment.outcome = record.outcome;
    row.result = record.result;
    return row;
}

}  // namespace nearness::io
