// Chosen encounters of one life, beat by beat, with an account in plain language beside each.
#include "nearness/engine/scenes.hpp"

#include "nearness/account/account.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

namespace nearness::report {

namespace {

using account::About;

// Sentences of one paragraph: what was met; what it set off and cost; what was learned; what did not change.
int paragraph_of(About about) {
    switch (about) {
        case About::setting:
        case About::wish:
        case About::resemblance: return 0;
        case About::alarm:
        case About::protection:
        case About::cost: return 1;
        case About::session:
        case About::outcome:
        case About::lesson: return 2;
        case About::care: return 3;
    }
    return 3;
}

std::string words(const account::Account& told) {
    std::string out;
    int current = -1;
    for (const account::Sentence& sentence : told.sentences) {
        const int now = paragraph_of(sentence.about);
        if (now != current) out += current < 0 ? "<p>" : "</p>\n<p>";
        if (now == current) out += " ";
        out += escape(sentence.text);
        current = now;
    }
    return out.empty() ? out : out + "</p>\n";
}

std::string reasons(const engine::Scene& scene) {
    std::string out;
    for (const engine::Reason& reason : scene.why) {
        out += fmt::format("{}<strong>{}</strong>: {}", out.empty() ? "Chosen as " : " Also ", escape(reason.name),
                           escape(reason.says));
    }
    return out;
}

Data beats(const std::vector<engine::BeatRow>& rows, const std::string& id) {
    Data data(id + "-beats", "Beat by beat");
    if (rows.empty()) return data;
    std::size_t columns = 0;
    engine::BeatRow::describe(rows.front(), [&](const life::Column&, const double&) { ++columns; });
    for (std::size_t c = 0; c < columns; ++c) {
        life::Column says;
        std::vector<double> values;
        for (const engine::BeatRow& row : rows) {
            std::size_t at = 0;
            engine::BeatRow::describe(row, [&](const life::Column& column, const double& value) {
                if (at++ != c) return;
                says = column;
                values.push_back(value);
            });
        }
        data.numbers(says.name, says.unit, says.says, std::move(values), says.unit == "s" ? 0 : 3);
    }
    return data;
}

Data sets(const therapy::Session<double>& session, const std::string& id) {
    std::vector<double> number = {0}, sud = {session.first_sud};
    for (int i = 0; i < session.sets; ++i) {
        number.push_back(i + 1);
        sud.push_back(session.sud[static_cast<std::size_t>(i)]);
    }
    Data data(id + "-sets", "Disturbance set by set; set 0 is before the first");
    data.numbers("set", "1", "set of the session", std::move(number), 0);
    data.numbers("sud", "0 to 10", "subjective units of disturbance after the set", std::move(sud), 1);
    return data;
}

Data alarm(const engine::Scene& scene, const engine::Arm& arm, const std::string& id) {
    const double onset = scene.encounter->meeting.onset;
    Data data(id + "-alarm", "When the alarm rang");
    data.words("says", "what happened", {onset < 0 ? "the alarm did not ring" : "the alarm rings"});
    data.numbers("time", "s", "time after the start of the encounter", {onset < 0 ? life::not_measured : onset}, 0);
    data.numbers("threshold", "1", "predicted pain at which the alarm rings when nothing is on guard",
                 {arm.scenario.parameters.person.body.threshold});
    return data;
}

Data numbers_of(const engine::Scene& scene, const std::string& id) {
    std::vector<std::string> names, units, says;
    std::vector<double> values;
    for (const engine::SceneNumber& number : engine::numbers(scene)) {
        names.push_back(number.name);
        units.emplace_back(number.unit);
        says.emplace_back(number.says);
        values.push_back(number.value);
    }
    Data data(id + "-numbers", "Everything that is known of this moment");
    data.words("name", "name of the number", std::move(names));
    data.numbers("value", "", "the number", std::move(values));
    data.words("unit", "its unit", std::move(units));
    data.words("what it is", "what it is", std::move(says));
    return data;
}

std::string place(const View& view, const engine::Scene& scene) {
    const bool session = scene.place.is_session();
    return fmt::format("{}, {} {} of “{}”", view.arms() > 1 ? view.look(scene.arm).name : std::string("this life"),
                       session ? "session" : "encounter", scene.place.number + 1, session ? scene.plan : scene.chapter);
}

std::string card(const View& view, Figures& figures, const engine::Scene& scene, const std::string& id, bool open) {
    const account::Account told = account::tell(scene);
    Figure figure;
    figure.kind = "scene";
    figure.id = id;
    figure.title = told.title.text;
    if (scene.encounter) {
        figure.caption =
            "Simulated, one encounter. Above, how close the two are, how much openness is shown and how much of what "
            "is "
            "felt gets through; below, arousal, protection, predicted pain against the alarm’s threshold (dashed), and "
            "reflection.";
        figure.data.emplace_back("alarm", alarm(scene, view.collection.plan.arms[scene.arm], id));
        figure.data.emplace_back("beats", beats(scene.encounter->beats, id));
    } else if (scene.session && scene.session->sets > 0) {
        figure.caption = "Simulated, one session. How disturbing the memory in work is, set by set.";
        figure.data.emplace_back("sets", sets(*scene.session, id));
    }
    figure.data.emplace_back("numbers", numbers_of(scene, id));
    std::string out = fmt::format(
        "<details class=\"scene\" id=\"{0}\"{1}>\n<summary><h4>{2}</h4></summary>\n<div class=\"scene-parts\">\n"
        "<div class=\"account\">\n<p class=\"small\">{3}. {4}</p>\n{5}</div>\n",
        id, open ? " open=\"\"" : "", escape(told.title.text), escape(place(view, scene)), reasons(scene), words(told));
    if (figure.caption.empty()) {
        out += folded("The numbers of this moment", figure.data.front().second.table());
    } else {
        out += figures.add(figure);
    }
    return out + "</div>\n</details>\n";
}

}  // namespace

std::vector<engine::Scene> chosen_scenes(const View& view) {
    std::vector<engine::Scene> out;
    if (view.recorded().empty()) return out;
    const int person = view.recorded().front()->person;
    const std::vector<std::size_t> arms = view.drawn_arms(1);
    for (const std::size_t arm : arms) {
        for (engine::Scene& scene : engine::scenes(view.collection.plan, person, arm)) out.push_back(std::move(scene));
    }
    return out;
}

std::string scenes(const View& view, Figures& figures, const std::vector<engine::Scene>& chosen) {
    if (chosen.empty()) return {};
    std::string out = fmt::format(
        "<p>Moments of one simulated life, person {} of {}, chosen by fixed rules and lived again beat by beat. The "
        "words "
        "are made from the numbers of the moment by rules, too; they tell what the model predicts of an invented "
        "person. "
        "Other lives, and other moments of this one, went differently. A click on a heading unfolds its moment.</p>\n",
        chosen.front().person + 1, view.lives());
    std::optional<std::size_t> arm;
    int number = 0, of_arm = 0;
    for (const engine::Scene& scene : chosen) {
        if (arm != scene.arm) {
            out += fmt::format("<h3>{}</h3>\n", scene.arm == 0
                                                    ? std::string("Life as written")
                                                    : escape(view.look(scene.arm).name) + ", from where it departs");
        }
        of_arm = arm == scene.arm ? of_arm + 1 : 1;
        arm = scene.arm;
        // All of them at once would bury what follows.
        const bool open = of_arm <= (scene.arm == 0 ? 3 : 1);
        out += card(view, figures, scene, fmt::format("scene-{}", ++number), open);
    }
    return section("scenes", "Inside chosen encounters", out);
}

}  // namespace nearness::report
