#include "nearness/io/learner_settings.hpp"

#include "nearness/io/number.hpp"
#include "nearness/io/scenario_parameters.hpp"
#include "nearness/memory/learners/learners.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace nearness::io {

namespace {

// "α_min" as "alpha_min", "σ²" as "sigma2".
std::string spelt_out(std::string_view symbol) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 18> letters = {{{"α", "alpha"},
                                                                                               {"β", "beta"},
                                                                                               {"γ", "gamma"},
                                                                                               {"δ", "delta"},
                                                                                               {"ε", "epsilon"},
                                                                                               {"ζ", "zeta"},
                                                                                               {"η", "eta"},
                                                                                               {"θ", "theta"},
                                                                                               {"ι", "iota"},
                                                                                               {"κ", "kappa"},
                                                                                               {"λ", "lambda"},
                                                                                               {"μ", "mu"},
                                                                                               {"ρ", "rho"},
                                                                                               {"σ", "sigma"},
                                                                                               {"τ", "tau"},
                                                                                               {"ψ", "psi"},
                                                                                               {"ω", "omega"},
                                                                                               {"²", "2"}}};
    std::string out;
    while (!symbol.empty()) {
        const auto letter = std::find_if(letters.begin(), letters.end(),
                                         [&](const auto& one) { return symbol.starts_with(one.first); });
        out += letter == letters.end() ? symbol.substr(0, 1) : letter->second;
        symbol.remove_prefix(letter == letters.end() ? 1 : letter->first.size());
    }
    return out;
}

void keep_distinct_outputs(std::vector<learners::Output>& outputs, const learners::Output& output) {
    const auto same = [&](const learners::Output& one) { return one.name == output.name; };
    if (std::none_of(outputs.begin(), outputs.end(), same)) outputs.push_back(output);
}

template <learners::Learner L>
LearnerText text_of() {
    LearnerText text{std::string(L::name), std::string(L::title), learners::accepts_of<L>(), {}, {}, {}};
    const typename L::Parameters parameters;
    L::Parameters::describe(parameters, [&]<class Value>(const Field& field, const Value& value) {
        const std::string_view key = field.key;
        text.fields.push_back({field,
                               requires { value.of; },
                               {
        std::string(key), std::string(key.substr(key.find('.') + 1)), spelt_out(field.symbol)}
});
});
for (LearnerField& one : text.fields) {
    const auto also = [&](const LearnerField& other) {
        return std::find(other.names.begin(), other.names.end(), one.names.back()) != other.names.end();
    };
    const bool shared = std::count_if(text.fields.begin(), text.fields.end(), also) > 1;
    if (shared || one.names.back().empty() || one.names.back() == one.names[1]) one.names.pop_back();
}
const learners::Setting setting;
const auto derived = L::derive(parameters, setting);
const auto state = std::make_unique<typename L::State>(L::begin(derived));
const auto trial = learners::Trial<double>::of(
    setting, 0, [](int) { return 1.0; }, [](int) { return 1.0; });
const auto take = [&](std::vector<learners::Output>& outputs) {
    return [&outputs](const learners::Output& output, double) { keep_distinct_outputs(outputs, output); };
};
L::show(L::predict(*state, derived, trial), derived, trial, take(text.outputs));
L::show_state(*state, derived, take(text.internals));
return text;
}

}  // namespace

const std::vector<LearnerText>& learner_texts() {
    static const std::vector<LearnerText> texts = [] {
        std::vector<LearnerText> all;
        learners::each_learner<double>([&]<class L>(L) { all.push_back(text_of<L>()); });
        return all;
    }();
    return texts;
}

Words learner_names() {
    Words names;
    for (const LearnerText& one : learner_texts()) names.push_back(one.name);
    return names;
}

const LearnerText& learner_text(const std::string& name) {
    Words names;
    for (const LearnerText& one : learner_texts()) {
        if (one.name == name) return one;
        names.push_back(one.name);
    }
    throw InputError({{"E0611", {}, "there is no learner `" + name + "`", suggestion(name, names)}});
}

std::variant<MeantParameter, Misread> parameter_called(const LearnerText& learner, std::string_view key,
                                                       const Words& stimuli) {
    for (std::size_t i = 0; i < learner.fields.size(); ++i) {
        for (const std::string& name : learner.fields[i].names) {
            if (key == name) return MeantParameter{i};
        }
    }
    for (std::size_t i = 0; i < learner.fields.size(); ++i) {
        for (const std::string& name : learner.fields[i].names) {
            if (!key.starts_with(name + ".")) continue;
            const std::string stimulus(key.substr(name.size() + 1));
            const auto at = std::find(stimuli.begin(), stimuli.end(), stimulus);
            if (!learner.fields[i].per_stimulus) {
                return Misread{fmt::format("`{}` is one number for all stimuli", name), "leave out what follows"};
            }
            if (at != stimuli.end()) return MeantParameter{i, static_cast<int>(at - stimuli.begin())};
            return Misread{fmt::format("`{}` is no cue or outcome of the trials", stimulus),
                           suggestion(stimulus, stimuli)};
        }
    }
    Words all, short_names;
    for (const LearnerField& one : learner.fields) {
        all.insert(all.end(), one.names.begin(), one.names.end());
        short_names.push_back(one.names[1]);
    }
    const std::string near = nearest(key, all);
    std::string remedy = near.empty() ? "" : fmt::format("did you mean `{}`?   ", near);
    remedy += "accepted:";
    for (const std::string& name : short_names) remedy += (name == short_names.front() ? " " : ", ") + name;
    return Misread{fmt::format("{} has no parameter `{}`", learner.name, key), remedy};
}

std::vector<LearnerSetting> read_learner_settings(const LearnerText& learner, const std::vector<std::string>& set,
                                                  const Words& stimuli, Report& report) {
    std::vector<LearnerSetting> settings;
    for (std::size_t i = 0; i < set.size(); ++i) {
        const Spot spot{0, 0, 0, static_cast<int>(i)};
        const std::size_t equals = set[i].find('=');
        const std::string key(trimmed(std::string_view(set[i]).substr(0, equals)));
        if (equals == std::string::npos || key.empty()) {
            report.add("E0002", spot, "this is not key=value",
                       fmt::format("for example --set {}={}", learner.fields.front().names[1],
                                   shortest(learner.fields.front().field.standard)));
            continue;
        }
        const auto called = parameter_called(learner, key, stimuli);
        if (const auto* misread = std::get_if<Misread>(&called)) {
            report.add("E0002", spot, misread->message, misread->remedy);
            continue;
        }
        const auto* meant = std::get_if<MeantParameter>(&called);
        const Field& field = learner.fields[meant->field].field;
        Node table;
        table.set(std::string(field.key), spot,
                  parse_toml_value(trimmed(std::string_view(set[i]).substr(equals + 1)), static_cast<int>(i)));
        if (const auto value = read_value(Fields(table, learner.name, report), field)) {
            settings.push_back({meant->field, meant->stimulus, *value});
        }
    }
    return settings;
}

}  // namespace nearness::io
