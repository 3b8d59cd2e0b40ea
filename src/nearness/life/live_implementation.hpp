// Body of life/live.hpp.
#pragma once

#include "nearness/life/events.hpp"
#include "nearness/life/goal.hpp"
#include "nearness/life/live.hpp"
#include "nearness/life/sessions.hpp"

#include <algorithm>

namespace nearness::life {

namespace detail {

// One chapter of one person's life, with what its moments need in reach.
template <class Watcher>
class ChapterRun {
public:
    ChapterRun(const Prepared& prepared, int index, std::uint64_t seed, const Walker<Watcher>& walker)
        : state_(walker.state),
          prepared_(prepared),
          index_(index),
          seed_(seed),
          person_(walker.person),
          diary_(walker.diary),
          watcher_(walker.watcher) {
        introduce();
        if (!parameters_.typical) state_.person.rival.born(draws(random::persons, 0));
        chapter_.start.impose(state_.person);
        hold_states();
    }

    void live_diary() {
        for (std::size_t i = 0; i < diary_.size(); ++i) record(diary_[i], static_cast<int>(i));
    }

    // Up to the moment and, unless it is an encounter, through it.
    void step(const Moment& moment) {
        hold_floating(moment);
        if (moment.kind == Moment::Kind::session && !sessions_.as_planned(moment)) return;
        pass_until(moment.age);
        if (moment.kind == Moment::Kind::event) happen(moment);
        if (moment.kind == Moment::Kind::session) hold(moment);
    }

    // Whether this moment is an encounter that takes place: after a break-up there is nobody to meet.
    bool meets(const Moment& moment) const { return moment.kind == Moment::Kind::encounter && !state_.parted; }

    random::Stream draws_for(const Moment& moment) const { return draws(random::encounters, moment.number); }

    world::Party<double> party(const random::Stream& stream) {
        return {state_.person, state_.acquaintances[static_cast<std::size_t>(chapter_.other)], stream};
    }

    // Alone, where the watcher wants the beats: the same bits as side by side with others.
    bool wants_beats(const Moment& moment) const { return watcher_.wants_beats({index_, moment.number, moment.age}); }

    // Alone too, where each member of a group has a day of their own.
    bool day_of_own(const Moment& moment) const { return chapter_.days && moment.number % 2 == 0; }

    void about_to_meet(const Moment& moment) { watcher_.before_encounter({index_, moment.number, moment.age}, state_); }

    void meet(const Moment& moment) {
        using Encounter = world::Encounter<double>;
        about_to_meet(moment);
        const random::Stream draws = draws_for(moment);
        const Where where{index_, moment.number, moment.age};
        const auto meet_one = [&](const world::Other& other) {
            if (!wants_beats(moment)) return Encounter::meet(party(draws), parameters_, prepared_.derived, other, {});
            const auto tell = [&](const world::Beat<double>& beat) { watcher_.beat(where, beat); };
            return Encounter::meet(party(draws), parameters_, prepared_.derived, other, {}, tell);
        };
        if (!chapter_.days) return has_met(moment, meet_one(other()));
        const DayKind kind = Days::kind(moment.number, draws, parameters_.typical);
        world::Meeting<double> meeting = meet_one(chapter_.days->on(kind, other()));
        meeting.day = static_cast<int>(kind);
        has_met(moment, meeting);
    }

    const world::Other& other() const { return scenario_.others[static_cast<std::size_t>(chapter_.other)].other; }

    void has_met(const Moment& moment, const world::Meeting<double>& meeting) {
        hold_states();
        summary_.add(meeting);
        watcher_.encounter({index_, moment.number, moment.age}, state_, meeting);
    }

    Summary finish() {
        hold_floating({chapter_.until, Moment::Kind::encounter, 0, 0, 0});
        pass_until(chapter_.until);
        return summary_.finish(state_, scenario_, chapter_.other);
    }

private:
    random::Stream draws(random::Channel channel, int number) const {
        return {seed_, person_, {static_cast<std::uint32_t>(index_), static_cast<std::uint32_t>(number), channel}};
    }

    void hold_states() { chapter_.hold.impose(state_.person); }

    void pass_until(double age) {
        state_.person.pass_until(age, parameters_, prepared_.derived);
        hold_states();
    }

    // Others are met for the first time when a chapter names them. A break-up lasts until a new partner comes or the
    // chapter ends: a later chapter that names somebody has them meet.
    void introduce() {
        state_.parted = false;
        if (chapter_.other < 0) return;
        const auto at = static_cast<std::size_t>(chapter_.other);
        if (state_.met[at]) return;
        state_.met[at] = true;
        state_.acquaintances[at] = get_acquainted<double>(
            scenario_.others[at].other, draws(random::introductions, chapter_.other), parameters_.typical);
    }

    void hold_floating(const Moment& until) {
        for (auto due = sessions_.before(until); due.found; due = sessions_.before(until)) {
            pass_until(due.moment.age);
            hold(due.moment);
        }
    }

    void happen(const Moment& moment) {
        const Event& event = chapter_.events[static_cast<std::size_t>(moment.number)];
        const random::Stream stream = draws(random::events, moment.number);
        std::visit(Happening<double>{state_, scenario_, prepared_.derived, parameters_, chapter_.other, stream},
                   event.kind);
        state_.person.settle(parameters_.knocked_out);
        hold_states();
        watcher_.event({index_, moment.number, moment.age}, event, state_);
    }

    void hold(const Moment& moment) {
        const Plan& plan = chapter_.plans[static_cast<std::size_t>(moment.plan)];
        const random::Channel channel = therapy::channel(plan.therapy);
        if (!met_therapist()) {
            // The address belongs to the therapist, not to the chapter or the plan that needs one first.
            state_.therapist = get_acquainted<double>(
                prepared_.therapist, random::Stream(seed_, person_, {0, life::most_others, random::introductions}),
                parameters_.typical);
        }
        const bool nobody = alone(chapter_, state_);
        const auto at = static_cast<std::size_t>(nobody ? 0 : chapter_.other);
        const random::Stream stream = draws(channel, moment.of_kind);
        therapy::Scene<double> scene{state_.person,
                                     parameters_,
                                     prepared_.derived,
                                     scenario_.parameters.therapy,
                                     nobody ? prepared_.therapist : scenario_.others[at].other,
                                     nobody ? state_.therapist : state_.acquaintances[at],
                                     prepared_.therapist,
                                     state_.therapist,
                                     stream};
        const Where where{index_, moment.number, moment.age};
        watcher_.before_session(where, plan, state_);
        const auto tell = [&](const world::Beat<double>& beat) { watcher_.beat(where, beat); };
        const auto session =
            watcher_.wants_session_beats(where, plan)
                ? std::visit([&](const auto& therapy) { return therapy.hold(scene, tell); }, plan.therapy)
                : std::visit([&](const auto& therapy) { return therapy.hold(scene); }, plan.therapy);
        state_.person.settle(parameters_.knocked_out);
        hold_states();
        summary_.add_session();
        watcher_.session(where, plan, state_, session);
        const bool done =
            plan.goal && reached(*plan.goal, measured(plan.goal->measure, state_, scenario_, chapter_.other, session));
        const bool ended = sessions_.held(moment, done);
        if (plan.goal && ended) watcher_.plan_ended({index_, moment.number, moment.age}, moment.plan, done);
    }

    bool met_therapist() {
        const bool before = state_.met_therapist;
        state_.met_therapist = true;
        return before;
    }

    void record(const RecordedMoment& moment, int number) {
        pass_until(chapter_.from + moment.time);
        const auto result = Recorded<double>::live(state_.person, parameters_, prepared_.derived, moment,
                                                   draws(random::encounters, number));
        summary_.add_recorded(result.predicted, result.use);
        watcher_.recorded({index_, number, state_.person.age}, state_, moment, result);
    }

    State<double>& state_;
    const Prepared& prepared_;
    int index_;
    std::uint64_t seed_;
    std::uint32_t person_;
    const std::vector<RecordedMoment>& diary_;
    Watcher& watcher_;
    const Scenario& scenario_ = prepared_.scenario;
    const Chapter& chapter_ = scenario_.chapters[static_cast<std::size_t>(index_)];
    const person::Parameters<double>& parameters_ = scenario_.parameters.person;
    Sessions sessions_{chapter_, prepared_.calendars[static_cast<std::size_t>(index_)]};
    Summarise<double> summary_;
};

}  // namespace detail

template <class Watcher>
Summary live_chapter(const Prepared& prepared, int chapter, std::uint64_t seed, const Walker<Watcher>& walker) {
    detail::ChapterRun<Watcher> run(prepared, chapter, seed, walker);
    if (prepared.scenario.chapters[static_cast<std::size_t>(chapter)].diary) run.live_diary();
    for (const Moment& moment : prepared.calendars[static_cast<std::size_t>(chapter)]) {
        run.step(moment);
        if (run.meets(moment)) run.meet(moment);
    }
    return run.finish();
}

template <class Watcher>
std::array<Summary, math::group_size> live_chapter_together(
    const Prepared& prepared, int chapter, std::uint64_t seed,
    const std::array<Walker<Watcher>, math::group_size>& walkers) {
    static_assert(math::group_size == 4, "the lists below name every member of a group");
    using Run = detail::ChapterRun<Watcher>;
    std::array<Run, math::group_size> runs = {
        Run(prepared, chapter, seed, walkers[0]), Run(prepared, chapter, seed, walkers[1]),
        Run(prepared, chapter, seed, walkers[2]), Run(prepared, chapter, seed, walkers[3])};
    if (prepared.scenario.chapters[static_cast<std::size_t>(chapter)].diary) {
        for (Run& run : runs) run.live_diary();
    }
    for (const Moment& moment : prepared.calendars[static_cast<std::size_t>(chapter)]) {
        for (Run& run : runs) run.step(moment);
        // The calendar is the same for all, and so is who has parted from whom.
        if (!runs[0].meets(moment)) continue;
        const auto alone = [&](const Run& run) { return run.wants_beats(moment) || run.day_of_own(moment); };
        if (std::any_of(runs.begin(), runs.end(), alone)) {
            for (Run& run : runs) run.meet(moment);
            continue;
        }
        for (Run& run : runs) run.about_to_meet(moment);
        const std::array<random::Stream, math::group_size> draws = {
            runs[0].draws_for(moment), runs[1].draws_for(moment), runs[2].draws_for(moment), runs[3].draws_for(moment)};
        const auto meetings = world::Encounter<double>::meet_together(
            {runs[0].party(draws[0]), runs[1].party(draws[1]), runs[2].party(draws[2]), runs[3].party(draws[3])},
            prepared.scenario.parameters.person, prepared.derived, runs[0].other());
        for (std::size_t i = 0; i < runs.size(); ++i) runs[i].has_met(moment, meetings[i]);
    }
    return {runs[0].finish(), runs[1].finish(), runs[2].finish(), runs[3].finish()};
}

}  // namespace nearness::life
