// The sections of the page, each in a file of its name. Every one returns markup; empty when there is nothing to show.
#pragma once

#include "nearness/report/figures.hpp"
#include "nearness/report/report.hpp"
#include "nearness/report/view.hpp"

#include <string>

namespace nearness::report {

std::string brief(const View& view);                            // what one sees, in sentences made from the numbers
std::string timeline(const View& view);                         // the life over time
std::string threat_curves(const View& view, Figures& figures);  // predicted pain over closeness
std::string arms(const View& view, Figures& figures);           // the arms beside each other
std::string disturbance(const View& view);                      // SUD over the sets of EMDR sessions
std::string switches(const View& view, Figures& figures);       // modules knocked out; the typical path
std::string chapter_table(const View& view);                    // the numbers by chapter and arm
// Recorded answers: what was predicted, and how well.
std::string diary(const View& view, const Options& options, Figures& figures);

std::string notes(const View& view, const Options& options);  // what this is not, evidence, help
std::string origin(const View& view, const Provenance& provenance, const Options& options);

}  // namespace nearness::report
