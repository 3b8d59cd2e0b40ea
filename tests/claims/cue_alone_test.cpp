#include "claims/made_life.hpp"

namespace nearness::claims {
namespace {

TEST(cue_alone, each_cue_predicts_its_own_weight_and_leads_by_what_the_strongest_other_lacks) {
    MadeLife life;
    life.learn({0.1, 0.2, 0.3, 0.6, 0.9});  // conflict is strongest, and not compared
    // Alone at full strength a cue predicts its weight, as there is only one template.
    for (const auto& [cue, weight] : {std::pair{0, 0.1}, {1, 0.2}, {2, 0.3}, {3, 0.6}}) {
        EXPECT_NEAR(life.take("trigger_alone", {{"cue", cue}}), weight, 0.01);
        EXPECT_NEAR(life.take("trigger_lead", {{"cue", cue}}), cue == 3 ? 0.3 : weight - 0.6, 0.01);
    }
}

}  // namespace
}  // namespace nearness::claims
