#include "nearness/claims/measures.hpp"

#include "nearness/claims/measures/all.hpp"

#include <algorithm>

namespace nearness::claims {

namespace {

std::vector<Measure> collect() {
    std::vector<Measure> all;
    life::Summary pattern;
    life::Summary::describe(pattern, [&](const life::Column& column, double&) {
        all.push_back({column.name, column.unit, column.says, false, {}, nullptr});
    });
    for (const std::span<const Measure> group : measures::all()) all.insert(all.end(), group.begin(), group.end());
    return all;
}

double column_of(const life::Summary& summary, std::string_view name) {
    double found = life::not_measured;
    life::Summary::describe(summary, [&](const life::Column& column, const double& value) {
        if (column.name == name) found = value;
    });
    return found;
}

}  // namespace

const std::vector<Measure>& vocabulary() {
    static const std::vector<Measure> all = collect();
    return all;
}

const Measure* find_measure(std::string_view name) {
    const auto found =
        std::find_if(vocabulary().begin(), vocabulary().end(), [&](const Measure& m) { return m.name == name; });
    return found == vocabulary().end() ? nullptr : &*found;
}

Chosen chosen(const MeasureUse& use, const life::Scenario& scenario) {
    const Measure* measure = find_measure(use.take);
    ensure(measure != nullptr, "a measure that is not in the vocabulary");
    std::vector<double> values;
    for (const Option& option : measure->options) {
        double value = option.standard;
        for (const auto& [key, given] : use.options) {
            if (key == option.key) value = given;
        }
        values.push_back(value);
    }
    int other = -1;
    for (std::size_t i = 0; i < scenario.others.size(); ++i) {
        if (!use.other.empty() && scenario.others[i].id == use.other) other = static_cast<int>(i);
    }
    ensure(use.other.empty() || other >= 0, "a measure with somebody who is not in the life");
    return Chosen(std::move(values), other);
}

double take(const MeasureUse& use, const Lived& lived) {
    const Measure* measure = find_measure(use.take);
    ensure(measure != nullptr, "a measure that is not in the vocabulary");
    if (measure->take == nullptr) return column_of(lived.summary, measure->name);
    return measure->take(lived, chosen(use, lived.prepared.scenario));
}

}  // namespace nearness::claims
