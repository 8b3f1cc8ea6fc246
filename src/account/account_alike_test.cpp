// SPDX-License-Identifier: Apache-2.0
#include "account/account_alike.hpp"
#include "base/phone.hpp"

#include <gtest/gtest.h>

namespace accord::account {
namespace {

TEST(AlikeTest, AFirmIsItsNameWithoutLegalFormAndPoints) {
  for (const auto* name :
       {"Acme Works, Inc.", "ACME WORKS", "Acme Works GmbH", "The Acme Works Company", "acme-works l.l.c."})
    EXPECT_EQ(plain_firm(name), "acme works") << name;
  EXPECT_EQ(plain_firm("The Company"), "the company") << "nothing else is left of it";
  EXPECT_EQ(plain_firm("Müller & Söhne KG"), "müller söhne");
  EXPECT_EQ(plain_firm("  "), "");
  EXPECT_NE(plain_firm("Acme Works East"), plain_firm("Acme Works"));
}

TEST(AlikeTest, ADomainIsThatOfASiteOrAnAddress) {
  for (const auto* text :
       {"https://www.acme.example/de?x=1", "acme.example", "sales@ACME.example", "http://acme.example:8080"})
    EXPECT_EQ(plain_domain(text), "acme.example") << text;
  EXPECT_EQ(plain_domain("somebody@gmail.com"), "") << "anybody may have an address there";
  EXPECT_EQ(plain_domain("not a site"), "");
  EXPECT_EQ(plain_domain(""), "");
}

TEST(AlikeTest, AFirmIsPerhapsTheSameButForALetter) {
  for (const auto* name : {"nortwind", "northwinnd", "norhtwind", "northwint", "orthwind", "northwin"})
    EXPECT_TRUE(is_slip("northwind", name) && is_slip(name, "northwind")) << name;
  for (const auto* name : {"northwind", "nordwint", "northwindow", "southwind", "northw", ""})
    EXPECT_FALSE(is_slip("northwind", name) || is_slip(name, "northwind")) << name;
  EXPECT_FALSE(is_slip("acme", "acne")) << "short names differ by a letter all the time";
  EXPECT_EQ(run_together("north wind works"), "northwindworks");
}

TEST(AlikeTest, ANumberIsTheSameInEveryNotation) {
  const std::array notations{
      "+49 30 1234567",         "+49 (0)30 123 45 67", "0049-30-1234567",  "030/1234567",
      "(030) 1234567",          "030 1234567 ext. 12", "Tel. 030 1234567", "Telefon: +49 (0)30 1234567",
      "Phone 030 1234567 EXT 9"};
  for (const auto* one : notations) {
    for (const auto* other : notations)
      EXPECT_TRUE(is_same_phone(plain_phone(one), plain_phone(other))) << one << " and " << other;
    EXPECT_FALSE(is_same_phone(plain_phone(one), plain_phone("+49 30 1234568"))) << one;
    EXPECT_FALSE(is_same_phone(plain_phone(one), plain_phone("+49 89 1234567"))) << one;
  }
  EXPECT_TRUE(is_same_phone(plain_phone("(512) 555-0142"), plain_phone("+1 512.555.0142")));
  EXPECT_EQ(plain_phone("110"), "") << "too short to tell anything";
  EXPECT_FALSE(is_same_phone(plain_phone(""), plain_phone("")));
}

}  // namespace
}  // namespace accord::account
