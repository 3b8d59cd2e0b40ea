// Body of world/encounter.hpp: how an encounter opens and closes. The beats between are in world/beats.hpp.
#pragma once

#include "nearness/world/encounter.hpp"

#include <algorithm>
#include <vector>

namespace nearness::world {

namespace detail {

// Everything about one person's encounter that is settled before the first beat.
template <class Real>
struct Prologue {
    Meeting<Real> meeting;
    protection::Duty<Real> duty;
    Opening<Real> opening;
    memory::Cues<Real> cues;
    person::Recall<Real> recall;
};

template <class Real>
void open(Prologue<Real>& prologue, const Party<Real>& party, const person::Parameters<Real>& parameters,
          const Other& other, const Arrangement& arrangement) {
    using random::Purpose;
    using Repertoire = protection::Repertoire<Real>;
    party.person.rival.about_to_meet(party.draws, parameters.typical);
    const person::Person<Real>& person = party.person;

    // Who and what is met today. On the typical path, what is usual: the middle of each draw.
    Meeting<Real>& meeting = prologue.meeting;
    const bool typical = parameters.typical;
    const auto preference = Repertoire::preferences(person.protection, parameters.protection, other.escape());
    const double mood = typical ? 0.0 : party.draws.normal(Purpose::attention);
    meeting.attention = math::clip(other.attention + 0.25 * mood, 0.05, 1.0);
    if (typical) {
        meeting.difficulty = 0.5 * (1.0 + 0.3);
        meeting.strategy = Repertoire::most_likely(preference);
        prologue.duty = protection::Duty<Real>::average(preference, person.protection, other.escape());
    } else {
        meeting.difficulty = party.draws.uniform(Purpose::difficulty) < 0.5 ? 1.0 : 0.3;
        meeting.strategy = Repertoire::choose(preference, party.draws.uniform(Purpose::strategy));
        prologue.duty = protection::Duty<Real>::of(meeting.strategy, person.protection, other.escape());
    }
    meeting.wish = bond::Bond<Real>::drive(person.bond);

    const protection::Duty<Real>& duty = prologue.duty;
    const double beat = parameters.encounter.beat;
    Opening<Real>& opening = prologue.opening;
    opening.attention = Real(meeting.attention);
    opening.difficulty = Real(meeting.difficulty);
    opening.hides = duty.hides;
    opening.dulls = duty.dulls;
    opening.friction = duty.friction;
    opening.lowers = duty.lowers_approach;
    opening.retreat_rate = beat * parameters.encounter.protection_rate * duty.pushes_away;
    opening.allowed = duty.allowed * (1.0 - arrangement.suppressed);
    opening.pull = parameters.protection.guard_gain * person.protection.guard;
    opening.insight = person.mind.insight;
    opening.approach_rate = beat * parameters.encounter.approach_rate * meeting.wish;
    opening.offer = Real(other.offer);
    opening.steady = Real(arrangement.steadied ? 1.0 : other.steady);
    opening.pursue = Real(other.pursue());
    opening.closest = Real(arrangement.closest);

    prologue.cues = cues_of<Real>(parameters, other, party.acquaintance.identity, arrangement.steadied);
    prologue.recall = person.recall(parameters, prologue.cues);
}

template <class Real>
Meeting<Real> close(const Party<Real>& party, const person::Parameters<Real>& parameters,
                    const person::Derived<Real>& derived, const Other& other, Prologue<Real>& prologue,
                    const Course<Real>& course) {
    using random::Purpose;
    using Body = body::Arousal<Real>;
    using Mind = mind::Reflection<Real>;
    using Parts = protection::Parts<Real>;
    using Bond = bond::Bond<Real>;
    person::Person<Real>& person = party.person;
    Acquaintance<Real>& acquaintance = party.acquaintance;
    Meeting<Real>& meeting = prologue.meeting;

    meeting.use = course.use;
    meeting.peak_use = course.peak_use;
    meeting.felt = course.felt;
    meeting.closeness = course.peak_near;
    meeting.peak = course.peak_signals;
    meeting.mean_closeness = course.closeness;
    meeting.disclosure = course.disclosure;
    meeting.hidden = course.hidden;
    meeting.friction = course.friction;
    meeting.numb = course.numb;
    meeting.arousal = course.arousal;
    meeting.reflection = course.reflection;
    meeting.onset = math::primal(course.onset);
    if (meeting.onset >= 0) {
        const auto race = body::Race<Real>::run(parameters.body, course.onset_predicted, course.onset_reflection,
                                                parameters.typical ? 0.0 : party.draws.normal(Purpose::race, 0),
                                                parameters.typical ? 0.0 : party.draws.normal(Purpose::race, 1));
        meeting.threat_time = math::primal(race.threat);
        meeting.reappraisal_time = math::primal(race.reappraisal);
    }

    // What the peak resembled, and what it led to.
    const memory::Match<Real> match = person.match(prologue.recall, course.peak_signals);
    meeting.bodily = match.predicted;
    meeting.telling = match.telling;
    meeting.novelty = match.belief[0];
    for (int k = 0; k < person.memory.count; ++k) {
        const Real& belief = match.belief[static_cast<std::size_t>(k + 1)];
        if (meeting.resembled < 0 || math::primal(belief) > math::primal(meeting.resemblance)) {
            meeting.resembled = k;
            meeting.resemblance = belief;
        }
    }
    if (prologue.recall.rival) meeting.resemblance = match.belief[0];  // as little as novelty
    meeting.reported = Mind::reported(person.mind.insight, match.telling, match.predicted, acquaintance.expectation);
    Peak<Real> peak{course.peak_signals, meeting.attention};
    if (math::primal(parameters.body.numbing_spares) > 0 && math::primal(course.peak_signals[memory::closeness]) > 0) {
        // The others meet what is felt, not what the body registers (body.5).
        const Real felt = course.peak_near / course.peak_signals[memory::closeness];
        for (const auto cue : {memory::closeness, memory::attention, memory::vulnerability, memory::seen}) {
            peak.signals[cue] = peak.signals[cue] * felt;
        }
    }
    Chances<Real> happens = chances(other, acquaintance);
    if (!parameters.typical) {
        happens = happens.drawn({party.draws.uniform(Purpose::pain, 0), party.draws.uniform(Purpose::pain, 1)});
    }
    meeting.pain = pain(other, peak, happens);
    const Real capacity = Body::capacity(parameters.body, person.age);
    meeting.outcome = Body::outcome(parameters.body, meeting.pain, meeting.arousal, course.peak_felt, capacity);
    meeting.overwhelm = Body::overwhelm(meeting.arousal, meeting.pain, capacity);

    // What is learned, in this order.
    for (std::size_t d = 0; d < course.peak_signals.size(); ++d) prologue.cues.value[d] = course.peak_signals[d];
    meeting.learned = person.learn(
        parameters, derived, prologue.cues,
        {meeting.outcome, meeting.overwhelm, meeting.peak_use, parameters.verbal(person.age)}, party.draws);
    for (int strategy = 0; strategy < protection::strategies; ++strategy) {
        const Real& share = prologue.duty.share[static_cast<std::size_t>(strategy)];
        if (math::primal(share) == 0) continue;
        protection::Repertoire<Real>::learn(person.protection, parameters.protection, strategy, meeting.pain,
                                            meeting.use, meeting.felt, share);
        Parts::hurt(person.protection, strategy, meeting.pain, share);
    }
    Parts::pursued(person.protection, parameters.protection, other.pursue(), meeting.use);
    if (const auto* partner = std::get_if<Partner>(&other.kind)) {
        acquaintance.goodwill =
            change_goodwill(acquaintance.goodwill, *partner, meeting.felt, meeting.use, prologue.duty.hurts_partner);
    }
    acquaintance.expectation = Mind::expect(acquaintance.expectation, meeting.pain);
    Bond::care(person.bond, meeting.felt, other.responsive, meeting.pain);
    Bond::still(person.bond, meeting.felt);
    person.settle(parameters.knocked_out);
    return meeting;
}

// Room for the closeness noise of one encounter, kept by each thread: an allocation each time would cost a tenth of it.
template <class Value>
Value* unrest_room(int beats) {
    thread_local std::vector<Value> room;
    room.resize(static_cast<std::size_t>(beats + random::Stream::batch));
    return room.data();
}

// The noise of an encounter's beats; none on the typical path.
inline double* unrest(const random::Stream& draws, int beats, bool typical) {
    double* room = unrest_room<double>(beats);
    if (typical) {
        std::fill_n(room, beats, 0.0);
    } else {
        draws.normals(random::Purpose::closeness_noise, beats, room);
    }
    return room;
}

}  // namespace detail

template <class Real>
template <class Observer>
Meeting<Real> Encounter<Real>::meet(const Party<Real>& party, const Parameters& parameters, const Derived& derived,
                                    const Other& other, const Arrangement& arrangement, const Observer& observer) {
    detail::Prologue<Real> prologue;
    detail::open(prologue, party, parameters, other, arrangement);
    const int beats = parameters.encounter.beats();
    const double* unrest = detail::unrest(party.draws, beats, parameters.typical);
    const auto live = [&](const auto& recalled) {
        return live_beats(parameters, derived, prologue.opening, recalled, unrest, observer);
    };
    const auto& [matcher, mixture, rival] = prologue.recall;
    const Course<Real> course = rival ? live(*rival) : mixture.empty() ? live(matcher) : live(mixture);
    return detail::close(party, parameters, derived, other, prologue, course);
}

template <class Real>
std::array<Meeting<Real>, math::group_size> Encounter<Real>::meet_together(const Group& group,
                                                                           const Parameters& parameters,
                                                                           const Derived& derived, const Other& other) {
    // Particles have too many lanes to lie side by side, and learners none.
    if (parameters.memory.assignment == memory::Assignment::particles || !group[0].person.rival.empty()) {
        std::array<Meeting<Real>, math::group_size> alone;
        for (std::size_t i = 0; i < alone.size(); ++i) alone[i] = meet(group[i], parameters, derived, other, {});
        return alone;
    }
    using Several = math::Group;
    constexpr std::size_t size = math::group_size;
    const int beats = parameters.encounter.beats();
    std::array<detail::Prologue<Real>, size> prologues;
    std::array<const memory::Matcher<Real>*, size> matchers;
    Opening<Several> opening;
    Several* unrest = detail::unrest_room<Several>(beats);
    for (std::size_t i = 0; i < size; ++i) {
        const int lane = static_cast<int>(i);
        detail::open(prologues[i], group[i], parameters, other, Arrangement{});
        matchers[i] = &prologues[i].recall.matcher;
        Opening<Real>::each(prologues[i].opening, opening,
                            [&](const Real& value, Several& several) { several.set(lane, value); });
        const double* alone = detail::unrest(group[i].draws, beats, parameters.typical);
        for (int b = 0; b < beats; ++b) unrest[b].set(lane, alone[b]);
    }
    const Course<Several> courses =
        live_beats(parameters, derived, opening, memory::side_by_side(matchers), unrest, NoObserver{});

    std::array<Meeting<Real>, size> meetings;
    for (std::size_t i = 0; i < size; ++i) {
        Course<Real> course;
        Course<Real>::each(courses, course,
                           [&](const Several& several, Real& value) { value = several[static_cast<int>(i)]; });
        meetings[i] = detail::close(group[i], parameters, derived, other, prologues[i], course);
    }
    return meetings;
}

}  // namespace nearness::world
