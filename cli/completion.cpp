// nearness completion: scripts with which a shell completes verbs, options and names.
#include "cli/command_line.hpp"
#include "cli/shell.hpp"
#include "nearness/base/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nearness::cli {

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

bool has_second_word(const CommandLine& line, const std::string& verb) {
    return std::any_of(line.verbs.begin(), line.verbs.end(),
                       [&](const Verb& one) { return one.name.starts_with(verb + " "); });
}

std::string last_word(const std::string& name) { return name.substr(name.find_last_of(' ') + 1); }

// Verbs that can follow `before`: all first words for "", `copy` for "scenarios".
std::vector<const Verb*> after(const CommandLine& line, const std::string& before) {
    std::vector<const Verb*> verbs;
    for (const Verb& verb : line.verbs) {
        const std::size_t blank = verb.name.find_last_of(' ');
        if ((blank == std::string::npos ? "" : verb.name.substr(0, blank)) == before) verbs.push_back(&verb);
    }
    return verbs;
}

std::string names(const std::vector<const Verb*>& verbs) {
    std::vector<std::string> words;
    for (const Verb* verb : verbs) words.push_back(last_word(verb->name));
    return joined(words);
}

// --- bash ---

std::string bash_values(const Values& values) {
    switch (values.kind) {
        case Values::Kind::words:
            return (values.words.front().ends_with('=') ? "compopt -o nospace; " : "") +
                   std::string("COMPREPLY=($(compgen -W \"") + joined(values.words) + "\" -- \"$word\"))";
        case Values::Kind::file: return "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))";
        case Values::Kind::folder: return "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$word\"))";
        case Values::Kind::other: break;
    }
    return ":";
}

std::string bash_verb(const CommandLine& line, const Verb& verb) {
    std::string options, values, rest = ":";
    for (const Argument& argument : verb.arguments) {
        if (argument.is_option()) {
            options += (options.empty() ? "" : " ") + argument.name;
            if (argument.takes_value) {
                values += fmt::format("                {}) {}; return ;;\n", argument.name,
                                      bash_values(values_of(verb, argument)));
            }
        } else if (rest == ":") {
            rest = bash_values(values_of(verb, argument));
        }
    }
    if (has_second_word(line, verb.name)) {
        rest = fmt::format("COMPREPLY=($(compgen -W \"{}\" -- \"$word\"))", names(after(line, verb.name)));
    }
    std::string out = fmt::format("        {})\n", quoted(verb.name));
    if (!values.empty()) out += "            case $before in\n" + values + "            esac\n";
    return out + fmt::format(
                     "            if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"{}\" -- \"$word\"))\n"
                     "            else {}; fi ;;\n",
                     options, rest);
}

std::string bash(const CommandLine& line) {
    std::string two_words, cases, options;
    for (const Verb& verb : line.verbs) {
        cases += bash_verb(line, verb);
        if (verb.name.find(' ') != std::string::npos) two_words += (two_words.empty() ? "" : "|") + quoted(verb.name);
    }
    for (const Argument& option : line.options) options += option.name + " ";
    return fmt::format(R"(# bash completion for nearness, written by `nearness completion bash`
_nearness() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} verb=
    COMPREPLY=()
    if ((COMP_CWORD > 1)); then verb=${{COMP_WORDS[1]}}; fi
    if ((COMP_CWORD > 2)); then
        case "$verb ${{COMP_WORDS[2]}}" in {}) verb="$verb ${{COMP_WORDS[2]}}" ;; esac
    fi
    case $verb in
        '') COMPREPLY=($(compgen -W "{} {}" -- "$word")) ;;
{}    esac
}}
complete -F _nearness nearness
)",
                       two_words, names(after(line, "")), options, cases);
}

// --- zsh ---

// Within _arguments, [ ] and : have a meaning of their own.
std::string zsh_text(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string zsh_values(const Values& values) {
    switch (values.kind) {
        case Values::Kind::words: return "(" + joined(values.words) + ")";
        case Values::Kind::file: return "_files";
        case Values::Kind::folder: return "_files -/";
        case Values::Kind::other: break;
    }
    return " ";
}

// Within (( )), blanks part words.
std::string zsh_word(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ' || c == ':' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string zsh_verbs(const std::vector<const Verb*>& verbs) {
    std::string out;
    for (const Verb* verb : verbs) out += " " + quoted(last_word(verb->name) + ":" + verb->says);
    return out;
}

std::string zsh_verb(const CommandLine& line, const Verb& verb, const std::string& indent) {
    std::string out = "_arguments -S";
    for (const Argument& argument : verb.arguments) {
        const std::string values = zsh_values(values_of(verb, argument));
        std::string one;
        if (argument.is_option()) {
            one = (argument.repeats ? "*" : "") + argument.name + "[" + zsh_text(argument.says) + "]";
            if (argument.takes_value) one += ":value:" + values;
        } else {
            one = (argument.required ? ":" : "::") + argument.name + ":" + values;
        }
        out += " \\\n" + indent + "    " + quoted(one);
    }
    for (const Verb* second : after(line, verb.name)) {
        out += " \\\n" + indent + "    " +
               quoted("::word:((" + last_word(second->name) + "\\:" + zsh_word(second->says) + "))");
    }
    return out + "\n";
}

std::string zsh(const CommandLine& line) {
    std::string cases;
    for (const Verb* verb : after(line, "")) {
        cases += fmt::format("        {})\n", verb->name);
        for (const Verb* second : after(line, verb->name)) {
            cases += fmt::format(
                "            if (( CURRENT > 3 )) && [[ $words[3] == {} ]]; then\n"
                "                shift 2 words; (( CURRENT -= 2 ))\n"
                "                {}                return\n"
                "            fi\n",
                last_word(second->name), zsh_verb(line, *second, "                "));
        }
        cases += "            shift words; (( CURRENT -= 1 ))\n            " + zsh_verb(line, *verb, "            ") +
                 "            ;;\n";
    }
    std::string options;
    for (const Argument& option : line.options) options += " " + quoted(option.name + ":" + option.says);
    return fmt::format(R"(#compdef nearness
# zsh completion for nearness, written by `nearness completion zsh`
_nearness() {{
    if (( CURRENT == 2 )); then
        local -a verbs=({} )
        local -a options=({} )
        _describe verb verbs -- options
        return
    fi
    case $words[2] in
{}    esac
}}
_nearness "$@"
)",
                       zsh_verbs(after(line, "")), options, cases);
}

// --- fish ---

std::string fish_text(const std::string& text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

std::string fish_values(const Values& values) {
    switch (values.kind) {
        case Values::Kind::words: return " -x -a " + fish_text(joined(values.words));
        case Values::Kind::file: return " -r -F";
        case Values::Kind::folder: return " -x -a '(__fish_complete_directories)'";
        case Values::Kind::other: break;
    }
    return " -x";
}

std::string fish(const CommandLine& line) {
    std::string out =
        "# fish completion for nearness, written by `nearness completion fish`\ncomplete -c nearness -f\n";
    for (const Argument& option : line.options) {
        out += fmt::format("complete -c nearness -n __fish_use_subcommand -l {} -d {}\n", option.name.substr(2),
                           fish_text(option.says));
    }
    for (const Verb& verb : line.verbs) {
        const std::size_t blank = verb.name.find(' ');
        const std::string before = blank == std::string::npos ? "" : verb.name.substr(0, blank);
        const std::string last = last_word(verb.name);
        const std::string seen = "__fish_seen_subcommand_from ";
        const std::string here = before.empty() ? seen + last : fmt::format("{}{}; and {}{}", seen, before, seen, last);
        const std::string offered = before.empty() ? std::string("__fish_use_subcommand")
                                                   : fmt::format("{}{}; and not {}{}", seen, before, seen, last);
        out += fmt::format("complete -c nearness -n {} -a {} -d {}\n", fish_text(offered), last, fish_text(verb.says));
        for (const Argument& argument : verb.arguments) {
            const std::string values = fish_values(values_of(verb, argument));
            if (argument.is_option()) {
                out +=
                    fmt::format("complete -c nearness -n {} -l {}{} -d {}\n", fish_text(here), argument.name.substr(2),
                                argument.takes_value ? values : "", fish_text(argument.says));
            } else if (values != " -x") {
                out += fmt::format("complete -c nearness -n {}{}\n", fish_text(here), values);
            }
        }
    }
    return out;
}

}  // namespace

void print_completion(const CommandLine& line, const std::string& shell) {
    if (shell == "bash") {
        fmt::print("{}", bash(line));
    } else if (shell == "zsh") {
        fmt::print("{}", zsh(line));
    } else if (shell == "fish") {
        fmt::print("{}", fish(line));
    } else {
        throw InputError({{"E0001",
                           {},
                           "there is no completion for `" + shell + "`",
                           suggestion(shell, std::vector<std::string>{"bash", "zsh", "fish"})}});
    }
}

}  // namespace nearness::cli
