// SPDX-License-Identifier: Apache-2.0
#include "roi/ledger.hpp"

#include <algorithm>
#include <numeric>

#include "kernels/attribution.hpp"

namespace accord::roi {
namespace {

kernels::Model model_of(const Question& question) {
  using kernels::Heuristic;
  kernels::Model model;
  model.half_life_ms = question.half_life_days * kernels::ms_of_a_day;
  switch (question.model) {
    case CreditModel::first_touch:
      model.heuristic = Heuristic::first_touch;
      break;
    case CreditModel::last_touch:
      model.heuristic = Heuristic::last_touch;
      break;
    case CreditModel::last_non_direct:
      model.heuristic = Heuristic::last_non_direct;
      break;
    case CreditModel::linear:
      model.heuristic = Heuristic::linear;
      break;
    case CreditModel::position_based:
      model.heuristic = Heuristic::position_based;
      break;
    case CreditModel::w_shaped:
      model.heuristic = Heuristic::w_shaped;
      break;
    case CreditModel::time_decay:
      model.heuristic = Heuristic::time_decay;
      break;
  }
  return model;
}

std::vector<std::uint32_t> direct_channels(const Read& read) {
  std::vector<std::uint32_t> direct;
  for (const auto& channel : campaign::every_channel(read)) {
    if (channel.is_direct) direct.push_back(static_cast<std::uint32_t>(channel.id.number));
  }
  return direct;
}

std::uint32_t account_of(const order::Order& order) { return static_cast<std::uint32_t>(order.account); }

std::vector<std::uint32_t> places_of_all(const Orders& orders) {
  std::vector<std::uint32_t> places(orders.size());
  std::iota(places.begin(), places.end(), 0U);
  return places;
}

/// Both are sorted by account.
std::vector<std::uint32_t> places_of_some(const Orders& orders, const std::vector<std::uint32_t>& accounts) {
  std::vector<std::uint32_t> places;
  for (const auto account : accounts) {
    const auto found = std::ranges::equal_range(orders, account, {}, account_of);
    for (auto order = found.begin(); order != found.end(); ++order)
      places.push_back(static_cast<std::uint32_t>(order - orders.begin()));
  }
  return places;
}

/// What is left of the places from 0 up to the size when some are taken out.
std::vector<kernels::AccountRange> without(std::size_t size, const std::vector<kernels::AccountRange>& some) {
  std::vector<kernels::AccountRange> left;
  std::size_t from = 0;
  for (const auto& range : some) {
    if (range.from > from) left.push_back({from, range.from});
    from = range.to;
  }
  if (from < size) left.push_back({from, size});
  return left;
}

}  // namespace

Accounts::Accounts(const Read& read, Columns hold, const touchpoint::TouchColumns& columns, const Orders& all,
                   std::vector<std::uint32_t> orders)
    : orders_(std::move(orders)) {
  for (const auto place : orders_) {
    order_ms_.push_back(all[place].at.ms);
    order_minor_.push_back(all[place].revenue.minor);
  }
  mark(read, columns);
  const auto frame = touchpoint::frame(read);
  group(hold == Columns::of_all ? frame.get() : nullptr, columns, all);
}

void Accounts::mark(const Read& read, const touchpoint::TouchColumns& columns) {
  const auto direct = direct_channels(read);
  marks_.reserve(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::uint8_t marks = columns.side(i) == Side::sales ? kernels::touch_mark::by_sales : std::uint8_t{0};
    if (std::ranges::find(direct, columns.channel(i)) != direct.end())
      marks |= kernels::touch_mark::is_direct;
    marks_.push_back(marks);
  }
}

/// Both are sorted by account, so that one walk over them finds where each account's begin. Touches that lead
/// to no order stand in a place of their own.
void Accounts::group(const touchpoint::Frame* frame, const touchpoint::TouchColumns& columns,
                     const Orders& all) {
  std::size_t touch = 0, order = 0;
  while (touch < columns.size() || order < orders_.size()) {
    const auto of_touch = touch < columns.size() ? columns.account[touch] : UINT32_MAX;
    const auto of_order = order < orders_.size() ? account_of(all[orders_[order]]) : UINT32_MAX;
    const auto account = std::min(of_touch, of_order);
    const bool is_hidden = frame != nullptr && frame->is_hidden(account);
    begin(account, is_hidden, touch, order);
    while (touch < columns.size() && columns.account[touch] == account) ++touch;
    if (account == 0 || is_hidden) begin(account, is_hidden, touch, order);
    while (order < orders_.size() && account_of(all[orders_[order]]) == account) ++order;
  }
  touches_from_.push_back(touch);
  orders_from_.push_back(order);
}

void Accounts::begin(std::uint32_t account, bool is_hidden, std::size_t touch, std::size_t order) {
  numbers_.push_back(account);
  is_hidden_.push_back(is_hidden);
  touches_from_.push_back(touch);
  orders_from_.push_back(order);
}

kernels::Timelines Accounts::timelines(const touchpoint::TouchColumns& columns) const {
  return {touches_from_, columns.at_ms, columns.campaign, marks_, orders_from_, order_ms_, order_minor_};
}

std::vector<kernels::AccountRange> Accounts::places_of(const std::vector<std::uint32_t>& accounts) const {
  std::vector<kernels::AccountRange> places;
  for (const auto account : accounts) {
    const auto found = std::ranges::equal_range(numbers_, account);
    if (found.empty()) continue;
    const auto from = static_cast<std::size_t>(found.begin() - numbers_.begin());
    places.push_back({from, from + found.size()});
  }
  return places;
}

Ledger::Ledger(const Read& read) : touches_(touchpoint::touches(read)), orders_(order::booked(read)) {
  older_ = older_part(read, *touches_);
  outdated_ = {older_.accounts, older_.touches, older_.accounts->places_of(touches_->changed())};
  newer_.touches = touches_->newer();
  newer_.accounts = std::make_shared<const Accounts>(read, Accounts::Columns::of_the_seen, newer_.touches,
                                                     *orders_, places_of_some(*orders_, touches_->changed()));
  newer_.places = {{0, newer_.accounts->size()}};
}

Ledger::Part Ledger::unchanged() const {
  auto part = older_;
  part.places = without(older_.accounts->size(), outdated_.places);
  return part;
}

/// Each account's touches are sorted by time.
std::optional<Instant> Ledger::newest_touch(Instant before) const {
  std::optional<Instant> newest;
  const auto look = [&](const Part& part, kernels::AccountRange touches) {
    const auto column = part.touches.at_ms.subspan(touches.from, touches.to - touches.from);
    const auto end = std::ranges::lower_bound(column, before.ms);
    if (end != column.begin() && (!newest || *std::prev(end) > newest->ms)) newest = Instant{*std::prev(end)};
  };
  for (const auto& part : {unchanged(), newer_}) {
    for (const auto& places : part.places) {
      for (auto place = places.from; place < places.to; ++place) {
        if (!part.accounts->is_hidden(place)) look(part, part.accounts->touches_of(place));
      }
    }
  }
  return newest;
}

void Ledger::each(const Question& question, const std::function<void(const Journey&)>& use) const {
  each(unchanged(), question, use);
  each(newer_, question, use);
}

void Ledger::each(const Part& part, const Question& question,
                  const std::function<void(const Journey&)>& use) const {
  const auto columns = part.accounts->timelines(part.touches);
  std::vector<double> shares;
  for (const auto& places : part.places) {
    kernels::JourneyCursor cursor(columns, {question.lookback_days * kernels::ms_of_a_day}, places);
    while (cursor.next()) {
      const auto& journey = cursor.journey();
      if (!journey.has_converted()) continue;
      const auto& order = (*orders_)[part.accounts->order(journey.conversion)];
      const Day day = day_of(order.at);
      if (day < question.from || day > question.until) continue;
      share_credit(question, columns, journey, shares);
      use({&order, part.touches.part(journey.first_touch, journey.touches), shares});
    }
  }
}

void share_credit(const Question& question, const kernels::Timelines& columns,
                  const kernels::Journey& journey, std::vector<double>& shares) {
  shares.resize(journey.touches);
  kernels::credit_shares(model_of(question), kernels::touches_of(columns, journey), shares);
}

Ledger::Part older_part(const Read& read, const touchpoint::Touches& touches) {
  const auto make = [&] {
    const auto orders = order::booked(read);
    return Accounts(read, Accounts::Columns::of_all, touches.older(), *orders, places_of_all(*orders));
  };
  const auto accounts = read.kept<Accounts>("roi accounts " + std::to_string(touches.generation()), make);
  return {accounts, touches.older(), {{0, accounts->size()}}};
}

std::shared_ptr<const Ledger> ledger(const Read& read) {
  return read.kept<Ledger>("roi ledger", [&] { return Ledger(read); });
}

}  // namespace accord::roi
