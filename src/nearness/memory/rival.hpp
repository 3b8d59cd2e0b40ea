// A learner in the place of the templates: the memory of a life whose templates were taken out.
//
// SAYS   Everything else stays as the theory has it: what is felt, what is done about it, what follows. Only what predicts
//        pain, and what an encounter changes in it, is another's.
// EQUATIONS (x the nine cues of an encounter, all of them cues of the learner; E its prediction; r, A* as in templates.hpp)
//   (rival.1) V(x) = clip(E(x), 0, 1), with x at the closeness of the beat
//   (rival.2) it learns from r' = r where r ≥ E, and r' = E + (1 − credit A*)(r − E) where r < E, once an encounter, at the
//             peak: safety met under protection counts as little as with templates
//   (rival.3) e = Σ verbal(age)/n over the moments learned from, 1 before any: one memory, told as far as they can be
//   Age in days is the learner's time; one that knows no time forgets nothing.
// WITHOUT COUNTERPART  Overwhelm sets no rate, there is no integration and no charge, nothing opens and nothing is
//        reactivated. EMDR finds no memory to process and changes nothing; sessions that are encounters are further trials.
//        Of memory.* only protection_credit acts, but for a template memory, which takes the others too.
// LIMITS The nine cues of an encounter, known or not; no study's own. Its parameters hold for all cues alike and have no
//        derivatives. (rival.2) scales the error; where a learner does not learn in proportion to it (an asymptote that is
//        not 1, templates) that is not the same as scaling the rate.
// SOURCE ours; each learner has a card and a page of its own (docs/models).
// CHECKED tests/memory/rival_test.cpp, tests/life/rival_memory_test.cpp: with a template memory, against the templates.
#pragma once

#include "nearness/memory/rivals.hpp"

#include <optional>
#include <variant>

namespace nearness::memory {

template <class L>
struct Held {
    using Learner = L;
    typename L::Derived derived;
    typename L::State state;
};
template <stand_ins::StandIn S>
struct Held<S> {
    using Learner = S;
    typename S::Parameters derived;
    typename S::State state;
};

template <class Tuple>
struct HeldAny;
template <class... L>
struct HeldAny<std::tuple<L...>> {
    using type = std::variant<Held<L>...>;
};

// What the present is compared with in one encounter. Points into the memory that recalls: use it before that learns.
template <class Real>
struct RivalRecall {
    using Any = typename HeldAny<Rivals<Real>>::type;
    const Any* held = nullptr;
    learners::Trial<Real> trial;   // contexts, and which signals are known
    stand_ins::Sight<Real> sight;  // the same for a stand-in
    Real telling{};

    Expectation<Real> expect(const std::array<Real, EncounterCues::signals>& signals) const;
    Match<Real> match(const std::array<Real, EncounterCues::signals>& signals) const;
};

template <class Real>
class Rival {
public:
    using Cues = memory::Cues<Real>;
    using Parameters = memory::Parameters<Real>;

    // As at birth; empty where the templates themselves are asked for. `templates` is what a template memory runs on.
    static Rival from(const RivalParameters& parameters, const Parameters& templates, double longest_lag);

    bool empty() const { return held_.empty(); }
    // What a stand-in draws once a person; asked again it is the same. Learners draw nothing.
    void born(const random::Stream& draws);
    // What it draws before an encounter or a recorded moment.
    void about_to_meet(const random::Stream& draws, bool typical);
    // None where it is empty. `age` in days.
    std::optional<RivalRecall<Real>> recall(const Cues& cues, double age) const;
    void learn(const Parameters& templates, const Cues& cues, const Lesson<Real>& lesson, double age,
               const random::Stream& draws);

private:
    std::vector<typename RivalRecall<Real>::Any> held_;  // one or none: it is large, and most persons have none
    Real lived_{}, told_{};                              // n and Σ verbal(age)
};

extern template struct RivalRecall<double>;
extern template class Rival<double>;

}  // namespace nearness::memory
