// What this is not, what it assumes, how well it is supported, and where to find help (DESIGN section 10).
#include "nearness/report/notes.hpp"

#include "nearness/base/problem.hpp"
#include "nearness/report/escape.hpp"
#include "nearness/report/evidence.hpp"
#include "nearness/report/page.hpp"
#include "nearness/report/sections.hpp"

#include <fmt/format.h>

namespace nearness::report {

namespace {

// A statement about people on which figures rest, in words of our own, and the rows of evidence that it puts together. Its
// mark is that of the first.
struct Statement {
    std::string_view says;
    Rows rows;
};

constexpr std::array<Statement, 13> statements = {{
    {"What is avoided is not unlearned: in the laboratory, protection keeps a fear alive that has lost its cause.",
     {"avoidance-keeps-fear", "full-safety-behaviour", "avoidance-returns"}},
    {"A fear that was extinguished returns: after time, in another place, after one bad experience.",
     {"relapse-after-extinction"}},
    {"Being hurt in childhood goes together with adult avoidance of closeness, but weakly.",
     {"maltreatment-avoidance", "documented-physical-abuse"}},
    {"People who avoid closeness show in their body what they do not report.",
     {"skin-conductance-avoidance", "skin-conductance-interview"}},
    {"That the alarm is faster than any thought: reappraisal shows late in most studies, and as early as the alarm "
     "where it was prepared.",
     {"prepared-reappraisal", "reappraisal-in-potentials", "late-down-regulation"}},
    {"People who avoid closeness pull away when it grows. Support has a curved effect: a little repels, much and "
     "undeniable support helps.",
     {"support-curve", "interest-in-intimacy"}},
    {"Understanding alone changes little. Information alone shows no benefit for symptoms of trauma in trials …",
     {"psychoeducation-alone", "psychoeducation-brief"}},
    {"… yet being told that a simple signal has become safe does reach the body in the laboratory. That insight leaves "
     "bodily threat untouched is contested.",
     {"instructed-reversal", "contingency-instruction"}},
    {"EMDR lessens symptoms of post-traumatic stress; few of the many trials are at low risk of bias. Its effect on "
     "attachment has hardly been studied.",
     {"emdr-against-control", "emdr-earlier-synthesis", "emdr-attachment"}},
    {"That eye movements add anything: in one larger trial they did no better than keeping the eyes still. Whether "
     "load works through working memory, and in which dose, is open.",
     {"eye-movements-against-fixation", "eye-movements-clinic", "load-linear"}},
    {"Parts work: one small randomised trial, with no difference from its active control.", {"parts-trial"}},
    {"That harm counts more the earlier it comes: no consistent sensitive period has been found.",
     {"timing-of-maltreatment", "neglect-at-four-and-five"}},
    {"That the closeness at which a child was hurt becomes the adult’s edge, and that safety met under protection is "
     "credited to the protection, in the form these equations give it.",
     {"edge-from-onset", "credit-to-protection"}},
}};

std::string evidence() {
    std::string out = "<h3>How well this is supported</h3>\n<p class=\"small\">";
    for (std::size_t i = 0; i < grades.size(); ++i) {
        out += fmt::format("{}{} {}", i > 0 ? " &nbsp; " : "", grades[i].mark, grades[i].says);
    }
    out += "</p>\n<ul class=\"marks\">\n";
    for (const Statement& statement : statements) {
        const io::Evidence* main_row = io::find_evidence(statement.rows.front());
        ensure(main_row != nullptr, "a statement of the notes rests on a row of evidence");
        out += fmt::format("<li>{}{} <span class=\"small\">{}.</span></li>\n", mark_html(mark_of(main_row->flag)),
                           escape(statement.says), rows_html(statement.rows));
    }
    out +=
        "</ul>\n<h4 id=\"evidence\">Evidence</h4>\n<p class=\"small\">What these statements, and the marks beside the "
        "figures, rest on: read at the level of abstracts and summaries. Grades run from A (strong) to D (contested, "
        "or "
        "next to nothing). <code>nearness evidence</code> prints the same.</p>\n";
    return out + list_of_evidence();
}

constexpr std::string_view about_nobody =
    "These are simulated lives from a formal model of a hypothesis, made for research and teaching. Nobody real is "
    "described. It is no diagnosis, no advice, no treatment and no score of a person, and nothing follows from it "
    "about any one relationship.";

constexpr std::string_view about_recorded =
    "These are simulated lives from a formal model of a hypothesis, made for research and teaching. Answers that real "
    "or invented persons recorded drive one chapter of them; the histories before it are invented, and nothing was "
    "fitted. It is no statement, no diagnosis and no score about any of those persons, no advice and no treatment, "
    "and nothing follows from it about any one relationship.";

}  // namespace

std::string notes(const View& view) {
    const std::string& help = view.collection.plan.help_text;
    std::string out = fmt::format("<div class=\"pair\">\n<div class=\"card\">\n<h3>What this is not</h3>\n<p>{} ",
                                  view.driven_by_diary() ? about_recorded : about_nobody);
    out +=
        "Names of therapies stand for simplified mechanisms; they are no protocol, and "
        "processing traumatic memories or working with protective parts is nothing to try on oneself from a page like "
        "this.</p>\n</div>\n"
        "<div class=\"card\">\n<h3>The model assumes that the present partner is safe</h3>\n"
        "<p>Protection is called outdated here only because the scenario says that nobody does harm now. Where harm "
        "goes on, protection is right, and closeness is nothing to be brought about. The scenario "
        "<code>unsafe_partner.toml</code> shows that case.</p>\n</div>\n</div>\n";
    out += evidence();
    out +=
        "<aside class=\"card help\" id=\"help\" aria-labelledby=\"help-heading\">\n<h3 id=\"help-heading\">If this is "
        "about your own life</h3>\n" +
        fmt::format("<p dir=\"auto\">{}</p>\n", escape(help.empty() ? default_crisis_text : std::string_view(help))) +
        "</aside>\n";
    return section("notes", "What this is, and what it is not", out);
}

}  // namespace nearness::report
