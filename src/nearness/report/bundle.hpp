// What web/ builds and the program carries into every report: web/dist/, embedded at build time (cmake/embed_text.cmake).
#pragma once

#include <string_view>

namespace nearness::report::bundle {

extern const std::string_view report_js;         // one classic script; holds no "</script"
extern const std::string_view report_css;        // the style sheet
extern const std::string_view report_js_sha256;  // of the script, in base64: the page's policy lets nothing else run

}  // namespace nearness::report::bundle
