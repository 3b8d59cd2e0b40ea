#include "nearness/io/diary_file.hpp"

#include "nearness/io/csv_columns.hpp"
#include "nearness/io/csv_field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace nearness::io {

namespace {

std::string column_name(std::string name) {
    std::replace(name.begin(), name.end(), ' ', '_');
    return csv_field(name);
}

void put(fmt::memory_buffer& buffer, double value) {
    buffer.push_back(',');
    if (value - value == 0) fmt::format_to(std::back_inserter(buffer), "{}", value);
}

std::string text_of(const fmt::memory_buffer& buffer) { return {buffer.data(), buffer.size()}; }

// For each person and moment, how it takes part in the comparison with one target.
using Parts = std::vector<std::vector<const char*>>;

Parts parts_of(const observe::Diary& diary, const infer::Target& target, const infer::ArmForecast& arm) {
    Parts parts;
    for (const observe::Series& person : diary.persons) parts.emplace_back(person.moments(), "");
    for (const infer::Sample& sample : infer::samples(diary, target, arm.persons).persons) {
        for (std::size_t i = 0; i < sample.size(); ++i) {
            const char* part = i < sample.fitted ? "fitted" : i < sample.held ? "" : "held out";
            parts[sample.person][sample.moment[i]] = part;
        }
    }
    return parts;
}

std::string_view kind_of(observe::Role role) {
    switch (role) {
        case observe::Role::cue: return "cue";
        case observe::Role::outcome: return "outcome";
        case observe::Role::behaviour: return "behaviour";
        case observe::Role::secondary: return "secondary";
        case observe::Role::proxy: return "proxy";
    }
    return "";
}

struct Row {
    std::string_view measure, of, slopes;
    double value = infer::unknown, error = infer::unknown, low = infer::unknown, high = infer::unknown;
    double median = infer::unknown, share = infer::unknown;
    int persons = 0, moments = 0;
};

void put_row(fmt::memory_buffer& buffer, const std::string& start, const Row& row) {
    fmt::format_to(std::back_inserter(buffer), "{},{},{},{}", start, row.measure, csv_field(std::string(row.of)),
                   row.slopes);
    for (const double value : {row.value, row.error, row.low, row.high, row.median, row.share}) put(buffer, value);
    fmt::format_to(std::back_inserter(buffer), ",{},{}\n", row.persons, row.moments);
}

}  // namespace

std::string diary_csv(const observe::Diary& diary, const std::vector<infer::ArmForecast>& arms) {
    fmt::memory_buffer buffer;
    const auto out = std::back_inserter(buffer);
    fmt::format_to(out, "{}", header_of(diary_start));
    for (const observe::Variable& variable : diary.variables) fmt::format_to(out, ",{}", column_name(variable.name));
    fmt::format_to(out, ",{}", header_of(diary_predicted));
    const std::vector<infer::Target> targets = infer::targets(diary);
    for (const infer::Target& target : targets)
        fmt::format_to(out, ",{}", column_name(std::string(part_prefix) + target.name));
    buffer.push_back('\n');
    for (const infer::ArmForecast& arm : arms) {
        std::vector<Parts> parts;
        for (const infer::Target& target : targets) parts.push_back(parts_of(diary, target, arm));
        for (std::size_t p = 0; p < arm.persons.size(); ++p) {
            const observe::Series& person = diary.persons[p];
            const std::string start =
                fmt::format("{},{},{}", csv_field(person.id), csv_field(person.group), csv_field(arm.arm));
            for (std::size_t at = 0; at < person.moments(); ++at) {
                fmt::format_to(out, "{},{},{}", start, at + 1, person.line[at]);
                put(buffer, person.time[at]);
                for (const std::vector<double>& values : person.values) put(buffer, values[at]);
                put(buffer, arm.persons[p].threat[at]);
                put(buffer, arm.persons[p].protection[at]);
                for (const Parts& part : parts) fmt::format_to(out, ",{}", part[p][at]);
                buffer.push_back('\n');
            }
        }
    }
    return text_of(buffer);
}

std::string comparison_csv(const infer::Comparison& comparison) {
    fmt::memory_buffer buffer;
    fmt::format_to(std::back_inserter(buffer), "{}\n", header_of(comparison_columns));
    for (const infer::TargetComparison& result : comparison.results) {
        const std::string start = fmt::format("{},{},{},{},{}", csv_field(result.target.name),
                                              kind_of(result.target.role), result.target.proxy() ? "yes" : "no",
                                              result.target.lead, csv_field(comparison.arms[result.arm]));
        for (const infer::Association& association : result.associations) {
            const infer::Correlation& r = association.correlation;
            const auto add = [&](std::string_view measure, const infer::Interval& all, double median, double share) {
                put_row(buffer, start,
                        {.measure = measure,
                         .of = association.with,
                         .slopes = {},
                         .value = all.value,
                         .low = all.low,
                         .high = all.high,
                         .median = median,
                         .share = share,
                         .persons = r.persons,
                         .moments = r.moments});
            };
            add("within-person correlation", r.pooled, r.median, r.share_positive);
            add("onward correlation", r.onward, infer::unknown, infer::unknown);
        }
        for (const infer::Score& score : result.scores) {
            const auto of = infer::predictor_names[static_cast<std::size_t>(score.predictor)];
            const auto slopes = infer::share_names[static_cast<std::size_t>(score.share)];
            const auto add = [&](std::string_view measure, const infer::Estimate& estimate, double share) {
                put_row(buffer, start,
                        {.measure = measure,
                         .of = of,
                         .slopes = slopes,
                         .value = estimate.value,
                         .error = estimate.error,
                         .share = share,
                         .persons = estimate.n,
                         .moments = result.held_out});
            };
            add("log score", score.score, infer::unknown);
            add("beyond person mean", score.beyond_mean, score.better_than_mean);
            add("beyond AR(1)", score.beyond_autoregression, infer::unknown);
        }
    }
    return text_of(buffer);
}

}  // namespace nearness::io
