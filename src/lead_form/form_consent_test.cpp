// SPDX-License-Identifier: Apache-2.0
// What somebody agrees to in a form whose words are about e-mail, calls or letters is their wish.
#include "lead_form/form_entry.hpp"
#include "tests/form_fixture.hpp"

namespace accord::lead_form {
namespace {

using wish::Medium, wish::Saying, wish::Wish;

const std::string words = "Yes, write to me about new meters.";
constexpr std::int64_t hour_ms = 3'600'000;

class FormConsentTest : public tests::FormFixture {
 protected:
  void SetUp() override {
    write([&](Write& write) {
      add_form(write);
      form.consent = words;
      form.permits = Medium::email;
      write.update(form);
    });
  }
  /// Ada fills it in and agrees to these words; where she was asked to confirm it, that many hours ago.
  FormEntry enter(const std::string& agreed, std::optional<int> asked_hours_ago = {},
                  const std::string& email = "Ada@acme.example") {
    Submission given;
    given.name = "Ada Lind";
    given.email = email;
    given.phone = "+1 555 0001";
    FormEntry entry;
    write([&](Write& write) {
      Arrival arrival{"press " + std::to_string(++presses), agreed};
      if (asked_hours_ago) arrival.asked_at = Instant{write.now().ms - *asked_hours_ago * hour_ms};
      entry = take_entry(write, form, given, recognise(write, given), arrival);
    });
    return entry;
  }
  void say(Id<account::Contact> contact, Saying says, int hours_ago, Medium medium = Medium::email) {
    write([&](Write& write) {
      wish::record_wish(write, {contact, medium, says, "In her own words."},
                        {"", "", Instant{write.now().ms - hours_ago * hour_ms}});
    });
  }
  std::optional<Wish> wish_of(Id<account::Contact> contact, Medium medium = Medium::email) {
    return read([&](const Read& read) { return wish::wish_of(read, medium, contact); });
  }
  bool is_bound(Id<account::Contact> contact, Medium medium = Medium::email) {
    return read([&](const Read& read) { return wish::opt_outs(read, medium)->binds(contact.number); });
  }

  int presses = 0;
};

TEST_F(FormConsentTest, WhatTheWordsPermitIsTheVisitorsWish) {
  const auto entry = enter(words);
  const auto wish = wish_of(entry.contact);
  ASSERT_TRUE(wish.has_value());
  EXPECT_EQ(wish->says, Saying::agrees);
  EXPECT_EQ(wish->words, words);
  EXPECT_EQ(wish->source, "Visit us");
  EXPECT_EQ(wish->link, "/lead-forms/1");
  EXPECT_EQ(wish->at, entry.at);
  EXPECT_FALSE(wish_of(entry.contact, Medium::call).has_value());
  EXPECT_FALSE(wish_of(entry.contact, Medium::mail).has_value());
}

TEST_F(FormConsentTest, WhoAgreesToNothingOrToSomethingElseHasNoWish) {
  EXPECT_FALSE(wish_of(enter("").contact).has_value());
  write([&](Write& write) {
    form.permits.reset();
    write.update(form);
  });
  EXPECT_FALSE(wish_of(enter(words).contact).has_value());
}

TEST_F(FormConsentTest, WordsOfBeforePermitWhatTheyDidThen) {
  write([&](Write& write) {
    form.consent = "Yes, call me.";
    form.permits = Medium::call;
    write.update(form);
  });
  const auto contact = enter(words).contact;
  EXPECT_TRUE(wish_of(contact).has_value());
  EXPECT_FALSE(wish_of(contact, Medium::call).has_value());
  enter("Yes, call me.");
  EXPECT_EQ(wish_of(contact, Medium::call)->words, "Yes, call me.");
}

TEST_F(FormConsentTest, WhatNobodyConfirmedLiftsNoOptOut) {
  const auto contact = enter("").contact;
  say(contact, Saying::refuses, 5);
  enter(words);
  EXPECT_EQ(wish_of(contact)->says, Saying::refuses);
  EXPECT_TRUE(is_bound(contact));
}

TEST_F(FormConsentTest, WhatNobodyConfirmedFreesNobodyFromAnothersOptOut) {
  account::Contact other;
  write([&](Write& write) {
    other.name = "Bo Berg";
    other.phone = "+1 555 0001";
    write.insert(other);
    form.permits = Medium::call;
    form.asks_phone = true;
    write.update(form);
  });
  say(other.id, Saying::refuses, 5, Medium::call);
  const auto contact = enter(words).contact;
  EXPECT_TRUE(is_bound(contact, Medium::call));
  EXPECT_FALSE(wish_of(contact, Medium::call).has_value());
}

TEST_F(FormConsentTest, WhatWasConfirmedCountsFromWhenItWasSaid) {
  const auto contact = enter("").contact;
  say(contact, Saying::refuses, 5);
  const auto entry = enter(words, 2);
  EXPECT_EQ(wish_of(contact)->says, Saying::agrees);
  EXPECT_EQ(wish_of(contact)->at, *entry.asked_at);
  EXPECT_FALSE(is_bound(contact));
  // Said since: neither a late press of the button nor an older entry talks over it.
  say(contact, Saying::refuses, 1);
  enter(words, 2);
  EXPECT_EQ(wish_of(contact)->says, Saying::refuses);
  EXPECT_TRUE(is_bound(contact));
}

TEST_F(FormConsentTest, WhoGivesAnotherAddressSpeaksForThatOne) {
  const auto contact = enter("").contact;
  say(contact, Saying::refuses, 5);
  // The name and the number are hers, so that it is her entry; the address is not.
  const auto entry = enter(words, 2, "someone@else.example");
  EXPECT_EQ(entry.contact, contact);
  EXPECT_EQ(wish_of(contact)->says, Saying::refuses);
}

TEST_F(FormConsentTest, LongWordsAreCutInTheWishAndKeptWithTheEntry) {
  std::string longer(499, 'x');
  longer += "\u00E4 and so on";
  write([&](Write& write) {
    form.consent = longer;
    write.update(form);
  });
  const auto entry = enter(longer);
  EXPECT_EQ(entry.consent, longer);
  EXPECT_EQ(wish_of(entry.contact)->words, std::string(499, 'x'));
}

}  // namespace
}  // namespace accord::lead_form
