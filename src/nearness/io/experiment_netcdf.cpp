#include "nearness/io/experiment_netcdf.hpp"

#include "nearness/io/learner_settings.hpp"
#include "nearness/io/netcdf_file.hpp"
#include "nearness/io/netcdf_guard.hpp"

#include <functional>

namespace nearness::io {

namespace {

// Numbers of a trial that say what it was, not what a learner made of it.
struct TrialColumn {
    const char* name;
    const char* says;
    double (*of)(const experiment::Step&);
};
constexpr TrialColumn trial_columns[] = {
    {"phase", "number of the phase, from 1", [](const experiment::Step& step) { return step.phase + 1.0; }},
    {"kind", "number of the kind of trials in its phase, from 1; attribute kinds of the group names them",
     [](const experiment::Step& step) { return step.kind + 1.0; }},
    {"repetition", "number of the trial among its kind in the phase, from 1",
     [](const experiment::Step& step) { return step.repetition + 1.0; }},
    {"block", "number of the block in the phase, from 1",
     [](const experiment::Step& step) { return step.block + 1.0; }},
    {"test", "1 for a trial that changes nothing",
     [](const experiment::Step& step) { return step.trial.learning ? 0.0 : 1.0; }},
    {"time", "when the trial was, in the learner's unit", [](const experiment::Step& step) { return step.trial.time; }},
};

}  // namespace

class ExperimentFile::Writer {
public:
    Writer(const std::string& path, const experiment::Plan& plan, const Provenance& provenance)
        : plan_(plan), file_(NetcdfFile::create(path)) {
        const netCDF::NcGroup root = file_.root();
        root.putAtt("title", plan.title);
        root.putAtt("what_this_is", what_this_is);
        root.putAtt("source", "nearness " + provenance.version);
        root.putAtt("seed", std::to_string(plan.seed));
        root.putAtt("experiment", provenance.scenario_text);
        root.putAtt("time_unit_in_seconds", netCDF::ncDouble, plan.timing.unit);
    }

    void add(const experiment::Course& course) {
        if (course.learner != learner_ || course.group != group_) begin(course);
        const std::size_t trials = course.steps->size();
        if (trials == 0) return;
        row_.resize(trials);
        std::size_t variable = 0;
        const auto put = [&](const std::function<double(std::size_t)>& of) {
            for (std::size_t t = 0; t < trials; ++t) row_[t] = of(t);
            variables_[variable++].putVar({static_cast<std::size_t>(course.subject), 0}, {1, trials}, row_.data());
        };
        const std::vector<experiment::Step>& steps = *course.steps;
        for (const TrialColumn& column : trial_columns) put([&](std::size_t t) { return column.of(steps[t]); });
        for (int i = 0; i < plan_.design.setting().stimuli(); ++i) {
            put([&](std::size_t t) { return steps[t].trial.value[static_cast<std::size_t>(i)]; });
        }
        for (std::size_t o = 0; o < outputs_; ++o) put([&](std::size_t t) { return course.number(t, o); });
        for (const experiment::Drawn& drawn : course.drawn) {
            variables_[variable++].putVar({static_cast<std::size_t>(course.subject)}, drawn.value);
        }
    }

    void close() { file_.close(); }

private:
    void begin(const experiment::Course& course) {
        const experiment::LearnerChoice& choice = plan_.learners[static_cast<std::size_t>(course.learner)];
        if (course.learner != learner_) {
            of_learner_ = file_.root().addGroup(choice.name);
            of_learner_.putAtt("title", learner_text(choice.name).title);
        }
        learner_ = course.learner;
        group_ = course.group;
        const experiment::Group& group = plan_.design.groups[static_cast<std::size_t>(group_)];
        const netCDF::NcGroup here = of_learner_.addGroup(group.name);
        here.putAtt("design", experiment::written(group.phases));
        std::string kinds;
        for (std::size_t p = 0; p < group.phases.size(); ++p) {
            for (std::size_t k = 0; k < group.phases[p].kinds.size(); ++k) {
                kinds += (kinds.empty() ? "" : "; ") + std::to_string(p + 1) + "." + std::to_string(k + 1) + " " +
                         experiment::written(group.phases[p].kinds[k]);
            }
        }
        here.putAtt("kinds", kinds);
        variables_.clear();
        if (course.steps->empty()) return;
        const netCDF::NcDim subject = here.addDim("subject", static_cast<std::size_t>(plan_.subjects));
        const netCDF::NcDim trial = here.addDim("trial", course.steps->size());
        const auto add = [&](const std::string& name, const std::string& says, const std::string& units,
                             const std::vector<netCDF::NcDim>& dimensions) -> netCDF::NcVar& {
            variables_.push_back(here.addVar(name, netCDF::ncDouble, dimensions));
            variables_.back().putAtt("long_name", says);
            variables_.back().putAtt("units", units);
            return variables_.back();
        };
        const std::vector<netCDF::NcDim> both = {subject, trial};
        for (const TrialColumn& column : trial_columns) add(column.name, column.says, "1", both);
        for (const std::string& stimulus : plan_.design.stimuli()) {
            add("present_" + stimulus, "intensity of " + stimulus + " in the trial, 0 where it was not there", "1",
                both);
        }
        const std::vector<ExperimentColumn> columns = columns_of(plan_, learner_);
        outputs_ = columns.size();
        for (const ExperimentColumn& column : columns) {
            netCDF::NcVar& variable = add(column.name, std::string(column.shown.output.says), "1", both);
            if (!column.shown.output.symbol.empty()) {
                variable.putAtt("symbol", std::string(column.shown.output.symbol));
            }
        }
        for (const experiment::Drawn& drawn : course.drawn) {
            const Field& field = learner_text(choice.name).fields[drawn.field].field;
            std::string name = "parameter_" + std::string(field.key.substr(field.key.find('.') + 1));
            add(name, std::string(field.says), field.unit.empty() ? "1" : std::string(field.unit), {subject});
        }
    }

    const experiment::Plan& plan_;
    NetcdfFile file_;
    netCDF::NcGroup of_learner_;
    int learner_ = -1, group_ = -1;
    std::size_t outputs_ = 0;
    std::vector<netCDF::NcVar> variables_;
    std::vector<double> row_;
};

ExperimentFile::ExperimentFile(std::filesystem::path path, const experiment::Plan& plan, const Provenance& provenance)
    : path_(std::move(path)) {
    guarded(path_, [&] { writer_ = std::make_unique<Writer>(path_.string(), plan, provenance); });
}

ExperimentFile::~ExperimentFile() = default;

void ExperimentFile::add(const experiment::Course& course) {
    guarded(path_, [&] { writer_->add(course); });
}

void ExperimentFile::close() {
    guarded(path_, [&] { writer_->close(); });
}

}  // namespace nearness::io
