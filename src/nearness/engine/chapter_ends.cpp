#include "nearness/engine/chapter_ends.hpp"

namespace nearness::engine {

std::vector<life::State<double>> states_at_chapter_ends(const RunPlan& plan, int person, std::size_t arm) {
    const life::Prepared prepared = life::Prepared::from(plan.arms[arm].scenario);
    static const std::vector<life::RecordedMoment> no_diary;
    const auto& diary = plan.diary.empty() ? no_diary : plan.diary[static_cast<std::size_t>(person)].moments;
    life::NoWatcher nobody;
    life::State<double> state = life::newborn(prepared);
    const life::Walker<life::NoWatcher> walker{state, static_cast<std::uint32_t>(person), diary, nobody};
    std::vector<life::State<double>> states;
    const int chapters = static_cast<int>(prepared.scenario.chapters.size());
    for (int c = 0; c < chapters; ++c) {
        life::live_chapter(prepared, c, plan.seed, walker);
        states.push_back(state);
    }
    return states;
}

}  // namespace nearness::engine
