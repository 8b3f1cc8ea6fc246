// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "web/subject.hpp"

namespace accord::app {

/// What one named invariant found.
struct Checked {
  const Check* check;
  std::vector<std::string> violations;
};

/// Runs every check of every subject on one view of the data.
std::vector<Checked> run_checks(const Read&, const Subjects&);

}  // namespace accord::app
