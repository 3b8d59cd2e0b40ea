#include "nearness/report/lanes.hpp"

#include "nearness/report/escape.hpp"
#include "nearness/report/evidence.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"

#include <algorithm>
#include <set>

namespace nearness::report {

namespace {

constexpr double heading = 13;
constexpr double lane = 11;
constexpr std::array<Shape, 7> therapy_shapes = {Shape::disc, Shape::square, Shape::cross, Shape::diamond,
                                                 Shape::up,   Shape::down,   Shape::bar};
static_assert(therapy_shapes.size() == therapy::names.size());

std::string_view name_of(const Happening& one) {
    return one.event ? life::event_names[one.kind] : therapy::names[one.kind];
}

// Small enough that the sessions of a plan can be counted.
double marker_radius(const std::vector<Happening>& sorted, const Scale& x) {
    double radius = 3.2;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const double apart = x(sorted[i].age) - x(sorted[i - 1].age);
        if (sorted[i].kind == sorted[i - 1].kind && !sorted[i - 1].event && apart > 0) {
            radius = std::min(radius, 0.4 * apart);
        }
    }
    return std::max(radius, 0.8);
}

bool within(const Scale& x, double age) { return age >= x.low - 1e-9 && age <= x.high + 1e-9; }

}  // namespace

std::vector<Happening> happenings(const View& view, std::size_t arm) {
    std::vector<Happening> out;
    const auto& chapters = view.collection.chapters(arm);
    for (std::size_t c = view.departs(arm); c < chapters.size(); ++c) {
        for (const life::Event& event : chapters[c].events) {
            out.push_back({(chapters[c].from + event.at) / days_per_year, event.kind.index(), true});
        }
        for (const life::Plan& plan : chapters[c].plans) {
            for (int i = 0; i < plan.sessions; ++i) {
                out.push_back({(chapters[c].from + plan.time_of(i)) / days_per_year, plan.therapy.index(), false});
            }
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Happening& a, const Happening& b) {
        if (a.event != b.event) return a.event;
        return a.event || a.kind == b.kind ? a.age < b.age : a.kind < b.kind;
    });
    return out;
}

double draw_lanes(Drawing* drawing, const View& view, const std::vector<std::size_t>& arms, const Scale& x,
                  double top) {
    double y = top;
    for (const std::size_t arm : arms) {
        std::vector<Happening> here = happenings(view, arm);
        std::erase_if(here, [&](const Happening& one) { return !within(x, one.age); });
        if (here.empty()) continue;
        if (drawing != nullptr) {
            drawing->text({x.start, y + 9}, Anchor::start, "bold " + view.look(arm).fill(),
                          fit(view.look(arm).name, x.end - x.start, 10.5));
        }
        y += heading;
        const double radius = marker_radius(here, x);
        double written = x.start;  // how far the names of events reach
        for (std::size_t i = 0; i < here.size(); ++i) {
            // Each therapy has its lane, since two plans may hold sessions on the same day; events share one.
            if (i == 0 || here[i].event != here[i - 1].event || (!here[i].event && here[i].kind != here[i - 1].kind)) {
                y += lane;
            }
            if (drawing == nullptr) continue;
            const Point centre{x(here[i].age), y - lane / 2};
            if (here[i].event) {
                // Its name, or its initial where names would overlap.
                const double half = text_width(name_of(here[i]), 10) / 2;
                const bool fits = centre.x - half > written && centre.x + half < x.end + 14;
                drawing->text({centre.x, centre.y + 3.5}, Anchor::middle, view.look(arm).fill(),
                              fits ? name_of(here[i]) : name_of(here[i]).substr(0, 1));
                written = centre.x + (fits ? half : 4) + 3;
            } else {
                drawing->mark(therapy_shapes[here[i].kind], centre, radius, view.look(arm).fill());
            }
        }
        y += 4;
    }
    return y - top;
}

std::string lane_legend(const View& view, const std::vector<std::size_t>& arms) {
    std::set<std::size_t> therapies;
    for (const std::size_t arm : arms) {
        for (const Happening& one : happenings(view, arm)) {
            if (!one.event) therapies.insert(one.kind);
        }
    }
    if (therapies.empty()) return {};
    std::string out = "<ul class=\"legend\" aria-label=\"Sessions\">\n";
    for (const std::size_t kind : therapies) {
        Drawing glyph(fmt::format("glyph-{}", kind), 12, 12, "Marker", therapy::names[kind]);
        glyph.mark(therapy_shapes[kind], {6, 6}, 4, "solid");
        out += fmt::format(
            "<li>{}<span>a session of {} <span title=\"{}\">{}</span></span></li>\n",
            [&] {
                std::string svg = glyph.finish();
                return svg.replace(0, 4, "<svg class=\"glyph\"");
            }(),
            therapy::names[kind], escape(therapy_evidence[kind].grade.says), therapy_evidence[kind].grade.mark);
    }
    return out + "</ul>\n";
}

std::string lane_table(const View& view) {
    Table table("Sessions and events, by arm", {"what", "how many", "first, age in years", "last, age in years"});
    bool any = false;
    for (std::size_t arm = 0; arm < view.arms(); ++arm) {
        const std::vector<Happening> all = happenings(view, arm);
        if (!all.empty()) table.group(view.look(arm).name);
        for (std::size_t kind = 0; kind < life::event_names.size() + therapy::names.size(); ++kind) {
            const bool event = kind < life::event_names.size();
            const std::size_t of_kind = event ? kind : kind - life::event_names.size();
            int count = 0;
            double first = 0;
            double last = 0;
            for (const Happening& one : all) {
                if (one.event != event || one.kind != of_kind) continue;
                if (count++ == 0) first = one.age;
                last = one.age;
            }
            if (count == 0) continue;
            any = true;
            table.row(event ? life::event_names[of_kind] : therapy::names[of_kind],
                      {std::to_string(count), number(first), number(last)});
        }
    }
    return any ? table.html() : std::string();
}

}  // namespace nearness::report
