#include "cli/printed_summary.hpp"

#include "cli/columns.hpp"
#include "nearness/io/learner_words.hpp"
#include "nearness/io/number.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nearness::cli {

namespace {

struct Shown {
    const char* name;
    double life::Summary::*member;
};

constexpr Shown shown[] = {{"edge", &life::Summary::edge},          {"area", &life::Summary::area},
                           {"protective use", &life::Summary::use}, {"felt closeness", &life::Summary::felt},
                           {"care", &life::Summary::care},          {"trust", &life::Summary::trust},
                           {"templates", &life::Summary::templates}};

// Mean and half the width of its 95 % interval over persons; of one person, what it is.
std::string cell(const engine::Spread& spread) {
    if (spread.n == 0) return "–";
    if (!spread.has_interval()) return fmt::format("{:.3f}", spread.mean);
    return fmt::format("{:.3f} ±{:.3f}", spread.mean, 1.96 * spread.standard_error);
}

// "edge 0.341: 0.366 in 200 lives, 0.9 standard deviations below": how far the typical path is from drawn lives.
std::string typical_path(const engine::Collection& collection) {
    const engine::TypicalPath& typical = collection.typical_path;
    if (typical.arms.empty()) return "";
    std::string out =
        fmt::format("  {}\n  Beside it {} drawn lives: path, mean of lives (standard deviation), distance\n",
                    engine::what_a_typical_path_is, typical.lives);
    for (std::size_t a = 0; a < typical.arms.size(); ++a) {
        out += "  " + collection.plan.arms[a].id + "\n";
        const int departs = a == 0 ? 0 : engine::departure(collection.plan, a);
        for (std::size_t c = static_cast<std::size_t>(departs); c < typical.arms[a].size(); ++c) {
            out += "    " + collection.chapters(a)[c].id + "\n";
            for (const engine::Beside& one : typical.arms[a][c]) {
                const bool told = one.column.name == "edge" || one.column.name == "area" ||
                                  one.column.name == "protective_use" || one.column.name == "felt_closeness" ||
                                  one.column.name == "outcome";
                if (!told || one.lives.n == 0) continue;
                const double distance = one.in_deviations();
                out += padded("      " + std::string(one.column.name), 24) +
                       fmt::format("{:.3f}   {:.3f} ({:.3f})   {}\n", one.path, one.lives.mean,
                                   one.lives.standard_deviation,
                                   distance == distance
                                       ? fmt::format("{:+.2f} standard deviations", distance)
                                       : fmt::format("{:+.3f}; lives do not differ", one.path - one.lives.mean));
            }
        }
    }
    return out;
}

std::string knocked_out(const engine::RunPlan& plan) {
    std::string out;
    for (const engine::Arm& arm : plan.arms) {
        std::string names;
        arm.scenario.parameters.person.knocked_out.each(
            [&](const person::ModuleText& module) { names += (names.empty() ? "" : ", ") + std::string(module.name); });
        if (!names.empty()) out += fmt::format("  knocked out in {}: {}\n", arm.id, names);
    }
    return out;
}

// Of a life in which nothing is a template.
std::string learners(const engine::RunPlan& plan) {
    std::string out;
    for (const engine::Arm& arm : plan.arms) {
        const memory::RivalParameters& rival = arm.scenario.parameters.person.rival;
        if (!rival.stands_in()) continue;
        out += fmt::format("  in the place of the templates in {}: {}\n", arm.id, io::learner_words(rival));
    }
    return out;
}

// "reached by 20 of 24 persons, median 7 sessions"
std::string outcome(const life::Plan& plan, const engine::GoalCount& count) {
    const int reached = count.reached();
    const auto sessions = [](double number) { return fmt::format("{} session{}", number, number == 1 ? "" : "s"); };
    if (count.persons == 1) {
        return reached == 1 ? "reached after " + sessions(count.median_sessions())
                            : "not reached in " + sessions(plan.sessions);
    }
    return fmt::format(
        "reached by {} of {} persons, {}", reached, count.persons,
        reached > 0 ? "median " + sessions(count.median_sessions()) : "each in " + sessions(plan.sessions));
}

// Whether plans that wait for something came to it, in everybody.
std::string goals(const engine::Collection& collection) {
    std::string out;
    for (std::size_t a = 0; a < collection.arms(); ++a) {
        const auto& chapters = collection.chapters(a);
        const int departs = a == 0 ? 0 : engine::departure(collection.plan, a);
        for (std::size_t c = static_cast<std::size_t>(departs); c < chapters.size(); ++c) {
            for (std::size_t p = 0; p < chapters[c].plans.size(); ++p) {
                const life::Plan& plan = chapters[c].plans[p];
                if (!plan.goal) continue;
                out += fmt::format("    {}, {}: {} until {} {} {}: {}\n", collection.plan.arms[a].id, chapters[c].id,
                                   plan.id, life::measure_names[static_cast<std::size_t>(plan.goal->measure)],
                                   plan.goal->above ? "above" : "below", io::shortest(plan.goal->value),
                                   outcome(plan, collection.goal(a, c, p)));
            }
        }
    }
    return out.empty() ? out : "  goals of plans\n" + out;
}

}  // namespace

std::string printed_summary(const engine::Collection& collection) {
    const engine::RunPlan& plan = collection.plan;
    const bool several = collection.lives() > 1;
    std::size_t widest = 16;
    for (std::size_t a = 0; a < collection.arms(); ++a) {
        widest = std::max(widest, plan.arms[a].id.size() + 2);
        for (const life::Chapter& chapter : collection.chapters(a)) widest = std::max(widest, chapter.id.size() + 4);
    }
    std::string out;
    const auto line = [&](std::string text, const auto& cell_of, const std::string& of_edges) {
        text = padded(std::move(text), widest + 2);
        for (const Shown& one : shown) text += padded(cell_of(one), 16);
        if (several) {
            text += of_edges;
        } else {
            text.erase(text.find_last_not_of(' ') + 1);
        }
        out += text + "\n";
    };
    line(
        "  arm, chapter", [](const Shown& one) { return std::string(one.name); }, "edge: median, at 1");
    for (std::size_t a = 0; a < collection.arms(); ++a) {
        const int departs = a == 0 ? 0 : engine::departure(plan, a);
        out += "  " + plan.arms[a].id + "\n";
        for (std::size_t c = static_cast<std::size_t>(departs); c < collection.chapters(a).size(); ++c) {
            const auto edges = collection.values(a, c, &life::Summary::edge);
            const auto at_one = std::count_if(edges.begin(), edges.end(), [](double edge) { return edge >= 1; });
            line(
                "    " + collection.chapters(a)[c].id,
                [&](const Shown& one) { return cell(collection.over_persons(a, c, one.member)); },
                fmt::format("{:.3f}, {:.0f} %", engine::spread(edges).median,
                            100.0 * static_cast<double>(at_one) / static_cast<double>(edges.size())));
        }
        if (a > 0 && departs > 0) {
            out += fmt::format("    (as written up to {})\n",
                               collection.chapters(a)[static_cast<std::size_t>(departs - 1)].id);
        }
    }
    out += several ? "  means over persons ± half of the 95 % interval" : "  one person";
    out += "; edge, area, care, trust and templates at the chapter's end\n";
    out += goals(collection);
    out += knocked_out(plan);
    out += learners(plan);
    out += typical_path(collection);
    return out;
}

}  // namespace nearness::cli
