// The rows of run.nc as plain records, one kind a group. `describe` is the one list of a group's columns: they are
// declared, written and read back from it, so that what is read is what was written, for all that files and report use.
//
// No variable has the name of a dimension that it does not label: R's ncdf4 does not see such variables, and xarray
// refuses those of more than one dimension.
#pragma once

#include "nearness/engine/result.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace nearness::io {

// Persons whose summaries are buffered, and make one chunk of a variable: as many as keep the buffer below 6 MB, and few
// enough chunks for a large ensemble.
inline int persons_a_block(std::size_t arms, std::size_t chapters) {
    constexpr std::size_t summaries = 16384;
    return static_cast<int>(std::clamp<std::size_t>(summaries / std::max<std::size_t>(1, arms * chapters), 16, 1024));
}

struct RunColumn {
    std::string_view name, unit, says;
    std::string_view across = {};  // the dimension over which an array runs
};

// Over the study's own cues: as many as the dimension `study_cue` says. A file without that dimension has no such column.
struct StudyValues {
    std::array<double, memory::most_study_cues> of{};
    StudyValues();  // NaN: not there
};

// The names into which columns of integers point, in file order.
struct RunNames {
    std::vector<std::string> arms, chapters, plans, quantities;
    std::vector<engine::StudyCue> study_cues;
    bool goals = false;  // whether a plan has one
    static RunNames of(const engine::RunPlan& plan);
};

// Where a row belongs; the first columns of every group.
struct RowPlace {
    int person = 0, arm = 0, chapter = 0;

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        visit(RunColumn{"person_index", "1", "person, from 0 in the whole ensemble"}, self.person);
        visit(RunColumn{"arm_index", "1", "index into arm_id, from 0"}, self.arm);
        visit(RunColumn{"chapter_index", "1", "index into chapter_id, from 0"}, self.chapter);
    }
};

struct CurveRecord {
    static constexpr const char* group = "curve";
    RowPlace place;
    std::array<double, world::curve_points> predicted{};

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        RowPlace::describe(self.place, visit);
        visit(
            RunColumn{"predicted_pain", "1", "predicted pain at full openness, at the end of the chapter", "closeness"},
            self.predicted);
    }
};

struct MomentRecord {
    static constexpr const char* group = "moment";
    RowPlace place;
    int number = 0;
    engine::MomentRow row;

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        RowPlace::describe(self.place, visit);
        visit(RunColumn{"number", "1", "encounter of the chapter, from 1"}, self.number);
        visit(RunColumn{"age", "years", "age"}, self.row.age);
        visit(RunColumn{"strategy", "1", "strategy on duty, index into strategy_name"}, self.row.meeting.strategy);
        visit(RunColumn{"resembled", "1", "template most resembled at the peak beat, from 0; -1 without any"},
              self.row.meeting.resembled);
        engine::MomentRow::describe(self.row, [&](const life::Column& column, auto& value) {
            visit(RunColumn{column.name, column.unit, column.says}, value);
        });
    }
};

struct BeatRecord {
    static constexpr const char* group = "beat";
    RowPlace place;
    int number = 0, beat = 0;
    engine::BeatRow row;

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        RowPlace::describe(self.place, visit);
        visit(RunColumn{"number", "1", "encounter of the chapter, from 1"}, self.number);
        visit(RunColumn{"beat", "1", "beat of the encounter, from 1"}, self.beat);
        engine::BeatRow::describe(self.row, [&](const life::Column& column, auto& value) {
            visit(RunColumn{column.name, column.unit, column.says}, value);
        });
    }
};

// What a session does not have is NaN: access without a target, a limit where closeness is not graded, and so on.
struct SessionRecord {
    static constexpr const char* group = "session";
    RowPlace place;
    int plan = 0, number = 0, therapy = 0, target = 0, sets = 0;
    double age = 0, access = 0, closest = 0, sud_before = 0;
    std::array<double, therapy::sets_per_session> sud{};
    double edge = 0, trust = 0, guard = 0, insight = 0, use = 0, felt = 0, pain = 0;

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        RowPlace::describe(self.place, visit);
        visit(RunColumn{"plan", "1", "index into plan_name"}, self.plan);
        visit(RunColumn{"number", "1", "session of its plan, from 1"}, self.number);
        visit(RunColumn{"therapy", "1", "index into therapy_name"}, self.therapy);
        visit(RunColumn{"age", "years", "age"}, self.age);
        visit(RunColumn{"target", "1", "template processed, from 0; -1 for none"}, self.target);
        visit(RunColumn{"access", "1", "access to guarded memory, of sessions that process"}, self.access);
        visit(RunColumn{"closest", "1", "closeness allowed at most, of graded encounters"}, self.closest);
        visit(RunColumn{"sets", "1", "sets of eye movements"}, self.sets);
        visit(RunColumn{"sud_before", "1", "subjective units of disturbance before the first set, 0 to 10"},
              self.sud_before);
        visit(RunColumn{"sud", "1", "subjective units of disturbance after each set, 0 to 10", "set"}, self.sud);
        visit(RunColumn{"edge", "1", "edge after the session"}, self.edge);
        visit(RunColumn{"trust", "1", "trust of the protectors after it"}, self.trust);
        visit(RunColumn{"guard", "1", "guard after it"}, self.guard);
        visit(RunColumn{"insight", "1", "insight after it"}, self.insight);
        visit(RunColumn{"protective_use", "1", "protective use, of sessions that are encounters"}, self.use);
        visit(RunColumn{"felt_closeness", "1", "felt closeness, of sessions that are encounters"}, self.felt);
        visit(RunColumn{"pain", "1", "external pain, of sessions that are encounters"}, self.pain);
    }
};

// Of every person, recorded or not, in files of scenarios in which a plan has a goal.
struct GoalRecord {
    static constexpr const char* group = "goal";
    RowPlace place;
    int plan = 0, sessions = 0, reached = 0;

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        RowPlace::describe(self.place, visit);
        visit(RunColumn{"plan", "1", "index into plan_name"}, self.plan);
        visit(RunColumn{"sessions", "1", "sessions that were held"}, self.sessions);
        visit(RunColumn{"reached", "1", "1 if the last of them reached the plan's goal, else 0"}, self.reached);
    }
};

struct EventRecord {
    static constexpr const char* group = "event";
    RowPlace place;
    double age = 0;
    int kind = 0;

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        RowPlace::describe(self.place, visit);
        visit(RunColumn{"age", "years", "age"}, self.age);
        visit(RunColumn{"kind", "1", "index into kind_name"}, self.kind);
    }
};

struct TemplateRecord {
    static constexpr const char* group = "template";
    RowPlace place;
    engine::TemplateRow row;
    StudyValues study_prototype, study_weight;

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        RowPlace::describe(self.place, visit);
        visit(RunColumn{"number", "1", "template, from 0 in the order in which they opened"}, self.row.number);
        visit(RunColumn{"strength", "1", "soft count of the lessons it took"}, self.row.strength);
        visit(RunColumn{"integration", "1", "integration"}, self.row.integration);
        visit(RunColumn{"tellable", "1", "share of its lessons that can be told"}, self.row.told);
        visit(RunColumn{"charge", "1", "pain it predicts at its own prototype"}, self.row.charge);
        visit(RunColumn{"prototype", "1", "prototype, over cue_name", "cue"}, self.row.prototype);
        visit(RunColumn{"weight", "1", "weight, over the signal cues (the first of cue_name)", "signal"},
              self.row.weight);
        visit(RunColumn{"study_prototype", "1", "prototype, over study_cue_name; missing where it never met the cue",
                        "study_cue"},
              self.study_prototype);
        visit(RunColumn{"study_weight", "1", "weight, over study_cue_name; missing for contexts", "study_cue"},
              self.study_weight);
    }
};

struct DiaryRecord {
    static constexpr const char* group = "diary";
    RowPlace place;
    int number = 0;
    double time = 0;
    std::array<double, memory::EncounterCues::all> cues{};
    StudyValues study_cues;
    double outcome = 0;
    life::RecordedResult<double> result;

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        RowPlace::describe(self.place, visit);
        visit(RunColumn{"number", "1", "moment of the person, from 1"}, self.number);
        visit(RunColumn{"time", "days", "time after the person's first moment"}, self.time);
        visit(RunColumn{"cues", "1", "recorded cues, over cue_name", "cue"}, self.cues);
        visit(RunColumn{"study_cues", "1", "recorded cues of the study's own, over study_cue_name", "study_cue"},
              self.study_cues);
        visit(RunColumn{"outcome", "1", "recorded outcome"}, self.outcome);
        visit(RunColumn{"predicted_pain", "1", "pain predicted before the outcome was learned"}, self.result.predicted);
        visit(RunColumn{"protective_use", "1", "protective activation predicted"}, self.result.use);
        visit(RunColumn{"alarm", "1", "alarm at the end of the moment"}, self.result.alarm);
        visit(RunColumn{"arousal", "1", "largest arousal of the moment"}, self.result.arousal);
        visit(RunColumn{"novelty", "1", "probability of a new template"}, self.result.novelty);
        visit(RunColumn{"tellable", "1", "share of the match that can be told"}, self.result.telling);
    }
};

struct FailureRecord {
    static constexpr const char* group = "failure";
    RowPlace place;
    int quantity = 0;
    double value = 0;

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        RowPlace::describe(self.place, visit);
        visit(RunColumn{"quantity", "1", "index into quantity_name"}, self.quantity);
        visit(RunColumn{"value", "1", "what it was: NaN or infinite"}, self.value);
    }
};

// From what the engine hands over to records and back. `from` names what was read; indices are checked before.
SessionRecord record_of(const engine::SessionRow& row, const RunNames& names);
engine::SessionRow row_of(const SessionRecord& record, const RunNames& names);
// A plan of a chapter is known by its name in the file. Of a record: no plan, −1, where the chapter has none of that name
// with a goal.
GoalRecord record_of(const engine::GoalRow& row, const life::Scenario& scenario, const RunNames& names);
engine::GoalRow row_of(const GoalRecord& record, const life::Scenario& scenario, const RunNames& names);
TemplateRecord record_of(const engine::TemplateRow& row, const RunNames& names);
engine::TemplateRow row_of(const TemplateRecord& record, const RunNames& names);
DiaryRecord record_of(const engine::RecordedRow& row, const RunNames& names);
engine::RecordedRow row_of(const DiaryRecord& record, const RunNames& names);

}  // namespace nearness::io
