// SPDX-License-Identifier: Apache-2.0
#include "call_list/opt_out.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "base/phone.hpp"
#include "call_list/call_outcome.hpp"
#include "tests/world.hpp"

namespace accord::call_list {
namespace {

/// Every pair that `is_same_phone` takes for one number agrees by its marks too, and no other pair.
TEST(OptOutMarks, AgreeWhereTheNumbersAreTheSame) {
  const std::array numbers{
      "+49 30 1234567",    "030/1234567",    "(030) 123 45 67", "0049-30-1234567", "1234567", "+1 301234567",
      "30 1234567",        "+49 89 1234567", "+49 30 1234568",  "4930123456",      "110",     "",
      "+4930 1234567 x 9", "9949 301234567", "0301234567 0"};
  for (const auto* kept : numbers) {
    for (const auto* come : numbers) {
      bool agree = false;
      const auto of_kept = marks_of("0f", "", kept);
      for (const auto& own : marks_of("0f", "", come)) {
        for (const auto& old : of_kept) {
          for (const auto mark : old.whole) agree |= agrees(own, {{}, {}, true, old.place, mark, ""});
          for (const auto mark : old.ends) agree |= agrees(own, {{}, {}, false, old.place, mark, ""});
        }
      }
      EXPECT_EQ(agree, is_same_phone(plain_phone(kept), plain_phone(come))) << kept << " and " << come;
    }
  }
}

TEST(OptOutMarks, OfAnAddressDependOnTheSaltAndNotOnCapitals) {
  const auto marks = [](const char* salt, const char* email) {
    return marks_of(salt, email, "").at(0).place;
  };
  EXPECT_EQ(marks("0f", "A.Meyer@acme.example"), marks("0f", " a.meyer@ACME.example"));
  EXPECT_NE(marks("0f", "a.meyer@acme.example"), marks("1f", "a.meyer@acme.example"));
  EXPECT_NE(marks("0f", "a.meyer@acme.example"), marks("0f", "b.meyer@acme.example"));
}

/// What one contact says of themselves, by the number of the person behind it; 0 for nothing.
struct One {
  std::int64_t contact = 0;
  std::size_t number = 0, address = 0;
  bool is_erased = false;
  std::optional<Wish> wish{};
  Instant at{};
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
    write([&](Write& write) {
      account::Contact contact;
      if (one.contact != 0) contact = *write.find(Id<account::Contact>{one.contact});
      contact.name = "Somebody";
      contact.phone = written_number(one.number);
      contact.email = written_address(one.address);
      if (one.contact == 0)
        one.contact = write.insert(contact).number;
      else
        write.update(contact);
    });
  }
  void say(One& one) {
    one.wish = below(3) == 0 ? Wish::may_call : Wish::no_calls;
    one.at = world.clock().now();
    write([&](Write& write) { record_wish(write, {one.contact}, *one.wish, "So.", std::nullopt); });
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

  bool is_bound(const One& one) const {
    if (one.wish == Wish::no_calls) return true;
    return std::ranges::any_of(all, [&](const One& other) {
      const bool is_like = (one.number != 0 && one.number == other.number) ||
                           (one.address != 0 && one.address == other.address);
      const bool is_later = !one.wish || one.at < other.at;
      return &one != &other && other.wish == Wish::no_calls && is_like && is_later;
    });
  }
  void expect_bound() {
    world.database().read(Actor{}, [&](const Read& read) {
      const auto held = opt_outs(read);
      for (const auto& one : all) {
        if (one.is_erased) continue;
        EXPECT_EQ(held->binds(one.contact), is_bound(one)) << one.contact;
        EXPECT_EQ(why_not_called(read, {one.contact}).empty(), !is_bound(one)) << one.contact;
      }
      return 0;
    });
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
}

INSTANTIATE_TEST_SUITE_P(Seeds, OptOutProperty, testing::Range(1U, 21U));

}  // namespace
}  // namespace accord::call_list
