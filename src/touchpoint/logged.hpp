// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "touchpoint/meetings.hpp"

namespace accord::touchpoint {

/// What the activities in the column file of touchpoints were made of besides themselves, without a gap
/// between its fields.
struct LoggedHead {
  static constexpr std::int64_t nobody = -1;

  std::int64_t last_id = 0;  ///< of the activities
  std::int64_t opportunities = 0, last_opportunity = 0;
  /// As `ChannelOfKind` was; `nobody` where nobody is met by it.
  std::array<std::int64_t, choices_of<fact::ActivityKind>.size()> channels{};
};

/// What the column file holds of the activity log: every activity that stood when it was made, whether it is
/// a touchpoint or not, with the account that it named, else its opportunity's; 0 where there is none. Those
/// on an account by a kind that meets somebody are among the file's touchpoints.
struct LoggedColumns {
  LoggedHead head;
  std::int64_t as_of = 0;            ///< the commit
  std::span<const std::int64_t> id;  ///< going up
  std::span<const std::uint32_t> account;
};

/// In what the log differs from that: what somebody logged, took back or corrected since, and what belongs to
/// another account or channel now, for its opportunity or its kind does.
struct LoggedSince {
  std::vector<Touch> added;             ///< as reported, in the order of columns
  std::vector<std::int64_t> gone;       ///< rows; what is in no file may be among them
  std::vector<std::uint32_t> accounts;  ///< of these
};
/// For who sees all of it, whoever asks.
LoggedSince logged_since(const Read&, const LoggedColumns&);

/// What a new file is to hold.
struct LoggedNow {
  LoggedHead head;
  std::vector<std::int64_t> id;
  std::vector<std::uint32_t> account;
};
LoggedNow logged_now(const Read&, const LoggedColumns& before);

/// The last number that an activity has, standing or not.
std::int64_t last_activity(const Read&);

}  // namespace accord::touchpoint
