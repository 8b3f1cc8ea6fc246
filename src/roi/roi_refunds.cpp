// SPDX-License-Identifier: Apache-2.0
// What refunds take back on days that are not those of their orders.
#include "roi/roi_refunds.hpp"

#include "funnel/funnel.hpp"
#include "roi/ledger.hpp"
#include "roi/roi_keys.hpp"

namespace accord::roi {
namespace {

/// Those that take back an order, as places among all: few, and asked for by each report.
using Refunds = std::vector<std::uint32_t>;

std::shared_ptr<const Refunds> all_refunds(const Read& read, const Question& question) {
  return read.kept<Refunds>("roi refunds by " + std::string(accord::name_of(question.currency_day)), [&] {
    const auto orders = order::booked(read, question.currency_day);
    Refunds found;
    for (std::size_t i = 0; i < orders->size(); ++i) {
      if ((*orders)[i].takes_back != order::Order::nothing) found.push_back(static_cast<std::uint32_t>(i));
    }
    return found;
  });
}

}  // namespace

std::vector<const order::Order*> refunds_of(const std::vector<order::Order>& all, const order::Order& order) {
  std::vector<const order::Order*> refunds;
  const auto place = static_cast<std::size_t>(&order - all.data());
  for (auto i = place + 1; i < all.size() && all[i].account == order.account; ++i) {
    if (all[i].takes_back == place) refunds.push_back(&all[i]);
  }
  return refunds;
}

std::int64_t left_by(const std::vector<const order::Order*>& refunds, const order::Order& order) {
  auto left = order.told.minor;
  for (const auto* refund : refunds) {
    if (refund->told.currency == order.told.currency) left += refund->told.minor;
  }
  return left;
}

std::vector<std::string> refunds_in_words(const Read& read, const Question& question) {
  const Kept kept(read, question.only);
  if (kept.is_by_touchpoints()) return {};
  const auto own = funnel::currency_of(read);
  Money later{0, own}, earlier{0, own};
  const auto all = order::booked(read, question.currency_day);
  const auto refunds = all_refunds(read, question);
  for (const auto place : *refunds) {
    const auto& refund = (*all)[place];
    const auto& order = (*all)[refund.takes_back];
    if (refund.revenue.currency != own || !kept.holds(refund)) continue;
    const bool is_of_these_days = is_asked(question, day_of(order.at));
    if (is_of_these_days && day_of(refund.at) > question.until) later.minor -= refund.revenue.minor;
    if (!is_of_these_days && is_asked(question, day_of(refund.at))) earlier.minor -= refund.revenue.minor;
  }
  std::vector<std::string> notes;
  if (later.minor != 0)
    notes.push_back("Of the orders of these days " + in_words(later) +
                    " was refunded after them. A refund counts on its own day and takes back what the "
                    "touchpoints of its order had earned: these days stay as they were told.");
  if (earlier.minor != 0)
    notes.push_back("Refunds of orders booked before these days take " + in_words(earlier) +
                    " off what was booked in them, and off what the touchpoints of those orders earned.");
  return notes;
}

}  // namespace accord::roi
