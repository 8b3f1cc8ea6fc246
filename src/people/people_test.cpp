// SPDX-License-Identifier: Apache-2.0
#include "people/people.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "app/checks.hpp"
#include "app/subjects.hpp"
#include "tests/world.hpp"

namespace accord::people {
namespace {

/// A company before its first run; each test signs people in by the routes that browsers use.
class PeopleTest : public testing::Test {
 protected:
  web::HttpReply send(const std::string& method, const std::string& target, const std::string& body = {}) {
    web::HttpRequest request{method, target, {{"content-type", "application/json"}}, body, "192.0.2.7"};
    if (!cookie.empty()) request.headers.push_back({"cookie", "accord_session=" + cookie});
    if (!csrf.empty()) request.headers.push_back({"x-csrf-token", csrf});
    auto reply = world.site().handle(request);
    for (const auto& header : reply.headers) {
      if (header.name == "Set-Cookie") cookie = header.value.substr(15, header.value.find(';') - 15);
    }
    return reply;
  }
  json::value get(const std::string& target) { return json::parse(send("GET", target).body); }
  std::string code(const web::HttpReply& reply) {
    return json::parse(reply.body).at("code").as_string().c_str();
  }
  void set_up() {
    const auto reply =
        send("POST", "/setup",
             R"({"company":"Acme","currency":"EUR","time_zone":"Europe/Berlin","name":"Ada Root",)"
             R"("email":"Ada@Acme.example","password":"a long sentence"})");
    ASSERT_EQ(reply.status, 201) << reply.body;
    csrf = get("/session.json").at("csrf_token").as_string().c_str();
  }
  web::HttpReply sign_in(const std::string& email, const std::string& password) {
    csrf.clear();
    const auto reply =
        send("POST", "/session", R"({"email":")" + email + R"(","password":")" + password + R"("})");
    if (reply.status == 201) csrf = json::parse(reply.body).at("csrf_token").as_string().c_str();
    return reply;
  }
  std::vector<std::string> violations() {
    return world.database().read(Actor{}, [](const Read& read) {
      std::vector<std::string> all;
      for (const auto& checked : app::run_checks(read, app::subjects())) {
        for (const auto& violation : checked.violations) all.push_back(violation);
      }
      return all;
    });
  }

  tests::World world{tests::Start::empty};
  std::string cookie, csrf;
};

TEST_F(PeopleTest, TheFirstRunMakesACompanyAndSignsItsAdministratorIn) {
  EXPECT_TRUE(get("/session.json").at("needs_setup").as_bool());
  set_up();
  const auto session = get("/session.json");
  EXPECT_EQ(session.at("person").at("email").as_string(), "ada@acme.example");
  EXPECT_EQ(session.at("company").at("currency").as_string(), "EUR");
  EXPECT_FALSE(session.at("needs_setup").as_bool());
  EXPECT_GT(session.at("rights").as_array().size(), 3U);
  EXPECT_EQ(code(send("POST", "/setup",
                      R"({"company":"B","currency":"EUR","time_zone":"UTC","name":"B","email":"b@b.example",)"
                      R"("password":"another sentence"})")),
            "already_set_up");
}

TEST_F(PeopleTest, WhoIsNotSignedInSeesNothingOfTheCompany) {
  set_up();
  cookie.clear();
  const auto session = get("/session.json");
  EXPECT_TRUE(session.at("person").is_null());
  EXPECT_TRUE(session.at("company").is_null());
  EXPECT_TRUE(session.at("rights").as_array().empty());
  EXPECT_EQ(send("GET", "/people.json").status, 401);
}

TEST_F(PeopleTest, ASessionEndsAfterFourteenIdleDaysAndLastsWhileUsed) {
  set_up();
  for (int day = 0; day < 4; ++day) {
    world.clock().set({world.clock().now().ms + 10 * ms_per_day});
    EXPECT_FALSE(get("/session.json").at("person").is_null()) << day;
  }
  world.clock().set({world.clock().now().ms + 15 * ms_per_day});
  EXPECT_TRUE(get("/session.json").at("person").is_null());
}

TEST_F(PeopleTest, SigningOutEndsTheSessionOnTheServer) {
  set_up();
  const std::string old = cookie;
  EXPECT_EQ(send("DELETE", "/session").status, 200);
  EXPECT_EQ(cookie, "");
  cookie = old;
  EXPECT_EQ(send("GET", "/people.json").status, 401);
}

TEST_F(PeopleTest, GuessingIsSlowedDownAndSaysForHowLong) {
  set_up();
  cookie.clear();
  for (const std::string email : {"ada@acme.example", "nobody@acme.example"}) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(code(sign_in(email, "a wrong sentence")), "wrong_password");
    const auto reply = sign_in(email, "a long sentence");
    EXPECT_EQ(reply.status, 429);
    const auto header = std::ranges::find(reply.headers, "Retry-After", &web::Header::name);
    ASSERT_NE(header, reply.headers.end());
    EXPECT_GT(std::stoi(header->value), 800);
  }
  world.clock().set({world.clock().now().ms + 16 * 60'000});
  EXPECT_EQ(sign_in("ADA@acme.example ", "a long sentence").status, 201);
}

TEST_F(PeopleTest, OneAddressCannotTryManyAccounts) {
  set_up();
  cookie.clear();
  for (int i = 0; i < 20; ++i) sign_in("p" + std::to_string(i) + "@acme.example", "a wrong sentence");
  EXPECT_EQ(code(sign_in("ada@acme.example", "a long sentence")), "too_many_logins");
}

TEST_F(PeopleTest, WhoLeftIsSignedOutAndCannotSignIn) {
  set_up();
  send("POST", "/people", R"({"name":"Karl Frey","email":"karl@acme.example","role":"salesperson"})");
  EXPECT_EQ(send("PUT", "/people/2/password", R"({"password":"the sentence of Karl"})").status, 200);
  const std::string admin = cookie, admin_csrf = csrf;
  cookie.clear();
  ASSERT_EQ(sign_in("karl@acme.example", "the sentence of Karl").status, 201);
  const std::string karl = cookie;
  cookie = admin;
  csrf = admin_csrf;
  const auto left = send("PUT", "/people/2",
                         R"({"name":"Karl Frey","email":"karl@acme.example","role":"salesperson",)"
                         R"("left_on":"2026-03-02"})");
  EXPECT_EQ(left.status, 200) << left.body;
  cookie = karl;
  EXPECT_EQ(send("GET", "/people.json").status, 401);
  cookie.clear();
  EXPECT_EQ(code(sign_in("karl@acme.example", "the sentence of Karl")), "wrong_password");
}

TEST_F(PeopleTest, ATokenIsNowhereInTheFileAndNeedsNoCsrfToken) {
  set_up();
  web::HttpRequest make{"POST", "/people/me/tokens", {{"content-type", "application/json"}}};
  make.headers.insert(make.headers.end(), {{"cookie", "accord_session=" + cookie},
                                           {"x-csrf-token", csrf},
                                           {"act-id", "019ac000-0000-7000-8000-000000000001"}});
  make.body = R"({"name":"Nightly"})";
  const auto made = world.site().handle(make);
  ASSERT_EQ(made.status, 201) << made.body;
  const std::string token = json::parse(made.body).at("token").as_string().c_str();
  EXPECT_EQ(token.size(), std::string("accord_").size() + 64);
  const auto by_token = [&](const std::string& method, const std::string& target,
                            const std::string& body = {}) {
    web::HttpRequest request{method, target, {{"content-type", "application/json"}}, body, "192.0.2.7"};
    request.headers.push_back({"authorization", "Bearer " + token});
    // The cookie of a browser that is signed in changes nothing about it.
    request.headers.push_back({"cookie", "accord_session=" + cookie});
    return world.site().handle(request);
  };
  EXPECT_EQ(by_token("POST", "/people", R"({"name":"Karl Frey","role":"salesperson"})").status, 201);
  EXPECT_EQ(code(by_token("PUT", "/people/1/password", R"({"password":"another sentence"})")),
            "not_by_token");
  EXPECT_EQ(code(by_token("DELETE", "/session")), "not_by_token");
  std::string csrf_before;
  std::swap(csrf, csrf_before);
  EXPECT_EQ(code(send("POST", "/people", R"({"name":"Eve","role":"salesperson"})")), "csrf_token_missing");
  csrf = csrf_before;
  world.stop();
  for (const auto* more : {"", "-wal"}) {
    std::ifstream file(world.file() + more, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(bytes.find(token), std::string::npos) << more;
    EXPECT_EQ(bytes.find(token.substr(7)), std::string::npos) << more;
  }
}

TEST_F(PeopleTest, ATokenEndsWithANewPasswordAndWithItsLastDay) {
  set_up();
  send("POST", "/people", R"({"name":"Karl Frey","email":"karl@acme.example","role":"salesperson"})");
  send("PUT", "/people/2/password", R"({"password":"the sentence of Karl"})");
  const std::string admin = cookie, admin_csrf = csrf;
  cookie.clear();
  ASSERT_EQ(sign_in("karl@acme.example", "the sentence of Karl").status, 201);
  const auto make = [&](const std::string& body) {
    return std::string(json::parse(send("POST", "/people/me/tokens", body).body).at("token").as_string());
  };
  const auto opens = [&](const std::string& token) {
    return world.site().handle({"GET", "/people.json", {{"authorization", "BEARER  " + token}}});
  };
  const auto short_one = make(R"({"name":"Until today","last_day":"2026-03-02"})");
  const auto long_one = make(R"({"name":"For good"})");
  EXPECT_EQ(opens(short_one).status, 200);
  EXPECT_EQ(opens(long_one).status, 200);
  const auto used = world.database().read(Actor{}, [](const Read& read) { return read.as_of(); });
  EXPECT_EQ(opens(long_one).status, 200);
  EXPECT_EQ(world.database().read(Actor{}, [](const Read& read) { return read.as_of(); }), used)
      << "a use is noted once an hour";
  // 09:00 in UTC is 10:00 in Berlin; its day ends an hour before that of UTC.
  world.clock().set({world.clock().now().ms + 14 * 3'600'000LL});
  EXPECT_EQ(code(opens(short_one)), "token_not_valid");
  EXPECT_NE(opens(short_one).body.find("2026-03-02"), std::string::npos);
  EXPECT_EQ(opens(long_one).status, 200);
  cookie = admin;
  csrf = admin_csrf;
  EXPECT_EQ(send("PUT", "/people/2/password", R"({"password":"another one of Karl"})").status, 200);
  EXPECT_EQ(code(opens(long_one)), "token_not_valid");
}

TEST_F(PeopleTest, ADayOfLeavingToComeChangesNothingYet) {
  set_up();
  const std::string ada = R"("name":"Ada Root","email":"ada@acme.example","role":"administrator")";
  send("POST", "/people", R"({"name":"Second","email":"second@acme.example","role":"administrator"})");
  send("PUT", "/people/2/password", R"({"password":"a second sentence"})");
  EXPECT_EQ(send("PUT", "/people/1", "{" + ada + R"(,"left_on":"2026-03-05"})").status, 200);
  EXPECT_EQ(code(send("POST", "/people/1/erasure")), "still_works_here");
  EXPECT_EQ(code(send("PUT", "/people/2", R"({"name":"Second","email":"","role":"administrator"})")),
            "last_administrator");
  world.clock().set({world.clock().now().ms + 3 * ms_per_day});
  EXPECT_EQ(send("GET", "/people.json").status, 401);
}

TEST_F(PeopleTest, ErasureLeavesNoNameInTheFile) {
  set_up();
  send("POST", "/people", R"({"name":"Zebulon Quirk","email":"zebulon@acme.example","role":"finance"})");
  send("PUT", "/people/2/password", R"({"password":"the sentence of Zeb"})");
  send("PUT", "/people/2", R"({"name":"Zebulon Quirkson","email":"zebulon@acme.example","role":"finance"})");
  EXPECT_EQ(code(send("POST", "/people/2/erasure")), "still_works_here");
  send("PUT", "/people/2",
       R"({"name":"Zebulon Quirk","email":"zebulon@acme.example","role":"finance","left_on":"2026-03-01"})");
  EXPECT_EQ(send("POST", "/people/2/erasure").status, 201);
  EXPECT_EQ(get("/people/2.json").at("name").as_string(), "Erased person");
  EXPECT_EQ(send("GET", "/people/2/history.json").body.find("Zebulon"), std::string::npos);
  EXPECT_TRUE(violations().empty());
}

TEST_F(PeopleTest, AnotherTerritorysPeopleAreAbsentEverywhere) {
  set_up();
  for (const auto* name : {"North", "South"}) {
    send("POST", "/territories", std::string(R"({"name":")") + name + R"("})");
  }
  send("POST", "/territories", R"({"name":"South West","parent":2})");
  send("POST", "/people", R"({"name":"N","email":"n@acme.example","role":"salesperson","territory":1})");
  send("POST", "/people", R"({"name":"S","email":"s@acme.example","role":"sales_manager","territory":2})");
  send("POST", "/people", R"({"name":"SW","email":"","role":"salesperson","territory":3})");
  send("PUT", "/people/3/password", R"({"password":"the sentence of S"})");
  cookie.clear();
  ASSERT_EQ(sign_in("s@acme.example", "the sentence of S").status, 201);
  EXPECT_EQ(get("/people.json").at("total").as_int64(), 3);
  EXPECT_EQ(send("GET", "/people/2.json").status, 404);
  EXPECT_EQ(send("GET", "/people/2/rights.json").status, 404);
  EXPECT_EQ(send("GET", "/territories/1.json").status, 404);
  EXPECT_EQ(get("/territories.json").at("total").as_int64(), 2);
  EXPECT_EQ(send("GET", "/people.csv").body.find("n@acme"), std::string::npos);
  EXPECT_EQ(send("PUT", "/people/3/password", R"({"password":"twelve letters"})").status, 403);
  EXPECT_TRUE(violations().empty());
}

TEST_F(PeopleTest, TheTreeStaysTrueThroughAnyMoves) {
  world.database().write(Actor{}, "Plant.", [](Write& write) {
    for (int i = 0; i < 7; ++i) {
      territory::Territory one;
      one.name = "T" + std::to_string(i);
      territory::add(write, one);
    }
  });
  std::mt19937 random(7);
  int refused = 0;
  for (int i = 0; i < 120; ++i) {
    const std::int64_t id = 1 + random() % 7, parent = random() % 8;
    try {
      world.database().write(Actor{}, "Move.", [&](Write& write) {
        auto one = *write.find(Id<territory::Territory>{id});
        one.parent.reset();
        if (parent != 0) one.parent = Id<territory::Territory>{parent};
        territory::change(write, one);
      });
    } catch (const Refusal& refusal) {
      EXPECT_EQ(refusal.rule().code, "territory_circle");
      ++refused;
    }
    ASSERT_TRUE(violations().empty()) << "move " << i;
  }
  EXPECT_GT(refused, 10);
  EXPECT_LT(refused, 110);
}

TEST_F(PeopleTest, TheTreeIsKeptTrueWhenTerritoriesMove) {
  set_up();
  for (const auto* body : {R"({"name":"World"})", R"({"name":"Europe","parent":1})",
                           R"({"name":"Spain","parent":2})", R"({"name":"Asia","parent":1})"}) {
    EXPECT_EQ(send("POST", "/territories", body).status, 201);
  }
  EXPECT_TRUE(violations().empty());
  EXPECT_EQ(send("PUT", "/territories/2", R"({"name":"Europe","parent":4})").status, 200);
  EXPECT_TRUE(violations().empty());
  EXPECT_EQ(code(send("PUT", "/territories/4", R"({"name":"Asia","parent":3})")), "territory_circle");
  EXPECT_EQ(code(send("POST", "/territories", R"({"name":"asia"})")), "territory_name_taken");
  EXPECT_EQ(code(send("POST", "/territories", R"({"name":"Mars","parent":99})")), "territory_unknown");
}

}  // namespace
}  // namespace accord::people
