// Running a plan: persons in parallel, results in person order.
//
// The same bytes come out for any number of threads and any chunk size: every draw is addressed by what it is for
// (random/stream.hpp), persons share nothing, and results are handed over in order by the calling thread alone.
// CHECKED tests/engine/ensemble_test.cpp.
#pragma once

#include "nearness/engine/recorder.hpp"

#include <functional>

namespace nearness::engine {

struct RunOptions {
    int threads = 0;               // 0: as many as the machine has
    int chunk = math::group_size;  // persons a thread takes at a time; a group lives faster side by side
    std::function<void(int done, int total)> progress;
    const std::atomic<bool>* cancel = nullptr;  // set from outside: stop soon, in the middle of a life
};

// The lives of one person in every arm, or of a group of persons (this one and the next) side by side. Chapters that an
// arm shares with the first are lived once. The same numbers either way. Throws Cancelled soon after `cancel` is set.
PersonResult live_person(const RunPlan& plan, const std::vector<life::Prepared>& prepared, int person,
                         const std::atomic<bool>* cancel = nullptr);
std::array<PersonResult, math::group_size> live_group(const RunPlan& plan, const std::vector<life::Prepared>& prepared,
                                                      int first, const std::atomic<bool>* cancel = nullptr);

std::vector<life::Prepared> prepare(const RunPlan& plan);

// Hands every person's result to `receive`, in person order, on the calling thread. Returns false when cancelled; what
// was received until then is complete. Exceptions of workers or of `receive` end the run and are thrown here.
bool run(const RunPlan& plan, const RunOptions& options, const std::function<void(PersonResult&&)>& receive);

}  // namespace nearness::engine
