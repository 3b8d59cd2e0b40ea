#include "nearness/report/shown_person.hpp"

namespace nearness::report {

const life::State<double>* ShownPerson::at_end_of(std::size_t arm, std::size_t c) {
    const auto same = view_.same_chapter(arm, c);
    if (!same) return nullptr;
    if (*same < view_.departs(arm)) arm = 0;
    auto lived = states_.find(arm);
    if (lived == states_.end()) {
        lived = states_.emplace(arm, engine::states_at_chapter_ends(view_.collection.plan, result_->person, arm)).first;
    }
    return &lived->second[*same];
}

}  // namespace nearness::report
