// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>

#include "app/checks.hpp"
#include "app/command.hpp"
#include "app/sqlite_file.hpp"
#include "app/subjects.hpp"

namespace accord::app {
namespace {

/// A copy of the backup, brought to this program's version and checked, before anything of the firm is
/// touched.
std::string prepared_copy(const std::string& file, const Setting& setting, const Clock& clock) {
  const std::string copy = setting.db + ".restored";
  const auto folder = std::filesystem::path(copy).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder);
  remove_database(copy);
  copy_database(file, copy);
  Database database(copy, schemas(), clock);
  const auto all = database.read(Actor{}, [](const Read& read) { return run_checks(read, subjects()); });
  for (const auto& checked : all) {
    if (checked.violations.empty()) continue;
    std::cerr << "Note: the backup breaks " << checked.check->name << ": " << checked.violations.front()
              << "\n";
  }
  return copy;
}

void refuse_while_in_use(const std::string& path) {
  if (std::filesystem::exists(path) && is_in_use(path))
    throw Fault(path + " is in use. Stop the server that serves it, then restore.");
}

}  // namespace

Exit restore(const Setting& setting, const std::string& file, bool may_overwrite) {
  const auto clock = clock_of(setting);
  if (!std::filesystem::exists(file)) throw Fault("There is no " + file + ".");
  const bool is_there = std::filesystem::exists(setting.db);
  if (is_there && !may_overwrite) {
    std::cerr << setting.db
              << " exists, and restoring replaces it. Back it up first (accord backup FILE), then repeat "
              << "with --force.\n";
    return Exit::nothing_done;
  }
  refuse_while_in_use(setting.db);
  const auto copy = prepared_copy(file, setting, *clock);
  // Checking took its time: somebody may have started the server.
  refuse_while_in_use(setting.db);
  put_in_place(copy, setting.db);
  std::cout << "Restored " << setting.db << " from " << file << ".\n";
  return Exit::done;
}

}  // namespace accord::app
