// SPDX-License-Identifier: Apache-2.0
#include "tests/world.hpp"

#include "app/subjects.hpp"
#include "people/people.hpp"

namespace accord::tests {
namespace {

/// For a writer that another program holds; long enough that no act of a test waits for its own.
constexpr std::chrono::milliseconds patience{300};

struct Somebody {
  const char* name;
  const char* short_name;
  Role role;
  const char* territory;  ///< nullptr: all
};

constexpr Somebody everybody[]{{"Ada Osei", "ada", Role::administrator, nullptr},
                               {"Maria Keller", "maria", Role::sales_manager, nullptr},
                               {"Sam Rivera", "sam", Role::marketing_manager, nullptr},
                               {"Karl Brandt", "karl", Role::salesperson, "North"},
                               {"Ines Duarte", "ines", Role::marketer, nullptr},
                               {"Lena Fischer", "lena", Role::liaison, nullptr},
                               {"Arthur Boyd", "arthur", Role::arbiter, nullptr},
                               {"Fiona Walsh", "fiona", Role::finance, nullptr}};

void make_small(Write& write) {
  people::Company company;
  company.name = "Kestrel Instruments";
  company.currency = "USD";
  company.time_zone = "UTC";
  people::found(write, company);
  std::map<std::string, Id<territory::Territory>> territories;
  for (const auto* name : {"North", "South"}) {
    territory::Territory territory;
    territory.name = name;
    territories[name] = territory::add(write, territory);
  }
  for (const auto& one : everybody) {
    people::Person person;
    person.name = one.name;
    person.email = email_of(one.short_name);
    person.role = one.role;
    if (one.territory != nullptr) person.territory = territories.at(one.territory);
    people::set_password(write, people::add(write, person), std::string(world_password));
  }
}

/// Made once in this process; every test works on a copy.
const std::string& file_of(Start start) {
  static const TemporaryFolder folder;
  static std::map<Start, std::string> made;
  auto& path = made[start];
  if (!path.empty()) return path;
  path = folder.file(start == Start::empty ? "empty.db" : "small.db");
  const SetClock clock(beginning());
  Database database(path, app::schemas(), clock);
  if (start == Start::small) database.write(Actor{}, "Make the small company.", make_small);
  return path;
}

}  // namespace

Instant beginning() { return *parse_instant("2026-03-02T09:00:00Z"); }

World::World(Start start) : clock_(beginning()) {
  // What makes a password costly to guess would make every story slow.
  people::set_password_cost(people::PasswordCost::minimal);
  std::filesystem::copy_file(file_of(start), file());
  serve();
}

void World::stop() {
  site_.reset();
  database_.reset();
}

void World::serve() {
  database_ = std::make_unique<Database>(file(), app::schemas(), clock_, patience);
  site_ = std::make_unique<web::Site>(*database_, app::subjects(), people::identity());
}

void World::hold_writer() {
  holder_ = std::make_unique<Connection>(database_->path(), Access::read_write);
  holder_->script("BEGIN IMMEDIATE");
}

Session sign_in(const web::Site& site, const std::string& who) {
  web::HttpRequest request{"POST", "/session"};
  request.headers = {{"host", "127.0.0.1:7700"}, {"content-type", "application/json"}};
  request.body = json::serialize(json::object{
      {"email", who.find('@') == std::string::npos ? email_of(who) : who}, {"password", world_password}});
  const auto reply = site.handle(request);
  Session session;
  for (const auto& [name, value] : reply.headers) {
    if (name == "Set-Cookie") session.cookie = value.substr(0, value.find(';'));
  }
  if (session.cookie.empty()) throw std::runtime_error(who + " cannot sign in: " + reply.body);
  const auto self =
      site.handle({"GET", "/session.json", {{"host", "127.0.0.1:7700"}, {"cookie", session.cookie}}});
  session.csrf_token = json::parse(self.body).at("csrf_token").as_string();
  return session;
}

std::string email_of(const std::string& name) { return name + "@demo.example"; }

}  // namespace accord::tests
