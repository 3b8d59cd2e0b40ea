// A collection as the report sees it: how each arm is drawn, which chapters of two arms are the same, and spreads that
// do not break when arms have other chapters or nothing was measured.
#pragma once

#include "nearness/engine/collection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nearness::report {

// How many other arms a figure with lines over each other holds.
inline constexpr std::size_t most_other_arms = 4;

// An arm keeps its letter, colour, dash and marker through all figures.
struct Look {
    std::string key;   // "A"
    std::string name;  // "A as written"
    int colour = 0, dash = 0;
    std::string_view marker = "disc";  // a name of web/figures/kit.ts
};

// What is read off an encounter.
using Reading = double (*)(const engine::MomentRow&);

// A number of life::Summary that figures show.
struct Quantity {
    std::string_view name;
    std::string_view says;
    double life::Summary::*member;
    Reading of;  // the same in one encounter
};
const std::vector<Quantity>& shown_quantities();  // edge, protective use, felt closeness

class View {
public:
    explicit View(const engine::Collection& of);

    const engine::Collection& collection;

    std::size_t arms() const { return collection.arms(); }
    std::size_t lives() const { return collection.lives(); }
    // Recorded answers drive a chapter, which has no encounters of its own.
    bool driven_by_diary() const { return !collection.plan.diary.empty(); }
    bool typical() const { return collection.plan.deterministic; }
    // Whether anybody ever comes close: a study of tones and lights may know no signal of an encounter.
    bool knows_closeness() const;
    const Look& look(std::size_t arm) const { return looks_[arm]; }
    // Persons who were recorded; plan.record says what was kept of them.
    const std::vector<const engine::PersonResult*>& recorded() const { return recorded_; }
    // The one whose single state or encounters figures show: the first recorded; none when nobody was.
    const engine::PersonResult* shown_person() const { return recorded_.empty() ? nullptr : recorded_.front(); }
    // "person 1", or "the typical path". Whose diary it is stays out of the page.
    std::string person_name(int person) const;

    // Chapters are those of the first arm; `c` counts them.
    std::size_t chapters() const { return collection.chapters(0).size(); }
    const life::Chapter& chapter(std::size_t c) const { return collection.chapters(0)[c]; }
    std::string chapter_name(std::size_t c) const;
    std::string chapter_title(std::size_t c) const;  // with its number
    std::string age_at_end(std::size_t c) const;     // "at 16 years"
    // A sentence on with whom edges and curves at the ends of these chapters are measured.
    std::string with_whom(const std::vector<std::size_t>& chapters) const;
    // The last `most` chapters: as many pictures as a figure holds.
    std::vector<std::size_t> last_chapters(std::size_t most) const;
    // Nothing happens: neither encounters nor recorded moments.
    bool quiet(std::size_t c) const { return chapter(c).encounters() == 0 && !chapter(c).diary; }
    // The same chapter in another arm: same place and id, else same id, else none.
    std::optional<std::size_t> same_chapter(std::size_t arm, std::size_t c) const;
    // The first chapter in which the arm differs from the first arm.
    std::size_t departs(std::size_t arm) const { return departs_[arm]; }
    // Chapters in which an arm departs and the last one: where arms are compared. Empty without other arms.
    std::vector<std::size_t> compared_chapters() const;
    // The arm whose rows hold this chapter of `arm`.
    std::size_t lived_in(std::size_t arm, std::size_t c) const { return c < departs_[arm] ? 0 : arm; }

    // One value a person in person order, NaN where it was not measured. Empty when the arm has no such chapter.
    // `quantity`: a member of life::Summary or a place in its `describe`.
    template <class Quantity>
    std::vector<double> values(std::size_t arm, std::size_t c, Quantity quantity) const {
        const auto same = same_chapter(arm, c);
        return same ? collection.values(arm, *same, quantity) : std::vector<double>{};
    }
    engine::Spread spread(std::size_t arm, std::size_t c, double life::Summary::*member) const;
    // This arm minus the first, person by person.
    engine::Spread difference(std::size_t arm, std::size_t c, double life::Summary::*member) const;
    // Share of persons whose edge is 1: closeness no longer sets off the alarm.
    double share_without_edge(std::size_t arm, std::size_t c) const;

    // The first arm and those others, at most `most`, whose means lie farthest from it in the last chapter.
    std::vector<std::size_t> drawn_arms(std::size_t most) const;

private:
    std::vector<Look> looks_;
    std::vector<std::size_t> departs_;
    std::vector<const engine::PersonResult*> recorded_;
};

}  // namespace nearness::report
