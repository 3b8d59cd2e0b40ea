#include "nearness/life/calendar.hpp"

#include <algorithm>
#include <utility>

namespace nearness::life {

std::vector<Moment> calendar(const Chapter& chapter) {
    std::vector<Moment> moments;
    for (std::size_t i = 0; i < chapter.events.size(); ++i) {
        moments.push_back({chapter.from + chapter.events[i].at, Moment::Kind::event, 0, static_cast<int>(i), 0});
    }
    for (std::size_t p = 0; p < chapter.plans.size(); ++p) {
        const Plan& plan = chapter.plans[p];
        for (int s = 0; s < plan.sessions; ++s) {
            moments.push_back({chapter.from + plan.time_of(s), Moment::Kind::session, static_cast<int>(p), s, 0});
        }
    }
    for (int i = 0; i < chapter.encounters(); ++i) {
        moments.push_back({chapter.from + (i + 1) * chapter.encounter_gap, Moment::Kind::encounter, 0, i, 0});
    }
    std::stable_sort(moments.begin(), moments.end(), [](const Moment& a, const Moment& b) {
        return std::pair(tick(a.age), a.kind) < std::pair(tick(b.age), b.kind);
    });
    std::array<int, std::variant_size_v<therapy::Therapy>> counted{};
    for (Moment& moment : moments) {
        if (moment.kind != Moment::Kind::session) continue;
        moment.of_kind = counted[chapter.plans[static_cast<std::size_t>(moment.plan)].therapy.index()]++;
    }
    return moments;
}

}  // namespace nearness::life
