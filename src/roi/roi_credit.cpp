// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_credit.hpp"

#include <algorithm>

#include "roi/sharing.hpp"

namespace accord::roi {
namespace {

using Rest = std::span<const Inquiry>;

/// Takes the leads before this account off; they are sorted by it, and most often the next one is near.
void skip_to(Rest& rest, std::uint32_t account) {
  constexpr std::size_t near = 8;
  for (std::size_t i = 0; i < near; ++i) {
    if (rest.empty() || rest.front().account >= account) return;
    rest = rest.subspan(1);
  }
  const auto found = std::ranges::lower_bound(rest, account, {}, &Inquiry::account);
  rest = rest.subspan(static_cast<std::size_t>(found - rest.begin()));
}

/// The account's touches in the look-back before the end of a day, as a journey that closes with nothing.
kernels::Journey before(const kernels::Timelines& columns, std::size_t account,
                        const kernels::AccountRange& touches, Day day, std::int64_t lookback_ms) {
  const auto at = columns.touch_ms.subspan(touches.from, touches.to - touches.from);
  const auto last = start_of(day + 1).ms - 1;
  const auto from = std::ranges::lower_bound(at, start_of(day).ms - lookback_ms);
  const auto to = std::ranges::upper_bound(at, last);
  return {account, touches.from + static_cast<std::size_t>(from - at.begin()),
          static_cast<std::size_t>(to - from), kernels::Journey::no_conversion};
}

/// The touch that has earned everything, where one has: then there is nothing to share out.
std::optional<std::size_t> earns_all(std::span<const double> shares) {
  const auto first = std::ranges::find_if(shares, [](double share) { return share != 0; });
  if (first == shares.end() || *first != 1) return std::nullopt;
  const bool is_alone = std::all_of(std::next(first), shares.end(), [](double share) { return share == 0; });
  return is_alone ? std::optional(static_cast<std::size_t>(first - shares.begin())) : std::nullopt;
}

}  // namespace

const Parts::List& Parts::of(const Journey& journey, std::int64_t margin) {
  begin();
  const auto& order = *journey.order;
  const auto own = own_line_of(order);
  const Part whole{kernels::ExactShares::one, order.revenue.minor, margin};
  if (own && kept_ == nullptr) {
    at(*own) = whole;
    return parts_;
  }
  find_places(journey.touches, own);
  if (parts_.empty()) return parts_;
  if (const auto all = earns_all(journey.shares)) {
    if (places_[*all] != not_kept) parts_[places_[*all]].second = whole;
    return parts_;
  }
  shares_.take(journey.shares);
  add(std::span<const std::uint64_t>(shares_.parts()), &Part::share);
  add(std::span<const std::int64_t>(shares_.split_after(order.left_minor, order.revenue.minor)),
      &Part::revenue);
  add(std::span<const std::int64_t>(shares_.split_after(order.left_margin_minor, margin)), &Part::margin);
  return parts_;
}

const Parts::List& Parts::of(const Inquiry& inquiry, const touchpoint::TouchColumns& touches,
                             std::span<const double> shares) {
  begin();
  const auto own = own_line_of(inquiry);
  if (own && kept_ == nullptr) {
    at(*own).share = kernels::ExactShares::one;
    return parts_;
  }
  find_places(touches, own);
  if (parts_.empty()) return parts_;
  if (const auto all = earns_all(shares)) {
    if (places_[*all] != not_kept) parts_[places_[*all]].second.share = kernels::ExactShares::one;
    return parts_;
  }
  shares_.take(shares);
  add(std::span<const std::uint64_t>(shares_.parts()), &Part::share);
  return parts_;
}

/// Another journey: what stood in the list of the one before stands there no more.
void Parts::begin() {
  parts_.clear();
  if (++journey_ != 0) return;
  stands_.clear();
  journey_ = 1;
}

/// Each touch's line is asked for once, whatever is shared then: the one that is the order's own, else that
/// of the touch.
void Parts::find_places(const touchpoint::TouchColumns& touches, std::optional<Key> own) {
  places_.resize(touches.size());
  if (kept_ == nullptr) return find_all_places(touches);  // and so not the order's own
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const bool is_kept = kept_->earns(touches, i);
    places_[i] = is_kept ? place_of(own ? *own : keys_.of(touches, i)) : not_kept;
  }
}

/// Whether a touch is the first of its line is as good as chance, so nothing branches on it: each writes its
/// line into the next free place, and only a first one takes that.
void Parts::find_all_places(const touchpoint::TouchColumns& touches) {
  parts_.resize(touches.size() + 1);
  std::uint32_t lines = 0;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const auto key = keys_.of(touches, i);
    if (key < 0 || key >= most_told_apart) {
      parts_.resize(lines);
      for (; i < places_.size(); ++i) places_[i] = place_among(keys_.of(touches, i));
      return;
    }
    const auto number = static_cast<std::size_t>(key);
    if (number >= stands_.size()) stands_.resize(number + 1);
    auto& stand = stands_[number];
    const auto is_known = static_cast<std::uint32_t>(stand.journey == journey_);
    const auto place = lines ^ ((lines ^ stand.place) & (0 - is_known));
    stand.journey = journey_;
    stand.place = place;
    places_[i] = place;
    parts_[lines].first = key;
    lines += 1 - is_known;
  }
  parts_.resize(lines);
}

template <class Number>
void Parts::add(std::span<const Number> numbers, Number Part::*sum) {
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (places_[i] != not_kept) parts_[places_[i]].second.*sum += numbers[i];
  }
}

/// A journey touches few lines, so a short list is quicker than a tree.
std::size_t Parts::place_among(Key key) {
  std::size_t place = 0;
  while (place < parts_.size() && parts_[place].first != key) ++place;
  return place < parts_.size() ? place : add_line(key);
}

Part sum_of(const Parts::List& parts) {
  Part sum;
  for (const auto& [key, part] : parts) {
    sum.share += part.share;
    sum.revenue += part.revenue;
    sum.margin += part.margin;
  }
  return sum;
}

const Part* part_of(const Parts::List& parts, Key key) {
  const auto found = std::ranges::find(parts, key, &std::pair<Key, Part>::first);
  return found == parts.end() ? nullptr : &found->second;
}

std::int64_t margin_of(const order::Order& order) { return order.margin_minor(); }

namespace {

/// Whether it counts in what an account has brought: what was wholly taken back does not, nor what took it.
bool brings(const Orders& all, const order::Order& order) {
  if (order.is_refund && order.takes_back != order::Order::nothing)
    return !all[order.takes_back].is_taken_back;
  return !order.is_taken_back;
}

}  // namespace

/// The orders are sorted by account and then by time, so the account's others stand beside it.
std::optional<Newcomer> newcomer_of(const Orders& all, const order::Order& first, const Question& question,
                                    Currency own) {
  if (first.account == 0 || !first.is_order()) return std::nullopt;
  const auto place = static_cast<std::size_t>(&first - all.data());
  for (auto i = place; i > 0 && all[i - 1].account == first.account; --i) {
    if (all[i - 1].is_order()) return std::nullopt;
  }
  Newcomer newcomer;
  newcomer.days = question.until - day_of(first.at) + 1;
  for (auto i = place; i < all.size() && all[i].account == first.account; ++i) {
    const auto& order = all[i];
    if (day_of(order.at) > question.until) break;
    if (!brings(all, order)) continue;
    newcomer.margin += margin_of(order);
    if (!order.cost || !is_same(order.revenue.currency, own)) newcomer.is_margin_known = false;
  }
  return newcomer;
}

Matches matches_of_leads(const Ledger::Part& part, const Question& question, const Inquiries& inquiries) {
  const auto columns = part.accounts->timelines(part.touches);
  const auto lookback_ms = Participation(question).path_rule().lookback_ms;
  Matches found;
  Rest rest = inquiries.all;
  for (const auto& places : part.places) {
    for (auto place = places.from; place < places.to; ++place) {
      if (rest.empty()) return found;
      const auto touches = part.accounts->touches_of(place);
      if (touches.from == touches.to || part.accounts->is_hidden(place)) continue;
      const auto account = part.touches.account[touches.from];
      if (account == 0) continue;
      skip_to(rest, account);
      for (std::size_t i = 0; i < rest.size() && rest[i].account == account; ++i) {
        if (!is_asked(question, rest[i].on)) continue;
        const auto journey = before(columns, place, touches, rest[i].on, lookback_ms);
        if (journey.touches == 0) continue;
        found.push_back({journey.first_touch, static_cast<std::uint32_t>(journey.touches),
                         static_cast<std::uint32_t>(&rest[i] - inquiries.all.data())});
      }
    }
  }
  return found;
}

void each_led(const Ledger& ledger, const Ledger::Part& part, const Matches& matches,
              const Question& question, const Inquiries& inquiries, Ledger::Shares shares,
              const std::function<void(const Led&)>& use) {
  Participation participation(question);
  const bool is_asked = shares == Ledger::Shares::asked;
  const bool is_markov = is_asked && question.model == CreditModel::markov;
  Sharing sharing(question, is_markov ? ledger.effects_of_channels(question) : nullptr);
  for (const auto& match : matches) {
    const auto& inquiry = inquiries.all[match.what];
    const auto picked = participation.pick(part.touches.part(match.first_touch, match.touches),
                                           part.accounts->marks().subspan(match.first_touch, match.touches),
                                           ClosedAt{start_of(inquiry.on + 1).ms - 1, true});
    if (picked.touches.empty()) continue;
    use({&inquiry, picked.touches, is_asked ? sharing.of(picked) : std::span<const double>{}, picked.marks,
         picked.are_all ? std::optional(match.first_touch) : std::nullopt});
  }
}

}  // namespace accord::roi
