// Therapies, events and recorded moments in numbers that carry derivatives: the values of doubles.
#include "nearness/life/events.hpp"
#include "nearness/life/lift.hpp"
#include "nearness/life/recorded_implementation.hpp"
#include "reference/lives.hpp"
#include "reference/numbers.hpp"

#include <gtest/gtest.h>

namespace nearness::life {
namespace {

using Real = math::Dual<2>;

// Somebody grown up with adversity, with a partner and a therapist.
struct Someone {
    Parameters<double> parameters;
    person::Derived<double> derived = person::Derived<double>::from(parameters.person, 80 * 365.0);
    State<double> state = lives::grown_up(lives::av_caregiver(), 3);
    Scenario scenario;
    world::Other therapist = world::preset("therapist", "ordinary");

    Parameters<Real> lifted_parameters = lift<2>(parameters, {"therapy.trust_rate", "memory.safety_rate"});
    person::Derived<Real> lifted_derived = person::Derived<Real>::from(lifted_parameters.person, 80 * 365.0);
    State<Real> lifted;

    Someone() {
        scenario.others = {lives::av_caregiver(), lives::partner()};
        state.person.pass_until(lives::partner_from, parameters.person, derived);
        state.acquaintances[1].identity = *lives::partner().other.identity;
        lifted = lift<Real>(state);
    }

    bool same() const {
        return person::same_bits(person::numbers(state.person), person::numbers(lifted.person)) &&
               state.acquaintances[1].goodwill == lifted.acquaintances[1].goodwill.value &&
               state.acquaintances[1].expectation == lifted.acquaintances[1].expectation.value &&
               state.therapist.expectation == lifted.therapist.expectation.value;
    }
    // Anything but numbers, or nothing at all, in the derivatives of the state.
    bool finite() const {
        bool all = true, some = false;
        for (const Real& number : person::numbers(lifted.person)) {
            for (const double derivative : number.derivative) {
                all = all && math::is_finite(derivative);
                some = some || derivative != 0;
            }
        }
        return all && some;
    }
};

template <class Number>
therapy::Scene<Number> scene(Someone& someone, State<Number>& state, const Parameters<Number>& parameters,
                             const person::Derived<Number>& derived, const random::Stream& draws) {
    return {state.person,
            parameters.person,
            derived,
            parameters.therapy,
            someone.scenario.others[1].other,
            state.acquaintances[1],
            someone.therapist,
            state.therapist,
            draws};
}

template <class Kind>
void expect_the_same_session(const Kind& therapy) {
    Someone someone;
    for (std::uint32_t i = 0; i < 3; ++i) {
        const random::Stream draws(1, 0, {0, i, therapy::channel(therapy::Therapy(therapy))});
        auto doubles = scene(someone, someone.state, someone.parameters, someone.derived, draws);
        auto duals = scene(someone, someone.lifted, someone.lifted_parameters, someone.lifted_derived, draws);
        const auto session = therapy.hold(doubles);
        const auto lifted = therapy.hold(duals);
        EXPECT_TRUE(someone.same()) << therapy::name(therapy);
        EXPECT_EQ(session.target, lifted.target);
        EXPECT_EQ(session.limit, lifted.limit);
        EXPECT_EQ(session.access, lifted.access.value);
        EXPECT_EQ(session.sud.back(), lifted.sud.back().value);
        EXPECT_EQ(session.meeting.has_value(), lifted.meeting.has_value());
        EXPECT_TRUE(!session.meeting || session.meeting->use == lifted.meeting->use.value);
    }
    if (!std::is_same_v<Kind, therapy::Talk> && !std::is_same_v<Kind, therapy::Emdr> &&
        !std::is_same_v<Kind, therapy::Pressure>) {  // these learn by neither of the two parameters
        EXPECT_TRUE(someone.finite()) << therapy::name(therapy);
    }
}

TEST(dual_moments, every_therapy_has_the_values_of_doubles) {
    expect_the_same_session(therapy::Talk{});
    expect_the_same_session(therapy::Parts{});
    expect_the_same_session(therapy::Pressure{});
    expect_the_same_session(therapy::Emdr{});
    expect_the_same_session(therapy::GradedCloseness{});
    expect_the_same_session(therapy::CorrectiveRelationship{});
    expect_the_same_session(therapy::Flooding{});
}

TEST(dual_moments, every_event_has_the_values_of_doubles) {
    const random::Stream draws(1, 0, {0, 0, random::events});
    for (const EventKind& event :
         {EventKind(Stressor{}), EventKind(Betrayal{}), EventKind(BreakUp{}), EventKind(NewPartner{})}) {
        Someone someone;
        std::visit(
            Happening<double>{someone.state, someone.scenario, someone.derived, someone.parameters.person, 1, draws},
            event);
        std::visit(Happening<Real>{someone.lifted, someone.scenario, someone.lifted_derived,
                                   someone.lifted_parameters.person, 1, draws},
                   event);
        EXPECT_TRUE(someone.same()) << event_names[event.index()];
        EXPECT_EQ(someone.state.parted, someone.lifted.parted);
        EXPECT_EQ(someone.state.acquaintances[1].identity, someone.lifted.acquaintances[1].identity);
    }
}

TEST(dual_moments, recorded_moments_have_the_values_of_doubles) {
    Someone someone;
    RecordedMoment moment;
    moment.cues.value = {0.7, 0.5, 0.6, 0.4, 0.1, 0.15, 0.0, 0.7, 0.6};
    moment.cues.known[memory::steady] = false;
    const random::Stream draws(1, 0, {});
    for (const double outcome : {0.1, 0.8, 0.3}) {
        moment.outcome = outcome;
        const auto result =
            Recorded<double>::live(someone.state.person, someone.parameters.person, someone.derived, moment, draws);
        const auto lifted = Recorded<Real>::live(someone.lifted.person, someone.lifted_parameters.person,
                                                 someone.lifted_derived, moment, draws);
        EXPECT_TRUE(someone.same());
        EXPECT_EQ(result.predicted, lifted.predicted.value);
        EXPECT_EQ(result.use, lifted.use.value);
        EXPECT_EQ(result.novelty, lifted.novelty.value);
    }
    EXPECT_TRUE(someone.finite());
}

}  // namespace
}  // namespace nearness::life
