// SPDX-License-Identifier: Apache-2.0
#include "kernels/journey.hpp"

#include <algorithm>

namespace accord::kernels {
namespace {

/// One of the two kinds of column that timelines have, with its name for sentences.
struct Grouped {
  const char* name;
  std::span<const std::uint64_t> from;
  std::span<const std::int64_t> ms;
};

std::optional<std::string> problem_of_groups(const Grouped& column) {
  const std::string name = column.name;
  if (column.from.empty()) {
    if (column.ms.empty()) return std::nullopt;
    return "there are " + name + " but no accounts";
  }
  if (column.from.front() != 0) return "the " + name + " of the first account do not begin at 0";
  if (column.from.back() != column.ms.size()) {
    return "the " + name + " of the last account end at " + std::to_string(column.from.back()) +
           ", and there are " + std::to_string(column.ms.size());
  }
  const auto unsorted = std::is_sorted_until(column.from.begin(), column.from.end());
  if (unsorted == column.from.end()) return std::nullopt;
  return "the " + name + " of account " + std::to_string(unsorted - column.from.begin() - 1) +
         " end before they begin";
}

std::optional<std::string> problem_of_order(const Grouped& column) {
  for (std::size_t account = 0; account + 1 < column.from.size(); ++account) {
    const auto begin = column.ms.begin() + static_cast<std::ptrdiff_t>(column.from[account]);
    const auto end = column.ms.begin() + static_cast<std::ptrdiff_t>(column.from[account + 1]);
    const auto unsorted = std::is_sorted_until(begin, end);
    if (unsorted != end) {
      return "the " + std::string(column.name) + " of account " + std::to_string(account) +
             " are not sorted by time: number " + std::to_string(unsorted - column.ms.begin()) +
             " is earlier than the one before it";
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> problem_of(const Timelines& timelines) {
  if (timelines.touches_from.size() != timelines.conversions_from.size()) {
    return "touches and conversions have different numbers of accounts";
  }
  if (timelines.touch_key.size() != timelines.touch_ms.size() ||
      timelines.touch_marks.size() != timelines.touch_ms.size()) {
    return "the columns of touches differ in length";
  }
  if (timelines.conversion_minor.size() != timelines.conversion_ms.size()) {
    return "the columns of conversions differ in length";
  }
  if (!timelines.conversion_stands.empty() &&
      timelines.conversion_stands.size() != timelines.conversion_ms.size()) {
    return "the columns of conversions differ in length";
  }
  const auto& of_a_day = timelines.conversion_is_of_a_day;
  if (!of_a_day.empty() && of_a_day.size() != timelines.conversion_ms.size()) {
    return "the columns of conversions differ in length";
  }
  for (const Grouped& column :
       {Grouped{"touches", timelines.touches_from, timelines.touch_ms},
        Grouped{"conversions", timelines.conversions_from, timelines.conversion_ms}}) {
    if (auto problem = problem_of_groups(column)) return problem;
    if (auto problem = problem_of_order(column)) return problem;
  }
  return std::nullopt;
}

JourneyCounts count_journeys(const Timelines& timelines, PathRule rule, AccountRange accounts) {
  JourneyCounts counts;
  if (accounts.from >= accounts.to) return counts;
  counts.accounts = accounts.to - accounts.from;
  counts.touches = timelines.touches_from[accounts.to] - timelines.touches_from[accounts.from];
  std::size_t seen_to = 0;
  std::uint64_t touches_seen = 0;
  for (JourneyCursor cursor(timelines, rule, accounts); cursor.next();) {
    const Journey& journey = cursor.journey();
    counts.conversions += journey.has_converted();
    counts.conversions_alone += !journey.has_touches();
    counts.converted += journey.has_converted() && journey.has_touches();
    counts.not_converted += !journey.has_converted();
    counts.longest = std::max<std::uint64_t>(counts.longest, journey.touches);
    counts.journey_touches += journey.touches;
    const auto from = std::max(journey.first_touch, seen_to), to = journey.first_touch + journey.touches;
    if (to <= from) continue;
    touches_seen += to - from;
    seen_to = to;
  }
  counts.touches_before_lookback = counts.touches - touches_seen;
  return counts;
}

double JourneyCounts::mean_touches() const {
  if (journeys() == 0) return 0;
  return static_cast<double>(journey_touches) / static_cast<double>(journeys());
}

JourneyCounts& JourneyCounts::operator+=(const JourneyCounts& other) {
  accounts += other.accounts;
  touches += other.touches;
  conversions += other.conversions;
  converted += other.converted;
  not_converted += other.not_converted;
  conversions_alone += other.conversions_alone;
  touches_before_lookback += other.touches_before_lookback;
  longest = std::max(longest, other.longest);
  journey_touches += other.journey_touches;
  return *this;
}

}  // namespace accord::kernels
