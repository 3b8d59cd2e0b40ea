#include "nearness/engine/ensemble.hpp"

#include "engine/plans.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace nearness::engine {
namespace {

// Chunks of less than a group are lived one by one, larger ones side by side: that these agree to the last bit is tested
// here too, for every number of every moment.
TEST(ensemble, results_are_the_same_bytes_for_any_number_of_threads_and_any_chunk) {
    RunPlan plan = small_plan(11);
    plan.recorded_persons = 11;
    plan.arms[1].scenario.chapters[3].plans.push_back(lives::plan(therapy::GradedCloseness{}, 3));
    plan.arms[2].scenario.chapters[3].events = {
        {life::Betrayal{}, 5.0}, {life::BreakUp{}, 20.0}, {life::NewPartner{}, 30.0}};
    const auto expected = results(plan, 1, 1);
    ASSERT_EQ(expected.size(), 11U);
    for (const auto& [threads, chunk] :
         {std::pair{1, 3}, {1, 4}, {1, 100}, {2, 1}, {2, 3}, {2, 100}, {7, 1}, {7, 3}, {7, 100}}) {
        const auto got = results(plan, threads, chunk);
        ASSERT_EQ(got.size(), expected.size());
        for (std::size_t i = 0; i < got.size(); ++i) {
            ASSERT_EQ(bits_of(got[i]), bits_of(expected[i])) << threads << " threads, chunk " << chunk;
        }
    }
}

// Particles are lived one by one within a group, and draw; map is lived side by side; floating plans have everybody's own
// calendar.
TEST(ensemble, every_assignment_and_floating_plans_are_the_same_bytes_too) {
    for (const auto assignment : {memory::Assignment::map, memory::Assignment::particles}) {
        RunPlan plan = small_plan(5);
        for (Arm& arm : plan.arms) {
            arm.scenario.parameters.person.memory.assignment = assignment;
            arm.scenario.parameters.person.memory.particles = 4;
            arm.scenario.chapters[0].from = arm.scenario.chapters[0].until - 100.0;
        }
        auto& plans = plan.arms[1].scenario.chapters[3].plans;
        plans[0].goal = life::Goal{life::Measure::trust, true, 0.3};
        plans[1].after = 0;
        const auto expected = results(plan, 1, 1);
        for (const auto& [threads, chunk] : {std::pair{1, 4}, {2, 1}, {2, 4}, {3, 5}}) {
            const auto got = results(plan, threads, chunk);
            for (std::size_t i = 0; i < got.size(); ++i) ASSERT_EQ(bits_of(got[i]), bits_of(expected[i]));
        }
    }
}

TEST(ensemble, a_person_is_the_same_in_a_small_and_a_large_sample) {
    const auto few = results(small_plan(3)), many = results(small_plan(8), 2, 2);
    for (std::size_t i = 0; i < few.size(); ++i) EXPECT_EQ(bits_of(few[i]), bits_of(many[i]));
}

// Whatever the first person, and however the groups that live side by side fall.
TEST(ensemble, a_shard_has_the_persons_of_the_whole) {
    RunPlan plan = small_plan(14);
    plan.recorded_persons = 6;
    const auto whole = results(plan);
    for (const auto& [first, persons] : {std::pair{3, 9}, {5, 1}, {13, 1}, {7, 6}}) {
        plan.first_person = first;
        plan.persons = persons;
        EXPECT_EQ(plan.recorded(), std::clamp(6 - first, 0, persons));
        const auto shard = results(plan, 2, 4);
        ASSERT_EQ(static_cast<int>(shard.size()), persons);
        for (std::size_t i = 0; i < shard.size(); ++i) {
            EXPECT_EQ(bits_of(shard[i]), bits_of(whole[i + static_cast<std::size_t>(first)])) << first << " " << i;
        }
    }
}

TEST(ensemble, a_shard_tells_its_own_progress) {
    RunPlan plan = small_plan(3);
    plan.first_person = 100;
    RunOptions options;
    std::vector<int> told;
    options.progress = [&](int done, int total) {
        EXPECT_EQ(total, 3);
        told.push_back(done);
    };
    EXPECT_TRUE(run(plan, options, [](PersonResult&&) {}));
    EXPECT_EQ(told, (std::vector<int>{1, 2, 3}));
}

TEST(ensemble, persons_and_seeds_differ) {
    RunPlan plan = small_plan(2);
    const auto first = results(plan);
    EXPECT_NE(bits_of(first[0].arms[0]), bits_of(first[1].arms[0]));
    plan.seed = 4;
    EXPECT_NE(bits_of(results(plan)[0].arms[0]), bits_of(first[0].arms[0]));
}

// An arm lived from its departure on is the arm lived from birth on, in a plan where it is alone.
TEST(ensemble, chapters_shared_with_the_first_arm_are_those_the_arm_would_have_lived) {
    const RunPlan plan = small_plan(4);
    const auto shared = results(plan);
    for (std::size_t a = 1; a < plan.arms.size(); ++a) {
        RunPlan alone = plan;
        alone.arms = {plan.arms[a]};
        const auto whole = results(alone);
        for (std::size_t i = 0; i < whole.size(); ++i) {
            const ArmResult &mine = shared[i].arms[a], &other = whole[i].arms[0];
            EXPECT_GT(mine.departs, 0);
            EXPECT_EQ(other.departs, 0);
            ASSERT_EQ(mine.chapters.size(), other.chapters.size());
            // Rows of shared chapters stand in the first arm only.
            ArmResult later = other;
            const auto drop = [&](auto& rows) {
                std::erase_if(rows, [&](const auto& row) { return row.chapter < mine.departs; });
            };
            drop(later.moments);
            drop(later.sessions);
            drop(later.events);
            drop(later.goals);
            drop(later.templates);
            EXPECT_EQ(bits_of(mine), bits_of(later)) << plan.arms[a].id << ", person " << i;
        }
    }
}

TEST(ensemble, results_arrive_in_the_order_of_persons_and_progress_is_told) {
    const RunPlan plan = small_plan(9);
    RunOptions options;
    options.threads = 3;
    std::vector<int> told, received;
    options.progress = [&](int done, int total) {
        EXPECT_EQ(total, 9);
        told.push_back(done);
    };
    EXPECT_TRUE(run(plan, options, [&](PersonResult&& person) { received.push_back(person.person); }));
    EXPECT_EQ(received, (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8}));
    EXPECT_EQ(told, (std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

TEST(ensemble, a_life_is_left_in_its_middle_when_its_run_is_cancelled) {
    const RunPlan plan = small_plan(4);
    const auto prepared = prepare(plan);
    const std::atomic<bool> cancelled = true, not_yet = false;
    EXPECT_THROW(live_person(plan, prepared, 0, &cancelled), Cancelled);
    EXPECT_THROW(live_group(plan, prepared, 0, &cancelled), Cancelled);
    EXPECT_EQ(bits_of(live_person(plan, prepared, 0, &not_yet)), bits_of(live_person(plan, prepared, 0)));
    for (const int threads : {1, 3}) {
        RunOptions options;
        options.threads = threads;
        options.cancel = &cancelled;
        int received = 0;
        EXPECT_FALSE(run(plan, options, [&](PersonResult&&) { ++received; }));
        EXPECT_EQ(received, 0);
    }
}

TEST(ensemble, an_exception_of_the_receiver_ends_the_run_and_is_passed_on) {
    const RunPlan plan = small_plan(40);
    for (const int threads : {1, 4}) {
        RunOptions options;
        options.threads = threads;
        int received = 0;
        const auto full_disk = [&](PersonResult&&) {
            if (++received == 3) throw std::runtime_error("the disk is full");
        };
        EXPECT_THROW(run(plan, options, full_disk), std::runtime_error);
        EXPECT_EQ(received, 3);  // run has returned, so its threads have joined; nobody is handed over any more
    }
}

TEST(ensemble, a_cancelled_run_says_so_and_what_was_received_is_complete) {
    const RunPlan plan = small_plan(60);
    const auto expected = results(small_plan(4));
    std::atomic<bool> cancel = false;
    RunOptions options;
    options.threads = 3;
    options.cancel = &cancel;
    std::vector<PersonResult> received;
    EXPECT_FALSE(run(plan, options, [&](PersonResult&& person) {
        received.push_back(std::move(person));
        if (received.size() == 4) cancel = true;
    }));
    ASSERT_EQ(received.size(), 4U);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(bits_of(received[i].arms[1]), bits_of(expected[i].arms[1]));
}

TEST(ensemble, a_run_cancelled_before_it_began_hands_over_next_to_nothing) {
    const std::atomic<bool> cancel = true;
    RunOptions options;
    options.threads = 2;
    options.cancel = &cancel;
    int received = 0;
    EXPECT_FALSE(run(small_plan(60), options, [&](PersonResult&&) { ++received; }));
    EXPECT_LE(received, 1);
}

TEST(ensemble, lives_that_went_well_leave_no_failures) {
    for (const PersonResult& person : results(small_plan(6))) EXPECT_TRUE(person.failures.empty());
}

}  // namespace
}  // namespace nearness::engine
