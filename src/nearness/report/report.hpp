// One self-contained HTML page about a run: figures, tables, what the model is not, and where the numbers come from.
// It needs no script, no network and no other file. The same collection gives the same bytes.
#pragma once

#include "nearness/engine/collection.hpp"
#include "nearness/infer/comparison.hpp"
#include "nearness/io/provenance.hpp"

#include <string>

namespace nearness::report {

using Provenance = io::Provenance;

struct Options {
    std::string command;  // how to repeat the run; left out when empty
    // Of a run that a diary drives: both, or neither.
    const observe::Diary* diary = nullptr;
    const infer::Comparison* comparison = nullptr;
};

std::string html(const engine::Collection& collection, const Provenance& provenance, const Options& options = {});

}  // namespace nearness::report
