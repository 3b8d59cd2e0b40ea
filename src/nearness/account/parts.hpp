// The parts of an account, in the order in which they are told.
#pragma once

#include "nearness/account/teller.hpp"

namespace nearness::account {

void tell_setting(Teller& teller);    // of an encounter: when, who, how attentive, how much to be open about
void tell_session(Teller& teller);    // what was held
void tell_encounter(Teller& teller);  // wish, resemblance, alarm, protection
void tell_aftermath(Teller& teller);  // cost, outcome, lesson
void tell_changes(Teller& teller);    // by a session, beside what an encounter in it taught
void tell_care(Teller& teller);

}  // namespace nearness::account
