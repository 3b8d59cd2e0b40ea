#include "nearness/experiment/trials.hpp"

#include "nearness/random/stream.hpp"

#include <algorithm>
#include <numeric>

namespace nearness::experiment {

namespace {

using learners::Mask;

int drawn_below(int many, double uniform) { return std::min(many - 1, static_cast<int>(uniform * many)); }

template <class T>
void shuffle(std::vector<T>& all, const random::Stream& draws, random::Purpose purpose) {
    for (int i = static_cast<int>(all.size()) - 1; i > 0; --i) {
        const int j = drawn_below(i + 1, draws.uniform(purpose, static_cast<std::uint32_t>(i)));
        std::swap(all[static_cast<std::size_t>(i)], all[static_cast<std::size_t>(j)]);
    }
}

// In which of `count` trials something is there that is there in a share of them.
std::vector<char> spread(int count, double percent) {
    const auto there = static_cast<std::int64_t>(trials_of_share(count, percent));
    std::vector<char> in(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) in[static_cast<std::size_t>(i)] = i * there % count < there ? 1 : 0;
    return in;
}

class LayOut {
public:
    LayOut(const Design& design, const Timing& timing, std::uint64_t seed, std::uint32_t subject)
        : design_(design), setting_(design.setting()), timing_(timing), seed_(seed), subject_(subject) {}

    std::vector<Step> of(const Group& group) {
        for (std::size_t p = 0; p < group.phases.size(); ++p) add(group.phases[p], static_cast<int>(p));
        for (std::size_t i = 0; i + 1 < steps_.size(); ++i) {
            steps_[i].trial.until_next = steps_[i + 1].trial.time - steps_[i].trial.time;
        }
        return std::move(steps_);
    }

private:
    random::Stream draws(int phase, int number) const {
        return {
            seed_, subject_, {static_cast<std::uint32_t>(phase), static_cast<std::uint32_t>(number), random::designs}};
    }

    void add(const Phase& phase, int number) {
        if (phase.pause) {
            until_next_ = (pauses_in_a_row_ ? until_next_ : 0) + phase.pause->seconds();
        }
        pauses_in_a_row_ = phase.kinds.empty() && (phase.pause || pauses_in_a_row_);
        const double apart = phase.apart ? phase.apart->seconds() : timing_.apart;
        int blocks = 0;
        for (const Kind& kind : phase.kinds) blocks = std::gcd(blocks, kind.count);
        std::vector<int> done(phase.kinds.size(), 0);
        const auto shares = shares_of(phase, number);
        for (int block = 0; block < blocks; ++block) {
            std::vector<std::size_t> order;
            for (std::size_t k = 0; k < phase.kinds.size(); ++k) {
                order.insert(order.end(), static_cast<std::size_t>(phase.kinds[k].count / blocks), k);
            }
            if (phase.random) shuffle(order, draws(number, block), random::Purpose::trial_order);
            for (const std::size_t k : order) {
                if (!steps_.empty()) time_ += until_next_;
                until_next_ = apart;
                Step step{trial(phase.kinds[k], shares[k], done[k]), number, static_cast<int>(k), block, done[k]};
                step.trial.time = time_ / timing_.unit;
                ++done[k];
                steps_.push_back(step);
            }
        }
    }

    // [kind][element, in the order of the periods][trial of the kind]; empty where it is always there.
    using Shares = std::vector<std::vector<char>>;
    std::vector<Shares> shares_of(const Phase& phase, int number) const {
        std::vector<Shares> all;
        int drawn = 0;
        for (const Kind& kind : phase.kinds) {
            Shares& shares = all.emplace_back();
            for (const std::vector<Element>& period : kind.periods) {
                for (const Element& one : period) {
                    shares.emplace_back();
                    if (one.percent == 100) continue;
                    shares.back() = spread(kind.count, one.percent);
                    if (phase.random) shuffle(shares.back(), draws(number, drawn), random::Purpose::reinforcement);
                    ++drawn;
                }
            }
        }
        return all;
    }

    learners::Trial<double> trial(const Kind& kind, const Shares& shares, int repetition) const {
        learners::Trial<double> trial;
        trial.learning = !kind.test;
        trial.known = learners::first(setting_.stimuli());
        trial.periods = static_cast<int>(kind.periods.size());
        Mask cues = 0;  // bit p: period p has one
        std::size_t element = 0;
        for (int p = 0; p < trial.periods; ++p) {
            for (const Element& one : kind.periods[static_cast<std::size_t>(p)]) {
                const std::vector<char>& there = shares[element++];
                const int stimulus = design_.index_of(one.stimulus);
                if (stimulus < setting_.cues) cues |= Mask{1} << p;
                if (!there.empty() && there[static_cast<std::size_t>(repetition)] == 0) continue;
                trial.put(stimulus, one.intensity, p);
            }
        }
        for (const Element& one : kind.contexts) {
            learners::each(cues == 0 ? Mask{1} : cues,
                           [&](int p) { trial.put(design_.index_of(one.stimulus), one.intensity, p); });
        }
        return trial;
    }

    const Design& design_;
    learners::Setting setting_;
    Timing timing_;
    std::uint64_t seed_;
    std::uint32_t subject_;
    std::vector<Step> steps_;
    double time_ = 0, until_next_ = 0;  // seconds
    bool pauses_in_a_row_ = false;      // with nothing but empty phases between them
};

}  // namespace

std::vector<Step> lay_out(const Design& design, const Group& group, const Timing& timing, std::uint64_t seed,
                          std::uint32_t subject) {
    return LayOut(design, timing, seed, subject).of(group);
}

bool is_drawn(const Group& group) {
    return std::any_of(group.phases.begin(), group.phases.end(), [](const Phase& phase) { return phase.random; });
}

int trials_of(const Group& group) {
    int all = 0;
    for (const Phase& phase : group.phases) {
        for (const Kind& kind : phase.kinds) all += kind.count;
    }
    return all;
}

}  // namespace nearness::experiment
