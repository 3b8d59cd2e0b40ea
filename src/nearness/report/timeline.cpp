// The section "A life over time": which arms and stretches its figures show, and what they say alike.
#include "nearness/report/timeline.hpp"

#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/happenings.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

bool has_encounters(const View& view, std::size_t arm) {
    return std::any_of(view.recorded().begin(), view.recorded().end(),
                       [&](const engine::PersonResult* person) { return !person->arms[arm].moments.empty(); });
}

Timeline prepare(const View& view) {
    Timeline timeline{view, {}, {}, {}};
    for (const std::size_t arm : view.drawn_arms(most_other_arms)) {
        const bool shown = arm == 0 || has_encounters(view, arm) || anything_happens(view, arm);
        (shown ? timeline.arms : timeline.lineless).push_back(arm);
    }
    timeline.stretches = stretches(view, timeline.arms);
    return timeline;
}

std::string length_of(const life::Chapter& chapter) {
    if (chapter.diary) {
        return fmt::format("{} days from age {}", number(chapter.until - chapter.from, 0),
                           number(chapter.from / days_per_year, 1));
    }
    return fmt::format("{} to {} years", number(chapter.from / days_per_year, 1),
                       number(chapter.until / days_per_year, 1));
}

std::string chapter_list(const View& view) {
    std::string out = "<ol class=\"chapters\" aria-label=\"Chapters\">\n";
    for (std::size_t c = 0; c < view.chapters(); ++c) {
        out += fmt::format("<li><strong>{}</strong> {} <span class=\"small\">({})</span></li>\n", c + 1,
                           escape(view.chapter_name(c)), length_of(view.chapter(c)));
    }
    return out + "</ol>\n";
}

}  // namespace

Data points(const Timeline& timeline, const std::vector<std::size_t>& arms, Data data, const std::vector<Line>& lines,
            Spreads spreads) {
    std::vector<std::string> names;
    std::vector<double> from, until, chapter, lives;
    std::vector<std::vector<double>> mean(lines.size()), low(lines.size()), high(lines.size());
    for (const std::size_t arm : arms) {
        for (const Stretch& stretch : timeline.stretches) {
            std::vector<Series> all;
            for (const Line& line : lines) {
                all.push_back(series(timeline.view, arm, timeline.view.departs(arm), stretch, line.of));
            }
            for (std::size_t b = 0; b < all.front().bins.size(); ++b) {
                if (all.front().lives[b] == 0) continue;
                const Bin& bin = all.front().bins[b];
                names.push_back(timeline.view.look(arm).name);
                from.push_back(bin.from);
                until.push_back(bin.until);
                chapter.push_back(static_cast<double>(bin.chapter + 1));
                lives.push_back(all.front().lives[b]);
                for (std::size_t i = 0; i < lines.size(); ++i) {
                    mean[i].push_back(all[i].mean[b]);
                    low[i].push_back(all[i].low[b]);
                    high[i].push_back(all[i].high[b]);
                }
            }
        }
    }
    data.words("arm", "arm, from where it departs", names)
        .numbers("from", "years", "age at which the averaged time begins", from, 3)
        .numbers("until", "years", "age at which it ends", until, 3)
        .numbers("chapter", "1", "chapter, counted from 1", chapter, 0)
        .numbers("lives", "1", "recorded lives with an encounter in it", lives, 0);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        data.numbers(lines[i].name, "1", lines[i].says + ": mean over lives", mean[i]);
        if (spreads == Spreads::none) continue;
        data.numbers(lines[i].name + " low", "1", "10th percentile of lives", low[i]);
        data.numbers(lines[i].name + " high", "1", "90th percentile of lives", high[i]);
    }
    return data;
}

std::string averaged(const Timeline& timeline) {
    std::string out = "about " + bin_length(timeline.stretches.front().bin_days);
    if (timeline.stretches.size() > 1) {
        out += " on the first axis and " + bin_length(timeline.stretches[1].bin_days) + " on the second";
    }
    return out;
}

std::string over_whom(const View& view) {
    if (view.typical()) return "the typical path, one life without luck";
    if (view.recorded().size() == 1) return "the one recorded life";
    return fmt::format("means over {} recorded lives", view.recorded().size());
}

std::string timeline(const View& view, Figures& figures) {
    if (view.chapters() == 0) return {};
    const auto nothing_to_draw = [](std::string_view why) {
        return section("time", "A life over time", paragraph(why));
    };
    if (view.recorded().empty() || !view.collection.plan.record.moments) {
        return nothing_to_draw("No moments were kept in this run, so there is no life to draw.");
    }
    const Timeline timeline = prepare(view);
    if (timeline.stretches.empty()) return {};  // nothing but recorded answers, which have a figure of their own
    if (!has_encounters(view, 0)) {
        return nothing_to_draw("Nobody is met in the life as written, so there is nothing to draw over time.");
    }
    std::string out = chapter_list(view);
    out += life_figure(timeline, figures);
    out += strategies_figure(timeline, figures);
    out += inner_states_figure(timeline, figures);
    return section("time", "A life over time", out);
}

}  // namespace nearness::report
