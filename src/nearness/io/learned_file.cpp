#include "nearness/io/learned_file.hpp"

#include "nearness/infer/learning.hpp"
#include "nearness/io/csv_field.hpp"
#include "nearness/memory/learners/learners.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>

namespace nearness::io {

namespace {

using learners::Index;
using learners::Output;

constexpr const char* before_it = "before";
constexpr const char* after_it = "after";

std::string index_of(Index counts, int index, const Words& stimuli) {
    switch (counts) {
        case Index::none: return "";
        case Index::cue:
        case Index::stimulus: return "_" + stimuli[static_cast<std::size_t>(index)];
        case Index::cause: return "_" + std::to_string(index + 1);
        case Index::period:
        case Index::level: return "_" + std::to_string(index);
    }
    return "";
}

void refuse_clashes(Words columns, const std::string& file) {
    std::sort(columns.begin(), columns.end());
    const auto twice = std::adjacent_find(columns.begin(), columns.end());
    if (twice == columns.end()) return;
    throw InputError({{"E0613",
                       {file, 0, 0, 0, {}},
                       fmt::format("two columns of the result would be called `{}`", *twice),
                       "rename a column of the trials: results have names such as prediction, response, weight_A"}});
}

template <learners::Learner L>
typename L::Derived derive(const std::vector<LearnerSetting>& settings, const observe::Trials& trials) {
    try {
        return L::derive(learners::parameters_with<L>(settings), trials.setting());
    } catch (const Bug& limit) {  // what `derive` ensures, users can mend here
        throw InputError({{"E0612",
                           {trials.file, 0, 0, 0, {}},
                           limit.what(),
                           "change what was set, name fewer cues with --cues, or write times in a larger unit"}});
    }
}

template <learners::Learner L>
class Writer {
public:
    Writer(const std::vector<LearnerSetting>& settings, const observe::Trials& trials, const LearnedOptions& options,
           const TakeText& take)
        : derived_(derive<L>(settings, trials)), trials_(trials), options_(options), take_(take) {}

    Learned write() {
        header();
        const auto before = [&](std::size_t row, const typename L::State& state) {
            finite_ = true;
            for (const observe::RowName& name : trials_.names) {
                if (&name != &trials_.names.front()) text_.push_back(',');
                text_.append(csv_field(name.text[row]));
            }
            if (options_.internals) L::show_state(state, derived_, into(before_text_));
        };
        const auto after = [&](std::size_t row, const auto& trial, const auto& predicted, const auto& state) {
            L::show(predicted, derived_, trial, into(text_));
            const auto results = into(text_);
            L::show_state(state, derived_, [&](const Output& output, double value) {
                if (output.result) results(output, value);
            });
            text_.append(before_text_);
            before_text_.clear();
            if (options_.internals) L::show_state(state, derived_, into(text_));
            text_.push_back('\n');
            if (!finite_ && learned_.not_finite++ == 0) learned_.first = row;
            ++rows_;
            return text_.size() < piece || hand_on();
        };
        learned_.whole = infer::learn<L>(trials_, derived_, options_.seed, before, after) && hand_on();
        return learned_;
    }

private:
    static constexpr std::size_t piece = 1U << 16U;

    void header() {
        Words columns;
        for (const observe::RowName& name : trials_.names) columns.push_back(name.column);
        const Words stimuli = trials_.stimuli();
        const auto state = std::make_unique<typename L::State>(L::begin(derived_));
        const learners::Trial<double> trial;
        L::show(L::predict(*state, derived_, trial), derived_, trial,
                [&](const Output& output, double) { columns.push_back(learned_column(output, stimuli)); });
        const auto add_state = [&](bool only_results, std::string_view when) {
            L::show_state(*state, derived_, [&](const Output& output, double) {
                if (!only_results || output.result) columns.push_back(learned_column(output, stimuli, when));
            });
        };
        add_state(true, "");
        if (options_.internals) {
            add_state(false, before_it);
            add_state(false, after_it);
        }
        for (const std::string& column : columns) {
            if (text_.size() > 0) text_.push_back(',');
            text_.append(csv_field(column));
        }
        text_.push_back('\n');
        refuse_clashes(std::move(columns), trials_.file);
    }

    auto into(fmt::memory_buffer& text) {
        return [this, &text](const Output&, double value) {
            finite_ = finite_ && value - value == 0;
            text.push_back(',');
            fmt::format_to(std::back_inserter(text), "{}", value);
        };
    }

    bool hand_on() {
        const bool go_on = take_({text_.data(), text_.size()}, rows_);
        text_.clear();
        return go_on;
    }

    typename L::Derived derived_;
    const observe::Trials& trials_;
    const LearnedOptions& options_;
    const TakeText& take_;
    fmt::memory_buffer text_, before_text_;
    std::size_t rows_ = 0;
    bool finite_ = true;
    Learned learned_;
};

}  // namespace

std::string learned_column(const Output& output, const Words& stimuli, std::string_view when) {
    std::string name(output.name);
    name += index_of(output.first_counts, output.first, stimuli);
    name += index_of(output.second_counts, output.second, stimuli);
    return name + (when.empty() ? "" : "_") + std::string(when);
}

Learned write_learned(const LearnerText& learner, const std::vector<LearnerSetting>& settings,
                      const observe::Trials& trials, const LearnedOptions& options, const TakeText& take) {
    const auto model = learners::find<double>(learner.name);
    ensure(model.has_value(), "a learner that is described can be found");
    return std::visit([&]<class L>(L) { return Writer<L>(settings, trials, options, take).write(); }, *model);
}

}  // namespace nearness::io
