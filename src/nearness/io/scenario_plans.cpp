#include "nearness/io/scenario_plans.hpp"

#include "nearness/io/number.hpp"
#include "nearness/random/stream.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nearness::io {

namespace {

constexpr double rounding = 1e-9;  // days; a session at the very end of its chapter fits

Words words(const auto& names) { return {names.begin(), names.end()}; }

// One overload a therapy: its settings beyond dose and spacing.
struct Settings {
    const Fields& fields;
    Words& keys;

    void take(const char* key, double& value) const {
        keys.emplace_back(key);
        if (const auto given = fields.number(key, 0, 1)) value = *given;
    }

    void operator()(therapy::Talk&) const {}
    void operator()(therapy::CorrectiveRelationship&) const {}
    void operator()(therapy::Parts& parts) const { take("curiosity", parts.curiosity); }
    void operator()(therapy::Pressure& pressure) const { take("pressure", pressure.pressure); }
    void operator()(therapy::GradedCloseness& graded) const { take("beyond_edge", graded.beyond_edge); }
    void operator()(therapy::Flooding& flooding) const {
        take("suppressed", flooding.suppressed);
        take("pressure", flooding.pressure);
    }
    void operator()(therapy::Emdr& emdr) const {
        take("load", emdr.load);
        keys.emplace_back("load_shape");
        if (const auto shape = fields.choice("load_shape", {"inverted u", "linear"}, "load shape")) {
            emdr.shape = *shape == 1 ? therapy::LoadShape::linear : therapy::LoadShape::inverted_u;
        }
    }
};

template <std::size_t index = 0>
therapy::Therapy therapy_number(std::size_t wanted) {
    if constexpr (index + 1 < std::variant_size_v<therapy::Therapy>) {
        if (wanted != index) return therapy_number<index + 1>(wanted);
    }
    return therapy::Therapy(std::in_place_index<index>);
}

std::optional<double> read_every(const Fields& fields) {
    if (!fields.has("every")) return life::Plan{}.every;
    const std::optional<double> every = fields.days("every", "weeks");
    if (!every || *every > 0) return every;
    fields.report().add("E0108", fields.spot("every"), "`every` should be above 0");
    return std::nullopt;
}

// When the sessions of a plan begin: `starts` after the chapter's start, or after the plan named by `after`.
std::optional<double> read_start(const Fields& fields, const life::Chapter& chapter, life::Plan& made) {
    const std::optional<double> starts = fields.has("starts") ? fields.days("starts", "months") : 0.0;
    if (starts && *starts < 0) {
        fields.report().add("E0108", fields.spot("starts"), "`starts` lies before the chapter",
                            "count from the chapter's start, or from the plan named by `after`");
        return std::nullopt;
    }
    const std::optional<std::string> after = fields.text("after");
    if (!after) return fields.has("after") ? std::nullopt : starts;
    Words before;
    for (std::size_t p = 0; p < chapter.plans.size(); ++p) {
        const life::Plan& plan = chapter.plans[p];
        if (plan.id == *after) {
            made.after = static_cast<int>(p);
            made.pause = starts.value_or(0);
            return starts ? std::optional(plan.time_of(plan.sessions) + *starts) : std::nullopt;
        }
        before.push_back(plan.id);
    }
    const bool itself = fields.text(fields.has("id") ? "id" : "therapy") == after;
    fields.report().add("E0114", fields.spot("after"), fmt::format("no plan `{}` above this one", *after),
                        itself           ? "that is this plan itself"
                        : before.empty() ? "this is the chapter's first plan; put that one above it"
                                         : suggestion(*after, before));
    return std::nullopt;
}

// until = { measure = "edge", above = 0.9 }; false for none, with which an arm takes one away.
std::optional<life::Goal> read_goal(const Fields& plan, const therapy::Therapy& therapy) {
    const Node* node = plan.get("until");
    const std::string shape = "until = { measure = \"edge\", above = 0.9 }";
    if (node->kind == Node::Kind::boolean) {
        if (node->boolean)
            plan.report().add("E0102", node->spot, "`until` cannot be true", shape + ", or false for none");
        return std::nullopt;
    }
    if (node->kind != Node::Kind::table) {
        plan.wrong_kind("until", *node, "a table", shape);
        return std::nullopt;
    }
    const Fields fields(*node, "`until` of " + plan.name(), plan.report());
    fields.accept({"measure", "above", "below"});
    static const Words measures = words(life::measure_names);
    life::Goal goal;
    if (!fields.require("measure", shape)) return std::nullopt;
    const auto measure = fields.choice("measure", measures, "measure to wait for");
    if (!measure) return std::nullopt;
    goal.measure = static_cast<life::Measure>(*measure);
    if (goal.measure == life::Measure::sud && !std::holds_alternative<therapy::Emdr>(therapy)) {
        fields.report().add("E0119", fields.spot("measure"),
                            fmt::format("{} has no SUD to wait for", therapy::name(therapy)),
                            "only emdr sessions measure it");
        return std::nullopt;
    }
    if (fields.has("above") == fields.has("below")) {
        fields.report().add("E0105", fields.spot(),
                            fmt::format("{} needs `above` or `below`, one of them", fields.name()), shape);
        return std::nullopt;
    }
    goal.above = fields.has("above");
    const auto value = fields.number(goal.above ? "above" : "below", 0, goal.measure == life::Measure::sud ? 10 : 1);
    if (!value) return std::nullopt;
    goal.value = *value;
    return goal;
}

void read_plan(const Fields& fields, std::optional<double> length, life::Chapter& chapter) {
    Report& report = fields.report();
    static const Words therapies = words(therapy::names);
    Words keys = {"therapy", "id", "sessions", "every", "starts", "after", "until"};
    life::Plan plan;
    if (!fields.require("therapy", suggestion("", therapies))) return;
    const auto therapy = fields.choice("therapy", therapies, "therapy");
    if (!therapy) return;
    plan.therapy = therapy_number(*therapy);
    std::visit(Settings{fields, keys}, plan.therapy);
    fields.accept(keys);

    plan.id = fields.id("id").value_or(std::string(therapy::name(plan.therapy)));
    const bool taken = std::any_of(chapter.plans.begin(), chapter.plans.end(),
                                   [&](const life::Plan& other) { return other.id == plan.id; });
    if (taken) {
        report.add("E0111", fields.spot(fields.has("id") ? "id" : "therapy"),
                   fmt::format("a second plan `{}` in `{}`", plan.id, chapter.id),
                   fmt::format("give it a name of its own: id = \"{}-2\"", plan.id));
    }
    fields.require("sessions", "say how many: sessions = 6");
    const auto sessions = fields.whole("sessions", 1, random::most_moments);
    if (sessions.value_or(2) > 1) fields.require("every", "say how often: every = \"1 week\"");
    const std::optional<double> every = read_every(fields);
    const std::optional<double> starts = read_start(fields, chapter, plan);
    if (fields.has("until")) plan.goal = read_goal(fields, plan.therapy);

    plan.sessions = static_cast<int>(sessions.value_or(0));
    plan.every = every.value_or(plan.every);
    plan.starts = starts.value_or(0);
    if (sessions && every && starts && length && plan.time_of(plan.sessions - 1) > *length + rounding) {
        report.add("E0110", fields.spot("sessions"),
                   fmt::format("the last session of `{}` is {} after the start of `{}`, which lasts {}", plan.id,
                               in_words(plan.time_of(plan.sessions - 1)), chapter.id, in_words(*length)),
                   "make the chapter longer, or the plan shorter");
    }
    chapter.plans.push_back(plan);
}

void check_total(const Fields& fields, const life::Chapter& chapter) {
    double total = 0;
    for (const life::Plan& plan : chapter.plans) total += plan.sessions;
    if (total <= random::most_moments) return;
    fields.report().add("E0117", fields.spot("plan"), fmt::format("`{}` has too many sessions", chapter.id),
                        fmt::format("accepted: at most {}", with_thousands(random::most_moments)));
}

double read_strength(const Fields& fields, double standard) {
    return fields.number("strength", 0, 1).value_or(standard);
}

void read_event(const Fields& fields, std::optional<double> length, Company company, life::Chapter& chapter) {
    Report& report = fields.report();
    static const Words kinds = words(life::event_names);
    if (!fields.require("kind", suggestion("", kinds))) return;
    const auto kind = fields.choice("kind", kinds, "kind of event");
    if (!kind) return;
    life::Event event;
    Words keys = {"kind", "at"};
    switch (*kind) {
        case 0: event.kind = life::Stressor{read_strength(fields, life::Stressor{}.strength)}; break;
        case 1: event.kind = life::Betrayal{read_strength(fields, life::Betrayal{}.strength)}; break;
        case 2: event.kind = life::BreakUp{}; break;
        default: event.kind = life::NewPartner{}; break;
    }
    if (*kind <= 1) keys.emplace_back("strength");
    fields.accept(keys);
    if (*kind == 1 && !company.anyone) {
        report.add("E0116", fields.spot("kind"), fmt::format("a betrayal, but `{}` has nobody", chapter.id),
                   "say who: with = { kind = \"partner\" }");
    } else if (*kind >= 2 && !company.partner) {
        report.add("E0116", fields.spot("kind"), fmt::format("a {}, but `{}` has no partner", kinds[*kind], chapter.id),
                   "say who: with = { kind = \"partner\" }");
    }
    fields.require("at", "say when, counted from the chapter's start: at = \"3 months\"");
    const auto at = fields.days("at", "months");
    if (!at) return;
    if (*at < 0 || (length && *at > *length + rounding)) {
        report.add("E0110", fields.spot("at"),
                   *at < 0 ? fmt::format("the {} comes before `{}` begins", kinds[*kind], chapter.id)
                           : fmt::format("the {} comes {} after the start of `{}`, which lasts {}", kinds[*kind],
                                         in_words(*at), chapter.id, in_words(*length)),
                   "count from the chapter's start");
    }
    event.at = *at;
    chapter.events.push_back(event);
}

}  // namespace

void read_plans(const Fields& fields, std::optional<double> length, life::Chapter& chapter) {
    for (const Node* plan : fields.tables("plan", "chapter.plan")) {
        read_plan(Fields(*plan, fmt::format("[[chapter.plan]] of `{}`", chapter.id), fields.report()), length, chapter);
    }
    check_total(fields, chapter);
}

void read_events(const Fields& fields, std::optional<double> length, Company company, life::Chapter& chapter) {
    for (const Node* event : fields.tables("event", "chapter.event")) {
        read_event(Fields(*event, fmt::format("[[chapter.event]] of `{}`", chapter.id), fields.report()), length,
                   company, chapter);
    }
    if (chapter.events.size() > random::most_moments) {
        fields.report().add("E0117", fields.spot("event"), fmt::format("`{}` has too many events", chapter.id),
                            fmt::format("accepted: at most {}", with_thousands(random::most_moments)));
    }
}

}  // namespace nearness::io
