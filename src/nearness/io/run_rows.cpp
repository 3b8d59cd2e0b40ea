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

// Bits of the own cues that `values` has, and which of the study's are signals.
std::uint32_t there_in(const StudyValues& values, const RunNames& names) {
    std::uint32_t there = 0;
    for (std::size_t i = 0; i < names.study_cues.size(); ++i) there |= is_there(values.of[i]) ? 1U << i : 0U;
    return there;
}

std::uint32_t signals_in(const RunNames& names) {
    std::uint32_t signals = 0;
    for (std::size_t i = 0; i < names.study_cues.size(); ++i) signals |= names.study_cues[i].signal ? 1U << i : 0U;
    return signals;
}

}  // namespace

StudyValues::StudyValues() { of.fill(missing); }

RunNames RunNames::of(const engine::RunPlan& plan) {
    RunNames names;
    for (const engine::Arm& arm : plan.arms) names.arms.push_back(arm.id);
    for (const life::Chapter& chapter : plan.arms.front().scenario.chapters) names.chapters.push_back(chapter.id);
    // Each once, in the order in which the scenario names them.
    for (const engine::Arm& arm : plan.arms) {
        for (const life::Chapter& chapter : arm.scenario.chapters) {
            for (const life::Plan& one : chapter.plans) {
                names.goals = names.goals || one.goal;
                if (std::find(names.plans.begin(), names.plans.end(), one.id) == names.plans.end()) {
                    names.plans.push_back(one.id);
                }
            }
        }
    }
    names.study_cues = plan.study_cues;
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

GoalRecord record_of(const engine::GoalRow& row, const life::Scenario& scenario, const RunNames& names) {
    const life::Chapter& chapter = scenario.chapters[static_cast<std::size_t>(row.chapter)];
    GoalRecord record;
    record.place.chapter = row.chapter;
    record.plan = index_in(names.plans, chapter.plans[static_cast<std::size_t>(row.plan)].id);
    record.sessions = row.sessions;
    record.reached = row.reached ? 1 : 0;
    return record;
}

engine::GoalRow row_of(const GoalRecord& record, const life::Scenario& scenario, const RunNames& names) {
    const std::string& name = names.plans[static_cast<std::size_t>(record.plan)];
    const auto& plans = scenario.chapters[static_cast<std::size_t>(record.place.chapter)].plans;
    const auto plan =
        std::find_if(plans.begin(), plans.end(), [&](const life::Plan& one) { return one.goal && one.id == name; });
    engine::GoalRow row;
    row.chapter = record.place.chapter;
    row.plan = plan == plans.end() ? -1 : static_cast<int>(plan - plans.begin());
    row.sessions = record.sessions;
    row.reached = record.reached == 1;
    return row;
}

TemplateRecord record_of(const engine::TemplateRow& row, const RunNames& names) {
    TemplateRecord record;
    record.place.chapter = row.chapter;
    record.row = row;
    for (std::size_t i = 0; i < names.study_cues.size(); ++i) {
        if ((row.study.met >> i & 1U) != 0) record.study_prototype.of[i] = row.study.prototype[i];
        if ((row.study.signals >> i & 1U) != 0) record.study_weight.of[i] = row.study.weight[i];
    }
    return record;
}

engine::TemplateRow row_of(const TemplateRecord& record, const RunNames& names) {
    engine::TemplateRow row = record.row;
    row.chapter = record.place.chapter;
    row.study.met = there_in(record.study_prototype, names);
    row.study.signals = there_in(record.study_weight, names);
    using Study = memory::StudyTemplate<double>;
    Study::each(row.study.met, [&](std::size_t i) { row.study.prototype[i] = record.study_prototype.of[i]; });
    Study::each(row.study.signals, [&](std::size_t i) { row.study.weight[i] = record.study_weight.of[i]; });
    return row;
}

DiaryRecord record_of(const engine::RecordedRow& row, const RunNames& names) {
    DiaryRecord record;
    record.place.chapter = row.chapter;
    record.number = row.number + 1;
    record.time = row.time;
    for (std::size_t d = 0; d < record.cues.size(); ++d) {
        record.cues[d] = row.moment.cues.known[d] ? row.moment.cues.value[d] : missing;
    }
    const auto& study = row.moment.cues.study;
    for (std::size_t i = 0; i < names.study_cues.size(); ++i) {
        if ((study.known >> i & 1U) != 0) record.study_cues.of[i] = study.value[i];
    }
    record.outcome = row.moment.outcome.value_or(missing);
    record.result = row.result;
    return record;
}

engine::RecordedRow row_of(const DiaryRecord& record, const RunNames& names) {
    engine::RecordedRow row;
    row.chapter = record.place.chapter;
    row.number = record.number - 1;
    row.time = record.time;
    row.moment.time = record.time;
    for (std::size_t d = 0; d < record.cues.size(); ++d) {
        row.moment.cues.known[d] = is_there(record.cues[d]);
        row.moment.cues.value[d] = is_there(record.cues[d]) ? record.cues[d] : 0.0;
    }
    const std::uint32_t signals = signals_in(names);
    memory::StudyTemplate<double>::each(there_in(record.study_cues, names), [&](std::size_t i) {
        row.moment.cues.study.add(static_cast<int>(i), record.study_cues.of[i], (signals >> i & 1U) != 0);
    });
    if (is_there(record.outcome)) row.moment.outcome = record.outcome;
    row.result = record.result;
    return row;
}

}  // namespace nearness::io
