// Where one person stands in the plans of a chapter: which have ended, and when those begin that wait for one with a goal.
//
// Without goals every session is at its time in the calendar. A plan with a goal may end early; plans that follow it
// ("float") then begin as much earlier, which only each person's own run knows.
#pragma once

#include "nearness/life/calendar.hpp"

#include <vector>

namespace nearness::life {

class Sessions {
public:
    Sessions(const Chapter& chapter, const std::vector<Moment>& calendar) : chapter_(chapter), calendar_(calendar) {
        stands_.resize(chapter.plans.size());
        for (std::size_t p = 0; p < stands_.size(); ++p) {
            stands_[p].floats = chapter.floats(chapter.plans[p]);
            any_float_ = any_float_ || stands_[p].floats;
        }
    }

    // Whether this session of the calendar takes place as it stands there.
    bool as_planned(const Moment& session) const {
        const Stand& stand = stands_[static_cast<std::size_t>(session.plan)];
        return !stand.ended && !stand.floats;
    }

    // The next session of a floating plan that is due before `moment`, none when `found` is false. At the same time a
    // session comes after events and before encounters, and floating plans after those of the calendar.
    struct Due {
        bool found = false;
        Moment moment;
    };
    Due before(const Moment& moment) const {
        Due due;
        if (!any_float_) return due;
        for (std::size_t p = 0; p < stands_.size(); ++p) {
            const Stand& stand = stands_[p];
            if (!stand.floats || stand.ended || !stand.may_start) continue;
            const double age = chapter_.from + stand.next;
            const bool earlier = tick(age) < tick(moment.age) ||
                                 (tick(age) == tick(moment.age) && moment.kind == Moment::Kind::encounter);
            if (!earlier || (due.found && tick(age) >= tick(due.moment.age))) continue;
            due = {true, numbered(static_cast<int>(p), stand.held, age)};
        }
        return due;
    }

    // After a session was held; `done`: its plan reached its goal. Whether the plan has ended.
    bool held(const Moment& session, bool done) {
        Stand& stand = stands_[static_cast<std::size_t>(session.plan)];
        const Plan& plan = chapter_.plans[static_cast<std::size_t>(session.plan)];
        ++stand.held;
        stand.next = session.age - chapter_.from + plan.every;
        stand.ended = done || stand.held >= plan.sessions;
        if (!stand.ended) return false;
        for (std::size_t p = 0; p < stands_.size(); ++p) {
            if (!stands_[p].floats || chapter_.plans[p].after != session.plan) continue;
            stands_[p].may_start = true;
            stands_[p].next = stand.next + chapter_.plans[p].pause;
        }
        return true;
    }

private:
    struct Stand {
        int held = 0;
        bool ended = false, floats = false, may_start = false;
        double next = 0;  // days after the chapter's start
    };

    // Its address for random draws is that of the calendar, wherever it has moved.
    Moment numbered(int plan, int number, double age) const {
        for (const Moment& moment : calendar_) {
            if (moment.kind == Moment::Kind::session && moment.plan == plan && moment.number == number) {
                Moment moved = moment;
                moved.age = age;
                return moved;
            }
        }
        throw Bug("a session that is not in the calendar");
    }

    const Chapter& chapter_;
    const std::vector<Moment>& calendar_;
    std::vector<Stand> stands_;
    bool any_float_ = false;
};

}  // namespace nearness::life
