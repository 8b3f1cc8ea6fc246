// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "kernels/exact_shares.hpp"
#include "kernels/journey.hpp"
#include "roi/roi.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::roi {

/// An order that was booked, the touchpoints that led to it by time, and the share that each has earned.
/// Without touchpoints nothing explains it. Spans are valid while it is used.
struct Journey {
  const order::Order* order = nullptr;
  touchpoint::TouchColumns touches;
  std::span<const double> shares;
};

using Orders = std::vector<order::Order>;

/// Accounts with what they ordered, grouped as the kernels take it, beside the columns of their touchpoints.
/// The touchpoints of an account that may not be seen, and those of no account, lead to no order.
class Accounts {
 public:
  /// Whether the columns hold accounts that the actor does not see.
  enum class Columns : std::uint8_t { of_all, of_the_seen };

  /// `orders` are the places in `all` that belong to these accounts, by account and then by time.
  Accounts(const Read&, Columns, const touchpoint::TouchColumns&, const Orders& all,
           std::vector<std::uint32_t> orders);

  std::size_t size() const { return numbers_.size(); }
  bool is_hidden(std::size_t place) const { return is_hidden_[place]; }
  kernels::Timelines timelines(const touchpoint::TouchColumns&) const;
  std::size_t order(std::size_t conversion) const { return orders_[conversion]; }
  /// Where these accounts stand, in the order of the places.
  std::vector<kernels::AccountRange> places_of(const std::vector<std::uint32_t>& accounts) const;
  kernels::AccountRange touches_of(std::size_t place) const {
    return {touches_from_[place], touches_from_[place + 1]};
  }

 private:
  void mark(const Read&, const touchpoint::TouchColumns&);
  void group(const touchpoint::Frame*, const touchpoint::TouchColumns&, const Orders&);
  void begin(std::uint32_t account, bool is_hidden, std::size_t touch, std::size_t order);

  std::vector<std::uint32_t> numbers_;
  std::vector<bool> is_hidden_;
  std::vector<std::uint64_t> touches_from_, orders_from_;
  std::vector<std::uint32_t> orders_;
  std::vector<std::int64_t> order_ms_, order_minor_;
  std::vector<std::uint8_t> marks_;
};

/// Every touchpoint and every booked order, as columns that the kernels take.
class Ledger {
 public:
  /// Some of the accounts. What is summed over `older_part`, less `outdated`, with `newer`, is the sum over
  /// all of them as they are now.
  struct Part {
    std::shared_ptr<const Accounts> accounts;
    touchpoint::TouchColumns touches;
    std::vector<kernels::AccountRange> places;
  };

  explicit Ledger(const Read&);
  /// Of the older ones those that have changed since.
  const Part& outdated() const { return outdated_; }
  /// The ones that have changed since, as they are now.
  const Part& newer() const { return newer_; }
  bool has_touches() const { return !older_.touches.empty() || !newer_.touches.empty(); }
  /// The last moment of a touchpoint before this one.
  std::optional<Instant> newest_touch(Instant before) const;
  const touchpoint::Touches& touches() const { return *touches_; }
  const Orders& orders() const { return *orders_; }
  /// Goes through the orders that were booked in the days asked for, by account and time. Orders of other
  /// days close journeys like any other.
  void each(const Question&, const std::function<void(const Journey&)>&) const;
  void each(const Part&, const Question&, const std::function<void(const Journey&)>&) const;

 private:
  std::shared_ptr<const touchpoint::Touches> touches_;
  std::shared_ptr<const Orders> orders_;
  Part unchanged() const;

  Part older_, outdated_, newer_;
};

/// What each touchpoint of a journey has earned of what it led to.
void share_credit(const Question&, const kernels::Timelines&, const kernels::Journey&,
                  std::vector<double>& shares);

/// All accounts as they were when the column file of the touchpoints was made, with their orders of now. It
/// does not ask the rows for touchpoints, and so outlives what comes in beside the column file.
Ledger::Part older_part(const Read&, const touchpoint::Touches&);

/// Read once for each commit that changes it.
std::shared_ptr<const Ledger> ledger(const Read&);

}  // namespace accord::roi
