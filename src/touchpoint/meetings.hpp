// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <tuple>

#include "touchpoint/touchpoint_store.hpp"

namespace accord::touchpoint {

/// The order of columns and of lists that become columns.
inline auto order_of(const Touch& touch) {
  return std::tuple(touch.account, touch.clock_ms(), touch.row % 2, touch.row);
}

/// Whether it stands before the other in that order; of another account, as nearly all are, at once.
inline bool stands_before(const Touch& a, const Touch& b) {
  if (a.account != b.account) return a.account < b.account;
  if (a.clock_ms() != b.clock_ms()) return a.clock_ms() < b.clock_ms();
  return std::tuple(a.row % 2, a.row) < std::tuple(b.row % 2, b.row);
}

/// An activity by which a customer was met, as a touchpoint.
Touch met_by(const fact::LoggedActivity&, std::uint32_t account, std::uint32_t channel, LocalClock&);

/// Where activities belong: their opportunities' accounts, and what the actor does not see.
struct Ground {
  CountsAs accounts;  ///< that turned out to be others
  std::vector<std::uint32_t> account_of_opportunity;
  /// The territory of each, 0 where it has none. Empty for an actor who sees all of them.
  std::vector<std::uint32_t> of_opportunity, of_account, of_person;
  std::vector<bool> is_seen;  ///< by territory
  ChannelOfKind channel_of_kind{};
};

/// The activities by which a customer was met, as touchpoints, in `order_of`.
struct Meetings {
  std::vector<Touch> touches;
  std::shared_ptr<const Ground> ground;
  std::int64_t log_begun_as_of = 0;
  std::size_t log_size = 0;  ///< how many of the log's activities were looked at
  std::string time_zone;     ///< of the company, by whose clock they stand
};
/// Read once; what is logged later is added to it, for as long as all the rest stays where it was.
std::shared_ptr<const Meetings> meetings(const Read&);

}  // namespace accord::touchpoint
