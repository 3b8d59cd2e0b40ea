#include "nearness/claims/measures/fork.hpp"

#include "nearness/claims/measures/vantage.hpp"

namespace nearness::claims::measures {

namespace {

constexpr std::uint32_t beyond_chapters = 500;  // chapters of lives are fewer

}  // namespace

Fork::Fork(const Lived& lived, const life::State<double>& from, int other) : lived_(lived), state_(from) {
    const life::Vantage<double> vantage = vantage_of(lived, other);
    other_ = vantage.other;
    acquaintance_.identity = vantage.identity;
    const int who = other < 0 ? lived.chapter_lived().other : other;
    if (who >= 0 && from.met[static_cast<std::size_t>(who)]) {
        acquaintance_ = from.acquaintances[static_cast<std::size_t>(who)];
    }
}

void Fork::skip() {
    const double gap = std::holds_alternative<world::Caregiver>(other_.kind) ? 4.0 : 7.0 / 3.0;
    state_.person.pass_until(state_.person.age + gap, lived_.parameters(), lived_.prepared.derived);
    ++number_;
}

world::Meeting<double> Fork::meet(const world::Arrangement& arrangement) {
    const std::uint32_t number = number_;
    skip();
    const auto chapter = static_cast<std::uint32_t>(lived_.chapter) + beyond_chapters;
    const random::Stream draws(lived_.seed, lived_.person, {chapter, number, random::designs});
    return world::Encounter<double>::meet({state_.person, acquaintance_, draws}, lived_.parameters(),
                                          lived_.prepared.derived, other_, arrangement);
}

double Fork::threat(double closeness) const {
    const auto recall = state_.person.recall(
        lived_.parameters(), world::cues_of<double>(lived_.parameters(), other_, acquaintance_.identity, false));
    return recall.expect(person::perceive(closeness, {}, other_.attention)).predicted;
}

}  // namespace nearness::claims::measures
