// SPDX-License-Identifier: Apache-2.0
// Reported facts in a plan: what the file tells of them waits outside memory until all of it is read, and is
// then settled beside what stands.
#include <algorithm>

#include "base/text.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "importing/encoding.hpp"
#include "importing/order_status.hpp"
#include "importing/plan.hpp"
#include "order/order.hpp"

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
  auto& book = book_of_reported(line);
  if (type_.what == What::exchange_rate) rates_.push_back(told_rate(draft.record.get(), line.row().line));
  if (type_.what == What::ledger_total) {
    auto& total = *static_cast<general_ledger::LedgerTotal*>(draft.record.get());
    const auto before = standing_totals_.find({total.month.number, total.measure});
    if (before != standing_totals_.end()) total.corrects = {{before->second}};
  }
  book.add(draft.record.get());
  plan_.reported.add(type_, draft.record.get(), line.row().line);
}

FactBook& Planner::book_of_reported(const Line& line) {
  if (!facts_) {
    facts_.emplace(type_.what, left_out_by(line, type_.what));
    plan_.reported_are = &type_;
    look_at_standing();
  }
  return *facts_;
}

/// Whether the row's status says that it makes no line, or nobody knows what it says.
bool Planner::is_without_line(Line& line) {
  const auto* use = line.use(Reading::order_status);
  if (use == nullptr) return false;
  const auto word = line.text(use);
  const auto status = order_status_of(word, setting_.answers);
  if (status == OrderStatus::booked) return false;
  if (status) {
    take_without_line(
        line, status == OrderStatus::cancelled ? FactBook::Without::cancelled : FactBook::Without::not_yet);
    return true;
  }
  ++plan_.unknown_statuses.try_emplace(plain_status(word), Plan::UnknownStatus{word}).first->second.rows;
  line.refuse(use, in_quotes(word) + " is no status of orders that is known here.",
              "Say whether such an order is booked, cancelled, or no order yet.", Asked::status);
  refuse(line.row(), line.problems(), line.asked());
  return true;
}

/// What is wrong in such a row is no matter, for it makes no line; nor does it make or ask for what it names.
void Planner::take_without_line(Line& line, FactBook::Without why) {
  Line read(uses_, setting_.formats, line.row());
  Draft draft{0, type_.make(), nullptr};
  read_fields(read, draft);
  point_at_known(read, draft.record.get());
  auto& order = *static_cast<order::OrderLine*>(draft.record.get());
  read_without_line(*this, read, order);
  book_of_reported(line).add_without(why, &order);
  ++(why == FactBook::Without::cancelled ? plan_.cancelled : plan_.not_yet);
  const auto* use = line.use(Reading::order_status);
  const auto called = why == FactBook::Without::cancelled ? order.number : line.text(use);
  without_lines_.push_back({why, {line.row().line, use->header, called, ""}});
}

void Planner::point_at_known(Line& line, void* record) {
  const auto point = [&](const Use& use, std::optional<std::int64_t> id) {
    const auto& field = *use.slot->field;
    if (id && field.type.value(field.in(record)) == nullptr)
      *static_cast<std::int64_t*>(field.type.emplace(field.at(record))) = *id;
  };
  for (const auto& use : uses_) {
    if (use.slot->reading == Reading::reference_key)
      point(use, book(use.slot->refers_to).by_key(setting_.system, key_in(line, &use)));
  }
  for (const auto& use : uses_) {
    if (use.slot->reading == Reading::reference)
      point(use, book(use.slot->refers_to).by_name(line.text(&use)));
  }
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
  tell_without_lines(settled);
  plan_.replaced = std::move(settled.replaced);
  plan_.taken_back = settled.cancelled;
  plan_.outdated = std::move(settled.outdated);
  plan_.unchanged += std::ranges::count(settled.is_known, true);
  plan_.reported.leave_out(std::move(settled.is_known));
  plan_.reported.each(type_, [&](const void* fact, std::int64_t line) {
    plan_.first_reported.push_back({type_.what, new_id, type_.copy(fact), nullptr, line});
    return plan_.first_reported.size() < reported_at_hand;
  });
}

void Planner::tell_without_lines(const FactBook::Settled& settled) {
  using enum FactBook::Settled::Met;
  for (std::size_t i = 0; i < without_lines_.size(); ++i) {
    auto& [why, told] = without_lines_[i];
    const auto met = settled.met[i];
    const bool is_cancelled = why == FactBook::Without::cancelled;
    if (is_cancelled && met == what_stands) --plan_.cancelled;
    const auto called = in_quotes(told.reason);
    if (is_cancelled && met == others_of_its_order) {
      told.reason = "Which line of order " + called + " it cancels cannot be told, so none is taken back.";
      told.remedy = "Name the line's identifier or its product, or cancel all lines of the order.";
      plan_.doubtful.push_back(std::move(told));
    }
    if (!is_cancelled && met == what_stands) {
      told.reason = called + " is no order yet, but it stands here as booked, and stays.";
      told.remedy = "Where it was given up, its system should say that it is cancelled.";
      plan_.doubtful.push_back(std::move(told));
    }
  }
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
