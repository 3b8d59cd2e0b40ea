#include "nearness/io/learner_words.hpp"

#include "nearness/io/number.hpp"

#include <fmt/format.h>

namespace nearness::io {

std::string learner_words(const memory::RivalParameters& rival) {
    std::string settings;
    for (const memory::RivalSetting& one : rival.settings) {
        settings += fmt::format("{}{} = {}", settings.empty() ? "" : ", ", one.key, shortest(one.value));
    }
    return std::string(rival.name()) + (settings.empty() ? "" : " (" + settings + ")");
}

std::string learners_by_arm(const engine::RunPlan& plan) {
    std::string out;
    bool any = false;
    for (const engine::Arm& arm : plan.arms) {
        const memory::RivalParameters& rival = arm.scenario.parameters.person.rival;
        any = any || rival.stands_in();
        out += (out.empty() ? "" : "; ") + arm.id + ": " + learner_words(rival);
    }
    return any ? out : "";
}

}  // namespace nearness::io
