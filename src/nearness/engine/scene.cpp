#include "nearness/engine/scene.hpp"

namespace nearness::engine {

namespace {

class List {
public:
    explicit List(std::vector<SceneNumber>& numbers) : numbers_(numbers) {}

    void add(std::string name, std::string_view unit, std::string_view says, double value) {
        numbers_.push_back({std::move(name), unit, says, value});
    }
    template <class Row>
    void add_all(Row row, const std::string& ending = {}) {
        Row::describe(row, [&](const life::Column& column, auto& value) {
            add(std::string(column.name) + ending, column.unit, column.says, static_cast<double>(value));
        });
    }

private:
    std::vector<SceneNumber>& numbers_;
};

// Of one template before and after; the new has no before.
void add_template(List& list, const Scene& scene, int number, const std::string& name) {
    if (number < 0) return;
    const auto at = static_cast<std::size_t>(number);
    if (at < scene.templates_before.size()) {
        const TemplateRow& before = scene.templates_before[at];
        list.add(name + "_charge_before", "1", "pain it predicts at its own prototype, before", before.charge);
        list.add(name + "_integration_before", "1", "its integration before", before.integration);
        list.add(name + "_strength_before", "1", "how many moments it held before", before.strength);
        list.add(name + "_told", "1", "share of it that could be told", before.told);
    }
    // With particles the memory after may be another one, whose templates are others.
    if (at >= scene.templates_after.size() || (scene.encounter && scene.encounter->taught.number < 0)) return;
    const TemplateRow& after = scene.templates_after[at];
    list.add(name + "_charge", "1", "pain it predicts at its own prototype, after", after.charge);
    list.add(name + "_integration", "1", "its integration after", after.integration);
    list.add(name + "_strength", "1", "how many moments it holds after", after.strength);
    if (at < scene.origins.size() && !scene.origins[at].chapter.empty()) {
        list.add(name + "_origin", "years", "age at which it was opened", scene.origins[at].age);
    }
}

// As columns of moments.csv.
void add_meeting(List& list, const Scene& scene) {
    MomentRow row;
    row.meeting = scene.encounter->meeting;
    row.edge = scene.after.edge;
    row.need = scene.after.need;
    row.care = scene.after.care;
    row.trust = scene.after.trust;
    row.guard = scene.after.guard;
    row.insight = scene.after.insight;
    row.goodwill = scene.after.goodwill;
    row.templates = scene.after.templates;
    list.add_all(row);
}

void add_encounter(List& list, const Scene& scene) {
    const Encountered& met = *scene.encounter;
    add_meeting(list, scene);
    list.add("closeness_at_alarm", "1", "closeness when the alarm rang", met.closeness_at_alarm);
    list.add("closest", "1", "largest closeness", met.closest);
    list.add("closeness_at_end", "1", "closeness at the end", met.closeness_at_end);
    list.add("trust_on_duty", "1", "trust of the protector on duty before it", met.trust_on_duty);
    list.add("on_duty", "1", "share of the encounter that was the strategy's",
             met.on_duty[static_cast<std::size_t>(met.meeting.strategy)]);
    list.add("wish_after", "1", "wish for closeness after it", scene.after.wish);
    if (scene.learner.empty()) {
        list.add_all(met.taught);
    } else {
        list.add("uncredited", "1", "what the credit to the protection left of a safe surprise", met.taught.uncredited);
        list.add("predicted_after", "1", "predicted pain of the same peak after the lesson",
                 met.taught.predicted_after);
    }
    add_template(list, scene, met.meeting.resembled, "resembled");
    add_template(list, scene, met.taught.number, "taught");
}

void add_session(List& list, const Scene& scene) {
    const auto& session = *scene.session;
    list.add("session", "1", "session of its plan, from 1", scene.place.number + 1);
    list.add("access", "1", "access to guarded memory", session.access);
    list.add("sets", "1", "sets of eye movements", session.sets);
    if (session.sets > 0) {
        list.add("sud_before", "1", "subjective units of disturbance before the first set, 0 to 10", session.first_sud);
        list.add("sud", "1", "the same after the last set", session.sud.back());
    }
    if (session.limit >= 0) list.add("limit", "1", "closeness allowed at most", session.limit);
    list.add("suppressed", "1", "share of protection held down from outside", session.arrangement.suppressed);
    add_template(list, scene, session.target, "target");
}

}  // namespace

std::vector<SceneNumber> numbers(const Scene& scene) {
    std::vector<SceneNumber> all;
    List list(all);
    list.add("age", "years", "age", scene.age);
    list.add("capacity", "1", "window of tolerance", scene.capacity);
    list.add_all(scene.before, "_before");
    if (scene.encounter) {
        add_encounter(list, scene);
    } else {
        list.add_all(scene.after);
    }
    if (scene.session) add_session(list, scene);
    return all;
}

}  // namespace nearness::engine
