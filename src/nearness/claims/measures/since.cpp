// How far a person has come since an earlier chapter began.
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/vantage.hpp"

namespace nearness::claims::measures {

namespace {

constexpr Option back = {"chapters_back", 0, 0, 100, "how many chapters before this one the comparison begins"};

// Where the person stood when that chapter began; null when the life has no such chapter.
const life::State<double>* stood(const Lived& lived, double chapters_back) {
    const auto steps = static_cast<std::size_t>(chapters_back + 0.5);
    if (steps == 0) return &lived.before;
    const auto chapter = static_cast<std::size_t>(lived.chapter);
    return steps <= chapter && chapter < lived.path.size() ? &lived.path[chapter - steps] : nullptr;
}

constexpr std::array<Option, 1> only_back = {{back}};

double area_fall(const Lived& lived, const Chosen& chosen) {
    const life::State<double>* from = stood(lived, chosen[0]);
    if (from == nullptr) return life::not_measured;
    const life::Vantage<double> with = vantage_of(lived, chosen.other());
    const auto area = [&](const life::State<double>& state) {
        return world::Measures<double>::curve(state.person, lived.parameters(), with.other, with.identity).area;
    };
    return area(*from) - area(lived.after);
}

constexpr std::array<Option, 2> closeness_and_back = {{
    {"closeness", 0.8, 0, 1, "closeness of the moment, met openly"},
    back,
}};

// Templates are appended: those that were there then come first.
double old_templates(const Lived& lived, const Chosen& chosen) {
    const life::State<double>* from = stood(lived, chosen[1]);
    const person::Person<double>& person = lived.after.person;
    if (from == nullptr || from->person.memory.count == 0) return life::not_measured;
    const life::Vantage<double> with = vantage_of(lived, chosen.other());
    const auto recall =
        person.recall(lived.parameters(), world::cues_of<double>(lived.parameters(), with.other, with.identity, false));
    if (recall.rival) return life::not_measured;
    const auto match = person.match(recall, person::perceive(chosen[0], {}, with.other.attention));
    double sum = 0;
    for (int k = 0; k < from->person.memory.count; ++k) sum += match.belief[static_cast<std::size_t>(k + 1)];
    return sum;
}

constexpr std::array<Measure, 2> list = {{
    {"area_fall", "1", "by how much the mean predicted pain over closeness has fallen since a chapter began", false,
     only_back, area_fall},
    {"old_templates", "1", "probability that a close moment is one of the templates there were when a chapter began",
     false, closeness_and_back, old_templates},
}};

}  // namespace

std::span<const Measure> since() { return list; }

}  // namespace nearness::claims::measures
