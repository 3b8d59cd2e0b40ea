// The sections of the page, each in a file of its name. Every one returns markup; empty when there is nothing to show.
#pragma once

#include "nearness/engine/scene.hpp"
#include "nearness/report/figures.hpp"
#include "nearness/report/report.hpp"
#include "nearness/report/shown_person.hpp"

#include <string>

namespace nearness::report {

std::string brief(const View& view);                       // what one sees, in sentences made from the numbers
std::string timeline(const View& view, Figures& figures);  // the life over time
// Chosen moments of the first recorded person: of the life as written and of the arm that ends farthest from it.
std::vector<engine::Scene> chosen_scenes(const View& view);
// Inside them, with an account in words.
std::string scenes(const View& view, Figures& figures, const std::vector<engine::Scene>& chosen);
std::string threat_curves(const View& view, Figures& figures);  // predicted pain over closeness
std::string triggers(const View& view, Figures& figures);       // predicted pain with one cue at a time
std::string templates(const View& view, Figures& figures, ShownPerson& person);  // what one person's memory expects
// Closeness against arousal, with the encounters that the page tells.
std::string phase_portrait(const View& view, Figures& figures, ShownPerson& person,
                           const std::vector<engine::Scene>& told);
std::string arms(const View& view, Figures& figures);           // the arms beside each other
std::string disturbance(const View& view, Figures& figures);    // SUD over the sets of EMDR sessions
std::string switches(const View& view, Figures& figures);       // modules knocked out; the typical path
std::string chapter_table(const View& view, Figures& figures);  // the numbers by chapter and arm
// Recorded answers: what was predicted, and how well.
std::string diary(const View& view, const Options& options, Figures& figures);
std::string notes(const View& view);  // what this is not, evidence, help
std::string origin(const View& view, const Provenance& provenance, const Options& options);

}  // namespace nearness::report
