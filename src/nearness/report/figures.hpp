// The figures of a page: they number themselves in the order in which they are added, and their data goes into the page
// once, for the script that draws them (web/). Without a script the words and the tables remain.
#pragma once

#include "nearness/report/data.hpp"
#include "nearness/report/view.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace nearness::report {

struct Figure {
    std::string kind;                                          // what draws it: web/figures/<kind>.ts
    std::string id;                                            // unique on the page; the kind when empty
    std::string title;                                         // plain text, read out in place of the picture
    std::string caption;                                       // html, after "Figure 1."
    std::vector<std::string_view> evidence;                    // rows beside those of its kind (rests_on.hpp)
    std::vector<std::pair<std::string, std::string>> options;  // words that the script needs beside the columns
    std::vector<std::pair<std::string, Data>> data;            // by the name that the script knows it under
};

class Figures {
public:
    // Returns the figure's markup and keeps its data.
    std::string add(const Figure& figure);
    // A table that no picture is drawn from, with its data for the CSV.
    std::string add_table(const Data& data, Narrow narrow);
    // {"looks": […], "figures": {…}, "tables": {…}}; looks are those of arms, which not every page has.
    std::string json(const View& view) const;
    std::string json() const { return json_with({}); }
    bool empty() const { return json_.empty(); }

private:
    std::string json_with(std::string_view looks) const;

    int count_ = 0;
    std::set<std::string> kinds_;  // their evidence stands beside the first figure of each
    std::string json_, tables_;
};

}  // namespace nearness::report
