// What is always kept of a person's chapter: means over its encounters, and the state at its end (MODEL section 14).
// `describe` is the one list of these quantities: file columns, tables and figures read names and units from it.
#pragma once

#include "nearness/life/state.hpp"

#include <limits>

namespace nearness::life {

inline constexpr double not_measured = std::numeric_limits<double>::quiet_NaN();

struct Column {
    std::string_view name;
    std::string_view unit;  // "1" for a pure number
    std::string_view says;
};

struct Summary {
    double encounters = 0, sessions = 0;
    double edge = not_measured, area = not_measured;
    double use = not_measured, felt = not_measured, wish = not_measured, closeness = not_measured;
    double disclosure = not_measured, hidden = not_measured, friction = not_measured;
    double bodily = not_measured, reported = not_measured, telling = not_measured;
    double pain = not_measured, outcome = not_measured, overwhelmed = not_measured;
    double arousal = not_measured, numb = not_measured;
    double alarms = not_measured, latency = not_measured, threat_wins = not_measured;
    std::array<double, protection::strategies> on_duty{};
    std::array<double, memory::EncounterCues::signals> trigger{};
    double templates = 0, charge = 0, integration = not_measured;
    double need = 0, care = 0, trust = 0, guard = 0, insight = 0;
    double goodwill = not_measured;

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        visit(Column{"encounters", "1", "encounters, or recorded moments of a diary"}, self.encounters);
        visit(Column{"sessions", "1", "therapy sessions"}, self.sessions);
        visit(Column{"edge", "1",
                     "smallest closeness at which predicted pain exceeds the threshold, 1 if none, at the end"},
              self.edge);
        visit(Column{"area", "1", "mean predicted pain over closeness from 0 to 1, at the end"}, self.area);
        visit(Column{"protective_use", "1", "mean over encounters of the beat-mean of protective activation"},
              self.use);
        visit(Column{"felt_closeness", "1", "mean felt closeness of an encounter"}, self.felt);
        visit(Column{"wish", "1", "mean drive towards closeness at the start of an encounter"}, self.wish);
        visit(Column{"closeness", "1", "mean closeness of an encounter"}, self.closeness);
        visit(Column{"disclosure", "1", "mean disclosure depth of an encounter"}, self.disclosure);
        visit(Column{"hidden_share", "1", "mean share of openness held back"}, self.hidden);
        visit(Column{"friction", "1", "mean friction of an encounter"}, self.friction);
        visit(Column{"bodily_threat", "1", "mean predicted pain at the peak of an encounter"}, self.bodily);
        visit(Column{"reported_threat", "1", "mean reported expectation of pain at the peak"}, self.reported);
        visit(Column{"tellable", "1", "mean share of the match at the peak that can be told"}, self.telling);
        visit(Column{"pain", "1", "mean external pain of an encounter"}, self.pain);
        visit(Column{"outcome", "1", "mean outcome learned from an encounter"}, self.outcome);
        visit(Column{"overwhelmed", "1", "share of encounters beyond the window of tolerance"}, self.overwhelmed);
        visit(Column{"arousal", "1", "mean largest arousal of an encounter"}, self.arousal);
        visit(Column{"numb", "1", "mean largest numbing of an encounter"}, self.numb);
        visit(Column{"alarms", "1", "share of encounters in which the alarm rang"}, self.alarms);
        visit(Column{"alarm_latency", "s", "mean time until the alarm rang, where it did"}, self.latency);
        visit(Column{"threat_wins", "1", "share of alarms in which threat was faster than reappraisal"},
              self.threat_wins);
        static constexpr std::array<std::string_view, protection::strategies> duty = {
            "duty_flaw_finding", "duty_irritability", "duty_flatness", "duty_holding_back", "duty_withdrawing"};
        for (std::size_t s = 0; s < duty.size(); ++s) {
            visit(Column{duty[s], "1", "share of encounters with this strategy on duty"}, self.on_duty[s]);
        }
        static constexpr std::array<std::string_view, 5> triggers = {
            "trigger_closeness", "trigger_attention", "trigger_vulnerability", "trigger_seen", "trigger_conflict"};
        for (std::size_t d = 0; d < triggers.size(); ++d) {
            visit(Column{triggers[d], "1", "predicted pain at the end with this signal cue alone at full strength"},
                  self.trigger[d]);
        }
        visit(Column{"templates", "1", "templates at the end"}, self.templates);
        visit(Column{"charge", "1", "largest charge of a template at the end"}, self.charge);
        visit(Column{"integration", "1", "integration of the most charged template at the end"}, self.integration);
        visit(Column{"need", "1", "need for closeness at the end"}, self.need);
        visit(Column{"care", "1", "care at the end"}, self.care);
        visit(Column{"trust", "1", "trust of the protectors at the end, weighted by how likely each is on duty"},
              self.trust);
        visit(Column{"guard", "1", "guard at the end"}, self.guard);
        visit(Column{"insight", "1", "insight at the end"}, self.insight);
        visit(Column{"goodwill", "1", "the partner's goodwill at the end"}, self.goodwill);
    }
};

// Accumulates a chapter's encounters; `finish` adds the state at its end.
template <class Real>
class Summarise {
public:
    void add(const world::Meeting<Real>& meeting);
    void add_session() { summary_.sessions += 1; }
    void add_recorded(double predicted, double use);
    Summary finish(const State<Real>& state, const Scenario& scenario, int other);

private:
    Summary summary_;
    Summary sum_ = zero();
    double rang_ = 0, threat_won_ = 0, latency_ = 0;
    bool recorded_ = false;
    static Summary zero();
};

// The other and identity with which a state is measured: the chapter's own, or a stranger like any ordinary partner
// when the chapter has nobody (docs/develop/readings.md).
template <class Real>
struct Vantage {
    world::Other other;
    std::array<double, 2> identity;
    static Vantage of(const State<Real>& state, const Scenario& scenario, int other);
};

extern template class Summarise<double>;
extern template struct Vantage<double>;

}  // namespace nearness::life
