#include "nearness/experiment/simulate.hpp"

#include "nearness/memory/learners/learners.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace nearness::experiment {

namespace {

// Spread out on the scale of the prior; at a bound nothing moves.
double moved(const Field& field, double value, double by) {
    if (field.prior == Prior::logit_normal) {
        const double share = (value - field.low) / (field.high - field.low);
        if (share <= 0 || share >= 1) return value;
        const double odds = share / (1 - share) * math::exp(by);
        return field.low + (field.high - field.low) * (odds / (1 + odds));
    }
    return math::clip(value * math::exp(by), field.low, field.high);
}

template <learners::Learner L>
class Runner {
public:
    Runner(const Plan& plan, const LearnerChoice& choice)
        : plan_(plan), choice_(choice), setting_(plan.design.setting()) {
        for (const Group& group : plan.design.groups) {
            const std::vector<Step> steps = lay_out(plan.design, group, timing(), plan.seed, 0);
            if (!steps.empty()) setting_.longest_lag = std::max(setting_.longest_lag, steps.back().trial.time);
        }
    }

    Timing timing() const { return timing_for<L>(plan_.timing); }

    std::vector<Shown> outputs() const {
        std::vector<Shown> all;
        const auto derived = L::derive(learners::parameters_with<L>(choice_.values), setting_);
        const auto state = std::make_unique<State>(L::begin(derived));
        learners::Trial<double> nothing;
        nothing.known = learners::first(setting_.stimuli());
        show(*state, L::predict(*state, derived, nothing), derived, nothing,
             [&](const learners::Output& output, double) { all.push_back({output}); });
        for (const When when : {When::before, When::after}) {
            if (!plan_.state) break;
            L::show_state(*state, derived, [&](const learners::Output& output, double) {
                all.push_back({output, when});
            });
        }
        return all;
    }

    void run(Course& course, const std::atomic<bool>* cancel) const {
        const auto person = static_cast<std::uint32_t>(course.subject);
        typename L::Parameters parameters = learners::parameters_with<L>(choice_.values);
        draw(parameters, person, course.drawn);
        const typename L::Derived derived = L::derive(parameters, setting_);
        const auto with_forms = derived_with_forms(parameters, course);
        const auto state = std::make_unique<State>(L::begin(derived));
        std::vector<double> before;
        const auto into = [](std::vector<double>& numbers) {
            return [&numbers](const learners::Output&, double value) { numbers.push_back(value); };
        };
        std::uint32_t number = 0;
        for (const Step& step : *course.steps) {
            if (cancel != nullptr && cancel->load(std::memory_order_relaxed)) throw engine::Cancelled();
            const auto& own = with_forms[static_cast<std::size_t>(step.phase)];
            const typename L::Derived* now = own.empty() ? nullptr : own[static_cast<std::size_t>(step.kind)].get();
            if (now == nullptr) now = &derived;
            const random::Stream draws(plan_.seed, person, {0, number++, random::encounters});
            const auto predicted = L::predict(*state, *now, step.trial);
            if (plan_.state) L::show_state(*state, *now, into(before));
            if (step.trial.learning) L::learn(*state, *now, step.trial, predicted, draws);
            show(*state, predicted, *now, step.trial, into(course.numbers));
            course.numbers.insert(course.numbers.end(), before.begin(), before.end());
            before.clear();
            if (plan_.state) L::show_state(*state, *now, into(course.numbers));
        }
    }

private:
    using State = typename L::State;

    // What was predicted, and what the trial came to.
    template <class Visit>
    static void show(const State& after, const typename L::Prediction& predicted, const typename L::Derived& derived,
                     const learners::Trial<double>& trial, Visit&& visit) {
        L::show(predicted, derived, trial, visit);
        L::show_state(after, derived, [&](const learners::Output& output, double value) {
            if (output.result) visit(output, value);
        });
    }

    void draw(typename L::Parameters& parameters, std::uint32_t person, std::vector<Drawn>& drawn) const {
        const random::Stream draws(plan_.seed, person, {0, 0, random::designs});
        for (const ParameterSpread& spread : choice_.spreads) {
            const double by = spread.standard_deviation * draws.normal(random::Purpose::individual_parameter,
                                                                       static_cast<std::uint32_t>(spread.field));
            std::size_t at = 0;
            L::Parameters::describe(parameters, [&](const Field& field, auto& value) {
                if (at++ != spread.field) return;
                bool first = true;
                learners::each_number(value, [&](auto& one) {
                    if constexpr (std::is_same_v<std::remove_reference_t<decltype(one)>, double>) {
                        one = moved(field, one, by);
                        if (std::exchange(first, false)) drawn.push_back({spread.field, one});
                    }
                });
            });
        }
    }

    // [phase][kind]: parameters of its own for a kind with a form that has some; a phase without such is empty.
    using Derived = std::unique_ptr<const typename L::Derived>;
    std::vector<std::vector<Derived>> derived_with_forms(const typename L::Parameters& parameters,
                                                         const Course& course) const {
        const Group& group = plan_.design.groups[static_cast<std::size_t>(course.group)];
        std::vector<std::vector<Derived>> all(group.phases.size());
        if (choice_.form_values.empty()) return all;
        for (std::size_t p = 0; p < group.phases.size(); ++p) {
            for (const Kind& kind : group.phases[p].kinds) {
                typename L::Parameters own = parameters;
                bool differs = false;
                for (const std::vector<Element>& period : kind.periods) {
                    for (const Element& one : period) differs = give_form(own, one) || differs;
                }
                all[p].push_back(differs ? std::make_unique<const typename L::Derived>(L::derive(own, setting_))
                                         : nullptr);
            }
        }
        return all;
    }

    bool give_form(typename L::Parameters& parameters, const Element& one) const {
        bool given = false;
        for (const FormValue& form : choice_.form_values) {
            if (form.form.stimulus != one.stimulus || form.form.form != one.form) continue;
            const int stimulus = plan_.design.index_of(one.stimulus);
            std::size_t at = 0;
            L::Parameters::describe(parameters, [&](const Field&, auto& value) {
                if (at++ != form.field) return;
                if constexpr (requires { value.of; }) {
                    value[stimulus] = form.value;
                    given = true;
                }
            });
        }
        return given;
    }

    const Plan& plan_;
    const LearnerChoice& choice_;
    learners::Setting setting_;
};

// Calls use(runner) with the type of the learner.
template <class Use>
auto with_runner(const Plan& plan, int learner, Use&& use) {
    const LearnerChoice& choice = plan.learners[static_cast<std::size_t>(learner)];
    const auto found = learners::find<double>(choice.name);
    ensure(found.has_value(), "an experiment is planned with learners that exist");
    return std::visit([&]<class L>(L) { return use(Runner<L>(plan, choice)); }, *found);
}

// All subjects of one learner in one group, in batches that are shared among threads and handed on in order.
class Batches {
public:
    Batches(const Plan& plan, const engine::RunOptions& options, const std::function<void(Course&&)>& receive)
        : plan_(plan), options_(options), receive_(receive) {
        const int machine = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
        threads_ = std::clamp(options.threads > 0 ? options.threads : machine, 1, std::max(1, plan.subjects));
    }

    template <class L>
    bool run(const Runner<L>& runner, int learner, int group) {
        const Group& of = plan_.design.groups[static_cast<std::size_t>(group)];
        constexpr int trials_in_memory = 20'000;  // of one thread
        const int batch = threads_ * std::clamp(trials_in_memory / std::max(1, trials_of(of)), 1, 64);
        std::shared_ptr<const std::vector<Step>> shared;
        if (!is_drawn(of)) shared = laid_out(of, runner.timing(), 0);
        for (int first = 0; first < plan_.subjects; first += batch) {
            std::vector<Course> courses(static_cast<std::size_t>(std::min(batch, plan_.subjects - first)));
            for (std::size_t i = 0; i < courses.size(); ++i) {
                courses[i].learner = learner;
                courses[i].group = group;
                courses[i].subject = first + static_cast<int>(i);
            }
            const bool whole = together(courses, [&](Course& course) {
                course.steps = shared ? shared : laid_out(of, runner.timing(), course.subject);
                runner.run(course, options_.cancel);
            });
            if (!whole) return false;
            for (Course& course : courses) receive_(std::move(course));
            done_ += static_cast<int>(courses.size());
            const auto all =
                plan_.learners.size() * plan_.design.groups.size() * static_cast<std::size_t>(plan_.subjects);
            if (options_.progress) options_.progress(done_, static_cast<int>(all));
        }
        return true;
    }

private:
    std::shared_ptr<const std::vector<Step>> laid_out(const Group& group, const Timing& timing, int subject) const {
        return std::make_shared<const std::vector<Step>>(
            lay_out(plan_.design, group, timing, plan_.seed, static_cast<std::uint32_t>(subject)));
    }

    // Each course is written by one thread alone; which one does not matter.
    bool together(std::vector<Course>& courses, const std::function<void(Course&)>& live) const {
        std::atomic<std::size_t> next = 0;
        std::atomic<bool> cancelled = false;
        std::exception_ptr failure;
        std::mutex mutex;
        const auto work = [&] {
            try {
                for (std::size_t i = next++; i < courses.size(); i = next++) live(courses[i]);
            } catch (const engine::Cancelled&) {
                cancelled = true;
            } catch (...) {
                const std::lock_guard lock(mutex);
                failure = std::current_exception();
                next = courses.size();
            }
        };
        std::vector<std::thread> others;
        const int useful = std::min(threads_, static_cast<int>(courses.size()));
        for (int t = 1; t < useful; ++t) others.emplace_back(work);
        work();
        for (std::thread& one : others) one.join();
        if (failure) std::rethrow_exception(failure);
        return !cancelled;
    }

    const Plan& plan_;
    const engine::RunOptions& options_;
    const std::function<void(Course&&)>& receive_;
    int threads_ = 1;
    int done_ = 0;
};

}  // namespace

std::vector<Shown> outputs_of(const Plan& plan, int learner) {
    return with_runner(plan, learner, [](const auto& runner) { return runner.outputs(); });
}

bool can_spread(const Field& field) {
    return field.swept() && field.quantity != Quantity::count && field.quantity != Quantity::choice;
}

bool simulate(const Plan& plan, const engine::RunOptions& options, const std::function<void(Course&&)>& receive) {
    Batches batches(plan, options, receive);
    for (int learner = 0; learner < static_cast<int>(plan.learners.size()); ++learner) {
        const bool whole = with_runner(plan, learner, [&](const auto& runner) {
            for (int group = 0; group < static_cast<int>(plan.design.groups.size()); ++group) {
                if (!batches.run(runner, learner, group)) return false;
            }
            return true;
        });
        if (!whole) return false;
    }
    return true;
}

}  // namespace nearness::experiment
