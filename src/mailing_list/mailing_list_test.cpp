// SPDX-License-Identifier: Apache-2.0
#include "mailing_list/mailing_list.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <iostream>
#include <map>
#include <random>
#include <set>

#include "app/checks.hpp"
#include "mailing_list/mailing_drop.hpp"
#include "tests/world.hpp"

namespace accord::mailing_list {
namespace {

const Sql count_touches{"SELECT COUNT(*) FROM touchpoint_standing"};
const Sql count_pieces{"SELECT COUNT(*) FROM mailing_piece_standing"};
const Sql channel_told{"SELECT h.name FROM touchpoint_standing t JOIN channel h ON h.id = t.channel LIMIT 1"};

/// A list of marketing's, and people of the North and the South who may be put on it.
class MailingListTest : public testing::Test {
 protected:
  void SetUp() override {
    write([&](Write& write) {
      campaign::Campaign spring;
      spring.name = "Spring letter";
      spring.starts_on = day_of(write.now());
      write.insert(spring);
      account::Account acme;
      acme.name = "Acme Works";
      acme.territory = territory::find_by_name(write, "North")->id;
      write.insert(acme);
      account_id = acme.id;
      letter.name = "Letter";
      letter.campaign = spring.id;
      letter.drops_on = day_of(write.now());
      write.insert(letter);
    });
  }

  void write(const std::function<void(Write&)>& act) { world.database().write(Actor{}, "Prepare.", act); }
  std::int64_t count(const Sql& sql) {
    return world.database().read(Actor{}, [&](const Read& read) { return read.integer(sql).value_or(0); });
  }
  void wait(std::int64_t ms) { world.clock().set({world.clock().now().ms + ms}); }
  std::string today() { return to_string(day_of(world.clock().now())); }

  /// So many people of the account, each with an e-mail address of their own.
  void add_people(int how_many) {
    write([&](Write& write) {
      for (int i = 0; i < how_many; ++i) {
        account::Contact contact;
        contact.name = "Person " + std::to_string(++people);
        contact.email = "person" + std::to_string(people) + "@acme.example";
        contact.account = account_id;
        write.insert(contact);
      }
    });
  }
  json::value add_members(const std::string& list = "1") {
    return json::parse(ask("sam", "POST", "/mailing-lists/" + list + "/members",
                           R"({"account": )" + std::to_string(account_id.number) + "}")
                           .body);
  }
  web::HttpReply drop(const std::string& day) {
    return ask("sam", "POST", "/mailing-lists/1/drop", R"({"day": ")" + day + "\"}");
  }
  web::HttpReply answer(std::int64_t member, const std::string& says) {
    return ask("ines", "POST", "/mailing-lists/1/answers",
               R"({"member": )" + std::to_string(member) + R"(, "says": ")" + says +
                   R"(", "words": "As I wrote."})");
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
  std::vector<std::string> violations() {
    std::vector<std::string> found;
    const auto checks = world.database().read(
        Actor{}, [&](const Read& read) { return app::run_checks(read, world.site().subjects()); });
    for (const auto& checked : checks) {
      for (const auto& one : checked.violations)
        found.push_back(std::string(checked.check->name) + ": " + one);
    }
    return found;
  }
  const tests::Session& session_of(const std::string& who) {
    auto& session = sessions[who];
    if (session.cookie.empty()) session = tests::sign_in(world.site(), who);
    return session;
  }

  tests::World world{tests::Start::small};
  std::map<std::string, tests::Session> sessions;
  MailingList letter;
  Id<account::Account> account_id;
  int people = 0;
};

TEST_F(MailingListTest, ADropOfFiveThousandIsFiveThousandTouchpointsAndOneAct) {
  add_people(5'001);
  const auto chosen = add_members();
  EXPECT_EQ(chosen.at("added").as_int64(), audience::members_max);
  EXPECT_EQ(chosen.at("without_room").as_int64(), 1);
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(drop(today()).status, 201);
  const auto took = std::chrono::steady_clock::now() - begun;
  std::cout << "A drop of 5,000 took " << std::chrono::duration_cast<std::chrono::milliseconds>(took).count()
            << " ms\n";
  EXPECT_EQ(count(count_touches), audience::members_max);
  EXPECT_EQ(total("/mailing-members.json?list=1&state=sent"), audience::members_max);
  EXPECT_TRUE(violations().empty());
  EXPECT_EQ(ask("sam", "DELETE", "/mailing-lists/1/drop").status, 200);
  EXPECT_EQ(count(count_touches), 0);
  EXPECT_EQ(count(count_pieces), 0);
  EXPECT_TRUE(violations().empty());
}

TEST_F(MailingListTest, ARetryIsOneDrop) {
  add_people(3);
  add_members();
  const std::string body = R"({"day": ")" + today() + "\"}";
  const auto first = ask("sam", "POST", "/mailing-lists/1/drop", body, "0190-one-drop");
  const auto again = ask("sam", "POST", "/mailing-lists/1/drop", body, "0190-one-drop");
  EXPECT_EQ(first.status, 201);
  EXPECT_EQ(first.body, again.body);
  EXPECT_EQ(ask("sam", "POST", "/mailing-lists/1/drop", body).status, 409)
      << "under another id it is another drop";
  EXPECT_EQ(count(count_touches), 3);
}

/// A drop is often said some days later. Who wrote after the day on which it went out was sent it.
TEST_F(MailingListTest, WordsCountUntilTheEndOfTheDropDayInTheCompanysTimeZone) {
  const auto time_zone =
      world.database().read(Actor{}, [](const Read& read) { return people::company(read).time_zone; });
  const Day day = letter.drops_on + 1;
  const auto end = instant_of({day + 1, 0}, time_zone);
  add_people(3);
  add_members();
  world.clock().set({end.ms - 1});
  EXPECT_EQ(answer(1, "refuses").status, 201);
  world.clock().set(end);
  EXPECT_EQ(answer(2, "refuses").status, 201);
  wait(2 * ms_per_day);
  EXPECT_EQ(drop(to_string(day)).status, 201);
  EXPECT_EQ(total("/mailing-members.json?list=1&state=opted_out"), 1);
  EXPECT_EQ(total("/mailing-members.json?list=1&state=sent"), 2);
  EXPECT_TRUE(violations().empty());
}

/// Whoever has the e-mail address of somebody who refused is bound as they are.
TEST_F(MailingListTest, AnOptOutBindsThePersonAndNotTheRecord) {
  add_people(2);
  write([&](Write& write) {
    account::Contact twin;
    twin.name = "P. Erson";
    twin.email = "PERSON1@acme.example";
    twin.account = account_id;
    write.insert(twin);
    letter.medium = Medium::email;
    write.update(letter);
  });
  EXPECT_EQ(add_members().at("added").as_int64(), 3);
  EXPECT_EQ(answer(1, "refuses").status, 201);
  EXPECT_EQ(total("/mailing-members.json?list=1&state=opted_out"), 2);
  EXPECT_EQ(drop(today()).status, 201);
  EXPECT_EQ(count(count_touches), 1);
  EXPECT_TRUE(violations().empty());
}

TEST_F(MailingListTest, ACampaignWithoutAChannelIsMetByTheMediumOfItsList) {
  add_people(1);
  add_members();
  EXPECT_EQ(drop(today()).status, 201);
  EXPECT_EQ(world.database().read(Actor{}, [](const Read& read) { return read.text(channel_told); }),
            "Direct mail");
}

TEST_F(MailingListTest, OneWhoSeesATerritoryDoesNotSeeTheRest) {
  add_people(1);
  write([&](Write& write) {
    account::Account steel;
    steel.name = "Southern Steel";
    steel.territory = territory::find_by_name(write, "South")->id;
    write.insert(steel);
    account::Contact ugo;
    ugo.name = "Ugo Neri";
    ugo.email = "ugo@steel.example";
    ugo.account = steel.id;
    write.insert(ugo);
    letter.medium = Medium::email;
    write.update(letter);
  });
  EXPECT_EQ(ask("sam", "POST", "/mailing-lists/1/members", R"({"contacts": [1, 2]})").status, 201);
  const auto members = [&](const std::string& who) {
    return json::parse(ask(who, "GET", "/mailing-lists/1/figures.json").body)
        .at("members")
        .at("number")
        .to_number<int>();
  };
  EXPECT_EQ(members("sam"), 2);
  EXPECT_EQ(members("karl"), 1);
  EXPECT_EQ(ask("karl", "POST", "/mailing-lists/1/answers", R"({"member": 2, "words": "No."})").status, 404);
  EXPECT_EQ(ask("karl", "POST", "/mailing-lists/1/answers", R"({"member": 1, "words": "No."})").status, 201);
}

TEST_F(MailingListTest, TheChecksFindWhatIsNotAsItHasToBe) {
  add_people(3);
  add_members();
  EXPECT_EQ(drop(today()).status, 201);
  ASSERT_TRUE(violations().empty());
  write([](Write& write) { write.supersede(Id<touchpoint::Touchpoint>{1}); });
  ASSERT_EQ(violations().size(), 1U);
  EXPECT_EQ(violations().front().rfind("each_piece_sent_is_one_touchpoint: Mailing piece 1 ", 0), 0U)
      << violations().front();
  write([&](Write& write) {
    MailingMember late{{}, letter.id, {1}};
    write.remove(Id<MailingMember>{1});
    write.insert(late);
  });
  std::set<std::string> named;
  for (const auto& one : violations()) named.insert(one.substr(0, one.find(':')));
  EXPECT_EQ(named,
            (std::set<std::string>{"each_piece_sent_is_one_touchpoint", "mailings_refer_to_what_is_there",
                                   "what_went_out_has_a_piece_for_each_member"}));
}

/// What somebody's pieces come to, worked out from a list of what happened.
struct Model {
  bool is_out = false;
  std::map<std::int64_t, bool> refuses, came_back;
  std::map<std::int64_t, std::string> piece;

  std::string state(std::int64_t member) const {
    const auto of = [&](const auto& all) { return all.contains(member) && all.at(member); };
    if (of(came_back)) return "returned";
    if (is_out) return piece.at(member);
    return of(refuses) ? "opted_out" : "planned";
  }
};

class MailingListProperty : public MailingListTest, public testing::WithParamInterface<unsigned> {
 protected:
  static constexpr std::int64_t how_many = 6;

  void states_are_as_they_should(const Model& model) {
    std::map<std::string, std::int64_t> stands;
    for (std::int64_t member = 1; member <= how_many; ++member) ++stands[model.state(member)];
    std::int64_t sum = 0;
    for (const auto state : choices_of<MemberState>) {
      const auto found = total("/mailing-members.json?list=1&state=" + std::string(state));
      EXPECT_EQ(found, stands[std::string(state)]) << state;
      sum += found;
    }
    EXPECT_EQ(sum, how_many);
    EXPECT_EQ(count(count_touches), stands["sent"]);
    const auto figures = get("/mailing-lists/1/figures.json");
    for (const auto& [name, figure] : figures.as_object()) {
      const auto number = static_cast<std::int64_t>(figure.at("number").to_number<double>());
      const std::string link(figure.at("inputs").at(0).at("link").as_string());
      const auto mark = link.find('?');
      EXPECT_EQ(total(link.substr(0, mark) + ".json" + link.substr(mark)), number) << name;
    }
    EXPECT_EQ(figures.at("sent").at("number").to_number<std::int64_t>(), stands["sent"] + stands["returned"]);
    EXPECT_EQ(figures.at("opted_out").at("number").to_number<std::int64_t>(), stands["opted_out"]);
  }

  void drop_or_take_back(Model& model) {
    if (model.is_out) {
      bool has_returns = false;
      for (const auto& [member, is_back] : model.came_back) has_returns = has_returns || is_back;
      EXPECT_EQ(ask("sam", "DELETE", "/mailing-lists/1/drop").status, has_returns ? 409 : 200);
      model.is_out = has_returns;
      return;
    }
    std::map<std::int64_t, std::string> pieces;
    bool is_somebody = false;
    for (std::int64_t member = 1; member <= how_many; ++member) {
      pieces[member] = model.refuses[member] ? "opted_out" : "sent";
      is_somebody = is_somebody || !model.refuses[member];
    }
    EXPECT_EQ(drop(today()).status, is_somebody ? 201 : 409);
    model.is_out = is_somebody;
    if (is_somebody) model.piece = pieces;
  }
};

TEST_P(MailingListProperty, EveryMemberStandsInExactlyOneStateAndEachPieceIsOneTouchpoint) {
  add_people(how_many);
  add_members();
  Model model;
  std::mt19937 engine(GetParam());
  const auto below = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(engine); };
  for (int step = 0; step < 40; ++step) {
    wait(1 + below(900'000));
    const std::int64_t member = 1 + below(how_many);
    const auto with = "/mailing-lists/1/returns";
    switch (below(6)) {
      case 0:
        drop_or_take_back(model);
        break;
      case 1: {
        const bool may = model.is_out && model.state(member) == "sent";
        EXPECT_EQ(ask("ines", "POST", with, R"({"member": )" + std::to_string(member) + "}").status,
                  may ? 201 : 409);
        if (may) model.came_back[member] = true;
        break;
      }
      case 2:
        EXPECT_EQ(ask("ines", "DELETE", with + ("/" + std::to_string(member))).status,
                  model.came_back[member] ? 200 : 404);
        model.came_back[member] = false;
        break;
      default:
        model.refuses[member] = below(2) == 0;
        EXPECT_EQ(answer(member, model.refuses[member] ? "refuses" : "agrees").status, 201);
    }
    if (step % 8 == 7) states_are_as_they_should(model);
  }
  EXPECT_TRUE(violations().empty());
}

INSTANTIATE_TEST_SUITE_P(Seeds, MailingListProperty, testing::Range(1U, 13U));

}  // namespace
}  // namespace accord::mailing_list
