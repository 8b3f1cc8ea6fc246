// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company_history.hpp"
#include "base/text.hpp"

namespace accord::app::demo {
namespace {

/// Whether a route's path fits, and what its parameters are then.
bool fits(std::string_view pattern, std::string_view path, web::Input& input) {
  const auto wanted = split(pattern, '/'), given = split(path, '/');
  if (wanted.size() != given.size()) return false;
  input.paths.clear();
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i].starts_with('{'))
      input.paths.emplace(wanted[i].substr(1, wanted[i].size() - 2), given[i]);
    else if (wanted[i] != given[i])
      return false;
  }
  return true;
}

const web::Route& route_to(std::string_view method, std::string_view path, web::Input& input) {
  for (const auto* subject : installed_subjects()) {
    for (const auto& route : subject->routes) {
      if (route.write && name_of(route.method) == method && fits(route.path, path, input)) return route;
    }
  }
  throw Bug("no route takes " + std::string(method) + " " + std::string(path));
}

people::Person person_named(Database& database, std::string_view name) {
  return database.read(Actor{}, [&](const Read& read) {
    const auto person = people::find_by_email(read, std::string(name) + "@demo.example");
    CHECK(person.has_value());
    return *person;
  });
}

}  // namespace

std::int64_t Acts::id_of(std::string_view person) { return person_named(database_, person).id.number; }

Actor Acts::actor(std::string_view person) {
  const auto who = person_named(database_, person);
  Actor actor{who.id.number, who.name, who.role, who.side, std::nullopt};
  if (who.territory) actor.territory = who.territory->number;
  return actor;
}

json::value Acts::act(std::string_view person, std::string_view method_and_path, json::value body) {
  const Actor who = actor(person);
  web::Input input;
  const auto space = method_and_path.find(' ');
  const auto& route = route_to(method_and_path.substr(0, space), method_and_path.substr(space + 1), input);
  CHECK(who.may(route.right));
  input.body = std::move(body);
  json::value reply;
  database_.write(who, std::string(route.sentence), [&](Write& write) { reply = route.write(write, input); });
  return reply;
}

}  // namespace accord::app::demo
