#include "nearness/study/knock_outs.hpp"

#include "nearness/claims/stand_ins.hpp"

#include <algorithm>
#include <set>

namespace nearness::study {

namespace {

using claims::Verdict;

constexpr std::string_view the_theory = "R5";  // among the rivals, where it is a rival of the others

// Which part of the model a module belongs to: the first parameter it runs on, or what it is about.
std::string_view part_of(const person::ModuleText& module) {
    const std::size_t dot = module.parameters.find('.');
    if (dot != std::string_view::npos) return module.parameters.substr(0, dot);
    return module.name;
}

const Run* run_named(const std::vector<Run>& runs, std::string_view name) {
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const Run& run) { return run.name == name; });
    return found == runs.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Planned> knock_outs() {
    std::vector<Planned> plans(1);
    plans.front().name = everything;
    for (std::size_t m = 0; m < person::modules.size(); ++m) {
        Planned& plan = plans.emplace_back();
        plan.name = person::modules[m].name;
        plan.variation.change = [m](life::Scenario& scenario, std::uint64_t, std::uint32_t) {
            auto& person = scenario.parameters.person;
            person::KnockOuts out = person.knocked_out;
            out.add(static_cast<person::Module>(m));
            person.knock_out(out);
        };
    }
    for (const person::Addition& one : person::additions) {
        Planned& plan = plans.emplace_back();
        plan.name = person::name_with(one);
        plan.variation.change = [&one](life::Scenario& scenario, std::uint64_t, std::uint32_t) {
            life::Parameters<double>::describe(scenario.parameters, [&](const Field& field, auto& value) {
                if (field.key == one.key) value = static_cast<std::remove_reference_t<decltype(value)>>(one.strength);
            });
        };
    }
    for (const claims::StandIn& one : claims::stand_ins()) {
        if (one.id == the_theory) continue;
        Planned& plan = plans.emplace_back();
        plan.name = one.id;
        plan.variation.change = [become = one.become](life::Scenario& scenario, std::uint64_t, std::uint32_t) {
            become(scenario.parameters);
        };
    }
    return plans;
}

Carried carried(const claims::Claim& claim, std::size_t index, const std::vector<Run>& runs) {
    Carried out;
    const auto verdict_in = [&](std::string_view name) {
        const Run* run = run_named(runs, name);
        return run == nullptr ? Verdict::open : verdict(claim, run->found[index]);
    };
    std::set<std::string_view> parts;
    for (const person::ModuleText& module : person::modules) {
        if (verdict_in(module.name) != Verdict::fails) continue;
        out.carriers.emplace_back(module.name);
        parts.insert(part_of(module));
    }
    for (const claims::StandIn& one : claims::stand_ins()) {
        if (one.id == the_theory) continue;
        if (verdict_in(one.id) != Verdict::holds) continue;
        (one.null_person ? out.weak : out.rivals).emplace_back(one.id);
    }
    for (const std::string& name : claim.rivals) {
        if (verdict_in(name) != Verdict::fails) out.expected_to_fail.push_back(name);
    }
    const bool holds = verdict_in(everything) == Verdict::holds;
    for (const person::Addition& one : person::additions) {
        const std::string with = person::name_with(one);
        if (!holds && verdict_in(with) == Verdict::holds) out.mended_by.emplace_back(one.name);
        if (holds && verdict_in(with) == Verdict::fails) out.broken_by.emplace_back(one.name);
    }
    if (!holds) {
        out.carriers.clear();  // nothing is carried
        return out;
    }
    const bool several = out.carriers.size() >= 3 || (out.carriers.size() == 2 && parts.size() == 2);
    out.kind = several                                           ? Kind::emergent
               : !claim.term.empty() && out.carriers.size() <= 1 ? Kind::assumed
                                                                 : Kind::consequence;
    return out;
}

}  // namespace nearness::study
