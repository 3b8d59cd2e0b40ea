// Characters of a design, for those who read it: notation.cpp.
#pragma once

#include "nearness/experiment/notation.hpp"

#include <algorithm>
#include <cstdint>

namespace nearness::experiment {

// A design may be broken over lines.
inline bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
// Letters of other scripts are the bytes of their UTF-8.
inline bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<std::uint8_t>(c) >= 0x80U;
}
inline bool is_small(char c) { return c >= 'a' && c <= 'z'; }

inline constexpr std::size_t longest_word = 40;
inline constexpr int most_digits = 15;

// Letters of Latin, Greek and Cyrillic may stand in names. Signs that only look like those of the notation, which word
// processors and other keyboards put in their place, may not.
void find_odd_characters(std::string_view text, std::vector<Misread>& problems);

// Raised within one kind, which is then given up; the next is read all the same.
struct GivenUp {};

// Where a reader is in one part of a design. Everything that is wrong goes to `problems`.
class Scanner {
public:
    Scanner(std::string_view text, std::size_t from, std::size_t until, std::vector<Misread>& problems)
        : text_(text), at_(from), until_(until), problems_(problems) {}

protected:
    bool done() const { return at_ >= until_; }
    char here() const { return done() ? '\0' : text_[at_]; }
    char after(std::size_t ahead) const { return at_ + ahead < until_ ? text_[at_ + ahead] : '\0'; }

    void skip() {
        for (; !done() && (is_blank(here()) || here() == '!'); ++at_) random_ = random_ || here() == '!';
    }
    void blanks() {
        while (is_blank(here())) ++at_;
    }
    std::string_view run(bool (*belongs)(char)) {
        const std::size_t begin = at_;
        while (!done() && belongs(here())) ++at_;
        return text_.substr(begin, at_ - begin);
    }
    // The whole character at a place, for messages.
    std::string character(std::size_t at) const {
        std::size_t end = at + 1;
        while (end < text_.size() && (static_cast<std::uint8_t>(text_[end]) & 0xC0U) == 0x80U) ++end;
        return std::string(text_.substr(at, end - at));
    }

    void add(std::size_t at, std::size_t width, std::string message, std::string remedy) {
        problems_.push_back({std::min(at, text_.size() - 1), width, std::move(message), std::move(remedy)});
    }
    [[noreturn]] void give_up(std::size_t at, std::size_t width, std::string message, std::string remedy) {
        add(at, width, std::move(message), std::move(remedy));
        throw GivenUp{};
    }
    std::string after_phase() const { return "`" + character(at_) + "` cannot stand here"; }

    // "24", "0.5"; a decimal without sign or exponent.
    double number() {
        const std::size_t begin = at_;
        double mantissa = 0, scale = 1;
        int digits = 0;
        for (bool point = false; is_digit(here()) || (here() == '.' && !point && is_digit(after(1))); ++at_) {
            if (here() == '.') {
                point = true;
                continue;
            }
            mantissa = 10 * mantissa + (here() - '0');
            if (point) scale *= 10;
            ++digits;
        }
        if (digits == 0) give_up(at_, 1, "a number is missing", "for example 0.5");
        if (digits > most_digits) give_up(begin, at_ - begin, "a number is too long", "at most 15 digits");
        return mantissa / scale;
    }

    std::string word(std::size_t begin, std::string_view of) {
        if (!is_letter(here())) {
            give_up(done() ? begin : at_, 1, std::string(of) + " needs a name that begins with a letter",
                    "letters, digits and -, for example " + std::string(of == "a context" ? "[room-1]" : "(US1)"));
        }
        const std::string text(run([](char c) { return is_letter(c) || is_digit(c) || c == '-'; }));
        if (text.size() > longest_word) give_up(begin, at_ - begin, "a name is too long", "at most 40 letters");
        return text;
    }

    std::string_view text_;
    std::size_t at_, until_;
    std::vector<Misread>& problems_;
    bool random_ = false;
};

}  // namespace nearness::experiment
