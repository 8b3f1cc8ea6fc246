// SPDX-License-Identifier: Apache-2.0
// Reported facts in a plan: what the file tells of them waits outside memory until all of it is read, and is
// then settled beside what stands.
#include <algorithm>

#include "exchange_rate/exchange_rate.hpp"
#include "importing/plan.hpp"

namespace accord::importing {
namespace {

/// As many as a preview shows, and more.
constexpr std::size_t reported_at_hand = 100;
/// Of what nothing in the plan refers to.
constexpr std::int64_t new_id = -1;

/// What follows from what the rows refer to, since the file has no column for it.
std::vector<std::string_view> left_out_by(const Line& line, What what) {
  std::vector<std::string_view> fields;
  if (what == What::touchpoint) fields = {"account", "channel", "kind", "side"};
  if (what == What::order_line) fields = {"account", "product", "territory", "person"};
  std::erase_if(fields, [&](std::string_view field) {
    return line.use(field) != nullptr || line.use(std::string(field) + "_key") != nullptr;
  });
  return fields;
}

ToldRate told_rate(const void* fact, std::int64_t line) {
  const auto& rate = *static_cast<const exchange_rate::ExchangeRate*>(fact);
  return {rate.base, rate.quote, rate.day, line, rate.trillionths};
}

}  // namespace

/// What stands already stays; what is new is added, and what it tells anew is replaced: that is settled at
/// the end. Nothing refers to such facts, so they wait outside memory.
void Planner::keep_reported(Line& line, Draft& draft) {
  if (!facts_) {
    facts_.emplace(type_.what, left_out_by(line, type_.what));
    plan_.reported_are = &type_;
    look_at_standing();
  }
  if (type_.what == What::exchange_rate) rates_.push_back(told_rate(draft.record.get(), line.row().line));
  if (type_.what == What::ledger_total) {
    auto& total = *static_cast<general_ledger::LedgerTotal*>(draft.record.get());
    const auto before = standing_totals_.find({total.month.number, total.measure});
    if (before != standing_totals_.end()) total.corrects = {{before->second}};
  }
  facts_->add(draft.record.get());
  plan_.reported.add(type_, draft.record.get(), line.row().line);
}

/// What is compared or named while the file is read; of both there are few.
void Planner::look_at_standing() {
  if (type_.what == What::exchange_rate) {
    known_.each_reported(type_.what, setting_.system,
                         [&](std::int64_t, const void* fact) { rates_.push_back(told_rate(fact, 0)); });
  }
  if (type_.what == What::ledger_total) {
    known_.each_reported(type_.what, setting_.system, [&](std::int64_t id, const void* fact) {
      const auto& total = *static_cast<const general_ledger::LedgerTotal*>(fact);
      if (general_ledger::slice_of(total).is_whole())
        standing_totals_[{total.month.number, total.measure}] = id;
    });
  }
}

void Planner::settle_reported() {
  if (!facts_) return;
  auto settled =
      facts_->settle([&](const auto& use) { known_.each_reported(type_.what, setting_.system, use); },
                     [&](const auto& use) { known_.each_replaced(type_.what, setting_.system, use); });
  plan_.replaced = std::move(settled.replaced);
  plan_.outdated = std::move(settled.outdated);
  plan_.unchanged += std::ranges::count(settled.is_known, true);
  plan_.reported.leave_out(std::move(settled.is_known));
  plan_.reported.each(type_, [&](const void* fact, std::int64_t line) {
    plan_.first_reported.push_back({type_.what, new_id, type_.copy(fact), nullptr, line});
    return plan_.first_reported.size() < reported_at_hand;
  });
}

/// The file may list its days in any order, so that the steps between them are seen at the end.
void Planner::doubt_rates() {
  if (rates_.empty()) return;
  std::string column;
  for (const auto& use : uses_) {
    if (use.slot->reading == Reading::rate) column = use.header;
  }
  for (auto& problem : far_rates(std::move(rates_), column)) plan_.doubtful.push_back(std::move(problem));
}

}  // namespace accord::importing
