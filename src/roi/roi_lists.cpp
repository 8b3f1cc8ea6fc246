// SPDX-License-Identifier: Apache-2.0
// The lists behind a line's numbers.
#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "roi/roi_credit.hpp"
#include "roi/roi_lines.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// The part that a line has in an order, or in a lead; nothing where it has none.
class PartOfLine {
 public:
  PartOfLine(const Read& read, const Question& question, Key key)
      : key_(key), keys_(read, question.by), kept_(read, question.only), parts_(keys_, kept_) {}
  PartOfLine(const PartOfLine&) = delete;
  PartOfLine& operator=(const PartOfLine&) = delete;
  PartOfLine(PartOfLine&&) = delete;
  PartOfLine& operator=(PartOfLine&&) = delete;
  ~PartOfLine() = default;

  std::optional<Part> of(const Journey& journey) {
    const auto& order = *journey.order;
    if (!kept_.holds(order)) return std::nullopt;
    const bool is_open = journey.touches.empty();
    if (is_whole(is_open)) return Part{kernels::ExactShares::one, order.revenue.minor, margin_of(order)};
    if (is_no_part(is_open)) return std::nullopt;
    return found(parts_.of(journey, margin_of(order)));
  }
  /// `led` is nothing where no touchpoint explains it.
  std::optional<Part> of(const Inquiry& inquiry, const Led* led) {
    if (!kept_.holds(inquiry)) return std::nullopt;
    if (is_whole(led == nullptr)) return whole;
    if (is_no_part(led == nullptr)) return std::nullopt;
    if (led == nullptr) return found(parts_.of(inquiry, {}, {}));
    return found(parts_.of(inquiry, led->touches, led->shares));
  }

 private:
  static constexpr Part whole{.share = kernels::ExactShares::one};

  /// What is kept of everything, and of what nothing explains.
  bool is_whole(bool is_open) const {
    if (kept_.is_by_touchpoints()) return false;
    return key_ == everything || (key_ == unexplained && is_open);
  }
  bool is_no_part(bool is_open) const {
    const bool needs_touchpoints = kept_.is_by_touchpoints() || earns_by_touchpoints(keys_.by());
    return key_ == unexplained || (is_open && needs_touchpoints);
  }
  std::optional<Part> found(const Parts::List& parts) const {
    if (key_ == everything) return parts.empty() ? std::nullopt : std::optional(sum_of(parts));
    const auto* part = part_of(parts, key_);
    return part == nullptr ? std::nullopt : std::optional(*part);
  }

  Key key_;
  Keys keys_;
  Kept kept_;
  Parts parts_;
};

std::optional<Id<account::Account>> account_of(std::int64_t number) {
  return number == 0 ? std::nullopt : std::optional(Id<account::Account>{number});
}

CreditedOrder credited(const Read& read, const Journey& journey, const Part& part) {
  const auto& order = *journey.order;
  CreditedOrder row;
  row.share_percent = part.percent();
  if (order.cost) row.margin = Money{part.margin, order.revenue.currency};
  row.id = {order.row};
  row.name = name_of(order);
  row.booked_on = day_of(order.at);
  row.account = account_of(order.account);
  if (row.account) row.account_name = name_of_account(read, *row.account);
  row.revenue = order.revenue;
  row.credit = {part.revenue, order.revenue.currency};
  row.touchpoints = static_cast<std::int64_t>(journey.touches.size());
  row.is_refund = order.is_refund;
  row.is_taken_back = order.is_taken_back;
  return row;
}

NewAccount new_account(const Read& read, const Journey& journey, const Newcomer& newcomer, const Part& part) {
  const auto& order = *journey.order;
  NewAccount row;
  row.id = {order.account};
  row.name = name_of_account(read, {order.account});
  row.order = order.row;
  row.order_name = name_of(order);
  row.first_order_on = day_of(order.at);
  row.days = newcomer.days;
  if (newcomer.is_margin_known) row.margin = Money{newcomer.margin, order.revenue.currency};
  row.touchpoints = static_cast<std::int64_t>(journey.touches.size());
  row.share_percent = part.percent();
  return row;
}

/// How many touchpoints led to a lead, and the line's part of it.
struct Credit {
  std::int64_t touchpoints = 0;
  std::optional<Part> part;
};
using Credits = boost::unordered_flat_map<std::int64_t, Credit>;

/// Of the leads to which touchpoints led, by opportunity.
Credits credits_of(const Read& read, const Question& question, const Inquiries& inquiries, PartOfLine& line) {
  Credits credits;
  const auto all = ledger(read, question.currency_day);
  const auto add = [&](const Led& led) {
    credits[led.inquiry->opportunity] = {static_cast<std::int64_t>(led.touches.size()),
                                         line.of(*led.inquiry, &led)};
  };
  const auto look = [&](const Ledger::Part& part, const std::function<void(const Led&)>& use) {
    each_led(*all, part, matches_of_leads(part, question, inquiries), question, inquiries,
             Ledger::Shares::asked, use);
  };
  look(older_part(read, all->touches(), question.currency_day), [&](const Led& led) {
    if (!all->touches().is_changed(led.inquiry->account)) add(led);
  });
  look(all->newer(), add);
  return credits;
}

}  // namespace

std::vector<CreditedOrder> orders_of(const Read& read, const Question& question, Key key) {
  std::vector<CreditedOrder> rows;
  PartOfLine line(read, question, key);
  const auto own = funnel::currency_of(read);
  ledger(read, question.currency_day)->each(question, [&](const Journey& journey) {
    if (journey.order->revenue.currency != own) return;
    const auto part = line.of(journey);
    if (part) rows.push_back(credited(read, journey, key == unexplained ? Part{} : *part));
  });
  std::ranges::stable_sort(rows, std::ranges::greater{}, &CreditedOrder::booked_on);
  return rows;
}

std::vector<NewAccount> new_accounts_of(const Read& read, const Question& question, Key key) {
  std::vector<NewAccount> rows;
  PartOfLine line(read, question, key);
  const auto own = funnel::currency_of(read);
  const auto all = ledger(read, question.currency_day);
  all->each(question, [&](const Journey& journey) {
    const auto newcomer = newcomer_of(all->orders(), *journey.order, question, own);
    const auto part = newcomer ? line.of(journey) : std::nullopt;
    if (part) rows.push_back(new_account(read, journey, *newcomer, *part));
  });
  std::ranges::stable_sort(rows, std::ranges::greater{}, &NewAccount::first_order_on);
  return rows;
}

std::vector<CreditedLead> leads_of(const Read& read, const Question& question, Key key) {
  std::vector<CreditedLead> rows;
  PartOfLine line(read, question, key);
  const auto all = inquiries(read);
  const auto credits = credits_of(read, question, *all, line);
  const auto names = names_of_inquiries(read, question.from, question.until);
  for (const auto& inquiry : all->all) {
    if (inquiry.on < question.from || inquiry.on > question.until) continue;
    const auto found = credits.find(inquiry.opportunity);
    const auto part = found == credits.end() ? line.of(inquiry, nullptr) : found->second.part;
    if (!part) continue;
    auto& row = rows.emplace_back();
    row.id = {inquiry.opportunity};
    if (const auto name = names.find(inquiry.opportunity); name != names.end()) row.name = name->second;
    row.phase = inquiry.phase;
    row.created_on = inquiry.on;
    row.account = account_of(inquiry.account);
    if (row.account) row.account_name = name_of_account(read, *row.account);
    row.touchpoints = found == credits.end() ? 0 : found->second.touchpoints;
    row.share_percent = part->percent();
  }
  std::ranges::stable_sort(rows, std::ranges::greater{}, &CreditedLead::created_on);
  return rows;
}

}  // namespace accord::roi
