#!/usr/bin/python3
"""Derives every fitted coefficient of src/nearness/base/math, from nothing but the standard library.

Each function is sampled at Chebyshev nodes with 60 to 1000 decimal digits, interpolated there (which is within a
small factor of the best polynomial), turned into powers of the variable and rounded to doubles. The error printed
beside each table is that of the polynomial with its coefficients rounded, in exact arithmetic, on a grid between the
nodes: log2 of the largest relative error of the fitted quantity.

    /usr/bin/python3 scripts/derive_math_coefficients.py > src/nearness/base/math/coefficients.hpp
"""
import sys
from decimal import Decimal as D, getcontext
from fractions import Fraction
from functools import lru_cache

getcontext().prec = 60


def series(first, ratio):
    """Sum of a series given its first term and ratio(n), the factor from term n to term n + 1."""
    total, term, n = first, first, 0
    while True:
        term *= ratio(n)
        n += 1
        if total + term == total:
            return total
        total += term


def sine(x):
    return series(x, lambda n: -x * x / ((2 * n + 2) * (2 * n + 3)))


def cosine(x):
    return series(D(1), lambda n: -x * x / ((2 * n + 1) * (2 * n + 2)))


def arctangent_of_inverse(n):
    total, power, k = D(0), D(1) / n, 0
    while abs(power) > D(10) ** -(getcontext().prec + 5):
        total += power / (2 * k + 1)
        power /= -n * n
        k += 1
    return total


def pi():
    return 16 * arctangent_of_inverse(5) - 4 * arctangent_of_inverse(239)  # Machin 1706


PI = pi()


@lru_cache(None)
def scaled_erfc(x):
    """exp(x^2) erfc(x), by the series of erf with enough digits to survive the cancellation."""
    old = getcontext().prec
    getcontext().prec = int(60 + 2 * float(x) ** 2)
    root_pi = pi().sqrt()
    total = series(x, lambda n: 2 * x * x / (2 * n + 3))  # erf(x) = 2/sqrt(pi) exp(-x^2) sum 2^n x^(2n+1)/(2n+1)!!
    value = (x * x).exp() - 2 / root_pi * total
    getcontext().prec = old
    return +value


def erf_over_x(x):
    return 2 / PI.sqrt() * series(D(1), lambda n: -x * x * (2 * n + 1) / ((n + 1) * (2 * n + 3)))


@lru_cache(None)
def bernoulli(n):
    row = [Fraction(0)] * (n + 1)
    for m in range(n + 1):
        row[m] = Fraction(1, m + 1)
        for j in range(m, 0, -1):
            row[j - 1] = j * (row[j - 1] - row[j])
    return row[0]


def bernoulli_decimal(n):
    return D(bernoulli(n).numerator) / bernoulli(n).denominator


def log_gamma_remainder(x):
    """log gamma(x) - ((x - 1/2) log x - x + log(2 pi)/2), for x >= 40."""
    return sum(bernoulli_decimal(2 * k) / (2 * k * (2 * k - 1) * x ** (2 * k - 1)) for k in range(1, 41))


def log_gamma(x):
    product = D(1)
    while x < 60:
        product *= x
        x += 1
    return (x - D("0.5")) * x.ln() - x + (2 * PI).ln() / 2 + log_gamma_remainder(x) - product.ln()


def digamma(x):
    total = D(0)
    while x < 60:
        total -= 1 / x
        x += 1
    tail = sum(bernoulli_decimal(2 * k) / (2 * k * x ** (2 * k)) for k in range(1, 41))
    return total + x.ln() - 1 / (2 * x) - tail


def digamma_root():
    low, high = D("1.46"), D("1.47")
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if digamma(middle) < 0 else (low, middle)
    return low


def upper_quantile(log_probability):
    """x > 0 with upper tail probability exp(log_probability); Newton on the logarithm."""
    def log_tail(x):
        y = x / D(2).sqrt()
        return (scaled_erfc.__wrapped__(y) / 2).ln() - x * x / 2
    x = max(D("0.1"), (-2 * log_probability).sqrt() - D("0.4"))
    for _ in range(60):
        mills = scaled_erfc.__wrapped__(x / D(2).sqrt()) * (PI / 2).sqrt()
        step = (log_tail(x) - log_probability) * mills
        x += step
        if abs(step) < D("1e-40"):
            return x
    raise RuntimeError("no convergence")


def chebyshev_nodes(low, high, count):
    return [(low + high) / 2 + (high - low) / 2 * cosine(PI * (2 * i + 1) / (2 * count)) for i in range(count)]


def interpolate(nodes, values):
    """Powers-of-x coefficients of the polynomial through the points (Newton's divided differences)."""
    table = list(values)
    count = len(nodes)
    for level in range(1, count):
        for i in range(count - 1, level - 1, -1):
            table[i] = (table[i] - table[i - 1]) / (nodes[i] - nodes[i - level])
    polynomial = [table[-1]]
    for i in range(count - 2, -1, -1):
        shifted = [D(0)] + polynomial
        for j, coefficient in enumerate(polynomial):
            shifted[j] -= nodes[i] * coefficient
        shifted[0] += table[i]
        polynomial = shifted
    return polynomial


def fit(function, low, high, degree, minus=0):
    """Exact coefficients less `minus` in the first, and log2 of the largest relative error when they are rounded."""
    low, high = D(low), D(high)
    nodes = chebyshev_nodes(low, high, degree + 1)
    coefficients = interpolate(nodes, [function(x) for x in nodes])
    coefficients[0] -= minus
    worst = D(0)
    count = 3 * degree + 5
    for i in range(count):
        x = low + (high - low) * (1 - cosine(PI * i / (count - 1))) / 2
        if x == 0:
            continue
        value = minus + sum(D(float(c)) * x ** n for n, c in enumerate(coefficients))
        truth = function(x)
        worst = max(worst, abs(value / truth - 1))
    return coefficients, float(worst.ln() / D(2).ln())


def exp_tail(r):
    return series(D(1) / 2, lambda n: r / (n + 3))


def odd_log_series(first):
    return lambda z: sum(2 * z ** k / (2 * k + first) for k in range(60))


def sine_turns_tail(z):
    r = z.sqrt()
    return (sine(2 * PI * r) / r - 2 * PI) / z


def cosine_turns_tail(z):
    return (cosine(2 * PI * z.sqrt()) - 1) / z


def sine_tail(z):
    r = z.sqrt()
    return (sine(r) / r - 1) / z


def cosine_tail(z):
    return (cosine(z.sqrt()) - 1 + z / 2) / (z * z)


ERFC_SHIFT, ERFC_POLE, ERFC_SCALE = D(3), D("0.75"), D("0.6640625")
NORMAL_SHIFT, NORMAL_POLE, NORMAL_SCALE = D("4.25"), D("1.0625"), D("0.46875")


def erfc_mapped(s):
    """e^(x^2) erfc(x) (x + pole)/scale - 1, s = (x - shift)/(x + shift): between -0.15 and 0.15 for all x >= 0."""
    x = ERFC_SHIFT * (1 + s) / (1 - s)
    return scaled_erfc(x) * (x + ERFC_POLE) / ERFC_SCALE


def normal_mapped(s):
    t = NORMAL_SHIFT * (1 + s) / (1 - s)
    return scaled_erfc(t / D(2).sqrt()) / 2 * (t + NORMAL_POLE) / NORMAL_SCALE


def log_gamma_stirling(z):
    x = 1 / z.sqrt()
    return (log_gamma(x) - ((x - D("0.5")) * x.ln() - x + (2 * PI).ln() / 2)) * x


def digamma_stirling(z):
    x = 1 / z.sqrt()
    return (x.ln() - 1 / (2 * x) - digamma(x)) / z


def quantile_centre(z):
    q = z.sqrt()
    p = D("0.5") - q
    return upper_quantile(p.ln()) / q


QUANTILE_SHIFTS = {"near": D("4"), "far": D("17.5")}  # about the geometric means of the ranges


def quantile_tail(which):
    shift = QUANTILE_SHIFTS[which]

    def mapped(s):
        w = shift * (1 + s) / (1 - s)
        return upper_quantile(-w * w / 2) / w
    return mapped


def quantile_range(which, low, high):
    shift = QUANTILE_SHIFTS[which]
    return tuple((D(w) - shift) / (D(w) + shift) for w in (low, high))


def split(value, bits):
    """The value as a sum of doubles, all but the last with so many bits."""
    parts = []
    for b in bits:
        exponent = 0
        magnitude = abs(value)
        while magnitude >= 1:
            magnitude /= 2
            exponent += 1
        while magnitude < D("0.5"):
            magnitude *= 2
            exponent -= 1
        unit = D(2) ** (exponent - b)
        part = (value / unit).to_integral_value() * unit
        parts.append(float(part))
        value -= part
    return parts


def constant(name, value, bits):
    parts = split(value, bits)
    labels = ["_high", "_low"] if len(parts) == 2 else [f"_part_{i + 1}" for i in range(len(parts))]
    if len(parts) == 1:
        labels = [""]
    for label, part in zip(labels, parts):
        print(f"inline constexpr double {name}{label} = {part.hex()};")


def table(name, says, coefficients_and_error, lows=False):
    """Prints the coefficients; with `lows` also what the rounding of the first two left."""
    coefficients, error = coefficients_and_error
    print(f"\n// {says}; error 2^{error:.1f}")
    print(f"inline constexpr double {name}[] = {{")
    rows = [float(c).hex() for c in coefficients]
    for i in range(0, len(rows), 4):
        print("    " + ", ".join(rows[i:i + 4]) + ",")
    print("};")
    if lows:
        rests = [float(c - D(float(c))).hex() for c in coefficients[:2]]
        print(f"inline constexpr double {name}_lows[] = {{{', '.join(rests)}}};")


def main():
    half_log2 = D("0.34658")
    print("// Written by scripts/derive_math_coefficients.py: do not edit. The script says how each is derived.")
    print("#pragma once\n\n// clang-format off\nnamespace nearness::math::coefficients {\n")
    constant("log_2", D(2).ln(), [32, 53])
    constant("log_2_exact", D(2).ln(), [40, 40, 53])
    constant("inverse_log_2", 1 / D(2).ln(), [53])
    constant("half_log_2_pi", (2 * PI).ln() / 2, [53, 53])
    constant("inverse_root_two_pi", 1 / (2 * PI).sqrt(), [53])
    constant("two_pi", 2 * PI, [53, 53])
    constant("half_pi", PI / 2, [33, 33, 33, 53])
    constant("inverse_half_pi", 2 / PI, [53])
    constant("two_thirds", D(2) / 3, [53, 53])
    constant("digamma_root", digamma_root(), [53, 53])
    for name, value in (("erfc_shift", ERFC_SHIFT), ("erfc_pole", ERFC_POLE), ("erfc_scale", ERFC_SCALE),
                        ("normal_shift", NORMAL_SHIFT), ("normal_pole", NORMAL_POLE), ("normal_scale", NORMAL_SCALE)):
        constant(name, value, [53])
    constant("quantile_near_shift", QUANTILE_SHIFTS["near"], [53])
    constant("quantile_far_shift", QUANTILE_SHIFTS["far"], [53])
    table("exp_tail", "(e^r - 1 - r)/r^2 for |r| <= log(2)/2", fit(exp_tail, -half_log2, half_log2, 9))
    top = D("0.029438")  # (sqrt(2) - 1)^2/(sqrt(2) + 1)^2
    table("log_tail", "(2 atanh(s) - 2 s)/s^3 in z = s^2, s = (m - 1)/(m + 1), m within a factor sqrt(2) of 1",
          fit(odd_log_series(3), 0, top, 6))
    table("log_second_tail", "(2 atanh(s) - 2 s - 2 s^3/3)/s^5 in z = s^2", fit(odd_log_series(5), 0, top, 7))
    table("sine_turns_tail", "(sin(2 pi r)/r - 2 pi)/r^2 in z = r^2, |r| <= 1/8",
          fit(sine_turns_tail, 0, D(1) / 64, 5))
    table("cosine_turns_tail", "(cos(2 pi r) - 1)/r^2 in z = r^2, |r| <= 1/8",
          fit(cosine_turns_tail, 0, D(1) / 64, 6))
    eighth = (PI / 4) ** 2 * D("1.0001")
    table("sine_tail", "(sin(r)/r - 1)/r^2 in z = r^2, |r| <= pi/4", fit(sine_tail, 0, eighth, 5))
    table("cosine_tail", "(cos(r) - 1 + r^2/2)/r^4 in z = r^2, |r| <= pi/4", fit(cosine_tail, 0, eighth, 5))
    table("erfc_mapped", "e^(x^2) erfc(x) (x + pole)/scale - 1 in s = (x - shift)/(x + shift), 0 <= x <= 28",
          fit(erfc_mapped, -1, (28 - ERFC_SHIFT) / (28 + ERFC_SHIFT), 22, minus=1))
    table("normal_mapped", "e^(t^2/2) normal_cdf(-t) (t + pole)/scale - 1 in s = (t - shift)/(t + shift), 0 <= t <= 39",
          fit(normal_mapped, -1, (39 - NORMAL_SHIFT) / (39 + NORMAL_SHIFT), 22, minus=1))
    table("erf_centre", "erf(x)/x - 1 in z = x^2, |x| <= 3/4; the error is that of erf(x)",
          fit(lambda z: erf_over_x(z.sqrt()), 0, D("0.5625"), 11, minus=1))
    table("log_gamma_stirling", "x times the remainder of Stirling's formula in z = 1/x^2, x >= 10",
          fit(log_gamma_stirling, D("0.000001"), D("0.01"), 6))
    table("log_gamma_near_one", "log gamma(1 + y)/y, |y| <= 1/4",
          fit(lambda y: log_gamma(1 + y) / y, D("-0.25"), D("0.25"), 17), lows=True)
    table("log_gamma_near_two", "log gamma(2 + y)/y, |y| <= 1/2",
          fit(lambda y: log_gamma(2 + y) / y, D("-0.5"), D("0.5"), 17), lows=True)
    table("digamma_stirling", "x^2 (log x - 1/(2 x) - digamma(x)) in z = 1/x^2, x >= 8",
          fit(digamma_stirling, D("0.000001"), D(1) / 64, 7))
    root = digamma_root()
    table("digamma_centre", "digamma(x)/(x - root) in y = 2 x - 3, 1 <= x <= 2",
          fit(lambda y: digamma((y + 3) / 2) / ((y + 3) / 2 - root), -1, 1, 21), lows=True)
    table("quantile_centre", "-normal_quantile(1/2 - q)/q in z = q^2, |q| <= 3/8",
          fit(quantile_centre, D(0), D(9) / 64, 25), lows=True)
    table("quantile_near", "x/w, w = sqrt(-2 log p), x = -normal_quantile(p), in s = (w - shift)/(w + shift), 2 <= w <= 8",
          fit(quantile_tail("near"), *quantile_range("near", "2.03", "8"), 23), lows=True)
    table("quantile_far", "the same for 8 <= w <= 38.6",
          fit(quantile_tail("far"), *quantile_range("far", "8", "38.6"), 24), lows=True)
    print("\n}  // namespace nearness::math::coefficients")


if __name__ == "__main__":
    main()
