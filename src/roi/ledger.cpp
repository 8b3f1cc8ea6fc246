// SPDX-License-Identifier: Apache-2.0
#include "roi/ledger.hpp"

#include <algorithm>
#include <set>

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

}  // namespace

Ledger::Ledger(const Read& read) : touches_(touchpoint::touches(read)), orders_(order::booked(read)) {
  mark(read);
  group();
}

void Ledger::mark(const Read& read) {
  std::set<std::uint32_t> direct;
  for (const auto& channel : campaign::every_channel(read)) {
    if (channel.is_direct) direct.insert(static_cast<std::uint32_t>(channel.id.number));
  }
  for (const auto& touch : *touches_) {
    if (touch.account == 0) {
      ++of_nobody_;
      continue;
    }
    touch_ms_.push_back(touch.at.ms);
    std::uint8_t marks = touch.side == Side::sales ? kernels::touch_mark::by_sales : std::uint8_t{0};
    if (direct.contains(touch.channel)) marks |= kernels::touch_mark::is_direct;
    touch_marks_.push_back(marks);
  }
  touch_key_.resize(touch_ms_.size());
}

/// Both lists are sorted by account, so that one walk over them finds where each account's begin.
void Ledger::group() {
  for (const auto& order : *orders_) {
    order_ms_.push_back(order.at.ms);
    order_minor_.push_back(order.revenue.minor);
  }
  std::size_t touch = of_nobody_, order = 0;
  while (touch < touches_->size() || order < orders_->size()) {
    touches_from_.push_back(touch - of_nobody_);
    orders_from_.push_back(order);
    const auto of_touch = touch < touches_->size() ? (*touches_)[touch].account : UINT32_MAX;
    const auto of_order =
        order < orders_->size() ? static_cast<std::uint32_t>((*orders_)[order].account) : UINT32_MAX;
    const auto account = std::min(of_touch, of_order);
    while (touch < touches_->size() && (*touches_)[touch].account == account) ++touch;
    while (order < orders_->size() && (*orders_)[order].account == account) ++order;
  }
  touches_from_.push_back(touch_ms_.size());
  orders_from_.push_back(order_ms_.size());
}

kernels::Timelines Ledger::timelines() const {
  return {touches_from_, touch_ms_, touch_key_, touch_marks_, orders_from_, order_ms_, order_minor_};
}

void Ledger::each(const Question& question, const std::function<void(const Journey&)>& use) const {
  const auto columns = timelines();
  const auto model = model_of(question);
  std::vector<double> shares;
  kernels::JourneyCursor cursor(columns, {question.lookback_days * kernels::ms_of_a_day},
                                kernels::all_of(columns));
  while (cursor.next()) {
    const auto& journey = cursor.journey();
    if (!journey.has_converted()) continue;
    const auto& order = (*orders_)[journey.conversion];
    const Day day = day_of(order.at);
    if (day < question.from || day > question.until) continue;
    shares.resize(journey.touches);
    kernels::credit_shares(model, kernels::touches_of(columns, journey), shares);
    const std::span all(*touches_);
    use({&order, all.subspan(of_nobody_ + journey.first_touch, journey.touches), shares});
  }
}

std::shared_ptr<const Ledger> ledger(const Read& read) {
  return read.kept<Ledger>("roi ledger", [&] { return Ledger(read); });
}

}  // namespace accord::roi
