// A run written into run.nc and read back with netCDF's own reader, and the columns as they were put in.
#pragma once

#include "io/run_results.hpp"
#include "nearness/io/run_file.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <netcdf>

namespace nearness::io {

class Written {
public:
    explicit Written(const engine::Collection& collection) {
        const std::string path = (folder_.path() / "run.nc").string();
        RunFile out(path, collection.plan,
                    {"1.2.3", "0123456789abcdef", collection.plan.seed, collection.plan.scenario_text});
        for (const engine::PersonResult& person : collection.persons) out.add(person);
        out.close();
        file_.open(path, netCDF::NcFile::read);
    }
    const netCDF::NcFile& file() const { return file_; }
    netCDF::NcGroup group(const std::string& name) const { return file_.getGroup(name); }
    std::vector<double> values(const std::string& group_name, const std::string& name) const {
        const netCDF::NcVar variable = group_name.empty() ? file_.getVar(name) : group(group_name).getVar(name);
        EXPECT_FALSE(variable.isNull()) << group_name << "/" << name;
        std::size_t size = 1;
        for (const netCDF::NcDim& dimension : variable.getDims()) size *= dimension.getSize();
        std::vector<double> values(size);
        variable.getVar(values.data());
        return values;
    }
    bool has(const std::string& group_name, const std::string& name) const {
        return !(group_name.empty() ? file_.getVar(name) : group(group_name).getVar(name)).isNull();
    }
    std::vector<std::string> names(const std::string& group_name, const std::string& name) const {
        const netCDF::NcVar variable = group_name.empty() ? file_.getVar(name) : group(group_name).getVar(name);
        std::vector<std::string> names;
        for (std::size_t i = 0; i < variable.getDim(0).getSize(); ++i) {
            char* text = nullptr;
            variable.getVar({i}, {1}, &text);
            names.emplace_back(text);
            nc_free_string(1, &text);
        }
        return names;
    }
    std::string attribute(const std::string& name) const {
        std::string text;
        file_.getAtt(name).getValues(text);
        return text;
    }

private:
    Folder folder_;
    netCDF::NcFile file_;
};

inline testing::AssertionResult same(const std::vector<double>& read, const std::vector<double>& put) {
    if (read.size() != put.size())
        return testing::AssertionFailure() << read.size() << " values instead of " << put.size();
    for (std::size_t i = 0; i < read.size(); ++i) {
        const bool both_missing = std::isnan(read[i]) && std::isnan(put[i]);
        if (!both_missing && read[i] != put[i]) {
            return testing::AssertionFailure() << "value " << i << " is " << read[i] << " instead of " << put[i];
        }
    }
    return testing::AssertionSuccess();
}

// Calls `visit(person, arm, result)` for every life in file order.
template <class Visit>
void for_each_life(const engine::Collection& collection, Visit&& visit) {
    for (const engine::PersonResult& person : collection.persons) {
        for (std::size_t a = 0; a < person.arms.size(); ++a) visit(person.person, static_cast<int>(a), person.arms[a]);
    }
}

// A column of rows: `value(row)` over all rows of `member` in file order.
template <class Row, class Value>
std::vector<double> column(const engine::Collection& collection, std::vector<Row> engine::ArmResult::*member,
                           Value&& value) {
    std::vector<double> values;
    for_each_life(collection, [&](int, int, const engine::ArmResult& life) {
        for (const Row& row : life.*member) values.push_back(static_cast<double>(value(row)));
    });
    return values;
}

template <class Row>
void expect_places(const Written& written, const engine::Collection& collection, const std::string& group,
                   std::vector<Row> engine::ArmResult::*member) {
    std::vector<double> persons, arms;
    for_each_life(collection, [&](int person, int arm, const engine::ArmResult& life) {
        persons.insert(persons.end(), (life.*member).size(), person);
        arms.insert(arms.end(), (life.*member).size(), arm);
    });
    EXPECT_GT(persons.size(), 0U) << group;
    EXPECT_TRUE(same(written.values(group, "person_index"), persons)) << group;
    EXPECT_TRUE(same(written.values(group, "arm_index"), arms)) << group;
    EXPECT_TRUE(same(written.values(group, "chapter_index"),
                     column(collection, member, [](const Row& row) { return row.chapter; })))
        << group;
}

}  // namespace nearness::io
