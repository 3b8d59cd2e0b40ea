// The command line as a description: what completion and manual are written from. It is read off CLI11's own, so a verb or
// option that exists is in both.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace nearness::cli {

struct Argument {
    std::string name;  // "--seed", or "FILE" for one without dashes
    std::string says;
    bool takes_value = false;
    bool required = false;
    bool repeats = false;

    bool is_option() const { return name.front() == '-'; }
};

struct Verb {
    std::string name;  // "run", "scenarios copy"
    std::string says;
    std::vector<Argument> arguments;
};

struct CommandLine {
    std::string says;
    std::vector<Argument> options;
    std::vector<Verb> verbs;
};

CommandLine command_line_of(const CLI::App& app);

// What can stand for an argument: a fixed list of words, a file, a folder, or anything else.
struct Values {
    enum class Kind { words, file, folder, other };
    Kind kind = Kind::other;
    std::vector<std::string> words;
};

Values values_of(const Verb& verb, const Argument& argument);

// Written to standard output.
void print_completion(const CommandLine& line, const std::string& shell);
void print_manual(const CommandLine& line);

}  // namespace nearness::cli
