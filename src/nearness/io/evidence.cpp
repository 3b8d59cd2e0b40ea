#include "nearness/io/evidence.hpp"

#include "nearness/io/embedded_file.hpp"
#include "nearness/io/evidence_file.hpp"
#include "nearness/io/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nearness::io {

namespace {

struct Shipped {
    std::vector<Evidence> printed, unverified;

    Shipped() {
        std::vector<TextFile> files;
        for (const EmbeddedFile& file : evidence_files()) {
            files.push_back(checked_text(std::string(file.path), std::string(file.text)));
        }
        for (Evidence& row : parse_evidence(files)) (row.verify ? unverified : printed).push_back(std::move(row));
    }
};

const Shipped& shipped() {
    static const Shipped rows;
    return rows;
}

std::string with_minus(const std::string& number) { return number.starts_with('-') ? "−" + number.substr(1) : number; }

// Effects with two decimals, amounts as they are.
std::string in_measure(double number, const Measure& measure) {
    return with_minus(measure.effect ? fmt::format("{:.2f}", number) : shortest(number));
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", with_thousands(static_cast<std::size_t>(count)), count == 1 ? one : many);
}

}  // namespace

const std::vector<Evidence>& evidence() { return shipped().printed; }

const std::vector<Evidence>& unverified_evidence() { return shipped().unverified; }

const Evidence* find_evidence(std::string_view id) {
    const std::vector<Evidence>& rows = evidence();
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Evidence& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

std::vector<const Evidence*> evidence_on(int claim) {
    std::vector<const Evidence*> rows;
    for (const Evidence& row : evidence()) {
        for (const std::vector<int>* list : {&row.supports, &row.contests, &row.concerns}) {
            if (std::find(list->begin(), list->end(), claim) != list->end()) rows.push_back(&row);
        }
    }
    return rows;
}

std::string number_of(const Evidence& row) {
    const Measure* measure = find_measure(row.measure);
    if (measure == nullptr) return {};
    const auto between = [&](const Span& span) {
        return in_measure(span.low, *measure) + " to " + in_measure(span.high, *measure);
    };
    std::string out = row.value ? in_measure(*row.value, *measure) : row.range ? between(*row.range) : std::string();
    if (row.interval) out += " (" + between(*row.interval) + ")";
    return measure->effect ? row.measure + " " + out : out + " " + row.measure;
}

std::string sample_of(const Evidence& row) {
    std::string out = row.studies ? counted(*row.studies, "study", "studies") : std::string();
    const auto add = [&](const std::string& more) { out += (out.empty() ? "" : ", ") + more; };
    if (row.people) add("N " + with_thousands(static_cast<std::size_t>(*row.people)));
    if (row.couples) add(counted(*row.couples, "couple", "couples"));
    return out;
}

}  // namespace nearness::io
