// Whether the pain that is predicted is the pain that comes: both at the peak of a chapter's encounters.
#include "nearness/claims/measures/all.hpp"

namespace nearness::claims::measures {

namespace {

constexpr std::array<Option, 2> options = {{
    {"from", 0, 0, 1, "where the encounters looked at begin, as a share of the chapter's"},
    {"learned", 0, 0, 1, "0: the pain that the other caused; 1: the outcome learned, one's own alarm included"},
}};

struct Pairs {
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;  // x predicted, y experienced
};

Pairs pairs(const Lived& lived, const Chosen& chosen) {
    Pairs sums;
    const auto from = static_cast<std::size_t>(chosen[0] * static_cast<double>(lived.encounters.size()));
    for (std::size_t i = from; i < lived.encounters.size(); ++i) {
        const world::Meeting<double>& meeting = lived.encounters[i].meeting;
        const double x = meeting.bodily, y = chosen[1] > 0.5 ? meeting.outcome : meeting.pain;
        sums.n += 1, sums.x += x, sums.y += y, sums.xx += x * x, sums.xy += x * y;
    }
    return sums;
}

double slope(const Lived& lived, const Chosen& chosen) {
    const Pairs sums = pairs(lived, chosen);
    const double variance = sums.n * sums.xx - sums.x * sums.x;
    return sums.n > 2 && variance > 1e-9 * sums.n * sums.n ? (sums.n * sums.xy - sums.x * sums.y) / variance
                                                           : life::not_measured;
}

double bias(const Lived& lived, const Chosen& chosen) {
    const Pairs sums = pairs(lived, chosen);
    return sums.n > 0 ? (sums.x - sums.y) / sums.n : life::not_measured;
}

constexpr std::array<Measure, 2> list = {{
    {"calibration_slope", "1", "slope of the pain experienced on the pain predicted, over a person's encounters", true,
     options, slope},
    {"prediction_bias", "1", "mean predicted pain less mean pain experienced", true, options, bias},
}};

}  // namespace

std::span<const Measure> calibration() { return list; }

}  // namespace nearness::claims::measures
