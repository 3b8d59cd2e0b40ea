#include "cli/live.hpp"
#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nearness::cli {

namespace {

namespace fs = std::filesystem;

std::string range_of(const io::RunHeader& header) {
    return fmt::format("{}..{}", header.first_person + 1, header.end());
}

class Shards {
public:
    explicit Shards(const Options& options) {
        for (const std::string& path : options.runs) open(path);
        problems_.throw_if_any();
        for (const io::RunReader& shard : all_) {
            try {
                check_version(shard);
            } catch (const InputError& error) {
                take(error);
            }
        }
        for (std::size_t i = 1; i < all_.size(); ++i) compare(all_[i], all_.front());
        std::stable_sort(all_.begin(), all_.end(), [](const io::RunReader& a, const io::RunReader& b) {
            return a.header().first_person < b.header().first_person;
        });
        for (std::size_t i = 1; i < all_.size(); ++i) check_neighbours(all_[i - 1], all_[i]);
        for (const io::RunReader& shard : all_) refuse_to_replace(shard, options.out);
        problems_.throw_if_any();
    }

    const std::vector<io::RunReader>& in_order() const { return all_; }
    const io::RunHeader& first() const { return all_.front().header(); }
    int persons() const { return all_.back().header().end() - first().first_person; }

    // Each shard's own fingerprint, of a plan that differs from the whole one in the range of persons alone.
    void check_fingerprints(const engine::RunPlan& whole) {
        engine::RunPlan plan = whole;
        for (const io::RunReader& shard : all_) {
            plan.first_person = shard.header().first_person;
            plan.persons = shard.header().persons;
            if (engine::plan_hash(plan, shard.header().version) == shard.header().plan_hash) continue;
            problems_.add("E0312", place(shard),
                          "its fingerprint is not that of the scenario, seed and settings in it");
        }
        problems_.throw_if_any();
    }

private:
    static Place place(const io::RunReader& shard) { return {shard.path().string(), 0, 0, 0, {}}; }

    void take(const InputError& error) {
        for (const Problem& one : error.problems()) problems_.add(one.code, one.place, one.message, one.remedy);
    }

    void open(const std::string& path) {
        try {
            all_.emplace_back(path);
        } catch (const InputError& error) {
            take(error);
        }
    }

    void compare(const io::RunReader& shard, const io::RunReader& first) {
        const io::RunHeader &one = shard.header(), &other = first.header();
        std::string differs;
        const auto look = [&](const char* what, bool same) {
            if (!same) differs += (differs.empty() ? "" : ", ") + std::string(what);
        };
        look("scenario", one.scenario_text == other.scenario_text && one.title == other.title);
        look("seed", one.seed == other.seed);
        look("kind (--deterministic)", one.deterministic == other.deterministic);
        look("settings (--set)", one.settings == other.settings);
        look("diary", one.diary_hash == other.diary_hash);
        look("mapping of the diary", one.mapping_text == other.mapping_text);
        if (differs.empty()) return;
        problems_.add("E0314", place(shard),
                      fmt::format("not of one ensemble with {}: another {}", first.path().string(), differs));
    }

    void check_neighbours(const io::RunReader& before, const io::RunReader& after) {
        const int end = before.header().end(), begin = after.header().first_person;
        if (begin > end) {
            problems_.add("E0314", place(after),
                          fmt::format("persons {}..{} are missing, between {} and this shard of {}", end + 1, begin,
                                      before.path().string(), range_of(after.header())),
                          fmt::format("run them: --persons {}..{}", end + 1, begin));
        } else if (begin < end) {
            problems_.add("E0314", place(after),
                          fmt::format("persons {}..{} are in {} already", begin + 1,
                                      std::min(end, after.header().end()), before.path().string()));
        }
    }

    void refuse_to_replace(const io::RunReader& shard, const fs::path& out) {
        std::error_code error;
        if (!fs::equivalent(out / "run.nc", shard.path(), error) || error) return;
        problems_.add("E0304", {out.string(), 0, 0, 0, {}}, "one of the shards lies in this folder",
                      "name another folder with --out");
    }

    std::vector<io::RunReader> all_;
    Problems problems_;
};

}  // namespace

Exit merge(const Options& options) {
    Shards shards(options);
    const Loaded loaded =
        load_stored(shards.in_order().front(), shards.first().first_person, shards.persons(), options.data);
    const engine::RunPlan& plan = loaded.plan;
    shards.check_fingerprints(plan);
    if (plan.deterministic) {
        Problems problems;
        problems.add("E0314", {options.runs.front(), 0, 0, 0, {}},
                     "a typical path is one life: there is nothing to merge");
        problems.throw_if_any();
    }
    if (!options.quiet && !options.json) {
        fmt::print("{}\n  {} shard{}: {}\n\n", plan.title, shards.in_order().size(),
                   shards.in_order().size() == 1 ? "" : "s", describe(plan));
    }

    catch_signals();
    Results results(options.out, loaded);
    {
        Progress progress(!options.quiet);
        struct Stop {};
        try {
            for (const io::RunReader& shard : shards.in_order()) {
                shard.read(plan, [&](engine::PersonResult&& person) {
                    if (interrupted()) throw Stop{};
                    results.add(std::move(person));
                    progress.at(results.received(), plan.persons);
                });
            }
        } catch (const Stop&) {
            progress.clear();
            fmt::print(stderr, "interrupted; nothing was written\n");
            return Exit::interrupted;
        }
    }
    results.complete();
    if (interrupted()) return Exit::interrupted;
    results.commit();
    results.print(options);
    print_failures(results.collection(), options);
    return Exit::good;
}

}  // namespace nearness::cli
