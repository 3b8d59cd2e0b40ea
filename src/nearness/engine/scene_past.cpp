#include "nearness/engine/scene_past.hpp"

namespace nearness::engine {

void ScenePast::lived(const life::Prepared& prepared, const life::Where& where, const life::State<double>& state) {
    const bool particles = prepared.scenario.parameters.person.memory.assignment == memory::Assignment::particles;
    const auto count = static_cast<std::size_t>(state.person.memory.count);
    if (particles) {
        origins.assign(count, Origin{});
        return;
    }
    while (origins.size() < count) {
        origins.push_back({chapter_of(prepared, where).id, where.age / days_per_year});
    }
}

void ScenePast::meet(int other) {
    if (other < 0) {
        met_therapist = true;
    } else {
        met[static_cast<std::size_t>(other)] = true;
    }
}

void ScenePast::happened(const life::Prepared& prepared, const life::Where& where, const life::Event& event) {
    if (!std::holds_alternative<life::NewPartner>(event.kind)) return;
    const auto other = static_cast<std::size_t>(chapter_of(prepared, where).other);
    met[other] = false;
    ++renewed[other];
}

}  // namespace nearness::engine
