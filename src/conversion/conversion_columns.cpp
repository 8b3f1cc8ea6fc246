// SPDX-License-Identifier: Apache-2.0
#include "conversion/conversion_columns.hpp"

#include <algorithm>

namespace accord::conversion {

Days::Days(std::string_view time_zone) : time_zone_(time_zone) {}

/// What is known by the day stands at that day's midnight UTC.
std::int32_t Days::of(Instant at, fact::Precision precision) {
  return precision == fact::Precision::moment ? local_day(at) : day_of(at).number;
}

/// A clock is never a whole day from UTC, so the day is that of UTC, the one before or the one after.
std::int32_t Days::local_day(Instant at) {
  const auto utc = day_of(at).number;
  constexpr std::int32_t at_once = 400;
  if (begins_ms_.empty() || utc - 1 < first_) {
    first_ = std::min(begins_ms_.empty() ? utc - 1 : first_, utc - 1) - at_once;
    begins_ms_.clear();
  }
  while (first_ + static_cast<std::int32_t>(begins_ms_.size()) <= utc + 2) {
    const Day day{first_ + static_cast<std::int32_t>(begins_ms_.size())};
    begins_ms_.push_back(instant_of({day, 0}, time_zone_).ms);
  }
  const auto begin = [&](std::int32_t day) { return begins_ms_[static_cast<std::size_t>(day - first_)]; };
  if (at.ms < begin(utc)) return utc - 1;
  return at.ms >= begin(utc + 1) ? utc + 1 : utc;
}

std::uint32_t Columns::territory_before_move(const Record& record, std::int32_t day) const {
  const auto stays = std::ranges::equal_range(elsewhere, std::int64_t{record.id}, {},
                                              &funnel::BelongedElsewhere::opportunity);
  const auto stay = std::ranges::find_if(
      stays, [&](const auto& one) { return one.from.number <= day && day < one.before.number; });
  return stay == stays.end() ? record.territory : static_cast<std::uint32_t>(stay->territory);
}

void note_moved(Columns& columns) {
  auto next = columns.elsewhere.begin();
  for (auto& record : columns.records) {
    while (next != columns.elsewhere.end() && next->opportunity < record.id) ++next;
    record.has_moved = next != columns.elsewhere.end() && next->opportunity == record.id;
  }
}

void note_names(Columns& columns) {
  for (std::size_t place = 0; place < columns.size(); ++place) {
    const auto changes = columns.changes_of(place);
    for (const auto& change : changes) {
      auto& first = columns.names[change.stage].first_day;
      if (change.precision == fact::Precision::at_least_since) continue;
      if (first == no_day || change.day < first) first = change.day;
    }
    const auto& record = columns.records[place];
    columns.has_losses = columns.has_losses || record.outcome == funnel::Outcome::lost;
    auto& last = columns.names[changes.empty() ? record.stage : changes.back().stage];
    ++(record.outcome == funnel::Outcome::open ? last.stand_open : last.stand_closed);
  }
}

}  // namespace accord::conversion
