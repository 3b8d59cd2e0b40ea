#include "nearness/report/happenings.hpp"

#include "nearness/report/format.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

// At which ages each recorded life held the sessions of a plan.
std::vector<std::vector<double>> held(const View& view, std::size_t arm, std::size_t c, const life::Plan& plan) {
    std::vector<std::vector<double>> out;
    for (const engine::PersonResult* person : view.recorded()) {
        std::vector<double>& ages = out.emplace_back();
        for (const engine::SessionRow& row : person->arms[arm].sessions) {
            if (static_cast<std::size_t>(row.chapter) == c && row.plan == plan.id) ages.push_back(row.age);
        }
    }
    return out;
}

template <class Visit>
void each_plan(const View& view, std::size_t arm, Visit&& visit) {
    const auto& chapters = view.collection.chapters(arm);
    for (std::size_t c = view.departs(arm); c < chapters.size(); ++c) {
        for (const life::Plan& plan : chapters[c].plans) visit(c, plan);
    }
}

std::string words(const life::Goal& goal) {
    return fmt::format("until {} {} {}", life::measure_names[static_cast<std::size_t>(goal.measure)],
                       goal.above ? "≥" : "≤", number(goal.value, goal.measure == life::Measure::sud ? 1 : 2));
}

}  // namespace

bool anything_happens(const View& view, std::size_t arm) {
    const auto& chapters = view.collection.chapters(arm);
    const auto from = static_cast<std::ptrdiff_t>(std::min(view.departs(arm), chapters.size()));
    return std::any_of(chapters.begin() + from, chapters.end(),
                       [](const life::Chapter& chapter) { return !chapter.plans.empty() || !chapter.events.empty(); });
}

bool any_goal(const View& view, const std::vector<std::size_t>& arms) {
    bool any = false;
    for (const std::size_t arm : arms) {
        each_plan(view, arm, [&](std::size_t, const life::Plan& plan) { any = any || plan.goal.has_value(); });
    }
    return any;
}

Data events(const View& view) {
    struct Happened {
        double age;
        std::size_t kind;
        std::string arms;
    };
    std::vector<Happened> all;
    for (std::size_t arm = 0; arm < view.arms(); ++arm) {
        const auto& chapters = view.collection.chapters(arm);
        for (const life::Chapter& chapter : chapters) {
            for (const life::Event& event : chapter.events) {
                const double age = (chapter.from + event.at) / days_per_year;
                const std::size_t kind = event.kind.index();
                const auto same = std::find_if(all.begin(), all.end(),
                                               [&](const Happened& one) { return one.kind == kind && one.age == age; });
                if (same == all.end()) {
                    all.push_back({age, kind, view.look(arm).key});
                } else {
                    same->arms += " " + view.look(arm).key;
                }
            }
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Happened& a, const Happened& b) { return a.age < b.age; });
    std::vector<std::string> names, arms;
    std::vector<double> ages;
    for (const Happened& one : all) {
        names.emplace_back(life::event_names[one.kind]);
        ages.push_back(one.age);
        arms.push_back(one.arms);
    }
    return Data("life-events", "Events, and the letters of the arms in which they happen")
        .words("event", "what happens", names)
        .numbers("age", "years", "age", ages, 3)
        .words("arms", "letters of the arms", arms);
}

Data plans(const View& view) {
    std::vector<std::string> arms, names, therapies, goals;
    std::vector<double> chapters, most, lives, least_held, median, most_held, early;
    for (std::size_t arm = 0; arm < view.arms(); ++arm) {
        each_plan(view, arm, [&](std::size_t c, const life::Plan& plan) {
            std::vector<double> counts;
            for (const auto& ages : held(view, arm, c, plan)) counts.push_back(static_cast<double>(ages.size()));
            std::sort(counts.begin(), counts.end());
            arms.push_back(view.look(arm).name);
            chapters.push_back(static_cast<double>(c + 1));
            names.push_back(plan.id);
            therapies.emplace_back(therapy::name(plan.therapy));
            goals.push_back(plan.goal ? words(*plan.goal) : "all held");
            most.push_back(plan.sessions);
            lives.push_back(static_cast<double>(counts.size()));
            least_held.push_back(counts.empty() ? life::not_measured : counts.front());
            median.push_back(counts.empty() ? life::not_measured : engine::quantile(counts, 0.5));
            most_held.push_back(counts.empty() ? life::not_measured : counts.back());
            const auto ended = [&](double count) { return plan.goal && count > 0 && count < plan.sessions; };
            early.push_back(static_cast<double>(std::count_if(counts.begin(), counts.end(), ended)));
        });
    }
    return Data("life-plans", "Plans of sessions by arm, and what the recorded lives held of them")
        .words("arm", "arm", arms)
        .numbers("chapter", "1", "chapter, counted from 1", chapters, 0)
        .words("plan", "plan", names)
        .words("therapy", "therapy", therapies)
        .words("ends", "the goal that ends it early", goals)
        .numbers("sessions", "1", "sessions at most", most, 0)
        .numbers("lives", "1", "recorded lives", lives, 0)
        .numbers("fewest", "1", "fewest sessions that a life held", least_held, 0)
        .numbers("median", "1", "median of the sessions held", median, 1)
        .numbers("most", "1", "most sessions that a life held", most_held, 0)
        .numbers("ended early", "1", "lives that reached the goal before the last session", early, 0);
}

Data sessions(const View& view, const std::vector<std::size_t>& shown) {
    std::vector<std::string> arms, names, therapies;
    std::vector<double> chapters, numbers, ages, shares;
    for (const std::size_t arm : shown) {
        each_plan(view, arm, [&](std::size_t c, const life::Plan& plan) {
            const std::vector<std::vector<double>> lives = held(view, arm, c, plan);
            for (std::size_t i = 0; i < static_cast<std::size_t>(plan.sessions); ++i) {
                double sum = 0;
                double count = 0;
                for (const std::vector<double>& life : lives) {
                    if (i >= life.size()) continue;
                    sum += life[i];
                    ++count;
                }
                if (count == 0) break;
                arms.push_back(view.look(arm).name);
                chapters.push_back(static_cast<double>(c + 1));
                names.push_back(plan.id);
                therapies.emplace_back(therapy::name(plan.therapy));
                numbers.push_back(static_cast<double>(i + 1));
                ages.push_back(sum / count);
                shares.push_back(count / static_cast<double>(lives.size()));
            }
        });
    }
    return Data("life-sessions", "Sessions by arm: mean age over the recorded lives that held them")
        .words("arm", "arm", arms)
        .numbers("chapter", "1", "chapter, counted from 1", chapters, 0)
        .words("plan", "plan", names)
        .words("therapy", "therapy", therapies)
        .numbers("session", "1", "number in its plan", numbers, 0)
        .numbers("age", "years", "mean age", ages, 3)
        .numbers("share", "1", "share of recorded lives that held it", shares);
}

}  // namespace nearness::report
