// What was recorded where the model expected so much: is the level right, with nothing fitted to it?
#include "nearness/report/diary.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"

#include <algorithm>
#include <array>

namespace nearness::report {

namespace {

constexpr std::size_t steps = 10;  // of expected pain, from 0 to 1

struct Step {
    std::vector<double> expected, recorded;  // means of the persons who have moments here
    std::vector<std::string> groups;
    double moments = 0;
};

std::array<Step, steps> by_expectation(const Moments& moments, std::size_t arm) {
    std::array<Step, steps> out;
    for (std::size_t p = 0; p < moments.view.collection.persons.size(); ++p) {
        std::array<double, steps> expected{}, recorded{}, count{};
        for (const engine::RecordedRow* row : moments.of(arm, p)) {
            const double pain = row->result.predicted;
            const double answer = moments.answer(forecasted[0], p, *row);
            if (!finite(pain) || !finite(answer)) continue;
            const auto at = static_cast<std::size_t>(math::clip(pain, 0.0, 1.0) * static_cast<double>(steps));
            const std::size_t step = std::min(steps - 1, at);
            expected[step] += pain;
            recorded[step] += answer;
            ++count[step];
        }
        const auto& diary = moments.view.collection.plan.diary;
        for (std::size_t s = 0; s < steps; ++s) {
            if (count[s] == 0) continue;
            out[s].expected.push_back(expected[s] / count[s]);
            out[s].recorded.push_back(recorded[s] / count[s]);
            out[s].groups.push_back(p < diary.size() ? diary[p].group : "");
            out[s].moments += count[s];
        }
    }
    return out;
}

}  // namespace

std::string calibration(const Moments& moments, Figures& figures) {
    const View& view = moments.view;
    std::vector<std::string> name;
    std::vector<double> persons, number, expected, recorded, low, high;
    for (const std::size_t arm : moments.arms(most_other_arms)) {
        for (const Step& step : by_expectation(moments, arm)) {
            if (step.expected.empty() || step.expected.size() < moments.fewest_persons()) continue;
            const infer::Estimate mean = infer::estimate(step.recorded, infer::clusters_of(step.groups));
            name.push_back(view.look(arm).name);
            persons.push_back(static_cast<double>(step.expected.size()));
            number.push_back(step.moments);
            expected.push_back(engine::spread(step.expected).mean);
            recorded.push_back(mean.value);
            low.push_back(mean.value - 2 * mean.error);
            high.push_back(mean.value + 2 * mean.error);
        }
    }
    if (name.empty()) return {};
    Figure figure;
    figure.kind = "calibration";
    figure.title = "What was recorded, by the pain that the model expected";
    figure.options = {{"recorded", moments.question(forecasted[0])}};
    figure.data.emplace_back("steps", Data("calibration", "What was recorded, by the pain that the model expected")
                                          .words("arm", "letter and name of the arm", name)
                                          .numbers("expected", "1", "mean expected pain of these moments", expected)
                                          .numbers("recorded", "1", "mean of what was recorded", recorded)
                                          .numbers("low", "1", "two standard errors over persons below it", low)
                                          .numbers("high", "1", "two standard errors over persons above it", high)
                                          .numbers("persons", "1", "persons with such moments", persons, 0)
                                          .numbers("moments", "1", "moments", number, 0));
    figure.caption = fmt::format(
        "Simulated, beside what was recorded: answers to “{}” by the pain that the model expected at the same moment, "
        "in steps of 0.1 of it. On the dashed line answers would be as high as expected; nothing was fitted to bring "
        "them there. Dots are means over persons, larger where more moments stand behind them, with two standard "
        "errors to either side; left out are steps with fewer than {}. Other steps hold other persons, so this "
        "compares persons as well as moments.",
        escape(moments.question(forecasted[0])), counted(moments.fewest_persons(), "person", "persons"));
    return figures.add(figure);
}

}  // namespace nearness::report
