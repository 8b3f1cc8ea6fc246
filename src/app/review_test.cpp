// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "agreement/agreement_store.hpp"
#include "app/command.hpp"
#include "tests/import_fixture.hpp"

/// `accord review` on a file that only the command line has filled, from nothing to the first agenda.
namespace accord::app {
namespace {

constexpr const char* pipeline =
    "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n"
    "A1,Moses Frase,PX-100,Northwind,Engaging,2026-03-02,,\n"
    "A2,Moses Frase,PX-100,Northwind,Won,2026-03-02,2026-05-04,900\n"
    "A3,Rosie Papadopoulos,PX-100,,Engaging,2026-09-01,,\n";
constexpr const char* products = "product,series,sales_price\nPX-100,PX,1000\n";

/// Somebody proposes the template that judges by no more than what the files hold.
void propose_direct_sales(Write& write) {
  agreement::Agreement agreement{{}, "funnel", "Funnel", {}};
  write.insert(agreement);
  agreement::Version version;
  version.agreement = agreement.id;
  version.body = agreement::find_kind("funnel")->templates(write).front().body;
  version.body_hash = agreement::hash_of(version.body);
  version.proposed_by = {1};
  version.side = Side::sales;
  version.proposed_at = write.now();
  write.append(version);
}

class ReviewCommandTest : public importing::ImportFixture {
 protected:
  std::string review(std::size_t width = 140) {
    std::ostringstream out;
    print_review(out, *database, actor, std::nullopt, width);
    return out.str();
  }
  void import_pipeline() {
    ASSERT_EQ(run({write_file("products.csv", products), write_file("pipeline.csv", pipeline)},
                  importing::in_dollars()),
              0)
        << said;
  }
  static bool holds(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
  }
};

TEST_F(ReviewCommandTest, AnEmptyFileSaysWhatToDoFirst) {
  const auto text = review();
  EXPECT_TRUE(holds(text, "Review, week of 23 November 2026")) << text;
  EXPECT_TRUE(holds(text, "Set up the company")) << text;
  EXPECT_TRUE(holds(text, "Import what you have")) << text;
  EXPECT_TRUE(holds(text, "Propose and sign a funnel")) << text;
  EXPECT_FALSE(holds(text, "would have found")) << text;
}

TEST_F(ReviewCommandTest, AnImportAloneShowsWhatEachTemplateWouldHaveFound) {
  import_pipeline();
  const auto text = review();
  EXPECT_TRUE(holds(text, "No gaps in what can be judged.")) << text;
  EXPECT_TRUE(holds(text, "No funnel has been proposed yet")) << text;
  EXPECT_TRUE(holds(text, "Set up the company")) << text;
  EXPECT_FALSE(holds(text, "Import what you have")) << text;
  EXPECT_TRUE(holds(text, "Funnel, “Direct sales”")) << text;
  EXPECT_TRUE(holds(text, "stood in “Engaging” longer than 45 business days")) << text;
}

TEST_F(ReviewCommandTest, OnceSomethingIsProposedItIsJudgedProvisionally) {
  import_pipeline();
  database->write(actor, "Propose.", [](Write& write) { propose_direct_sales(write); });
  const auto text = review();
  EXPECT_TRUE(holds(text, "past the agreed 45 business days")) << text;
  EXPECT_TRUE(holds(text, "(provisional: an unsigned")) << text;
  EXPECT_TRUE(holds(text, "Set up the company")) << text;
  EXPECT_FALSE(holds(text, "Propose and sign")) << text;
}

TEST_F(ReviewCommandTest, NoLineIsWiderThanTheTerminal) {
  import_pipeline();
  std::istringstream lines(review(72));
  for (std::string line; std::getline(lines, line);) {
    const auto columns =
        std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    EXPECT_LE(columns, 72) << line;
  }
}

}  // namespace
}  // namespace accord::app
