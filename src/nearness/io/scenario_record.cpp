#include "nearness/io/scenario_record.hpp"

#include "nearness/io/number.hpp"
#include "nearness/io/scenario_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace nearness::io {

namespace {

class Beats {
public:
    Beats(const engine::RunPlan& plan, Report& report)
        : chapters_(plan.arms.front().scenario.chapters), report_(report) {
        for (const life::Chapter& chapter : chapters_) names_.push_back(chapter.id);
    }

    // "together:12"
    std::optional<engine::Record::Encounter> read(const Node& item) {
        const std::size_t colon = item.text.rfind(':');
        if (item.kind != Node::Kind::text || colon == std::string::npos) {
            report_.add("E0102", item.spot, "`beats` lists encounters, each as \"CHAPTER:NUMBER\"",
                        fmt::format("for example beats = [\"{}:1\"]", names_.empty() ? "together" : names_.back()));
            return std::nullopt;
        }
        const std::string chapter = item.text.substr(0, colon), text = item.text.substr(colon + 1);
        const auto found = std::find(names_.begin(), names_.end(), chapter);
        if (found == names_.end()) {
            report_.add("E0114", item.spot, fmt::format("`beats` names the chapter `{}`, which is not there", chapter),
                        suggestion(chapter, names_));
            return std::nullopt;
        }
        const auto at = found - names_.begin();
        const int most = chapters_[static_cast<std::size_t>(at)].encounters();
        int number = 0;
        const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
        if (result.ec != std::errc() || result.ptr != text.data() + text.size() || number < 1 || number > most) {
            report_.add("E0106", item.spot, fmt::format("`beats` names encounter `{}` of chapter `{}`", text, chapter),
                        most == 0 ? "it has no encounters"
                                  : fmt::format("accepted: a whole number from 1 to {}",
                                                with_thousands(static_cast<std::size_t>(most))));
            return std::nullopt;
        }
        return engine::Record::Encounter{static_cast<int>(at), number - 1};
    }

private:
    const std::vector<life::Chapter>& chapters_;
    Report& report_;
    Words names_;
};

}  // namespace

void read_record(const Node& root, engine::RunPlan& plan, Report& report) {
    const Node* table = Fields(root, "the scenario", report).table("record");
    if (table == nullptr) return;
    const Fields fields(*table, "[record]", report);
    fields.accept({"persons", "moments", "curves", "templates", "beats"});
    plan.recorded_persons = static_cast<int>(fields.whole("persons", 0, most_persons).value_or(plan.recorded_persons));
    engine::Record& record = plan.record;
    record.moments = fields.yes_or_no("moments").value_or(true);
    record.curves = fields.yes_or_no("curves").value_or(true);
    record.templates = fields.yes_or_no("templates").value_or(true);
    const Node* beats = fields.get("beats");
    if (beats == nullptr) return;
    if (beats->kind != Node::Kind::list) {
        return fields.wrong_kind("beats", *beats, "a list in brackets", "for example beats = [\"together:1\"]");
    }
    Beats reader(plan, report);
    for (const Node& item : beats->items) {
        const auto encounter = reader.read(item);
        if (!encounter) continue;
        if (std::find(record.beats.begin(), record.beats.end(), *encounter) != record.beats.end()) {
            report.add("E0111", item.spot, fmt::format("`beats` names `{}` a second time", item.text),
                       "once is enough");
        } else {
            record.beats.push_back(*encounter);
        }
    }
}

}  // namespace nearness::io
