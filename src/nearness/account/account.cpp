#include "nearness/account/parts.hpp"
#include "nearness/account/phrases.hpp"

namespace nearness::account {

namespace {

Sentence title(const Teller& teller) {
    const engine::Scene& scene = teller.scene;
    std::string pattern;
    if (scene.place.is_session()) {
        pattern = "Session {session:0} of {@therapy}, at {age:1} years";
    } else {
        pattern = (scene.why.empty() ? "An encounter" : std::string(scene.why.front().headline)) +
                  ": with {@noun}, at {age:1} years";
    }
    return teller.fill(About::setting, pattern);
}

}  // namespace

void tell_setting(Teller& teller) {
    teller.word("an", teller.scene.first_time ? "the first encounter" : "an encounter");
    teller.word("first", teller.scene.first_time ? " for the first time" : "");
    teller.say(
        About::setting,
        {"At the age of {age:1}, in {@chapter}, the simulated person met {@named}{@first}; {@noun} was "
         "{@attentive} ({attention}), and there was {@much} to be open about ({difficulty}).",
         "This was {@an} of the simulated person with {@named} in {@chapter}, at the age of {age:1}; {@noun} was "
         "{@attentive} ({attention}), and there was {@much} to be open about ({difficulty}).",
         "The simulated person met {@named}{@first} at the age of {age:1}, in {@chapter}, on a day with {@much} to "
         "be open about ({difficulty}); {@noun} was {@attentive} ({attention})."});
}

Account tell(const engine::Scene& scene) {
    Teller teller(scene);
    teller.word("chapter", quoted(scene.chapter));
    teller.word("noun", noun(scene));
    teller.word("named", named(scene));
    if (scene.session) teller.word("therapy", practised(scene.therapy));
    if (scene.encounter) {
        teller.word("attentive", attentive(teller.value("attention")));
        teller.word("much", much(teller.value("difficulty")));
    }
    if (scene.session) {
        tell_session(teller);
    } else {
        tell_setting(teller);
    }
    if (scene.encounter) {
        tell_encounter(teller);
        tell_aftermath(teller);
    }
    if (scene.session) tell_changes(teller);
    if (scene.encounter) tell_care(teller);
    Account account;
    account.title = title(teller);
    account.sentences = teller.take();
    return account;
}

}  // namespace nearness::account
