// A NetCDF file through netCDF's C functions: netCDF::NcFile closes a second time after a close that failed, and prints on
// standard error when that fails too.
#pragma once

#include <ncCheck.h>
#include <netcdf.h>

#include <netcdf>
#include <string>

namespace nearness::io {

class NetcdfFile {
public:
    static NetcdfFile create(const std::string& path) {
        NetcdfFile file;
        netCDF::ncCheck(nc_create(path.c_str(), NC_NETCDF4 | NC_CLOBBER, &file.id_), __FILE__, __LINE__);
        file.open_ = true;
        return file;
    }
    static NetcdfFile read(const std::string& path) {
        NetcdfFile file;
        netCDF::ncCheck(nc_open(path.c_str(), NC_NOWRITE, &file.id_), __FILE__, __LINE__);
        file.open_ = true;
        return file;
    }
    ~NetcdfFile() {
        if (open_) nc_close(id_);  // whoever needs to know whether it went well called close()
    }
    NetcdfFile(NetcdfFile&& other) noexcept : id_(other.id_), open_(other.open_) { other.open_ = false; }
    NetcdfFile(const NetcdfFile&) = delete;
    NetcdfFile& operator=(const NetcdfFile&) = delete;

    netCDF::NcGroup root() const { return netCDF::NcGroup(id_); }
    void close() {
        open_ = false;
        netCDF::ncCheck(nc_close(id_), __FILE__, __LINE__);
    }

private:
    NetcdfFile() = default;
    int id_ = 0;
    bool open_ = false;
};

// How much of a variable HDF5 keeps unpacked: left to itself, megabytes for every variable.
inline void keep_unpacked(const netCDF::NcVar& variable, std::size_t bytes) {
    constexpr std::size_t slots = 1009;
    constexpr float written_first = 1;  // chunks are used once, in order
    netCDF::ncCheck(
        nc_set_var_chunk_cache(variable.getParentGroup().getId(), variable.getId(), bytes, slots, written_first),
        __FILE__, __LINE__);
}

}  // namespace nearness::io
