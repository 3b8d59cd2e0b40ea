// What an experimenter sets in a life: states of the person, and days on which the other is warmer or cooler.
//
// SAYS   What if protection were held back? A held state has its value all through a chapter: after every encounter,
//        session and event, and however much time passes. One that is set at the start goes its own way from there. The rest of
//        the person is as ever; what a held state would have become is not kept.
//        Warm and cool days: every second encounter, from a chapter's first, the other's attention and offer are those of a
//        warm or of a cool day, by a fair coin; the encounters between are ordinary. So whatever differs between the two
//        kinds of day was caused by the day.
// LIMITS Trust is set for all strategies alike. A held state counts even where its module is knocked out; a knocked-out module
//        does not keep one that is only set at the start (docs/develop/readings.md).
//        Attention is the mean around which the day's is drawn, as ever. On the typical path warm and cool days take turns.
// SOURCE warm and cool days: MODEL section 16; holding trust at 1: the same section's lines on protection held back.
// CHECKED tests/life/interventions_test.cpp.
#pragma once

#include "nearness/person/person.hpp"
#include "nearness/world/other.hpp"

#include <optional>
#include <string_view>

namespace nearness::life {

// Values in [0, 1]; what is not given is left alone.
struct SetStates {
    std::optional<double> trust{}, guard{}, insight{}, care{}, need{};

    // Calls visit(name, value) for each.
    template <class Self, class Visit>
    static void each(Self& self, Visit&& visit) {
        visit(std::string_view("trust"), self.trust);
        visit(std::string_view("guard"), self.guard);
        visit(std::string_view("insight"), self.insight);
        visit(std::string_view("care"), self.care);
        visit(std::string_view("need"), self.need);
    }

    template <class Real>
    void impose(person::Person<Real>& person) const {
        if (trust) person.protection.trust.fill(Real(*trust));
        if (guard) person.protection.guard = Real(*guard);
        if (insight) person.mind.insight = Real(*insight);
        if (care) person.bond.care = Real(*care);
        if (need) person.bond.need = Real(*need);
    }

    bool operator==(const SetStates&) const = default;
};

// How the other is on one kind of day.
struct OtherToday {
    double attention = 0;  // 0 to 1
    double offer = 0;      // 0 to 2
    bool operator==(const OtherToday&) const = default;
};

enum class DayKind : int { ordinary, warm, cool };

struct Days {
    OtherToday warm, cool;

    // Of encounter `number` of its chapter, from 0.
    static DayKind kind(int number, const random::Stream& draws, bool typical) {
        if (number % 2 != 0) return DayKind::ordinary;
        const bool warm = typical ? number % 4 == 0 : draws.uniform(random::Purpose::day) < 0.5;
        return warm ? DayKind::warm : DayKind::cool;
    }
    world::Other on(DayKind kind, world::Other other) const {
        if (kind == DayKind::ordinary) return other;
        const OtherToday& today = kind == DayKind::warm ? warm : cool;
        other.attention = today.attention;
        other.offer = today.offer;
        return other;
    }
    bool operator==(const Days&) const = default;
};

}  // namespace nearness::life
