// Living all persons of a plan into a folder, with a progress bar, until a signal.
#pragma once

#include "cli/results.hpp"

#include <atomic>

namespace nearness::cli {

// From here on SIGINT, SIGTERM and SIGHUP end a run instead of the program.
void catch_signals();

// Whether one has come.
bool interrupted();
// The same to look at from other threads.
const std::atomic<bool>& interruption();

// Lives everybody and completes the files, still under temporary names. False when interrupted, which is then said.
bool live(const Loaded& loaded, const Options& options, Results& results);

}  // namespace nearness::cli
