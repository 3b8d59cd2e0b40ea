// What the account says where lives seldom come: scenes of a shipped scenario with single numbers changed.
#include "account/shipped.hpp"
#include "nearness/account/format.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace nearness::account {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

// An encounter with the partner in which the alarm rang.
engine::Scene alarmed() {
    for (const engine::Scene& scene : engine::scenes(shipped("essay"), 0, 0)) {
        if (scene.why.front().name == "wished for") return scene;
    }
    throw Bug("nothing was wished for");
}

engine::Scene session(const std::string& arm) {
    const engine::RunPlan plan = shipped("essay");
    for (std::size_t a = 0; a < plan.arms.size(); ++a) {
        if (plan.arms[a].id == arm)
            return engine::scenes_at(plan, 0, a, {{2, arm == "parts-then-memories", 2}}).front();
    }
    throw Bug("no such arm");
}

// The sentences about one thing, in every wording there is: wordings depend on the place alone.
std::vector<std::string> wordings(engine::Scene scene, About about) {
    std::vector<std::string> all;
    for (int number = 0; number < 40; ++number) {
        scene.place.number = number;
        std::string text;
        for (const Sentence& sentence : tell(scene).sentences) {
            if (sentence.about == about) text += sentence.text + " ";
        }
        all.push_back(text);
    }
    return all;
}

// Whether every wording says one of these, and none says any of those.
void expect(const engine::Scene& scene, About about, const std::vector<std::string>& one_of,
            const std::vector<std::string>& none_of = {}) {
    const auto says = [](const std::string& text, const std::string& phrase) {
        return text.find(phrase) != std::string::npos;
    };
    for (const std::string& text : wordings(scene, about)) {
        bool any = false;
        for (const std::string& phrase : one_of) any = any || says(text, phrase);
        EXPECT_TRUE(any) << text;
        for (const std::string& phrase : none_of) EXPECT_FALSE(says(text, phrase)) << phrase << ": " << text;
    }
}

TEST(account_branches, the_race_is_told_by_who_was_faster) {
    engine::Scene scene = alarmed();
    auto& meeting = scene.encounter->meeting;
    ASSERT_GE(meeting.onset, 0);
    meeting.threat_time = 0.51;
    meeting.reappraisal_time = never;
    scene.before.insight = 0;
    expect(scene, About::alarm, {"without insight", "no insight"}, {"no words"});
    scene.before.insight = 0.5;
    expect(scene, About::alarm, {"has no words"}, {"without insight"});
    meeting.reappraisal_time = 4.2;
    expect(scene, About::alarm,
           {"too late: threat took 0.51 s, reappraisal 4.20 s", "0.51 s against 4.20 s", "could have come (4.20 s)"});
    meeting.reappraisal_time = 0.4;
    expect(scene, About::alarm, {"in time: reappraisal took 0.40 s, threat 0.51 s", "faster than threat (0.51 s)"},
           {"too late"});
    for (const double close : {0.5101, 0.5099}) {
        meeting.reappraisal_time = close;
        expect(scene, About::alarm, {"together, at 0.51 s", "both took 0.51 s"}, {"too late", "in time", "faster"});
    }
    meeting.threat_time = never;
    expect(scene, About::alarm, {"guard"}, {"s;", "too late", "in time"});
}

TEST(account_branches, seconds_have_as_many_digits_as_they_are_worth) {
    engine::Scene scene = alarmed();
    scene.before.insight = 0.5;
    scene.encounter->meeting.onset = 62.5;
    scene.encounter->meeting.threat_time = 0.4;
    scene.encounter->meeting.reappraisal_time = 123.456;
    expect(scene, About::alarm, {"62.5 s"});
    expect(scene, About::alarm, {"123 s"});
}

TEST(account_branches, what_stood_in_the_way_of_safety_is_named) {
    engine::Scene scene = alarmed();
    engine::Taught& taught = scene.encounter->taught;
    scene.encounter->meeting.outcome = 0.05;
    scene.encounter->meeting.pain = 0;
    taught.expected = 0.5;
    taught.surprise = -0.45;
    taught.opened = false;
    taught.revisable = 0.4;
    taught.uncredited = 0.3;
    expect(scene, About::lesson, {"left 0.30"}, {"worse", "nothing stood"});
    expect(scene, About::lesson, {"left 0.40"});
    taught.revisable = 1;
    expect(scene, About::lesson, {"0.30 of the rate at which safety is learned"}, {"integration left", "overwhelmed"});
    taught.uncredited = 1;
    expect(scene, About::lesson, {"nothing stood in the way", "That could be learned, slowly"}, {"credit"});
    taught.revisable = 0.4;
    expect(scene, About::lesson, {"0.40 of the rate at which safety is learned"}, {"credit"});
    taught.surprise = -0.03;
    taught.expected = 0.08;
    expect(scene, About::lesson, {"little to learn"}, {"safer", "credit"});
    taught.surprise = -0.001;
    taught.expected = 0.051;
    expect(scene, About::lesson, {"nothing to learn", "Nothing surprised"}, {"little to learn"});
}

TEST(account_branches, pain_that_came_is_not_called_safety) {
    engine::Scene scene = alarmed();
    scene.encounter->meeting.pain = 0.4;
    scene.encounter->meeting.outcome = 0.45;
    scene.encounter->taught.opened = false;
    scene.encounter->taught.expected = 0.7;
    scene.encounter->taught.surprise = -0.25;
    expect(scene, About::lesson, {"less bad than"}, {"safer than"});
    expect(scene, About::outcome, {"The alarm was right", "had not been mistaken"});
    scene.encounter->meeting.onset = -1;
    expect(scene, About::outcome, {"It hurt (0.40", "came pain of 0.40"}, {"alarm"});
}

TEST(account_branches, what_overwhelms_is_burned_in_and_what_does_not_is_averaged) {
    engine::Scene scene = alarmed();
    engine::Taught& taught = scene.encounter->taught;
    scene.encounter->meeting.outcome = 0.8;
    taught.opened = false;
    taught.expected = 0.4;
    taught.surprise = 0.4;
    scene.encounter->meeting.overwhelm = 0.6;
    taught.rate = 0.188;
    expect(scene, About::lesson, {"a rate of 0.188", "the rate was 0.188"}, {"slowly"});
    expect(scene, About::outcome, {"overwhelm 0.60", "overwhelm came to 0.60"});
    scene.encounter->meeting.overwhelm = 0;
    taught.rate = 0.02;
    expect(scene, About::lesson, {"slowly, at a rate of 0.020"}, {"burned in", "fast"});
    expect(scene, About::outcome, {"of pain was met"}, {"window"});
}

TEST(account_branches, a_new_template_a_first_one_and_another_memory_are_told_apart) {
    engine::Scene scene = alarmed();
    engine::Taught& taught = scene.encounter->taught;
    taught.opened = true;
    expect(scene, About::lesson, {"new template opened"}, {"first template", "charge"});
    taught.number = -1;
    expect(scene, About::lesson, {"dividing up the past", "reading of the past"}, {"template opened"});
    engine::Scene first = engine::scenes_at(shipped("essay"), 0, 0, {{0, -1, 0}}).front();
    ASSERT_TRUE(first.templates_before.empty());
    expect(first, About::lesson, {"first template"}, {"new template opened"});
    expect(first, About::resemblance, {"Nothing had been lived yet", "no earlier experience"});
    expect(first, About::setting, {"first encounter", "for the first time"});
}

TEST(account_branches, another_template_than_the_one_resembled_may_take_the_lesson) {
    engine::Scene scene = alarmed();
    scene.encounter->taught.opened = false;
    scene.encounter->taught.surprise = -0.3;
    expect(scene, About::lesson, {"that template"}, {"took most of the lesson"});
    scene.encounter->meeting.resembled = 1;
    for (auto* templates : {&scene.templates_before, &scene.templates_after}) {
        templates->push_back(templates->front());
        scene.origins.push_back(scene.origins.front());
    }
    expect(scene, About::lesson, {"what was first learned in “childhood”, which took most of the lesson,"});
    scene.origins.clear();
    expect(scene, About::resemblance, {"an earlier experience"}, {"experience, fitted", "at the age"});
    expect(scene, About::lesson, {"an earlier experience, which took most of the lesson,"});
    scene.encounter->meeting.novelty = 0.9;
    scene.encounter->meeting.resemblance = 0.05;
    expect(scene, About::resemblance, {"something new"}, {"fitted best", "it resembled what"});
}

TEST(account_branches, protection_is_told_by_how_far_it_acted_and_why_not) {
    engine::Scene scene = alarmed();
    auto& meeting = scene.encounter->meeting;
    meeting.use = 0.4;
    scene.encounter->trust_on_duty = 0;
    expect(scene, About::protection, {"0.40 of full strength"}, {"trust"});
    scene.encounter->trust_on_duty = 0.3;
    expect(scene, About::protection, {"begun to trust (0.30)", "Some trust (0.30)"});
    meeting.use = 0.02;
    expect(scene, About::protection, {"hardly came to act (0.02)"});
    scene.encounter->trust_on_duty = 0.9;
    expect(scene, About::protection, {"come to trust (0.90)"}, {"hardly"});
    meeting.onset = -1;
    expect(scene, About::protection, {"next to nothing", "hardly acted", "hardly called upon"}, {"trust"});
    meeting.use = 0.1;
    expect(scene, About::protection, {"Short of an alarm", "without an alarm"}, {"trust"});
    scene.typical = true;
    expect(scene, About::protection, {"All strategies shared the encounter"});
}

TEST(account_branches, each_strategy_has_its_words) {
    engine::Scene scene = alarmed();
    scene.encounter->meeting.use = 0.5;
    const std::vector<std::string> acted = {"found flaws", "got irritable", "went flat", "held back", "withdrew"};
    for (std::size_t s = 0; s < acted.size(); ++s) {
        scene.encounter->meeting.strategy = static_cast<int>(s);
        expect(scene, About::protection, {"the person " + acted[s], "The person " + acted[s]});
    }
}

TEST(account_branches, each_cue_has_its_words_and_a_template_without_charge_expects_nothing_bad) {
    engine::Scene scene = alarmed();
    engine::TemplateRow& row = scene.templates_before[static_cast<std::size_t>(scene.encounter->meeting.resembled)];
    row.prototype.fill(0.5);
    row.charge = 0.5;
    const std::vector<std::string> words = {"coming close", "full attention", "being open", "being seen", "a quarrel"};
    for (std::size_t d = 0; d < words.size(); ++d) {
        row.weight.fill(0.1);
        row.weight[d] = 0.8;
        expect(scene, About::resemblance, {words[d]});
    }
    row.charge = 0.01;
    expect(scene, About::resemblance, {"nothing bad comes of closeness"}, {"followed by"});
}

TEST(account_branches, words_and_body_are_told_apart_where_there_is_insight) {
    engine::Scene scene = alarmed();
    auto& meeting = scene.encounter->meeting;
    meeting.bodily = 0.5;
    meeting.reported = 0.2;
    expect(scene, About::resemblance, {"0.50"}, {"in words"});
    scene.before.insight = 0.8;
    meeting.telling = 1;
    expect(scene, About::resemblance, {"in words no more than 0.20"});
    meeting.reported = 0.7;
    expect(scene, About::resemblance, {"in words even 0.70"});
    meeting.reported = 0.52;
    expect(scene, About::resemblance, {"0.50"}, {"in words"});
}

TEST(account_branches, care_and_wish_are_said_to_be_there_only_where_they_are) {
    engine::Scene scene = alarmed();
    scene.encounter->meeting.use = 0.5;
    scene.encounter->meeting.wish = 0.6;
    scene.before.care = 0.8;
    scene.after.care = 0.81;
    expect(scene, About::care, {"neither enters", "knows of neither"});
    scene.encounter->meeting.wish = 0.1;
    expect(scene, About::care, {"0.80 before and 0.81 after"}, {"neither", "wish"});
    scene.before.care = scene.after.care = 0.1;
    expect(scene, About::care, {"Care was small (0.10, before and after)", "little care (0.10, before and after)"});
    scene.before.need = 0.2;
    scene.after.need = 0.3;
    expect(scene, About::care, {"0.10"}, {"need"});
}

TEST(account_branches, sessions_tell_what_they_changed) {
    engine::Scene talk = session("insight-only");
    ASSERT_EQ(talk.therapy, "talk");
    expect(talk, About::session, {"nsight rose from"});
    talk.after.insight = talk.before.insight;
    expect(talk, About::session, {"nsight stayed at"}, {"rose"});
    engine::Scene parts = session("as written");
    ASSERT_EQ(parts.therapy, "parts");
    expect(parts, About::session, {"trust of the protectors rose from"}, {"guard"});
    parts.after.trust = parts.before.trust;
    parts.before.guard = 0.3;
    parts.after.guard = 0.2;
    expect(parts, About::session, {"trust of the protectors stayed at"});
    expect(parts, About::session, {"guard fell from 0.30 to 0.20"});
    parts.therapy = "pressure";
    expect(parts, About::session, {"nder pressure", "pressed to stop"}, {"curiosity"});
    parts.plan = "weekly";
    expect(parts, About::setting, {"of pressure on the protectors (“weekly”)"});
    engine::Scene emdr = session("parts-then-memories");
    ASSERT_EQ(emdr.therapy, "emdr");
    expect(emdr, About::session, {"sets disturbance fell from", "at first, was"});
    emdr.session->sud.back() = emdr.session->first_sud;
    expect(emdr, About::session, {"disturbance stayed at"}, {"fell from"});
    emdr.session->target = -1;
    expect(emdr, About::session, {"Nothing had been learned yet that could have been processed"}, {"sets"});
}

TEST(account_branches, whoever_is_met_is_called_by_what_they_are_and_by_their_name_where_it_says_more) {
    engine::Scene scene = alarmed();
    EXPECT_EQ(scene.other, scene.chapter);  // described in its chapter: there is no name
    expect(scene, About::setting, {"the partner"}, {"(“"});
    scene.other = "anna";
    expect(scene, About::setting, {"the partner (“anna”)"});
    scene.other = "partner";
    expect(scene, About::setting, {"the partner"}, {"(“"});
    scene.company = engine::Company::caregiver;
    expect(scene, About::setting, {"the other person (“partner”)"}, {"caregiver"});
    scene.age = 6;
    expect(scene, About::setting, {"the caregiver (“partner”)"});
    scene.company = engine::Company::therapist;
    scene.other.clear();
    expect(scene, About::setting, {"the therapist"});
}

// A life that went wrong is counted and reported elsewhere; its account must not break the page.
TEST(account_branches, what_is_no_number_is_a_dash) {
    engine::Scene scene = alarmed();
    scene.encounter->meeting.felt = std::numeric_limits<double>::quiet_NaN();
    for (const std::string& text : wordings(scene, About::cost)) {
        EXPECT_NE(text.find(nothing), std::string::npos) << text;
        EXPECT_EQ(text.find("nan"), std::string::npos) << text;
    }
}

}  // namespace
}  // namespace nearness::account
