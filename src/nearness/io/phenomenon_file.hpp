// A file of the folder designs/ holds one phenomenon of learning. It is TOML:
//
//     title = "Blocking"
//     description = "A cue is learned about less beside one that already predicts the outcome."
//
//     [groups]                                # designs, as in experiment/notation.hpp
//     blocked = "10A>(US) | 10AB>(US) | 1B#"
//     control = "10C>(US) | 10AB>(US) | 1B#"
//
//     [phenomenon]
//     source = "kamin1969"                    # in docs/references.bib
//     expect = ["control: 3 B > blocked: 3 B"]  # orders of responses, as in experiment/phenomenon.hpp; all of them
//     by = 0.05                               # how much more one place has to be answered than the next
//     shows = ["rescorla-wagner"]             # learners that are said to show it, and do; optional
//     lacks = ["latent-causes"]               # that are said not to, and do not
//     misses = ["mackintosh"]                 # that are said to show it, and do not as they are here
//
//     [map]                                   # optional: where in the plane of two parameters of a learner
//     learner = "memory-modification"
//     x = { parameter = "alpha", from = 0.01, to = 10, points = 13, scale = "log" }
//     y = { parameter = "g", from = 0.3, to = 2, points = 18 }
//     regions = { recovery = ["plain: 3 A > 0.5"] }
#pragma once

#include "nearness/experiment/region_map.hpp"
#include "nearness/io/text_file.hpp"

namespace nearness::io {

struct PhenomenonFile {
    std::string id;  // the file's name without its end
    std::string title, description, source;
    std::vector<std::string> expect;  // as written
    std::vector<std::string> shows, lacks, misses;
    experiment::Phenomenon phenomenon;
    std::optional<experiment::RegionMap> map;
};

// Throws InputError with every problem of the file.
PhenomenonFile parse_phenomenon(const TextFile& file);

// Those that travel in the program, in the order in which they are taught.
const std::vector<PhenomenonFile>& shipped_phenomena();

}  // namespace nearness::io
