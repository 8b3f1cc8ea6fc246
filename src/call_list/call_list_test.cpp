// SPDX-License-Identifier: Apache-2.0
#include "call_list/call_list.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <thread>

#include "app/checks.hpp"
#include "audience/audience.hpp"
#include "call_list/call_outcome.hpp"
#include "tests/world.hpp"

namespace accord::call_list {
namespace {

const Sql count_calls{"SELECT COUNT(*) FROM call_standing"};
const Sql count_touches{"SELECT COUNT(*) FROM touchpoint_standing"};
const Sql count_activities{"SELECT COUNT(*) FROM activity_standing"};
const Sql count_leads{"SELECT COUNT(*) FROM opportunity"};
const Sql words_kept{
    "SELECT COUNT(*) FROM (SELECT words FROM wish UNION ALL SELECT words FROM wish_was) w WHERE "
    "w.words <> ''"};

/// A list of marketing's with some people of the North, and the firm's own people who call them.
class CallListTest : public testing::Test {
 protected:
  void SetUp() override {
    write([&](Write& write) {
      campaign::Campaign show;
      show.name = "Spring show";
      show.starts_on = day_of(write.now());
      write.insert(show);
      account::Account acme;
      acme.name = "Acme Works";
      acme.territory = territory::find_by_name(write, "North")->id;
      write.insert(acme);
      account_id = acme.id;
      calls.name = "After the show";
      calls.campaign = show.id;
      write.insert(calls);
    });
  }

  void write(const std::function<void(Write&)>& act) { world.database().write(Actor{}, "Prepare.", act); }
  std::int64_t count(const Sql& sql) {
    return world.database().read(Actor{}, [&](const Read& read) { return read.integer(sql).value_or(0); });
  }
  void wait(std::int64_t ms) { world.clock().set({world.clock().now().ms + ms}); }

  /// So many people of the account, with numbers.
  void add_people(int how_many) {
    write([&](Write& write) {
      for (int i = 0; i < how_many; ++i) {
        account::Contact contact;
        contact.name = "Person " + std::to_string(++people);
        contact.phone = "+1 555 " + std::to_string(1000 + people);
        contact.account = account_id;
        write.insert(contact);
      }
    });
  }
  json::value add_members() {
    return json::parse(ask("sam", "POST", "/call-lists/1/members",
                           R"({"account": )" + std::to_string(account_id.number) + "}")
                           .body);
  }

  web::HttpReply ask(const std::string& who, const std::string& method, const std::string& path,
                     const std::string& body = "", const std::string& act_id = "") {
    const auto& session = session_of(who);
    web::HttpRequest request{method, path};
    request.headers = {{"host", "127.0.0.1"},
                       {"cookie", session.cookie},
                       {"x-csrf-token", session.csrf_token},
                       {"content-type", "application/json"}};
    if (!act_id.empty()) request.headers.push_back({"act-id", act_id});
    request.body = body;
    return world.site().handle(request);
  }
  json::value get(const std::string& path) { return json::parse(ask("sam", "GET", path).body); }
  std::int64_t total(const std::string& path) { return get(path).at("total").as_int64(); }

  /// The member whom somebody gets as the next one; 0 where nobody is to be called.
  std::int64_t next(const std::string& who) {
    const auto reply = ask(who, "POST", "/call-lists/1/turns", "{}");
    EXPECT_EQ(reply.status, 201) << reply.body;
    const auto member = json::parse(reply.body).at("member");
    return member.is_null() ? 0 : member.as_int64();
  }
  web::HttpReply say(const std::string& who, std::int64_t member, const std::string& outcome,
                     const std::string& more = "", const std::string& act_id = "") {
    return ask(who, "POST", "/call-lists/1/calls",
               R"({"member": )" + std::to_string(member) + R"(, "outcome": ")" + outcome + "\"" + more + "}",
               act_id);
  }
  static std::int64_t id_in(const web::HttpReply& reply) {
    EXPECT_EQ(reply.status, 201) << reply.body;
    return json::parse(reply.body).at("id").as_int64();
  }
  int take_back(const std::string& who, std::int64_t call) {
    return ask(who, "DELETE", "/call-lists/1/calls/" + std::to_string(call)).status;
  }
  void all_checks_hold() {
    const auto checks = world.database().read(
        Actor{}, [&](const Read& read) { return app::run_checks(read, world.site().subjects()); });
    for (const auto& checked : checks)
      EXPECT_TRUE(checked.violations.empty()) << checked.check->name << ": " << checked.violations.front();
  }
  const tests::Session& session_of(const std::string& who) {
    auto& session = sessions[who];
    if (session.cookie.empty()) session = tests::sign_in(world.site(), who);
    return session;
  }

  tests::World world{tests::Start::small};
  std::map<std::string, tests::Session> sessions;
  CallList calls;
  Id<account::Account> account_id;
  int people = 0;
};

TEST_F(CallListTest, SeveralCallersAtOnceNeverGetTheSamePerson) {
  add_people(60);
  EXPECT_EQ(add_members().at("added").as_int64(), 60);
  const std::vector<std::string> callers{"sam", "ines", "lena"};
  for (const auto& who : callers) session_of(who);
  std::vector<std::vector<std::int64_t>> called(callers.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < callers.size(); ++i) {
    threads.emplace_back([&, i] {
      while (const auto member = next(callers[i])) {
        called[i].push_back(member);
        EXPECT_EQ(say(callers[i], member, "reached").status, 201);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  std::multiset<std::int64_t> all;
  for (const auto& one : called) all.insert(one.begin(), one.end());
  EXPECT_EQ(all.size(), 60U);
  EXPECT_EQ(std::set<std::int64_t>(all.begin(), all.end()).size(), 60U);
  EXPECT_EQ(count(count_calls), 60);
  EXPECT_EQ(count(count_touches), 60);
  all_checks_hold();
}

TEST_F(CallListTest, TheSamePersonOnTwoListsIsCalledByOne) {
  add_people(1);
  add_members();
  write([&](Write& write) {
    CallList second = calls;
    write.insert(second);
  });
  EXPECT_EQ(ask("sam", "POST", "/call-lists/2/members", R"({"contacts": [1]})").status, 201);
  EXPECT_EQ(next("ines"), 1);
  EXPECT_TRUE(json::parse(ask("lena", "POST", "/call-lists/2/turns", "{}").body).at("member").is_null());
  const auto refused = ask("lena", "POST", "/call-lists/2/turns", R"({"member": 2})");
  EXPECT_EQ(refused.status, 409);
  EXPECT_NE(refused.body.find("Ines Duarte is calling them."), std::string::npos);
}

TEST_F(CallListTest, ATurnRunsOutAndThenBelongsToWhoeverTakesIt) {
  add_people(1);
  add_members();
  EXPECT_EQ(next("ines"), 1);
  wait(turn_ms - 1);
  EXPECT_EQ(next("lena"), 0);
  wait(1);
  EXPECT_EQ(next("lena"), 1);
  EXPECT_EQ(say("ines", 1, "reached").status, 409);
  wait(2 * turn_ms);
  EXPECT_EQ(say("lena", 1, "reached").status, 201) << "nobody took it since, so a long call is told too";
}

TEST_F(CallListTest, ARetryIsOneCall) {
  add_people(1);
  add_members();
  const auto member = next("ines");
  const auto first = say("ines", member, "interested", "", "0190-one-call");
  const auto again = say("ines", member, "interested", "", "0190-one-call");
  EXPECT_EQ(first.body, again.body);
  EXPECT_EQ(say("ines", member, "interested").status, 409) << "under another id it is another call";
  EXPECT_EQ(count(count_calls), 1);
  EXPECT_EQ(count(count_touches), 1);
  EXPECT_EQ(count(count_leads), 1);
}

TEST_F(CallListTest, DueCallBacksComeFirstThenNewOnesThenThoseWhoDidNotAnswer) {
  add_people(5);
  add_members();
  const auto at = [&](std::int64_t ms) {
    return R"(, "call_back_at": ")" + to_string(Instant{world.clock().now().ms + ms}) + "\"";
  };
  EXPECT_EQ(say("ines", next("ines"), "no_answer").status, 201);
  EXPECT_EQ(say("ines", next("ines"), "call_back", at(3 * 3'600'000)).status, 201);
  EXPECT_EQ(say("ines", next("ines"), "call_back", at(2 * 3'600'000)).status, 201);
  wait(2 * 3'600'000 - 1);
  EXPECT_EQ(next("ines"), 4) << "nothing is due yet";
  wait(1);
  EXPECT_EQ(next("ines"), 3);
  wait(2 * 3'600'000);
  EXPECT_EQ(next("ines"), 3) << "the longest due first";
  EXPECT_EQ(say("ines", 3, "reached").status, 201);
  for (const std::int64_t expected : {2, 4, 5, 1}) {
    EXPECT_EQ(next("ines"), expected);
    EXPECT_EQ(say("ines", expected, "reached").status, 201);
  }
  EXPECT_EQ(next("ines"), 0);
}

/// Whether an outcome is a touchpoint, and whether it counts as reaching somebody, is one and the same.
TEST_F(CallListTest, WhatReachedNobodyIsNoTouchpoint) {
  const std::map<std::string, int> touches{{"reached", 1},      {"interested", 1},
                                           {"call_back", 1},    {"no_answer", 0},
                                           {"wrong_number", 0}, {"asked_not_to_be_called", 1},
                                           {"consented", 1}};
  ASSERT_EQ(touches.size(), choices_of<CallOutcome>.size());
  add_people(static_cast<int>(touches.size()));
  add_members();
  const auto in_an_hour = to_string(Instant{world.clock().now().ms + 3'600'000});
  for (const auto& [outcome, expected] : touches) {
    const auto before = count(count_touches);
    const bool is_later = outcome == "call_back";
    const bool is_said = outcome == "asked_not_to_be_called" || outcome == "consented";
    const std::string more = is_later  ? R"(, "call_back_at": ")" + in_an_hour + "\""
                             : is_said ? std::string(R"(, "words": "So I said.")")
                                       : "";
    EXPECT_EQ(say("ines", next("ines"), outcome, more).status, 201) << outcome;
    EXPECT_EQ(count(count_touches) - before, expected) << outcome;
  }
  EXPECT_EQ(count(count_activities), 1) << "of the lead that came of it";
  EXPECT_EQ(total("/call-members.json?list=1&was_reached=true"), 5);
  all_checks_hold();
}

TEST_F(CallListTest, CallsAreTakenBackOneAfterTheOtherWithWhatWasSaid) {
  add_people(1);
  add_members();
  const auto consented = id_in(say("ines", next("ines"), "consented", R"(, "words": "Call me any time.")"));
  ASSERT_EQ(ask("ines", "POST", "/call-lists/1/turns", R"({"member": 1})").status, 201);
  wait(60'000);
  const auto refused =
      id_in(say("ines", 1, "asked_not_to_be_called", R"(, "words": "Never call me again.")"));
  EXPECT_EQ(total("/wishes.json?says=refuses"), 1);
  EXPECT_EQ(take_back("ines", consented), 409) << "not the last one";
  EXPECT_EQ(take_back("ines", refused), 200);
  EXPECT_EQ(total("/wishes.json?says=refuses"), 0);
  EXPECT_EQ(get("/wishes.json").at("items").at(0).at("words").as_string(), "Call me any time.");
  EXPECT_EQ(take_back("ines", consented), 200);
  EXPECT_EQ(total("/wishes.json"), 0);
  EXPECT_EQ(total("/call-members.json?list=1&state=not_called"), 1);
  EXPECT_EQ(count(count_touches), 0);
  all_checks_hold();
}

TEST_F(CallListTest, ACallIsSettledAfterADay) {
  add_people(1);
  add_members();
  const auto call = id_in(say("ines", next("ines"), "reached"));
  wait(undo_ms + 1);
  EXPECT_EQ(take_back("ines", call), 409);
}

TEST_F(CallListTest, AnOpenLeadIsFoundAndNotMadeAgain) {
  add_people(1);
  add_members();
  EXPECT_EQ(say("ines", next("ines"), "interested").status, 201);
  ASSERT_EQ(ask("lena", "POST", "/call-lists/1/turns", R"({"member": 1})").status, 201);
  EXPECT_EQ(say("lena", 1, "interested").status, 201);
  EXPECT_EQ(count(count_leads), 1);
  EXPECT_EQ(count(count_activities), 2);
  EXPECT_EQ(total("/calls.json?is_new_lead=true"), 1);
}

TEST_F(CallListTest, AListHasRoomForFiveThousand) {
  add_people(5'002);
  const auto chosen = add_members();
  EXPECT_EQ(chosen.at("added").as_int64(), audience::members_max);
  EXPECT_EQ(chosen.at("without_room").as_int64(), 2);
  EXPECT_EQ(total("/call-members.json?list=1"), audience::members_max);
}

TEST_F(CallListTest, TheWordsOfWhoIsErasedAreGoneForGood) {
  add_people(1);
  add_members();
  const auto call =
      id_in(say("ines", next("ines"), "consented", R"(, "words": "I am Jo Smith of 5 Elm St.")"));
  EXPECT_EQ(take_back("ines", call), 200);
  EXPECT_EQ(say("ines", 1, "asked_not_to_be_called", R"(, "words": "Leave my wife alone.")").status, 201);
  EXPECT_EQ(count(words_kept), 2) << "what was taken back stands in the history";
  EXPECT_EQ(ask("ada", "POST", "/contacts/1/erasure").status, 201);
  EXPECT_EQ(count(words_kept), 0);
  EXPECT_EQ(total("/call-members.json?list=1"), 0);
  EXPECT_EQ(get("/call-lists/1.json").at("member_count").as_int64(), 0);
  all_checks_hold();
}

TEST_F(CallListTest, ACallerGetsThePeopleOfTheOwnTerritory) {
  write([&](Write& write) {
    account::Account steel;
    steel.name = "Southern Steel";
    steel.territory = territory::find_by_name(write, "South")->id;
    write.insert(steel);
    account::Contact ugo;
    ugo.name = "Ugo Neri";
    ugo.phone = "+1 555 0200";
    ugo.account = steel.id;
    write.insert(ugo);
    calls.side = Side::sales;
    write.update(calls);
  });
  add_people(1);
  EXPECT_EQ(ask("sam", "POST", "/call-lists/1/members", R"({"contacts": [1, 2]})").status, 201);
  EXPECT_EQ(next("karl"), 2);
  EXPECT_EQ(say("karl", 2, "reached").status, 201);
  EXPECT_EQ(next("karl"), 0) << "Ugo Neri belongs to the South";
  EXPECT_EQ(ask("karl", "POST", "/call-lists/1/turns", R"({"member": 1})").status, 404);
  EXPECT_EQ(ask("sam", "POST", "/call-lists/1/turns", "{}").status, 403) << "sales calls";
  const auto seen = json::parse(ask("karl", "GET", "/call-lists/1/figures.json").body);
  EXPECT_EQ(seen.at("members").at("number").to_number<int>(), 1);
  EXPECT_EQ(get("/call-lists/1/figures.json").at("members").at("number").to_number<int>(), 2);
}

/// What a member's calls and wishes come to, worked out from a list of what happened.
struct Model {
  struct Made {
    std::int64_t call = 0;
    std::string outcome;
    Instant call_back_at;
    bool has_words = false;
  };
  std::vector<Made> made;
  std::vector<std::string> wishes;  ///< as they stood one after the other

  bool has_opted_out() const { return !wishes.empty() && wishes.back() == "refuses"; }
  std::string state() const {
    if (has_opted_out()) return "opted_out";
    if (made.empty()) return "not_called";
    const auto& last = made.back().outcome;
    return last == "consented" || last == "asked_not_to_be_called" ? "reached" : last;
  }
  bool ever(const std::function<bool(const std::string&)>& is) const {
    return std::ranges::any_of(made, [&](const Made& one) { return is(one.outcome); });
  }
};

/// Chance acts by three people on one list.
class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(engine_); }

 private:
  std::mt19937 engine_;
};

class CallListProperty : public CallListTest, public testing::WithParamInterface<unsigned> {
 protected:
  static constexpr int how_many = 7;
  std::map<std::int64_t, Model> models;

  void call_somebody(Chance& chance, const std::string& who) {
    const auto member = static_cast<std::int64_t>(chance.below(how_many)) + 1;
    const auto taken =
        ask(who, "POST", "/call-lists/1/turns", R"({"member": )" + std::to_string(member) + "}");
    auto& model = models[member];
    EXPECT_EQ(taken.status, model.has_opted_out() ? 409 : 201) << taken.body;
    if (taken.status != 201) return;
    Model::Made made;
    made.outcome = choices_of<CallOutcome>[chance.below(choices_of<CallOutcome>.size())];
    made.has_words = made.outcome == "consented" || made.outcome == "asked_not_to_be_called";
    std::string more = made.has_words ? R"(, "words": "As I said.")" : "";
    if (made.outcome == "call_back") {
      made.call_back_at = {world.clock().now().ms + 1 + static_cast<std::int64_t>(chance.below(7'200'000))};
      more = R"(, "call_back_at": ")" + to_string(made.call_back_at) + "\"";
    }
    made.call = id_in(say(who, member, made.outcome, more));
    if (made.has_words) model.wishes.push_back(made.outcome == "consented" ? "agrees" : "refuses");
    model.made.push_back(made);
    owner[made.call] = who;
  }

  void take_last_back(Chance& chance) {
    auto& model = models[static_cast<std::int64_t>(chance.below(how_many)) + 1];
    if (model.made.empty()) return;
    const auto last = model.made.back();
    ASSERT_EQ(take_back(owner[last.call], last.call), 200);
    if (last.has_words) model.wishes.pop_back();
    model.made.pop_back();
    EXPECT_EQ(ask(owner[last.call], "DELETE", "/call-lists/1/turns").status, 200);
  }

  /// Each number is worked out anew from the model.
  void figures_are_as_they_should() {
    std::map<std::string, std::int64_t> stands;
    std::int64_t called = 0, reached = 0, interested = 0, overdue = 0;
    for (const auto& [member, model] : models) {
      const auto state = model.state();
      ++stands[state];
      called += model.made.empty() ? 0 : 1;
      reached += model.ever([](const auto& one) { return one != "no_answer" && one != "wrong_number"; });
      interested += model.ever([](const auto& one) { return one == "interested"; });
      overdue += state == "call_back" && model.made.back().call_back_at <= world.clock().now();
    }
    std::int64_t sum = 0;
    for (const auto state : choices_of<MemberState>) {
      const auto found = total("/call-members.json?list=1&state=" + std::string(state));
      EXPECT_EQ(found, stands[std::string(state)]) << state;
      sum += found;
    }
    EXPECT_EQ(sum, how_many);
    const auto figures = get("/call-lists/1/figures.json");
    const auto number = [&](std::string_view name) {
      return static_cast<std::int64_t>(figures.at(name).at("number").to_number<double>());
    };
    EXPECT_EQ(number("members"), how_many);
    EXPECT_EQ(number("called"), called);
    EXPECT_EQ(number("reached"), reached);
    EXPECT_EQ(number("interested"), interested);
    EXPECT_EQ(number("overdue"), overdue);
    EXPECT_EQ(number("opted_out"), stands["opted_out"]);
    for (const auto& [name, figure] : figures.as_object()) {
      const std::string link(figure.at("inputs").at(0).at("link").as_string());
      const auto mark = link.find('?');
      EXPECT_EQ(total(link.substr(0, mark) + ".json" + link.substr(mark)), number(name)) << name;
    }
  }

  std::map<std::int64_t, std::string> owner;
};

TEST_P(CallListProperty, EveryMemberStandsInExactlyOneStateAndTheSumsAddUp) {
  add_people(how_many);
  add_members();
  for (std::int64_t member = 1; member <= how_many; ++member) models[member];
  Chance chance(GetParam());
  const std::vector<std::string> callers{"sam", "ines", "lena"};
  for (int step = 0; step < 40; ++step) {
    wait(static_cast<std::int64_t>(1 + chance.below(900'000)));
    if (chance.below(4) == 0)
      take_last_back(chance);
    else
      call_somebody(chance, callers[chance.below(callers.size())]);
    if (step % 8 == 7) figures_are_as_they_should();
  }
  std::int64_t touches = 0;
  for (const auto& [member, model] : models) {
    for (const auto& one : model.made) touches += one.outcome != "no_answer" && one.outcome != "wrong_number";
  }
  EXPECT_EQ(count(count_touches), touches);
  all_checks_hold();
}

INSTANTIATE_TEST_SUITE_P(Seeds, CallListProperty, testing::Range(1U, 13U));

}  // namespace
}  // namespace accord::call_list
