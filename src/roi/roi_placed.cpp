// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_placed.hpp"

namespace accord::roi {
namespace {

/// Lines with larger numbers, as industries have them, are looked for.
constexpr Key most_told_apart = 65'536;

}  // namespace

CountedOrder::CountedOrder(const Orders& all, const order::Order& order, const Question& question,
                           Currency own)
    : is_in_own_currency(is_same(order.revenue.currency, own)),
      is_order(order.is_order()),
      is_refund(order.is_refund),
      has_cost(order.cost.has_value()) {
  revenue = is_in_own_currency ? order.revenue.minor : 0;
  margin = is_in_own_currency ? margin_of(order) : 0;
  left_revenue = order.left_minor;
  left_margin = order.left_margin_minor;
  const auto newcomer = newcomer_of(all, order, question, own);
  if (!newcomer) return;
  is_newcomer = true;
  new_margin = newcomer->margin;
  new_days = newcomer->days;
  is_new_margin_known = newcomer->is_margin_known;
}

void count(Sums& sums, const CountedOrder& one) {
  if (one.is_in_own_currency) {
    if (!one.is_order) ++(one.is_refund ? sums.refunds : sums.taken_back);
    ++sums.credited;
    if (!one.has_cost) ++sums.without_cost;
  }
  if (one.is_newcomer) {
    ++sums.new_accounts;
    if (!one.is_new_margin_known) ++sums.new_without_cost;
  }
}

void count(Sums& sums, const CountedLead& one) {
  ++sums.leads;
  if (one.is_opportunity) ++sums.opportunities;
}

void share(Sums& sums, const CountedOrder& one, const Part& part) {
  if (one.is_in_own_currency) {
    sums.revenue += part.revenue;
    sums.margin += part.margin;
    if (one.is_order) sums.order_parts += part.share;
    sums.unrounded_parts += static_cast<Sums::Wide>(part.share) * one.revenue;
  }
  if (one.is_newcomer) {
    sums.new_account_parts += part.share;
    sums.new_margin_parts += static_cast<Sums::Wide>(part.share) * one.new_margin;
    sums.new_day_parts += static_cast<Sums::Wide>(part.share) * one.new_days;
  }
}

void share(Sums& sums, const CountedLead& one, const Part& part) {
  sums.lead_parts += part.share;
  if (one.is_opportunity) sums.opportunity_parts += part.share;
}

void Placed::add(const Keys& keys, const touchpoint::TouchColumns& touches,
                 std::span<const std::uint8_t> marks, std::optional<std::uint64_t> stand_from) {
  journeys_.push_back({stand_from.value_or(own_ms_.size()), static_cast<std::uint32_t>(touches.size()), 0,
                       !stand_from.has_value()});
  const auto first_line = lines_.size();
  for (std::size_t i = 0; i < touches.size(); ++i)
    places_.push_back(place_of(keys.of(touches, i), first_line));
  journeys_.back().lines = static_cast<std::uint32_t>(lines_.size() - first_line);
  if (stand_from) return;
  own_ms_.insert(own_ms_.end(), touches.clock_ms.begin(), touches.clock_ms.end());
  own_marks_.insert(own_marks_.end(), marks.begin(), marks.end());
  for (std::size_t i = 0; i < touches.size(); ++i) own_channels_.push_back(touches.channel(i));
}

std::span<const std::uint32_t> Placed::last_lines() const {
  return std::span(lines_).last(journeys_.back().lines);
}

/// Their channels are those that they mean today.
touchpoint::TouchColumns Placed::own_columns() const {
  touchpoint::TouchColumns own;
  own.clock_ms = own_ms_;
  own.own_channel = own_channels_;
  return own;
}

Placed::Stand& Placed::stand_of(Key key) {
  if (key < 0 || key >= most_told_apart) return others_[key];
  const auto place = static_cast<std::size_t>(key);
  if (place >= stands_.size()) stands_.resize(place + 1);
  return stands_[place];
}

std::uint32_t Placed::place_of(Key key, std::size_t first_line) {
  auto& stand = stand_of(key);
  const auto journey = static_cast<std::uint32_t>(journeys_.size());
  if (stand.journey == journey) return stand.place;
  if (stand.number == 0) {
    keys_.push_back(key);
    stand.number = static_cast<std::uint32_t>(keys_.size());
  }
  stand.journey = journey;
  stand.place = static_cast<std::uint32_t>(lines_.size() - first_line);
  lines_.push_back(stand.number - 1);
  return stand.place;
}

std::optional<std::uint32_t> PlacedParts::all_of(const Placed::Journey& journey) const {
  if (journey.lines.size() == 1) return 0;
  const auto touch = sharing_.earns_all(journey.touches);
  return touch ? std::optional(journey.places[*touch]) : std::nullopt;
}

/// Revenue and margin are shared each by itself, so that both sum exactly.
template <class Counted>
std::span<const Part> PlacedParts::of(const Placed::Journey& journey, const Counted& one) {
  parts_.assign(journey.lines.size(), Part{});
  exact_.take(sharing_.of(journey.touches));
  add(journey, exact_.parts(), &Part::share);
  if (one.revenue != 0) add(journey, exact_.split_after(one.left_revenue, one.revenue), &Part::revenue);
  if (one.margin != 0) add(journey, exact_.split_after(one.left_margin, one.margin), &Part::margin);
  return parts_;
}

template std::span<const Part> PlacedParts::of(const Placed::Journey&, const CountedOrder&);
template std::span<const Part> PlacedParts::of(const Placed::Journey&, const CountedLead&);

template <class Number>
void PlacedParts::add(const Placed::Journey& journey, std::span<const Number> numbers, Number Part::*sum) {
  for (std::size_t i = 0; i < journey.places.size(); ++i) parts_[journey.places[i]].*sum += numbers[i];
}

}  // namespace accord::roi
