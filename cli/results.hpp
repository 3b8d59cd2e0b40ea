// The results of a run on their way into a folder: written person by person as they come, then the files that are made
// from all of them. What `run`, `merge` and `rerun` share, so that they write the same bytes.
#pragma once

#include "cli/scenario.hpp"
#include "nearness/engine/collection.hpp"
#include "nearness/infer/comparison.hpp"
#include "nearness/io/moments_file.hpp"
#include "nearness/io/output_folder.hpp"
#include "nearness/io/run_file.hpp"

#include <filesystem>
#include <optional>

namespace nearness::cli {

class Results {
public:
    // `loaded` stays where it is.
    Results(std::filesystem::path folder, const Loaded& loaded);

    // In person order.
    void add(engine::PersonResult&& person);
    void set_typical_path(engine::TypicalPath path) { collection_.typical_path = std::move(path); }
    int received() const { return received_; }

    // After the last person: completes the files, under temporary names.
    void complete();
    // Gives every file its name.
    void commit();

    // The summary, the comparison and the places of the files, or with --json the summary.
    void print(const Options& options) const;

    const engine::Collection& collection() const { return collection_; }
    const std::filesystem::path& folder() const { return folder_.folder(); }

private:
    const Loaded& loaded_;
    io::Provenance provenance_;
    io::OutputFolder folder_;
    std::filesystem::path run_path_;
    std::optional<io::RunFile> run_file_;
    std::optional<io::MomentsFile> moments_file_;
    engine::Collection collection_;
    infer::Comparison comparison_;
    std::string summary_;
    std::vector<const char*> files_ = {"report.html", "run.nc", "moments.csv", "summary.json"};
    int received_ = 0;
};

// Throws InputError (E0304) when a result of that folder is one of the files that the results are made from.
void keep_inputs(const std::filesystem::path& folder, const std::vector<std::string>& inputs);

// Numbers that went wrong, on standard error, each with the command line that lives that person again.
void print_failures(const engine::Collection& collection, const Options& options);

}  // namespace nearness::cli
