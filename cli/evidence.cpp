// nearness evidence: what is known of people and speaks to the model, row by row.
#include "nearness/report/evidence.hpp"

#include "cli/columns.hpp"
#include "cli/look_up.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nearness::cli {

namespace {

using Row = io::Evidence;

std::string table() {
    std::size_t id = 0, number = 0, design = 0, sample = 0;
    for (const Row& row : io::evidence()) {
        id = std::max(id, row.id.size() + 2);
        number = std::max(number, io::number_of(row).size() + 2);
        design = std::max(design, row.design.size() + 2);
        sample = std::max(sample, io::sample_of(row).size() + 2);
    }
    std::string out, theme;
    for (const Row& row : io::evidence()) {
        if (row.theme != theme) out += (theme.empty() ? "" : "\n") + row.theme + "\n";
        theme = row.theme;
        out += "  " + std::string(report::mark_of(row.flag).mark) + " " + padded(row.id, id) +
               padded(io::number_of(row), number) + padded(row.design, design) + padded(io::sample_of(row), sample) +
               padded(row.grade, 4) + row.statement + "\n";
    }
    out += "\nEach line: mark, id, number, design, sample, grade (A strong … D contested), statement. ";
    for (const report::Grade& grade : report::grades) out += fmt::format("{} {}  ", grade.mark, grade.says);
    out.resize(out.size() - 2);
    return out + fmt::format(
                     "\nRead at the level of abstracts and summaries; {} more rows wait for a source and are not "
                     "printed.\nOne in full:  nearness evidence {}\n",
                     io::unverified_evidence().size(), io::evidence().front().id);
}

std::string claims_in_words(const std::vector<int>& claims) {
    std::string out = claims.empty() ? "" : claims.size() == 1 ? "claim " : "claims ";
    for (std::size_t i = 0; i < claims.size(); ++i) out += (i > 0 ? ", " : "") + std::to_string(claims[i]);
    return out;
}

std::string one_in_full(const Row& row) {
    std::string out = fmt::format("{}   {} {}\n  {}\n", row.id, report::mark_of(row.flag).mark,
                                  report::mark_of(row.flag).says, row.statement);
    if (!row.note.empty()) out += "  " + row.note + "\n";
    out += "\n";
    const auto line = [&](const char* name, const std::string& text) {
        if (!text.empty()) out += "  " + padded(name, 10) + text + "\n";
    };
    line("theme", row.theme);
    line("number", io::number_of(row));
    line("design", row.design);
    line("sample", io::sample_of(row));
    line("grade", row.grade);
    line("source", row.source + (row.key.empty() ? "" : "   (" + row.key + " in docs/references.bib)"));
    line("supports", claims_in_words(row.supports));
    line("contests", claims_in_words(row.contests));
    line("concerns", claims_in_words(row.concerns));
    return out;
}

nlohmann::ordered_json to_json(const std::optional<io::Span>& span) {
    return span ? nlohmann::ordered_json{span->low, span->high} : nlohmann::ordered_json();
}

template <class Number>
nlohmann::ordered_json to_json(const std::optional<Number>& number) {
    return number ? nlohmann::ordered_json(*number) : nlohmann::ordered_json();
}

nlohmann::ordered_json to_json(const Row& row) {
    return {{"id", row.id},
            {"theme", row.theme},
            {"statement", row.statement},
            {"note", row.note},
            {"value", to_json(row.value)},
            {"interval", to_json(row.interval)},
            {"range", to_json(row.range)},
            {"measure", row.measure},
            {"design", row.design},
            {"people", to_json(row.people)},
            {"couples", to_json(row.couples)},
            {"studies", to_json(row.studies)},
            {"grade", row.grade},
            {"flag", io::name_of(row.flag)},
            {"source", row.source},
            {"key", row.key},
            {"supports", row.supports},
            {"contests", row.contests},
            {"concerns", row.concerns}};
}

Problem no_row(const std::string& id) {
    const auto& waiting = io::unverified_evidence();
    if (std::any_of(waiting.begin(), waiting.end(), [&](const Row& row) { return row.id == id; })) {
        return {"E0001", {}, "`" + id + "` waits for a source and is not printed", "it is in the folder evidence/"};
    }
    std::vector<std::string> ids;
    for (const Row& row : io::evidence()) ids.push_back(row.id);
    const std::string near = nearest(id, ids);
    return {
        "E0001",
        {},
        "there is no row of evidence `" + id + "`",
        (near.empty() ? "" : "did you mean `" + near + "`?   ") + std::string("`nearness evidence` lists them all")};
}

}  // namespace

Exit print_evidence(const Asked& asked) {
    std::vector<Row> chosen;
    Problems problems;
    for (const std::string& id : asked.names) {
        if (const Row* row = io::find_evidence(id)) {
            chosen.push_back(*row);
        } else {
            Problem problem = no_row(id);
            problems.add(problem.code, problem.place, problem.message, problem.remedy);
        }
    }
    problems.throw_if_any();
    if (asked.json) {
        nlohmann::ordered_json document = nlohmann::ordered_json::array();
        for (const Row& row : asked.names.empty() ? io::evidence() : chosen) document.push_back(to_json(row));
        fmt::print("{}\n", document.dump(1));
        return Exit::good;
    }
    std::string out = chosen.empty() ? table() : "";
    for (const Row& row : chosen) out += (out.empty() ? "" : "\n") + one_in_full(row);
    fmt::print("{}", out);
    return Exit::good;
}

}  // namespace nearness::cli
