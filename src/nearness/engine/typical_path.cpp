#include "nearness/engine/typical_path.hpp"

namespace nearness::engine {

namespace {

RunPlan drawn(const RunPlan& plan) {
    RunPlan lives = plan;
    lives.deterministic = false;
    lives.persons = lives_beside_typical_path;
    lives.recorded_persons = 0;
    for (Arm& arm : lives.arms) arm.scenario.parameters.person.typical = false;
    return lives;
}

}  // namespace

double Beside::in_deviations() const {
    const double apart = path - lives.mean;
    if (lives.n == 0 || (lives.standard_deviation == 0 && apart != 0)) return life::not_measured;
    return apart == 0 ? 0 : apart / lives.standard_deviation;
}

TypicalPath beside_lives(const RunPlan& plan, const PersonResult& path, const RunOptions& options) {
    TypicalPath result;
    const RunPlan lives = drawn(plan);
    std::vector<std::vector<std::vector<std::vector<double>>>> values;  // as `arms`, then over lives
    for (const ArmResult& arm : path.arms) {
        auto& chapters = result.arms.emplace_back();
        auto& of_arm = values.emplace_back();
        for (life::Summary summary : arm.chapters) {
            auto& quantities = chapters.emplace_back();
            life::Summary::describe(summary, [&](const life::Column& column, double& value) {
                quantities.push_back({column, value, {}});
            });
            of_arm.emplace_back(quantities.size());
        }
    }
    const bool complete = run(lives, options, [&](PersonResult&& person) {
        for (std::size_t a = 0; a < person.arms.size(); ++a) {
            for (std::size_t c = 0; c < person.arms[a].chapters.size(); ++c) {
                std::size_t i = 0;
                life::Summary::describe(person.arms[a].chapters[c], [&](const life::Column&, double& value) {
                    values[a][c][i++].push_back(value);
                });
            }
        }
        ++result.lives;
    });
    if (!complete) return {};
    for (std::size_t a = 0; a < values.size(); ++a) {
        for (std::size_t c = 0; c < values[a].size(); ++c) {
            for (std::size_t i = 0; i < values[a][c].size(); ++i) {
                result.arms[a][c][i].lives = spread(std::move(values[a][c][i]));
            }
        }
    }
    return result;
}

}  // namespace nearness::engine
