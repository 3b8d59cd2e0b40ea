// nearness codebook: every column of the result files.
#include "nearness/io/codebook.hpp"

#include "cli/columns.hpp"
#include "cli/look_up.hpp"
#include "nearness/io/csv_field.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nearness::cli {

namespace {

std::string table() {
    std::size_t name = 0, unit = 0, kind = 0, over = 0;
    for (const io::CodebookEntry& one : io::codebook()) {
        name = std::max(name, one.name.size() + 2);
        unit = std::max(unit, one.unit.size() + 2);
        kind = std::max(kind, one.kind.size() + 2);
        over = std::max(over, one.over.size() + 2);
    }
    std::string out, before;
    for (const io::CodebookEntry& one : io::codebook()) {
        const std::string place = one.file + (one.group.empty() ? "" : "  " + one.group);
        if (place != before) out += (before.empty() ? "" : "\n") + place + "\n";
        before = place;
        out += "  " + padded(one.name, name) + padded(one.unit, unit) + padded(one.kind, kind) +
               padded(one.over, over) + one.says + "\n";
    }
    return out +
           "\nEach line: name, unit (1: a pure number), kind, what it runs over, meaning. All numbers are simulated.\n";
}

std::string csv() {
    std::string out = "file,group,name,unit,kind,over,says\n";
    for (const io::CodebookEntry& one : io::codebook()) {
        for (const std::string* cell : {&one.file, &one.group, &one.name, &one.unit, &one.kind, &one.over}) {
            out += io::csv_field(*cell) + ",";
        }
        out += io::csv_field(one.says) + "\n";
    }
    return out;
}

std::string json() {
    nlohmann::ordered_json document = nlohmann::ordered_json::array();
    for (const io::CodebookEntry& one : io::codebook()) {
        document.push_back({{"file", one.file},
                            {"group", one.group},
                            {"name", one.name},
                            {"unit", one.unit},
                            {"kind", one.kind},
                            {"over", one.over},
                            {"says", one.says}});
    }
    return document.dump(1) + "\n";
}

}  // namespace

Exit print_codebook(const Asked& asked) {
    if (asked.json && asked.csv) {
        throw InputError({{"E0001", {}, "--json and --csv at once", "choose one of them"}});
    }
    fmt::print("{}", asked.json ? json() : asked.csv ? csv() : table());
    return Exit::good;
}

}  // namespace nearness::cli
