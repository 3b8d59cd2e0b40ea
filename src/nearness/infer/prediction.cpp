#include "nearness/infer/prediction.hpp"

#include "nearness/base/math.hpp"
#include "nearness/base/problem.hpp"

namespace nearness::infer {

namespace {

constexpr double half_log_two_pi = 0.918938533204672741780329736406;

std::vector<double> first(const std::vector<double>& values, std::size_t count) {
    return {values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count)};
}

// The fitted part of a person, less its means.
struct Centred {
    Columns x;
    std::vector<double> y;
    std::vector<double> mean_x;
    double mean_y = 0;
};

Centred fitted_part(const Sample& sample, const std::vector<int>& columns) {
    Centred part;
    for (const int column : columns) {
        const std::vector<double> x = first(sample.at_hand[static_cast<std::size_t>(column)], sample.fitted);
        part.mean_x.push_back(mean_of(x));
        part.x.push_back(centred(x));
    }
    const std::vector<double> y = first(sample.target, sample.fitted);
    part.mean_y = mean_of(y);
    part.y = centred(y);
    return part;
}

Line line_of(const Centred& part, const Slopes& slopes, int own_coefficients, const Target& target) {
    Line line;
    line.slope = slopes.slope;
    line.intercept = part.mean_y;
    for (std::size_t k = 0; k < line.slope.size(); ++k) line.intercept -= line.slope[k] * part.mean_x[k];
    double squares = 0;
    for (std::size_t i = 0; i < part.y.size(); ++i) {
        double rest = part.y[i];
        for (std::size_t k = 0; k < line.slope.size(); ++k) rest -= line.slope[k] * part.x[k][i];
        squares += math::square(rest);
    }
    const double freedom = math::maximum(1.0, static_cast<double>(part.y.size()) - own_coefficients);
    const double floor = math::maximum(target.step / 2, least_deviation);
    line.deviation = math::maximum(math::sqrt(squares / freedom), floor);
    return line;
}

}  // namespace

std::vector<int> looks_at(Predictor predictor, std::size_t columns_at_hand) {
    switch (predictor) {
        case Predictor::person_mean: return {};
        case Predictor::autoregression: return {last_value};
        case Predictor::autoregression_and_cues: {
            std::vector<int> columns = {last_value};
            for (int column = first_cue; column < static_cast<int>(columns_at_hand); ++column) {
                columns.push_back(column);
            }
            return columns;
        }
        case Predictor::threat: return {threat};
        case Predictor::protection: return {protection};
        case Predictor::threat_and_autoregression: return {last_value, threat};
        case Predictor::protection_and_autoregression: return {last_value, protection};
    }
    throw Bug("a predictor that does not exist");
}

double Line::at(const Sample& sample, const std::vector<int>& columns, std::size_t row) const {
    double value = intercept;
    for (std::size_t k = 0; k < columns.size(); ++k) {
        value += slope[k] * sample.at_hand[static_cast<std::size_t>(columns[k])][row];
    }
    return math::clip(value, 0.0, 1.0);
}

std::vector<Line> fit(const std::vector<Sample>& persons, const Target& target, Predictor predictor, Share share) {
    std::vector<Line> lines;
    if (persons.empty()) return lines;
    const std::vector<int> columns = looks_at(predictor, persons.front().at_hand.size());
    Slopes together;
    if (share == Share::shared) {
        Centred all;
        all.x.resize(columns.size());
        for (const Sample& sample : persons) {
            const Centred part = fitted_part(sample, columns);
            for (std::size_t k = 0; k < columns.size(); ++k) {
                all.x[k].insert(all.x[k].end(), part.x[k].begin(), part.x[k].end());
            }
            all.y.insert(all.y.end(), part.y.begin(), part.y.end());
        }
        together = least_squares(all.x, all.y, least_spread);
    }
    for (const Sample& sample : persons) {
        const Centred part = fitted_part(sample, columns);
        if (share == Share::shared) {
            lines.push_back(line_of(part, together, 1, target));
        } else {
            const Slopes own = least_squares(part.x, part.y, least_spread);
            lines.push_back(line_of(part, own, 1 + own.used, target));
        }
    }
    return lines;
}

double log_normal_density(double value, double mean, double deviation) {
    return -half_log_two_pi - math::log(deviation) - math::square((value - mean) / deviation) / 2;
}

double log_score(const Sample& sample, Predictor predictor, const Line& line) {
    const std::vector<int> columns = looks_at(predictor, sample.at_hand.size());
    std::vector<double> scores;
    for (std::size_t row = sample.held; row < sample.size(); ++row) {
        scores.push_back(log_normal_density(sample.target[row], line.at(sample, columns, row), line.deviation));
    }
    return mean_of(scores);
}

}  // namespace nearness::infer
