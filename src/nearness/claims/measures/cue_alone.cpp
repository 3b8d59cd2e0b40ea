// One signal cue at full strength, the others nil: the trigger profile of MODEL section 14, cue by cue.
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/vantage.hpp"

namespace nearness::claims::measures {

namespace {

constexpr std::array<Option, 1> which = {
    {{"cue", 0, 0, 3, "0 closeness, 1 attention, 2 being known in difficulty (vulnerability), 3 being seen"}}};
constexpr std::size_t compared = 4;  // conflict is no way of being close

std::array<double, memory::EncounterCues::signals> profile(const Lived& lived, const Chosen& chosen) {
    const life::Vantage<double> with = vantage_of(lived, chosen.other());
    return world::Measures<double>::trigger_profile(lived.after.person, lived.parameters(), with.other, with.identity);
}

double alone(const Lived& lived, const Chosen& chosen) {
    return profile(lived, chosen)[static_cast<std::size_t>(chosen[0] + 0.5)];
}

double lead(const Lived& lived, const Chosen& chosen) {
    const auto pain = profile(lived, chosen);
    const auto cue = static_cast<std::size_t>(chosen[0] + 0.5);
    double strongest = 0;
    for (std::size_t d = 0; d < compared; ++d) {
        if (d != cue) strongest = math::maximum(strongest, pain[d]);
    }
    return pain[cue] - strongest;
}

constexpr std::array<Measure, 2> list = {{
    {"trigger_alone", "1", "predicted pain of one signal cue alone at full strength, at the end", false, which, alone},
    {"trigger_lead", "1", "by how much that is more than the strongest of the other three", false, which, lead},
}};

}  // namespace

std::span<const Measure> cue_alone() { return list; }

}  // namespace nearness::claims::measures
