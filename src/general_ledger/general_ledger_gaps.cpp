// SPDX-License-Identifier: Apache-2.0
#include "general_ledger/general_ledger_gaps.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "general_ledger/general_ledger_view.hpp"

namespace accord::general_ledger {
namespace {

/// What of a month and measure puts into totals over gaps; a booking and its invoice are one order.
std::string_view part_of(Measure measure) {
  switch (measure) {
    case Measure::spend_of_sales:
    case Measure::spend_of_marketing:
      return "spend";
    case Measure::cost_of_goods:
      return "cost_of_month";
    default:
      return "orders_of_month";
  }
}

gap::StakeKind stake_of(Measure measure) {
  switch (measure) {
    case Measure::spend_of_sales:
    case Measure::spend_of_marketing:
      return gap::StakeKind::cash_spent;
    case Measure::cost_of_goods:
      return gap::StakeKind::expected_margin;
    default:
      return gap::StakeKind::expected_revenue;
  }
}

/// The side whose entries the number is made of. Orders are sales'; an invoice, and what its goods cost, is
/// of neither alone.
gap::Mover mover_of(Measure measure) {
  switch (measure) {
    case Measure::spend_of_sales:
    case Measure::revenue_booked:
      return gap::Mover::sales;
    case Measure::spend_of_marketing:
      return gap::Mover::marketing;
    default:
      return gap::Mover::both;
  }
}

std::string about(const Comparison& comparison) {
  return to_string(comparison.month).substr(0, 7) + " " + std::string(name_of(comparison.measure));
}

std::string subject_of(const Comparison& comparison) {
  return accord::general_ledger::in_words(comparison.measure, comparison.month);
}

std::string in_whole_units(const Comparison& comparison, std::int64_t minor) {
  return accord::in_words(gap::rounded(Money{minor, comparison.currency}));
}

gap::Found begun(const Read& read, const Comparison& comparison, std::string_view code, std::int64_t stake) {
  gap::Found found;
  auto& gap = found.gap;
  gap.code = code;
  gap.about = about(comparison);
  gap.mover = mover_of(comparison.measure);
  gap.stake_kind = stake_of(comparison.measure);
  gap.stake.unit = FigureUnit::money;
  gap.stake.as_of = read.as_of();
  gap.stake.money = Money{stake < 0 ? -stake : stake, comparison.currency};
  return found;
}

/// Entries put in what each of them changed, so that none counts in two gaps; the parts sum to the stake.
void put_parts(gap::Found& found, const Comparison& comparison, const std::vector<EntryChange>& changes,
               std::int64_t changed) {
  const int sign = changed < 0 ? -1 : 1;
  std::int64_t parts = 0;
  if (part_of(comparison.measure) == "spend") {
    for (const auto& change : changes) {
      found.parts.push_back({"spend", change.entry.id, sign * change.minor});
      parts += sign * change.minor;
    }
  }
  const auto rest = sign * changed - parts;
  if (rest != 0 || found.parts.empty())
    found.parts.push_back(
        {part_of(comparison.measure) == "spend" ? "spend_of_month" : part_of(comparison.measure),
         comparison.month.number, rest});
}

/// The day of the first change of which that is known.
Day first_change(const Read& read, const Comparison& comparison, const std::vector<EntryChange>& changes,
                 Day as_of) {
  Day first = as_of;
  for (const auto& change : changes) {
    const auto doing = doing_of(read, change, comparison.closing->at_commit);
    if (doing.at) first = std::min(first, day_of(*doing.at));
  }
  return std::max(first, comparison.closing->closed_on);
}

/// Nothing, where all the invoices of a month are gone again.
std::int64_t now_of(const Comparison& comparison) { return comparison.ours.minor.value_or(0); }
/// Nothing, where no invoice had come in yet.
std::int64_t kept_of(const Comparison& comparison) { return comparison.kept ? comparison.kept->minor : 0; }

std::string kept_in_words(const Comparison& comparison) {
  return comparison.kept ? in_whole_units(comparison, comparison.kept->minor) : "not known";
}

/// ", and is $5,900 now: 2 entries changed since"
std::string since_in_words(const Comparison& comparison, std::int64_t changed, std::int64_t count) {
  const auto entries = counted(count, "entry", "entries") + " changed since";
  if (changed == 0 && comparison.kept) return ", and is the same now, though " + entries;
  return ", and is " + in_whole_units(comparison, now_of(comparison)) + " now: " + entries;
}

gap::Found changed_gap(const Read& read, const Comparison& comparison,
                       const std::vector<EntryChange>& changes, Day as_of) {
  const auto changed = now_of(comparison) - kept_of(comparison);
  const auto list = list_of(comparison.month, comparison.measure, "since_closing");
  auto found = begun(read, comparison, closed_period_changed.code, changed);
  auto& gap = found.gap;
  gap.count = static_cast<std::int64_t>(changes.size());
  gap.sentence = subject_of(comparison) + " was " + kept_in_words(comparison) +
                 " when finance closed the month on " + accord::in_words(comparison.closing->closed_on) +
                 since_in_words(comparison, changed, gap.count);
  gap.since = first_change(read, comparison, changes, as_of);
  gap.evidence = list;
  gap.remedy = "Reopen the month and close it anew, or date what came late in an open month.";
  gap.stake.name = "Changed since the month was closed";
  gap.stake.formula = "what it comes to now less what it came to when the month was closed, without the sign";
  gap.stake.inputs = {{"now",
                       {},
                       Money{now_of(comparison), comparison.currency},
                       FigureUnit::money,
                       list_of(comparison.month, comparison.measure, "counted")},
                      {"when the month was closed",
                       {},
                       Money{kept_of(comparison), comparison.currency},
                       FigureUnit::money,
                       page_of(comparison.month, comparison.measure)},
                      {"entries that changed", static_cast<double>(gap.count), {}, FigureUnit::count, list}};
  put_parts(found, comparison, changes, changed);
  return found;
}

/// Months are the whole company's: whoever sees a part of it sees none of them.
bool is_limited(const Read& read) { return !read.actor().may(see_general_ledger); }

std::vector<gap::Found> find_changed(const Read& read, Day as_of) {
  std::vector<gap::Found> found;
  if (is_limited(read)) return found;
  for (const auto& closing : period::closings(read)) {
    if (closing.closed_on > as_of) continue;
    for (std::size_t i = 0; i < measure_count; ++i) {
      const auto comparison = comparison_of(read, closing.month, static_cast<Measure>(i));
      const auto changes = changes_since_closing(read, comparison);
      if (!changes.empty()) found.push_back(changed_gap(read, comparison, changes, as_of));
    }
  }
  return found;
}

gap::Found differing_gap(const Read& read, const Comparison& comparison) {
  const auto unexplained = comparison.unexplained();
  auto found = begun(read, comparison, ledger_differs.code, unexplained);
  auto& gap = found.gap;
  gap.sentence =
      subject_of(comparison) + " is " + in_whole_units(comparison, comparison.total->amount.minor) +
      " in the books and " + in_whole_units(comparison, *comparison.ours.minor) + " by the facts, and " +
      in_whole_units(comparison, unexplained < 0 ? -unexplained : unexplained) + " of that nothing explains";
  gap.since = comparison.total->stated_on;
  gap.count = 1;
  gap.evidence = page_of(comparison.month, comparison.measure);
  gap.remedy =
      "Go through the entries with finance: bring in what is missing here, or have the total "
      "stated anew.";
  gap.stake.name = "Not explained";
  gap.stake.formula = "the difference less the steps that facts explain, without the sign";
  gap.stake.inputs = {{"stated by the books",
                       {},
                       comparison.total->amount,
                       FigureUnit::money,
                       page_of(comparison.month, comparison.measure)},
                      {"sum of the facts",
                       {},
                       Money{*comparison.ours.minor, comparison.currency},
                       FigureUnit::money,
                       list_of(comparison.month, comparison.measure, "counted")}};
  for (const auto& part : comparison.parts) {
    if (part.cause == Cause::not_explained || !part.minor) continue;
    gap.stake.inputs.push_back({std::string(in_words(part.cause)),
                                {},
                                Money{*part.minor, comparison.currency},
                                FigureUnit::money,
                                list_of(comparison.month, comparison.measure, name_of(part.cause))});
  }
  found.parts.push_back(
      {part_of(comparison.measure) == "spend" ? "spend_of_month" : part_of(comparison.measure),
       comparison.month.number, gap.stake.money->minor});
  return found;
}

std::vector<gap::Found> find_differing(const Read& read, Day as_of) {
  std::vector<gap::Found> found;
  if (is_limited(read)) return found;
  for (const auto& total : totals(read)) {
    if (total.stated_on > as_of || !slice_of(total).is_whole()) continue;
    const auto comparison = comparison_of(read, total.month, total.measure);
    if (comparison.unexplained() != 0) found.push_back(differing_gap(read, comparison));
  }
  return found;
}

}  // namespace

const gap::Finder closed_period_changed{
    "closed_period_changed", "Numbers of months that finance closed, and that changed since.", find_changed};
const gap::Finder ledger_differs{"ledger_differs",
                                 "Totals of the books that differ from the facts, and that no fact explains.",
                                 find_differing};

}  // namespace accord::general_ledger
