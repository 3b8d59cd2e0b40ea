// A claim of the essay as an experiment: what is said, on which lives it is looked at, what is measured on each person,
// and what has to come out for the claim to hold. Plain data; io/claim_file.hpp reads it from a file of claims/.
//
// SAYS   A claim is as many expectations as it makes. Each is one number over persons (effects.hpp) of measures of each
//        person (measures.hpp) in named arms of a life, and one bound. Arms differ in one thing and share their draws.
// A claim holds when all of its expectations hold, fails when one fails, and is open otherwise.
#pragma once

#include "nearness/claims/measures.hpp"

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace nearness::claims {

// How well people's data support a claim, as ../EVIDENCE.md has it.
enum class Flag { supported, mixed, contested, novel };
inline constexpr std::array<std::string_view, 4> flag_names = {"supported", "mixed", "contested", "novel"};
inline constexpr std::array<std::string_view, 4> flag_marks = {"●", "◐", "○", "☆"};

// The effect's number over persons; effects.hpp has their definitions.
enum class Effect {
    mean,
    difference,
    standardised,
    ratio,
    share,
    correlation,
    rank_correlation,
    slope,
    ordered,
    explained,
    told_apart,
    mediated,
};

// One column of numbers, one a person: a measure in an arm at a chapter.
struct Term {
    MeasureUse measure;
    std::string arm;      // of the claim's life; `life:arm` of another
    std::string chapter;  // its name in that life
    bool operator==(const Term&) const = default;
};

struct Bound {
    double at_least = -std::numeric_limits<double>::infinity();
    double at_most = std::numeric_limits<double>::infinity();
    bool within = false;  // "no difference": the whole interval has to lie inside
};

struct Expectation {
    std::string says;  // one sentence
    Effect effect = Effect::mean;
    std::vector<Term> of;       // one an arm, in the order of the file
    std::vector<Term> against;  // as many, or one for all; empty where the effect compares nothing
    std::vector<Term> with;     // of correlation, slope, explained, mediated: as many as `of`
    std::vector<Term>
        besides;        // of told_apart: further measures, arm by arm (measures × arms); of mediated: the mediator
    Term spread;        // of standardised: in the reference population
    double beyond = 0;  // of share: persons with at least this; at most it when `below`
    bool below = false;
    Bound bound;
};

// A line of a picture: one measure over a range of one of its options, or of its arms.
struct Picture {
    std::string says;
    std::string over;  // the option that the horizontal axis runs over; empty: one dot an arm
    std::vector<double> at;
    bool joined = true;  // false: the points are kinds of something, and no line runs between them
    std::vector<std::string> arms;
    std::vector<std::vector<Term>> lines;  // arm by arm, point by point
    std::string measure;                   // as shown on the vertical axis
};

// A threshold that was another once.
struct Restated {
    std::string was, why;
};

struct Claim {
    int number = 0;     // as in CLAIMS.md
    std::string name;   // "threshold"
    std::string part;   // "A. The puzzle"
    std::string quote;  // of the essay
    std::string says;   // in plain words
    std::string experiment;
    Flag flag = Flag::novel;
    std::string contested;  // what speaks against it, in words
    std::string life;
    // Every person has parameters of their own, drawn from the prior around those of the arm (population.hpp). Where
    // persons are recognised from what they do, luck alone would make them too much alike.
    bool people_differ = false;
    std::vector<Expectation> expectations;
    std::vector<Picture> pictures;
    std::vector<std::string> rivals;  // that must fail it: ids of stand_ins.hpp, or modules of person/knock_outs.hpp
    std::string term;                 // the equation that carries it alone, if it is said to be assumed: "mind.1"
    std::string remark;               // why it fails; limits of the experiment
    std::string tried;                // which additions to the theory were tried for it, and what came of them
    std::vector<Restated> restated;
    std::string verdict_text;  // its expectations as written, for the register of verdicts
};

}  // namespace nearness::claims
