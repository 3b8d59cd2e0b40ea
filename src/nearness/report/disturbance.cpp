// The section "Processing a memory": disturbance (SUD) set by set over the EMDR sessions of the recorded lives.
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"
#include "nearness/report/timeline.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

constexpr std::size_t most_panels = 6;
constexpr std::size_t points_in_session = therapy::sets_per_session + 1;  // before the first set, and after each

struct Held {
    int person = 0;
    const engine::SessionRow* row = nullptr;
};
using Sessions = std::vector<std::vector<Held>>;  // by number, then life; only those with a target

bool processed(const engine::SessionRow& row) {
    return row.therapy == therapy::names[therapy::Therapy(therapy::Emdr{}).index()] && row.session.sets > 0;
}

// Sessions are numbered over the life. Those an arm shares with the first are shown with the first.
Sessions sessions_of(const View& view, std::size_t arm) {
    Sessions out;
    for (const engine::PersonResult* person : view.recorded()) {
        std::size_t number = 0;
        for (const engine::SessionRow& row : person->arms[arm].sessions) {
            if (!processed(row)) continue;
            if (out.size() <= number) out.emplace_back();
            out[number++].push_back({person->person, &row});
        }
    }
    return out;
}

double sud(const engine::SessionRow& row, std::size_t point) {
    return point == 0 ? row.session.first_sud : row.session.sud[point - 1];
}
double access(const engine::SessionRow& row, std::size_t) { return row.session.access; }

// Columns of the mean over lives with its spread, filled together.
struct Levels {
    std::vector<double> mean, low, high;

    void add(const std::vector<Held>& lives, double (*of)(const engine::SessionRow&, std::size_t), std::size_t point) {
        std::vector<double> values;
        double sum = 0;
        for (const Held& held : lives) {
            values.push_back(of(*held.row, point));
            sum += values.back();
        }
        std::sort(values.begin(), values.end());
        mean.push_back(sum / static_cast<double>(values.size()));
        low.push_back(engine::quantile(values, 0.1));
        high.push_back(engine::quantile(values, 0.9));
    }
};

struct Shown {
    std::size_t arm;
    Sessions sessions;
};

// Whether fewer lives held a later session than the first.
bool may_end_early(const std::vector<Shown>& shown) {
    return std::any_of(shown.begin(), shown.end(),
                       [](const Shown& one) { return one.sessions.back().size() < one.sessions.front().size(); });
}

Data by_session(const View& view, const std::vector<Shown>& shown) {
    std::vector<std::string> arms;
    std::vector<double> numbers, lives, ages;
    Levels before, after, accesses;
    for (const Shown& one : shown) {
        for (std::size_t s = 0; s < one.sessions.size(); ++s) {
            const std::vector<Held>& held = one.sessions[s];
            arms.push_back(view.look(one.arm).name);
            numbers.push_back(static_cast<double>(s + 1));
            lives.push_back(static_cast<double>(held.size()));
            double age = 0;
            for (const Held& each : held) age += each.row->age;
            ages.push_back(age / static_cast<double>(held.size()));
            before.add(held, sud, 0);
            after.add(held, sud, points_in_session - 1);
            accesses.add(held, access, 0);
        }
    }
    return Data("sud-sessions", "EMDR sessions: access to guarded memory, and disturbance before and after")
        .words("arm", "arm", arms)
        .numbers("session", "1", "number over the life", numbers, 0)
        .numbers("lives", "1", "recorded lives that held it", lives, 0)
        .numbers("age", "years", "mean age", ages)
        .numbers("access", "1", "access to guarded memory: mean over lives", accesses.mean)
        .numbers("access low", "1", "10th percentile of lives", accesses.low)
        .numbers("access high", "1", "90th percentile of lives", accesses.high)
        .numbers("before", "SUD", "disturbance before the first set: mean over lives", before.mean, 2)
        .numbers("after", "SUD", "disturbance after the last set: mean over lives", after.mean, 2);
}

Data by_set(const View& view, const std::vector<Shown>& shown) {
    std::vector<std::string> arms;
    std::vector<double> numbers, sets;
    Levels levels;
    for (const Shown& one : shown) {
        for (std::size_t s = 0; s < one.sessions.size(); ++s) {
            for (std::size_t p = 0; p < points_in_session; ++p) {
                arms.push_back(view.look(one.arm).name);
                numbers.push_back(static_cast<double>(s + 1));
                sets.push_back(static_cast<double>(p));
                levels.add(one.sessions[s], sud, p);
            }
        }
    }
    return Data("sud-sets", "Disturbance (SUD, 0 to 10) set by set; set 0 is before the first")
        .words("arm", "arm", arms)
        .numbers("session", "1", "number over the life", numbers, 0)
        .numbers("set", "1", "sets done", sets, 0)
        .numbers("mean", "SUD", "disturbance: mean over lives", levels.mean, 2)
        .numbers("low", "SUD", "10th percentile of lives", levels.low, 2)
        .numbers("high", "SUD", "90th percentile of lives", levels.high, 2);
}

Data single_lives(const View& view, const std::vector<Shown>& shown) {
    std::vector<std::string> arms;
    std::vector<double> persons, numbers, sets, values;
    const bool drawn = view.recorded().size() > 1 && view.recorded().size() <= most_single_lives;
    for (const Shown& one : shown) {
        for (std::size_t s = 0; s < one.sessions.size() && drawn; ++s) {
            for (const Held& held : one.sessions[s]) {
                for (std::size_t p = 0; p < points_in_session; ++p) {
                    arms.push_back(view.look(one.arm).name);
                    persons.push_back(held.person + 1);
                    numbers.push_back(static_cast<double>(s + 1));
                    sets.push_back(static_cast<double>(p));
                    values.push_back(sud(*held.row, p));
                }
            }
        }
    }
    return Data("sud-lives", "Disturbance set by set, single recorded lives")
        .words("arm", "arm", arms)
        .numbers("life", "1", "person", persons, 0)
        .numbers("session", "1", "number over the life", numbers, 0)
        .numbers("set", "1", "sets done", sets, 0)
        .numbers("SUD", "SUD", "disturbance", values, 1);
}

}  // namespace

std::string disturbance(const View& view, Figures& figures) {
    std::vector<Shown> shown;
    std::size_t left_out = 0;
    for (std::size_t a = 0; a < view.arms(); ++a) {
        Sessions sessions = sessions_of(view, a);
        if (sessions.empty()) continue;
        if (shown.size() == most_panels) {
            ++left_out;
            continue;
        }
        shown.push_back({a, std::move(sessions)});
    }
    if (shown.empty()) return {};
    Figure figure;
    figure.kind = "sud";
    figure.title = "Disturbance set by set over the sessions, and access to guarded memory";
    figure.caption = fmt::format(
        "Simulated; {}{}{}. Upper panels: disturbance (SUD: ten times the charge of the memory being processed), "
        "before the first set (dot) and after each of ten, session by session. Lower panels: access, how far "
        "protectors let that memory be reached; it is fixed for a session. The model predicts that each set takes away "
        "a share of the charge, and that the share grows with access: where protectors are not trusting yet, the same "
        "sets do less. A session takes up the memory that is then most charged, so lines need not join. That a "
        "memory’s disturbance falls says nothing yet about closeness: for that, look at the edge.",
        over_whom(view), view.recorded().size() > 2 ? ", the band holds the middle 80 %" : "",
        view.recorded().size() > 1 && view.recorded().size() <= most_single_lives ? ", thin lines are single lives"
                                                                                  : "");
    if (may_end_early(shown)) {
        figure.caption +=
            " Plans end early here: later sessions show only the lives that still held them, so a mean can rise.";
    }
    if (left_out > 0) figure.caption += fmt::format(" {} left out.", counted(left_out, "more arm is", "more arms are"));
    figure.data.emplace_back("sessions", by_session(view, shown));
    figure.data.emplace_back("sets", by_set(view, shown));
    figure.data.emplace_back("lives", single_lives(view, shown));
    return section("sud", "Processing a memory", figures.add(figure));
}

}  // namespace nearness::report
