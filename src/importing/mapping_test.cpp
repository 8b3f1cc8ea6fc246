// SPDX-License-Identifier: Apache-2.0
// What a file's rows are, by its headers alone.
#include "importing/mapping.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"

namespace accord::importing {
namespace {

std::string kind_of(const std::vector<std::string>& columns) {
  const auto mapping = recognise(columns);
  return mapping ? mapping->target : "";
}

TEST(Recognise, AnAccountsTerritoryIsNotWhatTheFileIsOf) {
  EXPECT_EQ(kind_of({"Account ID", "Account Name", "Territory"}), "account");
  EXPECT_EQ(kind_of({"Account Name", "Territory"}), "account");
  EXPECT_EQ(kind_of({"Company", "Region", "Account Owner"}), "account");
  EXPECT_EQ(kind_of({"Account Name", "Territory", "Contact Name"}), "account")
      << "with whom one speaks there";
}

TEST(Recognise, ATerritoryIsOneWhereTheRowsNameNothingElse) {
  for (const auto& columns : std::vector<std::vector<std::string>>{{"territory"},
                                                                   {"Territory", "Parent"},
                                                                   {"Territory", "Notes"},
                                                                   {"Territory", "Time Zone"},
                                                                   {"Name", "Parent", "Time Zone"},
                                                                   {"Region", "Parent Region"}})
    EXPECT_EQ(kind_of(columns), "territory") << columns.back();
}

TEST(Recognise, ANameBesideATerritoryMayBeAnybodys) {
  EXPECT_EQ(kind_of({"Name", "Territory"}), "") << "a person's or an account's";
  EXPECT_EQ(kind_of({"Name", "Email", "Territory", "Time Zone", "Role"}), "person");
  EXPECT_EQ(kind_of({"sales_agent", "territory"}), "person");
}

TEST(Recognise, WhatNamesAnOpportunityAProductOrACampaignIsNoListOfAccountsOrTerritories) {
  EXPECT_EQ(kind_of({"Opportunity Name", "Account Name", "Territory"}), "");
  EXPECT_EQ(kind_of({"Product", "Territory", "Units"}), "");
  EXPECT_EQ(kind_of({"Lead ID", "Company", "Territory", "Date"}), "");
}

TEST(Recognise, WhoMonthAndAmountMayBeAQuotaSoThatSpendSaysThatItIsSpent) {
  EXPECT_EQ(kind_of({"Salesperson", "Month", "Amount"}), "");
  EXPECT_EQ(kind_of({"Salesperson", "Quarter", "Amount"}), "");
  EXPECT_EQ(kind_of({"Campaign", "Month", "Amount"}), "");
  EXPECT_EQ(kind_of({"Campaign", "Month", "Spend"}), "spend");
  EXPECT_EQ(kind_of({"Reporting starts", "Reporting ends", "Channel", "Amount spent"}), "spend");
  EXPECT_EQ(kind_of({"Day", "Channel", "Amount"}), "spend");
}

/// Files of every kind have a status.
TEST(Recognise, AStatusMakesNoFileOneOfOrders) {
  const std::vector<std::string> orders{"Order Number", "Order Date", "Account", "Revenue"};
  for (const auto* status : {"Status", "Order Status", "Order State", "Line Status"}) {
    auto columns = orders;
    columns.emplace_back(status);
    EXPECT_EQ(kind_of(columns), "order") << status;
    EXPECT_EQ(suggested(*target_named("order"), columns).columns.back().slot, "status") << status;
  }
  EXPECT_EQ(kind_of({"Lead ID", "Name", "Company", "Status", "Created Date", "Value"}), "lead");
  EXPECT_EQ(kind_of({"Deal ID", "Deal Name", "Account", "Stage", "Status", "Amount", "Close Date"}),
            "opportunity");
  EXPECT_EQ(kind_of({"Date", "Account", "Amount", "Status"}), kind_of({"Date", "Account", "Amount"}));
  for (const auto* of_a_place : {"State", "Stage"}) {
    auto columns = orders;
    columns.emplace_back(of_a_place);
    EXPECT_EQ(suggested(*target_named("order"), columns).columns.back().slot, "") << of_a_place;
  }
}

/// What a refusal asks for by its name is read under that name, in any case, with spaces or underscores.
TEST(Recognise, AColumnIsReadUnderTheNameThatARefusalAsksFor) {
  for (const char* key : {"Account key", "account_key", "ACCOUNT KEY"}) {
    const auto mapping = suggested(*target_named("touchpoint"), {"Day", key, "Channel"});
    EXPECT_EQ(mapping.columns[0].slot, "at");
    EXPECT_EQ(mapping.columns[1].slot, "account_key");
    EXPECT_TRUE(faults_of(mapping, {}, {"Day", key, "Channel"}).empty());
  }
  EXPECT_EQ(suggested(*target_named("touchpoint"), {"Day", "Timestamp"}).columns[1].slot, "at")
      << "a moment says more";
}

TEST(Recognise, EveryColumnThatAKindOfFileNeedsIsReadUnderItsName) {
  for (const auto& target : targets()) {
    for (const auto& any_of : target.needs) {
      for (const auto name : any_of) {
        const auto mapping = suggested(target, {label_of(name)});
        EXPECT_FALSE(mapping.columns[0].slot.empty()) << target.title << ": " << name;
      }
    }
  }
}

}  // namespace
}  // namespace accord::importing
