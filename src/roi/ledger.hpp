// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "kernels/exact_shares.hpp"
#include "kernels/journey.hpp"
#include "kernels/path.hpp"
#include "kernels/removal_effect.hpp"
#include "roi/roi.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::roi {

/// An order that was booked, the touchpoints that led to it by time, and the share that each has earned.
/// Without touchpoints nothing explains it. A refund under a number of its own comes with the touchpoints and
/// shares of the order that it takes back. An order that was wholly taken back comes as well, for its money
/// counts on its day; it ended no journey (`order::Order::is_order`). Spans are valid while it is used.
struct Journey {
  const order::Order* order = nullptr;
  touchpoint::TouchColumns touches;
  std::span<const double> shares;
  const order::Order* takes_back = nullptr;  ///< of a refund: what it is of
  bool is_left_alone = false;           ///< unattributed by the rules, for its account had ordered before
  std::span<const std::uint8_t> marks;  ///< of the touches, as the kernels take them
  /// Where the touches stand in the part that is gone through; nothing where they are copies of some there.
  std::optional<std::uint64_t> stand_from;
};

/// A journey before any of it is shared: without an order it has failed, or is still open.
struct AskedJourney {
  bool is_open = false;  ///< without an order, and one may still come in the look-back of its touchpoints
  const order::Order* order = nullptr;
  std::int64_t refunded_minor = 0;  ///< of the order, by refunds under numbers of their own; below zero
  std::int64_t refunded_margin_minor = 0;  ///< of their gross margin
  touchpoint::TouchColumns touches;
  std::span<const std::uint8_t> marks;  ///< of the touches, as the kernels take them

  /// 0 where the order names none.
  std::int64_t account() const { return order != nullptr ? order->account : touches.account.front(); }
};

class Participation;
using Orders = std::vector<order::Order>;

/// Touchpoints of an account that follow each other, and what they led to: by its place an order, or a lead,
/// among all. Which of them take part is asked of `Participation`.
struct Match {
  static constexpr std::uint32_t nothing = UINT32_MAX;

  std::uint64_t first_touch = 0;
  std::uint32_t touches = 0;
  std::uint32_t what = 0;
  std::uint32_t takes_back = nothing;  ///< of a refund: the place of the order
  bool is_left_alone = false;          ///< unattributed by the rules, whatever led to it
};
using Matches = std::vector<Match>;

/// Whether a day is one of those asked for.
inline bool is_asked(const Question& question, Day day) {
  return question.from <= day && day <= question.until;
}

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
  /// Whether what stands there belongs to no account.
  bool is_nobody(std::size_t place) const { return numbers_[place] == 0; }
  kernels::Timelines timelines(const touchpoint::TouchColumns&) const;
  std::size_t order(std::size_t conversion) const { return orders_[conversion]; }
  /// Where these accounts stand, in the order of the places.
  std::vector<kernels::AccountRange> places_of(const std::vector<std::uint32_t>& accounts) const;
  kernels::AccountRange touches_of(std::size_t place) const {
    return {touches_from_[place], touches_from_[place + 1]};
  }
  std::span<const std::uint8_t> marks() const { return marks_; }
  /// Whether the account had ordered before; what was wholly taken back is no order.
  bool is_repeat(const kernels::Journey& journey) const {
    if (numbers_[journey.account] == 0) return false;
    for (auto before = journey.conversion; before-- > orders_from_[journey.account];) {
      if (order_stands_[before] != 0) return true;
    }
    return false;
  }
  /// The refunds that take back a conversion, as places in all orders.
  std::span<const std::uint32_t> refunds_of(std::size_t conversion) const;
  /// Those of accounts that had ordered nothing before.
  std::span<const std::uint32_t> refunds_of_nothing(std::size_t place) const;

 private:
  /// Refunds of conversions, or those of places: what each is of, and which of all orders it is.
  struct Refunds {
    std::vector<std::uint32_t> of, orders;  ///< sorted by `of`
    void sort();
    std::span<const std::uint32_t> find(std::size_t what) const;
  };

  void part(const Orders& all, const std::vector<std::uint32_t>& orders);
  void take_back(const Orders& all);
  /// `direct` are the channels of visits that nobody brought.
  void mark(const std::vector<std::uint32_t>& direct, const touchpoint::TouchColumns&);
  void group(const touchpoint::Frame*, const touchpoint::TouchColumns&, const Orders&);
  void begin(std::uint32_t account, bool is_hidden, std::size_t touch, std::size_t order);

  std::vector<std::uint32_t> numbers_;
  std::vector<bool> is_hidden_;
  std::vector<std::uint64_t> touches_from_, orders_from_;
  std::vector<std::uint32_t> orders_, refunds_;  ///< what closes journeys, and what takes it back
  Refunds refunds_of_conversions_, refunds_of_places_;
  std::vector<std::int64_t> order_ms_, order_minor_;
  std::vector<std::uint8_t> order_stands_;  ///< 0 where all of it was taken back
  std::vector<std::uint8_t> order_is_of_a_day_;
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

  Ledger(const Read&, exchange_rate::RateDay);
  /// Of the older ones those that have changed since.
  const Part& outdated() const { return outdated_; }
  /// The ones that have changed since, as they are now.
  const Part& newer() const { return newer_; }
  bool has_touches() const { return !older_.touches.empty() || !newer_.touches.empty(); }
  /// The last moment of a touchpoint before this one, both on the company's clock.
  std::optional<Instant> newest_touch(Instant before) const;
  /// The first moment of a touchpoint of any account, on the same.
  std::optional<Instant> oldest_touch() const;
  const touchpoint::Touches& touches() const { return *touches_; }
  const Orders& orders() const { return *orders_; }
  /// Goes through the orders that were booked in the days asked for, by account and time. Orders of other
  /// days close journeys like any other.
  void each(const Question&, const std::function<void(const Journey&)>&) const;
  void each(const Part&, const Question&, const std::function<void(const Journey&)>&) const;
  /// The first step of the latter, which is the same under every model, and the second. Where no shares are
  /// asked the journeys have none.
  enum class Shares : std::uint8_t { asked, not_asked };
  Matches matches(const Part&, const Question&) const;
  void each(const Part&, const Matches&, const Question&, Shares,
            const std::function<void(const Journey&)>&) const;
  /// Goes through all journeys as methods over whole populations take them:
  /// 1. those of the orders booked in the days asked for, with the touchpoints of their look-back;
  /// 2. those that failed in the days asked, and those still open at their end (`WithoutOrder`): nobody knows
  ///    yet what the latter lead to.
  /// What was met after these days, or after the day on which the ledger was read, is not known yet. What has
  /// no exchange rate counts nowhere.
  void each_asked(const Part&, const Question&, const std::function<void(const AskedJourney&)>&) const;
  /// All accounts, in parts that one thread each may go through.
  std::vector<Part> parts(std::size_t count) const;
  /// The same journeys grouped, by the number that `key_of` gives each touchpoint, below `keys`.
  using KeyOf = std::function<std::uint32_t(const touchpoint::TouchColumns&, std::size_t)>;
  kernels::PathList paths(const Question&, std::size_t keys, const KeyOf& key_of) const;
  /// What would be lost without each channel, by the channel's number; worked out once for a question.
  std::shared_ptr<const kernels::RemovalEffects> effects_of_channels(const Question&) const;

 private:
  std::shared_ptr<const touchpoint::Touches> touches_;
  std::shared_ptr<const Orders> orders_;
  Currency own_;
  Part unchanged() const;
  kernels::RemovalEffects work_out_effects(const Question&) const;
  /// The journey that an order closed; false where it is none of the days asked.
  bool take_closed(Participation&, const Part&, const Question&, const kernels::Journey&,
                   AskedJourney&) const;

  Day read_on_;
  Part older_, outdated_, newer_;
  std::uint32_t channels_ = 1;  ///< more than the largest number of one
  struct Effects {
    std::mutex mutex;
    std::map<std::string, std::shared_ptr<const kernels::RemovalEffects>> by_question;
  };
  std::unique_ptr<Effects> effects_ = std::make_unique<Effects>();
};

/// All accounts as they were when the column file of the touchpoints was made, with their orders of now. It
/// does not ask the rows for touchpoints, and so outlives what comes in beside the column file.
Ledger::Part older_part(const Read&, const touchpoint::Touches&, exchange_rate::RateDay);

/// Read once for each commit that changes it.
std::shared_ptr<const Ledger> ledger(const Read&, exchange_rate::RateDay = exchange_rate::RateDay::own_day);

}  // namespace accord::roi
