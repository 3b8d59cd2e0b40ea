// What a stand-in is: something in the place of the templates in a life that is no learner of trials.
//
// SAYS   A stand-in says how much pain is predicted at what is seen in a beat, and that is all of it. Persons without a
//        memory (null persons), and theories of distance that are not about learning what a cue brings, are told so.
// SHAPE  An empty struct, a template over the number type, with
//          name, title   as users write it, as pages write it
//          Parameters    described once (base/field.hpp), as of any module
//          State         a copy is a fork; begin(parameters) is the state before anything is drawn
//          predict       (state, parameters, sight): V before it is clipped to [0, 1]
//        and, where it has a use for them,
//          born          (state, parameters, draws): draws once a person; asked again, it draws the same
//          about_to_meet (state, parameters, draws, typical): before every encounter and every recorded moment
//          learn         (state, parameters, sight, lesson, counted): at the peak; `counted` is 1 − credit A*
//        On the typical path nothing is drawn: a state is then what is usual.
// CHECKED tests/memory/stand_ins_test.cpp.
#pragma once

#include "nearness/base/field.hpp"
#include "nearness/memory/templates.hpp"
#include "nearness/random/stream.hpp"

#include <concepts>
#include <string_view>

namespace nearness::stand_ins {

using Cue = memory::EncounterCues;

// An encounter in a beat, as a stand-in sees it.
template <class Real>
struct Sight {
    std::array<Real, Cue::all> value{};  // 0 where it is not known
    double offer = 1;                    // the other's, which is no cue of a memory
    double age = 0;                      // days
};

template <class S>
concept StandIn = requires(const typename S::Parameters& parameters, const typename S::State& state,
                           const Sight<typename S::Number>& sight) {
    { S::name } -> std::convertible_to<std::string_view>;
    { S::title } -> std::convertible_to<std::string_view>;
    { S::begin(parameters) } -> std::same_as<typename S::State>;
    { S::predict(state, parameters, sight) } -> std::same_as<typename S::Number>;
}
&&std::is_empty_v<S>&& std::is_trivially_copyable_v<typename S::State>;

// Of those that have none.
struct Nothing {
    template <class Self, class Visit>
    static void describe(Self&, Visit&&) {}
};

}  // namespace nearness::stand_ins
