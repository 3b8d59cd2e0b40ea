// Every column of every result file, once: what `nearness codebook` prints and a test compares with the files of a run.
#pragma once

#include <string>
#include <vector>

namespace nearness::io {

struct CodebookEntry {
    std::string file;   // "run.nc"
    std::string group;  // of run.nc; "" is the root. Of summary.json, the object: "quantities.NAME"
    std::string name;   // in capitals what differs from file to file: VARIABLE, part_TARGET
    std::string unit;   // "1" for a pure number, "" for text
    std::string kind;   // number, whole number, index, text; of summary.json also object and list
    std::string over;   // what it runs over: "arm, person, chapter", "row", "row, set"; "" for one value
    std::string says;
};

const std::vector<CodebookEntry>& codebook();

}  // namespace nearness::io
