// SPDX-License-Identifier: Apache-2.0
#include "app/firm.hpp"

#include <gtest/gtest.h>

#include "app/app.hpp"
#include "people/people.hpp"
#include "tests/world.hpp"

namespace accord::app {
namespace {

web::HttpRequest request(const std::string& method, const std::string& target) {
  return {method, target, {{"host", "127.0.0.1"}, {"content-type", "application/json"}}};
}

/// A demo company with one administrator.
void make_demo_with_ada(Database& database) {
  people::set_password_cost(people::PasswordCost::minimal);
  database.write(Actor{}, "Make a demo.", [](Write& write) {
    people::Company company;
    company.name = "Kestrel Instruments";
    company.currency = "USD";
    company.time_zone = "UTC";
    company.is_demo = true;
    people::found(write, company);
    people::Person ada;
    ada.name = "Ada Osei";
    ada.email = tests::email_of("ada");
    ada.role = Role::administrator;
    people::set_password(write, people::add(write, ada), std::string(tests::world_password));
  });
}

/// Signs Ada in and returns the request that removes the demo company.
web::HttpRequest removal(Reception& reception) {
  auto login = request("POST", "/session");
  login.body = R"({"email": "ada@demo.example", "password": "accord-demo"})";
  const auto reply = reception.handle(login);
  auto removal = request("POST", std::string(demo_removal_path));
  for (const auto& [name, value] : reply.headers) {
    if (name == "Set-Cookie") removal.headers.push_back({"cookie", value.substr(0, value.find(';'))});
  }
  auto session = request("GET", "/session.json");
  session.headers = removal.headers;
  const auto token = json::parse(reception.handle(session).body).at("csrf_token").as_string();
  removal.headers.push_back({"x-csrf-token", std::string(token)});
  return removal;
}

TEST(Reception, RemovingTheDemoGoesOnWithOnesOwnFile) {
  const tests::TemporaryFolder folder;
  const SetClock clock(tests::beginning());
  const auto demo = folder.file("demo.db"), own = folder.file("accord.db");
  Reception reception(std::make_shared<Firm>(demo, clock), own, clock);
  make_demo_with_ada(reception.firm().database());
  EXPECT_EQ(reception.handle(request("POST", std::string(demo_removal_path))).status, 401);
  EXPECT_EQ(reception.firm().path(), demo);
  EXPECT_EQ(reception.handle(removal(reception)).status, 201);
  EXPECT_EQ(reception.firm().path(), own);
  EXPECT_FALSE(std::filesystem::exists(demo));
  const auto session = json::parse(reception.handle(request("GET", "/session.json")).body);
  EXPECT_TRUE(session.at("needs_setup").as_bool());
}

}  // namespace
}  // namespace accord::app
