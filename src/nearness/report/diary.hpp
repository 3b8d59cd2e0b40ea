// What the figures of a diary share: its moments, and what was recorded beside what was predicted.
#pragma once

#include "nearness/report/figures.hpp"
#include "nearness/report/report.hpp"

#include <array>

namespace nearness::report {

// What the model says about a recorded moment, and the kind of answer that it can be held against.
struct Forecasted {
    std::string_view name, says;
    double life::RecordedResult<double>::*member;
    observe::Role role;
};
inline constexpr std::array<Forecasted, 2> forecasted = {{
    {"Expected pain", "predicted before the answer", &life::RecordedResult<double>::predicted, observe::Role::outcome},
    {"Protective use", "how far protection acts", &life::RecordedResult<double>::use, observe::Role::behaviour},
}};

class Moments {
public:
    Moments(const View& view, const Options& options);

    const View& view;

    // The first chapter that a diary drives, of the first arm; `none` when there is none.
    std::size_t chapter() const { return chapter_; }
    bool none() const { return chapter_ == view.chapters(); }
    double days() const { return view.chapter(chapter_).until - view.chapter(chapter_).from; }
    // The first arm and those, at most `most`, that came to the diary otherwise.
    std::vector<std::size_t> arms(std::size_t most) const;
    std::vector<const engine::RecordedRow*> of(std::size_t arm, std::size_t person) const;
    // The answer of that kind at a moment; not a number where there is none.
    double answer(const Forecasted& quantity, std::size_t person, const engine::RecordedRow& row) const;
    // What was asked; empty when the diary has no such answers, or is not at hand.
    std::string question(const Forecasted& quantity) const;
    // A mean over fewer would be about those few, and jumps where others stop answering.
    std::size_t fewest_persons() const;

private:
    const observe::Variable* variable(const Forecasted& quantity) const;

    const observe::Diary* diary_;
    std::size_t chapter_;
};

std::string over_days(const Moments& moments, Figures& figures);                     // means over persons
std::string by_person(const Moments& moments, Figures& figures);                     // some persons, moment by moment
std::string calibration(const Moments& moments, Figures& figures);                   // recorded by what was expected
std::string comparison(const View& view, const Options& options, Figures& figures);  // with plain statistics

}  // namespace nearness::report
