// Figure 4: disturbance (SUD) set by set over the EMDR sessions of the recorded lives.
#include "nearness/report/axes.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/evidence.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

constexpr std::size_t most_panels = 6;
constexpr std::size_t points = therapy::sets_per_session + 1;  // before the first set, and after each

struct Sessions {
    std::size_t arm = 0;
    std::vector<std::vector<const engine::SessionRow*>> sessions;  // by number, then life; only those with a target
};

bool processed(const engine::SessionRow& row) {
    return row.therapy == therapy::names[therapy::Therapy(therapy::Emdr{}).index()] && row.session.sets > 0;
}

// Sessions are numbered over the life. Those an arm shares with the first are shown with the first.
Sessions sessions_of(const View& view, std::size_t arm) {
    Sessions out{arm, {}};
    for (const engine::PersonResult* person : view.recorded()) {
        std::size_t number = 0;
        for (const engine::SessionRow& row : person->arms[arm].sessions) {
            if (!processed(row)) continue;
            if (out.sessions.size() <= number) out.sessions.emplace_back();
            out.sessions[number++].push_back(&row);
        }
    }
    return out;
}

double sud(const engine::SessionRow& row, std::size_t point) {
    return point == 0 ? row.session.first_sud : row.session.sud[point - 1];
}

struct Level {
    double mean = 0, low = 0, high = 0;
};

Level level(const std::vector<const engine::SessionRow*>& lives, std::size_t point) {
    std::vector<double> values;
    double sum = 0;
    for (const engine::SessionRow* row : lives) {
        values.push_back(sud(*row, point));
        sum += values.back();
    }
    std::sort(values.begin(), values.end());
    return {sum / static_cast<double>(values.size()), engine::quantile(values, 0.1), engine::quantile(values, 0.9)};
}

std::string draw(const View& view, const Sessions& all, std::size_t most_sessions) {
    const Look& look = view.look(all.arm);
    Drawing drawing(
        "sud-" + look.key, 420, 190, "Disturbance over sets: " + look.name,
        "Mean over recorded lives with the middle 80 %, one line a session; the numbers are in the table below.");
    const Panel panel = Panel::at(28, 26, 384, 126, 0.5, static_cast<double>(most_sessions) + 0.5, 0, 10);
    drawing.text({0, 12}, Anchor::start, "head", fit(look.name, 416, 11));
    for (std::size_t s = 0; s < most_sessions; s += 2) {
        const double x = panel.x(static_cast<double>(s) + 0.5);
        drawing.rectangle(x, panel.top, panel.x(static_cast<double>(s) + 1.5) - x, panel.height, "strip");
    }
    draw_y_axis(drawing, panel, 6);
    for (std::size_t s = 0; s < all.sessions.size(); ++s) {
        std::vector<Point> line, upper, lower;
        for (std::size_t p = 0; p < points; ++p) {
            const double x =
                static_cast<double>(s) + 0.58 + 0.84 * static_cast<double>(p) / static_cast<double>(points - 1);
            const Level at = level(all.sessions[s], p);
            line.push_back(panel(x, at.mean));
            upper.push_back(panel(x, at.high));
            lower.push_back(panel(x, at.low));
        }
        if (all.sessions[s].size() > 2) drawing.band(upper, lower, "band " + look.fill());
        drawing.path(line, "line main " + look.stroke());
        drawing.mark(Shape::disc, line.front(), 2.2, look.fill());
    }
    Ticks ticks =
        stepped_ticks(1, static_cast<double>(most_sessions), fitting_ticks(panel.width), {1, 2, 5, 10, 20, 50});
    draw_x_axis(drawing, panel, ticks, "session");
    return drawing.finish();
}

std::string table(const View& view, const std::vector<Sessions>& shown) {
    Table table(
        "Disturbance (SUD, 0 to 10) in each EMDR session, and access to guarded memory: means over recorded lives",
        {"session", "lives", "before", "10 to 90 %", "after 5 sets", "after 10 sets", "10 to 90 %", "access"});
    for (const Sessions& all : shown) {
        table.group(view.look(all.arm).name);
        for (std::size_t s = 0; s < all.sessions.size(); ++s) {
            double access = 0;
            for (const engine::SessionRow* row : all.sessions[s]) access += row->session.access;
            const Level before = level(all.sessions[s], 0);
            const Level after = level(all.sessions[s], points - 1);
            table.row(std::to_string(s + 1),
                      {std::to_string(all.sessions[s].size()), number(before.mean),
                       number(before.low) + " to " + number(before.high), number(level(all.sessions[s], 5).mean),
                       number(after.mean), number(after.low) + " to " + number(after.high),
                       number(access / static_cast<double>(all.sessions[s].size()))});
        }
    }
    return table.html();
}

}  // namespace

std::string disturbance(const View& view) {
    std::vector<Sessions> shown;
    std::size_t left_out = 0;
    std::size_t most_sessions = 0;
    for (std::size_t a = 0; a < view.arms(); ++a) {
        Sessions sessions = sessions_of(view, a);
        if (sessions.sessions.empty()) continue;
        if (shown.size() == most_panels) {
            ++left_out;
            continue;
        }
        most_sessions = std::max(most_sessions, sessions.sessions.size());
        shown.push_back(std::move(sessions));
    }
    if (shown.empty()) return {};
    DrawnFigure figure;
    figure.pictures = "<div class=\"grid broad\">\n";
    for (const Sessions& sessions : shown) figure.pictures += draw(view, sessions, most_sessions);
    figure.pictures += "</div>\n";
    figure.numbers = table(view, shown);
    figure.caption = fmt::format(
        "<strong>Figure 4.</strong> Simulated disturbance (SUD: ten times the charge of the memory being processed), "
        "before the first set (dot) and after each of ten, session by session: mean over recorded lives{}. It falls "
        "faster where protectors give more access. A session takes up the memory that is then most charged, so lines "
        "need not join. {} {}.",
        view.recorded().size() > 2 ? " with the middle 80 %" : "", mixed.mark,
        escape(therapy_evidence[therapy::Therapy(therapy::Emdr{}).index()].says));
    if (left_out > 0) figure.caption += fmt::format(" {} left out.", counted(left_out, "more arm is", "more arms are"));
    return section("sud", "Processing a memory", html_of(figure));
}

}  // namespace nearness::report
