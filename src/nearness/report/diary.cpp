// What was predicted at the recorded moments: over the days, in single persons, and against what was recorded; then how
// well (comparison.cpp).
#include "nearness/report/diary.hpp"

#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

std::size_t diary_chapter(const View& view, std::size_t arm) {
    const auto& chapters = view.collection.chapters(arm);
    const auto found = std::find_if(chapters.begin(), chapters.end(), [](const auto& one) { return one.diary; });
    return static_cast<std::size_t>(found - chapters.begin());
}

}  // namespace

Moments::Moments(const View& of, const Options& options)
    : view(of), diary_(options.diary), chapter_(diary_chapter(of, 0)) {}

std::vector<std::size_t> Moments::arms(std::size_t most) const {
    std::vector<std::size_t> out;
    for (const std::size_t arm : view.drawn_arms(most)) {
        // An arm that departs later lived the diary as written.
        if (arm == 0 || view.departs(arm) <= chapter_) out.push_back(arm);
    }
    return out;
}

std::vector<const engine::RecordedRow*> Moments::of(std::size_t arm, std::size_t person) const {
    const auto chapter = static_cast<int>(diary_chapter(view, arm));
    std::vector<const engine::RecordedRow*> out;
    for (const engine::RecordedRow& row : view.collection.persons[person].arms[arm].recorded) {
        if (row.chapter == chapter && row.time >= 0) out.push_back(&row);
    }
    return out;
}

const observe::Variable* Moments::variable(const Forecasted& quantity) const {
    if (diary_ == nullptr) return nullptr;
    const auto found = std::find_if(diary_->variables.begin(), diary_->variables.end(),
                                    [&](const observe::Variable& one) { return one.role == quantity.role; });
    return found == diary_->variables.end() ? nullptr : &*found;
}

double Moments::answer(const Forecasted& quantity, std::size_t person, const engine::RecordedRow& row) const {
    const observe::Variable* asked = variable(quantity);
    if (asked == nullptr || person >= diary_->persons.size()) return life::not_measured;
    const auto& values = diary_->persons[person].values[static_cast<std::size_t>(asked - diary_->variables.data())];
    const auto number = static_cast<std::size_t>(row.number);
    return number < values.size() ? values[number] : life::not_measured;
}

std::string Moments::question(const Forecasted& quantity) const {
    const observe::Variable* asked = variable(quantity);
    if (asked == nullptr) return {};
    return asked->label.empty() ? asked->name : asked->label;
}

std::size_t Moments::fewest_persons() const {
    return std::max(std::min<std::size_t>(3, view.lives()), view.lives() / 4);
}

std::string diary(const View& view, const Options& options, Figures& figures) {
    const Moments moments(view, options);
    if (moments.none()) return {};
    std::string out = paragraph(
        "“" + view.chapter_name(moments.chapter()) +
        "” is driven by recorded diaries: the cues are those people recorded, closeness is not simulated, and nothing "
        "was fitted. The prediction for each moment was made before its answer was learned.");
    if (view.lives() > 0) {
        out += over_days(moments, figures);
        out += by_person(moments, figures);
        out += calibration(moments, figures);
    }
    out += comparison(view, options, figures);
    return section("diary", "Recorded diaries", out);
}

}  // namespace nearness::report
