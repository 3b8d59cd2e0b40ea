// How far people go: depths of disclosure, where they turn back, and how a chapter goes on.
#include "nearness/claims/measures/all.hpp"
#include "nearness/engine/statistics.hpp"

#include <algorithm>

namespace nearness::claims::measures {

namespace {

double quantile_of(std::vector<double> values, double share) {
    if (values.empty()) return life::not_measured;
    std::sort(values.begin(), values.end());
    return engine::quantile(values, share);
}

constexpr std::array<Option, 1> share = {{{"share", 0.9, 0, 1, "of the encounters"}}};

double disclosure_ceiling(const Lived& lived, const Chosen& chosen) {
    std::vector<double> depths;
    for (const Met& met : lived.encounters) depths.push_back(met.meeting.disclosure);
    return quantile_of(std::move(depths), chosen[0]);
}

constexpr std::array<Option, 1> depth = {{{"depth", 0, 0, 1, "1: the depth of disclosure instead of felt closeness"}}};

double turning_point(const Lived& lived, const Chosen& chosen) {
    std::vector<double> nearest;
    for (const Met& met : lived.encounters) {
        if (met.meeting.onset < 0) continue;
        nearest.push_back(chosen[0] > 0 ? met.meeting.disclosure : met.meeting.closeness);
    }
    return quantile_of(std::move(nearest), 0.5);
}

constexpr std::array<Option, 1> tenths = {{{"tenth", 1, 1, 10, "which tenth of the chapter's encounters"}}};

double use_in_tenth(const Lived& lived, const Chosen& chosen) {
    const double n = static_cast<double>(lived.encounters.size());
    const auto from = static_cast<std::size_t>((chosen[0] - 1) / 10 * n + 0.5);
    const auto until = static_cast<std::size_t>(chosen[0] / 10 * n + 0.5);
    double sum = 0;
    for (std::size_t i = from; i < until; ++i) sum += lived.encounters[i].meeting.use;
    return until > from ? sum / static_cast<double>(until - from) : life::not_measured;
}

constexpr std::array<Measure, 3> list = {{
    {"disclosure_ceiling", "1", "the depth of disclosure that a share of the chapter's encounters stays under", true,
     share, disclosure_ceiling},
    {"turning_point", "1", "middle of the nearest felt closeness, of the encounters in which the alarm rang", true,
     depth, turning_point},
    {"use_in_tenth", "1", "mean protective use in a tenth of the chapter's encounters", true, tenths, use_in_tenth},
}};

}  // namespace

std::span<const Measure> turning_back() { return list; }

}  // namespace nearness::claims::measures
