// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_keys.hpp"

#include <algorithm>

namespace accord::roi {

bool earns_by_touchpoints(Dimension by) {
  return by == Dimension::channel || by == Dimension::campaign || by == Dimension::side;
}

Key month_of(Day day) {
  const auto date = parts_of(day);
  return std::int64_t{date.year} * 12 + date.month - 1;
}

Key quarter_of(Day day) { return month_of(day) / 3; }

Period period_of(const Question& question, Key key) {
  const Key months = question.by == Dimension::quarter ? 3 : 1;
  const bool is_period = question.by == Dimension::month || question.by == Dimension::quarter;
  const auto first =
      is_period
          ? day_from({static_cast<int>(key * months / 12), static_cast<unsigned>(key * months % 12) + 1, 1})
          : std::nullopt;
  if (!first) return {question.from, question.until};
  return {std::max(question.from, *first),
          std::min(question.until, add_months(*first, static_cast<int>(months)) - 1)};
}

Keys::Keys(const Read& read, Dimension by) : by_(by) {
  if (by == Dimension::segment) industries_ = industries(read);
  if (by == Dimension::segment || by == Dimension::product) campaigns_ = campaign_lines(read);
  if (by == Dimension::territory) territories_ = territories_of_accounts(read);
  if (by == Dimension::salesperson) salespeople_.emplace(read);
}

Key Keys::of(const Own& own) const {
  switch (by_) {
    case Dimension::month:
      return month_of(own.day);
    case Dimension::quarter:
      return quarter_of(own.day);
    case Dimension::territory:
      return own.territory;
    case Dimension::segment:
      return industries_->of(own.account);
    case Dimension::salesperson:
      return salespeople_->shown(own.person);
    default:
      return own.product;
  }
}

Key Keys::of(const order::Order& order) const {
  return of({order.account, order.product, order.territory, order.person, day_of(order.at)});
}

Key Keys::of(const Inquiry& inquiry) const {
  return of({inquiry.account, inquiry.product, inquiry.territory, inquiry.owner, inquiry.on});
}

Key Keys::of(const spend::Spent& spent) const {
  switch (by_) {
    case Dimension::channel:
      return spent.channel;
    case Dimension::campaign:
      return spent.campaign;
    case Dimension::side:
      return key_of(spent.side);
    case Dimension::segment:
      return CampaignLines::in(campaigns_->industry, spent.campaign);
    default:
      return of({0, spent.product, spent.territory, spent.person, spent.day});
  }
}

Key Keys::met(const touchpoint::TouchColumns& touches, std::size_t i) const {
  switch (by_) {
    case Dimension::channel:
    case Dimension::campaign:
    case Dimension::side:
      return of(touches, i);
    case Dimension::product:
      return CampaignLines::in(campaigns_->product, touches.campaign(i));
    case Dimension::territory:
      return territories_->of(touches.account[i]);
    case Dimension::segment:
      return industries_->of(touches.account[i]);
    case Dimension::salesperson:
      return salespeople_->shown(touches.person[i]);
    default:
      return of(Own{.day = day_of(Instant{touches.clock_ms[i]})});
  }
}

std::vector<Key> with_those_below(const Read& read, Dimension by, Key key) {
  if (by != Dimension::territory || key == 0) return {key};
  std::vector<Key> found;
  for (const auto& [territory, line] : territory::all_lineages(read)) {
    if (std::ranges::find(line, key, &Id<territory::Territory>::number) != line.end())
      found.push_back(territory);
  }
  if (found.empty()) found.push_back(key);
  return found;
}

Kept::Kept(const Read& read, const Only& only) {
  for (std::size_t i = 0; i < only.size(); ++i) {
    if (!only[i]) continue;
    const auto by = static_cast<Dimension>(i);
    auto& lines = earns_by_touchpoints(by) ? earning_ : own_;
    lines.push_back({Keys(read, by), with_those_below(read, by, *only[i])});
  }
}

bool Kept::holds(const spend::Spent& spent) const {
  const auto is_named = [&](const OneLine& line) { return line.is(line.keys.of(spent)); };
  return std::ranges::all_of(own_, is_named) && std::ranges::all_of(earning_, is_named);
}

bool Kept::met(const touchpoint::TouchColumns& touches, std::size_t i) const {
  return earns(touches, i) &&
         std::ranges::all_of(own_, [&](const auto& line) { return line.is(line.keys.met(touches, i)); });
}

std::string asker_of(const Read& read, const Question& question) {
  const bool is_of_people = question.by == Dimension::salesperson ||
                            question.only[static_cast<std::size_t>(Dimension::salesperson)].has_value();
  if (!is_of_people) return "";
  return " asked by " + std::to_string(read.actor().person) + " as " +
         std::string(accord::name_of(read.actor().role));
}

}  // namespace accord::roi
