#include "nearness/claims/stand_ins.hpp"

#include <array>

namespace nearness::claims {

std::span<const StandIn> stand_ins() {
    static const std::array<StandIn, 2> all = {{
        {"R1", "pure unlearning", "associations learned and unlearned by prediction error alone (Rescorla-Wagner)",
         false, [](life::Parameters<double>& parameters) { parameters.person.rival.learner = 1; }},
        {"R7", "insight override", "what is understood acts on the alarm in full (ρ = 1)", false,
         [](life::Parameters<double>& parameters) { parameters.person.mind.insight_authority = 1; }},
    }};
    return all;
}

}  // namespace nearness::claims
