#include "nearness/engine/ensemble.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

namespace nearness::engine {

namespace {

// Every quantity must be a number, but for those that this chapter had no occasion to measure.
void look_for_failures(const life::Summary& summary, int person, const Arm& arm, const life::Chapter& chapter,
                       std::vector<Failure>& failures) {
    static constexpr std::array<std::string_view, 4> need_an_occasion = {"alarm_latency", "threat_wins", "integration",
                                                                         "goodwill"};
    // At the end of a chapter; all others are means over its encounters, of which a diary gives two.
    static constexpr std::array<std::string_view, 16> at_the_end = {"encounters",
                                                                    "sessions",
                                                                    "edge",
                                                                    "area",
                                                                    "trigger_closeness",
                                                                    "trigger_attention",
                                                                    "trigger_vulnerability",
                                                                    "trigger_seen",
                                                                    "trigger_conflict",
                                                                    "templates",
                                                                    "charge",
                                                                    "need",
                                                                    "care",
                                                                    "trust",
                                                                    "guard",
                                                                    "insight"};
    const auto among = [](const auto& names, std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    const bool learner = arm.scenario.parameters.person.rival.stands_in();
    life::Summary copy = summary;
    life::Summary::describe(copy, [&](const life::Column& column, double& value) {
        const bool is_number = value - value == 0;  // neither NaN nor infinite
        if (is_number) return;
        const bool measured = among(at_the_end, column.name) || (summary.encounters > 0 && !chapter.diary);
        const bool no_template = column.name == "charge" && learner;
        const bool missing = value != value && (!measured || no_template || among(need_an_occasion, column.name));
        if (!missing) failures.push_back({person, arm.id, chapter.id, std::string(column.name), value});
    });
}

}  // namespace

std::vector<life::Prepared> prepare(const RunPlan& plan) {
    std::vector<life::Prepared> prepared;
    for (const Arm& arm : plan.arms) prepared.push_back(life::Prepared::from(arm.scenario));
    return prepared;
}

namespace {

// One person on the way through all arms.
struct Traveller {
    const RunPlan& plan;
    const std::vector<life::Prepared>& prepared;
    const std::atomic<bool>* cancel;
    PersonResult result;
    life::State<double> state;
    std::vector<life::State<double>> after;  // the first arm's states: [c] before chapter c

    Traveller(const RunPlan& the_plan, const std::vector<life::Prepared>& all, int person,
              const std::atomic<bool>* flag)
        : plan(the_plan), prepared(all), cancel(flag) {
        result.person = person;
        result.arms.resize(plan.arms.size());
    }

    const Record& record() const {
        static const Record nothing{false, false, false, {}};
        return plan.is_recorded(result.person) ? plan.record : nothing;
    }

    void enter(std::size_t a) {
        ArmResult& arm = result.arms[a];
        arm.departs = a == 0 ? 0 : departure(plan, a);
        state = a == 0 || arm.departs == 0 ? life::newborn(prepared[a]) : after[static_cast<std::size_t>(arm.departs)];
        if (a == 0) after.push_back(state);
        const ArmResult& first = result.arms.front();
        arm.chapters.assign(first.chapters.begin(), first.chapters.begin() + arm.departs);
        if (record().curves) arm.curves.assign(first.curves.begin(), first.curves.begin() + arm.departs);
    }

    Recorder recorder(std::size_t a) { return {prepared[a], result.arms[a], record(), cancel}; }

    life::Walker<Recorder> walker(Recorder& watcher) {
        return {state, static_cast<std::uint32_t>(result.person), diary_of(plan, result.person), watcher};
    }

    void leave(std::size_t a, int chapter, const life::Summary& summary, Recorder& watcher) {
        result.arms[a].chapters.push_back(summary);
        watcher.close_chapter(chapter, state);
        look_for_failures(summary, result.person, plan.arms[a],
                          prepared[a].scenario.chapters[static_cast<std::size_t>(chapter)], result.failures);
        if (a == 0) after.push_back(state);
    }
};

}  // namespace

PersonResult live_person(const RunPlan& plan, const std::vector<life::Prepared>& prepared, int person,
                         const std::atomic<bool>* cancel) {
    Traveller traveller(plan, prepared, person, cancel);
    for (std::size_t a = 0; a < plan.arms.size(); ++a) {
        traveller.enter(a);
        Recorder recorder = traveller.recorder(a);
        const int chapters = static_cast<int>(prepared[a].scenario.chapters.size());
        for (int c = traveller.result.arms[a].departs; c < chapters; ++c) {
            traveller.leave(a, c, life::live_chapter(prepared[a], c, plan.seed, traveller.walker(recorder)), recorder);
        }
    }
    return std::move(traveller.result);
}

std::array<PersonResult, math::group_size> live_group(const RunPlan& plan, const std::vector<life::Prepared>& prepared,
                                                      int first, const std::atomic<bool>* cancel) {
    static_assert(math::group_size == 4, "the lists below name every member of a group");
    std::array<Traveller, math::group_size> group = {
        Traveller(plan, prepared, first, cancel), Traveller(plan, prepared, first + 1, cancel),
        Traveller(plan, prepared, first + 2, cancel), Traveller(plan, prepared, first + 3, cancel)};
    for (std::size_t a = 0; a < plan.arms.size(); ++a) {
        for (Traveller& one : group) one.enter(a);
        std::array<Recorder, math::group_size> recorders = {group[0].recorder(a), group[1].recorder(a),
                                                            group[2].recorder(a), group[3].recorder(a)};
        const int chapters = static_cast<int>(prepared[a].scenario.chapters.size());
        for (int c = group[0].result.arms[a].departs; c < chapters; ++c) {
            const auto summaries =
                life::live_chapter_together<Recorder>(prepared[a], c, plan.seed,
                                                      {group[0].walker(recorders[0]), group[1].walker(recorders[1]),
                                                       group[2].walker(recorders[2]), group[3].walker(recorders[3])});
            for (std::size_t i = 0; i < group.size(); ++i) group[i].leave(a, c, summaries[i], recorders[i]);
        }
    }
    return {std::move(group[0].result), std::move(group[1].result), std::move(group[2].result),
            std::move(group[3].result)};
}

bool run(const RunPlan& plan, const RunOptions& options, const std::function<void(PersonResult&&)>& receive) {
    const std::vector<life::Prepared> prepared = prepare(plan);
    const int machine = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const int threads = std::clamp(options.threads > 0 ? options.threads : machine, 1, std::max(1, plan.persons));
    const int chunk = std::max(1, options.chunk);
    const int ahead = 4 * threads * chunk;  // how far workers may run ahead of what was received: bounds the memory

    std::mutex mutex;
    std::condition_variable ready;
    std::condition_variable room;
    std::map<int, PersonResult> waiting;
    std::exception_ptr failure;
    int next = plan.first_person;
    int received = plan.first_person;  // all persons before this one
    bool stop = false, cancelled = false;

    const auto work = [&] {
        for (;;) {
            int first = 0;
            {
                std::unique_lock lock(mutex);
                room.wait(lock, [&] { return stop || next >= plan.end() || next < received + ahead; });
                if (stop || next >= plan.end()) return;
                first = next;
                next += chunk;
            }
            try {
                const int last = std::min(first + chunk, plan.end());
                for (int person = first; person < last;) {
                    std::vector<PersonResult> lived;
                    if (person + math::group_size <= last) {
                        for (PersonResult& one : live_group(plan, prepared, person, options.cancel)) {
                            lived.push_back(std::move(one));
                        }
                    } else {
                        lived.push_back(live_person(plan, prepared, person, options.cancel));
                    }
                    person += static_cast<int>(lived.size());
                    const std::lock_guard lock(mutex);
                    if (stop) return;
                    for (PersonResult& result : lived) waiting.emplace(result.person, std::move(result));
                    ready.notify_one();
                }
            } catch (const Cancelled&) {
                const std::lock_guard lock(mutex);
                stop = cancelled = true;
                ready.notify_one();
                return;
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (!failure) failure = std::current_exception();
                stop = true;
                ready.notify_one();
                return;
            }
        }
    };

    std::vector<std::thread> workers;
    for (int t = 0; t < threads; ++t) workers.emplace_back(work);
    const auto end = [&] {
        {
            const std::lock_guard lock(mutex);
            stop = true;
        }
        room.notify_all();
        for (std::thread& worker : workers) worker.join();
    };

    try {
        while (received < plan.end()) {
            PersonResult result;
            {
                std::unique_lock lock(mutex);
                // Wakes up now and then to see whether it was cancelled from a signal handler, which cannot notify.
                while (!stop && waiting.find(received) == waiting.end()) {
                    ready.wait_for(lock, std::chrono::milliseconds(100));
                    if (options.cancel != nullptr && options.cancel->load()) stop = cancelled = true;
                }
                if (stop) break;
                auto node = waiting.extract(received);
                result = std::move(node.mapped());
            }
            receive(std::move(result));
            {
                const std::lock_guard lock(mutex);
                ++received;
            }
            room.notify_all();
            if (options.cancel != nullptr && options.cancel->load()) {
                const std::lock_guard lock(mutex);
                cancelled = true;
                break;
            }
            if (options.progress) options.progress(received - plan.first_person, plan.persons);
        }
    } catch (...) {
        end();
        throw;
    }
    end();
    if (failure) std::rethrow_exception(failure);
    return !cancelled;
}

}  // namespace nearness::engine
