// SPDX-License-Identifier: Apache-2.0
#include "wish/opt_out.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "app/subjects.hpp"
#include "tests/world.hpp"

namespace accord::wish {
namespace {

/// Whether any mark that is kept of one is found of the other.
bool is_found(Medium medium, const Traits& kept, const Traits& come) {
  const auto of_kept = marks_of(medium, "0f", kept);
  for (const auto& own : marks_of(medium, "0f", come)) {
    for (const auto& old : of_kept) {
      for (const auto mark : old.whole) {
        if (agrees(own, {{}, medium, {}, true, old.place, mark, ""})) return true;
      }
      for (const auto mark : old.ends) {
        if (agrees(own, {{}, medium, {}, false, old.place, mark, ""})) return true;
      }
    }
  }
  return false;
}

/// Every two who are alike on record are alike by their marks too, and no other two.
TEST(OptOutMarks, AgreeWherePeopleAreAlike) {
  const std::array numbers{
      "+49 30 1234567",    "030/1234567",    "(030) 123 45 67", "0049-30-1234567", "1234567", "+1 301234567",
      "30 1234567",        "+49 89 1234567", "+49 30 1234568",  "4930123456",      "110",     "",
      "+4930 1234567 x 9", "9949 301234567", "0301234567 0"};
  const std::array names{"Anna Meyer", "anna meyer ", "Otto Lang"};
  const std::array addresses{"", "a.meyer@acme.example", " A.Meyer@ACME.example"};
  std::vector<Traits> all;
  for (const auto* number : numbers) {
    for (const auto* name : names) {
      for (const auto* address : addresses) all.push_back(traits_of(name, address, number));
    }
  }
  for (const auto medium : every_medium) {
    for (const auto& one : all) {
      for (const auto& other : all)
        ASSERT_EQ(is_found(medium, one, other), likeness(medium, one, other) != Likeness::none)
            << name_of(medium) << ": " << one.name << ' ' << one.email << ' ' << one.phone << " and "
            << other.name << ' ' << other.email << ' ' << other.phone;
    }
  }
}

TEST(OptOutMarks, PeopleAreAlikeByWhatAMediumReachesThemBy) {
  const auto alike = [](Medium medium, const char* name, const char* email, const char* phone) {
    const auto anna = traits_of("Anna Meyer", "a.meyer@acme.example", "+49 (0)30 123 45 67");
    return likeness(medium, anna, traits_of(name, email, phone));
  };
  using enum Likeness;
  EXPECT_EQ(alike(Medium::call, "Otto Lang", "", "030/1234567"), by_number);
  EXPECT_EQ(alike(Medium::email, "Anna Meyer", "", "030/1234567"), none);
  EXPECT_EQ(alike(Medium::mail, "Otto Lang", "", "030/1234567"), none) << "a colleague at the switchboard";
  EXPECT_EQ(alike(Medium::mail, "anna meyer", "", "030/1234567"), by_number);
  for (const auto medium : every_medium)
    EXPECT_EQ(alike(medium, "A. Meyer", "A.Meyer@acme.example", "030 7654321"), by_address);
}

TEST(OptOutMarks, OfAnAddressDependOnTheSaltAndNotOnCapitals) {
  const auto marks = [](const char* salt, const char* email) {
    return marks_of(Medium::call, salt, traits_of("", email, "")).at(0).place;
  };
  EXPECT_EQ(marks("0f", "A.Meyer@acme.example"), marks("0f", " a.meyer@ACME.example"));
  EXPECT_NE(marks("0f", "a.meyer@acme.example"), marks("1f", "a.meyer@acme.example"));
  EXPECT_NE(marks("0f", "a.meyer@acme.example"), marks("0f", "b.meyer@acme.example"));
}

/// What one contact says of themselves, by the number of the person behind it; 0 for nothing.
struct One {
  struct Said {
    Saying says = Saying::refuses;
    Instant at{};
  };
  std::int64_t contact = 0;
  std::size_t number = 0, address = 0, name = 0;
  bool is_erased = false;
  std::map<Medium, Said> said{};
};

/// People who are on record several times, and a plain account of who is bound by whom.
class OptOutProperty : public testing::TestWithParam<unsigned> {
 protected:
  static constexpr std::size_t people = 5;

  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(dice); }
  void write(const std::function<void(Write&)>& act) { world.database().write(Actor{}, "Act.", act); }

  /// The same number in one of four notations.
  std::string written_number(std::size_t number) {
    if (number == 0) return {};
    const auto n = std::to_string(number);
    const std::array notations{"+49 (0)30 123 45 6" + n, "0049-30-123456" + n, "030/123456" + n,
                               "(030) 123 456" + n};
    return notations[below(notations.size())];
  }
  std::string written_address(std::size_t address) {
    if (address == 0) return {};
    return (below(2) == 0 ? "person" : "Person") + std::to_string(address) + "@acme.example";
  }
  void put(One& one) {
    one.number = below(people + 1);
    one.address = below(people + 1);
    one.name = below(2);
    write([&](Write& write) {
      account::Contact contact;
      if (one.contact != 0) contact = *write.find(Id<account::Contact>{one.contact});
      contact.name = one.name == 0 ? "Anna Meyer" : "Otto Lang";
      contact.phone = written_number(one.number);
      contact.email = written_address(one.address);
      if (one.contact == 0)
        one.contact = write.insert(contact).number;
      else
        write.update(contact);
    });
  }
  void say(One& one) {
    const auto medium = every_medium[below(every_medium.size())];
    const auto before =
        one.said.find(medium) == one.said.end() ? std::nullopt : std::optional(one.said[medium]);
    const One::Said said{below(3) == 0 ? Saying::agrees : Saying::refuses, world.clock().now()};
    std::int64_t commit = 0;
    write([&](Write& write) {
      record_wish(write, {{one.contact}, medium, said.says, "So."});
      commit = write.number();
    });
    one.said[medium] = said;
    if (below(4) > 0) return;
    expect_bound();
    write([&](Write& write) { take_back(write, *wish_of(write, medium, {one.contact}), commit); });
    if (before)
      one.said[medium] = *before;
    else
      one.said.erase(medium);
  }
  void erase(One& one) {
    one.is_erased = true;
    write([&](Write& write) {
      const Id<account::Contact> id{one.contact};
      forget_everywhere(write, {"contact", one.contact});
      write.erase(id);
      auto contact = *write.find(id);
      contact.erased_on = day_of(write.now());
      write.update(contact);
    });
  }

  static const One::Said* said_by(const One& one, Medium medium) {
    const auto found = one.said.find(medium);
    return found == one.said.end() ? nullptr : &found->second;
  }
  static bool is_like(const One& one, const One& other, Medium medium) {
    const bool has_address = one.address != 0 && one.address == other.address;
    const bool has_number = one.number != 0 && one.number == other.number;
    if (medium == Medium::email) return has_address;
    return has_address || (has_number && (medium == Medium::call || one.name == other.name));
  }
  bool is_bound(const One& one, Medium medium) const {
    const auto* own = said_by(one, medium);
    if (own != nullptr && own->says == Saying::refuses) return true;
    return std::ranges::any_of(all, [&](const One& other) {
      const auto* said = said_by(other, medium);
      return &one != &other && said != nullptr && said->says == Saying::refuses &&
             (own == nullptr || own->at < said->at) && is_like(one, other, medium);
    });
  }
  void expect_bound() {
    world.database().read(Actor{}, [&](const Read& read) {
      for (const auto medium : every_medium) {
        const auto held = opt_outs(read, medium);
        for (const auto& one : all) {
          if (one.is_erased) continue;
          EXPECT_EQ(held->binds(one.contact), is_bound(one, medium)) << one.contact << ' ' << name_of(medium);
          EXPECT_EQ(why_not(read, medium, {one.contact}).empty(), !is_bound(one, medium)) << one.contact;
        }
      }
      return 0;
    });
  }
  /// What was carried on from commit to commit is what another program works out at once.
  void expect_as_from_nothing() {
    Database again(world.file(), app::schemas(), world.clock());
    for (const auto medium : every_medium) {
      const auto held_by = [&](Database& database) {
        return database.read(Actor{}, [&](const Read& read) { return opt_outs(read, medium); });
      };
      const auto carried = held_by(world.database()), anew = held_by(again);
      EXPECT_EQ(carried->bound_by_others(), anew->bound_by_others());
      for (const auto& one : all) {
        const auto *is = carried->of(one.contact), *should = anew->of(one.contact);
        EXPECT_EQ(is == nullptr, should == nullptr) << one.contact;
        if (is == nullptr || should == nullptr) continue;
        EXPECT_EQ(std::tie(is->by, is->at, is->is_by_number),
                  std::tie(should->by, should->at, should->is_by_number))
            << one.contact;
      }
    }
  }

  std::mt19937 dice{GetParam()};
  tests::World world{tests::Start::small};
  std::vector<One> all;
};

TEST_P(OptOutProperty, WhoeverHasTheNumberOrTheAddressIsBound) {
  all.reserve(60);
  for (int step = 0; step < 120; ++step) {
    world.clock().set({world.clock().now().ms + 60'000});
    const auto what = below(10);
    if (all.size() < 6 || (what < 3 && all.size() < 60)) {
      put(all.emplace_back());
    } else {
      auto& one = all[below(all.size())];
      if (one.is_erased) continue;
      if (what < 5)
        put(one);
      else if (what < 9)
        say(one);
      else
        erase(one);
    }
    if (step % 3 == 2) expect_bound();
  }
  EXPECT_TRUE(std::ranges::any_of(all, &One::is_erased));
  expect_as_from_nothing();
}

INSTANTIATE_TEST_SUITE_P(Seeds, OptOutProperty, testing::Range(1U, 9U));

}  // namespace
}  // namespace accord::wish
