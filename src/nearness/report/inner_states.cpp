// What goes on beneath: trust and guard, the wish beside what is felt, and reported beside bodily threat.
#include "nearness/report/timeline.hpp"

#include <fmt/format.h>

namespace nearness::report {

namespace {

struct Panel {
    std::string id, heading;
    std::vector<Line> lines;
};

const std::vector<Panel>& panels() {
    using Row = engine::MomentRow;
    static const std::vector<Panel> all = {
        {"parts",
         "Trust and guard",
         {{"trust", "how far protectors stand back", [](const Row& row) { return row.trust; }},
          {"guard", "how much earlier the alarm rings", [](const Row& row) { return row.guard; }}}},
        {"closeness",
         "Wished for and felt",
         {{"wish", "drive towards closeness as an encounter begins", [](const Row& row) { return row.meeting.wish; }},
          {"felt", "what arrives of it", [](const Row& row) { return row.meeting.felt; }}}},
        {"threat",
         "Bodily and reported threat",
         {{"bodily", "the pain that the body predicts at the peak of an encounter",
           [](const Row& row) { return row.meeting.bodily; }},
          {"reported", "what the person would say they expect there",
           [](const Row& row) { return row.meeting.reported; }}}},
    };
    return all;
}

std::string caption(const Timeline& timeline) {
    std::string out = fmt::format(
        "Simulated; {}. <strong>Trust and guard.</strong> The higher the trust, the less a protector does when the "
        "alarm rings; the higher the guard, the earlier it rings. Sessions with the parts raise trust, pain and "
        "betrayal lower it; pressure, pursuit and stress raise guard, which fades again. <strong>Wished for and "
        "felt.</strong> The wish grows with need and with care for the other; neither enters the alarm. Where it stays "
        "above what is felt, closeness is wanted and kept off at the same time. <strong>Bodily and reported "
        "threat.</strong> What the body predicts at the peak of an encounter, and what the person would say: insight "
        "moves the answer towards how this other has been of late, and leaves the body’s prediction as it is. Where "
        "the lines part, someone knows better than their body does. That understanding does not reach the body is "
        "contested. ",
        over_whom(timeline.view));
    if (timeline.bands()) out += "Bands hold the middle 80 % of the lives. ";
    out += "Each point averages " + averaged(timeline) + ".";
    if (timeline.arms.size() > 1) {
        out += " Small: the other arms on the last axis, from where they depart, with the life as written in grey.";
    }
    return out;
}

}  // namespace

std::string inner_states_figure(const Timeline& timeline, Figures& figures) {
    Figure figure;
    figure.kind = "inner-states";
    figure.title = "Trust and guard, wish and felt closeness, bodily and reported threat over a life";
    figure.caption = caption(timeline);
    for (const Panel& panel : panels()) {
        figure.options.emplace_back(panel.id, panel.heading);
        figure.data.emplace_back(
            panel.id, points(timeline, timeline.arms, Data("inner-" + panel.id, panel.heading + ", recorded lives"),
                             panel.lines, Spreads::middle));
    }
    return figures.add(figure);
}

}  // namespace nearness::report
