#include "nearness/claims/effects.hpp"

#include "nearness/engine/statistics.hpp"

#include <algorithm>
#include <numeric>

namespace nearness::claims {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr int resamples = 999;

double mean_of(const Column& column, std::span<const int> persons) {
    double sum = 0;
    for (const int i : persons) sum += column[static_cast<std::size_t>(i)];
    return persons.empty() ? nothing : sum / static_cast<double>(persons.size());
}

const Column& facing(const Sides& sides, std::size_t arm) {
    return *sides.against[sides.against.size() == 1 ? 0 : arm];
}

bool is_worse(Worst worst, double value, double than) {
    switch (worst) {
        case Worst::least: return value < than;
        case Worst::largest: return value > than;
        case Worst::furthest: return math::absolute(value) > math::absolute(than);
    }
    return false;
}

// Of several arms the one furthest from what is claimed; an arm without a number has nothing to show for it.
template <class Each>
double worst(const Sides& sides, const Each& each) {
    double out = nothing;
    for (std::size_t arm = 0; arm < sides.of.size(); ++arm) {
        const double value = each(arm);
        if (value != value) return nothing;
        if (arm == 0 || is_worse(sides.worst, value, out)) out = value;
    }
    return out;
}

double difference(const Sides& sides, std::span<const int> persons) {
    return worst(sides, [&](std::size_t arm) {
        return mean_of(*sides.of[arm], persons) - mean_of(facing(sides, arm), persons);
    });
}

double ratio(const Sides& sides, std::span<const int> persons) {
    return worst(sides, [&](std::size_t arm) {
        const double below = mean_of(facing(sides, arm), persons);
        return below == 0 ? nothing : mean_of(*sides.of[arm], persons) / below;
    });
}

bool beyond(const Sides& sides, double value) { return sides.below ? value <= sides.beyond : value >= sides.beyond; }

double share(const Sides& sides, std::span<const int> persons) {
    return worst(sides, [&](std::size_t arm) {
        double count = 0;
        for (const int i : persons) count += beyond(sides, (*sides.of[arm])[static_cast<std::size_t>(i)]) ? 1 : 0;
        return persons.empty() ? nothing : count / static_cast<double>(persons.size());
    });
}

// Sums over all persons of all arms together.
struct Moments {
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    void add(double a, double b) { n += 1, x += a, y += b, xx += a * a, yy += b * b, xy += a * b; }
    double var_x() const { return xx / n - x / n * (x / n); }
    double var_y() const { return yy / n - y / n * (y / n); }
    double covariance() const { return xy / n - x / n * (y / n); }
};

template <class Value>
Moments pooled(std::size_t arms, std::span<const int> persons, const Value& value) {
    Moments sums;
    for (std::size_t arm = 0; arm < arms; ++arm) {
        for (const int i : persons) {
            const auto [x, y] = value(arm, static_cast<std::size_t>(i));
            sums.add(x, y);
        }
    }
    return sums;
}
Moments pooled(const std::vector<const Column*>& x, const std::vector<const Column*>& y, std::span<const int> persons) {
    return pooled(x.size(), persons, [&](std::size_t arm, std::size_t i) {
        return std::pair{(*x[arm])[i], (*y[arm])[i]};
    });
}

constexpr double hardly = 1e-14;  // a variance that is rounding

double correlation(const Moments& sums) {
    const double vx = sums.var_x(), vy = sums.var_y();
    return vx > hardly && vy > hardly ? sums.covariance() / math::sqrt(vx * vy) : nothing;
}

// Middle ranks over all arms together, person by person within arms.
std::vector<Column> ranks(const std::vector<const Column*>& columns, std::span<const int> persons) {
    struct Place {
        double value;
        std::size_t arm, i;
    };
    std::vector<Place> places;
    std::vector<Column> out(columns.size(), Column(persons.size()));
    for (std::size_t arm = 0; arm < columns.size(); ++arm) {
        for (std::size_t i = 0; i < persons.size(); ++i) {
            places.push_back({(*columns[arm])[static_cast<std::size_t>(persons[i])], arm, i});
        }
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.value < b.value; });
    for (std::size_t from = 0; from < places.size();) {
        std::size_t until = from + 1;  // at least one further, whatever compares
        while (until < places.size() && places[until].value == places[from].value) ++until;
        for (std::size_t p = from; p < until; ++p) {
            out[places[p].arm][places[p].i] = 0.5 * static_cast<double>(from + until - 1);
        }
        from = until;
    }
    return out;
}

double rank_correlation(const Sides& sides, std::span<const int> persons) {
    const auto x = ranks(sides.of, persons), y = ranks(sides.with, persons);
    Moments sums;
    for (std::size_t arm = 0; arm < x.size(); ++arm) {
        for (std::size_t i = 0; i < persons.size(); ++i) sums.add(x[arm][i], y[arm][i]);
    }
    return correlation(sums);
}

double slope(const Sides& sides, std::span<const int> persons) {
    const Moments sums = pooled(sides.of, sides.with, persons);
    return sums.var_y() > hardly ? sums.covariance() / sums.var_y() : nothing;
}

double ordered(const Sides& sides, std::span<const int> persons) {
    double out = nothing;
    for (std::size_t arm = 1; arm < sides.of.size(); ++arm) {
        const double step = mean_of(*sides.of[arm], persons) - mean_of(*sides.of[arm - 1], persons);
        if (!(step >= out)) out = step;
    }
    return out;
}

// Slope of x on w with and without the mediator m held constant: 1 − b(x~w|m)/b(x~w).
double mediated(const Sides& sides, std::span<const int> persons) {
    const Moments xw = pooled(sides.of, sides.with, persons), xm = pooled(sides.of, sides.besides, persons),
                  wm = pooled(sides.with, sides.besides, persons);
    const double vw = xw.var_y(), vm = xm.var_y(), both = wm.covariance();
    const double rest = vw * vm - both * both;
    if (!(rest > hardly) || xw.covariance() == 0) return nothing;
    const double direct = (xw.covariance() * vm - xm.covariance() * both) / rest;
    return 1 - direct / (xw.covariance() / vw);
}

// Measures of an arm: `of` first, then those of `besides` that belong to it.
double told_apart(const Sides& sides, std::span<const int> persons) {
    const std::size_t arms = sides.of.size();
    const std::size_t extra = arms == 0 ? 0 : sides.besides.size() / arms;
    const auto value = [&](std::size_t measure, std::size_t arm, std::size_t i) {
        return measure == 0 ? (*sides.of[arm])[i] : (*sides.besides[(measure - 1) * arms + arm])[i];
    };
    const std::size_t measures = 1 + extra;
    const auto n = static_cast<double>(persons.size());
    if (n < 2) return nothing;
    std::vector<std::vector<double>> mean(measures, std::vector<double>(arms));
    std::vector<double> within(measures);
    for (std::size_t m = 0; m < measures; ++m) {
        for (std::size_t arm = 0; arm < arms; ++arm) {
            double sum = 0, squares = 0;
            for (const int i : persons) sum += value(m, arm, static_cast<std::size_t>(i));
            mean[m][arm] = sum / n;
            for (const int i : persons)
                squares += math::square(value(m, arm, static_cast<std::size_t>(i)) - mean[m][arm]);
            within[m] += squares / (n - 1) / static_cast<double>(arms);
        }
        within[m] = math::sqrt(within[m]) + 1e-9;
    }
    double worst = 1;
    for (std::size_t arm = 0; arm < arms; ++arm) {
        double right = 0;
        for (const int person : persons) {
            const auto i = static_cast<std::size_t>(person);
            std::size_t nearest = arms;
            double least_far = 0;
            for (std::size_t to = 0; to < arms; ++to) {
                double far = 0;
                for (std::size_t m = 0; m < measures; ++m) {
                    const double x = value(m, arm, i);
                    const double centre = to == arm ? (n * mean[m][to] - x) / (n - 1) : mean[m][to];
                    far += math::square((x - centre) / within[m]);
                }
                if (nearest == arms || far < least_far) nearest = to, least_far = far;
            }
            right += nearest == arm ? 1 : 0;
        }
        worst = math::minimum(worst, right / n);
    }
    return worst;
}

}  // namespace

double effect_of(Effect effect, const Sides& sides, std::span<const int> persons) {
    switch (effect) {
        case Effect::mean: return worst(sides, [&](std::size_t arm) { return mean_of(*sides.of[arm], persons); });
        case Effect::difference: return difference(sides, persons);
        case Effect::standardised: return sides.spread > 0 ? difference(sides, persons) / sides.spread : nothing;
        case Effect::ratio: return ratio(sides, persons);
        case Effect::share: return share(sides, persons);
        case Effect::correlation: return correlation(pooled(sides.of, sides.with, persons));
        case Effect::rank_correlation: return rank_correlation(sides, persons);
        case Effect::slope: return slope(sides, persons);
        case Effect::ordered: return ordered(sides, persons);
        case Effect::explained: return math::square(correlation(pooled(sides.of, sides.with, persons)));
        case Effect::told_apart: return told_apart(sides, persons);
        case Effect::mediated: return mediated(sides, persons);
    }
    return nothing;
}

void wilson(double p, double n, double& low, double& high) {
    const double z = 1.96, shrink = 1 + z * z / n;
    const double centre = (p + z * z / (2 * n)) / shrink;
    const double half = z * math::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / shrink;
    low = p == 0 ? 0 : centre - half;
    high = p == 1 ? 1 : centre + half;
}

Worst worst_for(const Bound& bound) {
    if (bound.within) return Worst::furthest;
    return bound.at_least - bound.at_least == 0 ? Worst::least : Worst::largest;
}

std::vector<int> measured(const Sides& sides) {
    std::vector<int> out;
    if (sides.of.empty()) return out;
    for (std::size_t i = 0; i < sides.of.front()->size(); ++i) {
        bool all = true;
        for (const auto* side : {&sides.of, &sides.against, &sides.with, &sides.besides}) {
            for (const Column* column : *side) all = all && (*column)[i] - (*column)[i] == 0;
        }
        if (all) out.push_back(static_cast<int>(i));
    }
    return out;
}

Estimate estimate(Effect effect, const Sides& sides, std::uint64_t seed) {
    const std::vector<int> persons = measured(sides);
    Estimate out;
    out.persons = static_cast<int>(persons.size());
    if (persons.empty()) return out;
    out.value = effect_of(effect, sides, persons);
    std::vector<double> drawn;
    std::vector<int> sample(persons.size());
    for (int r = 0; r < resamples; ++r) {
        const random::Stream stream(seed, static_cast<std::uint32_t>(r), {0, 0, random::designs});
        for (std::size_t i = 0; i < sample.size(); ++i) {
            const double u = stream.uniform(random::Purpose::resample, static_cast<std::uint32_t>(i));
            sample[i] = persons[static_cast<std::size_t>(u * static_cast<double>(persons.size()))];
        }
        const double value = effect_of(effect, sides, sample);
        if (value - value == 0) drawn.push_back(value);
    }
    if (drawn.size() < 2) return out;
    std::sort(drawn.begin(), drawn.end());
    const double mean = std::accumulate(drawn.begin(), drawn.end(), 0.0) / static_cast<double>(drawn.size());
    double squares = 0;
    for (const double value : drawn) squares += math::square(value - mean);
    out.error = math::sqrt(squares / static_cast<double>(drawn.size() - 1));
    out.low = engine::quantile(drawn, 0.025);
    out.high = engine::quantile(drawn, 0.975);
    if (effect == Effect::share) wilson(out.value, static_cast<double>(persons.size()), out.low, out.high);
    return out;
}

}  // namespace nearness::claims
