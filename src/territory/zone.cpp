// SPDX-License-Identifier: Apache-2.0
#include "territory/zone.hpp"

#include <date/tz.h>

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace accord::territory {
namespace {

constexpr std::int64_t first_ms = std::numeric_limits<std::int64_t>::min() / 4;
constexpr std::int64_t last_ms = std::numeric_limits<std::int64_t>::max() / 4;

std::chrono::sys_seconds new_year(int year) {
  return std::chrono::sys_days{std::chrono::year{year} / std::chrono::January / 1};
}

std::int64_t to_ms(std::chrono::seconds seconds) { return std::chrono::milliseconds{seconds}.count(); }

}  // namespace

const Zone& Zone::named(const std::string& name) {
  thread_local std::unordered_map<std::string, Zone> zones;
  const auto found = zones.find(name);
  if (found != zones.end()) return found->second;
  return zones.emplace(name, Zone(name)).first->second;
}

Zone::Zone(std::string_view name) {
  const date::time_zone* zone = is_time_zone(name) ? date::locate_zone(std::string(name)) : nullptr;
  const auto end = new_year(2200);
  for (auto at = new_year(1970); zone != nullptr && at < end;) {
    const auto info = zone->get_info(at);
    const std::int64_t offset = to_ms(info.offset);
    if (offsets_.empty() || offsets_.back() != offset) {
      begins_.push_back(begins_.empty() ? first_ms : to_ms(info.begin.time_since_epoch()));
      offsets_.push_back(offset);
    }
    at = info.end;
  }
  if (begins_.empty()) {
    begins_.push_back(first_ms);
    offsets_.push_back(0);
  }
  for (std::size_t i = 1; i < begins_.size(); ++i) local_ends_.push_back(begins_[i] + offsets_[i - 1]);
  local_ends_.push_back(last_ms);
}

std::size_t Zone::index_at(Instant at) const {
  const auto next = std::upper_bound(begins_.begin(), begins_.end(), at.ms);
  return static_cast<std::size_t>(next - begins_.begin()) - 1;
}

std::int64_t Zone::local_ms(Instant at) const { return at.ms + offsets_[index_at(at)]; }

Day Zone::local_day(Instant at) const { return day_of(Instant{local_ms(at)}); }

Instant Zone::first_at(std::int64_t local_ms) const {
  const auto end = std::upper_bound(local_ends_.begin(), local_ends_.end(), local_ms);
  const auto i = static_cast<std::size_t>(end - local_ends_.begin());
  return {std::max(begins_[i], local_ms - offsets_[i])};
}

}  // namespace accord::territory
