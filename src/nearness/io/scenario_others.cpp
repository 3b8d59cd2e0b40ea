#include "nearness/io/scenario_others.hpp"

#include "nearness/world/presets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nearness::io {

namespace {

const Words common_keys = {"kind", "preset", "attention", "responsive", "steady", "offer", "identity"};
constexpr double most_offer = 2;  // (encounter.1) clips what is offered there

template <class Kind>
using Attribute = std::pair<const char*, double Kind::*>;

const std::vector<Attribute<world::Caregiver>> of_caregiver = {{"escape", &world::Caregiver::escape},
                                                               {"onset", &world::Caregiver::onset},
                                                               {"unavailable", &world::Caregiver::unavailable},
                                                               {"unpredictable", &world::Caregiver::unpredictable},
                                                               {"critical", &world::Caregiver::critical},
                                                               {"enmeshed", &world::Caregiver::enmeshed},
                                                               {"harm", &world::Caregiver::harm}};
const std::vector<Attribute<world::Partner>> of_partner = {{"fragile", &world::Partner::fragile},
                                                           {"pursue", &world::Partner::pursue}};

template <class Kind>
void read_kind(const Fields& fields, const std::vector<Attribute<Kind>>& attributes, Kind& kind) {
    for (const auto& [key, member] : attributes) {
        if (const auto value = fields.number(key, 0, 1)) kind.*member = *value;
    }
}

template <class Kind>
bool has_attribute(const std::vector<Attribute<Kind>>& attributes, const std::string& key) {
    return std::any_of(attributes.begin(), attributes.end(), [&](const auto& one) { return one.first == key; });
}

// Unknown keys, with a word on those that belong to another kind.
void accept(const Fields& fields, const std::string& kind) {
    Words keys = common_keys;
    if (kind == "caregiver") {
        for (const auto& one : of_caregiver) keys.emplace_back(one.first);
    } else if (kind == "partner") {
        for (const auto& one : of_partner) keys.emplace_back(one.first);
    }
    for (const Entry& entry : fields.entries()) {
        if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
        const char* owner = has_attribute(of_caregiver, entry.key) ? "caregiver"
                            : has_attribute(of_partner, entry.key) ? "partner"
                                                                   : nullptr;
        const std::string remedy = owner == nullptr
                                       ? suggestion(entry.key, keys)
                                       : fmt::format("`{}` belongs to a {}, and this is a {}", entry.key, owner, kind);
        fields.report().add("E0103", entry.spot, fmt::format("unknown key `{}` in {}", entry.key, fields.name()),
                            remedy);
    }
}

world::Other starting_point(const Fields& fields, const std::string& kind) {
    Words names;
    for (const world::Preset& preset : world::presets()) {
        if (preset.kind == kind) names.emplace_back(preset.name);
    }
    if (fields.has("preset")) {
        const auto chosen = fields.choice("preset", names, "preset of a " + kind);
        return world::preset(kind, names[chosen.value_or(0)]);
    }
    if (kind != "caregiver") return world::preset(kind, "ordinary");
    world::Other caregiver = world::preset(kind, "secure");
    for (const char* key : {"attention", "responsive", "steady"}) {
        fields.require(key, fmt::format("a caregiver needs it: {} = 0.7, or preset = \"secure\"", key));
    }
    return caregiver;
}

void read_identity(const Fields& fields, world::Other& other) {
    const Node* identity = fields.get("identity");
    if (identity == nullptr) return;
    if (identity->kind != Node::Kind::list || identity->items.size() != 2) {
        return fields.wrong_kind("identity", *identity, "two numbers", "for example identity = [0.7, 0.6]");
    }
    bool good = true;
    for (const Node& item : identity->items) good = check_number(item, "identity", 0, 1, fields.report()) && good;
    if (good) other.identity = {identity->items[0].number, identity->items[1].number};
}

}  // namespace

std::optional<world::Other> read_other(const Fields& fields) {
    if (!fields.require("kind", "accepted: caregiver, partner, therapist")) return std::nullopt;
    const auto index = fields.choice("kind", other_kinds(), "kind of other");
    if (!index) return std::nullopt;
    const std::string& kind = other_kinds()[*index];
    accept(fields, kind);
    world::Other other = starting_point(fields, kind);
    const auto take = [&](const char* key, double& value, double high) {
        if (const auto given = fields.number(key, 0, high)) value = *given;
    };
    take("attention", other.attention, 1);
    take("responsive", other.responsive, 1);
    take("steady", other.steady, 1);
    take("offer", other.offer, most_offer);
    read_identity(fields, other);
    if (auto* caregiver = std::get_if<world::Caregiver>(&other.kind)) read_kind(fields, of_caregiver, *caregiver);
    if (auto* partner = std::get_if<world::Partner>(&other.kind)) read_kind(fields, of_partner, *partner);
    return other;
}

}  // namespace nearness::io
