// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "app/command.hpp"
#include "app/subjects.hpp"
#include "base/json.hpp"
#include "people/people.hpp"

namespace accord::app {

std::unique_ptr<Clock> clock_of(const Setting& setting) {
  if (setting.clock.empty()) return std::make_unique<SystemClock>();
  if (const auto day = parse_day(setting.clock)) return std::make_unique<SetClock>(start_of(*day));
  if (const auto at = parse_instant(setting.clock)) return std::make_unique<SetClock>(*at);
  throw ShapeError("--clock", "Give a moment as 2026-03-02T09:00:00Z, or a day as 2026-03-02.");
}

std::unique_ptr<Database> open_existing(const Setting& setting, const Clock& clock) {
  if (!std::filesystem::exists(setting.db)) {
    throw Fault("There is no " + setting.db +
                ". Name the file with --db, or make one: accord serve, or accord import FILE…");
  }
  return std::make_unique<Database>(setting.db, schemas(), clock);
}

std::unique_ptr<Database> open_or_create(const std::string& path, const Clock& clock) {
  const auto folder = std::filesystem::path(path).parent_path();
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) throw Fault("The folder " + folder.string() + " cannot be made: " + error.message() + ".");
  return std::make_unique<Database>(path, schemas(), clock);
}

Actor actor_of(const Setting& setting, Database& database) {
  if (setting.as.empty()) return {};
  const auto person = database.read(Actor{}, [&](const Read& read) {
    const auto by_email = people::find_by_email(read, setting.as);
    return by_email ? by_email : people::find_by_name(read, setting.as);
  });
  if (!person)
    throw ShapeError("--as",
                     "Nobody here is called " + setting.as + "; give an e-mail address or a full name.");
  Actor actor{person->id.number, person->name, person->role, side_of(person->role), {}};
  if (person->territory) actor.territory = person->territory->number;
  return actor;
}

}  // namespace accord::app
