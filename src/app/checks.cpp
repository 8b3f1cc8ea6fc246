// SPDX-License-Identifier: Apache-2.0
#include "app/checks.hpp"

namespace accord::app {

std::vector<Checked> run_checks(const Read& read, const Subjects& subjects) {
  std::vector<Checked> all;
  for (const auto* subject : subjects) {
    for (const auto& check : subject->checks) all.push_back({&check, check.violations(read)});
  }
  return all;
}

}  // namespace accord::app
