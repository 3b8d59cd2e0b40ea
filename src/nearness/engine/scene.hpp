// A scene: one encounter or session of a simulated life with everything that a picture or an account of it needs. It is
// got by living that life again (engine/scenes.hpp), so it has what no file keeps. `numbers` is the one list of its columns.
#pragma once

#include "nearness/engine/result.hpp"

namespace nearness::engine {

// Numbers count from 0.
struct Place {
    int chapter = 0;
    int plan = -1;   // of a session: which plan of its chapter; −1 for an encounter
    int number = 0;  // encounter of the chapter, or session of the plan

    bool is_session() const { return plan >= 0; }
    bool operator==(const Place&) const = default;
};

// Why a scene was chosen: a rule of engine/scene_rules.cpp.
struct Reason {
    std::string_view name;      // "wished for"
    std::string_view headline;  // "Wished for, and protected against"
    std::string says;           // one sentence: why this one

    bool operator==(const Reason& other) const { return name == other.name; }
};

enum class Company { nobody, caregiver, partner, therapist };

// How a person stands just before or just after a scene. All in [0, 1] but the number of templates.
struct Standing {
    double edge = 1;  // as the chapter's other would meet it, a stranger where there is nobody
    double need = 0, care = 0, wish = 0;
    double trust = 0, guard = 0, insight = 0, templates = 0;
    double goodwill = life::not_measured;     // of a partner
    double expectation = life::not_measured;  // h of whoever is met
    protection::PerStrategy<double> preference{}, trust_of{};

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit);
};

// Where a template came from.
struct Origin {
    std::string chapter;              // its id; empty where it cannot be told: particles change places
    double age = life::not_measured;  // years
};

// What was learned from an encounter, by the template that took most of it (memory.4, memory.5).
struct Taught {
    int number = -1;       // which template, among those after; −1 where the memory after is another particle's, or a
                           // learner's
    bool opened = false;   // it was opened by this encounter
    double share = 0;      // of the lesson
    double expected = 0;   // pain it predicted from the peak
    double surprise = 0;   // outcome − expected
    double rate = 0;       // η
    double revisable = 1;  // what its integration left of the safety rate
    double uncredited = 1;   // what the credit to the protection left of it
    double predicted_after;  // V of the same peak after the lesson

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit);
};

struct Encountered {
    world::Meeting<double> meeting;
    std::vector<BeatRow> beats;
    protection::PerStrategy<double> on_duty{};  // how much of the encounter was each strategy's; adds up to 1
    double trust_on_duty = 0;                   // theirs, before; an alarm acts as far as it is not trust
    std::vector<double> belief;                 // over templates at the peak: [0] something new, [k + 1] template k
    std::vector<double> pain;                   // that each of them predicts from the peak
    double closeness_at_alarm = life::not_measured, closest = 0, closeness_at_end = 0;
    Taught taught;
};

struct Scene {
    std::vector<Reason> why;
    int person = 0;
    std::size_t arm = 0;
    Place place;
    double age = 0;  // years
    std::string chapter;
    std::string plan;          // of a session
    std::string_view therapy;  // of a session
    std::string other;         // the id of whoever is met, or would be; "" for the therapist and for nobody
    Company company = Company::nobody;
    bool first_time = false;   // never met before
    bool typical = false;      // on the typical path
    std::string_view learner;  // in the place of the templates; empty where they are the memory
    double capacity = 1;       // the window of tolerance at that age
    Standing before, after;
    std::vector<TemplateRow> templates_before, templates_after;
    std::vector<Origin> origins;           // of the templates after
    std::optional<Encountered> encounter;  // of encounters, and of sessions that are encounters
    std::optional<therapy::Session<double>> session;
};

struct SceneNumber {
    std::string name;
    std::string_view unit, says;
    double value = 0;
};

// Every number of a scene by name: columns of moments.csv keep theirs, what was so before it ends in "_before".
std::vector<SceneNumber> numbers(const Scene& scene);

template <class Self, class Visit>
void Standing::describe(Self& self, Visit&& visit) {
    using life::Column;
    visit(Column{"edge", "1", "edge"}, self.edge);
    visit(Column{"need", "1", "need for closeness"}, self.need);
    visit(Column{"care", "1", "care"}, self.care);
    visit(Column{"drive", "1", "wish for closeness"}, self.wish);
    visit(Column{"trust", "1", "trust of the protectors"}, self.trust);
    visit(Column{"guard", "1", "guard"}, self.guard);
    visit(Column{"insight", "1", "insight"}, self.insight);
    visit(Column{"templates", "1", "templates"}, self.templates);
    visit(Column{"goodwill", "1", "the other's goodwill"}, self.goodwill);
    visit(Column{"expectation", "1", "what is said to be expected of this other"}, self.expectation);
}

template <class Self, class Visit>
void Taught::describe(Self& self, Visit&& visit) {
    using life::Column;
    visit(Column{"lesson_share", "1", "share of the lesson that went to the template that took most"}, self.share);
    visit(Column{"expected", "1", "pain that template predicted"}, self.expected);
    visit(Column{"surprise", "1", "outcome minus that"}, self.surprise);
    visit(Column{"learning_rate", "1", "rate at which it learned"}, self.rate);
    visit(Column{"revisable", "1", "what its integration left of the rate of safety"}, self.revisable);
    visit(Column{"uncredited", "1", "what the credit to the protection left of the rate of safety"}, self.uncredited);
    visit(Column{"predicted_after", "1", "predicted pain of the same peak after the lesson"}, self.predicted_after);
}

}  // namespace nearness::engine
