// What comes out of a run, person by person. Rows carry plain doubles; `describe` is the one list of their columns.
#pragma once

#include "nearness/engine/beat_row.hpp"
#include "nearness/engine/run_plan.hpp"

namespace nearness::engine {

// An encounter of a recorded person: what it was like, and the state after it.
struct MomentRow {
    int chapter = 0, number = 0;
    double age = 0;  // years
    world::Meeting<double> meeting;
    double edge = 1;
    double need = 0, care = 0, trust = 0, guard = 0, insight = 0, goodwill = 0, templates = 0;

    // Numeric columns in file order; chapter, number and age come before them, strategy after.
    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit);
};

struct SessionRow {
    int chapter = 0, number = 0;  // number in its plan
    std::string plan;
    std::string_view therapy;
    double age = 0;  // years
    therapy::Session<double> session;
    double edge = 1, trust = 0, guard = 0, insight = 0;  // after it
};

// How a plan with a goal ended: at its goal, or after its last session.
struct GoalRow {
    int chapter = 0, plan = 0;  // plan of the chapter
    int sessions = 0;           // held
    bool reached = false;
};

struct EventRow {
    int chapter = 0;
    double age = 0;  // years
    std::string_view kind;
};

// One template of a recorded person at the end of a chapter.
struct TemplateRow {
    int chapter = 0, number = 0;
    double strength = 0, integration = 0, told = 0, charge = 0;  // told: e/n
    std::array<double, memory::EncounterCues::all> prototype{};
    std::array<double, memory::EncounterCues::signals> weight{};
    memory::StudyTemplate<double> study;
};

// One recorded moment of a diary, as predicted before its outcome was learned.
struct RecordedRow {
    int chapter = 0, number = 0;
    double time = 0;  // days after the person's first moment
    life::RecordedMoment moment;
    life::RecordedResult<double> result;
};

// One arm of one person. Rows of chapters before `departs` stand in the first arm: they are the same there.
struct ArmResult {
    int departs = 0;
    std::vector<life::Summary> chapters;                          // all of them, shared ones included
    std::vector<std::array<double, world::curve_points>> curves;  // V over closeness at the end of each chapter
    std::vector<MomentRow> moments;
    std::vector<BeatRow> beats;
    std::vector<SessionRow> sessions;
    std::vector<GoalRow> goals;  // of everybody, recorded or not
    std::vector<EventRow> events;
    std::vector<TemplateRow> templates;
    std::vector<RecordedRow> recorded;
};

// A number that went wrong inside a run: a value, counted and reported, never an exception.
struct Failure {
    int person = 0;
    std::string arm, chapter, quantity;
    double value = 0;
};

// Of a whole run: how many, and the first of them.
struct Failures {
    static constexpr std::size_t most = 100;
    std::size_t count = 0;
    std::vector<Failure> first;

    void add(const Failure& failure) {
        ++count;
        if (first.size() < most) first.push_back(failure);
    }
};

struct PersonResult {
    int person = 0;  // from 0 in the whole ensemble
    std::vector<ArmResult> arms;
    std::vector<Failure> failures;
    std::size_t failures_not_listed = 0;  // read back from a file that listed the first ones only
};

template <class Self, class Visit>
void MomentRow::describe(Self& self, Visit&& visit) {
    using life::Column;
    auto& m = self.meeting;
    visit(Column{"attention", "1", "the other's attention today"}, m.attention);
    visit(Column{"difficulty", "1", "how much there was to be open about"}, m.difficulty);
    visit(Column{"wish", "1", "drive towards closeness at the start"}, m.wish);
    visit(Column{"protective_use", "1", "beat-mean of protective activation"}, m.use);
    visit(Column{"peak_use", "1", "protective activation at the peak beat"}, m.peak_use);
    visit(Column{"felt_closeness", "1", "felt closeness"}, m.felt);
    visit(Column{"peak_closeness", "1", "felt intensity times closeness at the peak beat"}, m.closeness);
    visit(Column{"closeness", "1", "beat-mean of closeness"}, m.mean_closeness);
    visit(Column{"disclosure", "1", "disclosure depth"}, m.disclosure);
    visit(Column{"hidden_share", "1", "share of openness held back"}, m.hidden);
    visit(Column{"friction", "1", "beat-mean of friction"}, m.friction);
    visit(Column{"numb", "1", "largest numbing"}, m.numb);
    visit(Column{"arousal", "1", "largest arousal"}, m.arousal);
    visit(Column{"reflection", "1", "largest reflection"}, m.reflection);
    visit(Column{"bodily_threat", "1", "predicted pain at the peak beat"}, m.bodily);
    visit(Column{"reported_threat", "1", "reported expectation of pain at the peak beat"}, m.reported);
    visit(Column{"tellable", "1", "share of the match at the peak that can be told"}, m.telling);
    visit(Column{"pain", "1", "external pain"}, m.pain);
    visit(Column{"outcome", "1", "outcome learned"}, m.outcome);
    visit(Column{"overwhelm", "1", "overwhelm"}, m.overwhelm);
    visit(Column{"novelty", "1", "probability of a new template at the peak beat"}, m.novelty);
    visit(Column{"resemblance", "1", "probability of the template most resembled at the peak beat"}, m.resemblance);
    visit(Column{"alarm_latency", "s", "time until the alarm rang, -1 when it never did"}, m.onset);
    visit(
        Column{
            "threat_time", "s",
            "time of threat in the race at the onset of the alarm, -1 without one, infinite when no pain is predicted"},
        m.threat_time);
    visit(Column{"reappraisal_time", "s", "time of reappraisal in that race, infinite when it never comes"},
          m.reappraisal_time);
    visit(Column{"edge", "1", "edge after the encounter, with this other"}, self.edge);
    visit(Column{"need", "1", "need for closeness after it"}, self.need);
    visit(Column{"care", "1", "care after it"}, self.care);
    visit(Column{"trust", "1", "trust of the protectors after it"}, self.trust);
    visit(Column{"guard", "1", "guard after it"}, self.guard);
    visit(Column{"insight", "1", "insight after it"}, self.insight);
    visit(Column{"goodwill", "1", "the other's goodwill after it"}, self.goodwill);
    visit(Column{"templates", "1", "templates after it"}, self.templates);
}

}  // namespace nearness::engine
