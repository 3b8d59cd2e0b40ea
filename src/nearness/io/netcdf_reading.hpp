// Reading a NetCDF file, whose library reports through exceptions of its own, as problems a user can understand.
#pragma once

#include <filesystem>
#include <netcdf>
#include <string>

namespace nearness::io {

// Throws InputError E0312.
[[noreturn]] void throw_damaged(const std::filesystem::path& path, const std::string& what);

template <class Action>
void reading(const std::filesystem::path& path, Action&& action) {
    try {
        action();
    } catch (const netCDF::exceptions::NcException& error) {
        throw_damaged(path, nc_strerror(error.errorCode()));
    }
}

}  // namespace nearness::io
