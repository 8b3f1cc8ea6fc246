// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "kernels/journey.hpp"

namespace accord::tests {

/// Touches and conversions in columns of their own, written account by account.
struct TouchLog {
  std::vector<std::uint64_t> touches_from{0}, conversions_from{0};
  std::vector<std::int64_t> touch_ms, conversion_ms, conversion_minor;
  std::vector<std::uint32_t> touch_key;
  std::vector<std::uint8_t> touch_marks;
  std::vector<std::uint8_t> conversion_stands;  ///< empty while each does

  void touch(std::int64_t ms, std::uint32_t key, std::uint8_t marks = 0) {
    touch_ms.push_back(ms);
    touch_key.push_back(key);
    touch_marks.push_back(marks);
  }
  void convert(std::int64_t ms, std::int64_t minor) {
    conversion_ms.push_back(ms);
    conversion_minor.push_back(minor);
  }
  /// What comes after belongs to the next account.
  void end_account() {
    touches_from.push_back(touch_ms.size());
    conversions_from.push_back(conversion_ms.size());
  }

  kernels::Timelines timelines() const {
    return {touches_from,     touch_ms,      touch_key,        touch_marks,
            conversions_from, conversion_ms, conversion_minor, conversion_stands};
  }
};

}  // namespace accord::tests
