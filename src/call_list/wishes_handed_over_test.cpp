// SPDX-License-Identifier: Apache-2.0
// A file in which wishes were the call list's, and about calls alone.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/checks.hpp"
#include "app/subjects.hpp"
#include "call_list/call_list.hpp"
#include "db/history.hpp"
#include "tests/world.hpp"

namespace accord::call_list {
namespace {

struct OldWish {
  Id<OldWish> id;
  Id<account::Contact> contact;
  std::string wish, words;
  Instant at;
  std::optional<Id<people::Person>> person;
  std::optional<Id<CallList>> list;
};
struct OldErased {
  Id<OldErased> id;
  Instant at;
  bool is_whole = false;
  std::int64_t place = 0, mark = 0;
  std::string salt;
};

}  // namespace
}  // namespace accord::call_list

namespace accord {
template <>
inline constexpr auto described<call_list::OldWish> =
    record("call_wish", "As it was.", field(&call_list::OldWish::id, "id", "Its number."),
           field(&call_list::OldWish::contact, "contact", "Whose."),
           field(&call_list::OldWish::wish, "wish", "What."),
           field(&call_list::OldWish::words, "words", "In what words.", personal, has_default, up_to(500)),
           field(&call_list::OldWish::at, "at", "When."), field(&call_list::OldWish::person, "person", "By."),
           field(&call_list::OldWish::list, "list", "In a call of."));
template <>
inline constexpr auto described<call_list::OldErased> =
    record("erased_opt_out", "As it was.", field(&call_list::OldErased::id, "id", "Its number."),
           field(&call_list::OldErased::at, "at", "When."),
           field(&call_list::OldErased::is_whole, "is_whole", "Of a whole number.", secret),
           field(&call_list::OldErased::place, "place", "Where.", secret),
           field(&call_list::OldErased::mark, "mark", "Of what.", secret),
           field(&call_list::OldErased::salt, "salt", "With what.", secret));
}  // namespace accord

namespace accord::call_list {
namespace {

std::vector<Schema> schemas_before() {
  auto schemas = app::schemas();
  std::erase_if(schemas, [](const Schema& one) { return one.subject == "wish"; });
  auto& calls = *std::ranges::find(schemas, "call_list", &Schema::subject);
  calls.tables.push_back(record_table<OldWish>({{"contact", true}}));
  calls.tables.push_back(untold(plain_table<OldErased>()));
  calls.migrations.pop_back();
  return schemas;
}

const Sql erased{"SELECT COUNT(*) FROM erased_wish WHERE medium = 'call' AND mark = 12 AND salt = '0f'"};

struct Before {
  Id<account::Contact> anna, otto, nora;
  OldWish of_anna;
};

OldWish wish(Id<account::Contact> contact, std::string says, std::string words, Instant at) {
  return {{}, contact, std::move(says), std::move(words), at, std::nullopt, std::nullopt};
}

/// Anna agreed and then refused in a call; what was recorded of Otto was taken back; Nora agreed.
Before fill(Database& database) {
  Before made;
  const auto write = [&](const std::function<void(Write&)>& act) { database.write(Actor{}, "Act.", act); };
  write([&](Write& write) {
    for (auto* id : {&made.anna, &made.otto, &made.nora}) {
      account::Contact contact;
      contact.name = "Somebody";
      contact.phone = "+1 555 010" + std::to_string(id - &made.anna);
      *id = write.insert(contact);
    }
    CallList list;
    list.name = "After the show";
    write.insert(list);
    made.of_anna = wish(made.anna, "may_call", "Any time.", write.now());
    write.insert(made.of_anna);
    auto of_nora = wish(made.nora, "may_call", "Mornings.", write.now());
    write.insert(of_nora);
    OldErased gone{{}, write.now(), true, 11, 12, "0f"};
    write.insert_plain(gone);
  });
  write([&](Write& write) {
    made.of_anna.wish = "no_calls";
    made.of_anna.words = "Never again.";
    made.of_anna.list = Id<CallList>{1};
    write.update(made.of_anna);
  });
  Id<OldWish> of_otto;
  write([&](Write& write) {
    auto one = wish(made.otto, "no_calls", "No.", write.now());
    of_otto = write.insert(one);
  });
  write([&](Write& write) { write.remove(of_otto); });
  return made;
}

TEST(WishesHandedOver, StandAsTheyStoodWithTheirHistory) {
  const tests::TemporaryFolder folder;
  const SetClock clock(tests::beginning());
  Before made;
  {
    Database before(folder.file("t.db"), schemas_before(), clock);
    made = fill(before);
  }
  Database after(folder.file("t.db"), app::schemas(), clock);
  after.read(Actor{}, [&](const Read& read) {
    const auto anna = wish::wish_of(read, wish::Medium::call, made.anna);
    EXPECT_TRUE(anna);
    if (!anna) return 0;
    EXPECT_EQ(anna->says, wish::Saying::refuses);
    EXPECT_EQ(anna->words, "Never again.");
    EXPECT_EQ(anna->source, "After the show");
    EXPECT_EQ(anna->link, "/call-lists/1");
    const auto changes = history(read, info_of<wish::Wish>(), anna->id.number);
    EXPECT_EQ(changes.size(), 2U);
    EXPECT_EQ(wish::wish_of(read, wish::Medium::call, made.nora)->says, wish::Saying::agrees);
    EXPECT_EQ(wish::wish_of(read, wish::Medium::call, made.nora)->link, "");
    EXPECT_FALSE(wish::wish_of(read, wish::Medium::call, made.otto));
    EXPECT_TRUE(wish::opt_outs(read, wish::Medium::call)->binds(made.anna.number));
    EXPECT_FALSE(wish::opt_outs(read, wish::Medium::email)->binds(made.anna.number));
    EXPECT_EQ(read.integer(erased), 1);
    return 0;
  });
  after.write(Actor{}, "Say something.", [&](Write& write) {
    const auto id =
        wish::record_wish(write, {made.otto, wish::Medium::mail, wish::Saying::refuses, "No post."});
    EXPECT_GT(id.number, 3) << "a number that a wish had, which was taken back, is given to no other";
    EXPECT_EQ(history(write, info_of<wish::Wish>(), id.number).size(), 1U);
  });
}

}  // namespace
}  // namespace accord::call_list
