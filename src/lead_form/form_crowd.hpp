// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "base/instant.hpp"

namespace accord::lead_form {

/// How often a form is sent: more than so many a minute are no people. It forgets every minute, and remembers
/// no more addresses than it has room for.
class Crowd {
 public:
  static constexpr int of_address_max = 20, of_form_max = 200;
  static constexpr std::size_t addresses_max = 10'000;

  /// Counts one more, unless it is one too many.
  bool has_room(const std::string& address, std::int64_t form, Instant now);

 private:
  std::mutex mutex_;
  std::int64_t minute_ = 0;
  std::map<std::string, int> by_address_;
  std::map<std::int64_t, int> by_form_;
};

}  // namespace accord::lead_form
