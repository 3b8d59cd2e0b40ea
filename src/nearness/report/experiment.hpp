// One self-contained page about an experiment: curves of responses, beliefs in causes, gradients at test.
#pragma once

#include "nearness/experiment/means.hpp"
#include "nearness/io/provenance.hpp"

#include <string>
#include <vector>

namespace nearness::report {

std::string experiment_page(const experiment::Plan& plan, const std::vector<experiment::GroupMeans>& means,
                            const io::Provenance& provenance);

// A cue compound as a line of a picture is called: contexts and cues, without outcome, count and test; the group before
// it, where there are several.
std::string series_of(const experiment::Design& design, const experiment::Group& group, const experiment::Kind& kind);

}  // namespace nearness::report
