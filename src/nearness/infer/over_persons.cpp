#include "nearness/infer/over_persons.hpp"

#include "nearness/base/math.hpp"
#include "nearness/engine/statistics.hpp"
#include "nearness/infer/least_squares.hpp"

#include <algorithm>
#include <map>

namespace nearness::infer {

namespace {

// Below this a series counts as constant: recorded values have at most a few digits, and the last bits of the model's
// predictions mean nothing.
constexpr double least_deviation = 1e-6;

struct Moments2 {
    double xx = 0, yy = 0, xy = 0;

    void add(const Moments2& other) {
        xx += other.xx;
        yy += other.yy;
        xy += other.xy;
    }
    double correlation() const { return math::clip(xy / math::sqrt(xx * yy), -1.0, 1.0); }
};

Moments2 moments_of(const std::vector<double>& x, const std::vector<double>& y) {
    Moments2 sums;
    for (std::size_t i = 0; i < x.size(); ++i) sums.add({x[i] * x[i], y[i] * y[i], x[i] * y[i]});
    return sums;
}

// Each value less the mean of those before it, for all but the first; scaled so that independent values keep their
// variance.
std::vector<double> less_the_past(const std::vector<double>& values) {
    std::vector<double> out;
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto before = static_cast<double>(i);
        if (i > 0) out.push_back((values[i] - sum / before) * math::sqrt(before / (before + 1)));
        sum += values[i];
    }
    return out;
}

std::vector<double> reversed(std::vector<double> values) {
    std::reverse(values.begin(), values.end());
    return values;
}

// Moments that have both a past and a future.
Moments2 onward_moments_of(const Pairs& pairs) {
    std::vector<double> x = less_the_past(pairs.x);
    const std::vector<double> y = reversed(less_the_past(reversed(pairs.y)));
    if (x.size() < 2) return {};
    x.pop_back();
    return moments_of(x, {y.begin() + 1, y.end()});
}

bool varies(const Moments2& sums, std::size_t n) {
    const double least = math::square(least_deviation) * static_cast<double>(n);
    return sums.xx > least && sums.yy > least;
}

// Fisher's z and back; a perfect correlation stays finite.
double to_z(double r) {
    const double inside = math::clip(r, -1 + 1e-12, 1 - 1e-12);
    return 0.5 * math::log((1 + inside) / (1 - inside));
}
double from_z(double z) {
    const double e = math::exp(-2 * math::absolute(z));
    return (z < 0 ? -1 : 1) * (1 - e) / (1 + e);
}

// By cluster, the sums of its persons.
Interval jackknife(const std::map<int, Moments2>& clusters) {
    Moments2 all;
    for (const auto& [cluster, sums] : clusters) all.add(sums);
    Interval result;
    if (clusters.empty()) return result;
    result.value = all.correlation();
    if (clusters.size() < 3) return result;
    std::vector<double> without;
    for (const auto& [cluster, sums] : clusters) {
        without.push_back(to_z(Moments2{all.xx - sums.xx, all.yy - sums.yy, all.xy - sums.xy}.correlation()));
    }
    const double middle = mean_of(without);
    double squares = 0;
    for (const double z : without) squares += math::square(z - middle);
    const auto count = static_cast<double>(without.size());
    const double error = math::sqrt((count - 1) / count * squares);
    const double z = to_z(result.value);
    result.low = from_z(z - 1.96 * error);
    result.high = from_z(z + 1.96 * error);
    return result;
}

}  // namespace

Estimate estimate(const std::vector<double>& values, const std::vector<int>& clusters) {
    Estimate result;
    result.n = static_cast<int>(values.size());
    if (values.empty()) return result;
    result.value = mean_of(values);
    std::map<int, double> deviation;
    for (std::size_t i = 0; i < values.size(); ++i) deviation[clusters[i]] += values[i] - result.value;
    const auto count = static_cast<double>(deviation.size());
    if (deviation.size() < 2) return result;
    double squares = 0;
    for (const auto& [cluster, sum] : deviation) squares += math::square(sum);
    result.error = math::sqrt(count / (count - 1) * squares) / static_cast<double>(values.size());
    return result;
}

Correlation correlate(const std::vector<Pairs>& persons) {
    Correlation result;
    std::vector<double> own;
    std::map<int, Moments2> pooled;
    std::map<int, Moments2> onward;
    for (const Pairs& person : persons) {
        const Moments2 sums = moments_of(centred(person.x), centred(person.y));
        if (!varies(sums, person.x.size())) continue;
        own.push_back(sums.correlation());
        pooled[person.cluster].add(sums);
        const Moments2 later = onward_moments_of(person);
        if (varies(later, person.x.size())) onward[person.cluster].add(later);
        result.moments += static_cast<int>(person.x.size());
    }
    result.persons = static_cast<int>(own.size());
    if (own.empty()) return result;
    result.pooled = jackknife(pooled);
    result.onward = jackknife(onward);
    std::sort(own.begin(), own.end());
    result.median = engine::quantile(own, 0.5);
    result.share_positive = static_cast<double>(std::count_if(own.begin(), own.end(), [](double r) { return r > 0; })) /
                            static_cast<double>(own.size());
    return result;
}

std::vector<int> clusters_of(const std::vector<std::string>& groups) {
    std::map<std::string, int> numbers;
    for (const std::string& group : groups) {
        if (!group.empty()) numbers.try_emplace(group, static_cast<int>(numbers.size()));
    }
    const bool together = static_cast<int>(numbers.size()) >= fewest_groups;
    std::vector<int> clusters;
    int next = static_cast<int>(numbers.size());
    for (const std::string& group : groups) {
        clusters.push_back(together && !group.empty() ? numbers[group] : next++);
    }
    return clusters;
}

}  // namespace nearness::infer
