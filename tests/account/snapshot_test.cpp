// Accounts of scenes of shipped scenarios, as texts: tests/account/snapshots. After a change of wording or of the model,
// run with NEARNESS_UPDATE_SNAPSHOTS=1 and read the difference.
#include "account/shipped.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace nearness::account {
namespace {

std::string told(const engine::RunPlan& plan, int person) {
    std::string out;
    const auto arms = engine::scenes(plan, person);
    for (std::size_t a = 0; a < plan.arms.size(); ++a) {
        out += "== " + plan.arms[a].id + "\n";
        for (const engine::Scene& scene : arms[a]) {
            const Account account = tell(scene);
            out += "\n" + account.title.text + "\n";
            for (const engine::Reason& reason : scene.why) out += "  " + reason.says + "\n";
            for (const Sentence& sentence : account.sentences) {
                out += "- [" + std::string(about_names[static_cast<std::size_t>(sentence.about)]) + "] " +
                       sentence.text + "\n";
            }
        }
        out += "\n";
    }
    return out;
}

class Snapshot : public testing::TestWithParam<std::string> {};

TEST_P(Snapshot, is_as_it_was_read_last) {
    const std::string name = GetParam();
    const bool path = name == "typical_essay";
    const std::string now = told(path ? typical("essay") : shipped(name), 0);
    const std::string file = NEARNESS_SOURCE_DIR "/tests/account/snapshots/" + name + ".txt";
    if (std::getenv("NEARNESS_UPDATE_SNAPSHOTS") != nullptr) std::ofstream(file, std::ios::binary) << now;
    std::ostringstream before;
    before << std::ifstream(file, std::ios::binary).rdbuf();
    EXPECT_TRUE(before.str() == now) << name << " reads differently now; see the head of this file";
}

INSTANTIATE_TEST_SUITE_P(Accounts, Snapshot,
                         testing::Values("essay", "unsafe_partner", "secure", "therapy_orders",
                                         "therapies_that_are_encounters", "typical_essay"),
                         [](const auto& one) { return one.param; });

}  // namespace
}  // namespace nearness::account
