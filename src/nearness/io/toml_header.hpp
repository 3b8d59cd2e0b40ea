// The one way to include toml++, so that no file can abort the program.
//
// toml++ 3.3 asserts that a table header begins like a key, and `[=` does not: with assertions the program would abort,
// and with NDEBUG the compiler may assume it never happens. Here that one assertion does nothing (what follows it
// reports the error with its place), and any other one becomes an exception. Every file that needs toml++ must include
// it through this header, or the program would hold two versions of the same functions.
#pragma once

#include <stdexcept>
#include <string_view>

namespace nearness::io {

class TomlConfused : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

constexpr void toml_expects(bool holds, const char* what) {
    if (!holds && !std::string_view(what).starts_with("is_bare_key_character")) throw TomlConfused(what);
}

}  // namespace nearness::io

#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(expr) ::nearness::io::toml_expects(static_cast<bool>(expr), #expr)
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")
