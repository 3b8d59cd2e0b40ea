// What was met, what it called up, when the alarm rang, and who protected.
#include "nearness/account/parts.hpp"
#include "nearness/account/phrases.hpp"

namespace nearness::account {

namespace {

void wish(Teller& teller) {
    const double wish = teller.value("wish");
    teller.word("strong", wish >= 0.5 ? "strong" : wish >= 0.25 ? "moderate" : "faint");
    teller.word("strongly", wish >= 0.5 ? "strongly" : wish >= 0.25 ? "moderately" : "faintly");
    teller.say(About::wish, {"The wish for closeness was {@strong} ({wish}); closeness reached {closest} at its most.",
                             "Closeness was {@strongly} wished for ({wish}) and came as far as {closest}.",
                             "With a {@strong} wish for closeness ({wish}), closeness came to {closest} at most."});
}

void predicted(Teller& teller) {
    const bool told = teller.noticeable("insight_before") && teller.noticeable("tellable");
    const double apart = teller.value("bodily_threat") - teller.value("reported_threat");
    std::string pattern(teller.choose({"For the closest moment the body predicted pain of {bodily_threat}",
                                       "At the closest moment the predicted pain was {bodily_threat}",
                                       "What the body expected of the closest moment was pain of {bodily_threat}"}));
    if (told && apart >= 0.05) pattern += ", while in words no more than {reported_threat} was expected";
    if (told && apart <= -0.05) pattern += ", while in words even {reported_threat} was expected";
    teller.state(About::resemblance, pattern + ".");
}

void resemblance(Teller& teller) {
    const auto& meeting = teller.scene.encounter->meeting;
    if (!teller.scene.learner.empty()) return predicted(teller);
    if (meeting.resembled < 0) {
        teller.say(About::resemblance, {"Nothing had been lived yet that this could have resembled.",
                                        "There was no earlier experience to compare it with."});
        return;
    }
    if (meeting.novelty > meeting.resemblance) {
        teller.say(About::resemblance,
                   {"Nothing lived before fitted well: {novelty} of the match went to something new.",
                    "More than anything lived before it resembled something new ({novelty} of the match)."});
        return predicted(teller);
    }
    const auto at = static_cast<std::size_t>(meeting.resembled);
    teller.word("from", learned_where(teller.scene, meeting.resembled));
    teller.word("expects", expects(teller.scene.templates_before[at]));
    teller.word("degree", meeting.resemblance >= 0.95  ? "almost wholly"
                          : meeting.resemblance >= 0.5 ? "above all"
                                                       : "more than anything else");
    const std::string age = teller.has("resembled_origin") ? ", at the age of {resembled_origin:1}" : "";
    const std::string known = "{@from}" + age;
    const std::string says = ": {@expects} ({resembled_charge_before}).";
    const std::string first = "{@Degree} ({resemblance} of the match) it resembled " + known + says;
    const std::string second = "Of all that is remembered, " + known + (age.empty() ? "" : ",") +
                               " fitted best ({resemblance} of the match)" + says;
    const std::string third = "What it called up, with {resemblance} of the match, was " + known + says;
    teller.say(About::resemblance, {first, second, third});
    predicted(teller);
}

// Threat and reappraisal at the onset of the alarm.
void race(Teller& teller) {
    const double threat = teller.value("threat_time"), reappraisal = teller.value("reappraisal_time");
    if (!finite(threat)) {
        teller.say(About::alarm,
                   {"No pain was predicted at that moment: it was the guard ({guard_before}) that let it ring.",
                    "It rang without any predicted pain, from guard alone ({guard_before})."});
    } else if (!finite(reappraisal) && teller.value("insight_before") > 0) {
        teller.say(About::alarm,
                   {"Threat took {threat_time:s} s; what was called up has no words, and no insight reached it.",
                    "No insight reached it, since what was called up has no words; threat took {threat_time:s} s."});
    } else if (!finite(reappraisal)) {
        teller.say(About::alarm, {"Threat took {threat_time:s} s, and there was no insight to set against it.",
                                  "There was no insight that could have come in time; threat took {threat_time:s} s.",
                                  "Threat took {threat_time:s} s; without insight, understanding never came."});
    } else if (teller.shown("threat_time", 2) == teller.shown("reappraisal_time", 2)) {
        teller.say(About::alarm, {"Threat and understanding came together, at {threat_time:s} s.",
                                  "Understanding was as fast as threat: both took {threat_time:s} s."});
    } else if (reappraisal < threat) {
        teller.say(About::alarm,
                   {"Understanding was in time: reappraisal took {reappraisal_time:s} s, threat {threat_time:s} s; in "
                    "these equations the alarm rings all the same.",
                    "Reappraisal ({reappraisal_time:s} s) was faster than threat ({threat_time:s} s), which in these "
                    "equations does not silence the alarm."});
    } else {
        teller.say(About::alarm,
                   {"Understanding came too late: threat took {threat_time:s} s, reappraisal {reappraisal_time:s} s.",
                    "Threat was faster than understanding: {threat_time:s} s against {reappraisal_time:s} s.",
                    "When understanding could have come ({reappraisal_time:s} s), threat had already been there "
                    "({threat_time:s} s)."});
    }
}

void alarm(Teller& teller) {
    if (teller.scene.encounter->meeting.onset < 0) {
        teller.say(About::alarm, {"The alarm did not ring; arousal stayed at {arousal} or below.",
                                  "No alarm rang: arousal came to no more than {arousal}.",
                                  "It was quiet: arousal stayed at {arousal} or below, and no alarm rang."});
        return;
    }
    teller.say(About::alarm,
               {"The alarm rang after {alarm_latency:s} s, at a closeness of {closeness_at_alarm}.",
                "After {alarm_latency:s} s, with closeness at {closeness_at_alarm}, the alarm rang.",
                "At a closeness of {closeness_at_alarm}, {alarm_latency:s} s into the encounter, the alarm rang."});
    race(teller);
}

// When protection acted next to nothing.
void protection_rests(Teller& teller) {
    const bool rang = teller.scene.encounter->meeting.onset >= 0;
    const bool stood_down = rang && teller.value("trust_on_duty") >= 0.5;
    if (rang && teller.noticeable("suppressed")) {
        teller.state(About::protection,
                     "{@Duty} was on duty and was held down from outside ({suppressed}): it acted at "
                     "{protective_use} of full strength.");
    } else if (stood_down && teller.scene.typical) {
        teller.state(About::protection,
                     "The protectors, on average, had come to trust ({trust_on_duty}) and stood down: they acted at "
                     "{protective_use} of full strength.");
    } else if (stood_down) {
        teller.say(About::protection,
                   {"{@Duty} was on duty and stood down: it had come to trust ({trust_on_duty}) and acted at "
                    "{protective_use} of full strength.",
                    "The alarm was left at that: {@duty}, on duty, had come to trust ({trust_on_duty}) and acted at "
                    "{protective_use} only."});
    } else if (teller.scene.typical) {
        teller.say(About::protection, {"Protection, shared by all strategies, hardly acted ({protective_use}).",
                                       "All strategies shared the encounter and hardly acted ({protective_use})."});
    } else if (rang) {
        teller.state(About::protection, "{@Duty} was on duty and hardly came to act ({protective_use}).");
    } else {
        teller.say(About::protection, {"{@Duty} was on duty and had next to nothing to do ({protective_use}).",
                                       "Protection hardly acted ({protective_use}); {@duty} was on duty.",
                                       "On duty was {@duty}, which was hardly called upon ({protective_use})."});
    }
}

void protection(Teller& teller) {
    const engine::Scene& scene = teller.scene;
    const auto& meeting = scene.encounter->meeting;
    const Acting& who = acting(meeting.strategy);
    teller.word("duty", who.name);
    teller.word("acted", who.acted);
    if (!teller.noticeable("protective_use")) return protection_rests(teller);
    if (scene.typical) {
        teller.state(About::protection,
                     "All strategies shared the encounter, {@duty} with the largest share ({on_duty}); "
                     "together they acted at {protective_use} of full strength, and at {peak_use} at "
                     "the closest moment.");
    } else if (meeting.onset < 0) {
        teller.say(About::protection,
                   {"Short of an alarm, {@duty} acted at {protective_use} of full strength, and at {peak_use} at the "
                    "closest moment.",
                    "{@Duty} was on duty and acted a little, without an alarm: at {protective_use} of full strength on "
                    "average ({peak_use} at the closest moment)."});
    } else {
        teller.say(
            About::protection,
            {"{@Duty} was on duty: the person {@acted}, at {protective_use} of full strength on average and "
             "{peak_use} at the closest moment.",
             "The person {@acted}: {@duty} acted at {protective_use} of full strength over the encounter, and at "
             "{peak_use} when they were closest.",
             "What protected was {@duty}: the person {@acted}, at {protective_use} of full strength on average "
             "({peak_use} at the closest moment)."});
    }
    if (teller.noticeable("suppressed")) {
        teller.state(About::protection, "From outside, {suppressed} of it was held down.");
    } else if (meeting.onset >= 0 && teller.noticeable("trust_on_duty") && scene.typical) {
        teller.state(About::protection,
                     "Some trust ({trust_on_duty}) kept them from doing all that the alarm called for.");
    } else if (meeting.onset >= 0 && teller.noticeable("trust_on_duty")) {
        teller.say(About::protection,
                   {"It had begun to trust ({trust_on_duty}) and did only part of what the alarm called for.",
                    "Some trust ({trust_on_duty}) kept it from doing all that the alarm called for."});
    }
}

}  // namespace

void tell_encounter(Teller& teller) {
    wish(teller);
    resemblance(teller);
    alarm(teller);
    protection(teller);
}

}  // namespace nearness::account
