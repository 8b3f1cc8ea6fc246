// SPDX-License-Identifier: Apache-2.0
#include "db/results.hpp"

#include <algorithm>

namespace accord {

void Results::begin(std::int64_t number) {
  const std::lock_guard lock(mutex_);
  known_until_ = all_changed_in_ = number;
}

void Results::committed(std::int64_t number, const TableNames& changed) {
  const std::lock_guard lock(mutex_);
  if (number != known_until_ + 1) all_changed_in_ = number - 1;
  for (const auto& table : changed) changed_in_[table] = number;
  changed_in_["commit_log"] = number;
  known_until_ = number;
}

Results::Shared Results::get(std::int64_t as_of, const std::string& key, const Make& make) {
  const auto slot = slot_of(key);
  const std::lock_guard lock(slot->mutex);
  if (slot->worked && holds(*slot, as_of)) return slot->worked;
  // A snapshot that is older than what is here leaves that to the others.
  if (slot->worked && as_of < slot->as_of) return make(nullptr);
  slot->worked = make(slot->worked);
  slot->as_of = as_of;
  return slot->worked;
}

Results::Shared Results::find(std::int64_t as_of, const std::string& key) {
  const auto slot = slot_of(key);
  const std::unique_lock lock(slot->mutex, std::try_to_lock);
  return lock && slot->worked && holds(*slot, as_of) ? slot->worked : nullptr;
}

bool Results::is_durable(std::int64_t as_of) {
  const std::lock_guard lock(mutex_);
  return as_of <= known_until_;
}

std::shared_ptr<Results::Slot> Results::slot_of(const std::string& key) {
  const std::lock_guard lock(mutex_);
  if (slots_.size() >= size_max && !slots_.contains(key)) slots_.clear();
  auto& slot = slots_[key];
  if (!slot) slot = std::make_shared<Slot>();
  return slot;
}

bool Results::holds(const Slot& slot, std::int64_t as_of) {
  const auto [earlier, later] = std::minmax(slot.as_of, as_of);
  if (earlier == later) return true;
  const std::lock_guard lock(mutex_);
  if (later > known_until_ || all_changed_in_ > earlier) return false;
  return std::ranges::none_of(slot.worked->read, [&, first = earlier](const auto& table) {
    const auto changed = changed_in_.find(table);
    return changed != changed_in_.end() && changed->second > first;
  });
}

}  // namespace accord
