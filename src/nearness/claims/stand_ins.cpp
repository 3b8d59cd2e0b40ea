#include "nearness/claims/stand_ins.hpp"

#include <algorithm>
#include <array>

namespace nearness::claims {

namespace {

using Parameters = life::Parameters<double>;

void take(Parameters& parameters, std::string_view learner, std::vector<memory::RivalSetting> settings = {}) {
    memory::RivalParameters& rival = parameters.person.rival;
    rival.learner = memory::number_of(learner);
    rival.settings = std::move(settings);
}

// A tenth of the usual: closeness is wanted seldom, and sought slowly.
void low_appetite(Parameters& parameters) {
    take(parameters, "no-alarm");
    parameters.person.bond.need_rate = 0.035;
    parameters.person.encounter.approach_rate = 1.0 / 600;
}

void insight_override(Parameters& parameters) { parameters.person.mind.insight_authority = 1; }

void prepared_override(Parameters& parameters) {
    insight_override(parameters);
    parameters.person.body.reappraisal_delay = 0.3;  // MODEL section 4: when prepared
}

constexpr std::array<StandIn, 16> all = {{
    {"N1", "no alarm", "nothing is ever predicted, and nothing rings", true,
     [](Parameters& p) { take(p, "no-alarm"); }},
    {"N2", "constant alarm", "the worst is always predicted", true, [](Parameters& p) { take(p, "constant-alarm"); }},
    {"N3", "random activation", "the worst is predicted or nothing, by a coin for every encounter", true,
     [](Parameters& p) { take(p, "random-activation"); }},
    {"N4", "no learning", "the memory of childhood stays as it was at sixteen", true,
     [](Parameters& p) { p.person.rival.learns_until = 16 * days_per_year; }},
    // R1 and R4 learn as slowly as the theory learns safety: the rates of the laboratory are for single cues.
    {"R1", "pure unlearning", "one association for each cue, and safety takes away what pain put there", false,
     [](Parameters& p) {
         take(p, "rescorla-wagner", {{"rescorla_wagner.salience", 0.05}});
     }},
    {"R2", "hybrid Pearce–Hall", "what surprised lately is learned about faster", false,
     [](Parameters& p) { take(p, "hybrid-pearce-hall"); }},
    {"R3", "latent causes only", "a moment is assigned to causes, whose weights unlearn", false,
     [](Parameters& p) { take(p, "soft-memory-modification"); }},
    {"R4", "two-process avoidance", "threat is learned by error, and protection by the relief it brings", false,
     [](Parameters& p) {
         take(p, "two-process-avoidance",
              {{"two_process_avoidance.threat_rate", 0.02}, {"two_process_avoidance.action_rate", 0.02}});
     }},
    {"R5", "the theory", "templates, protectors and all", false, [](Parameters&) {}},
    {"R6", "fixed trait", "distance is a trait that nothing changes", false,
     [](Parameters& p) { take(p, "fixed-trait"); }},
    {"R6b", "low appetite", "little closeness is wanted, and nothing alarms", false, low_appetite},
    {"R7", "insight override", "what is understood lowers the alarm in full", false, insight_override},
    {"R7b", "prepared insight override", "the same, with reappraisal that needs no start", false, prepared_override},
    {"R8", "set goal", "distance is regulated to a set goal, which rejection moves away", false,
     [](Parameters& p) { take(p, "set-goal"); }},
    {"R9", "response of a couple", "warmth is answered with more of it up to a level, and above it with less", false,
     [](Parameters& p) { take(p, "couple-response"); }},
    {"R10", "autoregression", "protection follows only itself, from one encounter to the next", false,
     [](Parameters& p) { take(p, "autoregression"); }},
}};

}  // namespace

std::span<const StandIn> stand_ins() { return all; }

const StandIn* stand_in(std::string_view id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const StandIn& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace nearness::claims
