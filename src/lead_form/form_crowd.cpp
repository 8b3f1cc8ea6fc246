// SPDX-License-Identifier: Apache-2.0
#include "lead_form/form_crowd.hpp"

namespace accord::lead_form {

bool Crowd::has_room(const std::string& address, std::int64_t form, Instant now) {
  constexpr std::int64_t minute_ms = 60'000;
  const std::scoped_lock lock(mutex_);
  if (now.ms / minute_ms != minute_) {
    minute_ = now.ms / minute_ms;
    by_address_.clear();
    by_form_.clear();
  }
  const bool is_new = !by_address_.contains(address);
  if (is_new && by_address_.size() >= addresses_max) return false;
  // Whoever has sent too much takes no room from the others.
  auto& of_address = by_address_[address];
  if (of_address >= of_address_max) return false;
  ++of_address;
  auto& of_form = by_form_[form];
  if (of_form >= of_form_max) return false;
  ++of_form;
  return true;
}

}  // namespace accord::lead_form
