// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <stdexcept>
#include <string>

namespace accord {

/// A mistake of ours, not of the user: the request fails, is rolled back and logged.
struct Bug : std::logic_error {
  using std::logic_error::logic_error;
};

/// The environment failed: a disk, a file, a setting. Answered 503, or exit 3 on the command line.
struct Fault : std::runtime_error {
  using std::runtime_error::runtime_error;
};

[[noreturn]] void fail_check(const char* condition, const char* file, int line);

}  // namespace accord

#define CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::accord::fail_check(#condition, __FILE__, __LINE__))
