// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "general_ledger/general_ledger_store.hpp"

namespace accord::general_ledger {

/// Everything that a measure of a month is told from.
struct Comparison {
  Day month;
  Measure measure = Measure::spend_of_sales;
  Slice slice;
  std::string slice_name;  ///< "Trade show", "Media"; empty for all
  Currency currency;
  std::optional<TotalRow> total;
  Ours ours;
  std::vector<Part> parts;  ///< of the difference; empty where one of the two is not known
  std::optional<period::PeriodClosing> closing;
  std::optional<Money> kept;  ///< when the month was closed

  std::optional<std::int64_t> difference() const;
  /// What no fact explains; nothing where nothing is stated.
  std::int64_t unexplained() const;
};
Comparison comparison_of(const Read&, Day month, Measure, const Slice& = {});

/// The months that are worth a line, newest first.
std::vector<MonthRow> month_rows(const Read&);
MonthLine line_of(const Read&, const Comparison&);
MonthView view_of(const Read&, Day month);

/// What became of the entries of a closed month since.
std::vector<EntryChange> changes_since_closing(const Read&, const Comparison&);

/// Which entries of a measure a list shows: `counted`, `at_closing`, `since_closing`, or the name of a cause
/// or of how orders and invoices relate. Nothing where there is no such list.
std::optional<std::vector<EntryRow>> entries_of(const Read&, Day month, Measure, const Slice&,
                                                const std::string& of);

/// `/general-ledger/2026-02`
std::string page_of(Day month);
std::string page_of(Day month, Measure, const Slice& = {});
std::string list_of(Day month, Measure, std::string_view of, const Slice& = {});
std::string page_of(const Comparison&);
std::string list_of(const Comparison&, std::string_view of);
/// `2026-02`; nothing where it is no month.
std::optional<Day> parse_month(std::string_view);

}  // namespace accord::general_ledger
