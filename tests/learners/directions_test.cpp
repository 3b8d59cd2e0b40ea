// Every parameter of every learner moves what its description says, the way it says (Field::moves, Field::direction), in the
// situation it names (Field::when). Everything is deterministic but the particles, which share their draws.
//
// Directions follow from the equations. Where that takes more than one step:
//   persistence, shift  gaps here are 5: g raises the forgetting of the old cause, so that the new one takes more of V.
//   cue_variance  wider cues tell the familiar cause from a new one less, so that the new one takes more of V.
//   volatility_variance  what is uncertain is learned about fast, and long acquisition teaches that nothing changes.
//   outcome_variance  a wider outcome tells causes apart less, so that extinction revises the old one more.
//   surprise_weight  associability starts at 1, above any error, and falls the faster the more an error counts.
#include "learners/study.hpp"
#include "nearness/memory/learners/learners.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>

namespace nearness::learners {
namespace {

struct Situation {
    Study<> study;
    int index = 0;  // of the cue that is looked at
};

Situation distant_outcome() {
    Situation situation;
    Trial<double> trial;
    trial.known = 3;
    trial.value = {1, 1};
    trial.periods = 4;
    trial.period = {1, 0, 0, 2};
    situation.study.trials.assign(10, trial);
    return situation;
}

std::map<std::string_view, Situation> situations() {
    std::map<std::string_view, Situation> all;
    all["on the first trial"].study.add({1}, 1);
    all["in acquisition"].study.times(6, {1}, 1);
    all["in long acquisition"].study.times(60, {1}, 1);
    for (int t = 0; t < 6; ++t) all["in slow acquisition"].study.add({1}, 1, 5);
    all["in extinction"].study.times(6, {1}, 1).times(6, {1}, 0);
    all["after a reversal"].study.times(30, {1}, 1).times(6, {1}, 0);
    all["after a huge outcome"].study.times(3, {1}, 5);
    all["after extinction and a rest"].study.times(3, {1}, 1).times(8, {1}, 0, 21).add({1}, 0, 201);
    Situation& blocked = all["of a blocked cue"];
    blocked.study.setting.cues = 2;
    blocked.study.times(30, {1, 0}, 1).times(60, {1, 1}, 1);
    blocked.index = 1;
    all["of a distant outcome"] = distant_outcome();
    return all;
}

// One standard deviation of the prior up; down where it stands at its upper end. Returns which of the two it was.
template <class Value>
bool move(const Field& field, Value& value) {
    if constexpr (std::is_same_v<Value, PerStimulus<double>>) {
        double one = value[0];
        const bool up = move(field, one);
        value = PerStimulus<double>(one);
        return up;
    } else {
        const bool up = static_cast<double>(value) < field.high;
        if constexpr (std::is_same_v<Value, double>) {
            const double down = up ? 1 : -1;
            if (field.prior == Prior::log_normal) {
                value *= math::exp(0.25 * down);
            } else if (field.prior == Prior::logit_normal && up) {
                value = math::logistic(math::log(value / (1 - value)) + 0.5);
            } else {
                value += 0.2 * down;
            }
        } else {
            value = static_cast<Value>(static_cast<int>(value) + (up ? 1 : -1));
        }
        return up;
    }
}

template <class L>
class learners_directions : public testing::Test {};
template <class>
struct TypesOf;
template <class... L>
struct TypesOf<std::variant<L...>> {
    using type = testing::Types<L...>;
};
struct Names {
    template <class L>
    static std::string GetName(int) {
        return std::string(L::name);
    }
};
TYPED_TEST_SUITE(learners_directions, TypesOf<AnyLearner<double>>::type, Names);

TYPED_TEST(learners_directions, parameters_move_their_documented_outputs_in_their_documented_directions) {
    using Parameters = typename TypeParam::Parameters;
    const auto by_phrase = situations();
    int position = 0;
    const Parameters standard;
    Parameters::describe(standard, [&](const Field& field, const auto&) {
        const int at = position++;
        const bool of_a_life = field.key.substr(0, 7) == "memory.";  // tests/life/directions_test.cpp
        if (of_a_life || field.moves.empty()) return;
        ASSERT_TRUE(by_phrase.contains(field.when)) << field.key << " names no situation: " << field.when;
        const Situation& situation = by_phrase.at(field.when);
        Parameters moved = standard;
        bool up = true;
        int i = 0;
        Parameters::describe(moved, [&](const Field& one, auto& value) {
            if (i++ == at) up = move(one, value);
        });
        const auto seen = [&](const Parameters& parameters) {
            const auto lived = std::make_unique<Lived<TypeParam>>(situation.study, parameters);
            return lived->number(field.moves, field.moves == "associability" && TypeParam::name != "hybrid-pearce-hall"
                                                  ? situation.index
                                                  : 0);
        };
        const double change = seen(moved) - seen(standard);
        EXPECT_GT(up == (field.direction == Direction::up) ? change : -change, 1e-9)
            << field.key << ' ' << field.when << ": " << seen(standard) << " became " << seen(moved);
    });
}

}  // namespace
}  // namespace nearness::learners
