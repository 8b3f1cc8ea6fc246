// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>

#include "app/command.hpp"
#include "app/sqlite_file.hpp"

namespace accord::app {

Exit backup(const Setting& setting, const std::string& file) {
  if (!std::filesystem::exists(setting.db))
    throw Fault("There is no " + setting.db + " to back up; name it with --db.");
  if (std::filesystem::exists(file)) {
    std::cerr << file << " exists already. Choose another name, or remove it first.\n";
    return Exit::nothing_done;
  }
  copy_database(setting.db, file);
  std::cout << "Backed up " << setting.db << " to " << file << " (" << std::filesystem::file_size(file) / 1024
            << " KB). Restore it with: accord restore " << file << "\n";
  return Exit::done;
}

}  // namespace accord::app
