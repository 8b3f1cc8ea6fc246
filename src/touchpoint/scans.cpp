// SPDX-License-Identifier: Apache-2.0
#include "touchpoint/touchpoint.hpp"

#include <algorithm>

namespace accord::touchpoint {
namespace {

/// Touchpoints stand by account, so only those of one are looked at.
template <class F>
void each_of(const TouchColumns& columns, std::uint32_t account, F use) {
  const auto [first, last] = std::ranges::equal_range(columns.account, account);
  for (auto i = first - columns.account.begin(); i < last - columns.account.begin(); ++i)
    use(static_cast<std::size_t>(i));
}

}  // namespace

std::vector<ScanOfDay> scans_of_day(const Read& read, Id<campaign::Campaign> campaign, Day day,
                                    const std::vector<std::int64_t>& accounts) {
  const auto all = touches(read);
  const auto older = all->older(), newer = all->newer();
  const auto wanted = static_cast<std::uint32_t>(counts_as(read, "campaign")->of(campaign.number));
  const std::int64_t from_ms = day.number * std::int64_t{ms_per_day}, until_ms = from_ms + ms_per_day;
  std::vector<ScanOfDay> found;
  const auto look = [&](const TouchColumns& columns, std::uint32_t account) {
    each_of(columns, account, [&](std::size_t i) {
      const bool is_of_day = columns.clock_ms[i] >= from_ms && columns.clock_ms[i] < until_ms;
      if (!is_of_day || columns.kind(i) != TouchKind::scan || columns.campaign(i) != wanted) return;
      // Odd rows are activities.
      if (columns.contact[i] == 0 || columns.row[i] % 2 != 0) return;
      found.push_back({{columns.row[i] / 2}, {columns.contact[i]}});
    });
  };
  const auto as = counts_as(read, "account");
  std::vector<std::uint32_t> numbers;
  for (const auto account : accounts) numbers.push_back(static_cast<std::uint32_t>(as->of(account)));
  std::ranges::sort(numbers);
  const auto same = std::ranges::unique(numbers);
  numbers.erase(same.begin(), same.end());
  for (const auto account : numbers) {
    if (!all->is_changed(account)) look(older, account);
    look(newer, account);
  }
  return found;
}

}  // namespace accord::touchpoint
