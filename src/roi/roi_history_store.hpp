// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "funnel/funnel.hpp"

namespace accord::roi {

struct AccountOpportunity {
  std::int64_t id = 0;
  std::string name;
  funnel::Outcome outcome = funnel::Outcome::open;
  std::optional<Money> value;
  std::optional<Day> created_on, close_on;
};

/// The opportunities of an account that the actor may see.
std::vector<AccountOpportunity> opportunities_of(const Read&, std::int64_t account);

}  // namespace accord::roi
