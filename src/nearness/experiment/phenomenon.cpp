#include "nearness/experiment/phenomenon.hpp"

#include <algorithm>
#include <limits>

namespace nearness::experiment {

namespace {

constexpr std::string_view blanks = " \t";

std::string_view trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(blanks);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(blanks) + 1 - from);
}

std::string without_blanks(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (blanks.find(c) == std::string_view::npos && c != '#') out += c;
    }
    return out;
}

// "0.5", without signs and exponents: core code reads no numbers with from_chars, which Emscripten lacks.
std::optional<double> plain_number(std::string_view text) {
    double value = 0, place = 0;
    bool digits = false;
    for (const char c : text) {
        if (c == '.' && place == 0) {
            place = 1;
        } else if (c >= '0' && c <= '9') {
            digits = true;
            value = 10 * value + (c - '0');
            place *= 10;
        } else {
            return std::nullopt;
        }
    }
    if (!digits) return std::nullopt;
    return place > 0 ? value / place : value;
}

std::string listed(const std::vector<std::string>& all) {
    std::string out;
    for (const std::string& one : all) out += (out.empty() ? "" : ", ") + one;
    return out;
}

class Terms {
public:
    Terms(std::string_view text, const Design& design) : text_(text), design_(design) {}

    ParsedOrder read() {
        std::size_t from = 0;
        while (from <= text_.size()) {
            // Between blanks: the > of a kind, as in A>(US), has none beside it.
            const std::size_t to = std::min(text_.find(" > ", from), text_.size());
            add(from, to);
            from = to + 3;
        }
        const auto is_place = [](const Term& one) { return std::holds_alternative<Reading>(one); };
        if (problems_.empty() && order_.size() > 1 && std::none_of(order_.begin(), order_.end(), is_place)) {
            wrong(0, text_.size(), "an order of numbers alone says nothing", "write `3 A > 0.5`");
        }
        if (problems_.empty() && order_.size() < 2)
            wrong(0, text_.size(), "an order needs two terms", "write `3 A > 3 B`");
        if (!problems_.empty()) order_.clear();
        return {std::move(order_), std::move(problems_)};
    }

private:
    void wrong(std::size_t at, std::size_t width, std::string message, std::string remedy) {
        problems_.push_back({at, std::max<std::size_t>(1, width), std::move(message), std::move(remedy)});
    }

    void add(std::size_t from, std::size_t to) {
        const std::string_view word = trimmed(text_.substr(from, to - from));
        const std::size_t at = word.empty() ? from : static_cast<std::size_t>(word.data() - text_.data());
        if (word.empty()) return wrong(at, 1, "a term is missing", "write `3 A > 3 B`");
        if (const auto number = plain_number(word)) {
            order_.emplace_back(*number);
            return;
        }
        Reading reading;
        std::string_view rest = word;
        if (const std::size_t colon = rest.find(':'); colon != std::string_view::npos) {
            const std::string_view name = trimmed(rest.substr(0, colon));
            reading.group = index_of_group(name);
            if (reading.group < 0) return wrong(at, colon, "there is no group `" + std::string(name) + "`", groups());
            rest = trimmed(rest.substr(colon + 1));
        } else if (design_.groups.size() > 1) {
            return wrong(at, word.size(), "`" + std::string(word) + "` names no group", groups());
        }
        reading.which = take_which(rest);
        const std::size_t digits = rest.find_first_not_of("0123456789");
        const auto phase = plain_number(rest.substr(0, digits));
        const auto& phases = design_.groups[static_cast<std::size_t>(reading.group)].phases;
        if (!phase || *phase < 1 || *phase > static_cast<double>(phases.size())) {
            return wrong(at, word.size(), "`" + std::string(word) + "` names no phase of its group",
                         "phases are 1 to " + std::to_string(phases.size()) + ", as in `3 A`");
        }
        reading.phase = static_cast<int>(*phase) - 1;
        const std::string kind = without_blanks(rest.substr(std::min(digits, rest.size())));
        std::vector<std::string> kinds;
        for (const Kind& one : phases[static_cast<std::size_t>(reading.phase)].kinds) {
            kinds.push_back(without_blanks(written(one)));
        }
        const auto found = std::find(kinds.begin(), kinds.end(), kind);
        if (found == kinds.end()) {
            return wrong(at, word.size(),
                         "phase " + std::to_string(reading.phase + 1) + " has no trials of `" + kind + "`",
                         "it has " + listed(kinds));
        }
        reading.kind = static_cast<int>(found - kinds.begin());
        order_.emplace_back(reading);
    }

    static Which take_which(std::string_view& rest) {
        for (const auto& [word, which] :
             {std::pair{std::string_view(" first"), Which::first}, {" last", Which::last}}) {
            if (rest.size() > word.size() && rest.substr(rest.size() - word.size()) == word) {
                rest = trimmed(rest.substr(0, rest.size() - word.size()));
                return which;
            }
        }
        return Which::all;
    }

    int index_of_group(std::string_view name) const {
        for (std::size_t g = 0; g < design_.groups.size(); ++g) {
            if (design_.groups[g].name == name) return static_cast<int>(g);
        }
        return -1;
    }

    std::string groups() const {
        std::vector<std::string> names;
        for (const Group& group : design_.groups) names.push_back(group.name);
        return "groups are " + listed(names) + "; write `" + names.front() + ": 1 A`";
    }

    std::string_view text_;
    const Design& design_;
    Order order_;
    std::vector<Misread> problems_;
};

}  // namespace

ParsedOrder parse_order(std::string_view text, const Design& design) { return Terms(text, design).read(); }

std::string written(const Reading& reading, const Design& design) {
    const Group& group = design.groups[static_cast<std::size_t>(reading.group)];
    const Kind& kind =
        group.phases[static_cast<std::size_t>(reading.phase)].kinds[static_cast<std::size_t>(reading.kind)];
    std::string out = design.groups.size() > 1 ? group.name + ": " : "";
    out += std::to_string(reading.phase + 1) + " " + without_blanks(written(kind));
    if (reading.which == Which::first) out += " first";
    if (reading.which == Which::last) out += " last";
    return out;
}

double read(const Reading& reading, const std::vector<Curve>& curves) {
    const Curve& curve = curves[static_cast<std::size_t>(reading.group)];
    double sum = 0;
    int n = 0;
    for (std::size_t i = 0; i < curve.steps.size(); ++i) {
        const Step& step = curve.steps[i];
        if (step.phase != reading.phase || step.kind != reading.kind) continue;
        if (reading.which == Which::first && n > 0) break;
        if (reading.which == Which::last) sum = n = 0;
        sum += curve.response[i];
        ++n;
    }
    return sum / n;
}

Evaluation evaluate(const Phenomenon& phenomenon, std::vector<Curve> curves) {
    Evaluation out;
    out.least = std::numeric_limits<double>::infinity();
    for (const Order& order : phenomenon.orders) {
        std::vector<double>& values = out.values.emplace_back();
        for (const Term& term : order) {
            const auto* number = std::get_if<double>(&term);
            values.push_back(number != nullptr ? *number : read(std::get<Reading>(term), curves));
        }
        for (std::size_t i = 0; i + 1 < order.size(); ++i) {
            const bool places =
                std::holds_alternative<Reading>(order[i]) && std::holds_alternative<Reading>(order[i + 1]);
            out.least = std::min(out.least, values[i] - values[i + 1] - (places ? phenomenon.by : 0.0));
        }
    }
    out.shown = out.least > 0;
    out.curves = std::move(curves);
    return out;
}

}  // namespace nearness::experiment
