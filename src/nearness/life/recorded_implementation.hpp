// Body of life/recorded.hpp, for other number types than double.
#pragma once

#include "nearness/life/recorded.hpp"

namespace nearness::life {

template <class Real>
RecordedResult<Real> Recorded<Real>::live(person::Person<Real>& person, const person::Parameters<Real>& parameters,
                                          const person::Derived<Real>& derived, const RecordedMoment& moment,
                                          const random::Stream& draws) {
    using Body = body::Arousal<Real>;
    using Mind = mind::Reflection<Real>;

    memory::Cues<Real> cues;
    cues.known = moment.cues.known;
    cues.study.known = moment.cues.study.known;
    cues.study.signals = moment.cues.study.signals;
    for (std::size_t i = 0; i < cues.study.value.size(); ++i) cues.study.value[i] = Real(moment.cues.study.value[i]);
    if (parameters.knocked_out.has(person::Module::context)) cues.forget_contexts();
    std::array<Real, memory::EncounterCues::signals> signals{};
    for (std::size_t d = 0; d < cues.value.size(); ++d) {
        if (!cues.known[d]) continue;
        cues.value[d] = Real(moment.cues.value[d]);
        if (d < signals.size()) signals[d] = cues.value[d];
    }
    person.rival.about_to_meet(draws, parameters.typical);
    const auto match = person.match(person.recall(parameters, cues), signals);

    const auto preference = protection::Repertoire<Real>::preferences(person.protection, parameters.protection);
    // Σ_s softmax(βQ)_s (1 − trust_s)
    const Real allowed = 1.0 - protection::Parts<Real>::access(person.protection, preference, Real(0));
    const Real pull = parameters.protection.guard_gain * person.protection.guard;
    RecordedResult<Real> result;
    Real a{}, R{}, A{};
    const int beats = parameters.encounter.beats();
    for (int i = 0; i < beats; ++i) {
        const Real relief = parameters.mind.insight_authority * R;
        a = Body::advance(derived.body, a, match.predicted, relief);
        R = Mind::advance(R, Mind::drive(person.mind.insight, match.telling, a), derived.reflection_step);
        result.alarm =
            Body::alarm(parameters.body, derived.body, Body::ahead(derived.body, a, match.predicted, relief), pull);
        A = result.alarm * allowed;
        result.use += A;
        result.arousal = math::maximum(result.arousal, a);
    }
    result.use = result.use / static_cast<double>(beats);
    result.predicted = match.predicted;
    result.telling = match.telling;
    result.novelty = match.belief[0];

    if (moment.outcome) {
        const Real outcome(*moment.outcome);
        const Real capacity = Body::capacity(parameters.body, person.age);
        result.learned = person.learn(
            parameters, derived, cues,
            {outcome, Body::overwhelm(result.arousal, outcome, capacity), A, parameters.verbal(person.age)}, draws);
    }
    return result;
}

}  // namespace nearness::life
