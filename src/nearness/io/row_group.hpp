// One group of run.nc that holds rows of any number (io/run_rows.hpp): buffered and written or read in blocks.
#pragma once

#include "nearness/io/netcdf_file.hpp"
#include "nearness/io/run_rows.hpp"

#include <algorithm>

namespace nearness::io {

inline void describe_variable(const netCDF::NcVar& variable, std::string_view unit, std::string_view says) {
    variable.putAtt("units", std::string(unit));
    variable.putAtt("long_name", std::string(says));
}

namespace detail {

inline constexpr std::size_t rows_a_block = 4096;

// Integers, numbers and arrays of numbers of a record as doubles, which hold any int.
inline const double* begin_of(const double& value) { return &value; }
template <std::size_t size>
const double* begin_of(const std::array<double, size>& values) {
    return values.data();
}
template <std::size_t size>
double* begin_of(std::array<double, size>& values) {
    return values.data();
}

inline const double* begin_of(const StudyValues& values) { return values.of.data(); }
inline double* begin_of(StudyValues& values) { return values.of.data(); }

template <class Value>
constexpr std::size_t width_of = 1;
template <std::size_t size>
inline constexpr std::size_t width_of<std::array<double, size>> = size;

// The width of a column in this file: 0 when it runs over a dimension that the file does not have.
template <class Value>
std::size_t width_in(const netCDF::NcGroup& group, const RunColumn& column) {
    if constexpr (std::is_same_v<Value, StudyValues>) {
        const auto dimension = group.getDim(std::string(column.across), netCDF::NcGroup::ParentsAndCurrent);
        const std::size_t size = dimension.isNull() ? 0 : dimension.getSize();
        if (size > memory::most_study_cues) netCDF::ncCheck(NC_EBADDIM, __FILE__, __LINE__);
        return size;
    }
    return width_of<Value>;
}

struct BufferedColumn {
    netCDF::NcVar variable;
    std::size_t width;  // 0: not in this file
    bool across;
    std::vector<double> buffer;

    std::vector<std::size_t> start(std::size_t row) const {
        return across ? std::vector<std::size_t>{row, 0} : std::vector<std::size_t>{row};
    }
    std::vector<std::size_t> count(std::size_t rows) const {
        return across ? std::vector<std::size_t>{rows, width} : std::vector<std::size_t>{rows};
    }
};

}  // namespace detail

template <class Record>
class RowWriter {
public:
    explicit RowWriter(const netCDF::NcGroup& file)
        : group_(file.addGroup(Record::group)), row_(group_.addDim("row")) {}

    // Where dimensions and names of this group go, before `declare`.
    const netCDF::NcGroup& group() const { return group_; }

    void declare() {
        Record pattern;
        Record::describe(pattern, [&]<class Value>(const RunColumn& column, Value&) {
            const bool across = !column.across.empty();
            const std::size_t width = detail::width_in<Value>(group_, column);
            if (width == 0) return columns_.push_back({{}, 0, across, {}});
            std::vector<netCDF::NcDim> dimensions = {row_};
            std::vector<std::size_t> chunks = {detail::rows_a_block};
            if (across) {
                dimensions.push_back(group_.getDim(std::string(column.across), netCDF::NcGroup::ParentsAndCurrent));
                chunks = {512, width};
            }
            const netCDF::NcType& type =
                std::is_same_v<Value, int> ? static_cast<const netCDF::NcType&>(netCDF::ncInt) : netCDF::ncDouble;
            netCDF::NcVar variable = group_.addVar(std::string(column.name), type, dimensions);
            variable.setChunking(netCDF::NcVar::nc_CHUNKED, chunks);
            variable.setCompression(true, true, 1);
            keep_unpacked(variable, chunks[0] * width * sizeof(double));
            describe_variable(variable, column.unit, column.says);
            columns_.push_back({variable, width, across, {}});
        });
    }

    void add(const Record& record) {
        std::size_t at = 0;
        Record::describe(record, [&]<class Value>(const RunColumn&, const Value& value) {
            detail::BufferedColumn& column = columns_[at++];
            if constexpr (std::is_same_v<Value, int>) {
                column.buffer.push_back(value);
            } else {
                const double* begin = detail::begin_of(value);
                column.buffer.insert(column.buffer.end(), begin, begin + column.width);
            }
        });
        if (++buffered_ == detail::rows_a_block) flush();
    }

    void flush() {
        if (buffered_ == 0) return;
        for (detail::BufferedColumn& column : columns_) {
            if (column.width == 0) continue;
            column.variable.putVar(column.start(written_), column.count(buffered_), column.buffer.data());
            column.buffer.clear();
        }
        written_ += buffered_;
        buffered_ = 0;
    }

private:
    netCDF::NcGroup group_;
    netCDF::NcDim row_;
    std::vector<detail::BufferedColumn> columns_;
    std::size_t written_ = 0, buffered_ = 0;
};

// Rows one after the other, in file order.
template <class Record>
class RowReader {
public:
    // Throws netCDF's exceptions, here and below.
    explicit RowReader(const netCDF::NcGroup& file) {
        const netCDF::NcGroup group = file.getGroup(Record::group);
        if (group.isNull()) netCDF::ncCheck(NC_ENOGRP, __FILE__, __LINE__);
        rows_ = group.getDim("row").getSize();
        Record pattern;
        Record::describe(pattern, [&]<class Value>(const RunColumn& column, Value&) {
            const bool across = !column.across.empty();
            const std::size_t width = detail::width_in<Value>(group, column);
            if (width == 0) return columns_.push_back({{}, 0, across, {}});
            const netCDF::NcVar variable = group.getVar(std::string(column.name));
            if (variable.isNull()) netCDF::ncCheck(NC_ENOTVAR, __FILE__, __LINE__);
            const std::vector<netCDF::NcDim> dimensions = variable.getDims();
            const bool fits = dimensions.size() == (across ? 2U : 1U) && dimensions[0].getSize() == rows_ &&
                              (!across || dimensions[1].getSize() == width);
            const netCDF::NcType::ncType type = variable.getType().getTypeClass();
            if (!fits || (type != netCDF::NcType::nc_INT && type != netCDF::NcType::nc_DOUBLE)) {
                netCDF::ncCheck(NC_EBADDIM, __FILE__, __LINE__);
            }
            keep_unpacked(variable, 0);
            columns_.push_back({variable, width, across, {}});
        });
    }

    // The row at hand, none after the last.
    const Record* at_hand() {
        if (at_ == rows_) return nullptr;
        if (at_ >= read_) read_block();
        return &record_;
    }
    void advance() {
        ++at_;
        if (at_ < read_) unpack();
    }
    bool at_end() const { return at_ == rows_; }

private:
    void read_block() {
        first_ = at_;
        const std::size_t count = std::min(detail::rows_a_block, rows_ - at_);
        for (detail::BufferedColumn& column : columns_) {
            if (column.width == 0) continue;
            column.buffer.resize(count * column.width);
            column.variable.getVar(column.start(at_), column.count(count), column.buffer.data());
        }
        read_ = at_ + count;
        unpack();
    }
    void unpack() {
        std::size_t c = 0;
        Record::describe(record_, [&]<class Value>(const RunColumn&, Value& value) {
            const detail::BufferedColumn& column = columns_[c++];
            const double* from = column.buffer.data() + (at_ - first_) * column.width;
            if constexpr (std::is_same_v<Value, int>) {
                const bool whole = *from >= -2147483648.0 && *from <= 2147483647.0;
                value = whole ? static_cast<int>(*from) : -1;
            } else if constexpr (std::is_same_v<Value, double>) {
                value = *from;
            } else {
                std::copy(from, from + column.width, detail::begin_of(value));
            }
        });
    }

    std::vector<detail::BufferedColumn> columns_;
    Record record_;
    std::size_t rows_ = 0, first_ = 0, at_ = 0, read_ = 0;
};

}  // namespace nearness::io
