// Made-up diaries whose truth is known. Everything is drawn from addressed streams: the same numbers every time.
#pragma once

#include "nearness/infer/comparison.hpp"
#include "nearness/random/stream.hpp"

namespace nearness::infer::made_up {

inline double noise(int person, int moment, std::uint32_t draw = 0) {
    const random::Stream stream(20, static_cast<std::uint32_t>(person), {0, static_cast<std::uint32_t>(moment), 0});
    return stream.normal(random::Purpose::closeness_noise, draw);
}

// `persons` with `moments` a day apart and everything 0.5: one cue (attention), the outcome, the behaviour.
inline observe::Diary diary(int persons, int moments) {
    using observe::Role;
    observe::Diary made;
    made.title = "made up";
    made.variables = {{Role::cue, "attention", "", "a"},
                      {Role::outcome, "outcome", "", "o"},
                      {Role::behaviour, "behaviour", "", "b"}};
    const auto count = static_cast<std::size_t>(moments);
    for (int p = 0; p < persons; ++p) {
        observe::Series& person = made.persons.emplace_back();
        person.id = "p" + std::to_string(p);
        for (int t = 0; t < moments; ++t) {
            person.time.push_back(t);
            person.line.push_back(t + 2);
        }
        person.values.assign(3, std::vector<double>(count, 0.5));
    }
    return made;
}

// Forecasts that are noise: nothing to do with the diary.
inline std::vector<Forecast> noise_forecasts(const observe::Diary& diary) {
    std::vector<Forecast> forecasts;
    for (std::size_t p = 0; p < diary.persons.size(); ++p) {
        Forecast& forecast = forecasts.emplace_back();
        for (std::size_t t = 0; t < diary.persons[p].moments(); ++t) {
            forecast.threat.push_back(0.5 + 0.1 * noise(static_cast<int>(p), static_cast<int>(t), 10));
            forecast.protection.push_back(0.5 + 0.1 * noise(static_cast<int>(p), static_cast<int>(t), 11));
        }
    }
    return forecasts;
}

}  // namespace nearness::infer::made_up
