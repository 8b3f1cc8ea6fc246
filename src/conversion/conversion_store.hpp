// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <vector>

#include "conversion/conversion.hpp"

namespace accord::conversion {

/// What a record says of a journey, and what it and others are called; only while it is read.
class NamedRecord {
 public:
  NamedRecord(const Row& row, const std::map<std::int64_t, std::string>& territories)
      : row_(row), territories_(territories) {}
  std::int64_t id() const;
  void put(CohortJourney&) const;

 private:
  std::string territory_name(const std::optional<Id<territory::Territory>>&) const;

  const Row& row_;
  const std::map<std::int64_t, std::string>& territories_;
};

/// Every record that the actor may see, in the order of ids.
void each_record(const Read&, const std::function<void(const NamedRecord&)>&);
/// Puts what records say into the rows of some journeys; whatever the actor may not see stays without a name.
void put_names(const Read&, std::vector<CohortJourney>&);

}  // namespace accord::conversion
