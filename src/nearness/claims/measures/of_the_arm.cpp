// What an arm of a life is, instead of what its person lived: the second measure of slopes and correlations over arms.
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/vantage.hpp"

namespace nearness::claims::measures {

namespace {

// Who brought the person up: the caregiver of the first chapter that has one.
const world::Other* brought_up_by(const Lived& lived) {
    const life::Scenario& scenario = lived.prepared.scenario;
    for (const life::Chapter& chapter : scenario.chapters) {
        if (chapter.other < 0) continue;
        const world::Other& other = scenario.others[static_cast<std::size_t>(chapter.other)].other;
        if (std::holds_alternative<world::Caregiver>(other.kind)) return &other;
    }
    return nullptr;
}

double of_caregiver(const Lived& lived, double (*number)(const world::Caregiver&)) {
    const world::Other* other = brought_up_by(lived);
    return other == nullptr ? life::not_measured : number(std::get<world::Caregiver>(other->kind));
}

double onset(const Lived& lived, const Chosen&) {
    return of_caregiver(lived, [](const world::Caregiver& caregiver) { return caregiver.onset; });
}

double adversity(const Lived& lived, const Chosen&) {
    return of_caregiver(lived, [](const world::Caregiver& c) {
        return (c.unavailable + c.unpredictable + c.critical + c.enmeshed + c.harm) / 5;
    });
}

// 1 − d/√3, d the distance of (steady, who₁, who₂) from the caregiver's.
double likeness(const Lived& lived, const Chosen& chosen) {
    const world::Other* caregiver = brought_up_by(lived);
    if (caregiver == nullptr) return life::not_measured;
    const life::Vantage<double> present = vantage_of(lived, chosen.other());
    const auto home = caregiver->identity.value_or(world::caregiver_identity);
    const double squares = math::square(present.other.steady - caregiver->steady) +
                           math::square(present.identity[0] - home[0]) + math::square(present.identity[1] - home[1]);
    return 1 - math::sqrt(squares / 3);
}

double safety(const Lived& lived, const Chosen& chosen) { return vantage_of(lived, chosen.other()).other.responsive; }

double context_width(const Lived& lived, const Chosen&) { return lived.parameters().memory.context_width; }

double dose(const Lived& lived, const Chosen&) {
    double sessions = 0;
    for (const life::Plan& plan : lived.chapter_lived().plans) sessions += plan.sessions;
    return sessions;
}

constexpr std::array<Measure, 6> list = {{
    {"caregiver_onset", "1", "closeness from which the childhood's adversity set in", false, {}, onset},
    {"adversity", "1", "mean of the caregiver's five adversities", false, {}, adversity},
    {"likeness", "1", "how much the other is like the caregiver in who they are and how steady", false, {}, likeness},
    {"safety", "1", "how reliably the other responds", false, {}, safety},
    {"context_width", "1", "how widely contexts are matched: a parameter", false, {}, context_width},
    {"dose", "1", "sessions planned in the chapter", false, {}, dose},
}};

}  // namespace

std::span<const Measure> of_the_arm() { return list; }

}  // namespace nearness::claims::measures
