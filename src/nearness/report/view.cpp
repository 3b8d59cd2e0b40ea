#include "nearness/report/view.hpp"

#include "nearness/report/format.hpp"

#include <algorithm>
#include <set>

namespace nearness::report {

namespace {

constexpr int colours = 7;
constexpr int dashes = 6;

// A, B, ..., Z, AA, AB, ...
std::string letters(std::size_t index) {
    std::string out;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
        out.insert(out.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return out;
}

// `order`: the arm's place among those that get their appearance, from 0 for the first arm.
Look look_of(const engine::Arm& arm, std::size_t index, std::size_t order) {
    static constexpr std::string_view markers[] = {"disc", "square", "diamond", "up", "down", "cross"};
    Look look;
    look.key = letters(index);
    look.name = look.key + "  " + (arm.id.empty() ? "arm " + std::to_string(index + 1) : arm.id);
    look.colour = static_cast<int>(order == 0 ? 0 : 1 + (order - 1) % (colours - 1));  // the first arm's is its own
    look.dash = static_cast<int>(order == 0 ? 0 : 1 + (order - 1) % (dashes - 1));
    look.marker = markers[order % 6];
    return look;
}

}  // namespace

const std::vector<Quantity>& shown_quantities() {
    static const std::vector<Quantity> quantities = {
        {"Edge", "where the alarm starts (1: never)", &life::Summary::edge,
         [](const engine::MomentRow& row) { return row.edge; }},
        {"Protective use", "how far protection acts, 0 to 1", &life::Summary::use,
         [](const engine::MomentRow& row) { return row.meeting.use; }},
        {"Felt closeness", "what arrives of it, 0 to 1", &life::Summary::felt,
         [](const engine::MomentRow& row) { return row.meeting.felt; }},
    };
    return quantities;
}

View::View(const engine::Collection& of) : collection(of) {
    for (std::size_t a = 0; a < arms(); ++a) {
        departs_.push_back(a == 0 ? 0 : static_cast<std::size_t>(engine::departure(collection.plan, a)));
    }
    // Arms that share a figure come first, so that they get the colours that differ most.
    std::vector<std::size_t> order = drawn_arms(most_other_arms);
    for (std::size_t a = 1; a < arms(); ++a) {
        if (std::find(order.begin(), order.end(), a) == order.end()) order.push_back(a);
    }
    looks_.resize(arms());
    for (std::size_t i = 0; i < order.size(); ++i) {
        looks_[order[i]] = look_of(collection.plan.arms[order[i]], order[i], i);
    }
    for (const engine::PersonResult& person : collection.persons) {
        if (collection.plan.is_recorded(person.person)) recorded_.push_back(&person);
    }
}

std::string View::chapter_name(std::size_t c) const {
    return chapter(c).id.empty() ? "chapter " + std::to_string(c + 1) : chapter(c).id;
}

std::string View::chapter_title(std::size_t c) const { return fmt::format("{}  {}", c + 1, chapter_name(c)); }

std::string View::age_at_end(std::size_t c) const { return "at " + age(chapter(c).until); }

std::vector<std::size_t> View::last_chapters(std::size_t most) const {
    std::vector<std::size_t> out;
    for (std::size_t c = chapters() > most ? chapters() - most : 0; c < chapters(); ++c) out.push_back(c);
    return out;
}

std::string View::with_whom(const std::vector<std::size_t>& shown) const {
    const bool somebody_in_all =
        std::all_of(shown.begin(), shown.end(), [&](std::size_t c) { return chapter(c).other >= 0; });
    return somebody_in_all
               ? "With whoever the chapter brings."
               : "With whoever the chapter brings; in a chapter that brings nobody, with a stranger like an "
                 "ordinary partner.";
}

bool View::knows_closeness() const {
    for (const engine::Arm& arm : collection.plan.arms) {
        for (const life::Chapter& chapter : arm.scenario.chapters) {
            if (chapter.encounters() > 0) return true;
        }
    }
    for (const engine::RecordedPerson& person : collection.plan.diary) {
        for (const life::RecordedMoment& moment : person.moments) {
            for (std::size_t d = 0; d < memory::EncounterCues::signals; ++d) {
                if (moment.cues.known[d]) return true;
            }
        }
    }
    return false;
}

std::string View::person_name(int person) const {
    return typical() && !driven_by_diary() ? "the typical path" : fmt::format("person {}", person + 1);
}

std::optional<std::size_t> View::same_chapter(std::size_t arm, std::size_t c) const {
    const auto& theirs = collection.chapters(arm);
    if (c < theirs.size() && theirs[c].id == chapter(c).id) return c;
    for (std::size_t i = 0; i < theirs.size(); ++i) {
        if (theirs[i].id == chapter(c).id) return i;
    }
    return std::nullopt;
}

std::vector<std::size_t> View::compared_chapters() const {
    if (arms() < 2 || chapters() == 0) return {};
    std::set<std::size_t> compared = {chapters() - 1};
    for (std::size_t a = 1; a < arms(); ++a) {
        if (departs(a) < chapters()) compared.insert(departs(a));
    }
    return {compared.begin(), compared.end()};
}

engine::Spread View::spread(std::size_t arm, std::size_t c, double life::Summary::*member) const {
    return engine::spread(values(arm, c, member));
}

engine::Spread View::difference(std::size_t arm, std::size_t c, double life::Summary::*member) const {
    std::vector<double> mine = values(arm, c, member);
    const std::vector<double> base = values(0, c, member);
    for (std::size_t i = 0; i < mine.size(); ++i) mine[i] -= base[i];
    return engine::spread(std::move(mine));
}

double View::share_without_edge(std::size_t arm, std::size_t c) const {
    int measured = 0;
    int none = 0;
    for (const double edge : values(arm, c, &life::Summary::edge)) {
        measured += edge == edge ? 1 : 0;
        none += edge >= 1 ? 1 : 0;
    }
    return measured > 0 ? static_cast<double>(none) / measured : life::not_measured;
}

std::vector<std::size_t> View::drawn_arms(std::size_t most) const {
    std::vector<std::size_t> others;
    std::vector<double> distance(arms(), 0.0);
    for (std::size_t a = 1; a < arms(); ++a) {
        others.push_back(a);
        if (chapters() == 0) continue;
        for (const Quantity& quantity : shown_quantities()) {
            const double mean = difference(a, chapters() - 1, quantity.member).mean;
            distance[a] += mean < 0 ? -mean : mean;
        }
    }
    std::stable_sort(others.begin(), others.end(),
                     [&](std::size_t a, std::size_t b) { return distance[a] > distance[b]; });
    if (others.size() > most) others.resize(most);
    std::sort(others.begin(), others.end());
    others.insert(others.begin(), 0);
    return others;
}

}  // namespace nearness::report
