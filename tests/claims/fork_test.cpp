#include "nearness/claims/measures/fork.hpp"

#include "claims/made_life.hpp"
#include "nearness/life/events.hpp"

namespace nearness::claims::measures {
namespace {

class AFork : public testing::Test {
protected:
    AFork() { life.learn({0.3, 0.1, 0.2, 0.1, 0}); }
    MadeLife life;
    life::Prepared prepared = life::Prepared::from(life.scenario);
    Lived lived{prepared, 7, 3, 0, life.summary, life.state, life.state, life.met, {}};
};

TEST_F(AFork, copies_side_by_side_meet_as_each_would_alone) {
    const Fork fork(lived);
    Fork::Group group = {fork, fork, fork, fork};
    const auto together = Fork::meet_together(group, 5, 2);
    for (int i = 0; i < 4; ++i) {
        Fork alone = fork;
        const auto met = alone.meet(5 + i, 2);
        const auto at = static_cast<std::size_t>(i);
        EXPECT_EQ(together[at].outcome, met.outcome);
        EXPECT_EQ(together[at].use, met.use);
        EXPECT_EQ(memory::numbers(group[at].person.memory), memory::numbers(alone.person.memory));
    }
    EXPECT_NE(together[0].outcome, together[1].outcome);
}

TEST_F(AFork, the_life_itself_goes_on_as_if_nobody_had_asked) {
    const std::vector<double> before = memory::numbers(life.state.person.memory);
    Fork fork(lived);
    fork.meet(0, 3);
    fork.teach(0.9, 1, 1);
    EXPECT_EQ(memory::numbers(life.state.person.memory), before);
    EXPECT_NE(memory::numbers(fork.person.memory), before);
    EXPECT_EQ(fork.person.age, life.state.person.age + 4);
}

TEST_F(AFork, what_is_taught_is_what_a_betrayal_teaches) {
    Fork fork(lived);
    fork.teach(0.6, 0, 0);
    life::State<double> state = life.state;
    const random::Stream draws = fork_draws(lived, 0);
    life::Happening<double>{state, life.scenario, prepared.derived, life.parameters(), 0, draws}(life::Betrayal{0.6});
    EXPECT_EQ(memory::numbers(fork.person.memory), memory::numbers(state.person.memory));
    EXPECT_GT(fork.threat_taught(), Fork(lived).threat_taught());
}

}  // namespace
}  // namespace nearness::claims::measures
