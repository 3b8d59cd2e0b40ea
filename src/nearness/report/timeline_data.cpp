#include "nearness/report/timeline_data.hpp"

#include "nearness/report/format.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace nearness::report {

namespace {

constexpr double year = days_per_year;
constexpr double zoom_share = 0.45;  // a later part shorter than this share of the life is drawn on its own axis
constexpr int points_in_stretch = 44;

// Lengths of time a point may average, in days: those that have a name.
constexpr std::array<double, 12> lengths = {1, 2, 3.5, 7, 14, 28, 61, 91, 182, 365, 730, 1825};

// The first chapter in which something is done or arms part; failing that, the last one with encounters.
std::size_t eventful_chapter(const View& view, const std::vector<std::size_t>& arms) {
    std::size_t first = view.chapters();
    for (const std::size_t arm : arms) {
        if (arm > 0) first = std::min(first, view.departs(arm));
        for (std::size_t c = 0; c < view.chapters(); ++c) {
            const auto same = view.same_chapter(arm, c);
            if (!same) continue;
            const life::Chapter& chapter = view.collection.chapters(arm)[*same];
            if (!chapter.plans.empty() || !chapter.events.empty()) first = std::min(first, c);
        }
    }
    for (std::size_t c = view.chapters(); first == view.chapters() && c > 0; --c) {
        if (view.chapter(c - 1).encounters() > 0) first = c - 1;
    }
    return first;
}

void choose_bins(Stretch& stretch, double shortest_gap) {
    const double least = std::max((stretch.high - stretch.low) * year / points_in_stretch, 2 * shortest_gap);
    stretch.bin_days = lengths.back();
    for (const double length : lengths) {
        if (length >= least * 0.9) {
            stretch.bin_days = length;
            break;
        }
    }
    stretch.in_months = stretch.high - stretch.low <= 4;
}

std::vector<Bin> bins_of(const View& view, std::size_t arm, std::size_t first_chapter, const Stretch& stretch) {
    std::vector<Bin> bins;
    const auto& chapters = view.collection.chapters(arm);
    for (std::size_t c = first_chapter; c < chapters.size(); ++c) {
        const life::Chapter& chapter = chapters[c];
        const double length = chapter.until - chapter.from;
        const double wanted = std::max(stretch.bin_days, 2 * chapter.encounter_gap);
        // A remainder shorter than half a bin joins the bin before it.
        const int count = std::max(1, static_cast<int>(std::floor(length / wanted + 0.5)));
        for (int i = 0; i < count; ++i) {
            Bin bin{c, (chapter.from + i * wanted) / year,
                    (i + 1 == count ? chapter.until : chapter.from + (i + 1) * wanted) / year};
            if (bin.middle() >= stretch.low && bin.middle() <= stretch.high) bins.push_back(bin);
        }
    }
    return bins;
}

// Adds a life's encounters to its bins; rows come in order of age within a chapter, as bins do.
void average(const std::vector<engine::MomentRow>& rows, bool shared, std::size_t departs, const std::vector<Bin>& bins,
             Reading reading, std::vector<double>& sum, std::vector<int>& count) {
    std::size_t b = 0;
    for (const engine::MomentRow& row : rows) {
        const auto chapter = static_cast<std::size_t>(row.chapter);
        if (shared && chapter >= departs) break;
        // The last encounter falls on the chapter's end, up to rounding.
        while (b < bins.size() &&
               (bins[b].chapter < chapter || (bins[b].chapter == chapter && row.age > bins[b].until + 1e-9))) {
            ++b;
        }
        if (b == bins.size()) return;
        if (bins[b].chapter != chapter || row.age < bins[b].from - 1e-9) continue;
        sum[b] += reading(row);
        ++count[b];
    }
}

}  // namespace

std::vector<Stretch> stretches(const View& view, const std::vector<std::size_t>& arms) {
    if (view.chapters() == 0) return {};
    const double born = view.chapter(0).from / year;
    double end = born;
    double gap = 0;
    for (const std::size_t arm : arms) {
        for (const life::Chapter& chapter : view.collection.chapters(arm)) {
            if (chapter.diary) continue;
            end = std::max(end, chapter.until / year);
            if (chapter.encounter_gap > 0) gap = gap > 0 ? std::min(gap, chapter.encounter_gap) : chapter.encounter_gap;
        }
    }
    if (!(end > born)) return {};
    const std::size_t zoom = eventful_chapter(view, arms);
    std::vector<Stretch> out = {{born, end, 1, false}};
    if (zoom > 0 && zoom < view.chapters() && end - view.chapter(zoom).from / year < zoom_share * (end - born)) {
        out.front().high = view.chapter(zoom).from / year;
        out.push_back({out.front().high, end, 1, false});
    }
    for (Stretch& stretch : out) choose_bins(stretch, gap);
    return out;
}

Stretch coarser(const View& view, Stretch stretch, double encounters) {
    double met = 0;
    for (std::size_t c = 0; c < view.chapters(); ++c) {
        const double from = view.chapter(c).from / year;
        const double until = view.chapter(c).until / year;
        const double shared = std::min(until, stretch.high) - std::max(from, stretch.low);
        if (shared > 0) met += view.chapter(c).encounters() * shared / (until - from);
    }
    const double days = (stretch.high - stretch.low) * year;
    const double a_day = met * static_cast<double>(view.recorded().size()) / days;
    for (const double length : lengths) {
        if (stretch.bin_days * a_day >= encounters) break;
        if (length > stretch.bin_days && length <= days / 6) stretch.bin_days = length;
    }
    return stretch;
}

std::string bin_length(double days) {
    static const std::array<std::string, lengths.size()> names = {"1 day",       "2 days",  "half a week", "1 week",
                                                                  "2 weeks",     "4 weeks", "2 months",    "3 months",
                                                                  "half a year", "1 year",  "2 years",     "5 years"};
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        if (days <= lengths[i]) return names[i];
    }
    return number(days / year, 0) + " years";
}

Series series(const View& view, std::size_t arm, std::size_t first_chapter, const Stretch& stretch, Reading reading) {
    Series out;
    out.bins = bins_of(view, arm, first_chapter, stretch);
    for (const engine::PersonResult* person : view.recorded()) {
        std::vector<double> sum(out.bins.size(), 0.0);
        std::vector<int> count(out.bins.size(), 0);
        const std::size_t departs = view.departs(arm);
        if (arm > 0) average(person->arms[0].moments, true, departs, out.bins, reading, sum, count);
        average(person->arms[arm].moments, false, departs, out.bins, reading, sum, count);
        for (std::size_t b = 0; b < sum.size(); ++b) sum[b] = count[b] > 0 ? sum[b] / count[b] : life::not_measured;
        out.each.push_back(std::move(sum));
    }
    for (std::size_t b = 0; b < out.bins.size(); ++b) {
        std::vector<double> values;
        double total = 0;
        for (const auto& life : out.each) {
            if (life[b] == life[b]) {
                values.push_back(life[b]);
                total += life[b];
            }
        }
        std::sort(values.begin(), values.end());
        const bool any = !values.empty();
        out.lives.push_back(static_cast<int>(values.size()));
        out.mean.push_back(any ? total / static_cast<double>(values.size()) : life::not_measured);
        out.low.push_back(any ? engine::quantile(values, 0.1) : life::not_measured);
        out.high.push_back(any ? engine::quantile(values, 0.9) : life::not_measured);
    }
    return out;
}

}  // namespace nearness::report
