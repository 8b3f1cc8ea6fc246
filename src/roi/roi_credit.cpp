// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_credit.hpp"

#include <algorithm>

#include "roi/sharing.hpp"

namespace accord::roi {
namespace {

using Rest = std::span<const Inquiry>;

/// Takes the leads before this account off; they are sorted by it, and most often the next one is near.
void skip_to(Rest& rest, std::int64_t account) {
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
  const auto from = std::ranges::lower_bound(at, last - lookback_ms);
  const auto to = std::ranges::upper_bound(at, last);
  return {account, touches.from + static_cast<std::size_t>(from - at.begin()),
          static_cast<std::size_t>(to - from), kernels::Journey::no_conversion};
}

}  // namespace

const Parts::List& Parts::of(const Journey& journey, std::int64_t margin) {
  parts_.clear();
  const auto& order = *journey.order;
  if (!earns_by_touchpoints(keys_.by())) {
    at(keys_.of(order)) = {kernels::ExactShares::one, order.revenue.minor, margin};
    return parts_;
  }
  share(journey.touches, journey.shares);
  const auto revenues = shares_.split(order.revenue.minor);
  for (std::size_t i = 0; i < journey.touches.size(); ++i)
    at(keys_.of(journey.touches, i)).revenue += revenues[i];
  const auto margins = shares_.split(margin);
  for (std::size_t i = 0; i < journey.touches.size(); ++i)
    at(keys_.of(journey.touches, i)).margin += margins[i];
  return parts_;
}

const Parts::List& Parts::of(const Inquiry& inquiry, const touchpoint::TouchColumns& touches,
                             std::span<const double> shares) {
  parts_.clear();
  if (earns_by_touchpoints(keys_.by())) {
    share(touches, shares);
  } else {
    at(keys_.of(inquiry)).share = kernels::ExactShares::one;
  }
  return parts_;
}

void Parts::share(const touchpoint::TouchColumns& touches, std::span<const double> shares) {
  shares_.take(shares);
  for (std::size_t i = 0; i < touches.size(); ++i) at(keys_.of(touches, i)).share += shares_.parts()[i];
}

Part& Parts::at(Key key) {
  for (auto& [known, part] : parts_) {
    if (known == key) return part;
  }
  return parts_.emplace_back(key, Part{}).second;
}

const Part* part_of(const Parts::List& parts, Key key) {
  const auto found = std::ranges::find(parts, key, &std::pair<Key, Part>::first);
  return found == parts.end() ? nullptr : &found->second;
}

std::int64_t margin_of(const order::Order& order) {
  return order.cost ? order.revenue.minor - order.cost->minor : 0;
}

/// The orders are sorted by account and then by time, so the account's others stand beside it.
std::optional<Newcomer> newcomer_of(const Orders& all, const order::Order& first, const Question& question,
                                    Currency own) {
  if (first.account == 0 || first.revenue.minor < 0) return std::nullopt;
  const auto place = static_cast<std::size_t>(&first - all.data());
  for (auto i = place; i > 0 && all[i - 1].account == first.account; --i) {
    if (all[i - 1].revenue.minor >= 0) return std::nullopt;
  }
  Newcomer newcomer;
  newcomer.days = question.until - day_of(first.at) + 1;
  for (auto i = place; i < all.size() && all[i].account == first.account; ++i) {
    const auto& order = all[i];
    if (day_of(order.at) > question.until) break;
    newcomer.margin += margin_of(order);
    if (!order.cost || order.revenue.currency != own) newcomer.is_margin_known = false;
  }
  return newcomer;
}

void each_led(const Ledger& ledger, const Ledger::Part& part, const Question& question,
              const Inquiries& inquiries, const std::function<void(const Led&)>& use) {
  const auto columns = part.accounts->timelines(part.touches);
  Participation participation(question);
  const auto lookback_ms = participation.path_rule().lookback_ms;
  Sharing sharing(question,
                  question.model == CreditModel::markov ? ledger.effects_of_channels(question) : nullptr);
  Rest rest = inquiries.all;
  for (const auto& places : part.places) {
    for (auto place = places.from; place < places.to; ++place) {
      if (rest.empty()) return;
      const auto touches = part.accounts->touches_of(place);
      if (touches.from == touches.to || part.accounts->is_hidden(place)) continue;
      const std::int64_t account = part.touches.account[touches.from];
      if (account == 0) continue;
      skip_to(rest, account);
      for (std::size_t i = 0; i < rest.size() && rest[i].account == account; ++i) {
        if (!is_asked(question, rest[i].on)) continue;
        const auto journey = before(columns, place, touches, rest[i].on, lookback_ms);
        const auto picked =
            participation.pick(part.touches.part(journey.first_touch, journey.touches),
                               part.accounts->marks().subspan(journey.first_touch, journey.touches),
                               start_of(rest[i].on + 1).ms - 1);
        if (!picked.touches.empty()) use({&rest[i], picked.touches, sharing.of(picked)});
      }
    }
  }
}

}  // namespace accord::roi
