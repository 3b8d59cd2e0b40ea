// The one description of a parameter. Everything that needs to know a parameter (TOML keys and validation, `--set`,
// documentation tables, and later priors and sliders) reads it from here; nothing is written twice.
//
// A module's Parameters struct lists its members once, in a static template
//
//     template <class Self, class Visit> static void describe(Self& self, Visit&& visit) {
//         visit(Field{.key = "memory.concentration", ...}, self.concentration);
//     }
//
// and its default constructor calls `set_defaults(*this)`.
#pragma once

#include <string_view>
#include <type_traits>

namespace nearness {

enum class Prior {
    log_normal,    // sigma 0.25 around the default
    logit_normal,  // sigma 0.5 on the logit scale
    none,          // numerical settings: not swept
    added,         // of a module that is off unless somebody switches it on (person/additions.hpp): not swept
};

// What a user writes for the value. Durations and rates need their unit in the file ("15 s", "0.35 per day").
enum class Quantity { number, count, choice, seconds, days, per_second, per_day };

enum class Direction { up, down };

struct Field {
    std::string_view key;     // "module.parameter"
    std::string_view symbol;  // as in the theory pages
    Quantity quantity = Quantity::number;
    std::string_view unit = "";  // for tables; "" when dimensionless
    double standard = 0;         // the default
    double low = 0;              // smallest and largest accepted value, both inclusive
    double high = 1;
    Prior prior = Prior::log_normal;
    std::string_view says;         // one sentence
    std::string_view source = "";  // where its role in the theory comes from: a key of docs/references.bib, or:
    // What more of it does to a life: a column of the results, and which way. "" for numerical settings: nothing is meant
    // to depend on them. CHECKED tests/life/directions_test.cpp.
    std::string_view moves = "";
    Direction direction = Direction::up;
    std::string_view when = "";     // where it shows, if not in every life
    std::string_view choices = "";  // of a choice: its words in the order of their numbers, parted by blanks

    constexpr bool swept() const { return prior != Prior::none && prior != Prior::added; }
};

// The theory's own, without a source. Default values are all that, whatever the source of a parameter: none is an
// estimate. What speaks for and against stands on the page of the module, with marks of evidence.
inline constexpr std::string_view design_choice = "design choice";

template <class Parameters>
void set_defaults(Parameters& parameters) {
    Parameters::describe(parameters, [](const Field& field, auto& value) {
        value = static_cast<std::remove_reference_t<decltype(value)>>(field.standard);
    });
}

}  // namespace nearness
