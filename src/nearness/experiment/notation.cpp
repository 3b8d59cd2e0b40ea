#include "nearness/experiment/notation.hpp"

#include "nearness/base/problem.hpp"
#include "nearness/experiment/scanner.hpp"
#include "nearness/memory/learners/trial.hpp"

#include <algorithm>
#include <cstdint>

namespace nearness::experiment {

namespace {

// Reads one part of a design: what stands between two bars.
class Part : private Scanner {
public:
    Part(std::string_view text, std::size_t from, std::size_t until, std::vector<Misread>& problems)
        : Scanner(text, from, until, problems), from_(from) {}

    // Empty where this is a pause or nothing of use.
    std::optional<Phase> phase;
    std::optional<Length> pause;

    void read() {
        skip();
        if (done()) {
            return add(from_, 1, "a phase is empty", "write `-` for a phase without trials");
        }
        if (read_pause()) return;
        phase.emplace();
        if (here() == '-') {
            ++at_;
            skip();
            if (!done()) add(at_, 1, after_phase(), "`-` is a phase without trials and stands alone");
            phase->random = false;
            return;
        }
        std::vector<Element> contexts;
        while (read_kind(contexts)) {
        }
        phase->random = random_;
    }

private:
    // A number and a unit and nothing else. `24h`, which could be trials of a stimulus h, is refused.
    bool read_pause() {
        const std::size_t begin = at_;
        if (!is_digit(here())) return false;
        try {
            const double amount = number();
            const bool point = text_.substr(begin, at_ - begin).find('.') != std::string_view::npos;
            const bool blank = is_blank(here());
            blanks();
            const std::size_t word_at = at_;
            const std::string word(run(is_letter));
            blanks();
            const std::optional<Unit> unit = unit_called(word);
            const bool small = word.size() > 1 && std::all_of(word.begin(), word.end(), is_small);
            // `24 H` and `24 m` are no trials of H or m: nobody writes a blank before a name by chance.
            if (done() && blank && !unit && is_like_a_unit(word)) {
                give_up(word_at, word.size(), "`" + word + "` is not a unit of time",
                        "accepted: s, min, h, d, weeks and so on; trials are written without a blank, as in 24A");
            }
            if (!done() || word.empty() || (!unit && !(blank && small))) {
                at_ = begin;
                if (point) {
                    give_up(begin, word_at - begin, "the number of trials is not whole", "for example 20A>(US)");
                }
                return false;
            }
            if (!unit)
                give_up(word_at, word.size(), "`" + word + "` is not a unit of time", suggestion(word, plural_units()));
            if (!blank) {
                const std::string count(text_.substr(begin, word_at - begin));
                give_up(begin, word_at + word.size() - begin, "a length of time, or trials of a stimulus?",
                        "write `" + count + ' ' + word + "` for the time between two phases, `" + count + '(' + word +
                            ")` for trials");
            }
            pause = Length{amount, *unit};
        } catch (const GivenUp&) {
            at_ = until_;
        }
        return true;
    }

    static bool is_like_a_unit(std::string word) {
        for (char& c : word) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        return word == "m" || unit_called(word).has_value();
    }

    // One kind and what parts it from the next; false when there is none.
    bool read_kind(std::vector<Element>& contexts) {
        try {
            skip();
            if (here() == '[') contexts = read_contexts();
            Kind kind;
            kind.contexts = contexts;
            const std::size_t begin = at_;
            kind.count = count();
            skip();
            kind.test = take('#');
            read_periods(kind);
            check_repeats(kind);
            check_shares(kind, begin);
            phase->kinds.push_back(std::move(kind));
        } catch (const GivenUp&) {
            while (!done() && here() != '/') ++at_;
        }
        skip();
        if (done()) return false;
        if (here() == '@') {
            read_apart();
            return false;
        }
        ++at_;  // the /
        skip();
        if (!done()) return true;
        add(at_ - 1, 1, "nothing follows the `/`", "`/` stands between two kinds of trials: 10A>(US)/10B");
        return false;
    }

    bool take(char c) {
        skip();
        if (here() != c) return false;
        ++at_;
        return true;
    }

    int count() {
        skip();
        const std::size_t begin = at_;
        if (!is_digit(here())) {
            if (here() == '#') {
                give_up(at_, 1, "the number of trials is missing", "write it before the `#`: 1#A");
            }
            if (done() || here() == '/')
                give_up(at_ - (done() ? 1 : 0), 1, "trials are missing", "for example 20A>(US)");
            give_up(at_, 1, is_letter(here()) || here() == '(' ? "the number of trials is missing" : after_phase(),
                    "a kind of trials begins with its number: 20A>(US)");
        }
        const double amount = number();
        if (amount < 1 || amount > most_trials || amount != static_cast<int>(amount)) {
            give_up(begin, at_ - begin, "the number of trials is not a whole number from 1 to 100,000",
                    "write `-` for a phase without trials");
        }
        return static_cast<int>(amount);
    }

    void read_periods(Kind& kind) {
        std::size_t period_at = at_;
        do {
            skip();
            period_at = at_;
            std::vector<Element> period;
            while (is_letter(here()) || here() == '(') {
                period.push_back(element());
                skip();
            }
            if (period.empty()) {
                if (done() || here() == '>' || here() == '/' || here() == '|' || here() == '#') {
                    give_up(std::min(period_at, until_ - 1), 1, "no stimulus stands here", "for example 20A>(US)");
                }
                odd_character();
            }
            kind.periods.push_back(std::move(period));
        } while (take('>'));
        if (static_cast<int>(kind.periods.size()) > learners::most_periods) {
            give_up(period_at, 1, "a trial has more than 8 periods", "`>` parts at most 8 periods");
        }
        if (take('#')) kind.test = true;
        skip();
        if (!done() && here() != '/' && here() != '@') odd_character();
    }

    [[noreturn]] void odd_character() {
        const char c = here();
        std::string remedy =
            "between stimuli: > for the next period; after them: # for a test, / for another kind, @ for "
            "the time between trials, | for the next phase";
        if (c == '+' || c == '-') remedy = "write what follows: 20A>(US) for A+, 20A for A-";
        if (is_digit(c)) remedy = "a stimulus begins with a letter; names of more than one stand in parentheses: (A1)";
        if (c == ')') remedy = "there is no `(` before it";
        if (c == '[') remedy = "a context stands before the number of trials: [X]20A>(US)";
        if (c == '#') remedy = "one `#` is enough";
        if (c == '%' || c == ':') remedy = "after a stimulus: A:0.5 for an intensity, A:50% for a share of the trials";
        give_up(at_, 1, "`" + character(at_) + "` cannot stand here", remedy);
    }

    Element element() {
        Element one;
        const std::size_t begin = at_;
        if (here() == '(') {
            ++at_;
            blanks();
            one.stimulus = word(begin, "a stimulus");
            if (here() == '_') {
                ++at_;
                one.form = word(begin, "a form of a stimulus");
            }
            blanks();
            if (here() != ')') {
                const bool open = done() || here() == '>' || here() == '/' || here() == '#';
                if (open) give_up(begin, 1, "`(` is not closed", "write `(" + one.name() + ")`");
                give_up(at_, 1, "`" + character(at_) + "` cannot stand in a name",
                        "letters, digits and -, and one `_` before the name of a form: (tone_loud)");
            }
            ++at_;
        } else {
            if (here() == 'U' && after(1) == 'S') {
                give_up(at_, 2, "`US` without parentheses is two stimuli, U and S",
                        "write `(US)` for the outcome, `SU` for two stimuli");
            }
            one.stimulus = character(at_);
            at_ += one.stimulus.size();
            if (here() == '_') {
                ++at_;
                if (!is_letter(here()))
                    give_up(begin, at_ - begin, "a form of a stimulus needs a letter", "for example A_x");
                one.form = character(at_);
                at_ += one.form.size();
            }
        }
        read_numbers(one, true);
        return one;
    }

    // `:0.5` is an intensity, `:50%` a share.
    void read_numbers(Element& one, bool shares) {
        bool intensity = false, share = false;
        while (here() == ':') {
            const std::size_t begin = at_++;
            blanks();
            const double amount = number();
            const bool percent = shares && here() == '%';
            if (percent) ++at_;
            bool& given = percent ? share : intensity;
            if (given)
                give_up(begin, at_ - begin, "this is given twice",
                        "A:0.5 is an intensity, A:50% a share of the trials");
            given = true;
            if (percent && (amount <= 0 || amount > 100)) {
                give_up(begin, at_ - begin, "a share is above 0% and at most 100%", "leave out what is never there");
            }
            if (!percent && (amount <= 0 || amount > 100)) {
                give_up(begin, at_ - begin, "an intensity is above 0 and at most 100",
                        "leave out what is not there; a share of the trials has a %");
            }
            (percent ? one.percent : one.intensity) = amount;
        }
    }

    std::vector<Element> read_contexts() {
        const std::size_t begin = at_++;
        std::vector<Element> contexts;
        blanks();
        while (here() != ']') {
            if (done()) give_up(begin, 1, "`[` is not closed", "a context stands in brackets: [X]20A>(US)");
            Element one;
            one.stimulus = word(begin, "a context");
            read_numbers(one, false);
            blanks();
            contexts.push_back(std::move(one));
            if (here() == ',') {
                ++at_;
                blanks();
                if (here() == ']') give_up(at_ - 1, 1, "nothing follows the `,`", "[X, Y] is two contexts at once");
            } else if (!done() && here() != ']') {
                give_up(at_, 1, "`" + character(at_) + "` cannot stand in the name of a context",
                        "letters, digits and -; a comma between two");
            }
        }
        ++at_;
        return contexts;
    }

    // Within a period everything is there once; in several periods it is the same.
    void check_repeats(const Kind& kind) {
        std::vector<Element> seen = kind.contexts;
        const auto again = [&](const Element& one, const std::vector<Element>& among) {
            return std::find_if(among.begin(), among.end(),
                                [&](const Element& other) { return other.stimulus == one.stimulus; });
        };
        for (const std::vector<Element>& period : kind.periods) {
            std::vector<Element> here = kind.contexts;
            for (const Element& one : period) {
                if (again(one, here) != here.end()) {
                    give_up(at_ - 1, 1, "`" + one.stimulus + "` is there twice at the same time",
                            "each stimulus, and each context, once; intensities are written A:2");
                }
                const auto before = again(one, seen);
                if (before != seen.end() && *before != one) {
                    give_up(at_ - 1, 1, "`" + one.stimulus + "` changes within a trial",
                            "the same form, intensity and share in all periods");
                }
                here.push_back(one);
                seen.push_back(one);
            }
        }
    }

    // A share so small that no trial gets it: the text says one thing and the trials another.
    void check_shares(const Kind& kind, std::size_t begin) {
        for (const std::vector<Element>& period : kind.periods) {
            for (const Element& one : period) {
                if (trials_of_share(kind.count, one.percent) > 0) continue;
                give_up(begin, at_ - begin,
                        decimal(one.percent) + "% of " + std::to_string(kind.count) + " trials is none of them",
                        "a larger share, or more trials; shares are rounded to whole trials");
            }
        }
    }

    void read_apart() {
        try {
            const std::size_t begin = at_++;
            skip();
            const double amount = number();
            blanks();
            const std::size_t word_at = at_;
            const std::string name(run(is_letter));
            const std::optional<Unit> unit = unit_called(name);
            if (name.empty()) {
                give_up(begin, at_ - begin, "a length of time without its unit",
                        "for example @ " + decimal(amount) + " min");
            }
            if (!unit)
                give_up(word_at, name.size(), "`" + name + "` is not a unit of time", suggestion(name, plural_units()));
            if (amount == 0) give_up(begin, at_ - begin, "trials lie some time apart", "for example @ 2 min");
            phase->apart = Length{amount, *unit};
            skip();
            if (!done()) give_up(at_, 1, after_phase(), "the time between trials ends a phase, after all its kinds");
        } catch (const GivenUp&) {
            at_ = until_;
        }
    }

    std::size_t from_;
};

}  // namespace

Parsed parse(std::string_view text) {
    Parsed parsed;
    find_odd_characters(text, parsed.problems);
    if (!parsed.problems.empty()) return parsed;  // what they would be taken for says nothing
    std::optional<Length> pause;
    std::size_t pause_at = 0;
    std::size_t from = 0;
    const auto misplaced = [&] {
        parsed.problems.push_back({pause_at, 1, "no phase stands on both sides of this time",
                                   "a time stands between two phases: 20A>(US) | 24 h | 20A#"});
    };
    if (text.empty()) parsed.problems.push_back({0, 1, "a design is empty", "for example 20A>(US) | 20A"});
    while (from <= text.size() && !text.empty()) {
        const std::size_t bar = std::min(text.find('|', from), text.size());
        Part part(text, from, bar, parsed.problems);
        part.read();
        if (part.pause) {
            if (pause || parsed.phases.empty()) misplaced();
            pause = part.pause;
            pause_at = from;
        } else if (part.phase) {
            part.phase->pause = pause;
            pause.reset();
            parsed.phases.push_back(std::move(*part.phase));
        }
        from = bar + 1;
    }
    if (pause) misplaced();
    if (static_cast<int>(parsed.phases.size()) > most_phases) {
        parsed.problems.push_back({0, text.size(), "a design has more than 1,000 phases", "shorten it"});
    }
    return parsed;
}

}  // namespace nearness::experiment
