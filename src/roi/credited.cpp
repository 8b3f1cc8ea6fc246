// SPDX-License-Identifier: Apache-2.0
// What touchpoints of one side have brought, by the rules or as its own report may count.
#include <algorithm>
#include <cmath>

#include "funnel/funnel.hpp"
#include "roi/roi_credit.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// Adds up one side's part of each order, counted in one way.
class Tally {
 public:
  Tally(const Read& read, Side side, const Question& question, CreditCounting counting,
        const std::set<std::int64_t>& territories)
      : keys_(read, Dimension::side),
        parts_(keys_),
        key_(key_of(side)),
        question_(question),
        counting_(counting),
        territories_(territories),
        own_(funnel::currency_of(read)) {}

  void add(const Journey& journey) {
    auto order = *journey.order;
    if (!territories_.empty() && !territories_.contains(order.territory)) return;
    if (counting_ == CreditCounting::without_refunds && order.is_refund) return;
    if (counting_ == CreditCounting::unconverted && order.told.currency != own_) {
      order.revenue = {order.told.minor, own_};
      order.left_minor = 0;
    }
    if (order.revenue.currency != own_) return static_cast<void>(++credited_.left_out);
    if (counting_ == CreditCounting::by_touch_days) return add_touches(journey);
    const auto part = part_in(journey, order);
    if (!part) return;
    const auto times = times_whole(journey.touches);
    if (times == 0) return;
    ++credited_.orders;
    minor_ += times ? *times * order.revenue.minor : *part;
  }

  /// What was invoiced of the order, by the shares that it was earned by.
  void add(const Journey& journey, std::span<const order::Invoiced> invoices) {
    auto order = *journey.order;
    if (!territories_.empty() && !territories_.contains(order.territory)) return;
    bool has_part = false;
    for (const auto& invoice : invoices) {
      if (!is_asked(question_, invoice.day)) continue;
      order.revenue = invoice.revenue;
      order.left_minor = 0;
      if (order.revenue.currency != own_) {
        ++credited_.left_out;
        continue;
      }
      const auto part = part_in(journey, order);
      has_part = has_part || part.has_value();
      minor_ += part.value_or(0);
    }
    if (has_part) ++credited_.orders;
  }

  Credited credited() const {
    auto credited = credited_;
    credited.revenue = {minor_ + std::llround(unrounded_), own_};
    return credited;
  }

 private:
  /// Of the order's revenue, which may be another than what was booked; nothing where the side has none.
  std::optional<std::int64_t> part_in(const Journey& journey, const order::Order& order) {
    auto counted = journey;
    counted.order = &order;
    const auto* part = part_of(parts_.of(counted, 0), key_);
    return part == nullptr ? std::nullopt : std::optional(part->revenue);
  }

  /// How often the order counts whole; nothing where it is shared. What names no channel, or no campaign,
  /// stands in no report of one.
  std::optional<std::int64_t> times_whole(const touchpoint::TouchColumns& touches) {
    const bool is_by_channel = counting_ == CreditCounting::by_channel;
    if (counting_ == CreditCounting::whole_orders) return 1;
    if (!is_by_channel && counting_ != CreditCounting::by_campaign) return std::nullopt;
    met_.clear();
    for (std::size_t i = 0; i < touches.size(); ++i) {
      if (keys_.of(touches, i) == key_) met_.insert(is_by_channel ? touches.channel(i) : touches.campaign(i));
    }
    met_.erase(0);
    return static_cast<std::int64_t>(met_.size());
  }

  /// Of an order of any day the parts of those touchpoints that lie in the days asked for.
  void add_touches(const Journey& journey) {
    double share = 0;
    for (std::size_t i = 0; i < journey.touches.size(); ++i) {
      const Day day = day_of(Instant{journey.touches.clock_ms[i]});
      if (is_asked(question_, day) && keys_.of(journey.touches, i) == key_) share += journey.shares[i];
    }
    if (share == 0) return;
    ++credited_.orders;
    unrounded_ += share * static_cast<double>(journey.order->revenue.minor);
  }

  Keys keys_;
  Parts parts_;
  Key key_;
  const Question& question_;
  CreditCounting counting_;
  const std::set<std::int64_t>& territories_;
  Currency own_;
  Credited credited_;
  std::set<std::int64_t> met_;
  std::int64_t minor_ = 0;
  double unrounded_ = 0;
};

/// The sums that reports keep, where they hold what is asked.
Credited by_lines(const Read& read, Side side, const Question& question) {
  const auto lines = booked_of(read, question);
  Credited credited;
  credited.left_out = lines->orders_left_out;
  credited.revenue = {0, funnel::currency_of(read)};
  if (const auto line = lines->by_key.find(key_of(side)); line != lines->by_key.end()) {
    credited.revenue.minor = line->second.revenue;
    credited.orders = line->second.credited;
  }
  return credited;
}

Credited by_journeys(const Read& read, Side side, const Question& question, CreditCounting counting,
                     const std::set<std::int64_t>& territories) {
  Tally tally(read, side, question, counting, territories);
  auto walked = question;
  // Orders follow their touchpoints for as long as the look-back reaches.
  if (counting == CreditCounting::by_touch_days)
    walked.until = walked.until + static_cast<int>(longest_lookback_days(question));
  const auto all = ledger(read, question.currency_day);
  all->each(walked, [&](const Journey& journey) { tally.add(journey); });
  return tally.credited();
}

/// Goes through the days on which the orders were booked that were invoiced in the days asked for.
Credited by_invoices(const Read& read, Side side, const Question& question,
                     const std::set<std::int64_t>& territories) {
  Tally tally(read, side, question, CreditCounting::by_invoices, territories);
  const auto invoiced = order::invoiced(read, question.currency_day);
  auto walked = question;
  bool has_any = false;
  for (const auto& one : invoiced->of_orders) {
    if (!is_asked(question, one.day)) continue;
    walked.from = has_any ? std::min(walked.from, one.booked_on) : one.booked_on;
    walked.until = has_any ? std::max(walked.until, one.booked_on) : one.booked_on;
    has_any = true;
  }
  if (!has_any) return tally.credited();
  ledger(read, question.currency_day)->each(walked, [&](const Journey& journey) {
    tally.add(journey,
              std::ranges::equal_range(invoiced->of_orders, journey.order->row, {}, &order::Invoiced::order));
  });
  return tally.credited();
}

}  // namespace

std::optional<Credited> credited_to(const Read& read, Side side, Question question, CreditCounting counting,
                                    const std::set<std::int64_t>& territories) {
  if (!ledger(read, question.currency_day)->has_touches()) return std::nullopt;
  question.by = Dimension::side;
  if (counting == CreditCounting::by_invoices &&
      order::invoiced(read, question.currency_day)->of_orders.empty())
    return std::nullopt;
  const bool is_kept = counting == CreditCounting::by_shares && territories.empty();
  auto credited = is_kept ? by_lines(read, side, question)
                  : counting == CreditCounting::by_invoices
                      ? by_invoices(read, side, question, territories)
                      : by_journeys(read, side, question, counting, territories);
  // Who names no channel, or no campaign, has no reports of them to add.
  const bool is_of_reports =
      counting == CreditCounting::by_channel || counting == CreditCounting::by_campaign;
  if (is_of_reports && credited.orders == 0) return std::nullopt;
  credited.line = page_of_line(question, key_of(side));
  credited.listed = orders_of_line(question, key_of(side));
  return credited;
}

}  // namespace accord::roi
