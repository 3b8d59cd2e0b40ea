#include "nearness/claims/suite.hpp"

#include "nearness/claims/population.hpp"
#include "nearness/engine/statistics.hpp"

#include <algorithm>

namespace nearness::claims {

namespace {

// Whatever the variation makes of a life, everybody has parameters of their own around that.
Variation differing(const Variation& variation) {
    return {false, [&variation](life::Scenario& scenario, std::uint64_t seed, std::uint32_t person) {
                if (variation.change) variation.change(scenario, seed, person);
                draw_from_prior(scenario.parameters, seed, person);
            }};
}

// An arm may be of another life than the claim's: "life:arm".
std::pair<std::string, std::string> life_and_arm(const Claim& claim, const Term& term) {
    const std::size_t colon = term.arm.find(':');
    if (colon == std::string::npos) return {claim.life, term.arm};
    return {term.arm.substr(0, colon), term.arm.substr(colon + 1)};
}

// All that is asked of all lives, each question once.
class Questions {
public:
    // Each life twice: by persons who are alike, and by persons who differ.
    explicit Questions(const Suite& suite) : suite_(suite), of_life_(2 * suite.lives.size()) {}

    void ask(const Claim& claim, const Term& term) {
        auto [place, question] = sought(claim, term);
        std::vector<Question>& asked = of_life_[place];
        const auto same = [&](const Question& one) { return one.term == question.term; };
        if (std::none_of(asked.begin(), asked.end(), same)) asked.push_back(std::move(question));
    }
    const Column& answer(const Claim& claim, const Term& term) const {
        const auto [place, question] = sought(claim, term);
        const std::vector<Question>& asked = of_life_[place];
        for (std::size_t q = 0; q < asked.size(); ++q) {
            if (asked[q].term == question.term) return answers_[place][q];
        }
        throw Bug("a question that was not asked");
    }

    // `total`: persons to be lived, for the progress; the lives are weighed by their arms' chapters.
    void live(const SuiteOptions& options) {
        answers_.resize(of_life_.size());
        double all = 0, done = 0;
        for (std::size_t l = 0; l < of_life_.size(); ++l) all += weight(l);
        for (std::size_t l = 0; l < of_life_.size(); ++l) {
            if (of_life_[l].empty()) continue;
            LivesOptions lives;
            lives.persons = options.persons;
            lives.threads = options.threads;
            lives.cancel = options.cancel;
            const double mine = weight(l);
            lives.progress = [&](int lived) {
                if (options.progress) options.progress((done + mine * lived / options.persons) / all);
            };
            const Variation everybody = lived_by(suite_.lives[l / 2], options);
            answers_[l] =
                claims::live(suite_.lives[l / 2], of_life_[l], l % 2 == 0 ? everybody : differing(everybody), lives);
            done += mine;
        }
    }

private:
    // The population's life is lived by its members, and what a run changes in everybody it changes in them.
    Variation lived_by(const Life& life, const SuiteOptions& options) const {
        if (life.name != suite_.population) return options.variation;
        Variation members = reference_population();
        if (!options.variation.change) return members;
        members.change = [then = options.variation.change](life::Scenario& scenario, std::uint64_t seed,
                                                           std::uint32_t person) {
            become_member(scenario, seed, person);
            then(scenario, seed, person);
        };
        return members;
    }
    double weight(std::size_t life) const {
        double encounters = 0;
        if (of_life_[life].empty()) return 0;
        for (const engine::Arm& arm : suite_.lives[life / 2].plan.arms) {
            for (const life::Chapter& chapter : arm.scenario.chapters) encounters += chapter.encounters();
        }
        return encounters + 1;
    }

    // Among whose questions it stands, and the question itself.
    std::pair<std::size_t, Question> sought(const Claim& claim, const Term& term) const {
        const auto [life, arm] = life_and_arm(claim, term);
        for (std::size_t l = 0; l < suite_.lives.size(); ++l) {
            if (suite_.lives[l].name != life) continue;
            Question question{{term.measure, arm, term.chapter}, suite_.lives[l].arm_named(arm), -1};
            ensure(question.arm >= 0, "an arm that is not in the life");
            question.chapter = suite_.lives[l].chapter_named(question.arm, term.chapter);
            ensure(question.chapter >= 0, "a chapter that is not in the life");
            return {2 * l + (claim.people_differ ? 1 : 0), std::move(question)};
        }
        throw Bug("a life that is not in the suite");
    }

    const Suite& suite_;
    std::vector<std::vector<Question>> of_life_;
    std::vector<std::vector<Column>> answers_;
};

template <class Visit>
void each_term(const Claim& claim, bool pictures, const Visit& visit) {
    for (const Expectation& one : claim.expectations) {
        for (const auto* side : {&one.of, &one.against, &one.with, &one.besides}) {
            for (const Term& term : *side) visit(term);
        }
    }
    if (!pictures) return;
    for (const Picture& picture : claim.pictures) {
        for (const auto& line : picture.lines) {
            for (const Term& term : line) visit(term);
        }
    }
}

Outcome outcome_of(const Claim& claim, const Expectation& expectation, const Questions& questions,
                   const Spreads& spreads, std::uint64_t seed) {
    Sides sides;
    const auto fill = [&](const std::vector<Term>& terms, std::vector<const Column*>& columns) {
        for (const Term& term : terms) columns.push_back(&questions.answer(claim, term));
    };
    fill(expectation.of, sides.of);
    fill(expectation.against, sides.against);
    fill(expectation.with, sides.with);
    fill(expectation.besides, sides.besides);
    sides.beyond = expectation.beyond;
    sides.below = expectation.below;
    sides.worst = worst_for(expectation.bound);
    Outcome outcome;
    if (expectation.effect == Effect::standardised) {
        outcome.spread = spreads.of(expectation.spread);
        sides.spread = outcome.spread;
    }
    outcome.estimate = estimate(expectation.effect, sides, seed);
    outcome.verdict = verdict_of(outcome.estimate, expectation.bound);
    for (const Column* column : sides.of) outcome.of.push_back(*column);
    return outcome;
}

DrawnPicture drawn(const Claim& claim, const Picture& picture, const Questions& questions) {
    DrawnPicture out;
    for (const auto& line : picture.lines) {
        out.lines.emplace_back();
        for (const Term& term : line) {
            const engine::Spread spread = engine::spread(questions.answer(claim, term));
            out.lines.back().push_back({spread.n, spread.mean, spread.low, spread.high});
        }
    }
    return out;
}

}  // namespace

const Life& Suite::life_named(std::string_view name) const {
    for (const Life& life : lives) {
        if (life.name == name) return life;
    }
    throw Bug("a life that is not in the suite");
}

const Claim* Suite::claim_numbered(int number) const {
    for (const Claim& claim : claims) {
        if (claim.number == number) return &claim;
    }
    return nullptr;
}

Verdict verdict_of(const Estimate& estimate, const Bound& bound) {
    if (estimate.value != estimate.value) return Verdict::unmeasured;
    if (estimate.low >= bound.at_least && estimate.high <= bound.at_most) return Verdict::holds;
    if (estimate.high < bound.at_least || estimate.low > bound.at_most) return Verdict::fails;
    return Verdict::open;
}

bool reaches(double value, const Bound& bound) { return value >= bound.at_least && value <= bound.at_most; }

double margin(double value, const Bound& bound) { return math::minimum(value - bound.at_least, bound.at_most - value); }

Verdict together(const std::vector<Outcome>& outcomes) {
    Verdict all = Verdict::holds;
    for (const Outcome& one : outcomes) {
        if (one.verdict == Verdict::fails) return Verdict::fails;
        if (one.verdict == Verdict::unmeasured) all = Verdict::unmeasured;
        if (one.verdict == Verdict::open && all == Verdict::holds) all = Verdict::open;
    }
    return all;
}

std::string experiment_text(const Suite& suite, const Claim& claim) {
    std::string out = claim.life + (claim.people_differ ? " differ" : "") + "\n" + claim.verdict_text;
    engine::RunPlan looked_at;
    each_term(claim, false, [&](const Term& term) {
        out += term.measure.take + " " + term.measure.other;
        for (const auto& [key, value] : term.measure.options) out += " " + key + "=" + std::to_string(value);
        out += "\n";
        const auto [name, arm_id] = life_and_arm(claim, term);
        const Life& life = suite.life_named(name);
        const std::string& arm = arm_id;  // a structured binding cannot be captured
        const auto same = [&](const engine::Arm& one) { return one.id == life.name + ":" + arm; };
        if (std::any_of(looked_at.arms.begin(), looked_at.arms.end(), same)) return;
        looked_at.seed = life.plan.seed;
        looked_at.arms.push_back(
            {life.name + ":" + arm, life.plan.arms[static_cast<std::size_t>(life.arm_named(arm))].scenario});
    });
    return out + engine::plan_hash(looked_at, "");
}

double Spreads::of(const Term& term) const {
    const auto found = std::find(terms.begin(), terms.end(), term);
    ensure(found != terms.end(), "a spread that was not asked for");
    return deviations[static_cast<std::size_t>(found - terms.begin())];
}

Spreads find_spreads(const Suite& suite, const std::vector<const Claim*>& claims, const SuiteOptions& options) {
    Spreads out;
    for (const Claim* claim : claims) {
        for (const Expectation& one : claim->expectations) {
            if (one.effect != Effect::standardised) continue;
            if (std::find(out.terms.begin(), out.terms.end(), one.spread) == out.terms.end()) {
                out.terms.push_back(one.spread);
            }
        }
    }
    if (out.terms.empty()) return out;
    const Life& life = suite.life_named(suite.population);
    std::vector<Question> questions;
    for (const Term& term : out.terms) {
        const int arm = life.arm_named(term.arm);
        ensure(arm >= 0, "the population has no such arm");
        questions.push_back({term, arm, life.chapter_named(arm, term.chapter)});
        ensure(questions.back().chapter >= 0, "the population has no such chapter");
    }
    LivesOptions lives;
    lives.persons = options.population;
    lives.threads = options.threads;
    lives.cancel = options.cancel;
    for (const Column& column : live(life, questions, reference_population(), lives)) {
        out.deviations.push_back(engine::spread(column).standard_deviation);
    }
    return out;
}

std::vector<ClaimResult> run(const Suite& suite, const std::vector<const Claim*>& claims, const Spreads& spreads,
                             const SuiteOptions& options) {
    Questions questions(suite);
    for (const Claim* claim : claims) {
        each_term(*claim, options.pictures, [&](const Term& term) { questions.ask(*claim, term); });
    }
    questions.live(options);
    std::vector<ClaimResult> results;
    for (const Claim* claim : claims) {
        ClaimResult result;
        result.claim = claim;
        for (const Expectation& one : claim->expectations) {
            result.outcomes.push_back(
                outcome_of(*claim, one, questions, spreads, suite.life_named(claim->life).plan.seed));
        }
        if (options.pictures) {
            for (const Picture& picture : claim->pictures) result.pictures.push_back(drawn(*claim, picture, questions));
        }
        result.verdict = together(result.outcomes);
        results.push_back(std::move(result));
    }
    return results;
}

}  // namespace nearness::claims
