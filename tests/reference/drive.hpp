// Hands the program's people, parameters and draws to the reference, so that both live the same life.
#pragma once

#include "nearness/life/live.hpp"
#include "reference/reference.hpp"

namespace reference {

// The addresses of random/stream.hpp: which draw is which is the program's choice, not MODEL.md's.
inline Draws draws_of(const nearness::random::Stream& stream, std::size_t beats) {
    using nearness::random::Purpose;
    Draws draws;
    draws.attention = stream.normal(Purpose::attention);
    draws.difficulty = stream.uniform(Purpose::difficulty);
    draws.strategy = stream.uniform(Purpose::strategy);
    draws.harm = draws.unresponsive = stream.uniform(Purpose::pain, 0);
    draws.unpredictable = draws.unkind = stream.uniform(Purpose::pain, 1);
    for (std::size_t i = 0; i < beats; ++i) {
        draws.closeness.push_back(stream.normal(Purpose::closeness_noise, static_cast<std::uint32_t>(i)));
    }
    draws.race_threat = stream.normal(Purpose::race, 0);
    draws.race_reappraisal = stream.normal(Purpose::race, 1);
    return draws;
}

inline Other other_of(const nearness::world::Other& from, const std::array<double, 2>& identity) {
    using namespace nearness::world;
    Other other;
    other.attention = from.attention;
    other.responsive = from.responsive;
    other.steady = from.steady;
    other.offer = from.offer;
    other.who_1 = identity[0];
    other.who_2 = identity[1];
    if (const auto* caregiver = std::get_if<Caregiver>(&from.kind)) {
        other.role = Role::caregiver;
        other.unavailable = caregiver->unavailable;
        other.unpredictable = caregiver->unpredictable;
        other.critical = caregiver->critical;
        other.enmeshed = caregiver->enmeshed;
        other.harm = caregiver->harm;
        other.onset = caregiver->onset;
        other.escape = caregiver->escape;
    } else if (const auto* partner = std::get_if<Partner>(&from.kind)) {
        other.role = Role::partner;
        other.fragile = partner->fragile;
        other.pursue = partner->pursue;
    } else {
        other.role = Role::therapist;
    }
    return other;
}

// The program's kernel as a function of the lag, in place of the power law.
inline std::function<double(double)> kernel_of(const nearness::memory::Recency<double>& recency) {
    return [recency](double lag) {
        double sum = 0.0;
        for (std::size_t j = 0; j < static_cast<std::size_t>(recency.nodes); ++j) {
            sum += recency.weight[j] * std::exp(-recency.rate[j] * lag);
        }
        return sum;
    };
}

}  // namespace reference
