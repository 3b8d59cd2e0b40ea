// What processing does: disturbance in its sessions, and the charge of templates.
#include "nearness/claims/measures/all.hpp"
#include "nearness/claims/measures/fork.hpp"
#include "nearness/therapy/emdr.hpp"

namespace nearness::claims::measures {

namespace {

using Memory = memory::Templates<double>;

// Sessions of processing that had something to process.
template <class Visit>
void each_processed(const Lived& lived, const Visit& visit) {
    for (const Held& held : lived.sessions) {
        if (held.session.sets > 0) visit(held.session);
    }
}

double sud_fall(const Lived& lived, const Chosen&) {
    double first = life::not_measured, last = life::not_measured;
    each_processed(lived, [&](const therapy::Session<double>& session) {
        if (first != first) first = session.first_sud;
        last = session.sud.back();
    });
    return first - last;
}

constexpr std::array<Option, 1> sud_levels = {{{"level", 2, 0, 10, "disturbance that counts as enough"}}};

double sessions_until_sud(const Lived& lived, const Chosen& chosen) {
    int held = 0, enough = 0;
    each_processed(lived, [&](const therapy::Session<double>& session) {
        ++held;
        if (enough == 0 && session.sud.back() <= chosen[0]) enough = held;
    });
    if (held == 0) return life::not_measured;
    return enough > 0 ? enough : held + 1;
}

constexpr std::array<Option, 1> which = {{{"session", 1, 1, 200, "which, from 1"}}};

double sud_after(const Lived& lived, const Chosen& chosen) {
    double number = 0, found = life::not_measured;
    each_processed(lived, [&](const therapy::Session<double>& session) {
        if (++number == chosen[0]) found = session.sud.back();
    });
    return found;
}

constexpr std::array<Option, 1> levels = {{{"level", 0.2, 0, 1, "charge that counts as none"}}};

int charged(const memory::State<double>& memory, double level) {
    int count = 0;
    for (int k = 0; k < memory.count; ++k) count += Memory::charge(memory, k) > level ? 1 : 0;
    return count;
}

double charged_templates(const Lived& lived, const Chosen& chosen) {
    return charged(lived.after.person.memory, chosen[0]);
}

// Sessions of ten sets with full access, each on the target that a session would choose.
double sessions_to_clear(const Lived& lived, const Chosen& chosen) {
    constexpr int most = 1000;
    const therapy::Parameters<double>& rates = lived.prepared.scenario.parameters.therapy;
    const double kept = math::maximum(0.0, 1 - rates.charge_rate * therapy::Emdr{}.effect_of_load());
    memory::State<double> memory = lived.after.person.memory;
    int sessions = 0;
    while (sessions < most && charged(memory, chosen[0]) > 0) {
        const int target = therapy::Emdr::target(memory, rates.worst_moment);
        for (int set = 0; set < therapy::sets_per_session; ++set) {
            therapy::Emdr::process(memory, target, kept, rates.integration_rate);
        }
        ++sessions;
    }
    return sessions;
}

double sessions_per_template(const Lived& lived, const Chosen& chosen) {
    const double templates = charged_templates(lived, chosen);
    return templates > 0 ? sessions_to_clear(lived, chosen) / templates : life::not_measured;
}

int most_charged(const memory::State<double>& memory) {
    int best = -1;
    for (int k = 0; k < memory.count; ++k) {
        if (best < 0 || Memory::charge(memory, k) > Memory::charge(memory, best)) best = k;
    }
    return best;
}

// Of the template that was most charged when the chapter began; NaN when none was.
double charge_kept(const Lived& lived, const Chosen&) {
    const int k = most_charged(lived.before.person.memory);
    if (k < 0 || !(Memory::charge(lived.before.person.memory, k) > 0)) return life::not_measured;
    return Memory::charge(lived.after.person.memory, k) / Memory::charge(lived.before.person.memory, k);
}

constexpr std::array<Option, 2> safety = {{
    {"moments", 50, 0, 2000, "how many, one a day"},
    {"integration", -1, -1, 1, "of that template at the start; as it is when left out"},
}};

// Safe moments without protection or alarm, at the prototype of the most charged template: all that is there to revise it.
double charge_after_safety(const Lived& lived, const Chosen& chosen) {
    Fork fork(lived);
    memory::State<double>& memory = fork.person.memory;
    const int k = most_charged(memory);
    if (k < 0 || !(Memory::charge(memory, k) > 0)) return life::not_measured;
    const auto at = static_cast<std::size_t>(k);
    const double before = Memory::charge(memory, k);
    memory::Cues<double> cues;
    for (std::size_t d = 0; d < cues.value.size(); ++d) cues.value[d] = memory.prototype[d][at];
    if (chosen[1] >= 0) memory.integration[at] = chosen[1];
    for (int i = 0; i < static_cast<int>(chosen[0] + 0.5); ++i) {
        fork.wait(1);
        fork.person.learn(lived.parameters(), lived.prepared.derived, cues,
                          {0, 0, 0, lived.parameters().verbal(fork.person.age)}, fork_draws(lived, i));
    }
    return Memory::charge(memory, k) / before;
}

constexpr std::array<Measure, 8> list = {{
    {"sud_fall",
     "1",
     "disturbance before the chapter's first set of processing minus that after its last",
     true,
     {},
     sud_fall},
    {"sessions_until_sud", "1", "sessions of processing until disturbance is low; one more than were held if never",
     true, sud_levels, sessions_until_sud},
    {"sud_after", "1", "disturbance after a session of processing", true, which, sud_after},
    {"charged_templates", "1", "templates with more than a charge, at the end", false, levels, charged_templates},
    {"sessions_to_clear", "1", "sessions of processing with full access until no template has more than a charge",
     false, levels, sessions_to_clear},
    {"sessions_per_template", "1", "the same for each template that has it", false, levels, sessions_per_template},
    {"charge_kept",
     "1",
     "charge of what was the most charged template when the chapter began, as a share of then",
     false,
     {},
     charge_kept},
    {"charge_after_safety", "1", "share of the largest charge that safe moments would leave", false, safety,
     charge_after_safety},
}};

}  // namespace

std::span<const Measure> processing() { return list; }

}  // namespace nearness::claims::measures
