// What goes wrong while a NetCDF file is written, as the problem that it is to a user.
#pragma once

#include "nearness/io/output_folder.hpp"

#include <ncException.h>
#include <netcdf.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace nearness::io {

// netCDF reports through exceptions of its own; a full disk must not end in one that nobody catches. It calls whatever
// went wrong below it an "HDF error": what the system said last is of more use.
template <class Action>
void guarded(const std::filesystem::path& path, Action&& action) {
    errno = 0;
    try {
        action();
    } catch (const netCDF::exceptions::NcException& error) {
        const int reason = errno;
        const bool from_system = (error.errorCode() == NC_EHDFERR || error.errorCode() > 0) && reason != 0;
        throw_cannot_write(path, from_system ? std::strerror(reason) : nc_strerror(error.errorCode()));
    }
}

}  // namespace nearness::io
