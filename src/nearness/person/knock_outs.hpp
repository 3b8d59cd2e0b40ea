// Modules that can be switched off, to see what each of them carries.
//
// A knocked-out module stays where it starts, or does what it would do if its idea were wrong; the table says which.
// Some are the same as an extreme parameter (Parameters::knock_out), some hold a state at its start (Person::settle),
// three are looked at where they act. CHECKED tests/person/knock_outs_test.cpp; scripts/design_study.py repeats the
// design study's line.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace nearness::person {

// Append only: the order is that of files and tables.
enum class Module : int {
    working_model,
    self_confirmation,
    overwhelm_confirmation,
    overwhelm_learning,
    protection_credit,
    integration,
    verbal_access,
    guard,
    numbing,
    reflection,
    repertoire_learning,
    trust,
    care,
    need,
    context,
};

struct ModuleText {
    std::string_view name;      // in files
    std::string_view equation;  // what becomes of it
    std::string_view says;
    std::string_view parameters;  // keys of what it runs on, parted by blanks; empty where it has none of its own
};

inline constexpr std::array<ModuleText, 15> modules = {{
    {"working_model", "γ = 0", "a new template starts from nothing instead of from what was learned elsewhere",
     "memory.generalisation"},
    {"self_confirmation", "χ = 0", "an alarm is not itself unpleasant", "body.self_confirmation"},
    {"overwhelm_confirmation", "χ_o = 0", "arousal beyond the window of tolerance does not count as harm",
     "body.overwhelm_confirmation"},
    {"overwhelm_learning", "η_pain = η_safe", "pain that overwhelms is learned no faster than anything else",
     "memory.pain_rate memory.safety_rate"},
    {"protection_credit", "credit = 0", "safety met under protection counts in full", "memory.protection_credit"},
    {"integration", "ι0 = 1", "what was encoded overwhelmed is revised as easily as the rest",
     "memory.revisability_floor therapy.integration_rate"},
    {"verbal_access", "verbal(age) = 1", "whatever was lived can be told, early childhood included", ""},
    {"guard", "guard = 0", "pressure, pursuit and stress leave no guard behind",
     "protection.guard_gain protection.guard_pursuit protection.guard_time therapy.pressure_rate"},
    {"numbing", "numb = 0", "feeling does not go numb, however high the arousal",
     "body.numbing_threshold body.numbing_width"},
    {"reflection", "insight = 0", "nothing is understood: no reflection, no reappraisal, no gain from talk",
     "mind.reflection_time mind.insight_authority body.reappraisal_delay therapy.insight_rate"},
    {"repertoire_learning", "Q = 0", "strategies are not learned: each is as likely on duty as any other",
     "protection.choice_sharpness protection.value_rate protection.cost protection.closeness_value"},
    {"trust", "trust = 0", "protectors never come to trust",
     "therapy.trust_rate therapy.pressure_rate therapy.access_floor"},
    {"care", "care = 0.2", "care stays where it was at birth", ""},
    {"need", "need = 0.5", "the need for closeness stays where it was at birth", "bond.need_rate"},
    {"context", "contexts unknown", "who and where play no part in the match", "memory.context_width"},
}};

class KnockOuts {
public:
    bool has(Module module) const { return (bits_ >> static_cast<unsigned>(module) & 1U) != 0; }
    void add(Module module) { bits_ |= 1U << static_cast<unsigned>(module); }
    bool any() const { return bits_ != 0; }
    bool operator==(const KnockOuts&) const = default;

    // Visits the ModuleText of each, in the order of the table.
    template <class Visit>
    void each(Visit&& visit) const {
        for (std::size_t i = 0; i < modules.size(); ++i) {
            if (has(static_cast<Module>(i))) visit(modules[i]);
        }
    }

private:
    std::uint32_t bits_ = 0;
};

}  // namespace nearness::person
