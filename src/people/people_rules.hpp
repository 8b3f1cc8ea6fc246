// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>

#include "people/people.hpp"

namespace accord::people {

/// Trims the name, writes the address in lower case, and sets the side that the role has.
void tidy(Person&);
/// Throw ShapeError with everything that is wrong.
void check_shape(const Person&);
void check_shape(const Company&);
/// Whether following the managers from this person leads back to them.
bool is_own_manager(const std::map<std::int64_t, std::int64_t>& managers, std::int64_t person);
/// Whether somebody may be in at all, by a password or a token: has an address and works here.
bool may_sign_in(const Person&, Day today);
/// Refuses one that is too short; counted in characters, not bytes.
void refuse_weak_password(const std::string&);

}  // namespace accord::people
