// SPDX-License-Identifier: Apache-2.0
#include "general_ledger/general_ledger_view.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"

namespace accord::general_ledger {
namespace {

constexpr int months_listed = 12;

/// "&channel=3"
std::string filter_of(const Slice& slice) {
  std::string filter;
  if (slice.channel) filter += "&channel=" + std::to_string(slice.channel->number);
  if (slice.spend_kind) filter += "&spend_kind=" + std::string(accord::name_of(*slice.spend_kind));
  return filter;
}

std::string in_month(Day month) { return period::month_in_words(month); }

Figure money_figure(const Read& read, std::string name, Money amount, std::string formula) {
  Figure figure{.name = std::move(name), .unit = FigureUnit::money};
  figure.money = amount;
  figure.formula = std::move(formula);
  figure.as_of = read.as_of();
  return figure;
}

Figure unknown_figure(const Read& read, std::string name, std::string formula, std::string why) {
  Figure figure{.name = std::move(name), .unit = FigureUnit::money};
  figure.formula = std::move(formula);
  figure.why = std::move(why);
  figure.as_of = read.as_of();
  return figure;
}

Figure stated_figure(const Read& read, const Comparison& comparison) {
  const std::string name = "Stated by the books";
  if (!comparison.total) {
    return unknown_figure(read, name, "as finance states it",
                          "Finance has not stated this total for " + in_month(comparison.month) + ".");
  }
  const auto& total = *comparison.total;
  auto figure = money_figure(read, name, total.amount,
                             "as " + (total.person_name.empty() ? "finance" : total.person_name) +
                                 " stated it on " + accord::in_words(total.stated_on));
  figure.inputs = {{"the statement",
                    {},
                    total.amount,
                    FigureUnit::money,
                    "/ledger-totals/" + std::to_string(total.id.number)}};
  return figure;
}

std::string what_is_summed(Measure measure) {
  switch (measure) {
    case Measure::spend_of_sales:
      return "what sales spent";
    case Measure::spend_of_marketing:
      return "what marketing spent";
    case Measure::revenue_booked:
      return "the revenue of the order lines booked";
    case Measure::revenue_invoiced:
      return "the revenue of the lines invoiced";
    case Measure::cost_of_goods:
      return "the cost of goods of the lines invoiced";
  }
  return {};
}

std::string what_is_summed(const Comparison& comparison) {
  const auto what = what_is_summed(comparison.measure);
  if (comparison.slice.is_whole()) return what;
  return what + (comparison.slice.channel ? " on the channel “" : " of the kind “") + comparison.slice_name +
         "”";
}

std::int64_t count_unknown(const std::vector<Entry>& entries) {
  return std::ranges::count_if(entries, [](const Entry& entry) { return !entry.minor; });
}

Figure ours_figure(const Read& read, const Comparison& comparison) {
  const std::string name = "Sum of the facts";
  const auto formula = "the sum of " + what_is_summed(comparison) + " in " + in_month(comparison.month) +
                       ", credit notes taken off, each entry in " + std::string(comparison.currency.text()) +
                       " at the exchange rate of its day";
  if (!comparison.ours.minor) return unknown_figure(read, name, formula, comparison.ours.why);
  auto figure = money_figure(read, name, {*comparison.ours.minor, comparison.currency}, formula);
  figure.inputs = {{"entries",
                    static_cast<double>(comparison.ours.entries),
                    {},
                    FigureUnit::count,
                    list_of(comparison, "counted")}};
  const auto left_out =
      count_unknown(books_of(read, comparison.month, comparison.slice)->entries[place(comparison.measure)]);
  if (left_out > 0)
    figure.inputs.push_back({"of them without a known amount in " + std::string(comparison.currency.text()),
                             static_cast<double>(left_out)});
  return figure;
}

Figure difference_figure(const Read& read, const Comparison& comparison) {
  const std::string name = "Difference", formula = "what the books say less what the facts sum to";
  const auto difference = comparison.difference();
  if (!comparison.total) return unknown_figure(read, name, formula, "Finance has not stated this total.");
  if (!difference) return unknown_figure(read, name, formula, comparison.ours.why);
  auto figure = money_figure(read, name, {*difference, comparison.currency}, formula);
  const auto page = page_of(comparison);
  figure.inputs = {{"stated by the books", {}, comparison.total->amount, FigureUnit::money, page},
                   {"sum of the facts",
                    {},
                    Money{*comparison.ours.minor, comparison.currency},
                    FigureUnit::money,
                    list_of(comparison, "counted")}};
  return figure;
}

std::string formula_of(Cause cause) {
  switch (cause) {
    case Cause::changed_since:
      return "what the facts summed to when the books were stated, less what they sum to now";
    case Cause::credit_notes:
      return "the entries below zero, taken the other way round";
    case Cause::told_twice:
      return "the entries that an earlier one of another system equals in day, amount and purpose, taken "
             "off";
    case Cause::without_rate:
    case Cause::without_cost:
      return "what these entries come to";
    case Cause::not_explained:
      return "the difference less the steps before";
  }
  return {};
}

Step step_of(const Read& read, const Comparison& comparison, const Part& part) {
  Step step;
  step.cause = part.cause;
  step.words = in_words(part.cause);
  step.count = static_cast<std::int64_t>(part.entries.size());
  if (part.cause != Cause::not_explained) step.link = list_of(comparison, accord::name_of(part.cause));
  if (part.minor) {
    step.change = money_figure(read, label_of(accord::name_of(part.cause)),
                               {*part.minor, comparison.currency}, formula_of(part.cause));
  } else {
    step.change = unknown_figure(read, label_of(accord::name_of(part.cause)), formula_of(part.cause),
                                 part.cause == Cause::without_rate
                                     ? "No exchange rate of their days or the week before is on record."
                                     : "Neither the lines nor their products say what they cost.");
  }
  if (step.count > 0)
    step.change.inputs = {{"entries", static_cast<double>(step.count), {}, FigureUnit::count, step.link}};
  return step;
}

/// What is left over opens to what it is left over of.
void put_rest(const Comparison& comparison, MonthLine& line) {
  if (line.steps.empty() || line.steps.back().cause != Cause::not_explained) return;
  auto& inputs = line.steps.back().change.inputs;
  inputs = {{"the difference", {}, line.difference.money, FigureUnit::money, page_of(comparison)}};
  for (const auto& step : line.steps) {
    if (step.cause != Cause::not_explained && step.change.money)
      inputs.push_back({step.words, {}, step.change.money, FigureUnit::money, step.link});
  }
}

void put_closing(const Read& read, const Comparison& comparison, MonthLine& line) {
  const std::string name = "When the month was closed", since = "Changed since";
  const std::string then = "what it came to as of the commit of the closing",
                    change = "what it comes to now less what it came to then";
  if (!comparison.closing) {
    line.closed = unknown_figure(read, name, then, "The month is open.");
    line.changed = unknown_figure(read, since, change, "The month is open.");
    return;
  }
  if (!comparison.kept || !comparison.ours.minor) {
    line.closed = comparison.kept ? money_figure(read, name, *comparison.kept, then)
                                  : unknown_figure(read, name, then, "It was not known then.");
    line.changed =
        unknown_figure(read, since, change, comparison.kept ? comparison.ours.why : "It was not known then.");
    return;
  }
  line.closed = money_figure(read, name, *comparison.kept, then);
  line.closed.as_of = comparison.closing->at_commit;
  const auto then_books = books_of(read, comparison.month, comparison.slice, comparison.closing->at_commit);
  line.closed.inputs = {{"entries as of then",
                         static_cast<double>(then_books->entries[place(comparison.measure)].size()),
                         {},
                         FigureUnit::count,
                         list_of(comparison, "at_closing")}};
  line.changed = money_figure(read, since,
                              {*comparison.ours.minor - comparison.kept->minor, comparison.currency}, change);
  line.changed.inputs = {{"entries that changed",
                          static_cast<double>(changes_since_closing(read, comparison).size()),
                          {},
                          FigureUnit::count,
                          list_of(comparison, "since_closing")}};
}

/// A month's place in the list: its figures carry a link to their page instead of inputs.
Figure linked(Figure figure, Day month, Measure measure) {
  figure.inputs.clear();
  figure.link = page_of(month, measure);
  return figure;
}

constexpr std::string_view changed_since = "; changed since";

std::string state_of(const std::optional<period::PeriodClosing>& closing) {
  return closing ? "Closed on " + accord::in_words(closing->closed_on) : "Open";
}

std::array<std::pair<Figure*, Figure*>, measure_count> figures_of(MonthRow& row) {
  return {{{&row.spend_of_sales, &row.spend_of_sales_difference},
           {&row.spend_of_marketing, &row.spend_of_marketing_difference},
           {&row.revenue_booked, &row.revenue_booked_difference},
           {&row.revenue_invoiced, &row.revenue_invoiced_difference},
           {&row.cost_of_goods, &row.cost_of_goods_difference}}};
}

MonthRow row_of(const Read& read, Day month) {
  const auto parts = parts_of(month);
  MonthRow row;
  row.id = {parts.year * 100 + static_cast<int>(parts.month)};
  row.month = month;
  const auto figures = figures_of(row);
  for (std::size_t i = 0; i < measure_count; ++i) {
    const auto measure = static_cast<Measure>(i);
    const auto comparison = comparison_of(read, month, measure);
    *figures[i].first = linked(ours_figure(read, comparison), month, measure);
    *figures[i].second = linked(difference_figure(read, comparison), month, measure);
    row.is_closed = comparison.closing.has_value();
    if (row.state.empty()) row.state = state_of(comparison.closing);
    const bool has_changed = !changes_since_closing(read, comparison).empty();
    if (has_changed && !row.state.ends_with(changed_since)) row.state += changed_since;
  }
  return row;
}

/// From what was booked to what was invoiced in the month; nothing where no invoice has come in.
std::vector<InvoicingPart> invoicing_of(const Read& read, Day month) {
  const auto all = books_of(read, month);
  if (!all->has_invoices) return {};
  return invoicing_parts(
      all->entries[place(Measure::revenue_booked)], all->entries[place(Measure::revenue_invoiced)],
      orders_ever(read, order::OrderKind::booked), orders_ever(read, order::OrderKind::invoiced));
}

std::vector<InvoicingStep> invoicing_steps(const Read& read, Day month, Currency currency) {
  std::vector<InvoicingStep> steps;
  for (const auto& part : invoicing_of(read, month)) {
    InvoicingStep step;
    step.words = in_words(part.kind);
    step.link = list_of(month, Measure::revenue_invoiced, accord::name_of(part.kind));
    step.change = money_figure(read, label_of(accord::name_of(part.kind)), {part.minor, currency},
                               "what these orders were invoiced in the month less what was booked of them");
    step.change.inputs = {
        {"lines", static_cast<double>(part.entries.size()), {}, FigureUnit::count, step.link}};
    steps.push_back(std::move(step));
  }
  return steps;
}

std::string sentence_of(const MonthView& view) {
  std::int64_t stated = 0, differing = 0, changed = 0;
  for (const auto& line : view.items) {
    stated += line.stated.money ? 1 : 0;
    differing += line.difference.money && line.difference.money->minor != 0 ? 1 : 0;
    changed += line.changed.money && line.changed.money->minor != 0 ? 1 : 0;
  }
  std::string words = stated == 0 ? "Finance has stated nothing of this month yet"
                                  : "Of " + counted(stated, "total", "totals") + " that finance stated, " +
                                        (differing == 0 ? "none" : std::to_string(differing)) +
                                        (differing == 1 ? " differs" : " differ") + " from the facts";
  if (view.is_closed)
    words += changed == 0 ? "; the month is closed and nothing has changed since"
                          : "; the month is closed, and " + counted(changed, "number has", "numbers have") +
                                " changed since";
  return words;
}

std::string link_to(const Entry& entry) {
  const auto id = std::to_string(entry.id);
  if (entry.source == Source::spend) return "/spend/" + id;
  if (entry.source == Source::opportunity) return "/opportunities/" + id;
  return "/orders/" + std::to_string(2 * entry.id);
}

/// Lists of entries, with what each does to the number that the list is opened from.
class Rows {
 public:
  Rows(const Read& read, Currency currency) : read_(read), currency_(currency) {}

  void add(const Entry& entry, std::optional<std::int64_t> change, ChangeKind kind, const Doing& doing) {
    EntryRow row;
    row.id = {static_cast<std::int64_t>(rows_.size()) + 1};
    row.day = entry.day;
    row.name = entry.name;
    row.source = entry.source;
    row.system = entry.system;
    row.told = entry.told;
    row.value = money(entry.minor);
    row.change = money(change);
    row.kind = kind;
    row.by = doing.by;
    row.act = doing.act;
    row.at = doing.at;
    // What was taken back has no page any more.
    if (kind != ChangeKind::taken_back) row.link = link_to(entry);
    rows_.push_back(std::move(row));
  }
  void add_all(const std::vector<Entry>& entries, int sign) {
    for (const auto& entry : entries)
      add(entry, entry.minor ? std::optional(sign * *entry.minor) : std::nullopt, ChangeKind::counted,
          brought_in(entry.commit));
  }
  void add_changes(const std::vector<EntryChange>& changes, int sign, std::int64_t after) {
    for (const auto& change : changes)
      add(change.entry, sign * change.minor, change.kind, doing_of(read_, change, after));
  }
  std::vector<EntryRow> result() { return std::move(rows_); }

 private:
  std::optional<Money> money(const std::optional<std::int64_t>& minor) const {
    return minor ? std::optional(Money{*minor, currency_}) : std::nullopt;
  }
  /// An import brings in many.
  const Doing& brought_in(std::int64_t commit) {
    auto found = doings_.find(commit);
    if (found == doings_.end()) found = doings_.emplace(commit, doing_in(read_, commit)).first;
    return found->second;
  }

  const Read& read_;
  Currency currency_;
  std::map<std::int64_t, Doing> doings_;
  std::vector<EntryRow> rows_;
};

void add_cause(const Read& read, const Comparison& comparison, Cause cause, Rows& rows) {
  for (const auto& part : comparison.parts) {
    if (part.cause != cause) continue;
    if (cause != Cause::changed_since) return rows.add_all(part.entries, -1);
    const auto after = commit_of(read, comparison.total->id);
    const auto then = books_of(read, comparison.month, comparison.slice, after),
               all = books_of(read, comparison.month, comparison.slice);
    const auto at = place(comparison.measure);
    return rows.add_changes(changes_between(then->entries[at], all->entries[at]), -1, after);
  }
}

void add_invoicing(const Read& read, Day month, Invoicing kind, Rows& rows) {
  const auto all = books_of(read, month);
  const auto& invoiced = all->entries[place(Measure::revenue_invoiced)];
  for (const auto& part : invoicing_of(read, month)) {
    if (part.kind != kind) continue;
    for (const auto& entry : part.entries) {
      const bool is_invoice =
          std::ranges::any_of(invoiced, [&](const Entry& one) { return one.id == entry.id; });
      rows.add_all({entry}, is_invoice ? 1 : -1);
    }
  }
}

/// "Trade show"; "Media"; nothing for all.
std::string name_of(const Read& read, const Slice& slice) {
  if (slice.spend_kind) return label_of(accord::name_of(*slice.spend_kind));
  if (!slice.channel) return {};
  if (slice.channel->number == 0) return "No channel";
  const auto channel = read.find(*slice.channel);
  return channel ? channel->name : "no longer there";
}

/// With the closing all of a measure is kept; what a slice of it was then is worked out.
std::optional<Money> kept_of(const Read& read, const Comparison& comparison) {
  if (comparison.slice.is_whole())
    return closed_figures(read, comparison.closing->id)[place(comparison.measure)];
  const auto then = books_of(read, comparison.month, comparison.slice, comparison.closing->at_commit);
  const auto minor = then->ours(comparison.measure).minor;
  return minor ? std::optional(Money{*minor, comparison.currency}) : std::nullopt;
}

/// Every channel and kind that has spend in the month, or a total of the books; what is on none is no channel
/// among channels, and comes behind them.
std::vector<Slice> slices_in(const Read& read, Day month, Measure measure) {
  std::set<std::int64_t> channels;
  std::set<spend::SpendKind> kinds;
  const auto books = books_of(read, month);
  for (const auto& entry : books->entries[place(measure)]) {
    channels.insert(entry.channel);
    kinds.insert(entry.spend_kind);
  }
  for (const auto& total : totals(read)) {
    if (total.month != month || total.measure != measure) continue;
    if (total.channel) channels.insert(total.channel->number);
    if (total.spend_kind) kinds.insert(*total.spend_kind);
  }
  std::vector<Slice> slices;
  const bool is_on_none = channels.erase(0) > 0;
  for (const auto channel : channels) slices.push_back({Id<campaign::Channel>{channel}, {}});
  if (is_on_none) slices.push_back({Id<campaign::Channel>{0}, {}});
  for (const auto kind : kinds) slices.push_back({{}, kind});
  return slices;
}

std::vector<SliceLine> slice_lines(const Read& read, const Comparison& whole) {
  if (!is_spend(whole.measure) || !whole.slice.is_whole()) return {};
  std::vector<SliceLine> lines;
  for (const auto& slice : slices_in(read, whole.month, whole.measure)) {
    const auto comparison = comparison_of(read, whole.month, whole.measure, slice);
    lines.push_back({comparison.slice_name, slice.channel, slice.spend_kind, ours_figure(read, comparison),
                     stated_figure(read, comparison), difference_figure(read, comparison),
                     page_of(comparison)});
  }
  return lines;
}

}  // namespace

std::optional<std::int64_t> Comparison::difference() const {
  if (!total || !ours.minor) return std::nullopt;
  return total->amount.minor - *ours.minor;
}

std::int64_t Comparison::unexplained() const {
  for (const auto& part : parts) {
    if (part.cause == Cause::not_explained) return part.minor.value_or(0);
  }
  return 0;
}

Comparison comparison_of(const Read& read, Day month, Measure measure, const Slice& slice) {
  const auto all = books_of(read, month, slice);
  Comparison comparison{.month = month,
                        .measure = measure,
                        .slice = slice,
                        .slice_name = name_of(read, slice),
                        .currency = people::currency_of(read),
                        .total = {},
                        .ours = all->ours(measure),
                        .parts = {},
                        .closing = period::closing_of(read, month),
                        .kept = {}};
  if (comparison.closing) comparison.kept = kept_of(read, comparison);
  if (const auto total = find_total(read, month, measure, slice))
    comparison.total = find_total_row(read, total->id);
  if (comparison.difference()) {
    const auto then = books_of(read, month, slice, commit_of(read, comparison.total->id));
    comparison.parts =
        itemised(comparison.total->amount.minor, then->entries[place(measure)], all->entries[place(measure)]);
  }
  return comparison;
}

std::vector<EntryChange> changes_since_closing(const Read& read, const Comparison& comparison) {
  if (!comparison.closing) return {};
  const auto then = books_of(read, comparison.month, comparison.slice, comparison.closing->at_commit),
             all = books_of(read, comparison.month, comparison.slice);
  return changes_between(then->entries[place(comparison.measure)], all->entries[place(comparison.measure)]);
}

MonthLine line_of(const Read& read, const Comparison& comparison) {
  MonthLine line;
  line.measure = comparison.measure;
  line.name = in_words(comparison.measure);
  line.slice = comparison.slice_name;
  line.channel = comparison.slice.channel;
  line.spend_kind = comparison.slice.spend_kind;
  line.stated = stated_figure(read, comparison);
  line.ours = ours_figure(read, comparison);
  line.difference = difference_figure(read, comparison);
  for (const auto& part : comparison.parts) line.steps.push_back(step_of(read, comparison, part));
  put_rest(comparison, line);
  line.slices = slice_lines(read, comparison);
  put_closing(read, comparison, line);
  return line;
}

MonthView view_of(const Read& read, Day month) {
  MonthView view;
  view.month = month;
  view.title = in_month(month);
  for (std::size_t i = 0; i < measure_count; ++i)
    view.items.push_back(line_of(read, comparison_of(read, month, static_cast<Measure>(i))));
  view.invoicing = invoicing_steps(read, month, people::currency_of(read));
  view.events = period::events_of(read, month);
  view.is_closed = period::closing_of(read, month).has_value();
  const bool may_close = read.actor().may(period::close_periods);
  const bool is_over = add_months(month, 1) <= people::today(read);
  view.can_close = may_close && !view.is_closed && is_over;
  view.can_reopen = may_close && view.is_closed;
  view.can_state = read.actor().may(state_ledger_totals) && month <= people::today(read);
  if (!is_over) view.why_not_close = "The month is not over yet.";
  view.sentence = sentence_of(view);
  return view;
}

/// The last twelve months, and those before of which finance said something.
std::vector<MonthRow> month_rows(const Read& read) {
  const Day last = first_of_month(people::today(read));
  Day first = add_months(last, 1 - months_listed);
  for (const auto& total : totals(read)) first = std::min(first, total.month);
  for (const auto& closing : period::closings(read)) first = std::min(first, closing.month);
  std::vector<MonthRow> rows;
  for (Day month = last; month >= first; month = add_months(month, -1)) rows.push_back(row_of(read, month));
  return rows;
}

std::optional<std::vector<EntryRow>> entries_of(const Read& read, Day month, Measure measure,
                                                const Slice& slice, const std::string& of) {
  const auto comparison = comparison_of(read, month, measure, slice);
  Rows rows(read, comparison.currency);
  if (of == "counted")
    rows.add_all(books_of(read, month, slice)->entries[place(measure)], 1);
  else if (of == "at_closing") {
    if (comparison.closing)
      rows.add_all(books_of(read, month, slice, comparison.closing->at_commit)->entries[place(measure)], 1);
  } else if (of == "since_closing") {
    if (comparison.closing)
      rows.add_changes(changes_since_closing(read, comparison), 1, comparison.closing->at_commit);
  } else if (const auto cause = choice_named<Cause>(of))
    add_cause(read, comparison, *cause, rows);
  else if (const auto kind = choice_named<Invoicing>(of))
    add_invoicing(read, month, *kind, rows);
  else
    return std::nullopt;
  return rows.result();
}

std::string page_of(Day month) { return "/general-ledger/" + to_string(month).substr(0, 7); }

std::string page_of(Day month, Measure measure, const Slice& slice) {
  const auto filter = filter_of(slice);
  return page_of(month) + "/measures/" + std::string(accord::name_of(measure)) +
         (filter.empty() ? "" : "?" + filter.substr(1));
}

std::string list_of(Day month, Measure measure, std::string_view of, const Slice& slice) {
  return page_of(month) + "/entries?measure=" + std::string(accord::name_of(measure)) +
         "&of=" + std::string(of) + filter_of(slice);
}

std::string page_of(const Comparison& comparison) {
  return page_of(comparison.month, comparison.measure, comparison.slice);
}

std::string list_of(const Comparison& comparison, std::string_view of) {
  return list_of(comparison.month, comparison.measure, of, comparison.slice);
}

std::optional<Day> parse_month(std::string_view text) {
  return text.size() == 7 ? parse_day(std::string(text) + "-01") : std::nullopt;
}

}  // namespace accord::general_ledger
