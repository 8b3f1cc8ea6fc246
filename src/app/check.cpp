// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "app/checks.hpp"
#include "app/command.hpp"
#include "app/sqlite_file.hpp"
#include "app/subjects.hpp"
#include "base/text.hpp"

namespace accord::app {
namespace {

/// One line for each invariant; what breaks it below.
std::int64_t print(const Checked& checked) {
  const auto count = static_cast<std::int64_t>(checked.violations.size());
  std::cout << (count == 0 ? "ok      " : "BROKEN  ") << checked.check->name << ": "
            << checked.check->sentence << "\n";
  for (const auto& violation : checked.violations) std::cout << "        " << violation << "\n";
  return count;
}

}  // namespace

Exit check(const Setting& setting) {
  const auto clock = clock_of(setting);
  const auto database = open_existing(setting, *clock);
  if (const auto damage = damage_of(setting.db)) {
    throw Fault("The file " + setting.db + " is damaged: " + *damage +
                ". Restore a backup: accord restore FILE");
  }
  const auto all = database->read(Actor{}, [](const Read& read) { return run_checks(read, subjects()); });
  std::int64_t violations = 0;
  for (const auto& checked : all) violations += print(checked);
  const auto ran = counted(static_cast<std::int64_t>(all.size()), "check", "checks");
  std::cout << ran << ", " << counted(violations, "violation", "violations") << ".\n";
  return violations == 0 ? Exit::done : Exit::some_refused;
}

}  // namespace accord::app
