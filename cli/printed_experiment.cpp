#include "cli/printed_experiment.hpp"

#include "nearness/io/experiment_summary.hpp"
#include "nearness/io/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace nearness::cli {

namespace {

constexpr std::size_t widest_kind = 40;

// fmt pads by columns of the terminal; what is too wide is cut in the middle of no character.
std::string shown_kind(const std::string& kind) {
    if (kind.size() <= widest_kind) return kind;
    std::size_t end = widest_kind - 3;
    while (end > 0 && (static_cast<unsigned char>(kind[end]) & 0xC0U) == 0x80U) --end;
    return kind.substr(0, end) + "...";
}

std::string number(double value) {
    const std::string text = fmt::format("{:.3f}", value);
    return text == "-0.000" ? "0.000" : text;
}

}  // namespace

std::string printed_experiment(const experiment::Plan& plan, const std::vector<experiment::GroupMeans>& means) {
    std::string out;
    const auto add = [&](std::string_view text) { out += text; };
    add(fmt::format("{} subject{} in each group, seed {}; the model predicts {}\n",
                    io::with_thousands(static_cast<std::size_t>(plan.subjects)), plan.subjects == 1 ? "" : "s",
                    plan.seed, plan.design.outcomes.front()));
    std::size_t kind_width = 6, group_width = 5;
    for (const experiment::GroupMeans& one : means) {
        group_width = std::max(group_width, plan.design.groups[static_cast<std::size_t>(one.group)].name.size());
        for (const experiment::KindMeans& kind : experiment::kinds_of(one)) {
            kind_width =
                std::max(kind_width, shown_kind(io::name_of_kind(plan, one.group, kind.phase, kind.kind)).size());
        }
    }
    const bool several = plan.subjects > 1;
    int learner = -1;
    for (const experiment::GroupMeans& one : means) {
        if (one.learner != learner) {
            learner = one.learner;
            add(fmt::format("\n{}\n", plan.learners[static_cast<std::size_t>(learner)].name));
            add(fmt::format("  {:{}}  {:{}}  {:>22}{:>{}}{:>22}\n", "", group_width + 7, "", kind_width + 7,
                            "prediction", "", several ? 11 : 3, "response"));
            add(fmt::format("  {:{}}  phase  {:{}}  trials  {:>8}{:>8}{:>8}{}   {:>8}{:>8}{:>8}\n", "group",
                            group_width, "kind", kind_width, "first", "last", "mean", several ? "  ±last " : "",
                            "first", "last", "mean"));
        }
        for (const experiment::KindMeans& kind : experiment::kinds_of(one)) {
            const io::KindNumbers prediction = io::numbers_of(one, kind, 0), response = io::numbers_of(one, kind, 1);
            add(fmt::format("  {:{}}  {:5}  {:{}}  {:6}  {:>8}{:>8}{:>8}{}   {:>8}{:>8}{:>8}\n",
                            plan.design.groups[static_cast<std::size_t>(one.group)].name, group_width, kind.phase + 1,
                            shown_kind(io::name_of_kind(plan, one.group, kind.phase, kind.kind)), kind_width,
                            kind.trials.size(), number(prediction.first), number(prediction.last),
                            number(prediction.mean), several ? fmt::format("{:>8}", number(prediction.half_width)) : "",
                            number(response.first), number(response.last), number(response.mean)));
        }
    }
    if (several) add("\n±last: half the width of the 95 % interval of the mean over subjects, at the last trial.\n");
    return out;
}

}  // namespace nearness::cli
