#include "cli/look_up.hpp"

#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>

namespace nearness::cli {

LookUp::LookUp(CLI::App& app) : app_(app) {
    CLI::App* describe = app.add_subcommand("describe", "what a parameter or module is, and how to set it");
    describe->add_option("NAME", asked_.name,
                         "module or parameter, as trust or memory.concentration; without one, list all parameters");
    describe->add_flag("--json", asked_.json, "print as JSON");

    CLI::App* created = app.add_subcommand("new", "write a small scenario to start from");
    created->add_option("NAME", asked_.name, "name of the new file, .toml or not")->required();
    created->add_option("--from", asked_.from, "start from this shipped scenario");

    CLI::App* scenarios = app.add_subcommand("scenarios", "list the shipped scenarios");
    scenarios->add_flag("--json", asked_.json, "print as JSON");
    CLI::App* copy = scenarios->add_subcommand("copy", "copy a shipped scenario, with the diary and mapping it needs");
    copy->add_option("NAME", asked_.name, "name of the scenario")->required();
    copy->add_option("FOLDER", asked_.folder, "where to; here when left out");

    CLI::App* codebook = app.add_subcommand("codebook", "list every column of the result files");
    codebook->add_flag("--json", asked_.json, "print as JSON");
    codebook->add_flag("--csv", asked_.csv, "print as CSV");

    CLI::App* evidence = app.add_subcommand("evidence", "what is known of people and speaks to the model");
    evidence->add_option("ID", asked_.names,
                         "rows to show in full, as psychoeducation-alone; without one, list them all");
    evidence->add_flag("--json", asked_.json, "print as JSON");

    CLI::App* completion = app.add_subcommand("completion", "print a completion script for a shell");
    completion->add_option("SHELL", asked_.name, "bash, zsh or fish")->required();
    app.add_subcommand("man", "print the manual page, as roff");
}

std::optional<Exit> LookUp::answer() const {
    if (app_.got_subcommand("describe")) return describe_parameters(asked_);
    if (app_.got_subcommand("new")) return new_scenario(asked_);
    if (app_.got_subcommand("scenarios")) {
        const bool copy = app_.get_subcommand("scenarios")->got_subcommand("copy");
        return copy ? copy_scenario(asked_) : list_scenarios(asked_);
    }
    if (app_.got_subcommand("codebook")) return print_codebook(asked_);
    if (app_.got_subcommand("evidence")) return print_evidence(asked_);
    if (app_.got_subcommand("completion")) {
        print_completion(command_line_of(app_), asked_.name);
        return Exit::good;
    }
    if (app_.got_subcommand("man")) {
        print_manual(command_line_of(app_));
        return Exit::good;
    }
    return std::nullopt;
}

}  // namespace nearness::cli
