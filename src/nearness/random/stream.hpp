// Draws addressed by what is drawn: (seed, person, moment, purpose, draw). An arm that adds a therapy asks for other
// addresses and leaves every other draw where it was, so that contrasts between arms are paired.
#pragma once

#include "nearness/base/math.hpp"
#include "nearness/random/philox.hpp"

#include <cstdint>

namespace nearness::random {

// Append only: the number is part of the address, so inserting one would change every published result.
enum class Purpose : std::uint32_t {
    attention = 0,
    difficulty = 1,
    strategy = 2,
    closeness_noise = 3,
    pain = 4,
    race = 5,
    identity = 6,
    assignment = 7,
    trial_order = 8,
    reinforcement = 9,
    individual_parameter = 10,
    resample = 11,    // of persons, for intervals
    population = 12,  // who the reference population is made of
    day = 13,
    activation = 14,   // of a stand-in, in an encounter
    trait = 15,        // of a stand-in, once a person
    observation = 16,  // noise and gaps in what is seen of a moment
};

// Which sequence of moments a moment belongs to: the encounters of a chapter, or the sessions of one kind of therapy.
// Kinds of therapy follow `encounters` in the order of therapy::Therapy.
using Channel = std::uint32_t;
inline constexpr Channel encounters = 0;
inline constexpr Channel persons = 252;        // once a person, whatever the moment
inline constexpr Channel designs = 253;        // of an experiment: its orders of trials, its simulated subjects
inline constexpr Channel introductions = 254;  // first meeting with an other, numbered as the scenario lists them
inline constexpr Channel events = 255;

// A moment's address inside a life: chapter (at most 1,024) and running number in its channel (at most 4,194,303).
struct MomentAddress {
    std::uint32_t chapter = 0;
    std::uint32_t number = 0;
    Channel channel = encounters;
};

inline constexpr std::uint32_t most_chapters = 1024;
inline constexpr std::uint32_t most_moments = (1U << 22U) - 1U;

class Stream {
public:
    Stream(std::uint64_t seed, std::uint32_t person, MomentAddress moment)
        : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)},
          person_(person),
          moment_((moment.chapter << 22U) | moment.number),
          channel_(moment.channel << 16U) {}

    // What is drawn once of this person: the same from whatever moment it is asked.
    Stream of_person() const {
        Stream once = *this;
        once.moment_ = 0;
        once.channel_ = persons << 16U;
        return once;
    }

    // Uniform on the open interval (0, 1), 53 bits.
    double uniform(Purpose purpose, std::uint32_t draw = 0) const {
        const Counter words = block(purpose, draw / 2);
        return draw % 2 == 0 ? unit(words[0], words[1]) : unit(words[2], words[3]);
    }

    // Standard normal (Box and Muller 1958); draws 2i and 2i + 1 share one block.
    double normal(Purpose purpose, std::uint32_t draw = 0) const {
        double pair[2];
        normal_pair(purpose, draw / 2, pair);
        return pair[draw % 2];
    }

    // The first `count` normals of a purpose, the same numbers to the last bit as `normal` gives one by one. `out` has
    // room for `count` rounded up to a multiple of `batch`. In batches, so that the compiler can work on several pairs
    // at once.
    static constexpr int batch = 32;
    void normals(Purpose purpose, int count, double* out) const {
        constexpr int pairs = batch / 2;
        double radius[pairs];
        double turn[pairs];
        double sine[pairs];
        double cosine[pairs];
        for (int start = 0; start < count; start += batch) {
            for (int i = 0; i < pairs; ++i) {
                const Counter words = block(purpose, static_cast<std::uint32_t>(start / 2 + i));
                radius[i] = unit(words[0], words[1]);
                turn[i] = unit(words[2], words[3]);
            }
            for (int i = 0; i < pairs; ++i) radius[i] = math::sqrt(-2.0 * math::log_core(radius[i]));
            for (int i = 0; i < pairs; ++i) {
                const auto both = math::sin_cos_turns_core(turn[i]);
                sine[i] = both.sine;
                cosine[i] = both.cosine;
            }
            for (int i = 0; i < pairs; ++i) {
                out[start + 2 * i] = radius[i] * cosine[i];
                out[start + 2 * i + 1] = radius[i] * sine[i];
            }
        }
    }

private:
    Counter block(Purpose purpose, std::uint32_t index) const {
        return philox4x32_10({index, moment_, channel_ | static_cast<std::uint32_t>(purpose), person_}, key_);
    }

    static double unit(std::uint32_t high, std::uint32_t low) {
        const std::uint64_t bits = ((static_cast<std::uint64_t>(high) << 32U) | low) >> 11U;
        return (static_cast<double>(static_cast<std::int64_t>(bits)) + 0.5) * 0x1p-53;
    }

    void normal_pair(Purpose purpose, std::uint32_t index, double* pair) const {
        const Counter words = block(purpose, index);
        const double radius = math::sqrt(-2.0 * math::log(unit(words[0], words[1])));
        const auto turn = math::sin_cos_turns(unit(words[2], words[3]));
        pair[0] = radius * turn.cosine;
        pair[1] = radius * turn.sine;
    }

    Key key_;
    std::uint32_t person_;
    std::uint32_t moment_;
    std::uint32_t channel_;
};

}  // namespace nearness::random
