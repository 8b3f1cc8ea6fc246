// SPDX-License-Identifier: Apache-2.0
// A cancelled order takes its credit back exactly: under every model the return is what it was before the
// order came in, and with the cancellation undone, or the order booked again, what it was with it.
#include "roi/roi_lines.hpp"
#include "roi/roi_words.hpp"
#include "tests/roi_fixture.hpp"

namespace accord::roi {
namespace {

using tests::RoiTest;

constexpr const char* headers = "order number,order date,account,product,revenue,currency,cost,status\n";
/// What is in both files: Acme's second order, whose journey begins where the first one ends; and Bolt's,
/// which no touchpoint explains.
constexpr const char* others =
    "A-2,2026-04-20,Acme,Meter,333.33,USD,100.01,Booked\n"
    "B-1,2026-03-05,Bolt,Meter,70.07,USD,,Booked\n";
constexpr const char* order_a =
    "A-1,2026-03-20,Acme,Meter,1000.01,USD,400.03,Booked\n"
    "A-1,2026-03-20,Acme,Probe,99.99,EUR,10.00,Booked\n";
constexpr const char* order_a_cancelled =
    "A-1,2026-03-20,Acme,Meter,0.00,USD,,Cancelled\n"
    "A-1,2026-03-20,Acme,Probe,0.00,EUR,,Cancelled\n";

/// By line of the return, in minor units; the last three are all that was attributed, not, and booked.
using Credits = std::map<std::string, std::int64_t>;

class RoiCancelledTest : public RoiTest {
 protected:
  void SetUp() override {
    RoiTest::SetUp();
    make_company();
    rate("2026-03-19", "EUR", "1.0813");
    acme_ = account("Acme");
    account("Bolt");
    const auto mail = channel("Direct mail"), show = channel("Trade show"), mails = channel("E-mail");
    touch(acme_, "2026-02-10T10:00:00Z", mail);
    touch(acme_, "2026-02-20T10:00:00Z", show, Side::sales);
    touch(acme_, "2026-03-10T10:00:00Z", mails);
    touch(acme_, "2026-04-10T10:00:00Z", mail);
    touch(acme_, "2026-04-12T10:00:00Z", mails);
  }

  void import(const std::string& name, const std::string& rows) {
    ASSERT_EQ(run({write_file(name, headers + rows)}), 0) << said;
  }
  void undo_newest() { undo(integer(newest_import)); }

  /// Each model's credits, for each of the dimensions that orders and touchpoints tell.
  std::map<std::string, Credits> credits() {
    std::map<std::string, Credits> found;
    for (const auto by : {Dimension::channel, Dimension::product}) {
      for (std::size_t i = 0; i < choices_of<CreditModel>.size(); ++i) {
        auto question = of_2026(by);
        question.model = static_cast<CreditModel>(i);
        reading([&](const Read& read) {
          const auto lines = lines_of(read, question);
          EXPECT_EQ(lines->attributed.revenue + lines->unattributed.revenue, lines->booked.revenue)
              << accord::name_of(question.model);
          EXPECT_EQ(lines->attributed.margin + lines->unattributed.margin, lines->booked.margin);
          auto& of_model =
              found[std::string(accord::name_of(by)) + " " + std::string(accord::name_of(question.model))];
          for (const auto& [key, sums] : lines->by_key) {
            if (sums.revenue != 0) of_model[roi::name_of(read, by, key)] = sums.revenue;
          }
          of_model["~attributed"] = lines->attributed.revenue;
          of_model["~unattributed"] = lines->unattributed.revenue;
          of_model["~booked"] = lines->booked.revenue;
          return 0;
        });
      }
    }
    return found;
  }

  Id<account::Account> acme_;
  static inline const Sql newest_import{"SELECT MAX(id) FROM import"};
  static inline const Sql rows{"SELECT COUNT(*) FROM order_line"};
};

/// Booked in all: 333.33 + 70.07, and with the order 1,000.01 + 99.99 EUR at 1.0813 = 108.12 more.
constexpr std::int64_t without_it = 40'340, with_it = 40'340 + 100'001 + 10'812;

TEST_F(RoiCancelledTest, TakesItsCreditBackUnderEveryModelAndGivesItAgain) {
  import("others.csv", others);
  const auto before = credits();
  ASSERT_EQ(before.size(), 2 * choices_of<CreditModel>.size());
  for (const auto& [model, found] : before) EXPECT_EQ(found.at("~booked"), without_it) << model;
  import("orders.csv", std::string(order_a) + others);
  const auto with = credits();
  for (const auto& [model, found] : with) EXPECT_EQ(found.at("~booked"), with_it) << model;
  EXPECT_NE(with, before);

  import("cancelled.csv", order_a_cancelled);
  EXPECT_TRUE(says("takes back 2 lines, cancelled.")) << said;
  EXPECT_EQ(credits(), before);
  EXPECT_EQ(violations(), Lines{});
  import("cancelled again.csv", order_a_cancelled);  // which leaves no import
  EXPECT_TRUE(says("changes nothing; 2 cancelled rows take nothing back")) << said;
  EXPECT_EQ(credits(), before);
  undo_newest();
  EXPECT_EQ(credits(), with) << "undone, it counts as before";
  EXPECT_EQ(violations(), Lines{});

  import("cancelled.csv", order_a_cancelled);
  EXPECT_EQ(credits(), before);
  import("orders again.csv", std::string(order_a) + others);
  EXPECT_EQ(credits(), with) << "booked again";
  EXPECT_EQ(integer(rows), 6) << "by two new lines; the old ones stay in the history";
  undo_newest();
  EXPECT_EQ(credits(), before) << "undone, it is cancelled again";
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(RoiCancelledTest, TakesItsRefundsBackAsWell) {
  import("others.csv", others);
  const auto before = credits();
  import("orders.csv", order_a);
  import("refund.csv", "A-1,2026-04-01,Acme,Meter,-250.00,USD,,Booked\n");
  const auto refunded = credits();
  for (const auto& [model, found] : refunded) EXPECT_EQ(found.at("~booked"), with_it - 25'000) << model;
  import("cancelled.csv", order_a_cancelled);
  EXPECT_TRUE(says("takes back 3 lines, cancelled.")) << said;
  EXPECT_EQ(credits(), before);
  undo_newest();
  EXPECT_EQ(credits(), refunded);
}

TEST_F(RoiCancelledTest, OneLineOfAnOrderTakesItsOwnCreditBack) {
  import("orders.csv", order_a);
  const auto whole = credits();
  import("cancelled.csv", "A-1,2026-03-20,Acme,Probe,99.99,EUR,10.00,Cancelled\n");
  EXPECT_TRUE(says("takes back 1 line, cancelled.")) << said;
  for (const auto& [model, found] : credits()) {
    EXPECT_EQ(found.at("~booked"), 100'001) << model;
    EXPECT_EQ(found.at("~attributed"), 100'001) << model;
  }
  undo_newest();
  EXPECT_EQ(credits(), whole);
}

/// Where the only order that came in is cancelled, the opportunity that it came of is not counted in its
/// place.
TEST_F(RoiCancelledTest, IsNotCountedByItsOpportunityInstead) {
  write([&](Write& write) {
    funnel::Opportunity won;
    won.name = "Meters for Acme";
    won.stage = "Closed Won";
    won.phase = funnel::Phase::opportunity;
    won.outcome = funnel::Outcome::won;
    won.account = acme_;
    won.close_on = day("2026-03-19");
    won.value = Money{100'000, tests::usd};
    write.insert(won);
  });
  const auto of_opportunity = credits();
  EXPECT_EQ(of_opportunity.at("channel linear").at("~booked"), 100'000);
  import("orders.csv", "A-1,2026-03-20,Acme,Meter,1000.01,USD,,Booked\n");
  EXPECT_EQ(credits().at("channel linear").at("~booked"), 100'001);
  import("cancelled.csv", "A-1,2026-03-20,Acme,Meter,1000.01,USD,,Cancelled\n");
  for (const auto& [model, found] : credits())
    EXPECT_EQ(found, (Credits{{"~attributed", 0}, {"~unattributed", 0}, {"~booked", 0}})) << model;
  undo_newest();
  undo(integer(newest_import) - 1);
  EXPECT_EQ(credits(), of_opportunity) << "no order has come in any more";
}

}  // namespace
}  // namespace accord::roi
