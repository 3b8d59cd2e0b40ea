// The summaries of a run as engine::Columns, read from its finished run.nc one column at a time.
#pragma once

#include "nearness/engine/collection.hpp"

#include <filesystem>

namespace nearness::io {

// The file stays open as long as the function or a copy of it lives. Throws InputError E0312, here and when it is called,
// if the file cannot be read.
engine::Columns summary_columns(const std::filesystem::path& path);

}  // namespace nearness::io
