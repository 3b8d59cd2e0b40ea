// The one text of the page that should be localised: `help_text` of a scenario replaces it.
#pragma once

#include <string_view>

namespace nearness::report {

inline constexpr std::string_view default_crisis_text =
    "If you or someone you know is in danger, is being hurt, or thinks about suicide, contact your local emergency "
    "number or a crisis line now. People there listen at any hour, and you need no diagnosis to call.";

}  // namespace nearness::report
