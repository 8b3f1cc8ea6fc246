// SPDX-License-Identifier: Apache-2.0
#include "db/results.hpp"

namespace accord {

Results::Value Results::get(std::int64_t as_of, const std::string& key, const std::function<Value()>& make) {
  const auto slot = slot_of(as_of, key);
  if (!slot) return make();
  const std::lock_guard lock(slot->mutex);
  if (!slot->value) slot->value = make();
  return slot->value;
}

std::shared_ptr<Results::Slot> Results::slot_of(std::int64_t as_of, const std::string& key) {
  const std::lock_guard lock(mutex_);
  if (as_of < as_of_) return nullptr;
  if (as_of > as_of_ || slots_.size() >= size_max) slots_.clear();
  as_of_ = as_of;
  auto& slot = slots_[key];
  if (!slot) slot = std::make_shared<Slot>();
  return slot;
}

}  // namespace accord
