// What web/ builds and the program carries into every report: the files of web/dist (cmake/embed.cmake).
#pragma once

#include "nearness/base/problem.hpp"
#include "nearness/io/embedded_file.hpp"

namespace nearness::report {

const std::vector<io::EmbeddedFile>& bundle_files();

inline std::string_view bundled(std::string_view path) {
    for (const io::EmbeddedFile& file : bundle_files()) {
        if (file.path == path) return file.text;
    }
    throw Bug("not in the bundle: " + std::string(path));
}

inline std::string_view script() { return bundled("report.js"); }  // holds no "</script"
inline std::string_view style() { return bundled("report.css"); }
// Of the script, in base64: the page's policy lets nothing else run.
inline std::string_view script_hash() { return bundled("report.js.sha256"); }

}  // namespace nearness::report
