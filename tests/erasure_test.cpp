// SPDX-License-Identifier: Apache-2.0
// Whoever is erased is gone: from every table, from the file's bytes, and from what the next export says.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "account/account.hpp"
#include "app/checks.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql count_people{"SELECT COUNT(*) FROM person"};
const Sql count_contacts{"SELECT COUNT(*) FROM contact"};
const Sql owners{"SELECT COUNT(*) FROM opportunity o JOIN person p ON p.id = o.owner WHERE p.name = ''"};

class ErasureTest : public testing::Test {
 protected:
  void SetUp() override { maria = signed_in("maria@demo.example"); }

  struct Caller {
    std::string cookie, csrf_token;
  };
  Caller signed_in(const std::string& email) {
    web::HttpRequest request{"POST", "/session"};
    request.headers = {{"host", "127.0.0.1"}, {"content-type", "application/json"}};
    request.body = R"({"email": ")" + email + R"(", "password": "accord-demo"})";
    Caller caller;
    const auto reply = world.site().handle(request);
    for (const auto& [name, value] : reply.headers) {
      if (name == "Set-Cookie") caller.cookie = value.substr(0, value.find(';'));
    }
    const auto self =
        world.site().handle({"GET", "/session.json", {{"host", "127.0.0.1"}, {"cookie", caller.cookie}}});
    caller.csrf_token = json::parse(self.body).at("csrf_token").as_string();
    return caller;
  }
  json::value ask(const Caller& caller, const std::string& method, const std::string& target,
                  const std::string& body = {}) {
    static int acts = 0;
    web::HttpRequest request{method, target};
    request.headers = {{"host", "127.0.0.1"},
                       {"cookie", caller.cookie},
                       {"x-csrf-token", caller.csrf_token},
                       {"content-type", "application/json"},
                       {"act-id", "act-" + std::to_string(++acts)}};
    request.body = body;
    const auto reply = world.site().handle(request);
    EXPECT_LT(reply.status, 300) << method << " " << target << ": " << reply.body;
    return reply.status < 300 ? json::parse(reply.body) : json::value(nullptr);
  }
  std::string run(const std::string& name, const std::string& text,
                  const ImportOptions& options = in_dollars()) {
    const auto path = folder.file(name);
    std::ofstream(path, std::ios::binary) << text;
    std::ostringstream said;
    import_files(world.database(), Actor{}, {path}, options, said);
    return said.str();
  }
  std::int64_t integer(const Sql& sql) {
    return world.database().read(Actor{}, [&](const Read& read) { return read.integer(sql).value_or(-1); });
  }

  /// Everything that the file says, in whatever table, page or free space. A copy of the pages brings the log
  /// in.
  std::string bytes() {
    const auto path = world.database().path();
    {
      Connection connection(path, Access::read_write);
      connection.script("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    std::ostringstream all;
    all << std::ifstream(path, std::ios::binary).rdbuf();
    return all.str();
  }
  void expect_gone(std::initializer_list<const char*> words) {
    const auto all = bytes();
    ASSERT_GT(all.size(), 100'000U);
    for (const char* word : words) {
      const auto at = all.find(word);
      EXPECT_EQ(at, std::string::npos)
          << word << " in: " << (at == std::string::npos ? "" : all.substr(at < 200 ? 0 : at - 200, 400));
    }
  }

  tests::TemporaryFolder folder;
  tests::World world{tests::Start::small};
  Caller maria;
};

/// Ugo works, imports, signs nothing, promises something, is merged with a name of the CRM's, and leaves.
TEST_F(ErasureTest, APersonIsNowhereInTheFile) {
  const auto ada = signed_in("ada@demo.example");
  const auto id =
      ask(ada, "POST", "/people",
          R"({"name": "Ugolino Nerissimo", "email": "ugolino@demo.example", "role": "sales_manager"})")
          .at("id")
          .as_int64();
  const std::string path = "/people/" + std::to_string(id);
  world.database().write(Actor{}, "Set a password.", [&](Write& write) {
    people::set_password(write, {id}, std::string(tests::world_password));
  });
  const auto ugo = signed_in("ugolino@demo.example");
  ask(ugo, "POST", "/accounts", R"({"name": "Acme Works"})");
  ask(ugo, "POST", "/agreements/funnel/versions", R"({"template": "direct-sales"})");
  ask(ugo, "POST", "/agreements/funnel/versions/1/comments", R"({"clause": "", "text": "It suits us."})");
  ask(ugo, "POST", "/agreements/funnel/versions/1/signatures");
  ask(ugo, "POST", "/reviews", R"({"as_of": null})");
  web::HttpRequest upload{"POST", "/imports?name=deals.csv"};
  upload.headers = {{"host", "127.0.0.1"}, {"cookie", ugo.cookie}, {"x-csrf-token", ugo.csrf_token}};
  upload.body = "opportunity_id,stage,owner\nA1,Proposal,Ugolino Nerissimo\nA2,,Ugolino Nerissimo\n";
  const auto view = json::parse(world.site().handle(upload).body);
  ask(ugo, "POST", "/imports/" + std::to_string(view.at("import").at("id").as_int64()) + "/run");
  auto options = in_dollars();
  options.answers.merges = {{"Ugolino Nerisimo", "Ugolino Nerissimo"}};
  run("misspelt.csv", "opportunity_id,stage,owner\nA3,Proposal,Ugolino Nerisimo\n", options);
  EXPECT_NE(bytes().find("Ugolino"), std::string::npos);

  ask(ada, "PUT", path,
      R"({"name": "Ugolino Nerissimo", "email": "ugolino@demo.example", "role": "sales_manager", "left_on": "2026-03-02"})");
  ask(ada, "POST", path + "/erasure");
  expect_gone({"Ugolino", "ugolino", "Neris", "neris"});
  const auto history = ask(ada, "GET", path + "/history.json");
  EXPECT_EQ(json::serialize(history).find("golino"), std::string::npos);

  // The CRM's next export still names who owned what.
  const auto people = integer(count_people);
  const auto said =
      run("again.csv",
          "opportunity_id,stage,owner\nA1,Proposal,Ugolino  NERISSIMO\nA4,Proposal,Ugolino Nerissimo\n");
  EXPECT_NE(said.find("2 rows name somebody whose personal data was erased, which stays erased"),
            std::string::npos)
      << said;
  EXPECT_EQ(integer(count_people), people);
  EXPECT_EQ(integer(owners), 3);
  expect_gone({"Ugolino", "ugolino", "Neris", "neris", "NERIS"});
}

constexpr const char* contacts =
    "Contact ID,First Name,Last Name,Email,Phone,Account Name\n"
    "31,Adalgisa,Raymond,adalgisa@acme.example,+1 555 0199,Acme Works\n"
    "32,Bo,Orr,bo@acme.example,,Acme Works\n"
    "33,Adalgisa,Raymond,,,Acme Works\n";

TEST_F(ErasureTest, AContactStaysErasedWhateverTheNextExportsSay) {
  const auto first = run("contacts.csv", contacts);
  EXPECT_NE(first.find("adds 1 account and 3 contacts"), std::string::npos) << first;
  const auto known = ask(maria, "GET", "/contacts.json?q=adalgisa@acme");
  ASSERT_EQ(known.at("items").as_array().size(), 1U);
  const auto number = known.at("items").at(0).at("id").as_int64();
  const auto ada = signed_in("ada@demo.example");
  ask(ada, "POST", "/contacts/" + std::to_string(number) + "/erasure");
  const auto count = integer(count_contacts);

  const auto again = run("contacts.csv", contacts);
  EXPECT_NE(again.find("1 row names somebody whose personal data was erased"), std::string::npos) << again;
  const auto without_ids = run("by_mail.csv", "Full Name,Email,Phone\nA. Raymond,Adalgisa@ACME.example,1\n");
  EXPECT_NE(without_ids.find("1 row names somebody"), std::string::npos) << without_ids;
  const auto by_name =
      run("by_name.csv", "Contact Name,Job Title,Account Name\nAdalgisa Raymond,Buyer,Acme Works\n");
  EXPECT_EQ(integer(count_contacts), count) << by_name;
  const auto deal =
      run("deal.csv", "opportunity_id,stage,account,contact\nA1,Proposal,Acme Works,Adalgisa Raymond\n");
  EXPECT_EQ(integer(count_contacts), count) << deal;
}

TEST_F(ErasureTest, RowsThatStayedOutForgetThemToo) {
  run("people.csv", "sales_agent,Role,Territory\nAdalgisa Raymond,salesperson,North\n");
  run("bad.csv",
      "Subject,Activity Date,Activity Type,Assigned\n"
      "Call,2026-02-30,Call,Adalgisa Raymond\nCall,2026-02-30,Call,Bo Orr\n");
  const auto ada = signed_in("ada@demo.example");
  const auto id = ask(ada, "GET", "/people.json?q=adalgisa").at("items").at(0).at("id").as_int64();
  const std::string path = "/people/" + std::to_string(id);
  ask(ada, "PUT", path, R"({"name": "Adalgisa Raymond", "role": "salesperson", "left_on": "2026-03-01"})");
  ask(ada, "POST", path + "/erasure");
  expect_gone({"Adalgisa", "Raymond"});
  EXPECT_NE(bytes().find("Bo Orr"), std::string::npos) << "the other rows stay as they stood";
  world.database().read(Actor{}, [](const Read& read) {
    for (const auto& checked : app::run_checks(read, app::subjects()))
      EXPECT_EQ(checked.violations, std::vector<std::string>{}) << checked.check->name;
  });
}

/// Somebody who was erased and asks to be known again is added by hand; imports then find that record.
TEST_F(ErasureTest, WhoIsAddedAgainByHandIsFoundAgain) {
  run("contacts.csv", contacts);
  const auto ada = signed_in("ada@demo.example");
  const auto number =
      ask(maria, "GET", "/contacts.json?q=adalgisa@acme").at("items").at(0).at("id").as_int64();
  ask(ada, "POST", "/contacts/" + std::to_string(number) + "/erasure");
  ask(ada, "POST", "/contacts", R"({"name": "Adalgisa Raymond", "email": "adalgisa@acme.example"})");
  const auto count = integer(count_contacts);
  const auto said = run("contacts.csv", contacts);
  EXPECT_NE(said.find("changes 1 contact"), std::string::npos) << said;
  EXPECT_EQ(said.find("erased"), std::string::npos) << said;
  EXPECT_EQ(integer(count_contacts), count);
}

}  // namespace
}  // namespace accord::importing
