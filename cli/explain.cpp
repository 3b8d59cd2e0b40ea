#include "cli/verbs.hpp"

#include <fmt/format.h>

namespace nearness::cli {

Exit explain(const Options& options) {
    if (options.code.empty()) {
        for (const CatalogueEntry& entry : catalogue()) fmt::print("{}  {}\n", entry.code, entry.title);
        return Exit::good;
    }
    std::string code = options.code;
    for (char& c : code) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    const CatalogueEntry* entry = find_in_catalogue(code);
    if (entry == nullptr) {
        std::vector<std::string> codes;
        for (const CatalogueEntry& one : catalogue()) codes.emplace_back(one.code);
        const std::string near = nearest(code, codes);
        Problems problems;
        problems.add(
            "E0001", {}, "there is no error `" + options.code + "`",
            (near.empty() ? std::string() : "did you mean `" + near + "`?   ") + "`nearness explain` lists them all");
        problems.throw_if_any();
    }
    fmt::print("{}  {}   (exit code {})\n\n{}", entry->code, entry->title, static_cast<int>(entry->exit),
               entry->explanation);
    return Exit::good;
}

}  // namespace nearness::cli
