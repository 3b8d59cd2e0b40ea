// Any bytes as a file of trials, with settings behind it; learned from by one of the learners, which the size chooses.
#include "nearness/io/trials.hpp"

#include "fuzz/outcome.hpp"
#include "nearness/io/learned_file.hpp"

#include <cmath>

namespace nearness::fuzz {

// What observe/trials.hpp promises.
inline void check(const observe::Trials& trials) {
    std::size_t rows = 0;
    for (const observe::Subject& one : trials.subjects) {
        ensure(one.begin == rows && one.end > one.begin, "a subject whose rows do not follow");
        rows = one.end;
        for (std::size_t row = one.begin; row < one.end; ++row) {
            ensure(std::isfinite(trials.time[row]), "a time that is none");
            ensure(row == one.begin || trials.time[row] >= trials.time[row - 1], "time runs backwards");
        }
    }
    ensure(rows == trials.rows(), "rows of nobody");
    ensure(trials.values.size() == trials.cues.size() + trials.outcomes.size(), "a stimulus without values");
    for (const auto& values : trials.values) {
        ensure(values.size() == rows, "a trial without its value");
        for (const double value : values) ensure(!std::isinf(value), "a value that is none");
    }
    for (const observe::RowName& name : trials.names) ensure(name.text.size() == rows, "a row without its name");
}

inline void learn(const std::string& csv, const std::vector<std::string>& settings) {
    const auto& learners = io::learner_texts();
    const io::LearnerText& learner = learners[csv.size() % learners.size()];
    io::TrialColumns columns;
    if (csv.size() / learners.size() % 2 == 1) columns.categories = {"stimulus"};
    if (csv.size() / learners.size() % 3 == 1) columns.scales = {{"A", 3, -1}};
    Problems problems;
    const observe::Trials trials =
        io::read_trials(io::checked_text("trials.csv", csv), columns, learner.accepts, problems);
    const io::Sources sources{{}, settings};
    io::Report report(sources);
    const auto set = io::read_learner_settings(learner, settings, trials.stimuli(), report);
    problems.throw_if_any();
    report.throw_if_any();
    check(trials);
    if (trials.rows() > 100) return;  // time is better spent on reading
    std::size_t lines = 0;
    io::write_learned(learner, set, trials, {.seed = 1, .internals = true}, [&](std::string_view text, std::size_t) {
        lines += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
        return true;
    });
    ensure(lines >= trials.rows() + 1, "a trial without a row");
}

}  // namespace nearness::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace nearness;
    std::vector<std::string> parts = fuzz::parts_of(bytes, size);
    const std::string csv = parts.front();
    parts.erase(parts.begin());
    fuzz::expect_result_or_problems([&] { fuzz::learn(csv, parts); });
    return 0;
}
