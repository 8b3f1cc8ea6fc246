// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "base/json.hpp"
#include "funnel/funnel_agreement.hpp"
#include "funnel/funnel_judge.hpp"
#include "tests/world.hpp"

namespace accord::funnel {
namespace {

class NamesOfSystemsTest : public testing::Test {
 protected:
  /// In which step of a template somebody's own name for a stage stands; empty where none takes it in.
  std::string step_of(const std::string& name, std::string_view stage) {
    return world.database().read(Actor{}, [&](const Read& read) {
      for (const auto& one : templates(read)) {
        if (one.name != name) continue;
        const Judge judge(from_json<Funnel>(parse_json(one.body.text)));
        const auto* found = judge.stage(stage);
        return found == nullptr ? std::string() : found->name;
      }
      return std::string("no such template");
    });
  }

  tests::World world{tests::Start::small};
};

/// As a new pipeline of Pipedrive's calls them, in their order.
TEST_F(NamesOfSystemsTest, StagesOfDealsAreTakenIn) {
  const std::string both = "marketing-and-sales", direct = "direct-sales";
  EXPECT_EQ(step_of(both, "Qualified"), "Qualified");
  EXPECT_EQ(step_of(both, "Contact Made"), "Qualified");
  EXPECT_EQ(step_of(both, "Demo Scheduled"), "Qualified");
  EXPECT_EQ(step_of(both, "Proposal Made"), "Proposal");
  EXPECT_EQ(step_of(both, "Negotiations Started"), "Negotiation");
  for (const auto* stage :
       {"Qualified", "Contact Made", "Demo Scheduled", "Proposal Made", "Negotiations Started"})
    EXPECT_EQ(step_of(direct, stage), "Engaging") << stage;
  EXPECT_EQ(step_of("repeat-business", "Proposal Made"), "Quoted");
}

/// What Salesforce calls a lead's status and an opportunity's stage unless told otherwise, in its order: no
/// step leads back, and none stands below the funnel.
TEST_F(NamesOfSystemsTest, WhatSalesforceCallsThemIsTakenInInItsOrder) {
  const std::string both = "marketing-and-sales";
  const std::vector<std::pair<const char*, const char*>> stages{{"Open - Not Contacted", "Inquiry"},
                                                                {"Working - Contacted", "Sales accepted"},
                                                                {"Closed - Converted", "Qualified"},
                                                                {"Prospecting", "Qualified"},
                                                                {"Qualification", "Qualified"},
                                                                {"Needs Analysis", "Qualified"},
                                                                {"Value Proposition", "Qualified"},
                                                                {"Id. Decision Makers", "Qualified"},
                                                                {"Perception Analysis", "Qualified"},
                                                                {"Proposal/Price Quote", "Proposal"},
                                                                {"Negotiation/Review", "Negotiation"},
                                                                {"Closed Won", "Won"},
                                                                {"Closed Lost", "Lost"},
                                                                {"Closed - Not Converted", "Lost"},
                                                                {"Nurturing", "Inquiry"},
                                                                {"Unqualified", "Lost"}};
  for (const auto& [stage, step] : stages) EXPECT_EQ(step_of(both, stage), step) << stage;
}

TEST_F(NamesOfSystemsTest, LeadStatusesOfHubSpotAndSuiteCrmAreTakenIn) {
  const std::string both = "marketing-and-sales";
  EXPECT_EQ(step_of(both, "In Progress"), "Sales accepted");
  EXPECT_EQ(step_of(both, "Attempted to contact"), "Sales accepted");
  EXPECT_EQ(step_of(both, "Open deal"), "Qualified");
  EXPECT_EQ(step_of(both, "Bad timing"), "Inquiry");
  EXPECT_EQ(step_of(both, "Converted"), "Qualified");
  EXPECT_EQ(step_of(both, "Recycled"), "Inquiry");
}

}  // namespace
}  // namespace accord::funnel
