#include "nearness/io/experiment_csv.hpp"

#include "nearness/io/csv_field.hpp"
#include "nearness/io/output_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <iterator>
#include <utility>

namespace nearness::io {

namespace {

void put_number(fmt::memory_buffer& text, double value) {
    text.push_back(',');
    if (std::isinf(value)) fmt::format_to(std::back_inserter(text), "{}Inf", value < 0 ? "-" : "");
    if (std::isfinite(value)) fmt::format_to(std::back_inserter(text), "{}", value);
}

}  // namespace

TrialsFile::TrialsFile(std::filesystem::path path, const experiment::Plan& plan)
    : path_(std::move(path)), plan_(plan), columns_(all_columns(plan)) {
    for (int learner = 0; learner < static_cast<int>(plan.learners.size()); ++learner) {
        std::vector<std::size_t>& places = place_.emplace_back();
        for (const ExperimentColumn& one : columns_of(plan, learner)) {
            const auto at = std::find(columns_.begin(), columns_.end(), one.name);
            places.push_back(static_cast<std::size_t>(at - columns_.begin()));
        }
    }
    file_ = std::fopen(path_.c_str(), "wb");
    if (file_ == nullptr) throw_cannot_write(path_, std::strerror(errno));
    std::string header = "learner,group,subject,phase,trial,kind,repetition,block,test,time";
    for (const std::string& stimulus : plan.design.stimuli()) header += ',' + csv_field("present_" + stimulus);
    for (const std::string& column : columns_) header += ',' + csv_field(column);
    put(header + '\n');
}

TrialsFile::~TrialsFile() {
    if (file_ != nullptr) std::fclose(file_);
}

void TrialsFile::add(const experiment::Course& course) {
    const auto learner = static_cast<std::size_t>(course.learner);
    const experiment::Group& group = plan_.design.groups[static_cast<std::size_t>(course.group)];
    const int stimuli = plan_.design.setting().stimuli();
    fmt::memory_buffer text;
    std::vector<double> row(columns_.size());
    for (std::size_t t = 0; t < course.steps->size(); ++t) {
        const experiment::Step& step = (*course.steps)[t];
        const std::string kind = name_of_kind(plan_, course.group, step.phase, step.kind);
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{},{},{},{},{}", plan_.learners[learner].name,
                       csv_field(group.name), course.subject + 1, step.phase + 1, t + 1, csv_field(kind),
                       step.repetition + 1, step.block + 1, step.trial.learning ? 0 : 1);
        put_number(text, step.trial.time);
        for (int i = 0; i < stimuli; ++i) put_number(text, step.trial.value[static_cast<std::size_t>(i)]);
        std::fill(row.begin(), row.end(), std::nan(""));
        for (std::size_t o = 0; o < place_[learner].size(); ++o) row[place_[learner][o]] = course.number(t, o);
        for (const double value : row) put_number(text, value);
        text.push_back('\n');
    }
    put({text.data(), text.size()});
}

void TrialsFile::put(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) throw_cannot_write(path_, std::strerror(errno));
}

void TrialsFile::close() {
    const int failed = std::fclose(std::exchange(file_, nullptr));
    if (failed != 0) throw_cannot_write(path_, std::strerror(errno));
}

std::string means_csv(const experiment::Plan& plan, const std::vector<experiment::GroupMeans>& means) {
    fmt::memory_buffer text;
    fmt::format_to(std::back_inserter(text), "learner,group,phase,kind,repetition,trial,time,subjects");
    for (const char* name : {"prediction", "response"}) {
        fmt::format_to(std::back_inserter(text), ",{0}_mean,{0}_sd,{0}_low,{0}_high", name);
    }
    text.push_back('\n');
    for (const experiment::GroupMeans& group : means) {
        for (const experiment::TrialMean& trial : group.trials) {
            const experiment::Group& of = plan.design.groups[static_cast<std::size_t>(group.group)];
            fmt::format_to(std::back_inserter(text), "{},{},{},{},{}",
                           plan.learners[static_cast<std::size_t>(group.learner)].name, csv_field(of.name),
                           trial.phase + 1, csv_field(name_of_kind(plan, group.group, trial.phase, trial.kind)),
                           trial.repetition + 1);
            put_number(text, trial.number.mean);
            put_number(text, trial.time.mean);
            fmt::format_to(std::back_inserter(text), ",{}", trial.number.n);
            for (const std::size_t output : {std::size_t{0}, std::size_t{1}}) {  // prediction, response
                const experiment::Moments& one = trial.outputs[output];
                put_number(text, one.mean);
                put_number(text, one.standard_deviation());
                put_number(text, one.mean - one.half_width());
                put_number(text, one.mean + one.half_width());
            }
            text.push_back('\n');
        }
    }
    return {text.data(), text.size()};
}

}  // namespace nearness::io
