#include "nearness/random/philox.hpp"

#include <gtest/gtest.h>

namespace nearness::random {
namespace {

// Random123 1.14, tests/kat_vectors, the three lines "philox4x32 10": counter, key, result. At run time too, because the
// compiler's arithmetic is not the machine's.
struct KnownAnswer {
    Counter counter;
    Key key;
    Counter answer;
};
constexpr KnownAnswer known_answers[] = {
    {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U}},
    {{0xffffffffU, 0xffffffffU, 0xffffffffU, 0xffffffffU},
     {0xffffffffU, 0xffffffffU},
     {0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU}},
    {{0x243f6a88U, 0x85a308d3U, 0x13198a2eU, 0x03707344U},
     {0xa4093822U, 0x299f31d0U},
     {0xd16cfe09U, 0x94fdccebU, 0x5001e420U, 0x24126ea1U}},
};

TEST(philox, known_answers_of_random123_are_met_at_run_time) {
    for (const KnownAnswer& known : known_answers) {
        volatile std::uint32_t hidden = known.counter[0];  // not a constant to the compiler
        Counter counter = known.counter;
        counter[0] = hidden;
        EXPECT_EQ(philox4x32_10(counter, known.key), known.answer);
    }
}

// Philox is a bijection of counters with good avalanche: one bit in, half of the 128 bits out. Over 192 single-bit
// changes the mean has a standard deviation of √(128/4)/√192 = 0.41; z = 4.
TEST(philox, one_bit_of_counter_or_key_changes_half_of_the_answer) {
    const Counter counter{1, 2, 3, 4};
    const Key key{5, 6};
    const Counter before = philox4x32_10(counter, key);
    double changed = 0;
    for (int word = 0; word < 6; ++word) {
        for (unsigned bit = 0; bit < 32; ++bit) {
            Counter other_counter = counter;
            Key other_key = key;
            (word < 4 ? other_counter[static_cast<std::size_t>(word)]
                      : other_key[static_cast<std::size_t>(word - 4)]) ^= 1U << bit;
            const Counter after = philox4x32_10(other_counter, other_key);
            int bits = 0;
            for (std::size_t w = 0; w < 4; ++w) bits += __builtin_popcount(before[w] ^ after[w]);
            EXPECT_GT(bits, 30);  // 6 standard deviations below 64
            changed += bits;
        }
    }
    EXPECT_NEAR(changed / 192, 64, 4 * 0.41);
}

}  // namespace
}  // namespace nearness::random
