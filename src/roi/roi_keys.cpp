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

std::optional<Key> Keys::of(const spend::Spent& spent) const {
  switch (by_) {
    case Dimension::channel:
      return spent.channel;
    case Dimension::campaign:
      return spent.campaign;
    case Dimension::side:
      return key_of(spent.side);
    case Dimension::segment:
      return std::nullopt;
    default:
      return of({0, spent.product, spent.territory, spent.person, spent.day});
  }
}

std::string asker_of(const Read& read, const Question& question) {
  if (question.by != Dimension::salesperson) return "";
  return " asked by " + std::to_string(read.actor().person) + " as " +
         std::string(accord::name_of(read.actor().role));
}

}  // namespace accord::roi
