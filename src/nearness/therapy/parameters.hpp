// What sessions do, as rates (MODEL section 15).
#pragma once

#include "nearness/base/field.hpp"

namespace nearness::therapy {

template <class Real>
struct Parameters {
    Real insight_rate, trust_rate, pressure_rate, charge_rate, integration_rate, access_floor;
    Real worst_moment;  // of an addition: 0 is without

    Parameters() { set_defaults(*this); }

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
        using enum Quantity;
        using enum Prior;
        visit(Field{"therapy.insight_rate", "η_ins", number, "", 0.25, 0, 1, log_normal,
                    "insight gained in a talk session", design_choice, "insight", Direction::up, "with talk"},
              self.insight_rate);
        visit(Field{"therapy.trust_rate", "η_trust", number, "", 0.14, 0, 1, log_normal,
                    "trust gained by a part met with curiosity", design_choice, "trust", Direction::up,
                    "with parts work"},
              self.trust_rate);
        visit(Field{"therapy.pressure_rate", "η_press", number, "", 0.25, 0, 1, log_normal,
                    "trust lost, and guard raised, under pressure", design_choice, "guard", Direction::up,
                    "under pressure"},
              self.pressure_rate);
        visit(Field{"therapy.charge_rate", "η_emdr", number, "", 0.025, 0, 1, log_normal,
                    "charge taken off a target in one set", "cuijpers2020", "charge", Direction::down, "with EMDR"},
              self.charge_rate);
        visit(Field{"therapy.integration_rate", "η_int", number, "", 0.05, 0, 1, log_normal,
                    "integration gained by a target in one set", design_choice, "integration", Direction::up,
                    "with EMDR"},
              self.integration_rate);
        visit(
            Field{"therapy.access_floor", "ξ0", number, "", 0.3, 0, 1, logit_normal,
                  "access to guarded memory without any trust", design_choice, "charge", Direction::down, "with EMDR"},
            self.access_floor);
        visit(Field{"therapy.worst_moment", "ω_sud", number, "", 0, 0, 1, added,
                    "how far processing turns to where a memory hurt, instead of to its average", "shapiro2018"},
              self.worst_moment);
    }
};

}  // namespace nearness::therapy
