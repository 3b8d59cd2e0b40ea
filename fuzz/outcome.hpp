// What a reader may do with any bytes at all: give a result, or say what is wrong in an InputError whose messages can be
// shown. Everything else that leaves the function, a Bug above all, ends the program and is a finding.
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/io/text_file.hpp"
#include "nearness/memory/cues.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace nearness::fuzz {

// Inputs of more than one part are parted by this byte, which no UTF-8 text contains.
inline constexpr char between_parts = '\xFF';

inline std::vector<std::string> parts_of(const std::uint8_t* bytes, std::size_t size) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < size; ++i) {
        const char c = static_cast<char>(bytes[i]);
        if (c == between_parts) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

// A message says something, shows whole characters only, and stays readable whatever the input.
inline void check_message(const Problem& problem) {
    constexpr std::size_t longest = 20'000;
    const std::string shown = render(problem);
    ensure(!problem.message.empty() && shown.ends_with('\n'), "a problem says nothing");
    ensure(shown.size() < longest, "a message longer than anybody reads");
    io::checked_text("a message", shown);
    const bool controls = std::any_of(shown.begin(), shown.end(), [](char c) {
        return (c >= '\0' && c < ' ' && c != '\n' && c != '\t') || c == '\x7F';
    });
    ensure(!controls, "a message with control characters");
}

template <class Read>
void expect_result_or_problems(Read read) {
    std::vector<Problem> problems;
    try {
        read();
        return;
    } catch (const InputError& error) {
        ensure(!error.problems().empty() && error.exit() != Exit::our_bug, "an InputError without a problem");
        constexpr std::size_t most = 500;
        ensure(error.problems().size() <= most, "more problems than anybody reads");
        problems = error.problems();
    }
    try {
        for (const Problem& problem : problems) check_message(problem);
    } catch (const InputError&) {
        throw Bug("a message is not UTF-8 text");
    }
}

inline std::vector<std::string> cues() {
    return {memory::EncounterCues::names.begin(), memory::EncounterCues::names.end()};
}

}  // namespace nearness::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);
