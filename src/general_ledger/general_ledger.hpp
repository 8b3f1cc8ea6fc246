// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/figure.hpp"
#include "order/order.hpp"
#include "period/period.hpp"
#include "spend/spend.hpp"

/// What finance's books say of a month, beside what the facts here sum to.
namespace accord::general_ledger {

enum class Measure : std::uint8_t {
  spend_of_sales,
  spend_of_marketing,
  revenue_booked,
  revenue_invoiced,
  cost_of_goods
};
constexpr std::size_t measure_count = 5;

/// All of a measure; of a side's spend also that on one channel, or of one kind.
struct Slice {
  std::optional<Id<campaign::Channel>> channel{};  ///< 0: on none
  std::optional<spend::SpendKind> spend_kind{};

  bool is_whole() const { return !channel && !spend_kind; }
};
constexpr bool is_spend(Measure measure) {
  return measure == Measure::spend_of_sales || measure == Measure::spend_of_marketing;
}

/// What the books say of a month, as finance states it.
struct LedgerTotal {
  Id<LedgerTotal> id;
  Day month;  ///< its first day
  Measure measure = Measure::spend_of_sales;
  std::optional<Id<campaign::Channel>> channel{};  ///< of all channels where it is left out
  std::optional<spend::SpendKind> spend_kind{};    ///< of all kinds where it is left out
  Money amount;
  std::string note;
  std::string system;  ///< the books; empty: stated here
  std::optional<Id<people::Person>> person;
  Day stated_on;
  std::optional<Id<LedgerTotal>> corrects;
};

/// A ledger total as lists and pages show it.
struct TotalRow {
  Id<TotalRow> id;
  Day month;
  Measure measure = Measure::spend_of_sales;
  std::optional<Id<campaign::Channel>> channel;
  std::string channel_name;
  std::optional<spend::SpendKind> spend_kind;
  Money amount;
  std::string note, system;
  std::optional<Id<people::Person>> person;
  std::string person_name;
  Day stated_on;
  std::optional<Id<LedgerTotal>> corrects;
};

/// What a person gives to state a total.
struct TotalDraft {
  Day month;
  Measure measure = Measure::spend_of_sales;
  std::optional<Id<campaign::Channel>> channel;
  std::optional<spend::SpendKind> spend_kind;
  Money amount;
  std::string note;
};

/// What a measure came to when finance closed the month; nothing where it was not known.
struct ClosedFigure {
  Id<ClosedFigure> id;
  Id<period::PeriodClosing> closing;
  Measure measure = Measure::spend_of_sales;
  std::optional<Money> amount;
  std::int64_t entries = 0;
};

/// What a person gives to close a month, and to reopen it.
struct ClosingDraft {
  std::string note;
};
struct ReopeningDraft {
  std::string reason;
};

/// A month and its measures, as the list shows it.
struct MonthRow {
  Id<MonthRow> id;  ///< 202602
  Day month;
  bool is_closed = false;
  std::string state;
  Figure spend_of_sales, spend_of_sales_difference, spend_of_marketing, spend_of_marketing_difference,
      revenue_booked, revenue_booked_difference, revenue_invoiced, revenue_invoiced_difference, cost_of_goods,
      cost_of_goods_difference;
};

/// Why the books and the facts differ.
enum class Cause : std::uint8_t {
  changed_since,  ///< entered, corrected or taken back after the books were stated
  credit_notes,
  told_twice,    ///< by another system too
  without_rate,  ///< in a currency that no rate is known of: how much is not known
  without_cost,  ///< of goods
  not_explained
};

/// One step from what the facts sum to, to what the books say.
struct Step {
  Cause cause = Cause::not_explained;
  std::string words;
  Figure change;
  std::int64_t count = 0;
  std::string link;  ///< the page that lists its entries; empty where there are none
};

/// What a channel or a kind of spend is of a side's spend.
struct SliceLine {
  std::string name;
  std::optional<Id<campaign::Channel>> channel;
  std::optional<spend::SpendKind> spend_kind;
  Figure ours, stated, difference;
  std::string link;  ///< its own page
};

/// One measure of a month, or a slice of it.
struct MonthLine {
  Measure measure = Measure::spend_of_sales;
  std::string name;
  std::string slice;  ///< the channel's name, or the kind's; empty for all
  std::optional<Id<campaign::Channel>> channel;
  std::optional<spend::SpendKind> spend_kind;
  Figure stated, ours, difference;
  std::vector<Step> steps;
  std::vector<SliceLine> slices;  ///< of all of a side's spend: by channel, then by kind
  Figure closed;                  ///< what it was when finance closed the month
  Figure changed;                 ///< since then
};

/// Orders and invoices of a month beside each other.
struct InvoicingStep {
  std::string words;
  Figure change;
  std::string link;
};

/// A month in full.
struct MonthView {
  Day month;
  std::string title, sentence;
  bool is_closed = false, can_close = false, can_reopen = false, can_state = false;
  std::string why_not_close;
  std::vector<MonthLine> items;
  std::vector<InvoicingStep> invoicing;  ///< from what was booked to what was invoiced
  std::vector<period::PeriodEvent> events;
};

/// Where an entry stands.
enum class Source : std::uint8_t { spend, order_line, opportunity };

/// What happened to an entry since some commit.
enum class ChangeKind : std::uint8_t { counted, came_in, taken_back, valued_otherwise };

/// An entry behind a number.
struct EntryRow {
  Id<EntryRow> id;  ///< of this list alone
  Day day;
  std::string name;
  Source source = Source::spend;
  std::string system;
  std::optional<Money> told;    ///< as it was entered
  std::optional<Money> value;   ///< in the company's currency
  std::optional<Money> change;  ///< what it does to the number
  ChangeKind kind = ChangeKind::counted;
  std::string by, act;
  std::optional<Instant> at;
  std::string link;
};

inline constexpr Right see_general_ledger{
    "see_general_ledger", "See what the books say of each month, beside what the facts sum to.",
    roles(Role::sales_manager, Role::marketing_manager, Role::liaison, Role::arbiter, Role::finance,
          Role::administrator),
    true};
inline constexpr Right state_ledger_totals{"state_ledger_totals", "State what the books say of a month.",
                                           roles(Role::finance), true};

inline constexpr Rule ledger_month_ahead{"ledger_month_ahead", "This month has not begun.",
                                         "State it once the books hold something of it.", 422};
inline constexpr Rule ledger_in_other_currency{"ledger_in_other_currency",
                                               "Ledger totals are in the company's currency.",
                                               "Give the amount that the books show in it.", 422};
inline constexpr Rule ledger_total_of_one{"ledger_total_of_one",
                                          "Only spend has totals by channel or by kind, and each is of one.",
                                          "Leave out the channel, the kind or both.", 422};
inline constexpr Rule ledger_total_superseded{"ledger_total_superseded",
                                              "This total has been stated anew or taken back already.",
                                              "Open the newest one on the page Ledger totals."};

/// Something that a measure counts.
struct Entry {
  Source source = Source::spend;
  std::int64_t id = 0;
  Day day;
  std::optional<Money> told{};          ///< nothing: a cost of goods that is not known
  std::optional<std::int64_t> minor{};  ///< in the company's currency; nothing where that is not known
  std::string name{}, system{}, number{};
  std::int64_t account = 0;
  std::int64_t channel = 0;  ///< of spend; 0 where it is on none
  spend::SpendKind spend_kind = spend::SpendKind::other;
  std::int64_t commit = 0;  ///< in which it came
};
/// By measure.
using Entries = std::array<std::vector<Entry>, measure_count>;
constexpr std::size_t place(Measure measure) { return static_cast<std::size_t>(measure); }

std::int64_t sum_of(const std::vector<Entry>&);

/// What became of an entry between two commits, and what that does to the sum.
struct EntryChange {
  Entry entry;
  ChangeKind kind = ChangeKind::came_in;
  std::int64_t minor = 0;
};
/// They sum to what the sum changed by.
std::vector<EntryChange> changes_between(const std::vector<Entry>& before, const std::vector<Entry>& after);

/// A cause with its part of the difference; the parts sum to it.
struct Part {
  Cause cause = Cause::not_explained;
  std::optional<std::int64_t> minor;  ///< nothing where nobody knows how much
  std::vector<Entry> entries;
};
/// From what the entries sum to, to what the books say. `at_statement` are the entries as they stood when
/// the books were stated.
std::vector<Part> itemised(std::int64_t stated, const std::vector<Entry>& at_statement,
                           const std::vector<Entry>& now);

/// How booked orders and invoices of a month relate.
enum class Invoicing : std::uint8_t {
  invoiced_elsewhen,  ///< booked in the month, invoiced in another
  not_invoiced,
  booked_elsewhen,  ///< invoiced in the month, booked in another
  not_booked,       ///< invoiced without a booking
  other_amount      ///< booked and invoiced in the month
};
struct InvoicingPart {
  Invoicing kind = Invoicing::not_invoiced;
  std::int64_t minor = 0;
  std::vector<Entry> entries;
};
/// What identifies an order's lines.
std::string order_of(const Entry&);
/// From what was booked in the month to what was invoiced in it; the parts sum to the difference. The orders
/// that have lines of either kind in any month are told beside.
std::vector<InvoicingPart> invoicing_parts(const std::vector<Entry>& booked,
                                           const std::vector<Entry>& invoiced,
                                           const std::vector<std::string>& ever_booked,
                                           const std::vector<std::string>& ever_invoiced);

template <class Total>
Slice slice_of(const Total& total) {
  return {total.channel, total.spend_kind};
}
bool is_in(const Slice&, const Entry&);

std::string_view in_words(Measure);
/// "Marketing’s spend of February 2026"
std::string in_words(Measure, Day month);
std::string in_words(const LedgerTotal&);
std::string_view in_words(Cause);
std::string_view in_words(Invoicing);

extern const Subject subject;

}  // namespace accord::general_ledger

namespace accord {
template <>
inline constexpr std::array<std::string_view, 5> choices_of<general_ledger::Measure>{
    "spend_of_sales", "spend_of_marketing", "revenue_booked", "revenue_invoiced", "cost_of_goods"};
template <>
inline constexpr std::array<std::string_view, 6> choices_of<general_ledger::Cause>{
    "changed_since", "credit_notes", "told_twice", "without_rate", "without_cost", "not_explained"};
template <>
inline constexpr std::array<std::string_view, 3> choices_of<general_ledger::Source>{"spend", "order_line",
                                                                                    "opportunity"};
template <>
inline constexpr std::array<std::string_view, 4> choices_of<general_ledger::ChangeKind>{
    "counted", "came_in", "taken_back", "valued_otherwise"};
template <>
inline constexpr std::array<std::string_view, 5> choices_of<general_ledger::Invoicing>{
    "invoiced_elsewhen", "not_invoiced", "booked_elsewhen", "not_booked", "other_amount"};
template <>
inline constexpr auto described<general_ledger::LedgerTotal> = record(
    "ledger_total", "What the books say of a month.",
    field(&general_ledger::LedgerTotal::id, "id", "The total's number."),
    field(&general_ledger::LedgerTotal::month, "month", "The first day of the month."),
    field(&general_ledger::LedgerTotal::measure, "measure", "What it is the total of."),
    field(&general_ledger::LedgerTotal::channel, "channel", "The channel of the spend; nothing for all."),
    field(&general_ledger::LedgerTotal::spend_kind, "spend_kind", "The kind of the spend; nothing for all."),
    field(&general_ledger::LedgerTotal::amount, "amount", "How much, in the company's currency."),
    field(&general_ledger::LedgerTotal::note, "note", "Which accounts it is of, and what to know of it.",
          searched, has_default, up_to(500)),
    field(&general_ledger::LedgerTotal::system, "system", "The books; empty where it was stated here.",
          has_default, up_to(60)),
    field(&general_ledger::LedgerTotal::person, "person", "Who stated it."),
    field(&general_ledger::LedgerTotal::stated_on, "stated_on", "The day it was stated."),
    field(&general_ledger::LedgerTotal::corrects, "corrects", "The total that it takes the place of."));
template <>
inline constexpr auto described<general_ledger::TotalRow> = record(
    "ledger_total_row", "A ledger total, and who stated it.",
    field(&general_ledger::TotalRow::id, "id", "The total's number."),
    field(&general_ledger::TotalRow::month, "month", "The first day of the month."),
    field(&general_ledger::TotalRow::measure, "measure", "What it is the total of."),
    field(&general_ledger::TotalRow::channel, "channel", "The channel of the spend; nothing for all."),
    field(&general_ledger::TotalRow::channel_name, "channel_name", "The channel's name.", searched),
    field(&general_ledger::TotalRow::spend_kind, "spend_kind", "The kind of the spend; nothing for all."),
    field(&general_ledger::TotalRow::amount, "amount", "How much, in the company's currency."),
    field(&general_ledger::TotalRow::note, "note", "Which accounts it is of, and what to know of it.",
          searched),
    field(&general_ledger::TotalRow::system, "system", "The books; empty where it was stated here."),
    field(&general_ledger::TotalRow::person, "person", "Who stated it."),
    field(&general_ledger::TotalRow::person_name, "person_name", "Their name.", searched),
    field(&general_ledger::TotalRow::stated_on, "stated_on", "The day it was stated."),
    field(&general_ledger::TotalRow::corrects, "corrects", "The total that it takes the place of."));
template <>
inline constexpr auto described<general_ledger::TotalDraft> = record(
    "ledger_total_draft", "What a person gives to state what the books say of a month.",
    field(&general_ledger::TotalDraft::month, "month", "Any day of the month."),
    field(&general_ledger::TotalDraft::measure, "measure", "What it is the total of."),
    field(&general_ledger::TotalDraft::channel, "channel", "The channel of the spend; nothing for all."),
    field(&general_ledger::TotalDraft::spend_kind, "spend_kind", "The kind of the spend; nothing for all."),
    field(&general_ledger::TotalDraft::amount, "amount", "How much, in the company's currency."),
    field(&general_ledger::TotalDraft::note, "note", "Which accounts it is of, and what to know of it.",
          has_default, up_to(500)));
template <>
inline constexpr auto described<general_ledger::ClosedFigure> = record(
    "closed_figure", "What a measure came to when finance closed the month.",
    field(&general_ledger::ClosedFigure::id, "id", "The figure's number."),
    field(&general_ledger::ClosedFigure::closing, "closing", "Which closing."),
    field(&general_ledger::ClosedFigure::measure, "measure", "What was added up."),
    field(&general_ledger::ClosedFigure::amount, "amount", "What it came to; nothing where not known."),
    field(&general_ledger::ClosedFigure::entries, "entries", "Of how many entries.", unit::count));
template <>
inline constexpr auto described<general_ledger::ClosingDraft> =
    record("closing_draft", "What a person gives to close a month.",
           field(&general_ledger::ClosingDraft::note, "note", "What is to be known of it.", has_default,
                 up_to(500)));
template <>
inline constexpr auto described<general_ledger::ReopeningDraft> = record(
    "reopening_draft", "What a person gives to reopen a month.",
    field(&general_ledger::ReopeningDraft::reason, "reason", "Why: what is to be changed.", up_to(500)));
template <>
inline constexpr auto described<general_ledger::MonthRow> = record(
    "ledger_month", "A month: what the facts sum to, and how far the books are from it.",
    field(&general_ledger::MonthRow::id, "id", "The year and the month, as 202602."),
    field(&general_ledger::MonthRow::month, "month", "The first day of the month."),
    field(&general_ledger::MonthRow::is_closed, "is_closed", "Whether finance has closed it."),
    field(&general_ledger::MonthRow::state, "state", "Open, or since when it is closed."),
    field(&general_ledger::MonthRow::spend_of_sales, "spend_of_sales", "What sales spent."),
    field(&general_ledger::MonthRow::spend_of_sales_difference, "spend_of_sales_difference",
          "How much more of it the books say."),
    field(&general_ledger::MonthRow::spend_of_marketing, "spend_of_marketing", "What marketing spent."),
    field(&general_ledger::MonthRow::spend_of_marketing_difference, "spend_of_marketing_difference",
          "How much more of it the books say."),
    field(&general_ledger::MonthRow::revenue_booked, "revenue_booked", "What was booked."),
    field(&general_ledger::MonthRow::revenue_booked_difference, "revenue_booked_difference",
          "How much more of it the books say."),
    field(&general_ledger::MonthRow::revenue_invoiced, "revenue_invoiced", "What was invoiced."),
    field(&general_ledger::MonthRow::revenue_invoiced_difference, "revenue_invoiced_difference",
          "How much more of it the books say."),
    field(&general_ledger::MonthRow::cost_of_goods, "cost_of_goods", "What the invoiced goods cost."),
    field(&general_ledger::MonthRow::cost_of_goods_difference, "cost_of_goods_difference",
          "How much more of it the books say."));
template <>
inline constexpr auto described<general_ledger::Step> = record(
    "ledger_step", "One step from what the facts sum to, to what the books say.",
    field(&general_ledger::Step::cause, "cause", "Why they differ."),
    field(&general_ledger::Step::words, "words", "The same in words."),
    field(&general_ledger::Step::change, "change", "Its part of the difference."),
    field(&general_ledger::Step::count, "count", "How many entries it is of.", unit::count),
    field(&general_ledger::Step::link, "link", "The page that lists them; empty where there are none."));
template <>
inline constexpr auto described<general_ledger::SliceLine> =
    record("ledger_slice", "What a channel or a kind of spend is of a side's spend of a month.",
           field(&general_ledger::SliceLine::name, "name", "The channel, or the kind."),
           field(&general_ledger::SliceLine::channel, "channel", "The channel's number; 0 for none."),
           field(&general_ledger::SliceLine::spend_kind, "spend_kind", "The kind of the spend."),
           field(&general_ledger::SliceLine::ours, "ours", "What the facts sum to."),
           field(&general_ledger::SliceLine::stated, "stated", "What the books say."),
           field(&general_ledger::SliceLine::difference, "difference", "How much more the books say."),
           field(&general_ledger::SliceLine::link, "link", "Its own page."));
template <>
inline constexpr auto described<general_ledger::MonthLine> = record(
    "ledger_month_line", "One measure of a month, or that of a channel or of a kind of spend.",
    field(&general_ledger::MonthLine::measure, "measure", "What is added up."),
    field(&general_ledger::MonthLine::name, "name", "The same in words."),
    field(&general_ledger::MonthLine::slice, "slice", "Of which channel or kind of spend; empty for all."),
    field(&general_ledger::MonthLine::channel, "channel", "That channel's number; 0 for none."),
    field(&general_ledger::MonthLine::spend_kind, "spend_kind", "That kind."),
    field(&general_ledger::MonthLine::stated, "stated", "What the books say."),
    field(&general_ledger::MonthLine::ours, "ours", "What the facts sum to."),
    field(&general_ledger::MonthLine::difference, "difference", "How much more the books say."),
    field(&general_ledger::MonthLine::steps, "steps", "The difference, step by step."),
    field(&general_ledger::MonthLine::slices, "slices", "What each channel and kind is of it."),
    field(&general_ledger::MonthLine::closed, "closed", "What it was when finance closed the month."),
    field(&general_ledger::MonthLine::changed, "changed", "How much it changed since."));
template <>
inline constexpr auto described<general_ledger::InvoicingStep> =
    record("invoicing_step", "One step from what was booked in a month to what was invoiced in it.",
           field(&general_ledger::InvoicingStep::words, "words", "How the orders and invoices relate."),
           field(&general_ledger::InvoicingStep::change, "change", "Its part of the difference."),
           field(&general_ledger::InvoicingStep::link, "link", "The page that lists the lines."));
template <>
inline constexpr auto described<general_ledger::MonthView> = record(
    "ledger_month_view", "A month: what the books say, what the facts sum to, and why they differ.",
    field(&general_ledger::MonthView::month, "month", "The first day of the month."),
    field(&general_ledger::MonthView::title, "title", "The month in words."),
    field(&general_ledger::MonthView::sentence, "sentence", "How it stands, in words."),
    field(&general_ledger::MonthView::is_closed, "is_closed", "Whether finance has closed it."),
    field(&general_ledger::MonthView::can_close, "can_close", "Whether the reader may close it now."),
    field(&general_ledger::MonthView::can_reopen, "can_reopen", "Whether the reader may reopen it now."),
    field(&general_ledger::MonthView::can_state, "can_state", "Whether the reader may state ledger totals."),
    field(&general_ledger::MonthView::why_not_close, "why_not_close",
          "Why it cannot be closed yet; empty where it can, or is."),
    field(&general_ledger::MonthView::items, "items", "Its measures."),
    field(&general_ledger::MonthView::invoicing, "invoicing",
          "From what was booked in the month to what was invoiced in it."),
    field(&general_ledger::MonthView::events, "events", "When it was closed and reopened, newest first."));
template <>
inline constexpr auto described<general_ledger::EntryRow> = record(
    "ledger_entry", "An entry behind a number of a month.",
    field(&general_ledger::EntryRow::id, "id", "The row's number in this list."),
    field(&general_ledger::EntryRow::day, "day", "Its day."),
    field(&general_ledger::EntryRow::name, "name", "What it is.", searched),
    field(&general_ledger::EntryRow::source, "source", "What sort of fact it is."),
    field(&general_ledger::EntryRow::system, "system", "The system of record; empty for Accord.", searched),
    field(&general_ledger::EntryRow::told, "told", "The amount as it was entered; nothing where not known."),
    field(&general_ledger::EntryRow::value, "value",
          "The same in the company's currency; nothing where no exchange rate is known."),
    field(&general_ledger::EntryRow::change, "change", "What it does to the number."),
    field(&general_ledger::EntryRow::kind, "kind", "What became of it."),
    field(&general_ledger::EntryRow::by, "by_name", "Who did that.", searched),
    field(&general_ledger::EntryRow::act, "act", "By which act, or import.", searched),
    field(&general_ledger::EntryRow::at, "at", "When."),
    field(&general_ledger::EntryRow::link, "link", "Its page."));
}  // namespace accord
