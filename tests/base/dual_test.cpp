// Dual numbers: every operation against central differences at many points, every slope against its closed form, and
// what must never leak. Whole encounters: tests/world/derivatives_test.cpp.
#include "nearness/base/math.hpp"
#include "reference/properties.hpp"

#include <cmath>
#include <functional>
#include <string>
#include <vector>

namespace nearness::math {
namespace {

using properties::number;
using D = Dual<2>;

D x_at(double x) { return D::variable(x, 0); }
D y_at(double y) { return D::variable(y, 1); }

// The same text for doubles and duals.
#define NEARNESS_BOTH(expression) \
    Operation(#expression, []([[maybe_unused]] const auto& x, [[maybe_unused]] const auto& y) { return expression; })

struct Operation {
    template <class Function>
    Operation(std::string text, Function function) : name(std::move(text)), on_doubles(function), on_duals(function) {}
    std::string name;
    std::function<double(const double&, const double&)> on_doubles;
    std::function<D(const D&, const D&)> on_duals;
};

// Smooth for x and y from 0.1 to 3. The last ones are chains.
const std::vector<Operation>& operations() {
    static const std::vector<Operation> all = {
        NEARNESS_BOTH(x + y),
        NEARNESS_BOTH(x - y),
        NEARNESS_BOTH(x * y),
        NEARNESS_BOTH(x / y),
        NEARNESS_BOTH(-x),
        NEARNESS_BOTH(x + 2.5),
        NEARNESS_BOTH(2.5 + x),
        NEARNESS_BOTH(x - 2.5),
        NEARNESS_BOTH(2.5 - x),
        NEARNESS_BOTH(x * 2.5),
        NEARNESS_BOTH(2.5 * x),
        NEARNESS_BOTH(x / 2.5),
        NEARNESS_BOTH(2.5 / x),
        NEARNESS_BOTH(math::sqrt(x)),
        NEARNESS_BOTH(math::square(x)),
        NEARNESS_BOTH(math::exp(x)),
        NEARNESS_BOTH(math::exp_core(x)),
        NEARNESS_BOTH(math::expm1(x)),
        NEARNESS_BOTH(math::log(x)),
        NEARNESS_BOTH(math::log_core(x)),
        NEARNESS_BOTH(math::log1p(x)),
        NEARNESS_BOTH(math::pow(x, y)),
        NEARNESS_BOTH(math::pow(x, 1.7)),
        NEARNESS_BOTH(math::pow(1.7, y)),
        NEARNESS_BOTH(math::pow(x, -0.3)),
        NEARNESS_BOTH(math::gamma(x)),
        NEARNESS_BOTH(math::lgamma(x)),
        NEARNESS_BOTH(math::normal_cdf(x - y)),
        NEARNESS_BOTH(math::normal_cdf_core(x - y)),
        NEARNESS_BOTH(math::logistic(x - y)),
        NEARNESS_BOTH(math::logistic_core(x - y)),
        NEARNESS_BOTH(math::absolute(-x)),
        NEARNESS_BOTH(math::clip(x, 0.0, 4.0) * math::clip(y, 5.0, 6.0)),
        NEARNESS_BOTH(math::maximum(x, y + 4.0) - math::minimum(x, y + 4.0)),
        NEARNESS_BOTH(math::select(x < y + 4.0, x * y, x / y)),
        NEARNESS_BOTH(x * math::log(x) - math::exp(-x / y) * math::pow(y, x)),
        NEARNESS_BOTH(1.0 / (1.0 + math::exp(-math::square(x - y)) / math::gamma(y)) + math::sqrt(x * y + 0.5)),
    };
    return all;
}

// Fourth-order central difference: with this step, truncation and rounding are both near 1e-11 of the scale.
double central(const std::function<double(double)>& f, double at) {
    const double h = 1e-3 * at;
    return (8 * (f(at + h) - f(at - h)) - (f(at + 2 * h) - f(at - 2 * h))) / (12 * h);
}

TEST(dual, every_operation_agrees_with_central_differences_and_has_the_value_of_doubles) {
    for (const Operation& operation : operations()) {
        EXPECT_TRUE(properties::hold([&] {
            const double x = number(0.1, 3), y = number(0.1, 3);
            const D result = operation.on_duals(x_at(x), y_at(y));
            RC_ASSERT(bits_of(result.value) == bits_of(operation.on_doubles(x, y)));
            const double by_x = central([&](double moved) { return operation.on_doubles(moved, y); }, x);
            const double by_y = central([&](double moved) { return operation.on_doubles(x, moved); }, y);
            const double scale = 1 + std::abs(result.value) + std::abs(by_x) + std::abs(by_y);
            RC_ASSERT(std::abs(result.derivative[0] - by_x) < 1e-8 * scale);
            RC_ASSERT(std::abs(result.derivative[1] - by_y) < 1e-8 * scale);
        })) << operation.name;
    }
}

TEST(dual, identities_hold_for_derivatives_too) {
    const auto close = [](const D& a, const D& b) {
        for (std::size_t i = 0; i < D::size; ++i) {
            const double scale = 1 + std::abs(a.derivative[i]);
            if (!(std::abs(a.derivative[i] - b.derivative[i]) < 1e-12 * scale)) return false;
        }
        return std::abs(a.value - b.value) < 1e-12 * (1 + std::abs(a.value));
    };
    EXPECT_TRUE(properties::hold([&] {
        const double u = number(0.1, 5), v = number(0.1, 5);
        const D x = x_at(u), y = y_at(v);
        RC_ASSERT(close(x + y, y + x));
        RC_ASSERT(close(x * y, y * x));
        RC_ASSERT(close(x * (x + y), x * x + x * y));
        RC_ASSERT(close((x / y) * y, x));
        RC_ASSERT(close(x - x, D(0)));
        RC_ASSERT(close(math::exp(math::log(x)), x));
        RC_ASSERT(close(math::exp(x + y), math::exp(x) * math::exp(y)));
        RC_ASSERT(close(math::log(x * y), math::log(x) + math::log(y)));
        RC_ASSERT(close(math::square(math::sqrt(x)), x));
        RC_ASSERT(close(math::pow(x, y), math::exp(y * math::log(x))));
        RC_ASSERT(close(math::gamma(x + 1.0), x * math::gamma(x)));
        RC_ASSERT(close(math::lgamma(x), math::log(math::gamma(x))));
        RC_ASSERT(close(math::normal_cdf(x) + math::normal_cdf(-x), D(1)));
        RC_ASSERT(close(math::logistic(x) + math::logistic(-x), D(1)));
        RC_ASSERT(close(math::expm1(x), math::exp(x) - 1.0));
        RC_ASSERT(close(math::log1p(x), math::log(1.0 + x)));
    }));
}

TEST(dual, the_chain_rule_is_the_product_of_slopes) {
    EXPECT_TRUE(properties::hold([] {
        const double u = number(0.2, 2);
        const Dual<1> x = Dual<1>::variable(u, 0);
        const Dual<1> inner = math::exp(math::square(x));
        const Dual<1> outer = math::logistic(math::log(inner) - 1.0);
        const double p = 1 / (1 + std::exp(1 - u * u));
        RC_ASSERT(std::abs(inner.derivative[0] - 2 * u * std::exp(u * u)) < 1e-12 * std::exp(u * u));
        RC_ASSERT(std::abs(outer.derivative[0] - p * (1 - p) * 2 * u) < 1e-13);
    }));
}

TEST(dual, compound_assignment_is_the_operation) {
    D x = x_at(2);
    x += y_at(3);
    x -= 1.0;
    x *= y_at(3);
    x /= 2.0;  // (x + y − 1) y/2
    EXPECT_EQ(x.value, 6);
    EXPECT_EQ(x.derivative[0], 1.5);
    EXPECT_EQ(x.derivative[1], 3.5);
    x /= x_at(2);
    EXPECT_EQ(x.derivative[0], 1.5 / 2 - 6.0 / 4);
    x *= 2.0;
    x -= D(6);
    x += 1.0;
    EXPECT_EQ(x.value, 1);
}

TEST(dual, comparisons_look_at_the_value_alone) {
    const D two = x_at(2), other_two = y_at(2);
    EXPECT_TRUE(two == other_two && two == 2.0 && 2.0 == two && two != 3.0);
    EXPECT_TRUE(two < 3.0 && 1.0 < two && two <= 2.0 && 2.0 >= two && two > x_at(1) && two >= other_two);
    EXPECT_FALSE(two < other_two || two > 2.0 || D(not_a_number) < two || D(not_a_number) == D(not_a_number));
    EXPECT_EQ(primal(two), 2);
    EXPECT_EQ(D{}.value, 0);
    EXPECT_EQ(D{}.derivative[1], 0);
}

// Relative error against a truth in extended precision, in units of 2^-53.
double units(double value, long double truth) {
    return static_cast<double>(std::abs((value - truth) / truth)) * 0x1p53;
}
double slope(const std::function<Dual<1>(const Dual<1>&)>& f, double at) {
    return f(Dual<1>::variable(at, 0)).derivative[0];
}

TEST(dual, slopes_keep_their_last_places_in_the_tails) {
    const auto alarm = [](const Dual<1>& x) { return math::normal_cdf_core(x); };
    const auto certain = [](const Dual<1>& x) { return math::normal_cdf(x); };
    const auto on = [](const Dual<1>& x) { return math::logistic(x); };
    const auto on_core = [](const Dual<1>& x) { return math::logistic_core(x); };
    const long double root_two_pi = std::sqrt(2 * std::acos(-1.0L));
    for (int i = -370; i <= 370; ++i) {
        const double x = 0.1 * i;
        const long double density = std::exp(-0.5L * x * x) / root_two_pi;
        EXPECT_LT(units(slope(alarm, x), density), 5) << x;
        EXPECT_LT(units(slope(certain, x), density), 5) << x;
    }
    for (int i = -700; i <= 700; i += 7) {
        const long double shrunk = std::exp(-std::abs(static_cast<long double>(i)));
        const long double truth = shrunk / ((1 + shrunk) * (1 + shrunk));
        EXPECT_LT(units(slope(on, i), truth), 8) << i;
        EXPECT_LT(units(slope(on_core, i), truth), 8) << i;
    }
    const auto tail = [](const Dual<1>& x) { return math::log(x); };
    EXPECT_EQ(slope(tail, 0x1p-1074), infinity);  // it is larger than any number
    EXPECT_EQ(math::log(Dual<1>::variable(0x1p-1020, 0) * 0x1p-40).derivative[0], 0x1p+1020);
}

TEST(dual, far_out_where_a_function_is_flat_its_slope_is_zero_and_not_a_number) {
    for (const double x : {-1e300, -800.0, -746.0, 746.0, 800.0, 1e300}) {
        const D at = x_at(x);
        EXPECT_TRUE(is_finite(math::logistic(at).derivative[0])) << x;
        EXPECT_EQ(math::normal_cdf(at).derivative[0], 0) << x;
        EXPECT_LT(math::logistic(at).derivative[0], 1e-300) << x;
        EXPECT_LT(math::exp(-math::absolute(at)).derivative[0], 1e-300) << x;
        EXPECT_LT(math::expm1(-math::absolute(at)).derivative[0], 1e-300) << x;
    }
}

TEST(dual, powers_of_nought_have_the_slopes_they_should) {
    const D zero = x_at(0);
    EXPECT_EQ(math::pow(zero, 2.0).derivative[0], 0);
    EXPECT_EQ(math::pow(zero, 1.0).derivative[0], 1);
    EXPECT_EQ(math::pow(zero, 0.0).derivative[0], 0);
    EXPECT_EQ(math::pow(zero, 0.5).derivative[0], infinity);
    EXPECT_EQ(math::pow(0.0, y_at(2)).derivative[1], 0);
    EXPECT_EQ(math::pow(D(0), y_at(2)).derivative[1], 0);
    EXPECT_EQ(math::pow(D(0), y_at(0.5)).derivative[0], 0);  // a constant base has no slope, not an infinite one
    EXPECT_EQ(math::pow(D(-2), D(3)).value, -8);
    EXPECT_EQ(math::pow(x_at(-2), D(3)).derivative[0], 12);
    EXPECT_EQ(math::pow(x_at(-2), D(3)).derivative[1], 0);
}

TEST(dual, an_infinite_slope_is_infinite_for_what_varies_and_nothing_for_a_constant) {
    EXPECT_EQ(math::sqrt(x_at(0)).derivative[0], infinity);
    EXPECT_EQ(math::sqrt(x_at(0)).derivative[1], 0);
    EXPECT_EQ(math::log(x_at(0)).derivative[0], infinity);
    EXPECT_EQ(math::log(x_at(0)).derivative[1], 0);
    EXPECT_EQ(math::log(D(0)).derivative[0], 0);
    EXPECT_EQ(math::log(D(0)).value, -infinity);
}

// Numbers that must not be seen when they are not chosen.
std::vector<D> poisons(double value) {
    std::vector<D> all;
    for (const double poison : {infinity, -infinity, not_a_number}) {
        D one(value);
        one.derivative = {poison, poison};
        all.push_back(one);
    }
    return all;
}
bool is_clean(const D& x) { return is_finite(x.value) && is_finite(x.derivative[0]) && is_finite(x.derivative[1]); }

TEST(dual, an_unselected_infinity_or_nan_never_leaks) {
    for (const D& high : poisons(9)) {
        EXPECT_TRUE(is_clean(math::minimum(high, x_at(1))));
        EXPECT_TRUE(is_clean(math::minimum(x_at(1), high)));
        EXPECT_TRUE(is_clean(math::clip(high, 0.0, 1.0)));
        EXPECT_TRUE(is_clean(math::clip(-high, 0.0, 1.0)));
        EXPECT_TRUE(is_clean(math::clip(x_at(1), 0.0, high)));
        EXPECT_TRUE(is_clean(math::select(false, high, x_at(1))));
        EXPECT_TRUE(is_clean(math::select(true, x_at(1), high)));
        EXPECT_FALSE(is_clean(math::maximum(high, x_at(1))));  // chosen, it is there
        EXPECT_FALSE(is_clean(math::select(true, high, x_at(1))));
    }
    for (const D& low : poisons(-9)) {
        EXPECT_TRUE(is_clean(math::maximum(low, x_at(1))));
        EXPECT_TRUE(is_clean(math::maximum(x_at(1), low)));
        EXPECT_TRUE(is_clean(math::clip(low, 0.0, 1.0)));
        EXPECT_TRUE(is_clean(math::clip(x_at(1), low, 3.0)));
    }
    // A value that is no number is not chosen by a comparison either.
    EXPECT_TRUE(is_clean(math::maximum(x_at(1), D(not_a_number))));
    EXPECT_TRUE(is_clean(math::clip(math::log(x_at(0)), -1.0, 1.0)));
    EXPECT_TRUE(is_clean(math::clip(1.0 / x_at(0), -1.0, 1.0)));
}

TEST(dual, at_a_kink_the_derivative_is_that_of_the_branch_taken) {
    EXPECT_EQ(math::clip(x_at(0), 0.0, 1.0).derivative[0], 1);  // still inside
    EXPECT_EQ(math::clip(x_at(1), 0.0, 1.0).derivative[0], 1);
    EXPECT_EQ(math::clip(x_at(1.001), 0.0, 1.0).derivative[0], 0);
    EXPECT_EQ(math::maximum(x_at(1), y_at(1)).derivative[0], 1);  // the first of equals
    EXPECT_EQ(math::minimum(x_at(1), y_at(1)).derivative[0], 1);
    EXPECT_EQ(math::absolute(x_at(0)).derivative[0], 1);
    EXPECT_EQ(bits_of(math::absolute(x_at(-0.0)).value), 0U);
}

}  // namespace
}  // namespace nearness::math
