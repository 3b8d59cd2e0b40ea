#include "nearness/io/claim_record.hpp"

#include "nearness/engine/run_plan.hpp"
#include "nearness/io/embedded_file.hpp"
#include "nearness/io/number.hpp"
#include "nearness/io/row_problems.hpp"
#include "nearness/io/table.hpp"
#include "nearness/person/additions.hpp"

namespace nearness::io {

namespace {

// The table `name` of claims/record/; empty when there is none yet.
std::optional<Table> table_named(std::string_view name) {
    for (const EmbeddedFile& file : claim_files()) {
        if (file.path != "record/" + std::string(name)) continue;
        Problems found;
        RowProblems problems(found);
        return Table(checked_text(std::string(file.path), std::string(file.text)), Delimiter::comma, problems);
    }
    return std::nullopt;
}

// Calls visit(cell) for every row of the table that is about this claim and its verdict as it stands; cell(name) is text.
template <class Visit>
void each_row(std::string_view name, const claims::Suite& suite, const claims::Claim& claim, const Visit& visit) {
    const std::optional<Table> table = table_named(name);
    if (!table) return;
    const std::string number = std::to_string(claim.number), verdict = verdict_fingerprint(suite, claim);
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto cell = [&](std::string_view column) {
            const auto found = table->columns_named(column);
            return found.empty() ? std::string() : std::string(table->cell(row, found.front()));
        };
        if (cell("claim") == number && cell("verdict") == verdict) visit(cell);
    }
}

double to_number(const std::string& text) { return parse_number(text).value_or(life::not_measured); }

}  // namespace

std::string verdict_fingerprint(const claims::Suite& suite, const claims::Claim& claim) {
    return engine::text_hash(claims::experiment_text(suite, claim));
}

std::vector<std::string> RecordedKnockOuts::additions_that(std::string_view verdict) const {
    std::vector<std::string> out;
    for (const person::Addition& one : person::additions) {
        if (verdict_of(person::name_with(one)) == verdict) out.emplace_back(one.name);
    }
    return out;
}

std::string RecordedKnockOuts::verdict_of(std::string_view run) const {
    for (const auto& [name, verdict] : verdicts) {
        if (name == run) return verdict;
    }
    return {};
}

ClaimRecord record_of(const claims::Suite& suite, const claims::Claim& claim) {
    ClaimRecord out;
    each_row("regions.csv", suite, claim, [&](const auto& cell) {
        RecordedRegion region{static_cast<int>(to_number(cell("draws"))),
                              to_number(cell("share")),
                              to_number(cell("corrected")),
                              to_number(cell("low")),
                              to_number(cell("high")),
                              {}};
        for (const std::string place : {"1", "2"}) {
            if (cell("decides_" + place).empty()) continue;
            region.deciders.emplace_back(cell("decides_" + place), to_number(cell("correlation_" + place)));
        }
        out.region = std::move(region);
    });
    each_row("knockouts.csv", suite, claim, [&](const auto& cell) {
        if (!out.knock_outs) out.knock_outs.emplace();
        out.knock_outs->kind = cell("kind");
        out.knock_outs->verdicts.emplace_back(cell("run"), cell("found"));
    });
    each_row("register.csv", suite, claim, [&](const auto& cell) {
        out.registered =
            Registered{cell("verdict_commit"), cell("verdict_date"), cell("result_commit"), cell("result_date")};
    });
    return out;
}

}  // namespace nearness::io
