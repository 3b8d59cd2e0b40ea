#include "nearness/io/scenario_life.hpp"

#include "nearness/base/ages.hpp"
#include "nearness/io/number.hpp"
#include "nearness/io/scenario_interventions.hpp"
#include "nearness/io/scenario_others.hpp"
#include "nearness/io/scenario_parameters.hpp"
#include "nearness/io/scenario_plans.hpp"
#include "nearness/random/stream.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace nearness::io {

namespace {

constexpr double longest_life = 120 * days_per_year;
constexpr double rounding = 1e-9;  // days; ages are sums of months that are no whole days

class Reader {
public:
    Reader(const Node& root, const std::vector<life::NamedOther>& known, Report& report)
        : root_(root, "the scenario", report), report_(report) {
        life_.scenario.others = known;
        life_.scenario.parameters = read_parameters(root, report);
    }

    Life read() {
        read_others();
        const std::vector<const Node*> chapters = root_.tables("chapter", "chapter");
        if (!root_.has("chapter") && root_.misspelt("chapter") == nullptr) {
            report_.add("E0105", {}, "the scenario has no chapter", "a life begins with [[chapter]]");
        }
        if (chapters.size() > random::most_chapters) {
            report_.add("E0117", chapters[random::most_chapters]->spot, "too many chapters",
                        fmt::format("accepted: at most {}", with_thousands(random::most_chapters)));
            return life_;
        }
        for (const Node* chapter : chapters) read_chapter(*chapter, chapter == chapters.back());
        return life_;
    }

private:
    void read_others() {
        const Node* others = root_.table("others");
        if (others == nullptr) return;
        for (const Entry& entry : others->entries) {
            Node id;
            id.text = entry.key;
            id.spot = entry.spot;
            check_id(id, "name", report_);
            names_.insert(entry.key);
            named_.push_back(entry.key);
            if (entry.value.kind != Node::Kind::table) {
                report_.add("E0102", entry.value.spot, fmt::format("`{}` in [others] should be a table", entry.key),
                            fmt::format("write [others.{}] and below it kind = \"partner\"", entry.key));
                continue;
            }
            const Fields fields(entry.value, fmt::format("[others.{}]", entry.key), report_);
            if (const auto other = read_other(fields)) place(entry.key, *other, entry.spot);
        }
    }

    // The number of an other, old or new.
    int place(const std::string& id, const world::Other& other, const Spot& spot) {
        auto& others = life_.scenario.others;
        auto found = std::find_if(others.begin(), others.end(), [&](const auto& one) { return one.id == id; });
        if (found == others.end()) {
            if (static_cast<int>(others.size()) >= life::most_others) {
                report_.add("E0117", spot, "too many others",
                            fmt::format("accepted: at most {}; someone met again needs only one [others.NAME]",
                                        life::most_others));
                return -1;
            }
            found = others.insert(others.end(), {id, {}});
        }
        found->other = other;
        return static_cast<int>(found - others.begin());
    }

    void read_chapter(const Node& node, bool last) {
        life::Chapter chapter;
        const Fields unnamed(node, "[[chapter]]", report_);
        if (unnamed.require("id", "give it a short name: id = \"childhood\"")) read_id(unnamed, chapter);
        const Fields fields(node, chapter.id.empty() ? "[[chapter]]" : fmt::format("[[chapter]] `{}`", chapter.id),
                            report_);
        fields.accept(chapter_keys());
        const Company company = read_company(fields, chapter);
        const std::optional<Rate> rate = read_encounters(fields);
        chapter.diary = fields.has("diary");
        const std::optional<double> start = read_start(fields, chapter);
        const std::optional<double> length = read_length(fields, chapter, start, rate, last);
        // After a chapter whose times are not known nothing can be said about those of the next.
        end_ = start && length ? std::optional(*start + *length) : std::nullopt;
        end_of_ = chapter.id;
        if (length) check_encounters(fields, chapter, *length);
        read_plans(fields, chapter.diary ? std::nullopt : length, chapter);
        read_events(fields, chapter.diary ? std::nullopt : length, company, chapter);
        read_interventions(fields, chapter);
        if (chapter.diary) read_diary(fields, chapter);
        first_ = false;
        life_.scenario.chapters.push_back(std::move(chapter));
    }

    void read_id(const Fields& fields, life::Chapter& chapter) {
        const auto id = fields.id("id");
        if (!id) return;
        chapter.id = *id;
        if (names_.insert(*id).second) return;
        const bool other = std::find(named_.begin(), named_.end(), *id) != named_.end();
        report_.add("E0111", fields.spot("id"),
                    other ? fmt::format("`{}` is already the name in [others.{}]", *id, *id)
                          : fmt::format("a second chapter `{}`", *id),
                    "chapters and others need names of their own");
    }

    Company read_company(const Fields& fields, life::Chapter& chapter) {
        const Node* with = fields.get("with");
        if (with == nullptr) return {};
        if (with->kind == Node::Kind::table) {
            const Fields person(*with, fmt::format("`with` of `{}`", chapter.id), report_);
            const auto other = read_other(person);
            if (other) chapter.other = place(chapter.id, *other, with->spot);
        } else if (const auto name = fields.text("with")) {
            meet(*name, with->spot, chapter);
        }
        if (chapter.other < 0) return {true, true};  // reported; what follows from it need not be
        const world::Other& other = life_.scenario.others[static_cast<std::size_t>(chapter.other)].other;
        return {true, std::holds_alternative<world::Partner>(other.kind)};
    }

    void meet(const std::string& name, const Spot& spot, life::Chapter& chapter) {
        const auto& others = life_.scenario.others;
        const auto found = std::find_if(others.begin(), others.end(), [&](const auto& one) { return one.id == name; });
        const bool named = std::find(named_.begin(), named_.end(), name) != named_.end();
        if (named) {
            if (found != others.end()) chapter.other = static_cast<int>(found - others.begin());
            return;
        }
        std::string remedy = named_.empty()
                                 ? "describe them here, with = { kind = \"partner\" }, or as [others." + name + "]"
                                 : suggestion(name, named_);
        if (names_.contains(name)) {
            remedy = "`" + name + "` is a chapter; someone met in several chapters is described as [others.NAME]";
        }
        report_.add("E0114", spot, fmt::format("there is no [others.{}]", name), std::move(remedy));
    }

    std::optional<Rate> read_encounters(const Fields& fields) {
        const auto rate = fields.rate("encounters", "per week");
        if (rate && !rate->none() && !fields.has("with")) {
            report_.add("E0116", fields.spot("encounters"), fmt::format("encounters, but {} has nobody", fields.name()),
                        "say who: with = { kind = \"partner\", preset = \"ordinary\" }");
        }
        return rate;
    }

    bool possible_age(const Fields& fields, const char* key, double days) {
        if (days >= 0 && days <= longest_life) return true;
        report_.add("E0108", fields.spot(key), fmt::format("`{}`: \"{}\" is not an age", key, fields.get(key)->text),
                    "accepted: 0 to 120 years");
        return false;
    }

    std::optional<double> read_start(const Fields& fields, const life::Chapter& chapter) {
        if (!fields.has("from")) {
            if (!first_) return end_;
            fields.require("from", "say at what age the life begins: from = \"6 months\"");
            return std::nullopt;
        }
        const auto from = fields.days("from", "years");
        if (!from || !possible_age(fields, "from", *from)) return std::nullopt;
        if (end_ && *from < *end_ - rounding) {
            report_.add("E0109", fields.spot("from"),
                        fmt::format("`{}` begins at {}, before `{}` ends at {}", chapter.id, in_words(*from), end_of_,
                                    in_words(*end_)),
                        "without `from`, a chapter begins where the last one ends");
        }
        return from;
    }

    std::optional<double> read_length(const Fields& fields, life::Chapter& chapter, std::optional<double> start,
                                      const std::optional<Rate>& rate, bool last) {
        std::optional<double> length;
        if (fields.has("until") && fields.has("lasts")) {
            report_.add("E0108", fields.spot("lasts"), fmt::format("{} has both `until` and `lasts`", fields.name()),
                        "keep one of them");
            return std::nullopt;
        }
        if (fields.has("until")) {
            const auto until = fields.days("until", "years");
            if (!until || !possible_age(fields, "until", *until) || !start) return std::nullopt;
            if (*until <= *start) {
                report_.add(
                    "E0108", fields.spot("until"),
                    fmt::format("`{}` ends at {}, and begins at {}", chapter.id, in_words(*until), in_words(*start)),
                    "`until` is an age; for a length say lasts");
                return std::nullopt;
            }
            length = *until - *start;
        } else if (fields.has("lasts")) {
            length = read_lasts(fields, rate);
        } else if (chapter.diary && last) {
            length = 0;  // end_diary_chapter gives it the diary's
        } else {
            if (fields.misspelt("until") == nullptr)
                fields.require("lasts", "say how long: lasts = \"4 years\", or until = \"20 years\"");
        }
        if (start && length && *start + *length > longest_life + rounding) {
            report_.add("E0108", fields.spot("lasts"),
                        fmt::format("`{}` ends at the age of {}", chapter.id, in_words(*start + *length)),
                        "accepted: at most 120 years");
            return std::nullopt;
        }
        chapter.from = start.value_or(0);
        chapter.until = chapter.from + length.value_or(0);
        if (rate && !rate->none()) chapter.encounter_gap = rate->gap_in_days();
        return length;
    }

    std::optional<double> read_lasts(const Fields& fields, const std::optional<Rate>& rate) {
        const Node& lasts = *fields.get("lasts");
        std::optional<double> length;
        if (const auto encounters = parse_encounters(lasts.text); encounters && lasts.kind == Node::Kind::text) {
            if (!rate || rate->none()) {
                report_.add("E0104", lasts.spot, "`lasts` counts encounters, but how often they are is not known",
                            "add encounters = \"3 per week\", or say the length in months");
                return std::nullopt;
            }
            length = *encounters * rate->gap_in_days();
        } else {
            length = fields.days("lasts", "months");
        }
        if (!length || (*length > 0 && std::isfinite(*length))) return length;
        report_.add("E0108", lasts.spot, "`lasts` should be above 0");
        return std::nullopt;
    }

    void check_encounters(const Fields& fields, const life::Chapter& chapter, double length) {
        if (!(chapter.encounter_gap > 0)) return;
        if (length / chapter.encounter_gap > random::most_moments) {
            report_.add("E0117", fields.spot("encounters"), fmt::format("too many encounters in `{}`", chapter.id),
                        fmt::format("accepted: at most {} in a chapter", with_thousands(random::most_moments)));
            return;
        }
        const double seconds = life_.scenario.parameters.person.encounter.length;
        if (chapter.encounter_gap * 86400 >= seconds) return;
        report_.add("E0106", fields.spot("encounters"),
                    fmt::format("an encounter every {} s, and each takes {} s", shortest(chapter.encounter_gap * 86400),
                                shortest(seconds)),
                    "let them be rarer, or encounter.length shorter");
    }

    void read_diary(const Fields& chapter_fields, const life::Chapter& chapter) {
        const Node* node = chapter_fields.table("diary");
        if (node == nullptr) return;
        const Fields fields(*node, fmt::format("[chapter.diary] of `{}`", chapter.id), report_);
        fields.accept({"mapping", "data"});
        for (const char* key : {"encounters", "plan", "event", "days"}) {
            if (!chapter_fields.has(key)) continue;
            report_.add("E0118", chapter_fields.spot(key), fmt::format("`{}` in a chapter that a diary drives", key),
                        "in such a chapter only recorded moments happen; give it a chapter of its own");
        }
        if (life_.diary) {
            report_.add("E0118", fields.spot(), "a second chapter with a diary",
                        fmt::format("the diary of `{}` is the scenario's only one", life_.diary->chapter));
        }
        fields.require("mapping", "the path of a mapping file: mapping = \"mappings/made_up.toml\"");
        fields.require("data", "the path of the diary: data = \"diaries/made_up.csv\"");
        const auto mapping = fields.text("mapping");
        const auto data = fields.text("data");
        if (!mapping || !data) return;
        const bool open_ended = !chapter_fields.has("until") && !chapter_fields.has("lasts");
        life_.diary = DiarySource{chapter.id, *mapping, *data, report_.sources().place(fields.spot()), open_ended};
    }

    Fields root_;
    Report& report_;
    Life life_;
    std::vector<std::string> named_;  // of [others]
    std::set<std::string> names_;     // of others and chapters
    std::optional<double> end_;       // of the last chapter
    std::string end_of_;
    bool first_ = true;
};

}  // namespace

Life read_life(const Node& root, const std::vector<life::NamedOther>& known, Report& report) {
    return Reader(root, known, report).read();
}

}  // namespace nearness::io
