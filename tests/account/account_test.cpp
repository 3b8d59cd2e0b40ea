#include "account/corpus.hpp"
#include "nearness/account/format.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <regex>
#include <set>

namespace nearness::account {
namespace {

template <class Check>
void each_sentence(Check&& check) {
    for (const engine::Scene& scene : corpus()) {
        const Account account = tell(scene);
        for (const Sentence& sentence : account.sentences) check(scene, sentence);
    }
}

// What a person named in a scenario may contain anything, digits too.
std::string without_names(const std::string& text) { return std::regex_replace(text, std::regex("“[^”]*”"), "“”"); }

TEST(account, every_sentence_is_well_formed) {
    const std::regex broken("nan|inf\\b|–|  |[{}@|]|\\( |\\( ?\\)| [.,;:)]|[.,;:]{2}|“ | ”|\\(–");
    const std::regex shape("^[A-Z][^.!?]*(\\.[0-9][^.!?]*)*\\.$");
    std::size_t told = 0;
    each_sentence([&](const engine::Scene&, const Sentence& sentence) {
        const std::string text = without_names(sentence.text);
        EXPECT_FALSE(std::regex_search(text, broken)) << sentence.text;
        EXPECT_TRUE(std::regex_match(text, shape)) << sentence.text;
        EXPECT_EQ(std::count(text.begin(), text.end(), '('), std::count(text.begin(), text.end(), ')'));
        EXPECT_LT(text.size(), 300U) << sentence.text;
        ++told;
    });
    EXPECT_GT(told, 4000U);
    EXPECT_GT(corpus().size(), 300U);
}

TEST(account, every_title_is_one_line_without_a_full_stop) {
    std::set<std::string> titles;
    for (const engine::Scene& scene : corpus()) {
        const std::string title = tell(scene).title.text;
        EXPECT_TRUE(title[0] >= 'A' && title[0] <= 'Z') << title;
        EXPECT_TRUE(title.find_first_of("\n{}@") == std::string::npos && title.back() != '.') << title;
        EXPECT_NE(title.find(number(scene.age, 1)), std::string::npos) << title;
        EXPECT_LT(title.size(), 90U) << title;
        titles.insert(std::regex_replace(title, std::regex("[0-9.]+"), "#"));
    }
    EXPECT_GT(titles.size(), 12U);
}

TEST(account, no_sentence_advises_or_speaks_of_anybody_real) {
    const std::regex advising(
        "\\b(should|must|try|tries|ought|needs? to|has to|have to|had "
        "better|recommend\\w*|advis\\w*|suggest\\w*|diagnos\\w*|"
        "patient|client|you|your|we|our|healthy|unhealthy|disorder|symptom\\w*)\\b",
        std::regex::icase);
    each_sentence([&](const engine::Scene&, const Sentence& sentence) {
        EXPECT_FALSE(std::regex_search(without_names(sentence.text), advising)) << sentence.text;
    });
    for (const engine::Scene& scene : corpus()) {
        const std::string first = tell(scene).sentences.front().text;
        EXPECT_NE(first.find("simulated person"), std::string::npos) << first;
    }
}

// The printed text is the number of the scene to as many digits as it has; and no digits are printed that are not such
// a number.
TEST(account, every_number_that_is_printed_is_in_the_scene) {
    const std::regex digits("(?:−)?[0-9]+(?:\\.[0-9]+)?");
    std::size_t numbers_printed = 0;
    const auto check = [&](const engine::Scene& scene, const Sentence& sentence) {
        std::map<std::string, double> data;
        for (const engine::SceneNumber& one : engine::numbers(scene)) data[one.name] = one.value;
        for (const Stated& stated : sentence.numbers) {
            ASSERT_EQ(data.count(stated.name), 1U) << stated.name;
            EXPECT_EQ(data[stated.name], stated.value) << stated.name;
            const std::size_t point = stated.printed.find('.');
            const std::size_t after = point == std::string::npos ? 0 : stated.printed.size() - point - 1;
            const double printed = std::strtod(stated.printed.c_str(), nullptr);
            EXPECT_LE(std::abs(printed - stated.value), 0.5000001 * std::pow(10.0, -static_cast<double>(after)))
                << stated.name << " " << sentence.text;
        }
        const std::string text = without_names(sentence.text);
        std::vector<std::string> printed;
        for (std::sregex_iterator at(text.begin(), text.end(), digits), end; at != end; ++at) {
            printed.push_back(at->str());
        }
        std::vector<std::string> stated;
        for (const Stated& one : sentence.numbers) stated.push_back(one.printed);
        EXPECT_EQ(printed, stated) << sentence.text;
        numbers_printed += printed.size();
    };
    for (const engine::Scene& scene : corpus()) {
        const Account account = tell(scene);
        check(scene, account.title);
        for (const Sentence& sentence : account.sentences) check(scene, sentence);
    }
    EXPECT_GT(numbers_printed, 10000U);
}

// A phrase, and what has to be so in the data whenever it is said.
struct Holds {
    std::string phrase;
    std::function<bool(const engine::Scene&)> so;
    std::regex regex{phrase};
};

const world::Meeting<double>& met(const engine::Scene& scene) { return scene.encounter->meeting; }
const engine::Taught& taught(const engine::Scene& scene) { return scene.encounter->taught; }

TEST(account, no_sentence_contradicts_the_data) {
    using Scene = const engine::Scene&;
    const std::vector<Holds> all = {
        {"alarm did not ring|No alarm rang|no alarm rang|Short of an alarm|without an alarm",
         [](Scene s) { return met(s).onset < 0; }},
        {"The alarm rang|the alarm rang\\.", [](Scene s) { return met(s).onset >= 0; }},
        {"too late|faster than understanding|already been there",
         [](Scene s) { return met(s).threat_time <= met(s).reappraisal_time && s.before.insight > 0; }},
        {"understanding never came|no insight to set|no insight that could",
         [](Scene s) { return std::isinf(met(s).reappraisal_time) && s.before.insight == 0; }},
        {"first encounter of|for the first time", [](Scene s) { return s.first_time; }},
        {"the caregiver", [](Scene s) { return s.company == engine::Company::caregiver && s.age < 18; }},
        {"the partner", [](Scene s) { return s.company == engine::Company::partner; }},
        {"strong wish|was strong|strongly", [](Scene s) { return met(s).wish >= 0.495; }},
        {"faint", [](Scene s) { return met(s).wish < 0.255; }},
        {"[Tt]he person found flaws", [](Scene s) { return met(s).strategy == 0; }},
        {"[Tt]he person got irritable", [](Scene s) { return met(s).strategy == 1; }},
        {"[Tt]he person went flat", [](Scene s) { return met(s).strategy == 2; }},
        {"[Tt]he person held back", [](Scene s) { return met(s).strategy == 3; }},
        {"[Tt]he person withdrew", [](Scene s) { return met(s).strategy == 4; }},
        {"next to nothing to do|hardly acted|hardly called upon|hardly came to act",
         [](Scene s) { return met(s).use < 0.05; }},
        {"stood down|left at that",
         [](Scene s) { return met(s).onset >= 0 && s.encounter->trust_on_duty >= 0.5 && met(s).use < 0.05; }},
        {"begun to trust|[Ss]ome trust",
         [](Scene s) { return met(s).onset >= 0 && s.encounter->trust_on_duty >= 0.05; }},
        {"[Nn]othing hurt|did nothing that hurt|[Nn]o harm|No pain came|It went well",
         [](Scene s) { return met(s).pain < 0.005; }},
        {"it hurt|It hurt|came pain of", [](Scene s) { return met(s).pain >= 0.005; }},
        {"alarm was right|not been mistaken", [](Scene s) { return met(s).onset >= 0 && met(s).pain >= 0.3; }},
        {"more than the [0-9.]+ that had been predicted", [](Scene s) { return met(s).outcome > met(s).bodily; }},
        {"less than the [0-9.]+ that had been predicted", [](Scene s) { return met(s).outcome < met(s).bodily; }},
        {"beyond the window of tolerance,|more than the window|was exceeded|Beyond the window pain|what overwhelms is",
         [](Scene s) { return met(s).overwhelm > 0; }},
        {"inside the window of tolerance|it did not overwhelm", [](Scene s) { return met(s).overwhelm < 0.05; }},
        {"[Ss]afer than|[Ll]ess bad than", [](Scene s) { return taught(s).surprise < 0; }},
        {"[Ss]afer than", [](Scene s) { return met(s).pain < 0.05; }},
        {"[Ww]orse than", [](Scene s) { return taught(s).surprise > 0; }},
        {"little to learn|Nothing surprised|nothing to learn",
         [](Scene s) { return std::abs(taught(s).surprise) < 0.05 + 1e-12; }},
        {"the credit|put down to the protection",
         [](Scene s) { return taught(s).uncredited < 0.9 && taught(s).surprise < 0; }},
        {"low integration|[Ll]ow integration|stored overwhelmed", [](Scene s) { return taught(s).revisable < 0.9; }},
        {"nothing stood in the way|That could be learned",
         [](Scene s) { return taught(s).uncredited >= 0.9 && taught(s).revisable >= 0.9 && taught(s).surprise < 0; }},
        {"new template opened", [](Scene s) { return taught(s).opened && !s.templates_before.empty(); }},
        {"first template", [](Scene s) { return taught(s).opened && s.templates_before.empty(); }},
        {"Nothing had been lived|no earlier experience", [](Scene s) { return s.templates_before.empty(); }},
        {"something new", [](Scene s) { return met(s).novelty > met(s).resemblance; }},

        {"in words", [](Scene s) { return s.before.insight >= 0.05; }},
        {"Care was small|little care", [](Scene s) { return s.before.care < 0.3; }},
        {"neither enters|knows of neither",
         [](Scene s) { return s.before.care >= 0.5 && met(s).wish >= 0.25 && met(s).use >= 0.05; }},
        {"All strategies shared", [](Scene s) { return s.typical; }},
        {"Closeness was held at|let closeness come to", [](Scene s) { return s.therapy == "graded closeness"; }},
        {"held down", [](Scene s) { return s.therapy == "flooding"; }},
        {"curiosity", [](Scene s) { return s.therapy == "parts"; }},
        {"pressed to stop|Under pressure", [](Scene s) { return s.therapy == "pressure"; }},
        {"EMDR|Over [0-9]+ sets|after [0-9]+ sets", [](Scene s) { return s.therapy == "emdr"; }},
        {"no template was touched|predicts did not change",
         [](Scene s) { return !s.encounter && s.therapy != "emdr" && s.before.edge == s.after.edge; }},
    };
    std::map<std::string, int> said;
    each_sentence([&](const engine::Scene& scene, const Sentence& sentence) {
        const std::string text = without_names(sentence.text);
        for (const Holds& one : all) {
            if (!std::regex_search(text, one.regex)) continue;
            EXPECT_TRUE(one.so(scene)) << one.phrase << ": " << sentence.text;
            ++said[one.phrase];
        }
    });
    for (const Holds& one : all) EXPECT_GT(said[one.phrase], 0) << "nothing in the corpus says " << one.phrase;
}

TEST(account, what_rose_is_higher_and_what_fell_is_lower_as_it_is_printed) {
    const std::regex moved("(rose|fell) from ([0-9.]+) to ([0-9.]+[0-9])"),
        stilled("closeness from ([0-9.]+) to ([0-9.]+[0-9])");
    int rose = 0, fell = 0;
    each_sentence([&](const engine::Scene&, const Sentence& sentence) {
        const std::string& text = sentence.text;
        for (std::sregex_iterator at(text.begin(), text.end(), moved), end; at != end; ++at) {
            const double before = std::stod((*at)[2]), after = std::stod((*at)[3]);
            const bool up = (*at)[1] == "rose";
            EXPECT_TRUE(up ? before < after : before > after) << text;
            ++(up ? rose : fell);
        }
        std::smatch match;
        if (std::regex_search(text, match, stilled)) {
            EXPECT_GT(std::stod(match[1]), std::stod(match[2])) << text;
        }
    });
    EXPECT_GT(rose, 50);
    EXPECT_GT(fell, 50);
}

// Every account has its parts, each in its place.
TEST(account, tells_every_part_in_order) {
    for (const engine::Scene& scene : corpus()) {
        const Account account = tell(scene);
        std::set<About> parts;
        for (std::size_t i = 0; i < account.sentences.size(); ++i) {
            parts.insert(account.sentences[i].about);
            if (i == 0) continue;
            EXPECT_LE(account.sentences[i - 1].about, account.sentences[i].about) << account.sentences[i].text;
        }
        EXPECT_EQ(parts.count(About::setting), 1U);
        if (!scene.session || !scene.encounter) {
            EXPECT_EQ(parts.count(About::session), scene.session ? 1U : 0U);
        }
        for (const About part : {About::wish, About::resemblance, About::alarm, About::protection, About::cost,
                                 About::outcome, About::lesson, About::care}) {
            EXPECT_EQ(parts.count(part), scene.encounter ? 1U : 0U);
        }
    }
}

TEST(account, the_wording_varies_and_is_the_same_for_the_same_scene) {
    std::map<About, std::set<std::string>> skeletons;
    const std::regex numbers("(?:−)?[0-9]+(?:\\.[0-9]+)?");
    each_sentence([&](const engine::Scene&, const Sentence& sentence) {
        skeletons[sentence.about].insert(std::regex_replace(without_names(sentence.text), numbers, "#"));
    });
    for (const auto& [about, different] : skeletons) {
        EXPECT_GE(different.size(), about == About::wish ? 6U : 10U) << about_names[static_cast<std::size_t>(about)];
    }
    // Of one life: no sentence pattern is used in more than three quarters of its encounters.
    const auto life = engine::scenes(shipped("essay"), 0, 0);
    std::map<std::string, std::size_t> used;
    for (const engine::Scene& scene : life) {
        const Account once = tell(scene), again = tell(scene);
        ASSERT_EQ(once.sentences.size(), again.sentences.size());
        for (std::size_t i = 0; i < once.sentences.size(); ++i) {
            EXPECT_EQ(once.sentences[i].text, again.sentences[i].text);
            ++used[std::regex_replace(once.sentences[i].text, numbers, "#")];
        }
    }
    for (const auto& [pattern, times] : used) EXPECT_LE(4 * times, 3 * life.size()) << pattern;
}

}  // namespace
}  // namespace nearness::account
