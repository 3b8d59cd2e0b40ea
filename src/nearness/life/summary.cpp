#include "nearness/life/summary.hpp"

#include "nearness/world/presets.hpp"

namespace nearness::life {

namespace {

// The means over encounters, each beside the quantity it comes from.
template <class Meeting, class Visit>
void each_mean(Summary& summary, const Meeting& meeting, Visit&& visit) {
    using math::primal;
    visit(summary.use, primal(meeting.use));
    visit(summary.felt, primal(meeting.felt));
    visit(summary.wish, primal(meeting.wish));
    visit(summary.closeness, primal(meeting.mean_closeness));
    visit(summary.disclosure, primal(meeting.disclosure));
    visit(summary.hidden, primal(meeting.hidden));
    visit(summary.friction, primal(meeting.friction));
    visit(summary.bodily, primal(meeting.bodily));
    visit(summary.reported, primal(meeting.reported));
    visit(summary.telling, primal(meeting.telling));
    visit(summary.pain, primal(meeting.pain));
    visit(summary.outcome, primal(meeting.outcome));
    visit(summary.overwhelmed, primal(meeting.overwhelm) > 0 ? 1.0 : 0.0);
    visit(summary.arousal, primal(meeting.arousal));
    visit(summary.numb, primal(meeting.numb));
    visit(summary.alarms, meeting.onset >= 0 ? 1.0 : 0.0);
}

}  // namespace

template <class Real>
Summary Summarise<Real>::zero() {
    Summary zero;
    Summary::describe(zero, [](const Column&, double& value) { value = 0; });
    return zero;
}

template <class Real>
void Summarise<Real>::add(const world::Meeting<Real>& meeting) {
    sum_.encounters += 1;
    each_mean(sum_, meeting, [](double& sum, double value) { sum += value; });
    sum_.on_duty[static_cast<std::size_t>(meeting.strategy)] += 1;
    if (meeting.onset >= 0) {
        rang_ += 1;
        latency_ += meeting.onset;
        // Guard alone can ring the alarm with nothing predicted: then neither ever comes, and nobody wins.
        const bool threat_comes = meeting.threat_time - meeting.threat_time == 0;
        threat_won_ += threat_comes && meeting.threat_time <= meeting.reappraisal_time ? 1 : 0;
    }
}

template <class Real>
void Summarise<Real>::add_recorded(double predicted, double use) {
    sum_.encounters += 1;
    sum_.bodily += predicted;
    sum_.use += use;
    recorded_ = true;
}

template <class Real>
Summary Summarise<Real>::finish(const State<Real>& state, const Scenario& scenario, int other) {
    using math::primal;
    const double n = sum_.encounters;
    summary_.encounters = n;
    if (n > 0 && recorded_) {
        summary_.bodily = sum_.bodily / n;
        summary_.use = sum_.use / n;
    } else if (n > 0) {
        const world::Meeting<Real> pattern;
        Summary& sum = sum_;
        std::vector<double> sums;
        each_mean(sum, pattern, [&](double& value, double) { sums.push_back(value); });
        std::size_t i = 0;
        each_mean(summary_, pattern, [&](double& value, double) { value = sums[i++] / n; });
        for (std::size_t s = 0; s < summary_.on_duty.size(); ++s) summary_.on_duty[s] = sum_.on_duty[s] / n;
        if (rang_ > 0) {
            summary_.latency = latency_ / rang_;
            summary_.threat_wins = threat_won_ / rang_;
        }
    }

    const auto& person = state.person;
    const auto vantage = Vantage<Real>::of(state, scenario, other);
    const auto& parameters = scenario.parameters.person;
    const auto curve = world::Measures<Real>::curve(person, parameters, vantage.other, vantage.identity);
    summary_.edge = curve.edge;
    summary_.area = primal(curve.area);
    const auto profile = world::Measures<Real>::trigger_profile(person, parameters, vantage.other, vantage.identity);
    for (std::size_t d = 0; d < profile.size(); ++d) summary_.trigger[d] = primal(profile[d]);
    summary_.templates = person.memory.count;
    if (!person.rival.empty()) summary_.charge = not_measured;
    for (int k = 0; k < person.memory.count; ++k) {
        const double charge = primal(memory::Templates<Real>::charge(person.memory, k));
        if (k == 0 || charge > summary_.charge) {
            summary_.charge = charge;
            summary_.integration = primal(person.memory.integration[static_cast<std::size_t>(k)]);
        }
    }
    summary_.need = primal(person.bond.need);
    summary_.care = primal(person.bond.care);
    summary_.trust = primal(world::Measures<Real>::trust(person, parameters));
    summary_.guard = primal(person.protection.guard);
    summary_.insight = primal(person.mind.insight);
    if (other >= 0 &&
        std::holds_alternative<world::Partner>(scenario.others[static_cast<std::size_t>(other)].other.kind)) {
        summary_.goodwill = primal(state.acquaintances[static_cast<std::size_t>(other)].goodwill);
    }
    return summary_;
}

template <class Real>
Vantage<Real> Vantage<Real>::of(const State<Real>& state, const Scenario& scenario, int other) {
    if (other >= 0) {
        const auto at = static_cast<std::size_t>(other);
        return {scenario.others[at].other, state.acquaintances[at].identity};
    }
    return {world::preset("partner", "ordinary"), world::Acquaintance<Real>{}.identity};
}

template class Summarise<double>;
template struct Vantage<double>;

}  // namespace nearness::life
