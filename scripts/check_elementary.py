#!/usr/bin/python3
"""Fails where the model row uses the platform's elementary functions instead of nearness::math.

The platform's exp differs in its last bit from platform to platform, and a simulated life amplifies last bits.

    /usr/bin/python3 scripts/check_elementary.py [--self-test]
"""
import re
import sys
from pathlib import Path

FOLDERS = "base random memory body mind protection bond person world therapy life".split()
FUNCTIONS = """exp exp2 exp10 expm1 log log2 log10 log1p pow sqrt cbrt hypot sin cos tan asin acos atan atan2 sincos
    sinh cosh tanh asinh acosh atanh erf erfc tgamma lgamma gamma digamma fma fmod remainder beta riemann_zeta
    expint legendre comp_ellint_1 cyl_bessel_j ldexp frexp""".split()
HEADERS = re.compile(r'#\s*include\s*[<"](cmath|math\.h|complex|complex\.h|tgmath\.h|ctgmath|numbers|random|valarray)[>"]')
NAMES = "|".join(sorted(FUNCTIONS, key=len, reverse=True))
CALL = re.compile(
    rf"(?P<qualifier>(?:\b[A-Za-z_]\w*\s*::\s*|::\s*)*)\b(?P<prefix>__builtin_)?(?P<name>{NAMES})(?P<suffix>[fl]?)\s*\(")
USING = re.compile(rf"\busing\s+(?:::\s*)?std\s*::\s*(?:{NAMES})[fl]?\s*;|\b(?:::\s*)?std\s*::\s*(?:{NAMES})[fl]?\b")
TYPE_BEFORE = re.compile(r"\b([A-Za-z_][\w:]*(?:<[^<>]*>)?)\s*[&*]*\s+$")
NOT_A_TYPE = {"return", "else", "case", "throw", "co_return", "co_yield", "and", "or", "not", "in", "do"}
ROOT_HOME = "base/math/bits.hpp"  # math::sqrt is __builtin_sqrt here and nowhere else


def without_comments_and_strings(text):
    """The text with comments, strings and characters blanked, line breaks kept; quoted includes stay."""
    pattern = re.compile(
        r'//[^\n]*|/\*.*?\*/|R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)"'
        r'|(?P<include>\#\s*include\s*"[^"\n]*")|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'', re.S)

    def blank(match):
        return match.group() if match.group("include") else re.sub(r"[^\n]", " ", match.group())
    return pattern.sub(blank, text)


def violations(text, path):
    """(line number, what) for each forbidden include and call. Inside src/nearness/base/math, unqualified names are
    the functions themselves; elsewhere a call must say math::."""
    code = without_comments_and_strings(text)
    home = "base/math/" in path or path.endswith("base/math.hpp")
    found = {}

    def add(position, what):
        found.setdefault((code.count("\n", 0, position) + 1, what.split("(")[0]), what)

    for match in HEADERS.finditer(code):
        add(match.start(), f"includes <{match.group(1)}>")
    for match in USING.finditer(code):
        add(match.start(), f"names {re.sub(r'[ ;]', '', match.group().replace('using', ''))}")
    for match in CALL.finditer(code):
        qualifier = re.sub(r"\s", "", match.group("qualifier"))
        call = f"{qualifier}{match.group('prefix') or ''}{match.group('name')}{match.group('suffix')}"
        if match.group("prefix"):
            if not (path.endswith(ROOT_HOME) and match.group("name") == "sqrt"):
                add(match.start(), f"calls {call}()")
        elif qualifier in ("std::", "::std::", "::"):
            add(match.start(), f"calls {call}()")
        elif not qualifier and not home:
            before = code[:match.start()]
            if before.rstrip().endswith((".", "->")):
                continue  # a member of something
            declared = TYPE_BEFORE.search(before[-200:])
            if declared and declared.group(1) not in NOT_A_TYPE:
                continue  # a declaration, such as an overload for another number type
            add(match.start(), f"calls {call}() without math::")
    return sorted((line, what) for (line, _), what in found.items())


BAD = """#include <cmath>
#include "math.h"
double a = std::exp(1.0);
double b = exp(x);
double c = std :: pow(x, 2);
double d = __builtin_exp(x);
double e = ::log(x);
double f = std::sqrt(x) + 1;
double g = /* math:: */ sqrtf(x);
auto h = return_it(&std::sin);
using std::cos;
double i() { return tgamma(x); }
double j = __builtin_sqrt(x);
double k = 1'000 * log1p(x) * 2'000;
"""
GOOD = """#include <limits>
#include "nearness/base/math.hpp"
// std::exp(x) in a comment
/* exp(x)
   pow(x, y) */
const char* a = "std::log(x)";
const char* raw = R"(exp(x))";
double b = math::exp(x) + nearness::math::sqrt(y) + math :: pow(x, y);
double c = my_exp(x) + exponent(x) + record.log(x) + pointer->exp(x) + exp_core(x);
double d = std::isnan(x) + std::numeric_limits<double>::infinity();
Dual exp(const Dual& x);
double log = 3;
char e = '"';
"""


def self_test():
    bad_lines = {line for line, _ in violations(BAD, "src/nearness/mind/bad.hpp")}
    expected = set(range(1, BAD.count("\n") + 1))
    good = violations(GOOD, "src/nearness/mind/good.hpp")
    inside = violations("double sqrt(double x) { return __builtin_sqrt(x); }\ndouble y = log(x);\n",
                        "src/nearness/base/math/bits.hpp")
    inside_bad = violations("double y = std::log(x) + __builtin_log(x);\n", "src/nearness/base/math/bits.hpp")
    failures = []
    if bad_lines != expected:
        failures.append(f"missed violations on lines {sorted(expected - bad_lines)}")
    if good:
        failures.append(f"false alarms: {good}")
    if inside or len({line for line, _ in inside_bad}) != 1:
        failures.append(f"inside base/math: {inside} {inside_bad}")
    for failure in failures:
        print("self-test:", failure)
    print("self-test", "failed" if failures else f"passed: {len(expected)} violations caught, no false alarm")
    return 1 if failures else 0


def main():
    if "--self-test" in sys.argv[1:]:
        return self_test()
    root = Path(__file__).resolve().parent.parent
    count = 0
    for folder in FOLDERS:
        for path in sorted((root / "src/nearness" / folder).rglob("*")):
            if path.suffix not in (".hpp", ".cpp", ".h", ".inl"):
                continue
            name = path.relative_to(root).as_posix()
            for line, what in violations(path.read_text(encoding="utf-8"), name):
                print(f"{name}:{line}: {what}")
                count += 1
    if count:
        print(f"{count} use(s) of the platform's elementary functions in the model row: use nearness::math")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
