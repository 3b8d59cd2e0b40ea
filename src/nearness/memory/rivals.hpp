// What can take the place of the templates in a life: learners, and stand-ins that are no learners (stand_ins/stand_in.hpp);
// and why the other learners cannot.
//
// A learner fits where it takes graded cues and a graded outcome, tells cues apart, and goes on for as many moments as a
// life has. The numbers of the closed set are those of `memory.learner`: append only.
#pragma once

#include "nearness/base/ages.hpp"
#include "nearness/base/field.hpp"
#include "nearness/memory/learners/hybrid_pearce_hall.hpp"
#include "nearness/memory/learners/kalman_filter.hpp"
#include "nearness/memory/learners/pearce_hall.hpp"
#include "nearness/memory/learners/rescorla_wagner.hpp"
#include "nearness/memory/learners/soft_memory_modification.hpp"
#include "nearness/memory/learners/template_memory.hpp"
#include "nearness/memory/learners/temporal_difference.hpp"
#include "nearness/memory/stand_ins/autoregression.hpp"
#include "nearness/memory/stand_ins/couple_response.hpp"
#include "nearness/memory/stand_ins/fixed_trait.hpp"
#include "nearness/memory/stand_ins/null_persons.hpp"
#include "nearness/memory/stand_ins/set_goal.hpp"
#include "nearness/memory/stand_ins/two_process_life.hpp"

#include <tuple>
#include <vector>

namespace nearness::memory {

template <class Real>
using Rivals =
    std::tuple<learners::RescorlaWagner<Real>, learners::PearceHall<Real>, learners::HybridPearceHall<Real>,
               learners::KalmanFilter<Real>, learners::TemporalDifference<Real>, learners::SoftMemoryModification<Real>,
               learners::TemplateMemory<Real>, stand_ins::NoAlarm<Real>, stand_ins::ConstantAlarm<Real>,
               stand_ins::RandomActivation<Real>, stand_ins::TwoProcessLife<Real>, stand_ins::FixedTrait<Real>,
               stand_ins::SetGoal<Real>, stand_ins::CoupleResponse<Real>, stand_ins::Autoregression<Real>>;

inline constexpr std::string_view the_templates = "templates";
inline constexpr std::string_view learner_key = "memory.learner";
inline constexpr std::string_view learns_until_key = "memory.learns_until";

// Learners that a life has no use for.
struct Unfit {
    std::string_view name, why;
};
inline constexpr std::array<Unfit, 5> unfit_learners = {{
    {"mackintosh",
     "each cue learns the whole outcome by itself, and cues that always come together would predict it many times "
     "over"},
    {"latent-causes", "its cues are there or not, and those of an encounter come in degrees"},
    {"latent-cause-particles", "its cues are there or not, and those of an encounter come in degrees"},
    {"memory-modification",
     "it remembers at most 2,048 trials, and a life has more; soft-memory-modification is its form without that limit"},
    {"hierarchical-gaussian-filter", "it does not tell cues apart, so that closeness would change nothing"},
}};

// Calls visit(learner, number) for every one; the templates themselves are number 0.
template <class Real, class Visit>
void each_rival(Visit&& visit) {
    const auto all = [&]<class... L>(std::tuple<L...>*) {
        int number = 0;
        (visit(L{}, ++number), ...);
    };
    all(static_cast<Rivals<Real>*>(nullptr));
}

// The number of the one with this name, 0 (the templates) where none has it.
inline int number_of(std::string_view name) {
    int found = 0;
    each_rival<double>([&](const auto& rival, int number) {
        if (rival.name == name) found = number;
    });
    return found;
}

// A parameter of a learner that is not at its default.
struct RivalSetting {
    std::string_view key;  // of its Field
    double value = 0;
    bool operator==(const RivalSetting&) const = default;
};

inline constexpr double never = 120 * days_per_year;  // no life is longer

// Which memory a person has, and for how long it takes anything in. What a learner is set to holds for every cue alike.
struct RivalParameters {
    int learner = 0;  // 0: the templates
    std::vector<RivalSetting> settings;
    double learns_until = never;  // age in days

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        visit(Field{"memory.learner", "", Quantity::choice, "", 0, 0, 15, Prior::none,
                    "what predicts pain: the templates of the theory, or what stands in for them", design_choice, "",
                    Direction::up, "",
                    "templates rescorla-wagner pearce-hall hybrid-pearce-hall kalman-filter temporal-difference "
                    "soft-memory-modification template-memory no-alarm constant-alarm random-activation "
                    "two-process-avoidance fixed-trait set-goal couple-response autoregression"},
              self.learner);
        visit(Field{"memory.learns_until", "", Quantity::days, "days", 43800, 0, 43800, Prior::none,
                    "age from which the memory stays as it is: nothing is learned, forgotten or processed",
                    design_choice},
              self.learns_until);
    }

    // Calls visit(number, field) for the parameters of every learner. A template memory is set as the templates are.
    template <class Visit>
    static void each_field(Visit&& visit) {
        each_rival<double>([&]<class L>(L, int number) {
            typename L::Parameters parameters;
            L::Parameters::describe(parameters, [&](const Field& field, const auto&) {
                if (!field.key.starts_with("memory.")) visit(number, field);
            });
        });
    }

    bool stands_in() const { return learner != 0; }
    bool learns(double age_in_days) const { return age_in_days < learns_until; }
    // How old the memory is: it does not age any more once it stays as it is.
    double memory_age(double age_in_days) const { return math::minimum(age_in_days, learns_until); }
    std::string_view name() const {
        return of_learner([](const auto& one) { return one.name; }, the_templates);
    }
    std::string_view title() const {
        return of_learner([](const auto& one) { return one.title; }, the_templates);
    }
    bool operator==(const RivalParameters&) const = default;

private:
    template <class Get>
    std::string_view of_learner(Get&& get, std::string_view otherwise) const {
        std::string_view found = otherwise;
        each_rival<double>([&](auto one, int number) {
            if (number == learner) found = get(one);
        });
        return found;
    }
};

}  // namespace nearness::memory
