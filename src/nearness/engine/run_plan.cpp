#include "nearness/engine/run_plan.hpp"

#include <algorithm>
#include <cstring>

namespace nearness::engine {

namespace {

bool same_other(const life::NamedOther& a, const life::NamedOther& b) { return a.id == b.id && a.other == b.other; }

// Whether chapter `c` is lived the same way in both: same times, same plans, same person met.
bool same_chapter(const life::Scenario& a, const life::Scenario& b, std::size_t c) {
    life::Chapter chapter = b.chapters[c];
    const bool both = a.chapters[c].other >= 0 && chapter.other >= 0;
    if (both) {
        if (!same_other(a.others[static_cast<std::size_t>(a.chapters[c].other)],
                        b.others[static_cast<std::size_t>(chapter.other)]) ||
            a.chapters[c].other != chapter.other) {
            return false;
        }
    }
    return a.chapters[c] == chapter;
}

class Fingerprint {
public:
    void add(std::string_view text) {
        for (const char c : text) mix(static_cast<std::uint8_t>(c));
        mix(0xff);  // so that "ab","c" and "a","bc" differ
    }
    void add(double value) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        for (int i = 0; i < 8; ++i) mix(static_cast<std::uint8_t>(bits >> (8 * i)));
    }
    std::string text() const {
        static constexpr std::string_view digits = "0123456789abcdef";
        std::string out;
        for (int i = 60; i >= 0; i -= 4) out += digits[(hash_ >> i) & 15U];
        return out;
    }

private:
    void mix(std::uint8_t byte) { hash_ = (hash_ ^ byte) * 1099511628211ULL; }
    std::uint64_t hash_ = 14695981039346656037ULL;
};

void add_other(Fingerprint& print, const life::NamedOther& named) {
    const world::Other& other = named.other;
    print.add(named.id);
    for (const double value : {other.attention, other.responsive, other.steady, other.offer}) print.add(value);
    print.add(static_cast<double>(other.kind.index()));
    if (const auto* caregiver = std::get_if<world::Caregiver>(&other.kind)) {
        for (const double value : {caregiver->unavailable, caregiver->unpredictable, caregiver->critical,
                                   caregiver->enmeshed, caregiver->harm, caregiver->onset, caregiver->escape}) {
            print.add(value);
        }
    } else if (const auto* partner = std::get_if<world::Partner>(&other.kind)) {
        print.add(partner->fragile);
        print.add(partner->pursue);
    }
    print.add(other.identity ? (*other.identity)[0] : -1.0);
    print.add(other.identity ? (*other.identity)[1] : -1.0);
}

void add_therapy(Fingerprint& print, const therapy::Therapy& therapy) {
    print.add(therapy::name(therapy));
    if (const auto* parts = std::get_if<therapy::Parts>(&therapy)) print.add(parts->curiosity);
    if (const auto* pressure = std::get_if<therapy::Pressure>(&therapy)) print.add(pressure->pressure);
    if (const auto* emdr = std::get_if<therapy::Emdr>(&therapy)) {
        print.add(emdr->load);
        print.add(static_cast<double>(emdr->shape));
    }
    if (const auto* graded = std::get_if<therapy::GradedCloseness>(&therapy)) print.add(graded->beyond_edge);
    if (const auto* flooding = std::get_if<therapy::Flooding>(&therapy)) {
        print.add(flooding->suppressed);
        print.add(flooding->pressure);
    }
}

void add_states(Fingerprint& print, std::string_view when, const life::SetStates& states) {
    life::SetStates::each(states, [&](std::string_view name, const std::optional<double>& value) {
        if (!value) return;
        print.add(when);
        print.add(name);
        print.add(*value);
    });
}

void add_chapter(Fingerprint& print, const life::Chapter& chapter) {
    print.add(chapter.id);
    for (const double value : {chapter.from, chapter.until, chapter.encounter_gap, double(chapter.other),
                               double(chapter.diary), double(chapter.plans.size()), double(chapter.events.size())}) {
        print.add(value);
    }
    for (const life::Plan& plan : chapter.plans) {
        add_therapy(print, plan.therapy);
        for (const double value : {double(plan.sessions), plan.every, plan.starts}) print.add(value);
        if (chapter.floats(plan)) print.add(plan.pause);
        if (plan.goal) {
            print.add(life::measure_names[static_cast<std::size_t>(plan.goal->measure)]);
            print.add(plan.goal->above ? "above" : "below");
            print.add(plan.goal->value);
        }
    }
    for (const life::Event& event : chapter.events) {
        print.add(static_cast<double>(event.kind.index()));
        print.add(event.at);
        if (const auto* stressor = std::get_if<life::Stressor>(&event.kind)) print.add(stressor->strength);
        if (const auto* betrayal = std::get_if<life::Betrayal>(&event.kind)) print.add(betrayal->strength);
    }
    add_states(print, "start", chapter.start);
    add_states(print, "hold", chapter.hold);
    if (chapter.days) {
        print.add("days");
        for (const life::OtherToday& day : {chapter.days->warm, chapter.days->cool}) {
            print.add(day.attention);
            print.add(day.offer);
        }
    }
}

// Only what is not as usual, so that it leaves the fingerprint of usual plans alone.
void add_record(Fingerprint& print, const RunPlan& plan) {
    if (plan.first_person > 0) {
        print.add("first person");
        print.add(plan.first_person);
    }
    if (plan.record == Record{}) return;
    print.add("record");
    for (const bool kept : {plan.record.moments, plan.record.curves, plan.record.templates}) print.add(double(kept));
    for (const Record::Encounter& one : plan.record.beats) {
        print.add(one.chapter);
        print.add(one.number);
    }
}

}  // namespace

const std::vector<life::RecordedMoment>& diary_of(const RunPlan& plan, int person) {
    static const std::vector<life::RecordedMoment> none;
    return plan.diary.empty() ? none : plan.diary[static_cast<std::size_t>(person)].moments;
}

int departure(const RunPlan& plan, std::size_t arm) {
    return departure(plan.arms.front().scenario, plan.arms[arm].scenario);
}

int departure(const life::Scenario& one, const life::Scenario& other) {
    if (!(one.parameters == other.parameters)) return 0;
    const std::size_t shared = std::min(one.chapters.size(), other.chapters.size());
    std::size_t chapter = 0;
    while (chapter < shared && same_chapter(one, other, chapter)) ++chapter;
    return static_cast<int>(chapter);
}

std::string text_hash(std::string_view text) {
    Fingerprint print;
    print.add(text);
    return print.text();
}

std::string plan_hash(const RunPlan& plan, std::string_view version) {
    Fingerprint print;
    print.add(version);
    print.add(static_cast<double>(plan.seed >> 32U));
    print.add(static_cast<double>(plan.seed & 0xffffffffU));
    print.add(plan.persons);
    print.add(plan.recorded());
    add_record(print, plan);
    for (const Arm& arm : plan.arms) {
        print.add(arm.id);
        life::Parameters<double>::describe(arm.scenario.parameters, [&](const Field& field, const auto& value) {
            // Left alone are the fingerprints of lives with the theory's own memory, and without additions.
            const bool of_rivals = field.key == memory::learner_key || field.key == memory::learns_until_key;
            const bool out_of_the_way = of_rivals || field.prior == Prior::added;
            if (out_of_the_way && static_cast<double>(value) == field.standard) return;
            print.add(field.key);
            print.add(static_cast<double>(value));
        });
        for (const memory::RivalSetting& setting : arm.scenario.parameters.person.rival.settings) {
            print.add(setting.key);
            print.add(setting.value);
        }
        const auto& person = arm.scenario.parameters.person;
        person.knocked_out.each([&](const person::ModuleText& module) { print.add(module.name); });
        if (person.typical) print.add("typical path");
        for (const life::NamedOther& other : arm.scenario.others) add_other(print, other);
        for (const life::Chapter& chapter : arm.scenario.chapters) add_chapter(print, chapter);
    }
    print.add(plan.mapping_text);
    print.add(plan.diary_hash);
    for (const StudyCue& cue : plan.study_cues) {
        print.add(cue.name);
        print.add(cue.signal ? "signal" : "context");
    }
    for (const RecordedPerson& person : plan.diary) {
        print.add(person.id);
        for (const life::RecordedMoment& moment : person.moments) {
            print.add(moment.time);
            for (std::size_t d = 0; d < moment.cues.value.size(); ++d) {
                print.add(moment.cues.known[d] ? moment.cues.value[d] : -1.0);
            }
            for (std::size_t i = 0; i < plan.study_cues.size(); ++i) {
                print.add((moment.cues.study.known >> i & 1U) != 0 ? moment.cues.study.value[i] : -1.0);
            }
            print.add(moment.outcome.value_or(-1.0));
        }
    }
    return print.text();
}

}  // namespace nearness::engine
