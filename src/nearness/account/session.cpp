// What was held, and what it changed.
#include "nearness/account/parts.hpp"
#include "nearness/account/phrases.hpp"

namespace nearness::account {

namespace {

// What a session that is no encounter leaves of the prediction: only processing changes it.
void prediction_stays(Teller& teller) {
    if (!teller.same("edge_before", "edge", 3)) return;
    if (!teller.scene.learner.empty()) {
        teller.state(About::session, "What the body predicts did not change: the edge stayed at {edge:3}.");
        return;
    }
    teller.say(About::session, {"What the body predicts did not change: the edge stayed at {edge:3}.",
                                "The edge stayed at {edge:3}, since no template was touched."});
}

void talk(Teller& teller) {
    const std::string insight = "nsight " + change(teller, "insight") + ".";
    if (teller.same("insight_before", "insight")) {
        teller.state(About::session, "I" + insight);
    } else {
        teller.say(About::session, {"I" + insight, "What can be said about it grew clearer: i" + insight});
    }
    prediction_stays(teller);
}

void with_the_protectors(Teller& teller, std::string_view lead) {
    std::vector<std::string> clauses = {"trust of the protectors " + change(teller, "trust")};
    if (!teller.same("guard_before", "guard")) clauses.push_back("guard " + change(teller, "guard"));
    teller.state(About::session, std::string(lead) + list(clauses) + ".");
    prediction_stays(teller);
}

void emdr(Teller& teller) {
    const engine::Scene& scene = teller.scene;
    const int target = scene.session->target;
    if (!teller.scene.learner.empty()) {
        teller.word("learner", teller.scene.learner);
        teller.state(About::session,
                     "The memory is {@learner} here and holds no template that could be processed, so the session "
                     "changed nothing.");
        return;
    }
    if (target < 0) {
        teller.state(About::session, "Nothing had been learned yet that could have been processed.");
        return;
    }
    teller.word("from", learned_where(scene, target));
    teller.word("expects", expects(scene.templates_before[static_cast<std::size_t>(target)]));
    const std::string age = teller.has("target_origin") ? ", at the age of {target_origin:1}" : "";
    teller.say(About::session, {"It worked on {@from}" + age + ": {@expects} ({target_charge_before}).",
                                "Its target was {@from}" + age + ": {@expects} ({target_charge_before})."});
    teller.say(About::session, {"With the protectors’ trust at {trust_before}, access to it was {access}.",
                                "The protectors, whose trust was {trust_before}, gave access of {access}."});
    if (teller.same("sud_before", "sud", 1)) {
        teller.state(About::session, "Over {sets:0} sets disturbance stayed at {sud:1}.");
    } else {
        teller.say(About::session,
                   {"Over {sets:0} sets disturbance fell from {sud_before:1} to {sud:1}, and integration " +
                        change(teller, "target_integration") + ".",
                    "Disturbance, {sud_before:1} at first, was {sud:1} after {sets:0} sets; integration " +
                        change(teller, "target_integration") + "."});
    }
    teller.state(About::session, "The edge " + change(teller, "edge", 3) + ".");
}

void arrangement(Teller& teller) {
    const auto& session = *teller.scene.session;
    if (session.limit >= 0) {
        teller.say(About::setting, {"Closeness was held at {limit} at most, and {@noun} was as steady as can be.",
                                    "{@Noun} was as steady as can be and let closeness come to {limit} at most."});
    } else if (session.arrangement.suppressed > 0) {
        teller.state(About::setting,
                     "It was an encounter with {@noun} in which {suppressed} of the protection was held down from "
                     "outside.");
    } else {
        teller.state(About::setting, "It was an encounter with {@noun}.");
    }
}

}  // namespace

void tell_session(Teller& teller) {
    const engine::Scene& scene = teller.scene;
    teller.word("plan", quoted(scene.plan));
    const std::string of = scene.plan == scene.therapy ? "{@therapy}" : "{@therapy} ({@plan})";
    teller.say(
        About::setting,
        {"The simulated person had session {session:0} of " + of + " at the age of {age:1}, in {@chapter}.",
         "In {@chapter}, at the age of {age:1}, came session {session:0} of " + of + " with the simulated person."});
    if (scene.encounter) arrangement(teller);
}

void tell_changes(Teller& teller) {
    const engine::Scene& scene = teller.scene;
    if (scene.encounter) {
        if (teller.same("guard_before", "guard")) return;
        teller.state(About::session, "Afterwards the guard was no longer {guard_before} but {guard}.");
    } else if (scene.therapy == "talk") {
        talk(teller);
    } else if (scene.therapy == "parts") {
        with_the_protectors(teller,
                            teller.choose({"Met with curiosity, ", "The protectors were met with curiosity: "}));
    } else if (scene.therapy == "pressure") {
        with_the_protectors(teller, teller.choose({"Under pressure, ", "The protectors were pressed to stop: "}));
    } else {
        emdr(teller);
    }
}

}  // namespace nearness::account
