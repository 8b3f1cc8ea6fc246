// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "handoff/service_level.hpp"

/// Who gets a lead, by the agreed rules: pure.
namespace accord::handoff {

/// What the rules ask of a person.
struct AtWork {
  std::string name;
  std::string why_not;  ///< "away until 3 May 2026"; empty: at work
  std::int64_t waiting = 0;
  Instant last_assigned;  ///< long ago where never
};
using Staff = std::map<std::int64_t, AtWork>;

struct Lead {
  std::vector<Id<territory::Territory>> territories;  ///< its own with those above it, nearest first
  std::optional<Id<product::Product>> product;
  std::string source;
};

/// Whom the rules chose, and why; nobody where no rule fits that has somebody at work.
struct Routed {
  std::int64_t person = 0;
  std::string why;
};
/// The first rule that fits and has somebody at work. Of its people by load: who has the fewest that wait; by
/// turn: who got one longest ago; of equals the one named first.
Routed route(const std::vector<RoutingRule>&, const Lead&, const Staff&);

}  // namespace accord::handoff
