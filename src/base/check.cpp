// SPDX-License-Identifier: Apache-2.0
#include "base/check.hpp"

namespace accord {

void fail_check(const char* condition, const char* file, int line) {
  throw Bug(std::string(file) + ":" + std::to_string(line) + ": expected " + condition);
}

}  // namespace accord
