// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>

#include "app/command.hpp"
#include "app/demo_company.hpp"
#include "app/demo_company_volume.hpp"
#include "app/sqlite_file.hpp"

namespace accord::app {

std::string demo_file_beside(const std::string& own_file) {
  return (std::filesystem::path(own_file).parent_path() / "demo.db").string();
}

void make_demo_file(const std::string& path, Instant today, std::int64_t touchpoints) {
  std::cout << "Making the demo company in " << path << " …\n" << std::flush;
  const std::string unfinished = path + ".making";
  remove_database(unfinished);
  {
    SetClock clock(demo_founded(today));
    const auto database = open_or_create(unfinished, clock);
    make_demo(*database, {.clock = clock, .now = today});
    if (touchpoints > 0) add_volume(*database, touchpoints, today);
  }
  copy_database(unfinished, path);
  remove_database(unfinished);
}

Exit demo(const Setting& setting, std::int64_t touchpoints) {
  const auto file = demo_file_beside(setting.db);
  if (std::filesystem::exists(file)) {
    std::cerr << file << " is there already. See it with: accord serve --demo\n";
    return Exit::nothing_done;
  }
  make_demo_file(file, clock_of(setting)->now(), touchpoints);
  std::cout << "Made " << file << ". See it with: accord serve --demo\n";
  return Exit::done;
}

}  // namespace accord::app
