#include "nearness/io/claim_file.hpp"

#include "nearness/claims/effects.hpp"
#include "nearness/claims/stand_ins.hpp"
#include "nearness/io/claim_terms.hpp"
#include "nearness/io/embedded_file.hpp"
#include "nearness/io/scenario_file.hpp"
#include "nearness/io/toml_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace nearness::io {

namespace {

using claims::Claim;
using claims::Expectation;
using claims::Term;

const Words top = {"number",    "name",  "part",          "quote",      "says",    "flag",
                   "contested", "life",  "people_differ", "experiment", "rivals",  "term",
                   "remark",    "tried", "measures",      "expect",     "picture", "restated"};
const Words expect_keys = {"says",         "effect",     "of",       "at",        "arms",    "against",   "against_at",
                           "against_arms", "with",       "with_at",  "with_arms", "besides", "spread_of", "spread_at",
                           "beyond",       "not_beyond", "at_least", "at_most",   "within"};
const Words picture_keys = {"says", "of", "at", "arms", "over", "from", "to", "points", "joined"};
const Words restated_keys = {"was", "why"};
constexpr double huge = 1e9;
constexpr int most_points = 201;
constexpr int most_claims = 999;

class Reader {
public:
    Reader(const TextFile& file, const std::vector<claims::Life>& lives)
        : sources_{file, {}}, report_(sources_, top), lives_(lives), terms_(lives, report_) {}

    Claim read() {
        const Node root = parse_toml(sources_);
        const Fields fields(root, "the claim", report_);
        fields.accept(top);
        read_head(fields);
        if (const Node* table = fields.has("measures") ? fields.table("measures") : nullptr) terms_.add_own(*table);
        fields.require("expect", "a claim expects something: [[expect]]");
        for (const Node* table : fields.tables("expect", "expect")) read_expectation(*table);
        for (const Node* table : fields.tables("picture", "picture")) read_picture(*table);
        for (const Node* table : fields.tables("restated", "restated")) {
            const Fields of(*table, "[[restated]]", report_);
            of.accept(restated_keys);
            claim_.restated.push_back({of.text("was").value_or(""), of.text("why").value_or("")});
        }
        report_.throw_if_any();
        return std::move(claim_);
    }

private:
    void read_head(const Fields& fields) {
        for (const std::string_view key : {"number", "name", "part", "quote", "says", "flag", "life", "experiment"}) {
            fields.require(key, "every claim says it; docs/guide/claims.md shows one");
        }
        claim_.number = static_cast<int>(fields.whole("number", 1, most_claims).value_or(0));
        claim_.name = fields.id("name").value_or("");
        for (const auto& [key, to] : {std::pair{"part", &claim_.part},
                                      {"quote", &claim_.quote},
                                      {"says", &claim_.says},
                                      {"experiment", &claim_.experiment},
                                      {"contested", &claim_.contested},
                                      {"remark", &claim_.remark},
                                      {"tried", &claim_.tried},
                                      {"term", &claim_.term}}) {
            *to = fields.text(key).value_or("");
        }
        static const Words flags(claims::flag_names.begin(), claims::flag_names.end());
        claim_.flag = static_cast<claims::Flag>(fields.choice("flag", flags, "flag").value_or(0));
        claim_.people_differ = fields.yes_or_no("people_differ").value_or(false);
        claim_.rivals = words_of(fields, "rivals");
        Words known;
        for (const person::ModuleText& module : person::modules) known.emplace_back(module.name);
        for (const claims::StandIn& one : claims::stand_ins()) known.emplace_back(one.id);
        for (const std::string& rival : claim_.rivals) {
            if (std::find(known.begin(), known.end(), rival) != known.end()) continue;
            report_.add("E0801", fields.spot("rivals"), fmt::format("there is no rival or module `{}`", rival),
                        suggestion(rival, known));
        }
        Words names;
        for (const claims::Life& life : lives_) names.push_back(life.name);
        if (const auto life = fields.choice("life", names, "life")) claim_.life = names[*life];
        terms_.set_life(claim_.life);
    }

    void read_expectation(const Node& table) {
        const Fields fields(table, "[[expect]]", report_);
        fields.accept(expect_keys);
        Expectation out;
        for (const std::string_view key : {"says", "effect", "of", "at"})
            fields.require(key, "every expectation says it");
        out.says = fields.text("says").value_or("");
        Words effects;
        for (const claims::EffectText& one : claims::effect_texts) effects.emplace_back(one.name);
        const auto effect = fields.choice("effect", effects, "effect");
        const std::string of = fields.text("of").value_or(""), at = fields.text("at").value_or("");
        if (!effect || of.empty() || at.empty()) return;
        out.effect = static_cast<claims::Effect>(*effect);
        const claims::EffectText& text = claims::effect_texts[*effect];
        Words arms = words_of(fields, "arms");
        if (arms.empty()) arms = {std::string(engine::as_written)};
        out.of = terms_.terms(fields, "of", of, at, arms);
        if (text.several && arms.size() < 2) {
            report_.add("E0802", fields.spot("arms"), fmt::format("`{}` is about several arms", text.name),
                        "arms = [\"one\", \"another\"]");
        }
        read_second_side(fields, text, out, of, at, arms);
        read_spread(fields, text, out, of, at);
        for (const std::string& name : words_of(fields, "besides")) {
            for (Term& term : terms_.terms(fields, "besides", name, at, arms)) out.besides.push_back(std::move(term));
        }
        read_bound(fields, out);
        claim_.verdict_text += verdict_text(fields);
        claim_.expectations.push_back(std::move(out));
    }

    void read_second_side(const Fields& fields, const claims::EffectText& text, Expectation& out, const std::string& of,
                          const std::string& at, const Words& arms) {
        const bool against = fields.has("against") || fields.has("against_at") || fields.has("against_arms");
        if (against != text.compares) {
            report_.add("E0802", fields.spot(against ? "effect" : "effect"),
                        text.compares ? fmt::format("`{}` compares, and there is nothing to compare with", text.name)
                                      : fmt::format("`{}` compares nothing", text.name),
                        text.compares ? "give against_arms, against_at or against" : "leave `against…` out");
        } else if (against) {
            Words others = words_of(fields, "against_arms");
            if (others.empty()) others = arms;
            out.against = terms_.terms(fields, "against", fields.text("against").value_or(of),
                                       fields.text("against_at").value_or(at), others);
            if (others.size() != 1 && others.size() != arms.size()) {
                report_.add("E0802", fields.spot("against_arms"), "as many arms as `arms`, or one for all",
                            fmt::format("there are {} in `arms`", arms.size()));
            }
        }
        if (fields.has("with") != text.relates) {
            report_.add("E0802", fields.spot("effect"),
                        text.relates ? fmt::format("`{}` needs a second measure", text.name)
                                     : fmt::format("`{}` has no second measure", text.name),
                        text.relates ? "with = \"felt_closeness\"" : "leave `with` out");
        } else if (text.relates) {
            Words others = words_of(fields, "with_arms");
            if (others.empty()) others = arms;
            out.with = terms_.terms(fields, "with", fields.text("with").value_or(""),
                                    fields.text("with_at").value_or(at), others);
            if (others.size() != arms.size()) {
                report_.add("E0802", fields.spot("with_arms"), "as many arms as `arms`",
                            fmt::format("there are {}", arms.size()));
            }
        }
        if (out.effect == claims::Effect::mediated && words_of(fields, "besides").size() != 1) {
            report_.add("E0802", fields.spot("effect"), "`mediated` needs one mediator", "besides = [\"charge\"]");
        }
    }

    // Which column of the reference population is looked up: its life stands under the name `population`.
    void read_spread(const Fields& fields, const claims::EffectText& text, Expectation& out, const std::string& of,
                     const std::string& at) {
        if (out.effect != claims::Effect::standardised) {
            if (fields.has("spread_of") || fields.has("spread_at")) {
                report_.add("E0802", fields.spot("effect"), fmt::format("`{}` is not standardised", text.name),
                            "leave `spread…` out");
            }
            return;
        }
        const auto use = terms_.measure_named(fields, "spread_of", fields.text("spread_of").value_or(of));
        if (!use) return;
        out.spread = {*use, std::string(engine::as_written), fields.text("spread_at").value_or(at)};
        Term there = out.spread;
        there.arm = "population:" + there.arm;
        terms_.check(fields, there);
    }

    void read_bound(const Fields& fields, Expectation& out) {
        const auto low = fields.number("at_least", -huge, huge), high = fields.number("at_most", -huge, huge),
                   within = fields.number("within", 0, huge);
        if (!low && !high && !within) {
            report_.add("E0802", fields.spot(), "an expectation that nothing could fail",
                        "give at_least, at_most or within");
        }
        const bool worst_of_several = out.effect <= claims::Effect::share && out.of.size() > 1;
        if (within && (low || high)) {
            report_.add("E0802", fields.spot("within"), "`within` is a bound on both sides already",
                        "leave at_least and at_most out");
        }
        if (high && !within && (out.effect == claims::Effect::ordered || out.effect == claims::Effect::told_apart)) {
            report_.add("E0802", fields.spot("at_most"),
                        "the smallest step and the worst recognised have a lower bound only",
                        "give at_least; for steps down list the arms the other way round");
        }
        if (low && high && worst_of_several) {
            report_.add("E0802", fields.spot("at_most"), "of several arms, one bound at a time",
                        "write an expectation for at_least and one for at_most");
        }
        if (low) out.bound.at_least = *low;
        if (high) out.bound.at_most = *high;
        if (within) out.bound = {-*within, *within, true};
        if (low && high && *low > *high) {
            report_.add("E0802", fields.spot("at_least"), "no number is both", "at_least lies below at_most");
        }
        const auto beyond = fields.number("beyond", -huge, huge), not_beyond = fields.number("not_beyond", -huge, huge);
        if ((beyond || not_beyond) != (out.effect == claims::Effect::share) || (beyond && not_beyond)) {
            report_.add("E0802", fields.spot("effect"), "a share is of persons with at least or at most something",
                        "give `beyond` or `not_beyond` with the effect `share`, and only there");
        }
        out.beyond = beyond ? *beyond : not_beyond.value_or(0);
        out.below = not_beyond.has_value();
    }

    // What the register of verdicts compares: everything but the sentence.
    static std::string verdict_text(const Fields& fields) {
        std::string out;
        for (const Entry& entry : fields.entries()) {
            if (entry.key == "says") continue;
            out += entry.key + "=";
            if (entry.value.is_number()) out += fmt::format("{}", entry.value.number);
            out += entry.value.text;
            for (const Node& item : entry.value.items) out += item.text + ",";
            out += ";";
        }
        return out + "\n";
    }

    void read_picture(const Node& table) {
        const Fields fields(table, "[[picture]]", report_);
        fields.accept(picture_keys);
        for (const std::string_view key : {"says", "of", "at"}) fields.require(key, "every picture says it");
        claims::Picture out;
        out.says = fields.text("says").value_or("");
        out.measure = fields.text("of").value_or("");
        const std::string at = fields.text("at").value_or("");
        if (out.measure.empty() || at.empty()) return;
        out.arms = words_of(fields, "arms");
        if (out.arms.empty()) out.arms = {std::string(engine::as_written)};
        out.over = fields.text("over").value_or("");
        out.joined = fields.yes_or_no("joined").value_or(true);
        const auto base = terms_.terms(fields, "of", out.measure, at, out.arms);
        if (base.empty()) return;
        const claims::Measure* measure = claims::find_measure(base.front().measure.take);
        if (out.over.empty()) {
            for (const Term& term : base) out.lines.push_back({term});
            out.at = {0};
        } else {
            Words options;
            for (const claims::Option& option : measure->options) options.emplace_back(option.key);
            const auto option = fields.choice("over", options, "option");
            if (!option) return;
            const claims::Option& along = measure->options[*option];
            const double from = fields.number("from", along.low, along.high).value_or(along.low);
            const double to = fields.number("to", along.low, along.high).value_or(along.high);
            const int points = static_cast<int>(fields.whole("points", 2, most_points).value_or(21));
            for (int i = 0; i < points; ++i) out.at.push_back(from + (to - from) * i / (points - 1));
            for (const Term& term : base) {
                out.lines.emplace_back();
                for (const double x : out.at) {
                    Term there = term;
                    std::erase_if(there.measure.options, [&](const auto& given) { return given.first == along.key; });
                    there.measure.options.emplace_back(std::string(along.key), x);
                    out.lines.back().push_back(std::move(there));
                }
            }
        }
        claim_.pictures.push_back(std::move(out));
    }

    Sources sources_;
    Report report_;
    const std::vector<claims::Life>& lives_;
    Claim claim_;
    ClaimTerms terms_;
};

claims::Suite read_shipped() {
    claims::Suite suite;
    suite.population = "population";
    for (const EmbeddedFile& file : claim_files()) {
        if (!file.path.starts_with("lives/")) continue;
        suite.lives.push_back(parse_life(checked_text(std::string(file.path), std::string(file.text))));
    }
    for (const EmbeddedFile& file : claim_files()) {
        if (file.path.find('/') != std::string_view::npos || !(file.path[0] >= '0' && file.path[0] <= '9')) continue;
        suite.claims.push_back(parse_claim(checked_text(std::string(file.path), std::string(file.text)), suite.lives));
    }
    std::sort(suite.claims.begin(), suite.claims.end(),
              [](const Claim& a, const Claim& b) { return a.number < b.number; });
    return suite;
}

}  // namespace

claims::Claim parse_claim(const TextFile& file, const std::vector<claims::Life>& lives) {
    return Reader(file, lives).read();
}

claims::Claim read_claim(const std::string& path, std::vector<claims::Life>& lives) {
    const TextFile file = read_text_file(path);
    const Sources sources{file, {}};
    const Node root = parse_toml(sources);
    const Node* life = root.find("life");
    if (life != nullptr && life->kind == Node::Kind::text && life->text.ends_with(".toml")) {
        const auto beside = std::filesystem::path(path).parent_path() / life->text;
        claims::Life own = parse_life(read_text_file(beside.string()));
        own.name = life->text;  // as the claim calls it
        std::vector<claims::Life> known = lives;
        known.push_back(own);
        claims::Claim claim = parse_claim(file, known);
        own.name = claim.life = beside.string();  // other claims may have others of that name
        lives.push_back(std::move(own));
        return claim;
    }
    return parse_claim(file, lives);
}

claims::Life parse_life(const TextFile& file) {
    const std::size_t slash = file.path.find_last_of('/');
    std::string name = slash == std::string::npos ? file.path : file.path.substr(slash + 1);
    name = name.substr(0, name.rfind(".toml"));
    return {name, parse_scenario(file.content, file.path).plan};
}

const claims::Suite& shipped_claims() {
    static const claims::Suite suite = read_shipped();
    return suite;
}

}  // namespace nearness::io
