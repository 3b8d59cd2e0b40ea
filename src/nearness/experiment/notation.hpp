// The notation of designs: what one group of an experiment goes through, in a line of text.
//
//     20A>(US) | 24 h | 20A#                    20 pairings, a day later 20 tests
//     !10A>(US)/10B @ 2 min                     10 of each in random order, two minutes apart
//     [X]20A>(US):50% | [Y]20A | [X]5#A         half of the trials reinforced; extinguished and tested elsewhere
//
// GRAMMAR (blanks may stand between any two parts; a number and its unit need one)
//
//     design  = part , { "|" , part } ;
//     part    = phase | pause ;
//     pause   = number , unit ;                       (* time before the next phase: 24 h *)
//     phase   = "-" | kind , { "/" , kind } , [ "@" , number , unit ] ;   (* @: from trial to trial; - is no trial *)
//     kind    = [ context ] , count , [ "#" ] , period , { ">" , period } , [ "#" ] ;   (* # is a test, which changes nothing *)
//     context = "[" , [ word , [ ":" , number ] , { "," , word , [ ":" , number ] } ] , "]" ;
//     period  = element , { element } ;
//     element = name , [ ":" , number ] , [ ":" , number , "%" ] ;        (* intensity; share of the trials *)
//     name    = letter , [ "_" , letter ] | "(" , word , [ "_" , word ] , ")" ;
//     word    = letter , { letter | digit | "-" } ;
//
// A "!" between any two parts of a phase has its kinds come in random order. A context holds from where it stands to the
// end of the phase or the next context; [] is none. A_x is a form x of the stimulus A: learners learn about A, and a
// parameter may be given to the form.
// SOURCE calmr's notation (Navarro) from its manual; times, contexts, intensities, shares and "-" are ours.
// CHECKED tests/experiment/notation_test.cpp.
#pragma once

#include "nearness/base/units.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nearness::experiment {

struct Length {
    double number = 0;
    Unit unit = Unit::minute;

    double seconds() const { return in_seconds(number, unit); }
    bool operator==(const Length&) const = default;
};

// One stimulus as it is presented.
struct Element {
    std::string stimulus;  // what is learned about
    std::string form;      // x of A_x; mostly empty
    double intensity = 1;
    double percent = 100;  // of the trials of its kind

    std::string name() const { return form.empty() ? stimulus : stimulus + "_" + form; }
    bool operator==(const Element&) const = default;
};

// Trials that are alike: `10A>(US)`.
struct Kind {
    int count = 1;
    bool test = false;
    std::vector<Element> contexts;
    std::vector<std::vector<Element>> periods;

    bool operator==(const Kind&) const = default;
};

struct Phase {
    std::optional<Length> pause;  // before its first trial
    std::optional<Length> apart;  // from trial to trial
    bool random = false;
    std::vector<Kind> kinds;

    bool operator==(const Phase&) const = default;
};

// What is wrong, where in the text (bytes), and what to write instead. All are E0601.
struct Misread {
    std::size_t at = 0;
    std::size_t width = 1;
    std::string message;
    std::string remedy;
};

struct Parsed {
    std::vector<Phase> phases;  // as far as they could be read
    std::vector<Misread> problems;
};

inline constexpr int most_phases = 1000;
inline constexpr int most_trials = 100'000;  // of a kind

// A share of the trials of a kind, in whole trials.
constexpr int trials_of_share(int count, double percent) { return static_cast<int>(percent * count / 100 + 0.5); }

Parsed parse(std::string_view text);

// The same back as text, without blanks that are not needed: parse(written(phases)) is phases. `written(kind)` leaves out
// the count, since it names the kind in tables and files.
std::string written(const std::vector<Phase>& phases);
std::string written(const Kind& kind);

// "0.5", "2", "1.25": the shortest text that is read as this number.
std::string decimal(double number);

}  // namespace nearness::experiment
