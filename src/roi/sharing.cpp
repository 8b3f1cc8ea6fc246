// SPDX-License-Identifier: Apache-2.0
#include "roi/sharing.hpp"

#include <algorithm>

#include "kernels/shapley.hpp"

namespace accord::roi {
namespace {

using kernels::ms_of_a_day;

kernels::Heuristic heuristic_of(CreditModel model) {
  using kernels::Heuristic;
  switch (model) {
    case CreditModel::first_touch:
      return Heuristic::first_touch;
    case CreditModel::last_touch:
      return Heuristic::last_touch;
    case CreditModel::last_non_direct:
      return Heuristic::last_non_direct;
    case CreditModel::position_based:
      return Heuristic::position_based;
    case CreditModel::w_shaped:
      return Heuristic::w_shaped;
    case CreditModel::time_decay:
      return Heuristic::time_decay;
    case CreditModel::linear:
    case CreditModel::markov:
    case CreditModel::shapley:
      return Heuristic::linear;
  }
  return Heuristic::linear;
}

bool has(std::uint8_t marks, std::uint8_t mark) { return (marks & mark) != 0; }

/// Of what is known by its day, as the last that may be its age.
std::int64_t whole_days_ms(bool is_of_a_day) { return is_of_a_day ? ms_of_a_day - 1 : 0; }

bool is_of_a_day(const touchpoint::TouchColumns& touches, std::size_t i) {
  return touches.precision(i) != fact::Precision::moment;
}

}  // namespace

bool is_within(std::int64_t lookback_ms, const touchpoint::TouchColumns& touches, std::size_t i,
               ClosedAt order) {
  return order.ms - touches.clock_ms[i] <=
         lookback_ms + whole_days_ms(order.is_of_a_day || is_of_a_day(touches, i));
}

Participation::Participation(const CreditRules& rules)
    : usual_ms_(rules.lookback_days * ms_of_a_day),
      longest_ms_(usual_ms_),
      closing_(rules.journeys_end_at == JourneyEnd::each_order ? kernels::Closing::by_each_conversion
                                                               : kernels::Closing::by_none),
      is_everyone_in_(rules.lookbacks.empty() && rules.sales_touchpoints_share),
      is_sales_in_(rules.sales_touchpoints_share),
      is_direct_only_alone_(rules.direct == DirectTouchpoints::only_alone) {
  for (const auto& own : rules.lookbacks) {
    const auto channel = static_cast<std::size_t>(own.channel.number);
    if (channel >= lookback_ms_.size()) lookback_ms_.resize(channel + 1, usual_ms_);
    lookback_ms_[channel] = own.lookback_days * ms_of_a_day;
    longest_ms_ = std::max(longest_ms_, lookback_ms_[channel]);
  }
}

kernels::PathRule Participation::path_rule() const { return {longest_ms_, closing_}; }

bool Participation::is_let_in(const touchpoint::TouchColumns& touches, std::size_t i, std::uint8_t marks,
                              std::optional<ClosedAt> order) const {
  if (!is_sales_in_ && has(marks, kernels::touch_mark::by_sales)) return false;
  if (!order || lookback_ms_.empty()) return true;
  return is_within(lookback_ms(touches.channel(i)), touches, i, *order);
}

std::optional<std::int64_t> Participation::over_ms(const touchpoint::TouchColumns& touches, std::size_t i,
                                                   std::uint8_t marks) const {
  if (!is_let_in(touches, i, marks, std::nullopt)) return std::nullopt;
  return touches.clock_ms[i] + (lookback_ms_.empty() ? usual_ms_ : lookback_ms(touches.channel(i))) +
         whole_days_ms(is_of_a_day(touches, i));
}

Participation::Picked Participation::pick(const touchpoint::TouchColumns& touches,
                                          std::span<const std::uint8_t> marks,
                                          std::optional<ClosedAt> order) {
  if (is_everyone_in_ && !is_direct_only_alone_) return {touches, marks};
  is_in_.assign(touches.size(), true);
  for (std::size_t i = 0; i < touches.size(); ++i)
    is_in_[i] = is_everyone_in_ || is_let_in(touches, i, marks[i], order);
  return picked(touches, marks);
}

Participation::Picked Participation::pick(const touchpoint::TouchColumns& touches,
                                          std::span<const std::uint8_t> marks,
                                          const std::vector<std::size_t>& places) {
  const auto first = places.front(), size = places.back() - first + 1;
  is_in_.assign(size, false);
  for (const auto place : places) is_in_[place - first] = true;
  return picked(touches.part(first, size), marks.subspan(first, size));
}

Participation::Picked Participation::picked(const touchpoint::TouchColumns& touches,
                                            std::span<const std::uint8_t> marks) {
  std::size_t in = 0, direct = 0;
  for (std::size_t i = 0; i < touches.size(); ++i) {
    if (!is_in_[i]) continue;
    ++in;
    if (has(marks[i], kernels::touch_mark::is_direct)) ++direct;
  }
  if (is_direct_only_alone_ && direct > 0 && direct < in) {
    for (std::size_t i = 0; i < touches.size(); ++i) {
      if (is_in_[i] && has(marks[i], kernels::touch_mark::is_direct)) is_in_[i] = false;
    }
    in -= direct;
  }
  if (in == touches.size()) return {touches, marks};
  pick_out(touches, marks);
  return {picked_.columns(touches.today), picked_marks_, false};
}

void Participation::pick_out(const touchpoint::TouchColumns& touches, std::span<const std::uint8_t> marks) {
  picked_.clear();
  picked_marks_.clear();
  for (std::size_t i = 0; i < touches.size(); ++i) {
    if (!is_in_[i]) continue;
    picked_.add(touches, i);
    picked_marks_.push_back(marks[i]);
  }
}

Sharing::Sharing(const CreditRules& rules, std::shared_ptr<const kernels::RemovalEffects> effects)
    : model_(rules.model),
      heuristic_{heuristic_of(rules.model), rules.half_life_days * ms_of_a_day},
      effects_(std::move(effects)) {}

std::span<const double> Sharing::of(const Taken& journey) {
  const auto size = journey.size();
  shares_.resize(size);
  if (is_heuristic()) {
    kernels::credit_shares(heuristic_, {journey.clock_ms, journey.marks}, shares_);
    return shares_;
  }
  channels_.resize(size);
  for (std::size_t i = 0; i < size; ++i) channels_[i] = journey.columns->channel(journey.from + i);
  if (is_markov()) {
    kernels::removal_shares(*effects_, channels_, shares_);
  } else {
    kernels::shapley_shares(channels_, shares_);
  }
  return shares_;
}

std::optional<std::size_t> Sharing::earns_all(const Taken& journey) const {
  if (!is_heuristic()) return std::nullopt;
  return kernels::touch_that_earns_all(heuristic_, {journey.clock_ms, journey.marks});
}

}  // namespace accord::roi
