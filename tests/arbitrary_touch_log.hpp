// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <rapidcheck.h>

#include <algorithm>

#include "tests/touch_log.hpp"

namespace accord::tests {

constexpr std::uint32_t arbitrary_keys = 5;

/// Moments so few that many are equal.
inline std::vector<std::int64_t> arbitrary_moments(std::size_t at_most) {
  const auto count = *rc::gen::inRange<std::size_t>(0, at_most + 1);
  auto moments = *rc::gen::container<std::vector<std::int64_t>>(count, rc::gen::inRange<std::int64_t>(0, 30));
  std::sort(moments.begin(), moments.end());
  return moments;
}

/// Some accounts with some touches and conversions, in any order of the two.
inline TouchLog arbitrary_touch_log() {
  TouchLog log;
  const int accounts = *rc::gen::inRange(0, 8);
  for (int account = 0; account < accounts; ++account) {
    for (const auto ms : arbitrary_moments(9)) {
      log.touch(ms, *rc::gen::inRange(0U, arbitrary_keys), *rc::gen::inRange<std::uint8_t>(0, 4));
    }
    for (const auto ms : arbitrary_moments(3)) log.convert(ms, *rc::gen::inRange(-300, 5'000));
    log.end_account();
  }
  return log;
}

}  // namespace accord::tests
