// What it cost, what came of it, what was learned and why, or why not, and what had been there all along.
#include "nearness/account/parts.hpp"
#include "nearness/account/phrases.hpp"

namespace nearness::account {

namespace {

void cost(Teller& teller) {
    std::vector<std::string> clauses = {std::string(
        teller.choose({"felt closeness came to {felt_closeness}", "what arrived as felt closeness was {felt_closeness}",
                       "of closeness, {felt_closeness} was felt"}))};
    if (teller.noticeable("hidden_share")) clauses.emplace_back("of what could be shown {hidden_share} was held back");
    if (teller.noticeable("friction")) clauses.emplace_back("friction came to {friction}");
    if (teller.value("numb") >= 0.25) clauses.emplace_back("feeling went numb (up to {numb})");
    const bool partner = teller.scene.company == engine::Company::partner;
    if (partner && !teller.same("goodwill_before", "goodwill")) {
        clauses.push_back("the partner’s goodwill " + change(teller, "goodwill"));
    }
    teller.state(About::cost, list(clauses) + ".");
}

void outcome(Teller& teller) {
    teller.word("beside", beside(teller.value("outcome"), teller.value("bodily_threat")));
    const double pain = teller.value("pain");
    const bool rang = teller.scene.encounter->meeting.onset >= 0;
    const std::string met = "in all {outcome} of pain was met, {@beside} {bodily_threat} that had been predicted.";
    if (rang && pain >= 0.3) {
        teller.state(About::outcome,
                     std::string(teller.choose({"The alarm was right: it hurt ({pain}, from {@noun}), and ",
                                                "The alarm had not been mistaken: from {@noun} came "
                                                "pain of {pain}, and "})) +
                         met);
    } else if (teller.shown("pain") != "0.00") {
        teller.word("hurt", pain < 0.15 ? "it hurt a little" : pain < 0.5 ? "it hurt" : "it hurt much");
        teller.state(
            About::outcome,
            std::string(teller.choose({"{@Hurt} ({pain}, from {@noun}): ", "From {@noun} came pain of {pain}: "})) +
                met);
    } else if (teller.noticeable("outcome")) {
        teller.state(About::outcome,
                     std::string(teller.choose({"{@Noun} did nothing that hurt, but arousal itself is unpleasant: ",
                                                "Nothing hurt from outside; it was arousal that was unpleasant: ",
                                                "No pain came from {@noun}, only what arousal itself is worth: "})) +
                         met);
    } else if (teller.same("outcome", "bodily_threat")) {
        teller.say(About::outcome, {"Nothing hurt, and that is what had been predicted ({outcome}).",
                                    "No harm was predicted, and none came ({outcome})."});
    } else {
        teller.say(About::outcome,
                   {"Nothing hurt: {outcome} of pain was met, and {bodily_threat} had been predicted.",
                    "No harm came of it ({outcome}); {bodily_threat} had been predicted.",
                    "It went well: {outcome} of pain was met, where {bodily_threat} had been predicted."});
    }
    if (teller.shown("overwhelm") == "0.00") return;
    teller.say(About::outcome,
               {"That went beyond the window of tolerance, {capacity} at that age (overwhelm {overwhelm}).",
                "It was more than the window of tolerance holds at that age ({capacity}): overwhelm {overwhelm}.",
                "The window of tolerance ({capacity} at that age) was exceeded; overwhelm came to {overwhelm}."});
}

void opened(Teller& teller) {
    if (teller.scene.templates_before.empty()) {
        teller.say(About::lesson,
                   {"It became the first template; at its own moment it predicts pain of {taught_charge}.",
                    "From it came the first template of this life, which predicts pain of {taught_charge}."});
    } else {
        teller.say(
            About::lesson,
            {"It fitted nothing known well enough: a new template opened ({templates:0} now), predicting pain of "
             "{taught_charge}, and the older ones stayed as they were.",
             "So a new template opened, which predicts pain of {taught_charge}; with it there are {templates:0}, "
             "and the older ones were not touched."});
    }
}

// Safety, and what stood in its way (memory.5).
void safer(Teller& teller) {
    const bool credited = teller.value("uncredited") < 0.9, rigid = teller.value("revisable") < 0.9;
    teller.word("counted", teller.value("uncredited") * teller.value("revisable") < 0.5 ? "little" : "only part");
    teller.word("less", teller.noticeable("pain") ? "it was less bad than" : "it was safer than");
    const std::string safer = "{@Less} {@it} predicted ({outcome} against {expected})";
    if (credited && rigid) {
        teller.say(About::lesson,
                   {safer + ", but {@counted} of that counted: the credit to the protection left {uncredited} of the "
                            "rate at which safety is learned, and what had been stored overwhelmed left {revisable} of "
                            "the rest.",
                    safer + ". Of the rate at which safety is learned the protection left {uncredited}, as it took the "
                            "credit, and low integration left {revisable} of that."});
    } else if (credited) {
        teller.say(About::lesson,
                   {safer + ", but the protection took the credit: {uncredited} of the rate at which safety is learned "
                            "was left.",
                    safer + ". That it went well was put down to the protection, and {@counted} of it counted "
                            "({uncredited} of the rate at which safety is learned)."});
    } else if (rigid) {
        teller.say(
            About::lesson,
            {safer + ", but what had been stored overwhelmed is hard to revise: {revisable} of the rate at which "
                     "safety is learned was left.",
             safer + ". Low integration left {revisable} of the rate at which safety is learned."});
    } else {
        teller.say(About::lesson,
                   {safer + ", and nothing stood in the way: that counted, at the slow rate of safety "
                            "({learning_rate:3}).",
                    safer + ". That could be learned, slowly, as safety is ({learning_rate:3} of the difference)."});
    }
}

void worse(Teller& teller) {
    const std::string worse = "It was worse than {@it} predicted ({outcome} against {expected})";
    if (teller.noticeable("overwhelm")) {
        teller.say(About::lesson,
                   {worse + ", and what overwhelms is burned in fast, here at a rate of {learning_rate:3}.",
                    worse + ". Beyond the window pain is learned fast: the rate was {learning_rate:3}."});
    } else {
        teller.say(
            About::lesson,
            {worse + "; inside the window of tolerance that is learned slowly, at a rate of {learning_rate:3}.",
             worse + ", which was averaged in slowly, at a rate of {learning_rate:3}, as it did not overwhelm."});
    }
}

// Another than the one that the encounter resembled most.
std::string another_template(const engine::Scene& scene, int number) {
    const std::string& chapter = scene.origins[static_cast<std::size_t>(number)].chapter;
    return "the template " + (chapter.empty() ? "" : "from " + quoted(chapter) + " ") + "that took most of the lesson";
}

void what_changed(Teller& teller) {
    std::string pattern = "Its charge " + change(teller, "taught_charge", 3);
    if (teller.noticeable("overwhelm") && !teller.same("taught_integration_before", "taught_integration")) {
        pattern += ", its integration " + change(teller, "taught_integration");
    }
    const std::string again = teller.same("predicted_after", "bodily_threat", 3)
                                  ? "the same moment would still be predicted at {predicted_after:3}."
                                  : "the same moment would now be predicted at {predicted_after:3} instead of "
                                    "{bodily_threat:3}.";
    teller.say(About::lesson, {pattern + ", and " + again, pattern + "; " + again});
}

// A learner in the place of the templates (rival.2).
void learner_lesson(Teller& teller) {
    teller.word("learner", teller.scene.learner);
    std::string pattern(teller.choose({"The memory, here {@learner} in the place of templates, learned from it",
                                       "It was learned by the memory that takes the place of templates, {@learner}"}));
    if (teller.scene.encounter->taught.surprise < 0 && teller.value("uncredited") < 0.9) {
        pattern += ", with {uncredited} of the surprise left when the protection had its credit";
    }
    pattern += teller.same("predicted_after", "bodily_threat", 3)
                   ? "; the same moment would still be predicted at {predicted_after:3}."
                   : "; the same moment would now be predicted at {predicted_after:3} instead of {bodily_threat:3}.";
    teller.state(About::lesson, pattern);
}

void lesson(Teller& teller) {
    const engine::Taught& taught = teller.scene.encounter->taught;
    if (!teller.scene.learner.empty()) return learner_lesson(teller);
    if (taught.number < 0) {
        teller.say(About::lesson, {"With it another way of dividing up the past came to the fore, by which the same "
                                   "moment would be predicted at {predicted_after}.",
                                   "It changed which reading of the past leads: the same moment would now be predicted "
                                   "at {predicted_after}."});
        return;
    }
    if (taught.opened) return opened(teller);
    const int resembled = teller.scene.encounter->meeting.resembled;
    teller.word("it", taught.number == resembled ? "that template" : another_template(teller.scene, taught.number));
    if (teller.same("outcome", "expected")) {
        teller.say(About::lesson, {"It was just what {@it} expected ({expected}), so there was nothing to learn.",
                                   "Nothing surprised: {expected} was what {@it} expected."});
    } else if (taught.surprise < 0.05 && taught.surprise > -0.05) {
        teller.say(About::lesson,
                   {"It was much as {@it} expected ({outcome} met, {expected} expected): there was little to learn.",
                    "There was little to learn: {outcome} was met, and {@it} had expected {expected}."});
    } else if (taught.surprise > 0) {
        worse(teller);
    } else {
        safer(teller);
    }
    what_changed(teller);
}

}  // namespace

void tell_care(Teller& teller) {
    const bool stayed = teller.same("care_before", "care");
    const std::string now = stayed ? "{care}, before and after" : "{care_before} before and {care} after";
    const bool both =
        teller.value("care_before") >= 0.5 && teller.value("wish") >= 0.25 && teller.noticeable("protective_use");
    std::string pattern;
    if (teller.value("care_before") < 0.3) {
        pattern = teller.choose({"Care was small (" + now + ")", "There was little care (" + now + ")"});
    } else if (both) {
        pattern = teller.choose({"Care was there all along (" + now + "), and so was the wish ({wish})",
                                 "Neither care (" + now + ") nor the wish ({wish}) was missing"});
    } else {
        pattern = teller.choose({"Care was there, too (" + now + ")", "Care stood at " + now});
    }
    pattern += both ? teller.choose({"; neither enters the alarm", "; the alarm knows of neither"})
                    : teller.choose({"; it does not enter the alarm", "; the alarm does not know of it"});
    if (!teller.same("need_before", "need") && teller.value("need") < teller.value("need_before")) {
        pattern += teller.choose({". What was felt stilled the need for closeness from {need_before} to {need}",
                                  ". The need for closeness fell from {need_before} to {need}"});
    }
    teller.state(About::care, pattern + ".");
}

void tell_aftermath(Teller& teller) {
    cost(teller);
    outcome(teller);
    lesson(teller);
}

}  // namespace nearness::account
