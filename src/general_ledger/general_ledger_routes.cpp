// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "db/history.hpp"
#include "db/list_rows.hpp"
#include "general_ledger/general_ledger_gaps.hpp"
#include "general_ledger/general_ledger_view.hpp"

namespace accord::general_ledger {
namespace {

using web::Input;

Day month_in(const Input& input) {
  const auto month = parse_month(input.path("month"));
  refuse_if(!month, web::not_found);
  return *month;
}

/// All, unless the address names a channel or a kind, of spend only.
Slice slice_in(const Input& input, Measure measure) {
  Slice slice;
  if (const auto text = input.query("channel")) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc{} || end != text->data() + text->size() || number < 0)
      throw ShapeError("channel", "Give the channel's number; 0 for spend on none.");
    slice.channel = {{number}};
  }
  if (const auto text = input.query("spend_kind")) {
    slice.spend_kind = choice_named<spend::SpendKind>(*text);
    if (!slice.spend_kind) throw ShapeError("spend_kind", "Name one of the kinds of spend.");
  }
  if (slice.channel && slice.spend_kind)
    throw ShapeError("spend_kind", "Ask for a channel or for a kind, not for both.");
  if (!slice.is_whole() && !is_spend(measure))
    throw ShapeError(slice.channel ? "channel" : "spend_kind", "Only spend is of a channel or a kind.");
  return slice;
}

Listed<MonthRow> list_months(const Read& read, const Input& input) {
  return list_rows(month_rows(read), input.list());
}

MonthView show_month(const Read& read, const Input& input) { return view_of(read, month_in(input)); }

MonthLine show_measure(const Read& read, const Input& input) {
  const auto measure = choice_named<Measure>(input.path("measure"));
  refuse_if(!measure, web::not_found);
  return line_of(read, comparison_of(read, month_in(input), *measure, slice_in(input, *measure)));
}

Listed<EntryRow> list_entries(const Read& read, const Input& input) {
  const auto measure = choice_named<Measure>(input.query("measure").value_or("spend_of_marketing"));
  if (!measure) throw ShapeError("measure", "Name one of the measures of the month.");
  auto rows = entries_of(read, month_in(input), *measure, slice_in(input, *measure),
                         input.query("of").value_or("counted"));
  if (!rows)
    throw ShapeError("of", "Give counted, at_closing, since_closing, or a step of the month's page.");
  auto request = input.list();
  std::erase_if(request.filters, [](const auto& filter) {
    static constexpr std::array names{"measure", "of", "channel", "spend_kind"};
    return std::ranges::find(names, filter.first) != names.end();
  });
  return list_rows(*rows, request);
}

/// What each measure comes to is kept with the closing.
web::Done close_month(Write& write, const Input& input, const ClosingDraft& draft) {
  const Day month = month_in(input);
  const auto all = books_of(write, month);
  const auto currency = people::currency_of(write);
  const auto closing = period::close(write, month, draft.note);
  for (std::size_t i = 0; i < measure_count; ++i) {
    const auto measure = static_cast<Measure>(i);
    const auto ours = all->ours(measure);
    ClosedFigure figure{.id = {},
                        .closing = closing.id,
                        .measure = measure,
                        .amount = ours.minor ? std::optional(Money{*ours.minor, currency}) : std::nullopt,
                        .entries = ours.entries};
    write.append(figure);
  }
  return {};
}

web::Done reopen_month(Write& write, const Input& input, const ReopeningDraft& draft) {
  period::reopen(write, month_in(input), draft.reason);
  return {};
}

Listed<TotalRow> list_totals(const Read& read, const Input& input) {
  return list<TotalRow>(read, input.list());
}

TotalRow show_total(const Read& read, const Input& input) {
  auto row = find_total_row(read, input.id_of<LedgerTotal>());
  refuse_if(!row, web::not_found);
  return std::move(*row);
}

/// From the total back over those that it took the place of.
Listed<Change> total_history(const Read& read, const Input& input) {
  std::vector<std::int64_t> chain;
  std::optional<Id<LedgerTotal>> next = Id<LedgerTotal>{show_total(read, input).id.number};
  while (next) {
    const auto total = read.find(*next);
    if (!total) break;
    chain.push_back(total->id.number);
    next = total->corrects;
  }
  std::ranges::reverse(chain);
  auto changes = history_of_facts(read, info_of<LedgerTotal>(), chain);
  const auto count = static_cast<std::int64_t>(changes.size());
  return {std::move(changes), std::nullopt, count};
}

/// All that was ever told of it, so that nothing older stands again when an import is undone that had taken
/// its place.
void replace_totals(Write& write, Day month, Measure measure, const Slice& slice) {
  for (const auto id : told_totals(write, month, measure, slice)) write.supersede(id);
}

/// 1. The month has begun.
/// 2. The amount is in the company's currency.
/// 3. A channel or a kind is one of spend, and not both; the channel is there.
/// 4. It takes the place of what was stated of the same before.
web::Made state_total(Write& write, const Input&, const TotalDraft& draft) {
  const Day today = people::today(write), month = first_of_month(draft.month);
  refuse_if(month > today, ledger_month_ahead, period::month_in_words(month));
  refuse_if(draft.amount.currency != people::currency_of(write), ledger_in_other_currency,
            std::string(draft.amount.currency.text()));
  const auto slice = slice_of(draft);
  const bool is_of_two = slice.channel && slice.spend_kind;
  refuse_if(is_of_two || (!slice.is_whole() && !is_spend(draft.measure)), ledger_total_of_one);
  refuse_if(slice.channel && !write.find(*slice.channel), campaign::channel_unknown);
  LedgerTotal total{.id = {},
                    .month = month,
                    .measure = draft.measure,
                    .channel = slice.channel,
                    .spend_kind = slice.spend_kind,
                    .amount = draft.amount,
                    .note = std::string(trimmed(draft.note)),
                    .system = {},
                    .person = Id<people::Person>{write.actor().person},
                    .stated_on = today,
                    .corrects = {}};
  if (const auto before = find_total(write, month, draft.measure, slice)) total.corrects = before->id;
  replace_totals(write, month, draft.measure, slice);
  return {write.append(total).number};
}

web::Done take_total_back(Write& write, const Input& input) {
  const auto id = input.id_of<LedgerTotal>();
  refuse_if(!write.find(id), web::not_found);
  const auto row = find_total_row(write, id);
  refuse_if(!row, ledger_total_superseded);
  replace_totals(write, row->month, row->measure, slice_of(*row));
  return {};
}

/// Months, for the jump box.
std::vector<web::JumpItem> months_to_jump_to(const Read& read) {
  std::vector<web::JumpItem> found;
  const Day last = first_of_month(people::today(read));
  for (int back = 0; back < 12; ++back) {
    const Day month = add_months(last, -back);
    found.push_back({"Month", period::month_in_words(month), "General ledger", page_of(month)});
  }
  return found;
}

std::vector<web::Parameter> slice_parameters() {
  return {{"channel", "Of spend: that on this channel, by its number; 0 for none."},
          {"spend_kind", "Of spend: that of this kind."}};
}

std::vector<web::Parameter> entries_parameters() {
  auto all = slice_parameters();
  all.push_back({"measure", "What is added up; spend_of_marketing where it is left out."});
  all.push_back({"of",
                 "Which entries: counted, at_closing, since_closing, or a step's; counted where it is left "
                 "out."});
  return all;
}

std::vector<web::Route> routes() {
  using web::Method;
  return {
      web::get_list<MonthRow>("/general-ledger", see_general_ledger,
                              "List months: what the facts sum to, and how far the books are from it.",
                              list_months),
      web::get("/general-ledger/{month}", see_general_ledger,
               "Show a month: what the books say, what the facts sum to, and why they differ.", show_month),
      web::taking(web::get("/general-ledger/{month}/measures/{measure}", see_general_ledger,
                           "Show one measure of a month.", show_measure),
                  slice_parameters()),
      web::taking(web::get_list<EntryRow>("/general-ledger/{month}/entries", see_general_ledger,
                                          "List the entries behind a number of a month.", list_entries),
                  entries_parameters()),
      web::act(Method::post, "/general-ledger/{month}/closing", period::close_periods, "Close a month.",
               close_month),
      web::act(Method::post, "/general-ledger/{month}/reopening", period::close_periods, "Reopen a month.",
               reopen_month),
      web::get_list<TotalRow>("/ledger-totals", see_general_ledger, "List what finance stated of the books.",
                              list_totals),
      web::get("/ledger-totals/{id}", see_general_ledger, "Show a ledger total.", show_total),
      web::get_list<Change>("/ledger-totals/{id}/history", see_general_ledger, "Show what was stated before.",
                            total_history),
      web::act(Method::post, "/ledger-totals", state_ledger_totals, "State a ledger total.", state_total),
      web::act(Method::remove, "/ledger-totals/{id}", state_ledger_totals, "Take a ledger total back.",
               take_total_back)};
}

}  // namespace

const Subject subject{
    .name = "general_ledger",
    .schema = schema(),
    .routes = routes(),
    .pages = {{"/general-ledger", "General ledger", "Demand", see_general_ledger, "GeneralLedgerPage"},
              {"/general-ledger/{month}", "Month", "", see_general_ledger, "LedgerMonthPage"},
              {"/general-ledger/{month}/measures/{measure}", "Month", "", see_general_ledger,
               "LedgerMeasurePage"},
              {"/general-ledger/{month}/entries", "Entries of a month", "", see_general_ledger,
               "LedgerEntriesPage"},
              {"/ledger-totals", "Ledger totals", "", see_general_ledger, "LedgerTotalsPage"},
              {"/ledger-totals/{id}", "Ledger total", "", see_general_ledger, "LedgerTotalPage"}},
    .rules = {&ledger_month_ahead, &ledger_in_other_currency, &ledger_total_of_one, &ledger_total_superseded},
    .checks = {{"closed_periods_keep_their_numbers",
                "What was kept of a closed month is what the facts summed to as of its closing.",
                changed_figures}},
    .gaps = {&closed_period_changed, &ledger_differs},
    .jumps = {{.kind = "Month", .right = see_general_ledger, .all = months_to_jump_to}}};

}  // namespace accord::general_ledger
