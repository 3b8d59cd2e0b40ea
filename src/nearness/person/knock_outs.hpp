// Modules that can be switched off, to see what each of them carries.
//
// A knocked-out module stays where it starts, or does what it would do if its idea were wrong; the table says which.
// Some are the same as an extreme parameter (Parameters::knock_out), some hold a state at its start (Person::settle), three
// are looked at where they act. CHECKED tests/person/knock_outs_test.cpp; scripts/design_study.py repeats the design study's line.
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
};

inline constexpr std::array<ModuleText, 15> modules = {{
    {"working_model", "γ = 0", "a new template starts from nothing instead of from what was learned elsewhere"},
    {"self_confirmation", "χ = 0", "an alarm is not itself unpleasant"},
    {"overwhelm_confirmation", "χ_o = 0", "arousal beyond the window of tolerance does not count as harm"},
    {"overwhelm_learning", "η_pain = η_safe", "pain that overwhelms is learned no faster than anything else"},
    {"protection_credit", "credit = 0", "safety met under protection counts in full"},
    {"integration", "ι0 = 1", "what was encoded overwhelmed is revised as easily as the rest"},
    {"verbal_access", "verbal(age) = 1", "whatever was lived can be told, early childhood included"},
    {"guard", "guard = 0", "pressure, pursuit and stress leave no guard behind"},
    {"numbing", "numb = 0", "feeling does not go numb, however high the arousal"},
    {"reflection", "insight = 0", "nothing is understood: no reflection, no reappraisal, no gain from talk"},
    {"repertoire_learning", "Q = 0", "strategies are not learned: each is as likely on duty as any other"},
    {"trust", "trust = 0", "protectors never come to trust"},
    {"care", "care = 0.2", "care stays where it was at birth"},
    {"need", "need = 0.5", "the need for closeness stays where it was at birth"},
    {"context", "contexts unknown", "who and where play no part in the match"},
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
