#include "nearness/io/summary_columns.hpp"

#include "nearness/io/netcdf_file.hpp"
#include "nearness/io/netcdf_reading.hpp"

#include <memory>

namespace nearness::io {

namespace {

struct Open {
    explicit Open(const std::filesystem::path& path) : file(NetcdfFile::read(path.string())) {
        life::Summary pattern;
        life::Summary::describe(pattern, [&](const life::Column& column, double&) {
            variables.push_back(file.root().getVar(std::string(column.name)));
            keep_unpacked(variables.back(), 0);
        });
        persons = file.root().getDim("person").getSize();
    }
    NetcdfFile file;
    std::vector<netCDF::NcVar> variables;
    std::size_t persons = 0;
};

}  // namespace

engine::Columns summary_columns(const std::filesystem::path& path) {
    std::shared_ptr<Open> open;
    reading(path, [&] { open = std::make_shared<Open>(path); });
    return [open, path](std::size_t arm, std::size_t chapter, std::size_t column) {
        std::vector<double> values(open->persons);
        reading(path, [&] { open->variables[column].getVar({arm, 0, chapter}, {1, open->persons, 1}, values.data()); });
        return values;
    };
}

}  // namespace nearness::io
