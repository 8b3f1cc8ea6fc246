// SPDX-License-Identifier: Apache-2.0
// People act on agreements at random. At each step what a page offers them is what the server accepts, and
// the versions that say they bind are those that the facts are judged by.
#include <gtest/gtest.h>

#include <random>

#include "agreement/agreement_view.hpp"
#include "app/checks.hpp"
#include "app/subjects.hpp"
#include "tests/world.hpp"

namespace accord::agreement {
namespace {

struct Answer {
  int status = 0;
  json::value body;
};

/// Somebody who is signed in.
class Visitor {
 public:
  Visitor(const web::Site& site, const std::string& name) : site_(site) {
    web::HttpRequest request{"POST", "/session", headers()};
    request.body =
        json::serialize(json::object{{"email", tests::email_of(name)}, {"password", tests::world_password}});
    for (const auto& [header, value] : site_.handle(request).headers) {
      if (header == "Set-Cookie") cookie_ = value.substr(0, value.find(';'));
    }
    token_ = get("/session").body.at("csrf_token").as_string();
  }

  Answer get(const std::string& path) const {
    const auto reply = site_.handle({"GET", path + ".json", headers()});
    return {reply.status, json::parse(reply.body)};
  }
  Answer post(const std::string& path, const json::value& body = json::object{}) const {
    web::HttpRequest request{"POST", path, headers()};
    request.body = json::serialize(body);
    const auto reply = site_.handle(request);
    return {reply.status, json::parse(reply.body)};
  }

 private:
  std::vector<web::Header> headers() const {
    std::vector<web::Header> all{{"host", "127.0.0.1:7700"}, {"content-type", "application/json"}};
    if (!cookie_.empty()) all.push_back({"cookie", cookie_});
    if (!token_.empty()) all.push_back({"x-csrf-token", token_});
    return all;
  }

  const web::Site& site_;
  std::string cookie_, token_;
};

const std::vector<std::string> people{"maria", "sam", "karl", "lena", "arthur", "fiona", "nora", "nick"};
const std::vector<std::string> slugs{"funnel", "funnel-1", "funnel-2"};

/// A walk of one seed: the small company with two managers of the North, and Karl as Maria's deputy.
class Walk {
 public:
  explicit Walk(unsigned seed) : random_(seed) {
    world_.database().write(Actor{}, "Add the North's managers.", [](Write& write) {
      for (const auto& [name, role] :
           {std::pair{"nora", Role::sales_manager}, std::pair{"nick", Role::marketing_manager}}) {
        people::Person person;
        person.name = name;
        person.email = tests::email_of(name);
        person.role = role;
        person.territory = territory::find_by_name(write, "North")->id;
        people::set_password(write, people::add(write, person), std::string(tests::world_password));
      }
    });
    let_in();
    const Day first = today();
    visitors_.at("maria").post(
        "/deputies", {{"deputy", 4}, {"from_day", to_string(first)}, {"until", to_string(first + 200)}});
  }

  void step() {
    if (one_of(6) == 0) return pass_days();
    const auto& person = people[one_of(people.size())];
    const auto& slug = slugs[one_of(slugs.size())];
    const auto newest = visitors_.at(person).get("/agreements/" + slug);
    if (newest.status == 404 || one_of(4) == 0) return propose(person, slug);
    const auto number =
        1 + static_cast<std::int64_t>(one_of(static_cast<std::size_t>(newest.body.at("number").as_int64())));
    // The newest version is where most is left to do.
    const std::string path = "/agreements/" + slug + "/versions/" +
                             std::to_string(one_of(3) == 0 ? number : newest.body.at("number").as_int64());
    act(person, path, visitors_.at(person).get(path).body);
  }

  /// Of each agreement at most one version binds, and it is the one that judges.
  void check_bindings() {
    const auto bindings = visitors_.at("maria").get("/agreement-bindings").body;
    for (const auto& line : bindings.at("items").as_array()) {
      const auto& slug = line.at("slug").as_string();
      const auto view = visitors_.at("maria").get("/agreements/" + std::string(slug));
      std::string binding;
      if (view.status == 200) {
        for (const auto& version : view.body.at("versions").as_array()) {
          if (!binds(std::string(version.at("link").as_string()))) continue;
          EXPECT_EQ(binding, "") << "two versions of " << slug << " say that they bind";
          binding = version.at("link").as_string();
        }
      }
      const std::string own = line.at("is_own").as_bool() ? std::string(line.at("link").as_string()) : "";
      EXPECT_EQ(own, binding) << json::serialize(line);
    }
    const auto all_checked = world_.database().read(
        Actor{}, [](const Read& read) { return app::run_checks(read, app::subjects()); });
    for (const auto& checked : all_checked) EXPECT_TRUE(checked.violations.empty()) << checked.check->name;
  }

  int accepted() const { return accepted_; }

 private:
  std::size_t one_of(std::size_t count) { return random_() % count; }
  Day today() { return day_of(world_.clock().now()); }

  void let_in() {
    visitors_.clear();
    for (const auto& name : people) visitors_.emplace(name, Visitor(world_.site(), name));
  }

  void pass_days() {
    world_.clock().set(
        Instant{world_.clock().now().ms + static_cast<std::int64_t>(1 + one_of(20)) * 86'400'000});
    let_in();
  }

  bool binds(const std::string& link) {
    const auto view = visitors_.at("maria").get(link).body;
    const auto& state = view.at("state").as_string();
    const auto day = [&](const char* name) {
      return view.at(name).is_null() ? today() : *parse_day(view.at(name).as_string());
    };
    if (!view.at("imposed_until").is_null() && state == "locked" && today() < day("in_force_from"))
      return today() <= day("imposed_until");
    return state == "imposed" ||
           ((state == "locked" || state == "reopened") && day("in_force_from") <= today());
  }

  void propose(const std::string& person, const std::string& slug) {
    bool is_offered = false;
    const auto bindings = visitors_.at(person).get("/agreement-bindings").body;
    for (const auto& line : bindings.at("items").as_array()) {
      if (line.at("slug").as_string() == slug) is_offered = line.at("can_propose").as_bool();
    }
    json::object body{{"template", "direct-sales"}};
    if (one_of(2) == 0) body["due_on"] = to_string(today() + static_cast<int>(one_of(10)));
    if (one_of(4) == 0) {
      body["trial_until"] = to_string(today() + 15 + static_cast<int>(one_of(30)));
      body["trial_measure"] = "Fewer are late";
    }
    if (one_of(3) == 0) body["in_force_from"] = to_string(today() + static_cast<int>(one_of(25)) - 12);
    expect(is_offered, visitors_.at(person).post("/agreements/" + slug + "/versions", body),
           person + " proposes " + slug);
  }

  void act(const std::string& person, const std::string& path, const json::value& view) {
    static const json::object reason{{"reason", "Because."}};
    const auto may = [&](const char* what) { return view.at(what).as_bool(); };
    const auto post = [&](const std::string& act, const json::value& body) {
      return visitors_.at(person).post(path + act, body);
    };
    const std::string until = to_string(today() + 1 + static_cast<int>(one_of(60)));
    switch (one_of(7)) {
      case 0:
      case 1: {
        const auto answer = post("/signatures", json::object{});
        // Whoever has signed is answered with what is there; nothing is doubled.
        if (answer.status == 201 && !may("can_sign")) return expect_same(view, answer.body);
        return expect(may("can_sign"), answer, person + " signs " + path);
      }
      case 2:
        return expect(may("can_decline"), post("/declines", reason), person + " declines " + path);
      case 3:
        return expect(may("can_reopen"), post("/reopenings", reason), person + " reopens " + path);
      case 4:
        return expect(may("can_impose"), post("/impositions", {{"until", until}, {"reason", "Enough."}}),
                      person + " imposes " + path);
      case 5:
        return expect(may("can_except"),
                      post("/exceptions", {{"clause", "untouched_after_hours"},
                                           {"what", "The fair"},
                                           {"reason", "All are there."},
                                           {"until", until}}),
                      person + " makes an exception from " + path);
      default:
        for (const auto& exception : view.at("exceptions").as_array()) {
          const auto answer = post(
              "/exceptions/" + std::to_string(exception.at("id").as_int64()) + "/signatures", json::object{});
          if (answer.status == 201 && !exception.at("can_accept").as_bool())
            return expect_same(view, answer.body);
          return expect(exception.at("can_accept").as_bool(), answer,
                        person + " accepts an exception from " + path);
        }
    }
  }

  void expect(bool is_offered, const Answer& answer, const std::string& what) {
    EXPECT_EQ(answer.status == 201, is_offered)
        << what << ": " << json::serialize(answer.body).substr(0, 300);
    accepted_ += answer.status == 201 ? 1 : 0;
  }
  static void expect_same(const json::value& before, const json::value& after) {
    for (const auto* part : {"remarks", "exceptions", "state"}) EXPECT_EQ(before.at(part), after.at(part));
  }

  std::mt19937 random_;
  tests::World world_{tests::Start::small};
  std::map<std::string, Visitor> visitors_;
  int accepted_ = 0;
};

TEST(AgreementWalk, WhatIsOfferedIsAcceptedAndWhatBindsJudges) {
  int accepted = 0;
  for (unsigned seed = 1; seed <= 6 && !HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Walk walk(seed);
    for (int i = 0; i < 150 && !HasFailure(); ++i) {
      walk.step();
      walk.check_bindings();
    }
    accepted += walk.accepted();
  }
  EXPECT_GT(accepted, 100) << "a walk that is always refused shows little";
}

}  // namespace
}  // namespace accord::agreement
