// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "app/command.hpp"
#include "importing/importing.hpp"

namespace accord::app {

Exit import(const Setting& setting, const std::vector<std::string>& files,
            const importing::ImportOptions& options) {
  const auto clock = clock_of(setting);
  const auto database = open_or_create(setting.db, *clock);
  const Actor actor = actor_of(setting, *database);
  refuse_if(!actor.may(importing::import_data), web::not_allowed,
            std::string(importing::import_data.sentence));
  return static_cast<Exit>(importing::import_files(*database, actor, files, options, std::cout));
}

}  // namespace accord::app
