// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "roi/ledger.hpp"
#include "roi/roi_keys.hpp"

/// How long orders take, whatever look-back is agreed; and what the agreed one therefore leaves out.
namespace accord::roi {

/// The days from the first touchpoint that an account had since its order before to each order that has one,
/// in their order; refunds are none. A look-back plays no part, else it would be measured by itself.
struct Lags {
  std::vector<std::int64_t> days;

  std::int64_t orders() const { return static_cast<std::int64_t>(days.size()); }
  /// The smallest number of days within which nine of ten orders came (nearest rank); of thirty or more.
  std::optional<std::int64_t> usual_days() const;
};
/// The first day of the orders that tell it: three years before the last.
Day lags_from(Day until);
/// Of the orders booked in the three years up to a day. Kept for each commit.
std::shared_ptr<const Lags> lags_until(const Read&, Day until);
/// The same of one line: by channel, campaign and side from the line's first touchpoint on; else of its own
/// orders.
std::shared_ptr<const Lags> lags_until(const Read&, const Question&, std::optional<Key> line);
/// Why there is no usual one.
std::string why_no_usual_lag(std::int64_t orders);

/// An order that is no refund, with the touchpoints of its account since the order before.
struct WholeJourney {
  const order::Order* order = nullptr;
  touchpoint::TouchColumns touches;
};
void each_whole(const Ledger&, const Ledger::Part&, Day from, Day until,
                const std::function<void(const WholeJourney&)>&);
/// The first touchpoint of a line in it, or of all where the order is the line's own; nothing where the line
/// has no part in it.
std::optional<std::size_t> first_touch_of(const WholeJourney&, const Keys&, std::optional<Key> line);

/// What the look-back cuts off, of the orders booked in the days asked that had any touchpoint of their
/// account since its order before. By rules under which no order closes a journey, any before them.
struct Cut {
  std::int64_t orders = 0, cut = 0, whole = 0;        ///< some of their touchpoints are too old; all of them
  std::int64_t touchpoints = 0, cut_touchpoints = 0;  ///< an order's each

  Cut& operator+=(const Cut&);
  friend bool operator==(const Cut&, const Cut&) = default;
};
/// Kept for each commit and question; of all orders of these days, whatever is asked for alone.
std::shared_ptr<const Cut> cut_by_lookback(const Read&, const Question&);
/// "Of 293 orders …, the look-back cuts the journeys of 214 (73%): …"; empty where it cuts none.
std::string in_words(const Read&, const CreditRules&, const Cut&);
/// That, and that nine of ten orders take longer than any channel looks back, each where it is so.
std::vector<std::string> cut_in_words(const Read&, const Question&);

/// An account's touchpoints by time.
touchpoint::TouchColumns touches_of(const Ledger&, std::uint32_t account);
/// Of one order: its account's touchpoints since the order before that are older than the look-back.
struct TooOld {
  std::int64_t touchpoints = 0;
  Instant since;  ///< the first of all since the order before
  Instant until;  ///< the last that is too old
};
TooOld too_old_for(const Ledger&, const Question&, const order::Order&);

}  // namespace accord::roi
