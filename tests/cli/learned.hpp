// Trials in, `nearness learn`, columns out: for tests that look at the numbers.
#pragma once

#include "program.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <cstdlib>
#include <sstream>

namespace nearness::test {

// A file of trials, written row by row. Numbers are written so that they read back to the bit.
class TrialsFile {
public:
    explicit TrialsFile(const std::string& header) : text_(header + "\n") {}

    static std::string in_full(double number) {
        char text[40];
        std::snprintf(text, sizeof text, "%.17g", number);
        return text;
    }
    TrialsFile& row(const std::vector<double>& numbers) {
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (i > 0) text_ += ',';
            text_ += in_full(numbers[i]);
        }
        text_ += '\n';
        return *this;
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

// The result, by column.
class LearnedTable {
public:
    explicit LearnedTable(const std::string& csv) {
        std::istringstream lines(csv);
        std::string line;
        std::getline(lines, line);
        names_ = cells(line);
        while (std::getline(lines, line)) rows_.push_back(cells(line));
    }

    std::size_t rows() const { return rows_.size(); }
    const std::vector<std::string>& names() const { return names_; }
    bool has(const std::string& column) const {
        return std::find(names_.begin(), names_.end(), column) != names_.end();
    }
    const std::string& text(std::size_t row, const std::string& column) const {
        const auto at = std::find(names_.begin(), names_.end(), column);
        EXPECT_NE(at, names_.end()) << "there is no column " << column;
        return rows_.at(row).at(static_cast<std::size_t>(at - names_.begin()));
    }
    double number(std::size_t row, const std::string& column) const {
        return std::strtod(text(row, column).c_str(), nullptr);
    }

private:
    static std::vector<std::string> cells(const std::string& line) {
        std::vector<std::string> all(1);
        for (const char c : line) {
            if (c == ',') {
                all.emplace_back();
            } else {
                all.back() += c;
            }
        }
        return all;
    }
    std::vector<std::string> names_;
    std::vector<std::vector<std::string>> rows_;
};

inline LearnedTable learned(const std::string& model, const std::string& trials, std::vector<std::string> more = {}) {
    const Folder folder;
    folder.write("trials.csv", trials);
    more.insert(more.begin(), {"learn", "--model", model, "--trials", "trials.csv", "--quiet"});
    const Finished finished = nearness(more, {.folder = folder.path()});
    EXPECT_EQ(finished.code, 0) << finished.err;
    EXPECT_EQ(finished.err, "");
    return LearnedTable(finished.out);
}

}  // namespace nearness::test
