#include "cli/learn.hpp"

#include "cli/live.hpp"
#include "cli/look_up.hpp"
#include "cli/progress.hpp"
#include "nearness/io/learned_file.hpp"
#include "nearness/io/number.hpp"
#include "nearness/io/output_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

namespace nearness::cli {

namespace {

// "size=50..120".
std::optional<io::ColumnScale> scale_from(const std::string& text) {
    const std::size_t equals = text.find_last_of('='), dots = text.find("..", equals);
    if (equals == std::string::npos || dots == std::string::npos) return std::nullopt;
    const auto low = io::parse_number(std::string_view(text).substr(equals + 1, dots - equals - 1));
    const auto high = io::parse_number(std::string_view(text).substr(dots + 2));
    // The difference is finite only if both are.
    if (!low || !high || *low == *high || (*high - *low) - (*high - *low) != 0) return std::nullopt;
    return io::ColumnScale{text.substr(0, equals), *low, *high};
}

void add_all(Problems& problems, const InputError& error) {
    for (const Problem& one : error.problems()) problems.add(one.code, one.place, one.message, one.remedy);
}

void refuse_to_replace(const std::string& output, const std::string& trials, Problems& problems) {
    std::error_code error;
    if (output.empty() || !std::filesystem::equivalent(output, trials, error) || error) return;
    problems.add("E0304", {output, 0, 0, 0, {}}, "these are the trials themselves", "name another file with --output");
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

void say_what_was_read(const observe::Trials& trials, const std::vector<std::string>& left_out) {
    fmt::print(stderr, "{} trials of {} subject{}; cues: {}; outcome: {}{}{}\n", io::with_thousands(trials.rows()),
               io::with_thousands(trials.subjects.size()), trials.subjects.size() == 1 ? "" : "s", joined(trials.cues),
               joined(trials.outcomes), left_out.empty() ? "" : "; not used: ", joined(left_out));
}

}  // namespace

Learn::Learn(CLI::App& app) : app_(app) {
    CLI::App* verb = app.add_subcommand("learn", "run a learner on recorded trials; print a row for each");
    io::TrialColumns& columns = options_.columns;
    verb->add_option("--model", options_.model, "learner, as rescorla-wagner; `list` lists them")->required();
    verb->add_option("--trials", options_.trials, "CSV file of trials, one a row");
    const auto several = [&](const char* name, std::vector<std::string>& words, const char* says) {
        return verb->add_option(name, words, says)->take_all()->allow_extra_args(false);
    };
    several("--set", options_.set, "set a parameter of the learner: salience=0.3, or of one cue: salience.A=0.3");
    verb->add_option("--output", options_.output, "file for the result; printed when left out");
    verb->add_flag("--verbose-state", options_.internals, "add every internal quantity, before and after each trial");
    several("--cues", columns.cues, "columns of numbers that are cues: A,B")->delimiter(',');
    several("--category", columns.categories, "a column of words, each of which is a cue");
    several("--outcome", columns.outcomes, "column of the outcome (default: outcome or us)");
    verb->add_option("--subject", columns.subject, "column of subjects (default: subject)");
    verb->add_option("--time", columns.time, "column of times or trial numbers (default: time, else trial)");
    verb->add_flag("--by-row", columns.by_row, "take the order of rows for the time, one unit apart");
    several("--scale", options_.scales, "bring a column to 0 and 1: size=50..120, or 120..50");
    several("--missing", options_.missing, "what stands for \"not recorded\", beside empty cells, NA and .");
    verb->add_option("--avoided", columns.avoided, "column: avoidance made (1), not made (0), unavailable");
    verb->add_option("--inhibition", columns.inhibition, "column: strength of an amnestic treatment after the trial");
    verb->add_option("--learning", columns.learning, "column: 0 for test trials, which teach nothing");
    verb->add_option("--seed", options_.seed, "seed of the draws of learners that draw");
    verb->add_flag("--quiet", options_.quiet, "print nothing but the result and problems");
}

std::optional<Exit> Learn::answer() {
    if (!app_.got_subcommand("learn")) return std::nullopt;
    return learn();
}

Exit Learn::learn() {
    if (options_.model == "list") {
        Asked asked;
        asked.name = "learners";
        return describe_parameters(asked);
    }
    const io::LearnerText& learner = io::learner_text(options_.model);
    Problems problems;
    if (options_.trials.empty()) problems.add("E0001", {}, "--trials is missing", "name a CSV file of trials");
    for (const std::string& text : options_.scales) {
        if (const auto scale = scale_from(text)) {
            options_.columns.scales.push_back(*scale);
        } else {
            problems.add("E0001", {}, "`--scale " + text + "` is no scale", "for example --scale size=50..120");
        }
    }
    for (const std::string& text : options_.missing) options_.columns.missing.push_back(text);
    problems.throw_if_any();

    refuse_to_replace(options_.output, options_.trials, problems);
    std::vector<std::string> left_out;
    const observe::Trials trials =
        io::read_trials(io::read_text_file(options_.trials), options_.columns, learner.accepts, problems, &left_out);
    const io::Sources sources{{}, options_.set};
    io::Report report(sources);
    io::Words stimuli = trials.stimuli();
    if (trials.cues.empty()) {  // what is wrong with the columns is said already: any stimulus will do
        for (const std::string& text : options_.set) {
            const std::string key = text.substr(0, text.find('='));
            stimuli.push_back(key.substr(key.find_last_of('.') + 1));
        }
    }
    const auto settings = io::read_learner_settings(learner, options_.set, stimuli, report);
    try {
        report.throw_if_any();
    } catch (const InputError& error) {
        add_all(problems, error);
    }
    problems.throw_if_any();

    catch_signals();
    std::optional<io::OutputFile> file;
    if (!options_.output.empty()) file.emplace(options_.output);
    Progress progress(!options_.quiet && file, "trials");
    const auto take = [&](std::string_view text, std::size_t rows) {
        if (interrupted()) return false;
        progress.at(static_cast<int>(rows), static_cast<int>(trials.rows()));
        if (file) {
            file->write(text);
            return true;
        }
        return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();  // `finish` reports what is lost
    };
    const io::Learned learned =
        io::write_learned(learner, settings, trials, {.seed = options_.seed, .internals = options_.internals}, take);
    progress.clear();
    if (interrupted()) {
        fmt::print(stderr, "interrupted; {}\n", file ? "nothing was written" : "what was printed is not all");
        return Exit::interrupted;
    }
    if (file) file->commit();
    if (!options_.quiet) say_what_was_read(trials, left_out);
    if (learned.not_finite > 0) {
        fmt::print(stderr, "{} rows hold numbers that are not finite, from row {} on: these settings do not converge\n",
                   io::with_thousands(learned.not_finite), learned.first + 1);
    }
    return Exit::good;
}

}  // namespace nearness::cli
