#include "nearness/report/experiment.hpp"

#include "nearness/io/experiment_columns.hpp"
#include "nearness/io/learner_settings.hpp"
#include "nearness/memory/learners/template_memory.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/figures.hpp"
#include "nearness/report/format.hpp"
#include "nearness/report/page.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nearness::report {

namespace {

using experiment::GroupMeans;
using experiment::Moments;
using experiment::Plan;
using experiment::TrialMean;

constexpr double nothing_there = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t least_of_a_gradient = 3;  // kinds of one phase

const experiment::Group& group_of(const Plan& plan, int group) {
    return plan.design.groups[static_cast<std::size_t>(group)];
}

const experiment::Kind& kind_of(const Plan& plan, int group, const TrialMean& trial) {
    return group_of(plan, group)
        .phases[static_cast<std::size_t>(trial.phase)]
        .kinds[static_cast<std::size_t>(trial.kind)];
}

std::string title_of(const Plan& plan, int learner) {
    return io::learner_text(plan.learners[static_cast<std::size_t>(learner)].name).title;
}

// The place of an output among those of a learner; −1 where it has none of this name.
int output_called(const Plan& plan, int learner, std::string_view name) {
    const std::vector<experiment::Shown> all = experiment::outputs_of(plan, learner);
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const experiment::Shown& one) { return one.output.name == name; });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

const GroupMeans& means_of(const std::vector<GroupMeans>& means, int learner, int group) {
    return *std::find_if(means.begin(), means.end(),
                         [&](const GroupMeans& one) { return one.learner == learner && one.group == group; });
}

double half_width(const Moments& one) { return one.n > 1 ? one.half_width() : nothing_there; }

bool drawn(const Plan& plan) {
    return std::any_of(plan.design.groups.begin(), plan.design.groups.end(), experiment::is_drawn);
}

// Groups below each other, a column a learner.
Data curves_of(const Plan& plan, const std::vector<GroupMeans>& means) {
    const int groups = static_cast<int>(plan.design.groups.size()), learners = static_cast<int>(plan.learners.size());
    std::vector<std::string> series, names, tests;
    std::vector<double> numbers, phases;
    std::vector<std::vector<double>> response(plan.learners.size()), off(plan.learners.size());
    for (int g = 0; g < groups; ++g) {
        // The trials of a group are the same for all learners; their order in the mean, too.
        for (const TrialMean& trial : means_of(means, 0, g).trials) {
            const experiment::Kind& kind = kind_of(plan, g, trial);
            series.push_back(series_of(plan.design, group_of(plan, g), kind));
            names.push_back(group_of(plan, g).name);
            tests.push_back(kind.test ? "yes" : "no");
            numbers.push_back(trial.number.mean);
            phases.push_back(trial.phase + 1);
        }
        for (int l = 0; l < learners; ++l) {
            const auto at = static_cast<std::size_t>(output_called(plan, l, "response"));
            for (const TrialMean& trial : means_of(means, l, g).trials) {
                response[static_cast<std::size_t>(l)].push_back(trial.outputs[at].mean);
                off[static_cast<std::size_t>(l)].push_back(half_width(trial.outputs[at]));
            }
        }
    }
    Data data("responses", "Responses trial by trial");
    data.words("series", "group and cues", series)
        .words("group", "group", names)
        .words("test", "whether nothing is learned on it", tests)
        .numbers("trial", "1", "place in its group, mean over subjects", numbers, drawn(plan) ? 1 : 0)
        .numbers("phase", "1", "number in its group", phases, 0);
    for (int l = 0; l < learners; ++l) {
        const std::string title = title_of(plan, l);
        data.numbers(title, "1", "response, mean over subjects", response[static_cast<std::size_t>(l)]);
        if (plan.subjects > 1) {
            data.margin("± " + title, "half of the 95 % interval of the mean", off[static_cast<std::size_t>(l)]);
        }
    }
    return data;
}

Data learners_of(const Plan& plan) {
    std::vector<std::string> titles, says;
    for (std::size_t l = 0; l < plan.learners.size(); ++l) {
        titles.push_back(title_of(plan, static_cast<int>(l)));
        const experiment::LearnerChoice& choice = plan.learners[l];
        says.emplace_back(
            choice.values.empty() && choice.form_values.empty()
                ? "default parameters"
                : counted(choice.values.size() + choice.form_values.size(), "parameter set", "parameters set"));
        if (!choice.spreads.empty()) says.back() += ", differing between subjects";
    }
    Data data("learners", "Learners");
    data.words("learner", "learner", titles).words("verdict", "parameters", says);
    return data;
}

Figure responses(const Plan& plan, const std::vector<GroupMeans>& means) {
    Figure figure;
    figure.kind = "learning-curves";
    figure.id = "responses";
    figure.title = "Responses trial by trial";
    figure.caption =
        "Simulated; nothing was fitted. The learner’s response before the outcome of each trial. Lines are cues of a "
        "group, strips and numbers its phases, filled markers test trials.";
    if (plan.subjects > 1) {
        figure.caption +=
            fmt::format(" Means of {} simulated subjects; bands are 95 % intervals of the mean.", plan.subjects);
    }
    figure.data = {{"learners", learners_of(plan)}, {"curves", curves_of(plan, means)}};
    return figure;
}

// Templates keep number 0 for what resembles none of them; other learners count their causes from 0.
std::string cause_called(const Plan& plan, int learner, int number) {
    if (plan.learners[static_cast<std::size_t>(learner)].name != learners::TemplateMemory<double>::name) {
        return "cause " + std::to_string(number + 1);
    }
    return number == 0 ? "no template yet" : "template " + std::to_string(number);
}

// Learners that believe in causes: how likely each is before the outcome.
std::string beliefs(const Plan& plan, const std::vector<GroupMeans>& means, Figures& figures) {
    std::vector<std::string> panels;
    std::vector<std::string> causes;
    std::vector<double> trials, phases, belief;
    for (const GroupMeans& one : means) {
        const std::vector<experiment::Shown> all = experiment::outputs_of(plan, one.learner);
        for (std::size_t o = 0; o < all.size(); ++o) {
            const learners::Output& output = all[o].output;
            if (output.name != "belief" || all[o].when != experiment::When::trial) continue;
            const bool met = std::any_of(one.trials.begin(), one.trials.end(),
                                         [&](const TrialMean& trial) { return trial.outputs[o].mean > 0.01; });
            if (!met) continue;
            for (const TrialMean& trial : one.trials) {
                panels.push_back(title_of(plan, one.learner) +
                                 (plan.design.groups.size() > 1 ? ": " + group_of(plan, one.group).name : ""));
                trials.push_back(trial.number.mean);
                phases.push_back(trial.phase + 1);
                causes.push_back(cause_called(plan, one.learner, output.first));
                belief.push_back(trial.outputs[o].mean);
            }
        }
    }
    if (panels.empty()) return {};
    Data data("beliefs", "How likely each cause is before the outcome");
    data.words("panel", "learner and group", panels)
        .words("cause", "cause, in the order in which the learner met them", causes)
        .numbers("trial", "1", "place in its group", trials, 1)
        .numbers("phase", "1", "number in its group", phases, 0)
        .numbers("belief", "1", "how likely the cause is, mean over subjects", belief);
    Figure figure;
    figure.kind = "cause-beliefs";
    figure.title = "Which cause a learner believes in, trial by trial";
    figure.caption =
        "Simulated. Before each outcome, how likely the learner holds each of its causes to be at work. What was "
        "learned "
        "under one cause stays while another is believed in; that is how such learners explain return. Causes are "
        "numbered "
        "in the order in which a subject met them, so that with drawn orders number 1 of two subjects can be two "
        "different "
        "ones. Those that never reach 0.01 are left out.";
    figure.data = {{"beliefs", data}};
    return figures.add(figure);
}

// Test phases with several kinds: responses side by side, in the order in which the design writes the kinds.
std::string gradients(const Plan& plan, const std::vector<GroupMeans>& means, Figures& figures) {
    std::vector<std::string> panels, groups, kinds;
    std::vector<double> places, response, off;
    for (const GroupMeans& one : means) {
        const auto at = static_cast<std::size_t>(output_called(plan, one.learner, "response"));
        const std::vector<experiment::Phase>& phases = group_of(plan, one.group).phases;
        for (std::size_t p = 0; p < phases.size(); ++p) {
            const bool all_test = std::all_of(phases[p].kinds.begin(), phases[p].kinds.end(),
                                              [](const experiment::Kind& kind) { return kind.test; });
            if (!all_test || phases[p].kinds.size() < least_of_a_gradient) continue;
            for (std::size_t k = 0; k < phases[p].kinds.size(); ++k) {
                double sum = 0, squares = 0, n = 0;
                for (const TrialMean& trial : one.trials) {
                    if (trial.phase != static_cast<int>(p) || trial.kind != static_cast<int>(k)) continue;
                    sum += trial.outputs[at].mean;
                    squares += half_width(trial.outputs[at]);
                    ++n;
                }
                if (n == 0) continue;
                panels.push_back(title_of(plan, one.learner));
                groups.push_back(group_of(plan, one.group).name +
                                 (phases.size() > 1 ? ", phase " + std::to_string(p + 1) : ""));
                kinds.push_back(written(phases[p].kinds[k]));
                places.push_back(static_cast<double>(k + 1));
                response.push_back(sum / n);
                off.push_back(squares / n);
            }
        }
    }
    if (panels.empty()) return {};
    Data data("gradients", "Responses to the kinds of a test");
    data.words("learner", "learner", panels)
        .words("group", "group and phase", groups)
        .words("kind", "kind of test trial", kinds)
        .numbers("place", "1", "in the order of the design", places, 0)
        .numbers("response", "1", "mean of its trials and subjects", response);
    if (plan.subjects > 1) data.margin("off", "half of the 95 % interval of a trial’s mean", off);
    Figure figure;
    figure.kind = "gradients";
    figure.title = "Responses to the kinds of a test";
    figure.caption =
        "Simulated. Test trials of one phase side by side, in the order in which the design writes them: where "
        "neighbours "
        "share elements, a gradient of generalisation.";
    figure.data = {{"gradients", data}};
    return figures.add(figure);
}

std::string designs(const Plan& plan) {
    std::string out = "<dl class=\"terms\">\n";
    for (const experiment::Group& group : plan.design.groups) {
        out += fmt::format("<dt>{}</dt><dd><code>{}</code></dd>\n", escape(group.name),
                           escape(experiment::written(group.phases)));
    }
    return out + "</dl>\n";
}

}  // namespace

std::string series_of(const experiment::Design& design, const experiment::Group& group, const experiment::Kind& kind) {
    experiment::Kind cues = kind;
    cues.test = false;
    for (auto& period : cues.periods) {
        std::erase_if(period, [&](const experiment::Element& one) {
            return std::find(design.outcomes.begin(), design.outcomes.end(), one.stimulus) != design.outcomes.end();
        });
    }
    std::erase_if(cues.periods, [](const auto& period) { return period.empty(); });
    const std::string name = cues.periods.empty() ? "outcome alone" : written(cues);
    return design.groups.size() > 1 ? group.name + ": " + name : name;
}

std::string experiment_page(const Plan& plan, const std::vector<GroupMeans>& means, const io::Provenance& provenance) {
    ensure(!means.empty(), "an experiment has learners and groups");
    const std::string title = plan.title.empty() ? "An experiment" : plan.title;
    Figures figures;
    Page page;
    page.title = title + " – nearness";
    page.provenance = fmt::format("nearness {}, seed {}; simulated", provenance.version, provenance.seed);
    page.header = fmt::format(
        "<h1 dir=\"auto\">{}</h1>\n<p class=\"facts\">{} · {} · {} in each group · seed {} · simulated, about nobody "
        "real</p>\n",
        escape(title), counted(plan.learners.size(), "learner", "learners"),
        counted(plan.design.groups.size(), "group", "groups"),
        counted(static_cast<std::size_t>(plan.subjects), "subject", "subjects"), plan.seed);
    if (!plan.description.empty()) {
        page.header += fmt::format("<p class=\"lead\" dir=\"auto\">{}</p>\n", with_code(escape(plan.description)));
    }
    page.main = section("design", "The design", designs(plan));
    page.main += section("responses-section", "Responses", figures.add(responses(plan, means)));
    if (const std::string html = beliefs(plan, means, figures); !html.empty()) {
        page.main += section("causes", "Causes", html);
    }
    if (const std::string html = gradients(plan, means, figures); !html.empty()) {
        page.main += section("tests", "Tests side by side", html);
    }
    page.data = figures.json();
    page.footer = fmt::format(
        "<p class=\"small\">nearness {}, seed {}. The same program, experiment and seed give this "
        "page byte for byte.</p>\n",
        escape(provenance.version), provenance.seed);
    page.footer += folded("The experiment as read", "<pre dir=\"auto\" tabindex=\"0\"><code>" +
                                                        escape(provenance.scenario_text) + "</code></pre>\n");
    return html_of(page);
}

}  // namespace nearness::report
