#include "nearness/experiment/notation.hpp"

#include <cstdint>

namespace nearness::experiment {

namespace {

void write(std::string& out, const Element& one, bool context) {
    const std::string name = one.name();
    std::size_t letters = 0;
    for (const char c : one.stimulus + one.form) letters += (static_cast<std::uint8_t>(c) & 0xC0U) != 0x80U ? 1 : 0;
    const bool plain = context || letters == (one.form.empty() ? 1U : 2U);
    out += plain ? name : '(' + name + ')';
    if (one.intensity != 1) out += ':' + decimal(one.intensity);
    if (one.percent != 100) out += ':' + decimal(one.percent) + '%';
}

void write_contexts(std::string& out, const std::vector<Element>& contexts) {
    out += '[';
    for (std::size_t i = 0; i < contexts.size(); ++i) {
        if (i > 0) out += ',';
        write(out, contexts[i], true);
    }
    out += ']';
}

void write_periods(std::string& out, const Kind& kind) {
    for (std::size_t p = 0; p < kind.periods.size(); ++p) {
        if (p > 0) out += '>';
        for (const Element& one : kind.periods[p]) write(out, one, false);
    }
}

std::string written(const Length& length) {
    // Plural names are the ones that every unit has.
    return decimal(length.number) + ' ' + plural_units()[static_cast<std::size_t>(length.unit)];
}

}  // namespace

std::string written(const Kind& kind) {
    std::string out;
    if (!kind.contexts.empty()) write_contexts(out, kind.contexts);
    if (kind.test) out += '#';
    write_periods(out, kind);
    return out;
}

std::string written(const std::vector<Phase>& phases) {
    std::string out;
    for (std::size_t p = 0; p < phases.size(); ++p) {
        const Phase& phase = phases[p];
        if (p > 0) out += " | ";
        if (phase.pause) out += written(*phase.pause) + " | ";
        if (phase.random) out += '!';
        std::vector<Element> contexts;
        for (std::size_t k = 0; k < phase.kinds.size(); ++k) {
            const Kind& kind = phase.kinds[k];
            if (k > 0) out += '/';
            if (kind.contexts != contexts) write_contexts(out, kind.contexts);
            contexts = kind.contexts;
            out += std::to_string(kind.count) + (kind.test ? "#" : "");
            write_periods(out, kind);
        }
        if (phase.kinds.empty()) out += '-';
        if (phase.apart) out += " @ " + written(*phase.apart);
    }
    return out;
}

std::string decimal(double number) {
    double scale = 1;
    for (int places = 0; places < 15; ++places, scale *= 10) {
        const double scaled = number * scale;
        if (scaled >= 1e15) break;
        const auto whole = static_cast<std::int64_t>(scaled + 0.5);
        if (static_cast<double>(whole) / scale != number) continue;
        std::string digits = std::to_string(whole);
        if (places == 0) return digits;
        const auto after = static_cast<std::size_t>(places);
        if (digits.size() <= after) digits.insert(0, after + 1 - digits.size(), '0');
        return digits.insert(digits.size() - after, ".");
    }
    return std::to_string(number);
}

}  // namespace nearness::experiment
