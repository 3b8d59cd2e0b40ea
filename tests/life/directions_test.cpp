#include "nearness/engine/result.hpp"
#include "nearness/person/additions.hpp"
#include "reference/lives.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

// Every parameter moves what its description says, the way it says (Field::moves, Field::direction). The same persons
// live the same life twice, with the parameter at its default and raised by one standard deviation of its prior; every
// draw is shared, so that differences are paired. Seed, persons and z stand with the test.
//
// Directions were derived from the equations before anything was run. For most it is one step: rates of a session move
// what the session moves, a rate of pain lowers the edge, one of safety raises it, time constants delay. First thoughts
// that a life contradicted, and why (the documentation says what is right):
//   context_width, signal_width  "a wider match tolerates more, so less is new". The density of (memory.2) is normalised:
//       d log N/dσ = (d²/σ² − 1)/σ. What is usually met lies within σ, so a wider match makes the familiar less specific
//       and more is new. The first thought holds for strangers further away than σ.
//   outcome_width  "fewer templates": too few are opened to see that. A narrow width assigns a lesson to the template that
//       foresaw it, for which it is no surprise; a wide one to whatever looks alike, and since pain writes faster than
//       safety, more surprise is more charge.
//   overwhelm_persistence  "old pain is recalled more, so the edge is lower". In these lives the memory that overwhelmed is
//       nearly all there is, with or without; where a session processes it, it answers for more, and the edge is higher.
//   width  "protection starts earlier, so arousal is lower". True while holding closeness takes A < ½; in these lives it
//       takes more than that (use 0.5 to 0.8), and Φ reaches it the later the wider it is: arousal rises.
//   arousal_time  the latency of alarms rises where every encounter alarms; elsewhere the slow ones drop out of the mean.
//   cost  "less protective use": by a hair only. What it moves is which strategy serves: holding back leaves closeness
//       where it is, protects longest, and pays most.
//   capacity_birth, overwhelm_confirmation  act on what is beyond the window, which adults rarely are: early childhood.
//   persistence, persistence_scale  too few templates are opened to see it there; what is new is told by `novelty`.
namespace nearness::life {
namespace {

constexpr std::uint64_t seed = 20240607;
constexpr double least_z = 3;

// What is looked at: the summary of the last chapter, and means over its encounters for what no summary holds.
using Outcome = std::map<std::string, double>;

struct Means : NoWatcher {
    struct Mean {
        double sum = 0;
        int count = 0;
        void add(double value) {
            if (!(value >= 0) || std::isinf(value)) return;  // a race that was not run, reappraisal that never comes
            sum += value;
            ++count;
        }
    };
    Mean novelty, reflection, reappraisal_time;

    void encounter(const Where&, const State<double>&, const world::Meeting<double>& meeting) {
        novelty.add(meeting.novelty);
        reflection.add(meeting.reflection);
        reappraisal_time.add(meeting.reappraisal_time);
    }
    Outcome outcome() const {
        return {{"novelty", novelty.sum / novelty.count},
                {"reflection", reflection.sum / reflection.count},
                {"reappraisal_time", reappraisal_time.sum / reappraisal_time.count}};
    }
};

std::vector<Outcome> live_all(const Scenario& scenario, int persons) {
    const Prepared prepared = Prepared::from(scenario);
    std::vector<Outcome> outcomes;
    for (int first = 0; first < persons; first += math::group_size) {
        std::array<State<double>, math::group_size> states;
        std::array<Means, math::group_size> means;
        for (auto& state : states) state = newborn(prepared);
        static const std::vector<RecordedMoment> no_diary;
        std::array<Summary, math::group_size> last;
        for (std::size_t c = 0; c < scenario.chapters.size(); ++c) {
            means = {};
            const auto walker = [&](std::size_t i) {
                return Walker<Means>{states[i], static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(i),
                                     no_diary, means[i]};
            };
            last = live_chapter_together<Means>(prepared, static_cast<int>(c), seed,
                                                {walker(0), walker(1), walker(2), walker(3)});
        }
        for (std::size_t i = 0; i < last.size(); ++i) {
            Outcome outcome = means[i].outcome();
            Summary::describe(last[i],
                              [&](const Column& column, double& value) { outcome[std::string(column.name)] = value; });
            outcomes.push_back(std::move(outcome));
        }
    }
    return outcomes;
}

double raised(const Field& field, double value) {
    switch (field.prior) {
        case Prior::added:
            for (const person::Addition& one : person::additions) {
                if (one.key == field.key) return one.strength;
            }
            break;
        case Prior::log_normal: return math::minimum(field.high, value * std::exp(0.25));
        case Prior::logit_normal: return 1 / (1 + std::exp(-(std::log(value / (1 - value)) + 0.5)));
        case Prior::none: return value * 1.25;
    }
    return value;
}

// --- where a parameter acts ------------------------------------------------------------------------------------------

struct Setting {
    Scenario scenario;
    int persons = 64;
};

Scenario grown(double childhood_from, double quiet_days) {
    Scenario scenario;
    scenario.others = {lives::av_caregiver(), lives::partner()};
    scenario.chapters.push_back(lives::childhood(childhood_from));
    if (quiet_days > 0) {
        scenario.chapters.push_back(lives::chapter("quiet years", 16 * 365.0, quiet_days, 0.0, -1));
    }
    return scenario;
}

void then(Scenario& scenario, double days, int other, std::vector<Plan> plans, std::vector<Event> events = {}) {
    scenario.chapters.push_back(
        lives::chapter("then", scenario.chapters.back().until, days, lives::partner_gap, other));
    scenario.chapters.back().plans = std::move(plans);
    scenario.chapters.back().events = std::move(events);
}

// Some of everything: a hard childhood, quiet years, a partner, three therapies, a stressor.
Setting any_life() {
    Scenario scenario = grown(12.0, 365.0);
    then(scenario, 182, 1,
         {lives::plan(therapy::Talk{}, 3), lives::plan(therapy::Parts{}, 4), lives::plan(therapy::Emdr{}, 4, 28)},
         {{Stressor{0.5}, 60.0}});
    return {scenario, 128};
}

Setting with_partner(std::string_view preset, std::vector<Plan> plans, double days = 182) {
    Scenario scenario = grown(13.0, 0);
    scenario.others[1] = lives::partner(preset);
    then(scenario, days, 1, std::move(plans));
    return {scenario};
}

Setting with_somebody_new() {
    Scenario scenario = grown(12.0, 365.0);
    scenario.others[1].other.identity = {1.0, 1.0};
    scenario.others[1].other.steady = 0.9;
    then(scenario, 10 * lives::partner_gap, 1, {});
    return {scenario};
}

// Twelve partners one after another, each a new face.
Setting new_partners() {
    Scenario scenario = grown(14.0, 0);
    scenario.others[1].other.identity.reset();
    std::vector<Event> events;
    for (int i = 1; i < 12; ++i) events.push_back({NewPartner{}, i * 5 * lives::partner_gap + 1});
    then(scenario, 60 * lives::partner_gap, 1, {}, events);
    return {scenario};
}

Setting first_encounters() {
    Scenario scenario;
    scenario.others = {lives::av_caregiver()};
    scenario.chapters = {lives::chapter("first", 0.5 * 365, 16.0, lives::child_gap, 0)};
    return {scenario, 256};
}

Setting early_childhood() {
    Scenario scenario;
    scenario.others = {lives::av_caregiver()};
    scenario.chapters = {lives::chapter("early", 0.5 * 365, 2.0 * 365, lives::child_gap, 0)};
    return {scenario};
}

Setting criticised(double days, int persons) {
    Scenario scenario;
    world::Other other = lives::av_caregiver().other;
    other.kind = world::Caregiver{.unavailable = 0.6, .critical = 0.9, .onset = 0.35, .escape = 0.5};
    scenario.others = {{"caregiver", other}};
    scenario.chapters = {lives::chapter("criticism", 10 * 365.0, days, lives::child_gap, 0)};
    return {scenario, persons};
}

Setting a_childhood() {
    Scenario scenario;
    scenario.others = {lives::av_caregiver()};
    scenario.chapters = {lives::chapter("childhood", 8 * 365.0, 3.0 * 365, lives::child_gap, 0)};
    return {scenario};
}

Setting setting_for(const Field& field) {
    const std::string_view when = field.when;
    if (when.empty() || when == "below the numbing threshold") return any_life();
    if (when == "with a pursuing partner") return with_partner("pursuing", {});
    if (when == "with a steady partner") return with_partner("steady", {});
    if (when == "in childhood") return a_childhood();
    if (when == "with a steady partner and trust") return with_partner("steady", {lives::plan(therapy::Parts{}, 12)});
    if (when == "without therapy") return with_partner("ordinary", {});
    if (when == "with new partners") return new_partners();
    if (when == "with somebody new") return with_somebody_new();
    if (when == "in early childhood") return early_childhood();
    if (when == "in first encounters") return first_encounters();
    if (when == "after criticism") return criticised(3 * 365.0, 128);
    if (when == "early, after criticism") return criticised(182.0, 640);
    if (when == "with insight" || when == "with talk")
        return with_partner("ordinary", {lives::plan(therapy::Talk{}, 4)});
    if (when == "with parts work") return with_partner("ordinary", {lives::plan(therapy::Parts{}, 4)});
    if (when == "under pressure") return with_partner("ordinary", {lives::plan(therapy::Pressure{}, 12)}, 84);
    if (when == "with EMDR") return with_partner("ordinary", {lives::plan(therapy::Emdr{}, 6)});
    ADD_FAILURE() << "no setting is known for \"" << when << "\"";
    return any_life();
}

// --- the test --------------------------------------------------------------------------------------------------------

struct Shift {
    double mean = 0, z = 0;
};

Shift shift(const std::vector<Outcome>& from, const std::vector<Outcome>& to, const std::string& name) {
    std::vector<double> differences;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const auto a = from[i].find(name), b = to[i].find(name);
        if (a == from[i].end() || b == to[i].end()) continue;
        if (std::isfinite(a->second) && std::isfinite(b->second)) differences.push_back(b->second - a->second);
    }
    const double n = static_cast<double>(differences.size());
    if (n < 2) return {};
    double mean = 0, squares = 0;
    for (const double one : differences) mean += one / n;
    for (const double one : differences) squares += (one - mean) * (one - mean);
    const double error = std::sqrt(squares / (n - 1) / n);
    return {mean, error > 0 ? mean / error : mean > 0 ? HUGE_VAL : mean < 0 ? -HUGE_VAL : 0.0};
}

TEST(slow_directions, every_parameter_moves_what_its_description_says_the_way_it_says) {
    std::map<std::string, std::vector<Outcome>> lived;  // with defaults, by condition
    const Parameters<double> defaults;
    Parameters<double>::describe(defaults, [&](const Field& field, const auto& standard) {
        if (field.moves.empty()) return;
        const std::string key(field.key), when(field.when);
        Setting setting = setting_for(field);
        auto& usual = lived[when];
        if (usual.empty()) usual = live_all(setting.scenario, setting.persons);
        Parameters<double>::describe(setting.scenario.parameters, [&](const Field& one, auto& value) {
            if (one.key == field.key) {
                value =
                    static_cast<std::remove_reference_t<decltype(value)>>(raised(field, static_cast<double>(standard)));
            }
        });
        const auto more = live_all(setting.scenario, setting.persons);
        const Shift found = shift(usual, more, std::string(field.moves));
        const double sign = field.direction == Direction::up ? 1 : -1;
        std::printf("%-34s %-18s %-4s %+9.5f  z %9.3g  %d persons  %s\n", key.c_str(), std::string(field.moves).c_str(),
                    sign > 0 ? "up" : "down", found.mean, found.z, setting.persons, when.c_str());
        EXPECT_GT(sign * found.z, least_z) << key << " does not move " << field.moves;
    });
}

TEST(directions, every_description_names_a_column_of_the_results) {
    std::vector<std::string> columns;
    Summary summary;
    Summary::describe(summary, [&](const Column& column, double&) { columns.emplace_back(column.name); });
    engine::MomentRow row;
    engine::MomentRow::describe(row, [&](const Column& column, double&) { columns.emplace_back(column.name); });
    int settings = 0;
    const Parameters<double> parameters;
    Parameters<double>::describe(parameters, [&](const Field& field, const auto&) {
        if (field.moves.empty()) {
            EXPECT_FALSE(field.swept()) << field.key << " is swept, so something depends on it";
            EXPECT_TRUE(field.when.empty()) << field.key;
            ++settings;
            return;
        }
        EXPECT_NE(std::find(columns.begin(), columns.end(), field.moves), columns.end()) << field.key;
    });
    EXPECT_EQ(settings, 8);  // templates, assignment, particles, learner, learns_until, beat, length, worst_moment
}

}  // namespace
}  // namespace nearness::life
