// nearness man: the manual page, as roff.
#include "cli/command_line.hpp"
#include "nearness/base/problem.hpp"
#include "nearness/version.hpp"

#include <fmt/format.h>

#include <map>

namespace nearness::cli {

namespace {

std::string roff(const std::string& text) {
    std::string out;
    bool line_start = true;
    for (const char c : text) {
        if (line_start && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else {
            out += c;
        }
        line_start = c == '\n';
    }
    return out;
}

std::string synopsis(const Verb& verb) {
    std::string out = "\\fBnearness " + roff(verb.name) + "\\fR";
    bool options = false;
    for (const Argument& argument : verb.arguments) {
        options = options || (argument.is_option() && argument.name != "--help");
    }
    if (options) out += " [\\fIoptions\\fR]";
    for (const Argument& argument : verb.arguments) {
        if (argument.is_option()) continue;
        out += argument.required ? " \\fI" + argument.name + "\\fR" : " [\\fI" + argument.name + "\\fR]";
    }
    return out;
}

std::string entry(const Argument& argument) {
    const std::string name =
        argument.is_option() ? "\\fB" + roff(argument.name) + "\\fR" : "\\fI" + argument.name + "\\fR";
    const std::string value = argument.is_option() && argument.takes_value ? " \\fIvalue\\fR" : "";
    return ".TP\n" + name + value + "\n" + roff(argument.says) + "\n";
}

// Which kinds of trouble leave which exit code, as the catalogue of errors has it.
std::string exit_codes() {
    const std::map<Exit, std::string> words = {
        {Exit::usage, "the command line is not understood"},
        {Exit::data, "a recorded data file cannot be used"},
        {Exit::no_input, "an input is not there or cannot be read"},
        {Exit::our_bug, "a fault of the program itself"},
        {Exit::cannot_create, "an output cannot be made, or something is already there"},
        {Exit::io_error, "an output could not be finished, as on a full disk"},
        {Exit::configuration, "a scenario or mapping file has problems"},
        {Exit::interrupted, "interrupted; nothing was written"},
    };
    std::string out = ".TP\n\\fB0\\fR\nsuccess\n";
    for (const auto& [exit, says] : words) {
        out += fmt::format(".TP\n\\fB{}\\fR\n{}\n", static_cast<int>(exit), roff(says));
    }
    return out;
}

}  // namespace

void print_manual(const CommandLine& line) {
    const std::size_t end = line.says.find('\n');
    std::string out = fmt::format(".TH NEARNESS 1 \"\" \"nearness {}\" \"User Commands\"\n", roff(version));
    out +=
        ".SH NAME\nnearness \\- closeness that was learned to be dangerous, as a model that runs\n.SH SYNOPSIS\n.nf\n";
    for (const Verb& verb : line.verbs) out += synopsis(verb) + "\n";
    out += ".fi\n.SH DESCRIPTION\n";
    out +=
        "A simulator of a formal theory in relationship science: how closeness becomes a threat, and how it stops "
        "being\n"
        "one. Scenarios are TOML files; results are a report, data for R and Python, and a summary. The same input "
        "gives\n"
        "the same bytes, for any number of threads.\n";
    if (end != std::string::npos) out += ".PP\n" + roff(line.says.substr(end + 1)) + "\n";
    out += ".SH VERBS\n";
    for (const Verb& verb : line.verbs) {
        out += ".SS \"nearness " + roff(verb.name) + "\"\n" + roff(verb.says) + ".\n";
        for (const Argument& argument : verb.arguments) {
            if (!argument.is_option()) out += entry(argument);
        }
        for (const Argument& argument : verb.arguments) {
            if (argument.is_option() && argument.name != "--help") out += entry(argument);
        }
    }
    out += ".SH OPTIONS\n";
    for (const Argument& option : line.options) out += entry(option);
    out += ".PP\nEvery verb has \\fB\\-\\-help\\fR.\n.SH EXIT STATUS\n" + exit_codes();
    out +=
        ".PP\nEvery problem has a number; \\fBnearness explain\\fR \\fICODE\\fR says more about it.\n"
        ".SH EXAMPLES\n.nf\n"
        "nearness new my\\-life\nnearness run my\\-life.toml\n"
        "nearness run my\\-life.toml \\-\\-set memory.protection_credit=0 \\-\\-out out/no\\-credit\n"
        "nearness describe memory.protection_credit\n"
        "nearness scenarios copy essay\n"
        "nearness learn \\-\\-model rescorla\\-wagner \\-\\-trials trials.csv \\-\\-set salience=0.3\n.fi\n"
        ".SH FILES\n.TP\n\\fIout/NAME/\\fR\nresults of \\fINAME.toml\\fR: report.html, run.nc, moments.csv, "
        "summary.json; "
        "with a diary also\ndiary.csv and comparison.csv. \\fBnearness codebook\\fR lists their columns.\n";
    fmt::print("{}", out);
}

}  // namespace nearness::cli
