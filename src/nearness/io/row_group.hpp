// One group of run.nc that holds rows of any number: columns are buffered and written in blocks.
#pragma once

#include <netcdf>
#include <string>
#include <string_view>
#include <vector>

namespace nearness::io {

inline void describe_variable(const netCDF::NcVar& variable, std::string_view unit, std::string_view says) {
    variable.putAtt("units", std::string(unit));
    variable.putAtt("long_name", std::string(says));
}

class RowGroup {
public:
    RowGroup(const netCDF::NcGroup& file, const std::string& name)
        : group_(file.addGroup(name)), row_(group_.addDim("row")) {}

    // A column with `width` values a row; `across` is the dimension they run over, none for one value a row.
    void integers(const std::string& name, std::string_view says) { add(name, netCDF::ncInt, "1", says, nullptr, 1); }
    void numbers(const std::string& name, std::string_view unit, std::string_view says,
                 const netCDF::NcDim* across = nullptr, std::size_t width = 1) {
        add(name, netCDF::ncDouble, unit, says, across, width);
    }

    const netCDF::NcGroup& group() const { return group_; }

    // Values of one row, in the order in which the columns were declared.
    void put(double value) {
        Column& column = columns_[next_];
        column.buffer.push_back(value);
        if (++filled_ == column.width) {
            filled_ = 0;
            ++next_;
        }
    }
    void end_row() {
        next_ = 0;
        if (++buffered_ == block) flush();
    }

    void flush() {
        if (buffered_ == 0) return;
        for (Column& column : columns_) {
            std::vector<std::size_t> start = {written_};
            std::vector<std::size_t> count = {buffered_};
            if (column.across) {
                start.push_back(0);
                count.push_back(column.width);
            }
            column.variable.putVar(start, count, column.buffer.data());
            column.buffer.clear();
        }
        written_ += buffered_;
        buffered_ = 0;
    }

private:
    static constexpr std::size_t block = 4096;

    struct Column {
        netCDF::NcVar variable;
        std::size_t width;
        bool across;
        std::vector<double> buffer;
    };

    void add(const std::string& name, const netCDF::NcType& type, std::string_view unit, std::string_view says,
             const netCDF::NcDim* across, std::size_t width) {
        std::vector<netCDF::NcDim> dimensions = {row_};
        std::vector<std::size_t> chunks = {block};
        if (across != nullptr) {
            dimensions.push_back(*across);
            chunks.push_back(width);
            chunks.front() = 512;
        }
        netCDF::NcVar variable = group_.addVar(name, type, dimensions);
        variable.setChunking(netCDF::NcVar::nc_CHUNKED, chunks);
        variable.setCompression(true, true, 1);
        describe_variable(variable, unit, says);
        columns_.push_back({variable, width, across != nullptr, {}});
    }

    netCDF::NcGroup group_;
    netCDF::NcDim row_;
    std::vector<Column> columns_;
    std::size_t written_ = 0, buffered_ = 0;
    std::size_t next_ = 0, filled_ = 0;  // where the next value of the current row goes
};

}  // namespace nearness::io
