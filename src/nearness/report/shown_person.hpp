// The one person whose state the page shows: the first recorded. A run keeps what was measured of a state, not the state;
// the person is lived again where it is needed, arm by arm.
#pragma once

#include "nearness/engine/chapter_ends.hpp"
#include "nearness/report/view.hpp"

#include <map>

namespace nearness::report {

class ShownPerson {
public:
    explicit ShownPerson(const View& view) : view_(view), result_(view.shown_person()) {}

    // Whether anybody was recorded; nothing else may be asked otherwise.
    explicit operator bool() const { return result_ != nullptr; }
    const engine::PersonResult& result() const { return *result_; }
    std::string name() const { return view_.person_name(result_->person); }

    // The state at the end of a chapter, counted as the first arm's; none when the arm has no such chapter.
    const life::State<double>* at_end_of(std::size_t arm, std::size_t c);

private:
    const View& view_;
    const engine::PersonResult* result_;
    std::map<std::size_t, std::vector<life::State<double>>> states_;  // by arm
};

}  // namespace nearness::report
