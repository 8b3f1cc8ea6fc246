// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <limits>
#include <memory>

#include "general_ledger/general_ledger.hpp"

namespace accord::general_ledger {

Schema schema();

/// Stands for all that is committed.
constexpr std::int64_t now = std::numeric_limits<std::int64_t>::max();

/// What a measure came to as of some commit.
struct Ours {
  std::optional<std::int64_t> minor;  ///< nothing where it cannot be known
  std::string why;                    ///< why not; empty otherwise
  std::int64_t entries = 0;
};
/// Days with their entries, as they stood at a commit and as amounts were valued then.
struct Books {
  Entries entries;
  bool has_invoices = false;  ///< of any day

  Ours ours(Measure) const;
};
std::shared_ptr<const Books> books(const Read&, Day from, Day until, std::int64_t at_commit = now);
std::shared_ptr<const Books> books_of(const Read&, Day month, std::int64_t at_commit = now);
/// With those entries only that are in the slice.
std::shared_ptr<const Books> books_of(const Read&, Day month, const Slice&, std::int64_t at_commit = now);

/// What stands, by month.
std::vector<TotalRow> totals(const Read&);
std::optional<TotalRow> find_total_row(const Read&, Id<LedgerTotal>);
std::optional<LedgerTotal> find_total(const Read&, Day month, Measure, const Slice& = {});
/// Those that stand, and those whose place another took.
std::vector<Id<LedgerTotal>> told_totals(const Read&, Day month, Measure, const Slice&);
/// The commit in which it was stated.
std::int64_t commit_of(const Read&, Id<TotalRow>);

/// What was kept when a month was closed, by measure.
std::array<std::optional<Money>, measure_count> closed_figures(const Read&, Id<period::PeriodClosing>);

/// Who did what to an entry after a commit.
struct Doing {
  std::string by, act;
  std::optional<Instant> at;
};
Doing doing_of(const Read&, const EntryChange&, std::int64_t after);
/// Who brought it in.
Doing doing_in(const Read&, std::int64_t commit);

/// The orders that were booked, or invoiced, at any time; see `order_of`.
std::vector<std::string> orders_ever(const Read&, order::OrderKind);

/// `closed_periods_keep_their_numbers`, as sentences.
std::vector<std::string> changed_figures(const Read&);

}  // namespace accord::general_ledger
