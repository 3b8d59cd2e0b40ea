// Numbers that published programs print, where they lie beside the source (shared/golden). Tests that read them are skipped
// elsewhere; every learner has tests that need nothing too.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace nearness::learners {

class Golden : public testing::Test {
protected:
    static std::string path(const std::string& file) { return NEARNESS_SOURCE_DIR "/../shared/golden/" + file; }
    void SetUp() override {
        if (!std::filesystem::exists(path("README.md"))) GTEST_SKIP() << "not run: " << path("") << " is not there";
    }

    using Row = std::map<std::string, std::string>;

    static std::vector<std::string> fields(const std::string& line) {
        std::vector<std::string> all(1);
        for (const char c : line) {
            if (c == '\r' || c == '"') continue;
            if (c == ',') {
                all.emplace_back();
            } else {
                all.back() += c;
            }
        }
        return all;
    }
    static std::vector<Row> table(const std::string& file) {
        std::ifstream in(path(file));
        std::string line;
        std::getline(in, line);
        const std::vector<std::string> header = fields(line);
        std::vector<Row> rows;
        while (std::getline(in, line)) {
            const std::vector<std::string> cells = fields(line);
            Row row;
            for (std::size_t i = 0; i < header.size() && i < cells.size(); ++i) row[header[i]] = cells[i];
            rows.push_back(std::move(row));
        }
        return rows;
    }
    static double number(const std::string& text) {
        return text == "NaN" || text == "NA" ? std::numeric_limits<double>::quiet_NaN()
                                             : std::strtod(text.c_str(), nullptr);
    }
};

}  // namespace nearness::learners
