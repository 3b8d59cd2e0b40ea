#include "nearness/claims/population.hpp"

#include "nearness/random/stream.hpp"
#include "nearness/world/presets.hpp"

namespace nearness::claims {

namespace {

random::Stream stream_of(std::uint64_t seed, std::uint32_t number) { return {seed, number, {0, 0, random::designs}}; }

constexpr double log_spread = 0.25, logit_spread = 0.5;

}  // namespace

double prior_quantile(const Field& field, double middle, double z) {
    double at = middle;
    if (field.prior == Prior::log_normal) at *= math::exp(log_spread * z);
    if (field.prior == Prior::logit_normal && at > 0 && at < 1) {
        at = 1 / (1 + (1 / at - 1) * math::exp(-logit_spread * z));
    }
    return math::clip(at, field.low, field.high);
}

void draw_from_prior(life::Parameters<double>& parameters, std::uint64_t seed, std::uint32_t draw) {
    const random::Stream stream = stream_of(seed, draw);
    std::uint32_t number = 0;
    life::Parameters<double>::describe(parameters, [&](const Field& field, auto& value) {
        if (field.prior == Prior::added) return;  // without a number: that there is one more moves nobody else's draws
        const double z = stream.normal(random::Purpose::population, number++);
        if (!field.swept()) return;
        value =
            static_cast<std::remove_reference_t<decltype(value)>>(prior_quantile(field, static_cast<double>(value), z));
    });
    parameters.person.knock_out(parameters.person.knocked_out);  // what is switched off stays so
}

Upbringing upbringing_of(std::uint64_t seed, std::uint32_t person) {
    const random::Stream stream(seed, person, {0, 1, random::designs});
    Upbringing upbringing;
    upbringing.secure = stream.uniform(random::Purpose::population, 0) < 0.5;
    if (upbringing.secure) return upbringing;
    std::uint32_t number = 1;
    for (double& one : upbringing.adversity) {
        one = 1 - math::sqrt(1 - stream.uniform(random::Purpose::population, number++));
    }
    return upbringing;
}

void become_member(life::Scenario& scenario, std::uint64_t seed, std::uint32_t person) {
    draw_from_prior(scenario.parameters, seed, person);
    const Upbringing upbringing = upbringing_of(seed, person);
    for (life::NamedOther& named : scenario.others) {
        auto* caregiver = std::get_if<world::Caregiver>(&named.other.kind);
        if (caregiver == nullptr) continue;
        if (upbringing.secure) {
            named.other = world::preset("caregiver", "secure");
            continue;
        }
        const auto& adversity = upbringing.adversity;
        caregiver->unavailable = adversity[0];
        caregiver->unpredictable = adversity[1];
        caregiver->critical = adversity[2];
        caregiver->enmeshed = adversity[3];
        caregiver->harm = adversity[4];
        // A caregiver who crowds a child attends to it more (MODEL section 16).
        named.other.attention = 0.6 + 0.4 * caregiver->enmeshed;
    }
}

Variation reference_population() { return {false, become_member}; }

}  // namespace nearness::claims
