// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/list.hpp"
#include "roi/roi.hpp"
#include "roi/sums.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::roi {

/// A touchpoint that counts for a line.
struct MetTouch {
  Id<MetTouch> id;  ///< its row of `/touchpoints`
  Instant at;
  fact::Precision precision = fact::Precision::moment;
  touchpoint::TouchKind kind = touchpoint::TouchKind::other;
  Side side = Side::none;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::string channel_name, campaign_name;
};

/// A page of the touchpoints that a line's number counts, of the days and what is asked for alone: chosen as
/// they are counted, so that it holds as many. Where `/touchpoints` can choose them too, that list is shown.
Listed<MetTouch> touchpoints_of(const Read&, const Question&, Key, const ListRequest&);

}  // namespace accord::roi

namespace accord {
template <>
inline constexpr auto described<roi::MetTouch> =
    record("met_touch", "A touchpoint that counts for a line of the return.",
           field(&roi::MetTouch::id, "id", "Its row under Touchpoints."),
           field(&roi::MetTouch::at, "at", "When it happened."),
           field(&roi::MetTouch::precision, "precision", "How finely the source knows the moment."),
           field(&roi::MetTouch::kind, "kind", "What it was."),
           field(&roi::MetTouch::side, "side", "Whose touchpoint it is."),
           field(&roi::MetTouch::account, "account", "Which account was reached."),
           field(&roi::MetTouch::account_name, "account_name", "The account's name.", searched),
           field(&roi::MetTouch::channel_name, "channel_name", "On which channel.", searched),
           field(&roi::MetTouch::campaign_name, "campaign_name", "Through which campaign.", searched));
}  // namespace accord
