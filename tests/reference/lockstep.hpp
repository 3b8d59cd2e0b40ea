// A watcher that lives every encounter, session and event again in the reference and keeps the largest differences.
#pragma once

#include "reference/drive.hpp"

#include <map>
#include <memory>
#include <string>

namespace reference {

class Lockstep : public nearness::life::NoWatcher {
public:
    Lockstep(const nearness::life::Prepared& prepared, std::uint64_t seed, std::uint32_t person, bool with_kernel)
        : prepared_{prepared}, seed_{seed}, number_{person}, person_{Parameters{}} {
        if (with_kernel) {
            person_.memory.recency = kernel_of(prepared.derived.memory.recency);
        }
        person_.now = prepared.scenario.chapters.front().from;
    }

    void encounter(const nearness::life::Where& where, const nearness::life::State<double>& state,
                   const nearness::world::Meeting<double>& meeting) {
        pass_to(person_, where.age);
        Other& other = present(where.chapter, state);
        compare(meeting, meet(person_, other, draws(where, nearness::random::encounters)), other);
        compare(state, where.chapter);
    }

    void session(const nearness::life::Where& where, const nearness::life::Plan& plan,
                 const nearness::life::State<double>& state, const nearness::therapy::Session<double>& session) {
        using namespace nearness::therapy;
        pass_to(person_, where.age);
        const Draws drawn = draws(where, channel(plan.therapy));
        Other& other = present(where.chapter, state);
        if (std::holds_alternative<Talk>(plan.therapy)) {
            talk_session(person_);
        } else if (std::holds_alternative<nearness::therapy::Parts>(plan.therapy)) {
            parts_session(person_, 1.0, 0.0);
        } else if (std::holds_alternative<Pressure>(plan.therapy)) {
            parts_session(person_, 0.0, 1.0);
        } else if (std::holds_alternative<Emdr>(plan.therapy)) {
            differ("access", session.access, access(person_));
            emdr_session(person_);
        } else if (std::holds_alternative<GradedCloseness>(plan.therapy)) {
            compare(*session.meeting, graded_session(person_, other, drawn), other);
        } else if (std::holds_alternative<CorrectiveRelationship>(plan.therapy)) {
            Other& seen = therapist(state);
            compare(*session.meeting, meet(person_, seen, drawn), seen);
        } else {
            compare(*session.meeting, flooding_session(person_, other, drawn), other);
        }
        compare(state, where.chapter);
    }

    void event(const nearness::life::Where& where, const nearness::life::Event& event,
               const nearness::life::State<double>& state) {
        using namespace nearness::life;
        pass_to(person_, where.age);
        if (const auto* happened = std::get_if<Stressor>(&event.kind)) {
            stressor(person_, happened->strength);
        } else if (const auto* betrayed = std::get_if<Betrayal>(&event.kind)) {
            betrayal(person_, present(where.chapter, state), betrayed->strength);
        } else if (std::holds_alternative<BreakUp>(event.kind)) {
            break_up(person_);
        } else {
            others_.erase(prepared_.scenario.chapters[static_cast<std::size_t>(where.chapter)].other);
        }
        compare(state, where.chapter);
    }

    void recorded(const nearness::life::Where&, const nearness::life::State<double>&,
                  const nearness::life::RecordedMoment&, const nearness::life::RecordedResult<double>&) {}

    // By quantity; NaN anywhere counts as an infinite difference.
    const std::map<std::string, double>& largest() const { return largest_; }
    double largest_of_all() const {
        double most = 0.0;
        for (const auto& [name, difference] : largest_) {
            most = std::max(most, difference);
        }
        return most;
    }
    // Of the program's prior from that of the power law summed over the reference's own history.
    double largest_prior_error() const { return prior_error_; }
    int moments() const { return moments_; }
    const Person& person() const { return person_; }
    const std::vector<double>& uses() const { return uses_; }
    const Other& other(int index) const { return others_.at(index); }

private:
    static constexpr int the_therapist = -1;

    Draws draws(const nearness::life::Where& where, nearness::random::Channel channel) const {
        const nearness::random::Stream stream(
            seed_, number_,
            {static_cast<std::uint32_t>(where.chapter), static_cast<std::uint32_t>(where.number), channel});
        return draws_of(stream, person_.with().beats);
    }

    Other& present(int chapter, const nearness::life::State<double>& state) {
        const int index = prepared_.scenario.chapters[static_cast<std::size_t>(chapter)].other;
        if (index < 0) {
            return therapist(state);
        }
        const auto at = static_cast<std::size_t>(index);
        return others_
            .try_emplace(index, other_of(prepared_.scenario.others[at].other, state.acquaintances[at].identity))
            .first->second;
    }

    Other& therapist(const nearness::life::State<double>& state) {
        return others_.try_emplace(the_therapist, other_of(prepared_.therapist, state.therapist.identity))
            .first->second;
    }

    void differ(const std::string& name, double program, double reference) {
        double difference = program == reference ? 0.0 : std::abs(program - reference);
        difference = std::isnan(difference) ? std::numeric_limits<double>::infinity() : difference;
        double& most = largest_[name];
        most = std::max(most, difference);
    }

    void compare(const nearness::world::Meeting<double>& program, const Report& mine, const Other& other) {
        uses_.push_back(mine.use);
        differ("strategy", program.strategy, static_cast<double>(mine.strategy));
        differ("attention", program.attention, mine.attention);
        differ("difficulty", program.difficulty, mine.difficulty);
        differ("use", program.use, mine.use);
        differ("A*", program.peak_use, mine.peak_activation);
        differ("felt", program.felt, mine.felt);
        differ("f·c at the peak", program.closeness, mine.peak[closeness]);
        differ("disclosure", program.disclosure, mine.disclosure);
        differ("hidden", program.hidden, mine.hidden);
        differ("arousal", program.arousal, mine.peak_arousal);
        differ("pain", program.pain, mine.pain);
        differ("r", program.outcome, mine.r);
        differ("onset", program.onset < 0 ? -1.0 : 0.0, mine.has_onset ? 0.0 : -1.0);
        if (mine.has_onset) {
            differ("onset time", program.onset, mine.onset_time);
            differ("threat time", program.threat_time, mine.threat_time);
            if (std::isfinite(mine.reappraisal_time)) {
                // Up to thousands of seconds when insight is small: relative.
                differ("reappraisal time", program.reappraisal_time / mine.reappraisal_time, 1.0);
            } else {
                differ("reappraisal never", std::isfinite(program.reappraisal_time) ? 1.0 : 0.0, 0.0);
            }
        }
        last_ = &other;
    }

    void compare(const nearness::life::State<double>& state, int chapter) {
        ++moments_;
        const auto& program = state.person;
        differ("need", program.bond.need, person_.need);
        differ("care", program.bond.care, person_.care);
        differ("insight", program.mind.insight, person_.insight);
        differ("guard", program.protection.guard, person_.guard);
        for (std::size_t s = 0; s < strategies; ++s) {
            differ("Q", program.protection.value[s], person_.q[s]);
            differ("trust", program.protection.trust[s], person_.trust[s]);
        }
        const auto index = prepared_.scenario.chapters[static_cast<std::size_t>(chapter)].other;
        if (index >= 0 && last_ == &present(chapter, state)) {
            const auto& acquaintance = state.acquaintances[static_cast<std::size_t>(index)];
            differ("goodwill", acquaintance.goodwill, last_->goodwill);
            differ("h", acquaintance.expectation, last_->h);
        }
        compare(program.memory);
    }

    void compare(const nearness::memory::State<double>& program) {
        const std::vector<Template>& mine = person_.memory.templates;
        differ("templates", program.count, static_cast<double>(mine.size()));
        if (static_cast<std::size_t>(program.count) != mine.size()) {
            return;
        }
        const bool check_prior = moments_ % 50 == 0;
        const std::vector<double> prior = check_prior ? power_law_prior() : std::vector<double>{};
        for (std::size_t k = 0; k < mine.size(); ++k) {
            differ("n", program.strength[k] / mine[k].n, 1.0);  // up to 1,000: relative
            differ("e", program.verbal[k] / std::max(1.0, mine[k].n), mine[k].e / std::max(1.0, mine[k].n));
            differ("I", program.integration[k], mine[k].integration);
            for (std::size_t d = 0; d < cues; ++d) {
                differ("m", program.prototype[d][k], mine[k].m[d]);
            }
            for (std::size_t d = 0; d < signals; ++d) {
                differ("w", program.weight[d][k], mine[k].w[d]);
            }
            if (check_prior) {
                double sum = 0.0;
                for (const double trace : program.trace[k]) {
                    sum += trace;
                }
                prior_error_ = std::max(prior_error_, std::abs(sum / prior[k] - 1.0));
            }
        }
    }

    std::vector<double> power_law_prior() const {
        const Memory& memory = person_.memory;
        std::vector<double> prior(memory.templates.size(), 0.0);
        for (const Memory::Past& past : memory.history) {
            const double weight = std::pow(1.0 + (person_.now - past.time) / memory.with.tau_0, -memory.with.g);
            for (std::size_t k = 0; k < past.q.size(); ++k) {
                prior[k] += weight * past.q[k];
            }
        }
        return prior;
    }

    const nearness::life::Prepared& prepared_;
    std::uint64_t seed_;
    std::uint32_t number_;
    Person person_;
    std::map<int, Other> others_;
    const Other* last_ = nullptr;
    std::map<std::string, double> largest_;
    double prior_error_ = 0.0;
    int moments_ = 0;
    std::vector<double> uses_;
};

}  // namespace reference
