#include "nearness/study/regions.hpp"

#include "nearness/claims/population.hpp"

#include <algorithm>

namespace nearness::study {

namespace {

double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

double variance_of(const std::vector<double>& values) {
    const double mean = mean_of(values);
    double squares = 0;
    for (const double value : values) squares += math::square(value - mean);
    return values.size() < 2 ? 0 : squares / static_cast<double>(values.size() - 1);
}

bool is_number(double value) { return value - value == 0; }

// Values of one expectation over draws, shrunk. A draw in which nothing could be measured stays out of the shrinking.
std::vector<double> shrunk(const std::vector<double>& values, const std::vector<double>& errors) {
    std::vector<double> known, noise;
    for (std::size_t d = 0; d < values.size(); ++d) {
        if (!is_number(values[d])) continue;
        known.push_back(values[d]);
        noise.push_back(is_number(errors[d]) ? math::square(errors[d]) : 0);
    }
    const double mean = mean_of(known), variance = variance_of(known);
    const double keep = variance > 0 ? math::sqrt(math::maximum(0.0, 1 - mean_of(noise) / variance)) : 1;
    std::vector<double> out = values;
    for (double& value : out) value = mean + keep * (value - mean);
    return out;
}

// z standard deviations of the prior around whatever the arm has: what arms differ in stays between them.
void move_parameter(life::Parameters<double>& parameters, const std::string& key, double z) {
    life::Parameters<double>::describe(parameters, [&](const Field& field, auto& place) {
        if (field.key != key) return;
        place = static_cast<std::remove_reference_t<decltype(place)>>(
            claims::prior_quantile(field, static_cast<double>(place), z));
    });
    parameters.person.knock_out(parameters.person.knocked_out);
}

std::vector<double> swept_values(const life::Parameters<double>& parameters) {
    std::vector<double> out;
    life::Parameters<double>::describe(parameters, [&](const Field& field, const auto& value) {
        if (field.swept()) out.push_back(static_cast<double>(value));
    });
    return out;
}

}  // namespace

const std::vector<std::string>& swept_keys() {
    static const std::vector<std::string> keys = [] {
        std::vector<std::string> out;
        life::Parameters<double> parameters;
        life::Parameters<double>::describe(parameters, [&](const Field& field, const auto&) {
            if (field.swept()) out.emplace_back(field.key);
        });
        return out;
    }();
    return keys;
}

std::vector<Planned> draws(int count, std::uint64_t seed) {
    std::vector<Planned> plans;
    for (int d = 0; d < count; ++d) {
        const auto draw = static_cast<std::uint32_t>(d);
        life::Parameters<double> drawn;
        claims::draw_from_prior(drawn, seed, draw);
        Planned& plan = plans.emplace_back();
        plan.name = std::to_string(d);
        plan.parameters = swept_values(drawn);
        plan.variation.change = [seed, draw](life::Scenario& scenario, std::uint64_t, std::uint32_t) {
            claims::draw_from_prior(scenario.parameters, seed, draw);
        };
    }
    return plans;
}

Axis axis_of(const std::string& key, int points) {
    Axis axis{key, {}, {}};
    life::Parameters<double> parameters;
    life::Parameters<double>::describe(parameters, [&](const Field& field, const auto&) {
        if (field.key != key) return;
        for (int i = 0; i < points; ++i) {
            const double z = points > 1 ? -2 + 4.0 * i / (points - 1) : 0;
            axis.deviations.push_back(z);
            axis.values.push_back(claims::prior_quantile(field, field.standard, z));
        }
    });
    return axis;
}

std::vector<Planned> grid(const Axis& x, const Axis& y) {
    std::vector<Planned> plans;
    for (std::size_t i = 0; i < x.values.size(); ++i) {
        for (std::size_t j = 0; j < y.values.size(); ++j) {
            const double a = x.deviations[i], b = y.deviations[j];
            Planned& plan = plans.emplace_back();
            plan.name = std::to_string(i) + "," + std::to_string(j);
            plan.parameters = {x.values[i], y.values[j]};
            plan.variation.change = [x_key = x.key, y_key = y.key, a, b](life::Scenario& scenario, std::uint64_t,
                                                                         std::uint32_t) {
                move_parameter(scenario.parameters, x_key, a);
                move_parameter(scenario.parameters, y_key, b);
            };
        }
    }
    return plans;
}

Region region_of(const claims::Claim& claim, std::size_t index, const std::vector<Run>& runs) {
    Region region;
    region.draws = static_cast<int>(runs.size());
    if (runs.empty()) return region;
    std::vector<bool> holds(runs.size(), true), corrected(runs.size(), true);
    std::vector<double> margins(runs.size(), std::numeric_limits<double>::infinity());
    for (std::size_t e = 0; e < claim.expectations.size(); ++e) {
        const claims::Bound& bound = claim.expectations[e].bound;
        std::vector<double> values, errors, inside;
        for (const Run& run : runs) {
            values.push_back(run.found[index][e].value);
            errors.push_back(run.found[index][e].error);
            inside.push_back(claims::margin(values.back(), bound));
        }
        const std::vector<double> calm = shrunk(values, errors);
        std::vector<double> known;
        std::copy_if(inside.begin(), inside.end(), std::back_inserter(known), is_number);
        const double scale = math::sqrt(variance_of(known));
        for (std::size_t d = 0; d < runs.size(); ++d) {
            holds[d] = holds[d] && claims::reaches(values[d], bound);
            corrected[d] = corrected[d] && claims::reaches(calm[d], bound);
            const double margin = !is_number(inside[d]) ? -1e6 : scale > 0 ? inside[d] / scale : inside[d];
            margins[d] = math::minimum(margins[d], margin);
        }
    }
    const auto n = static_cast<double>(runs.size());
    region.share = static_cast<double>(std::count(holds.begin(), holds.end(), true)) / n;
    region.corrected = static_cast<double>(std::count(corrected.begin(), corrected.end(), true)) / n;
    claims::wilson(region.corrected, n, region.low, region.high);

    std::vector<int> all(runs.size());
    for (std::size_t d = 0; d < runs.size(); ++d) all[d] = static_cast<int>(d);
    for (std::size_t k = 0; k < swept_keys().size(); ++k) {
        claims::Column parameter;
        for (const Run& run : runs) parameter.push_back(k < run.parameters.size() ? run.parameters[k] : 0);
        claims::Sides sides;
        sides.of = {&parameter};
        sides.with = {&margins};
        const double r = claims::effect_of(claims::Effect::rank_correlation, sides, all);
        if (is_number(r)) region.deciders.push_back({swept_keys()[k], r});
    }
    std::stable_sort(region.deciders.begin(), region.deciders.end(), [](const Decider& a, const Decider& b) {
        return math::absolute(a.correlation) > math::absolute(b.correlation);
    });
    return region;
}

}  // namespace nearness::study
