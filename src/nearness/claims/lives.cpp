#include "nearness/claims/lives.hpp"

#include "nearness/engine/recorder.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>

namespace nearness::claims {

namespace {

using life::Prepared;

// What an arm has to be lived for, and from where.
struct ArmPlan {
    int parent = -1;  // the arm it shares its first chapters with
    int departs = 0;  // how many
    int until = 0;    // chapters up to here are lived; nothing is asked beyond
    bool asked = false;
    std::vector<std::vector<std::size_t>> questions;  // by chapter: those answered here
    std::vector<bool> reads_moments;                  // by chapter
};

// Listens to the encounters and sessions of the chapters whose measures read them.
class Listener : public life::NoWatcher {
public:
    Listener(bool reads, const std::atomic<bool>* cancel) : reads_(reads), cancel_(cancel) {}

    void encounter(const life::Where& where, const life::State<double>&, const world::Meeting<double>& meeting) {
        if (cancel_ != nullptr && cancel_->load(std::memory_order_relaxed)) throw engine::Cancelled{};
        if (reads_) met.push_back({where.age, meeting});
    }
    void session(const life::Where& where, const life::Plan& plan, const life::State<double>&,
                 const therapy::Session<double>& session) {
        if (reads_) held.push_back({where.age, therapy::names[plan.therapy.index()], session});
    }

    std::vector<Met> met;
    std::vector<Held> held;

private:
    bool reads_;
    const std::atomic<bool>* cancel_;
};

// One person in one arm: where they stood before each chapter.
struct Path {
    std::vector<life::State<double>> before;  // [c] before chapter c; one more at the end
};

class Living {
public:
    Living(const Life& life, const std::vector<Question>& questions, const Variation& variation,
           const LivesOptions& options, std::vector<Column>& answers)
        : life_(life), questions_(questions), variation_(variation), options_(options), answers_(answers) {
        plan_arms();
        if (variation_.same_for_all) prepared_ = prepare(0);
    }

    int groups() const { return (options_.persons + math::group_size - 1) / math::group_size; }

    // Lives the persons of one group. Returns how many they are.
    int live_group(int group) const {
        const int first = group * math::group_size;
        const int last = std::min(first + math::group_size, options_.persons);
        if (variation_.same_for_all && last - first == math::group_size) {
            together(first);
        } else {
            for (int person = first; person < last; ++person) alone(person);
        }
        return last - first;
    }

private:
    std::uint32_t number(int person) const { return static_cast<std::uint32_t>(options_.first_person + person); }

    std::vector<Prepared> prepare(std::uint32_t person) const {
        std::vector<Prepared> out;
        for (const engine::Arm& arm : life_.plan.arms) {
            life::Scenario scenario = arm.scenario;
            if (variation_.change) variation_.change(scenario, life_.plan.seed, person);
            out.push_back(Prepared::from(std::move(scenario)));
        }
        return out;
    }

    // Which arms are needed, and what each shares with an earlier one. A question about a chapter that is shared is
    // answered where it is lived.
    void plan_arms() {
        const std::size_t count = life_.plan.arms.size();
        arms_.resize(count);
        for (std::size_t a = 0; a < count; ++a) {
            const std::size_t chapters = life_.plan.arms[a].scenario.chapters.size();
            arms_[a].questions.resize(chapters);
            arms_[a].reads_moments.resize(chapters);
            for (std::size_t b = 0; b < a; ++b) {
                const life::Scenario &one = life_.plan.arms[b].scenario, &other = life_.plan.arms[a].scenario;
                const int shared = engine::departure(one, other);
                if (shared > arms_[a].departs) arms_[a].parent = static_cast<int>(b), arms_[a].departs = shared;
            }
        }
        for (std::size_t q = 0; q < questions_.size(); ++q) {
            auto a = static_cast<std::size_t>(questions_[q].arm);
            const int chapter = questions_[q].chapter;
            const auto c = static_cast<std::size_t>(chapter);
            while (chapter < arms_[a].departs) a = static_cast<std::size_t>(arms_[a].parent);
            arms_[a].questions[c].push_back(q);
            if (find_measure(questions_[q].term.measure.take)->reads_moments) arms_[a].reads_moments[c] = true;
            require(a, chapter + 1);
        }
    }
    void require(std::size_t arm, int until) {
        arms_[arm].asked = true;
        arms_[arm].until = std::max(arms_[arm].until, until);
        if (arms_[arm].parent >= 0) require(static_cast<std::size_t>(arms_[arm].parent), arms_[arm].departs);
    }

    template <class LiveChapter>
    void arm_by_arm(const LiveChapter& chapter) const {
        for (std::size_t a = 0; a < arms_.size(); ++a) {
            if (!arms_[a].asked) continue;
            for (int c = arms_[a].departs; c < arms_[a].until; ++c) chapter(a, c);
        }
    }

    static void enter(const ArmPlan& arm, std::vector<Path>& paths, std::size_t a, const Prepared& prepared) {
        Path& path = paths[a];
        if (!path.before.empty()) return;
        if (arm.parent < 0) {
            path.before = {life::newborn(prepared)};
            return;
        }
        const auto& before = paths[static_cast<std::size_t>(arm.parent)].before;
        path.before.assign(before.begin(), before.begin() + arm.departs + 1);
    }

    void answer(const std::vector<Prepared>& prepared, std::size_t a, int chapter, int person, const Path& path,
                const life::Summary& summary, const Listener& listener) const {
        const auto c = static_cast<std::size_t>(chapter);
        const Lived lived{
            prepared[a],    life_.plan.seed,    number(person), chapter,       summary,
            path.before[c], path.before[c + 1], listener.met,   listener.held, {path.before.data(), c + 1}};
        for (const std::size_t q : arms_[a].questions[c]) {
            answers_[q][static_cast<std::size_t>(person)] = take(questions_[q].term.measure, lived);
        }
    }

    life::Walker<Listener> walker(Path& path, int person, Listener& listener) const {
        static const std::vector<life::RecordedMoment> no_diary;
        path.before.push_back(path.before.back());
        return {path.before.back(), number(person), no_diary, listener};
    }

    void alone(int person) const {
        const std::vector<Prepared> own = variation_.same_for_all ? std::vector<Prepared>{} : prepare(number(person));
        const std::vector<Prepared>& prepared = variation_.same_for_all ? prepared_ : own;
        std::vector<Path> paths(arms_.size());
        arm_by_arm([&](std::size_t a, int c) {
            enter(arms_[a], paths, a, prepared[a]);
            Listener listener(arms_[a].reads_moments[static_cast<std::size_t>(c)], options_.cancel);
            const auto summary =
                life::live_chapter(prepared[a], c, life_.plan.seed, walker(paths[a], person, listener));
            answer(prepared, a, c, person, paths[a], summary, listener);
        });
    }

    void together(int first) const {
        static_assert(math::group_size == 4, "the lists below name every member of a group");
        std::array<std::vector<Path>, 4> paths;
        for (auto& one : paths) one.resize(arms_.size());
        arm_by_arm([&](std::size_t a, int c) {
            for (auto& one : paths) enter(arms_[a], one, a, prepared_[a]);
            const bool reads = arms_[a].reads_moments[static_cast<std::size_t>(c)];
            std::array<Listener, 4> listeners = {Listener(reads, options_.cancel), Listener(reads, options_.cancel),
                                                 Listener(reads, options_.cancel), Listener(reads, options_.cancel)};
            const auto summaries = life::live_chapter_together<Listener>(
                prepared_[a], c, life_.plan.seed,
                {walker(paths[0][a], first, listeners[0]), walker(paths[1][a], first + 1, listeners[1]),
                 walker(paths[2][a], first + 2, listeners[2]), walker(paths[3][a], first + 3, listeners[3])});
            for (std::size_t i = 0; i < 4; ++i) {
                answer(prepared_, a, c, first + static_cast<int>(i), paths[i][a], summaries[i], listeners[i]);
            }
        });
    }

    const Life& life_;
    const std::vector<Question>& questions_;
    const Variation& variation_;
    const LivesOptions& options_;
    std::vector<Column>& answers_;
    std::vector<ArmPlan> arms_;
    std::vector<Prepared> prepared_;
};

}  // namespace

int Life::arm_named(std::string_view id) const {
    for (std::size_t a = 0; a < plan.arms.size(); ++a) {
        if (plan.arms[a].id == id) return static_cast<int>(a);
    }
    return -1;
}

int Life::chapter_named(int arm, std::string_view id) const {
    const auto& chapters = plan.arms[static_cast<std::size_t>(arm)].scenario.chapters;
    for (std::size_t c = 0; c < chapters.size(); ++c) {
        if (chapters[c].id == id) return static_cast<int>(c);
    }
    return -1;
}

std::vector<Column> live(const Life& life, const std::vector<Question>& questions, const Variation& variation,
                         const LivesOptions& options) {
    std::vector<Column> answers(questions.size(),
                                Column(static_cast<std::size_t>(options.persons), life::not_measured));
    const Living living(life, questions, variation, options, answers);

    std::mutex mutex;
    std::exception_ptr failure;
    std::atomic<int> next = 0;
    int lived = 0;
    const auto work = [&] {
        for (int group = next++; group < living.groups(); group = next++) {
            try {
                const int persons = living.live_group(group);
                const std::lock_guard lock(mutex);
                lived += persons;
                if (options.progress) options.progress(lived);
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (!failure) failure = std::current_exception();
                next = living.groups();
            }
        }
    };
    const int machine = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const int threads = std::clamp(options.threads > 0 ? options.threads : machine, 1, std::max(1, living.groups()));
    std::vector<std::thread> workers;
    for (int t = 1; t < threads; ++t) workers.emplace_back(work);
    work();
    for (std::thread& worker : workers) worker.join();
    if (failure) std::rethrow_exception(failure);
    return answers;
}

}  // namespace nearness::claims
