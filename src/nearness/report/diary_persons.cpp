// Recorded against predicted in some persons, moment by moment: where a mean over persons follows nobody, this shows it.
#include "nearness/report/diary.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/format.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

constexpr std::size_t most_persons = 8;

struct Person {
    std::size_t person = 0;
    double r = 0;  // of prediction and answer, within the person; 0 where one of them never changes
    std::vector<double> day, predicted, recorded;
};

// Persons with enough answers, from the one whose answers the prediction follows best.
std::vector<Person> ranked(const Moments& moments, const Forecasted& quantity) {
    std::vector<Person> out;
    for (std::size_t p = 0; p < moments.view.collection.persons.size(); ++p) {
        Person one{p, 0, {}, {}, {}};
        infer::Pairs pairs;
        for (const engine::RecordedRow* row : moments.of(0, p)) {
            const double predicted = row->result.*quantity.member;
            const double recorded = moments.answer(quantity, p, *row);
            one.day.push_back(row->time);
            one.predicted.push_back(predicted);
            one.recorded.push_back(recorded);
            if (!finite(predicted) || !finite(recorded)) continue;
            pairs.x.push_back(predicted);
            pairs.y.push_back(recorded);
        }
        if (pairs.x.size() < infer::fewest_moments) continue;
        const double r = infer::correlate({pairs}).pooled.value;
        one.r = finite(r) ? r : 0;
        out.push_back(std::move(one));
    }
    std::stable_sort(out.begin(), out.end(), [](const Person& a, const Person& b) { return a.r > b.r; });
    return out;
}

Data columns(const std::vector<Person>& all, std::size_t shown, std::string_view id, std::string_view name) {
    std::vector<double> number, day, predicted, recorded;
    for (std::size_t i = 0; i < shown; ++i) {
        // Evenly over the ranks, the first and the last among them.
        const Person& one = all[shown > 1 ? i * (all.size() - 1) / (shown - 1) : 0];
        number.insert(number.end(), one.day.size(), static_cast<double>(i + 1));
        day.insert(day.end(), one.day.begin(), one.day.end());
        predicted.insert(predicted.end(), one.predicted.begin(), one.predicted.end());
        recorded.insert(recorded.end(), one.recorded.begin(), one.recorded.end());
    }
    return Data(id, std::string(name) + " and answers of some persons, moment by moment")
        .numbers("person", "1", "place among those shown", std::move(number), 0)
        .numbers("day", "days", "since the person’s first answer", std::move(day), 2)
        .numbers("predicted", "1", "what the model predicted, as written", std::move(predicted))
        .numbers("recorded", "1", "what was recorded, on the same scale", std::move(recorded));
}

}  // namespace

std::string by_person(const Moments& moments, Figures& figures) {
    std::string out;
    for (const Forecasted& quantity : forecasted) {
        const std::vector<Person> all = ranked(moments, quantity);
        if (all.empty()) continue;
        const std::size_t shown = std::min(most_persons, all.size());
        const bool outcome = quantity.role == observe::Role::outcome;
        Figure figure;
        figure.kind = "diary-persons";
        figure.id = outcome ? "diary-pain-by-person" : "diary-protection-by-person";
        figure.title = std::string(quantity.name) + " and what was recorded, in some persons";
        figure.options = {{"predicted", outcome ? "expected pain" : "protective use"},
                          {"recorded", moments.question(quantity)}};
        figure.data.emplace_back("moments", columns(all, shown, figure.id, quantity.name));
        figure.caption = fmt::format(
            "Simulated, beside what was recorded. Dots: answers to “{}”. Line: {}, {}, as written (A). Shown {} {}, "
            "from the one whose answers it follows best to the one whose answers it follows least (correlation within "
            "the person). Nothing is fitted, so the level may be off as well. These panels judge the model; they say "
            "nothing about the persons. Whose answers they are stays out of the page, but the answers are in it: "
            "pass it on with the care that the diary needs.",
            escape(moments.question(quantity)), outcome ? "the pain that the model expected" : "protective use",
            quantity.says, shown == 1 ? "is" : "are",
            shown < all.size() ? fmt::format("{} of {} persons, evenly spaced by rank", shown, all.size())
                               : counted(shown, "person", "persons"));
        out += figures.add(figure);
    }
    return out;
}

}  // namespace nearness::report
