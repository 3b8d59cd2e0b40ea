// From a diary file and a mapping to observe::Diary.
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/io/mapping.hpp"
#include "nearness/io/table.hpp"
#include "nearness/observe/diary.hpp"

#include <string>
#include <vector>

namespace nearness::io {

// Reads the diary at `diary_path` as the mapping at `mapping_path` says. `known_cues` are the model's names for its
// cues; they set the order of the cues in the result. Throws InputError with every problem of both files (E0201 to
// E0222, E0301 to E0303); of each kind of data-row problem the first 20 and the number of the others.
observe::Diary read_diary(const std::string& diary_path, const std::string& mapping_path,
                          const std::vector<std::string>& known_cues);

// The same for text that is already in memory, and for readers that collect further problems of their own. The result
// means something only if no problem was added.
observe::Diary read_diary(TextFile diary, const TextFile& mapping, const std::vector<std::string>& known_cues,
                          Problems& problems);

}  // namespace nearness::io
