// The closed set of therapies. The order is part of the address of random draws: append only.
#pragma once

#include "nearness/therapy/corrective_relationship.hpp"
#include "nearness/therapy/emdr.hpp"
#include "nearness/therapy/flooding.hpp"
#include "nearness/therapy/graded_closeness.hpp"
#include "nearness/therapy/parts.hpp"
#include "nearness/therapy/pressure.hpp"
#include "nearness/therapy/talk.hpp"

#include <string_view>
#include <variant>

namespace nearness::therapy {

using Therapy = std::variant<Talk, Parts, Pressure, Emdr, GradedCloseness, CorrectiveRelationship, Flooding>;
inline constexpr std::array<std::string_view, 7> names = {
    "talk", "parts", "pressure", "emdr", "graded closeness", "corrective relationship", "flooding"};
static_assert(names.size() == std::variant_size_v<Therapy>);

inline std::string_view name(const Therapy& therapy) { return names[therapy.index()]; }

// Sessions of one kind are numbered on their own, so that adding another kind moves no draw of theirs.
inline random::Channel channel(const Therapy& therapy) {
    return random::encounters + 1 + static_cast<random::Channel>(therapy.index());
}

}  // namespace nearness::therapy
