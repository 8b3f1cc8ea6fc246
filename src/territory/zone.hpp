// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"

namespace accord::territory {

/// The changes of one time zone's clocks as a table, so that converting is a search among numbers: business
/// time is counted for millions of opportunities at once.
class Zone {
 public:
  /// Built once per thread and name; an unknown name is read as UTC.
  static const Zone& named(const std::string& name);

  explicit Zone(std::string_view name);
  /// Milliseconds since 1970 on the local clock.
  std::int64_t local_ms(Instant) const;
  Day local_day(Instant) const;
  /// The first instant at which the local clock shows that time or, where it skips it, a later one.
  Instant first_at(std::int64_t local_ms) const;
  /// Calls for each change of the clocks after `from` and before `to` with the local day before and after it.
  template <class F>
  void each_change(Instant from, Instant to, F&& call) const {
    for (std::size_t i = index_at(from) + 1; i < begins_.size() && begins_[i] < to.ms; ++i) {
      call(day_of(Instant{begins_[i] + offsets_[i - 1]}), day_of(Instant{begins_[i] + offsets_[i]}));
    }
  }

 private:
  std::size_t index_at(Instant) const;

  std::vector<std::int64_t> begins_;      ///< when each offset begins to hold
  std::vector<std::int64_t> local_ends_;  ///< what the clock shows when it ends
  std::vector<std::int64_t> offsets_;     ///< milliseconds east of UTC
};

}  // namespace accord::territory
