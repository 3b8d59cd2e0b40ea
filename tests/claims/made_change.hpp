// Two persons made by hand: as they were when a chapter began, and as they are at its end.
#pragma once

#include "claims/made_life.hpp"

namespace nearness::claims {

struct MadeChange {
    MadeLife before, after;
    std::vector<Held> held;

    // What differs is written into `after`; both live by its scenario.
    double take(const std::string& name, std::vector<std::pair<std::string, double>> options = {}) const {
        const life::Prepared prepared = life::Prepared::from(after.scenario);
        const Lived lived{prepared, 1, 0, 0, after.summary, before.state, after.state, after.met, held};
        return claims::take({name, std::move(options), {}}, lived);
    }

    // A session of processing: disturbance before the first set and after the last.
    void process(double first, double last, int target = 0) {
        Held one{0, "emdr", {}};
        one.session.target = target;
        one.session.sets = therapy::sets_per_session;
        one.session.first_sud = first;
        one.session.sud.fill(last);
        held.push_back(one);
    }
};

}  // namespace nearness::claims
