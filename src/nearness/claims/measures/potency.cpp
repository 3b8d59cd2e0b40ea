// Triggers before and after: a battery of moments, put before the person as they were when the chapter began and as they
// are at its end. Potency is the pain that a moment predicts; its loss is a share of what it was.
//
//   battery     four people (the caregiver of the childhood, the chapter's other, a stranger, someone steady and unlike all),
//               three closenesses, with much or little of their attention, open or not, argued with or not: 96 moments, of
//               which those count that had a potency of at least 0.05
//   similarity  to the template processed first, as it was when the chapter began: the geometric mean over cues of
//               exp(−(x − m)²/2σ²), with the widths of (memory.2); priors play no part
//   by charge   with that template's weights put back to where they were, everything else as it is at the end: what comes back
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/vantage.hpp"
#include "nearness/therapy/emdr.hpp"

#include <algorithm>

namespace nearness::claims::measures {

namespace {

constexpr double least_potent = 0.05;

struct Moment {
    memory::Cues<double> cues;
    std::array<double, memory::EncounterCues::signals> signals;
};

std::vector<Moment> battery(const Lived& lived) {
    struct Someone {
        std::array<double, 2> identity;
        double steady;
    };
    const life::Vantage<double> present = vantage_of(lived, -1);
    const std::array<Someone, 4> people = {{
        {world::caregiver_identity, 0.2},
        {present.identity, present.other.steady},
        {{0.4, 0.9}, 0.15},
        {{0.95, 0.3}, 0.9},
    }};
    std::vector<Moment> out;
    for (const Someone& someone : people) {
        world::Other other;
        other.steady = someone.steady;
        const auto cues = world::cues_of<double>(lived.parameters(), other, someone.identity, false);
        for (const double closeness : {0.3, 0.6, 0.9}) {
            for (const double attention : {0.3, 0.9}) {
                for (const double vulnerability : {0.1, 1.0}) {
                    for (const double friction : {0.0, 0.6}) {
                        out.push_back({cues, person::perceive(closeness, {1, vulnerability, friction}, attention)});
                    }
                }
            }
        }
    }
    return out;
}

double predicted(const Lived& lived, const person::Person<double>& person, const Moment& moment) {
    return person.recall(lived.parameters(), moment.cues).expect(moment.signals).predicted;
}

double similarity(const Lived& lived, const memory::State<double>& memory, std::size_t k, const Moment& moment) {
    using Layout = memory::EncounterCues;
    double far = 0, cues = 0;
    for (std::size_t d = 0; d < static_cast<std::size_t>(Layout::all); ++d) {
        if (!moment.cues.known[d]) continue;
        const bool signal = d < moment.signals.size();
        const double x = signal ? moment.signals[d] : moment.cues.value[d];
        const auto& widths = lived.parameters().memory;
        far += math::square((x - memory.prototype[d][k]) / (signal ? widths.signal_width : widths.context_width));
        cues += 1;
    }
    return math::exp(-0.5 * far / cues);
}

// The template of the chapter's first session of processing; without one the most charged, which such a session would take.
int target_of(const Lived& lived) {
    for (const Held& held : lived.sessions) {
        if (held.session.target >= 0) return held.session.target;
    }
    return therapy::Emdr::target(lived.before.person.memory, lived.prepared.scenario.parameters.therapy.worst_moment);
}

struct Loss {
    double similarity, lost, by_charge;
};

// Of the moments that count; empty where there is no template.
std::vector<Loss> losses(const Lived& lived) {
    std::vector<Loss> out;
    const int target = target_of(lived);
    const memory::State<double>& then = lived.before.person.memory;
    if (target < 0 || target >= then.count) return out;
    const auto k = static_cast<std::size_t>(target);
    person::Person<double> recharged = lived.after.person;
    for (std::size_t d = 0; d < then.weight.size(); ++d) recharged.memory.weight[d][k] = then.weight[d][k];
    for (const Moment& moment : battery(lived)) {
        const double before = predicted(lived, lived.before.person, moment);
        if (before < least_potent) continue;
        const double after = predicted(lived, lived.after.person, moment);
        out.push_back({similarity(lived, then, k, moment), (before - after) / before,
                       (predicted(lived, recharged, moment) - after) / before});
    }
    return out;
}

constexpr std::array<Option, 1> sixths = {{
    {"sixth", 0, 0, 6, "only the moments of a sixth of the battery, 1 the least similar; 0 for all"},
}};

double mean_loss(const Lived& lived, const Chosen& chosen, double Loss::*member) {
    std::vector<Loss> all = losses(lived);
    std::sort(all.begin(), all.end(), [](const Loss& a, const Loss& b) { return a.similarity < b.similarity; });
    const double n = static_cast<double>(all.size());
    const auto sixth = chosen[0] < 0.5 ? 0 : chosen[0];
    const auto from = sixth == 0 ? 0 : static_cast<std::size_t>((sixth - 1) / 6 * n + 0.5);
    const auto until = sixth == 0 ? all.size() : static_cast<std::size_t>(sixth / 6 * n + 0.5);
    double sum = 0;
    for (std::size_t i = from; i < until; ++i) sum += all[i].*member;
    return until > from ? sum / static_cast<double>(until - from) : life::not_measured;
}

double potency_lost(const Lived& lived, const Chosen& chosen) { return mean_loss(lived, chosen, &Loss::lost); }
double potency_lost_by_charge(const Lived& lived, const Chosen& chosen) {
    return mean_loss(lived, chosen, &Loss::by_charge);
}

double potency_follows_similarity(const Lived& lived, const Chosen&) {
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const Loss& one : losses(lived)) {
        const double a = one.similarity, b = one.lost;
        n += 1, x += a, y += b, xx += a * a, yy += b * b, xy += a * b;
    }
    const double vx = n * xx - x * x, vy = n * yy - y * y;
    return n > 2 && vx > 1e-12 && vy > 1e-12 ? (n * xy - x * y) / math::sqrt(vx * vy) : life::not_measured;
}

constexpr std::array<Measure, 3> list = {{
    {"potency_lost", "1", "share of their potency that the triggers of a battery lost over the chapter", true, sixths,
     potency_lost},
    {"potency_lost_by_charge", "1", "the part of it that comes back with the charge of the template processed", true,
     sixths, potency_lost_by_charge},
    {"potency_follows_similarity",
     "1",
     "correlation over the battery of loss and similarity to what was processed",
     true,
     {},
     potency_follows_similarity},
}};

}  // namespace

std::span<const Measure> potency() { return list; }

}  // namespace nearness::claims::measures
