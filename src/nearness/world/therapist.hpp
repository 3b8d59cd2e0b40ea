// A therapist: attentive, responsive, steady, in a setting of its own; pain as a partner's whose goodwill never fades.
#pragma once

namespace nearness::world {

struct Therapist {
    bool operator==(const Therapist&) const = default;
};

}  // namespace nearness::world
