// A recorded diary joins the plan whose chapter it drives.
#pragma once

#include "cli/scenario.hpp"
#include "nearness/io/scenario_file.hpp"

namespace nearness::cli {

// The names of the model's cues, which a mapping may use.
std::vector<std::string> model_cues();

// Throws InputError when the persons asked for are not in the diary (E0001) or the chapter is too short (E0110).
void add_diary(Loaded& loaded, const io::DiarySource& source, observe::Diary diary, const io::Overrides& overrides);

}  // namespace nearness::cli
