#include "nearness/random/stream.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <set>
#include <vector>

namespace nearness::random {
namespace {

constexpr int million = 1'000'000;
constexpr double z = 4.5;  // of some twenty statistics: the chance that a good generator misses one is 1e-4

// The i-th of a million draws, from as many moments as needed: 1,000 draws from each.
template <class Draw>
std::vector<double> many(Draw&& draw) {
    std::vector<double> values;
    values.reserve(million);
    for (std::uint32_t moment = 0; moment < 1000; ++moment) {
        const Stream stream(7, 3, {2, moment, encounters});
        for (std::uint32_t i = 0; i < 1000; ++i) values.push_back(draw(stream, i));
    }
    return values;
}

double mean_of(const std::vector<double>& values, double power, double centre = 0.0) {
    double sum = 0;
    for (const double value : values) sum += std::pow(value - centre, power);
    return sum / static_cast<double>(values.size());
}

TEST(stream, uniforms_lie_inside_the_open_interval_and_have_its_moments) {
    const auto values = many([](const Stream& stream, std::uint32_t i) { return stream.uniform(Purpose::pain, i); });
    for (const double value : values) ASSERT_TRUE(value > 0.0 && value < 1.0);
    // Standard deviations of the mean, and of the mean square and cube about 1/2, of a million: √(1/12), √(1/180), √(1/448)
    // over 1,000.
    EXPECT_NEAR(mean_of(values, 1), 0.5, z * std::sqrt(1.0 / 12) / 1000);
    EXPECT_NEAR(mean_of(values, 2, 0.5), 1.0 / 12, z * std::sqrt(1.0 / 180) / 1000);
    EXPECT_NEAR(mean_of(values, 3, 0.5), 0.0, z * std::sqrt(1.0 / 448) / 1000);
    // A hundred equal bins: χ² with 99 degrees of freedom, mean 99, standard deviation √198.
    std::vector<int> bins(100);
    for (const double value : values) ++bins[static_cast<std::size_t>(value * 100)];
    double chi_square = 0;
    for (const int bin : bins) chi_square += (bin - 1e4) * (bin - 1e4) / 1e4;
    EXPECT_NEAR(chi_square, 99, z * std::sqrt(198.0));
}

TEST(stream, normals_have_the_moments_of_the_normal_distribution) {
    const auto values =
        many([](const Stream& stream, std::uint32_t i) { return stream.normal(Purpose::closeness_noise, i); });
    // Variances of x, x², x³, x⁴ of a standard normal: 1, 2, 15, 96.
    EXPECT_NEAR(mean_of(values, 1), 0, z * 1e-3);
    EXPECT_NEAR(mean_of(values, 2), 1, z * std::sqrt(2.0) * 1e-3);
    EXPECT_NEAR(mean_of(values, 3), 0, z * std::sqrt(15.0) * 1e-3);
    EXPECT_NEAR(mean_of(values, 4), 3, z * std::sqrt(96.0) * 1e-3);
    // Beyond 2: probability 0.0455003.
    double beyond = 0;
    for (const double value : values) beyond += std::abs(value) > 2 ? 1e-6 : 0;
    EXPECT_NEAR(beyond, 0.0455003, z * std::sqrt(0.0455 * 0.9545) * 1e-3);
}

TEST(stream, the_two_normals_of_a_block_are_independent) {
    double products = 0, squares = 0;
    for (std::uint32_t moment = 0; moment < 1000; ++moment) {
        const Stream stream(11, 0, {0, moment, encounters});
        for (std::uint32_t i = 0; i < 200; i += 2) {
            const double a = stream.normal(Purpose::closeness_noise, i),
                         b = stream.normal(Purpose::closeness_noise, i + 1);
            products += a * b / 1e5;
            squares += (a * a - 1) * (b * b - 1) / 1e5;
        }
    }
    EXPECT_NEAR(products, 0, z / std::sqrt(1e5));
    EXPECT_NEAR(squares, 0, z * 2 / std::sqrt(1e5));
}

TEST(stream, a_batch_of_normals_is_the_single_ones_bit_by_bit) {
    for (const int count : {1, 2, 31, 32, 33, 120, 600}) {
        std::vector<double> batch(static_cast<std::size_t>(count + Stream::batch));
        const Stream stream(0x123456789abcdefULL, 42, {5, 1234, 3});
        stream.normals(Purpose::closeness_noise, count, batch.data());
        for (int i = 0; i < count; ++i) {
            const double single = stream.normal(Purpose::closeness_noise, static_cast<std::uint32_t>(i));
            ASSERT_EQ(std::bit_cast<std::uint64_t>(batch[static_cast<std::size_t>(i)]),
                      std::bit_cast<std::uint64_t>(single))
                << i;
        }
    }
}

TEST(stream, a_draw_does_not_depend_on_what_was_drawn_before) {
    const Stream stream(1, 2, {3, 4, 5});
    const double first = stream.uniform(Purpose::strategy, 17);
    for (std::uint32_t i = 0; i < 100; ++i) stream.normal(Purpose::race, i);
    EXPECT_EQ(stream.uniform(Purpose::strategy, 17), first);
    EXPECT_EQ(Stream(1, 2, {3, 4, 5}).uniform(Purpose::strategy, 17), first);
}

// Correlation of 10,000 pairs from streams that differ in one part of the address only.
double correlation(const Stream& a, Purpose purpose_a, const Stream& b, Purpose purpose_b) {
    double sum = 0;
    for (std::uint32_t i = 0; i < 10'000; ++i) sum += (a.uniform(purpose_a, i) - 0.5) * (b.uniform(purpose_b, i) - 0.5);
    return 12 * sum / 10'000;
}

TEST(stream, draws_of_different_addresses_are_uncorrelated) {
    const Stream base(1, 0, {0, 0, encounters});
    const double tolerance = z / std::sqrt(10'000.0);
    for (std::uint32_t i = 1; i <= 6; ++i) {
        EXPECT_NEAR(correlation(base, Purpose::attention, base, static_cast<Purpose>(i)), 0, tolerance);
        EXPECT_NEAR(correlation(base, Purpose::pain, Stream(1, i, {0, 0, encounters}), Purpose::pain), 0, tolerance);
        EXPECT_NEAR(correlation(base, Purpose::pain, Stream(1, 0, {0, i, encounters}), Purpose::pain), 0, tolerance);
        EXPECT_NEAR(correlation(base, Purpose::pain, Stream(1, 0, {i, 0, encounters}), Purpose::pain), 0, tolerance);
        EXPECT_NEAR(correlation(base, Purpose::pain, Stream(1, 0, {0, 0, i}), Purpose::pain), 0, tolerance);
        EXPECT_NEAR(correlation(base, Purpose::pain, Stream(1 + i, 0, {0, 0, encounters}), Purpose::pain), 0,
                    tolerance);
    }
}

// Every part of the address counts, up to its limits: 53 bits never agree by chance in so few draws.
TEST(stream, every_part_of_an_address_gives_another_draw) {
    std::set<double> seen;
    int drawn = 0;
    const auto see = [&](std::uint64_t seed, std::uint32_t person, MomentAddress moment, Purpose purpose,
                         std::uint32_t draw) {
        ++drawn;
        seen.insert(Stream(seed, person, moment).uniform(purpose, draw));
    };
    for (const std::uint64_t seed : {0ULL, 1ULL, 1ULL << 32U, ~0ULL}) {
        for (const std::uint32_t person : {0U, 1U, 65'536U, ~0U}) {
            for (const std::uint32_t chapter : {0U, 1U, most_chapters - 1}) {
                for (const std::uint32_t number : {0U, 1U, most_moments}) {
                    for (const Channel channel : {encounters, Channel{1}, introductions, events}) {
                        for (const Purpose purpose : {Purpose::attention, Purpose::pain, Purpose::identity}) {
                            for (const std::uint32_t draw : {0U, 1U, 2U, 7199U}) {
                                see(seed, person, {chapter, number, channel}, purpose, draw);
                            }
                        }
                    }
                }
            }
        }
    }
    EXPECT_EQ(static_cast<int>(seen.size()), drawn);
}

TEST(stream, an_event_happens_as_often_as_its_probability_says) {
    int happened = 0;
    for (std::uint32_t i = 0; i < 100'000; ++i) {
        happened += Stream(9, i, {0, 0, encounters}).uniform(Purpose::pain, 0) < 0.3 ? 1 : 0;
    }
    EXPECT_NEAR(happened / 1e5, 0.3, z * std::sqrt(0.3 * 0.7 / 1e5));
}

// A published result depends on these numbers: they must not move. Uniforms are exact (bits of Philox); the normals
// are the project's own elementary functions.
TEST(stream, addresses_are_part_of_published_results) {
    const Stream stream(1, 0, {0, 0, encounters});
    const Counter words = philox4x32_10({0, 0, static_cast<std::uint32_t>(Purpose::pain), 0}, {1, 0});
    const auto unit = [](std::uint32_t high, std::uint32_t low) {
        const std::uint64_t bits = ((static_cast<std::uint64_t>(high) << 32U) | low) >> 11U;
        return (static_cast<double>(bits) + 0.5) / 9007199254740992.0;
    };
    EXPECT_EQ(stream.uniform(Purpose::pain, 0), unit(words[0], words[1]));
    EXPECT_EQ(stream.uniform(Purpose::pain, 1), unit(words[2], words[3]));
    const double radius = std::sqrt(-2 * std::log(unit(words[0], words[1])));
    const double turn = 2 * std::acos(-1.0) * unit(words[2], words[3]);
    EXPECT_NEAR(stream.normal(Purpose::pain, 0), radius * std::cos(turn), 1e-14);
    EXPECT_NEAR(stream.normal(Purpose::pain, 1), radius * std::sin(turn), 1e-14);
}

}  // namespace
}  // namespace nearness::random
