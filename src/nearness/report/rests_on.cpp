#include "nearness/report/rests_on.hpp"

#include "nearness/report/evidence.hpp"
#include "nearness/therapy/therapy.hpp"

#include <algorithm>

namespace nearness::report {

namespace {

struct Kind {
    std::string_view name;
    std::array<std::string_view, 5> rows;
};

constexpr Kind kinds[] = {
    {"life", {"avoidance-keeps-fear", "maltreatment-avoidance", "support-curve", "credit-to-protection"}},
    {"strategies", {"over-reading", "own-withdrawal", "softening", "parts-as-quantities"}},
    {"inner-states", {"load-unmasks", "skin-conductance-interview", "instructed-reversal", "parts-as-quantities"}},
    {"threat-curves", {"interest-in-intimacy", "support-curve", "timing-of-maltreatment", "edge-from-onset"}},
    {"triggers", {"generalisation-in-anxiety", "generalisation-steps", "interest-in-intimacy"}},
    {"templates", {"relapse-after-extinction", "trace-after-instruction", "overwhelm-sets-the-rate"}},
    {"phase-portrait", {"styles-in-daily-life", "prepared-reappraisal", "alarm-is-unpleasant"}},
    {"scene", {"full-safety-behaviour", "prepared-reappraisal", "over-reading", "credit-to-protection"}},
    {"sud", {"emdr-against-control", "eye-movements-against-fixation", "load-linear", "sud-course", "emdr-attachment"}},
    {"change-by-life", {"therapy-and-attachment", "newlywed-responsiveness"}},
};

}  // namespace

std::vector<std::string_view> rests_on(std::string_view kind) {
    std::vector<std::string_view> out;
    for (const Kind& one : kinds) {
        if (one.name != kind) continue;
        std::copy_if(one.rows.begin(), one.rows.end(), std::back_inserter(out),
                     [](std::string_view id) { return !id.empty(); });
    }
    return out;
}

std::vector<std::string_view> rows_of_therapies(const View& view) {
    std::array<bool, therapy_evidence.size()> held{};
    for (std::size_t arm = 0; arm < view.arms(); ++arm) {
        for (const life::Chapter& chapter : view.collection.chapters(arm)) {
            for (const life::Plan& plan : chapter.plans) held[plan.therapy.index()] = true;
        }
    }
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < held.size(); ++i) {
        if (held[i]) out.push_back(therapy_evidence[i].rows.front());
    }
    return out;
}

}  // namespace nearness::report
