// SPDX-License-Identifier: Apache-2.0
#include "general_ledger/general_ledger.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <tuple>

namespace accord::general_ledger {
namespace {

using Key = std::pair<Source, std::int64_t>;

Key key_of(const Entry& entry) { return {entry.source, entry.id}; }

std::map<Key, const Entry*> by_key(const std::vector<Entry>& entries) {
  std::map<Key, const Entry*> found;
  for (const auto& entry : entries) found.emplace(key_of(entry), &entry);
  return found;
}

std::int64_t known(const Entry& entry) { return entry.minor.value_or(0); }

std::int64_t distance(std::int64_t a, std::int64_t b) { return a > b ? a - b : b - a; }

/// Of entries of one day, amount and name, those of every system after the first to tell it.
std::vector<Entry> told_again(const std::vector<Entry>& entries) {
  std::map<std::tuple<std::int32_t, std::int64_t, std::string>, std::string> first;
  std::vector<Entry> again;
  for (const auto& entry : entries) {
    if (known(entry) <= 0) continue;
    const auto [known_as, is_new] =
        first.try_emplace({entry.day.number, *entry.minor, entry.name}, entry.system);
    if (!is_new && known_as->second != entry.system) again.push_back(entry);
  }
  return again;
}

std::vector<Entry> those(const std::vector<Entry>& entries, bool (*is_one)(const Entry&)) {
  std::vector<Entry> found;
  std::ranges::copy_if(entries, std::back_inserter(found), is_one);
  return found;
}

/// Takes causes one after the other, each where what is left without it is less than with it.
class Itemising {
 public:
  explicit Itemising(std::int64_t difference) : rest_(difference) {}

  bool take(Cause cause, std::int64_t minor, std::vector<Entry> entries) {
    if (distance(rest_, minor) >= distance(rest_, 0)) return false;
    rest_ -= minor;
    parts_.push_back({cause, minor, std::move(entries)});
    return true;
  }
  /// What the books leave out.
  void take_off(Cause cause, std::vector<Entry> entries) {
    const auto minor = -sum_of(entries);
    take(cause, minor, std::move(entries));
  }
  void mention(Cause cause, std::vector<Entry> entries) {
    if (rest_ != 0 && !entries.empty()) parts_.push_back({cause, std::nullopt, std::move(entries)});
  }
  std::vector<Part> result() {
    if (rest_ != 0) parts_.push_back({Cause::not_explained, rest_, {}});
    return std::move(parts_);
  }

 private:
  std::int64_t rest_;
  std::vector<Part> parts_;
};

}  // namespace

std::int64_t sum_of(const std::vector<Entry>& entries) {
  std::int64_t sum = 0;
  for (const auto& entry : entries) sum += known(entry);
  return sum;
}

std::vector<EntryChange> changes_between(const std::vector<Entry>& before, const std::vector<Entry>& after) {
  const auto was = by_key(before), is = by_key(after);
  std::vector<EntryChange> changes;
  for (const auto& entry : before) {
    if (!is.contains(key_of(entry))) changes.push_back({entry, ChangeKind::taken_back, -known(entry)});
  }
  for (const auto& entry : after) {
    const auto found = was.find(key_of(entry));
    if (found == was.end())
      changes.push_back({entry, ChangeKind::came_in, known(entry)});
    else if (found->second->minor != entry.minor)
      changes.push_back({entry, ChangeKind::valued_otherwise, known(entry) - known(*found->second)});
  }
  std::ranges::stable_sort(changes, {}, [](const EntryChange& change) { return change.entry.day; });
  return changes;
}

/// 1. What changed since the books were stated.
/// 2. Credit notes, 3. what another system tells too, of the rest.
/// 4. What cannot be valued, without an amount.
/// 5. What is left.
std::vector<Part> itemised(std::int64_t stated, const std::vector<Entry>& at_statement,
                           const std::vector<Entry>& now) {
  const auto difference = stated - sum_of(now);
  if (difference == 0) return {};
  Itemising steps(difference);
  const auto changes = changes_between(at_statement, now);
  std::set<Key> changed;
  std::vector<Entry> changed_entries;
  for (const auto& change : changes) {
    changed.insert(key_of(change.entry));
    changed_entries.push_back(change.entry);
  }
  if (!steps.take(Cause::changed_since, sum_of(at_statement) - sum_of(now), std::move(changed_entries)))
    changed.clear();
  std::vector<Entry> unchanged;
  std::ranges::copy_if(now, std::back_inserter(unchanged),
                       [&](const Entry& entry) { return !changed.contains(key_of(entry)); });
  auto credits = those(unchanged, [](const Entry& entry) { return known(entry) < 0; });
  steps.take_off(Cause::credit_notes, std::move(credits));
  auto again = told_again(unchanged);
  steps.take_off(Cause::told_twice, std::move(again));
  steps.mention(Cause::without_rate, those(now, [](const Entry& e) { return e.told && !e.minor; }));
  steps.mention(Cause::without_cost, those(now, [](const Entry& e) { return !e.told; }));
  return steps.result();
}

bool is_in(const Slice& slice, const Entry& entry) {
  const bool is_on_channel = !slice.channel || slice.channel->number == entry.channel;
  return is_on_channel && (!slice.spend_kind || *slice.spend_kind == entry.spend_kind);
}

std::string order_of(const Entry& entry) {
  if (entry.number.empty()) return "#" + std::to_string(entry.id);
  return entry.system + "\x1f" + entry.number;
}

std::vector<InvoicingPart> invoicing_parts(const std::vector<Entry>& booked,
                                           const std::vector<Entry>& invoiced,
                                           const std::vector<std::string>& ever_booked,
                                           const std::vector<std::string>& ever_invoiced) {
  struct Order {
    std::vector<Entry> booked, invoiced;
  };
  std::map<std::string, Order> orders;
  for (const auto& entry : booked) orders[order_of(entry)].booked.push_back(entry);
  for (const auto& entry : invoiced) orders[order_of(entry)].invoiced.push_back(entry);
  const std::set<std::string> was_booked(ever_booked.begin(), ever_booked.end()),
      was_invoiced(ever_invoiced.begin(), ever_invoiced.end());
  std::map<Invoicing, InvoicingPart> parts;
  for (const auto& [name, order] : orders) {
    auto kind = Invoicing::other_amount;
    if (order.invoiced.empty())
      kind = was_invoiced.contains(name) ? Invoicing::invoiced_elsewhen : Invoicing::not_invoiced;
    else if (order.booked.empty())
      kind = was_booked.contains(name) ? Invoicing::booked_elsewhen : Invoicing::not_booked;
    const auto minor = sum_of(order.invoiced) - sum_of(order.booked);
    if (minor == 0) continue;
    auto& part = parts[kind];
    part.kind = kind;
    part.minor += minor;
    for (const auto* side : {&order.booked, &order.invoiced})
      part.entries.insert(part.entries.end(), side->begin(), side->end());
  }
  std::vector<InvoicingPart> found;
  for (auto& [kind, part] : parts) found.push_back(std::move(part));
  return found;
}

std::string_view in_words(Measure measure) {
  static constexpr std::array<std::string_view, measure_count> words{
      "sales’ spend", "marketing’s spend", "revenue booked", "revenue invoiced", "cost of goods"};
  return words[place(measure)];
}

std::string in_words(Measure measure, Day month) {
  std::string words(in_words(measure));
  words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
  return words + " of " + period::month_in_words(month);
}

std::string in_words(const LedgerTotal& total) { return in_words(total.measure, total.month); }

std::string_view in_words(Cause cause) {
  switch (cause) {
    case Cause::changed_since:
      return "entered, corrected or taken back after the books were stated";
    case Cause::credit_notes:
      return "credit notes and refunds counted here";
    case Cause::told_twice:
      return "the same day, amount and purpose, told by another system too";
    case Cause::without_rate:
      return "left out for want of an exchange rate";
    case Cause::without_cost:
      return "lines whose cost of goods is not known";
    case Cause::not_explained:
      return "not explained";
  }
  return {};
}

std::string_view in_words(Invoicing kind) {
  switch (kind) {
    case Invoicing::invoiced_elsewhen:
      return "booked in the month, invoiced in another";
    case Invoicing::not_invoiced:
      return "booked in the month, not invoiced";
    case Invoicing::booked_elsewhen:
      return "invoiced in the month, booked in another";
    case Invoicing::not_booked:
      return "invoiced in the month, never booked";
    case Invoicing::other_amount:
      return "invoiced at another amount than booked";
  }
  return {};
}

}  // namespace accord::general_ledger
