#include "cli/live.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

namespace nearness::cli {

namespace {

namespace fs = std::filesystem;

// out/<name>-rerun, with a number when there is one already. A run.nc is known by its folder.
fs::path folder_for(const Options& options, const fs::path& run) {
    if (!options.out.empty()) return options.out;
    fs::path name = run.stem();
    if (run.filename() == "run.nc") {
        const fs::path folder = fs::absolute(run).lexically_normal().parent_path().filename();
        if (!folder.empty()) name = folder;
    }
    const std::string start = (fs::path("out") / name).string() + "-rerun";
    std::error_code error;
    fs::path free = start;
    for (int i = 2; fs::exists(free, error); ++i) free = fmt::format("{}-{}", start, i);
    return free;
}

// The first byte in which two files differ, from 1; none when they are the same.
std::optional<std::uintmax_t> first_difference(const fs::path& a, const fs::path& b) {
    std::ifstream one(a, std::ios::binary), other(b, std::ios::binary);
    std::array<char, 65536> left{}, right{};
    std::uintmax_t before = 0;
    for (;;) {
        one.read(left.data(), left.size());
        other.read(right.data(), right.size());
        const std::streamsize common = std::min(one.gcount(), other.gcount());
        const auto at = std::mismatch(left.begin(), left.begin() + common, right.begin()).first - left.begin();
        if (at < common || one.gcount() != other.gcount()) return before + static_cast<std::uintmax_t>(at) + 1;
        if (common == 0) return std::nullopt;
        before += static_cast<std::uintmax_t>(common);
    }
}

}  // namespace

Exit rerun(const Options& options) {
    const io::RunReader run(options.file);
    check_version(run);
    const io::RunHeader& header = run.header();
    const Loaded loaded = load_stored(run, header.first_person, header.persons, options.data);
    Problems problems;
    const Place place{run.path().string(), 0, 0, 0, {}};
    if (const std::string hash = engine::plan_hash(loaded.plan, header.version); hash != header.plan_hash) {
        problems.add(
            "E0312", place,
            fmt::format("its fingerprint is {}, but its scenario, seed and settings give {}", header.plan_hash, hash));
        problems.throw_if_any();
    }
    if (!options.quiet && !options.json) fmt::print("{}\n  {}\n\n", loaded.plan.title, describe(loaded.plan));

    catch_signals();
    const fs::path folder = folder_for(options, run.path());
    std::error_code error;
    if (fs::equivalent(folder / "run.nc", run.path(), error)) {
        problems.add("E0304", {folder.string(), 0, 0, 0, {}}, "the run to be repeated lies in this folder",
                     "name another folder with --out");
        problems.throw_if_any();
    }
    Results results(folder, loaded);
    if (!live(loaded, options, results)) return Exit::interrupted;
    results.commit();
    const fs::path again = folder / "run.nc";
    const auto difference = first_difference(run.path(), again);
    if (difference) {
        problems.add("E0316", place, fmt::format("{} differs from it, first in byte {}", again.string(), *difference),
                     "the new results are kept for comparison");
        problems.throw_if_any();
    }
    if (options.json) {
        const nlohmann::ordered_json document = {
            {"run", run.path().string()}, {"again", again.string()}, {"same", true}};
        fmt::print("{}\n", document.dump(1));
    } else if (!options.quiet) {
        fmt::print("{} is {} again, byte for byte\n", again.string(), run.path().string());
    }
    return Exit::good;
}

}  // namespace nearness::cli
