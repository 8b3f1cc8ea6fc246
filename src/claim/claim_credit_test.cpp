// SPDX-License-Identifier: Apache-2.0
#include "claim/claim_credit.hpp"

#include <algorithm>

#include "tests/roi_fixture.hpp"

namespace accord::claim {
namespace {

using tests::usd;

/// Small firms of which a side's report counts one thing otherwise.
class ClaimCreditTest : public tests::RoiTest {
 protected:
  static constexpr const char* as_of = "2026-11-01";

  /// In units of money, as people state it.
  Claim states(std::int64_t amount, Side side = Side::marketing, const char* currency = "USD") {
    Claim claim;
    claim.side = side;
    claim.metric = Metric::revenue_credited;
    claim.from = day("2026-07-01");
    claim.until = day("2026-09-30");
    claim.definition = "As our tool says.";
    claim.amount = Money{amount * 100, *parse_currency(currency)};
    claim.stated_on = day("2026-10-05");
    write([&](Write& write) { write.insert(claim); });
    return claim;
  }
  ClaimCredit credit(const Claim& claim, const char* on = as_of) {
    return reading([&](const Read& read) { return *credit_of(read, claim, day(on)); });
  }
  std::string reason(std::int64_t amount, Side side = Side::marketing) {
    return credit(states(amount, side)).reason;
  }
  void touch_of_sales(Id<account::Account> account, const char* at) {
    touch(account, at, channel("Trade show"), Side::sales);
  }
  void line(order::OrderKind kind, const char* number, Id<account::Account> account, const char* on,
            std::int64_t minor, const char* currency = "USD") {
    order::OrderLine line;
    line.kind = kind;
    line.number = number;
    line.account = account;
    line.at = start_of(day(on));
    line.revenue = {minor, *parse_currency(currency)};
    write([&](Write& write) { write.append(line); });
  }
  static bool counts_invoices(const CreditTrial& trial) {
    return trial.words.find("invoiced") != std::string::npos;
  }
  /// Found by marketing, then met by sales twice: a third is marketing's.
  Id<account::Account> acme() {
    const auto acme = account("Acme");
    touch(acme, "2026-07-01T09:00:00Z", channel("Web"));
    touch_of_sales(acme, "2026-07-20T09:00:00Z");
    touch_of_sales(acme, "2026-08-01T09:00:00Z");
    order(acme, "2026-08-10", 9'000'00);
    return acme;
  }
};

TEST_F(ClaimCreditTest, SaysThatBothAreTheSameWithinTheTolerance) {
  make_company();
  acme();
  const auto same = credit(states(3'014));
  EXPECT_TRUE(same.is_equal);
  EXPECT_EQ(same.reason, "");
  EXPECT_EQ(same.agreed.money, (Money{3'000'00, usd}));
  EXPECT_EQ(same.difference.money, (Money{14'00, usd}));
  EXPECT_EQ(same.tolerance, (Money{15'07, usd}));
  EXPECT_EQ(same.sentence,
            "Marketing says its touchpoints brought $3,014 from 1 July 2026 to 30 September 2026; by the "
            "usual rules it is $3,000, which is the same within 0.5%");
  EXPECT_FALSE(credit(states(3'016)).is_equal);
}

TEST_F(ClaimCreditTest, FindsAnotherModelAndTheClauseThatItIsAbout) {
  make_company();
  acme();
  const auto found = credit(states(3'600));
  EXPECT_EQ(found.reason, "a report that counts by first and last touch (40/20/40), comes to its number");
  EXPECT_EQ(found.clause, "model");
  ASSERT_FALSE(found.items.empty());
  EXPECT_EQ(found.items.front().reason, CreditReason::model);
  EXPECT_NE(found.items.front().link.find("/roi/line?by=side&model=position_based&from=2026-07-01"),
            std::string::npos)
      << found.items.front().link;
}

TEST_F(ClaimCreditTest, NamesAllThatAreEquallyNear) {
  make_company();
  acme();
  const auto found = credit(states(9'000));
  EXPECT_EQ(
      found.reason,
      "a report that counts by first touch, or counts every order that it has a part in whole, or leaves "
      "the touchpoints of sales out, comes to its number");
  EXPECT_EQ(found.clause, "") << "no single one";
  EXPECT_EQ(std::ranges::count_if(found.items, &CreditTrial::is_reason), 3);
}

TEST_F(ClaimCreditTest, FindsAnotherLookBack) {
  make_company();
  const auto acme = account("Acme");
  touch(acme, "2026-03-01T09:00:00Z", channel("Web"));
  touch_of_sales(acme, "2026-08-01T09:00:00Z");
  touch_of_sales(acme, "2026-08-02T09:00:00Z");
  order(acme, "2026-08-10", 9'000'00);
  const auto found = credit(states(3'000));
  EXPECT_EQ(found.reason, "a report that looks back 180 days, or looks back 365 days, comes to its number");
  EXPECT_EQ(found.clause, "lookback_days") << "both are about that one";
}

TEST_F(ClaimCreditTest, FindsThatTheDaysOfTouchpointsCount) {
  make_company();
  acme();
  const auto later = account("Later");
  touch(later, "2026-09-20T09:00:00Z", channel("Web"));
  order(later, "2026-10-02", 5'000'00);
  EXPECT_EQ(reason(8'000),
            "a report that counts touchpoints of the period, on whichever day they led to orders, comes to "
            "its number");
}

/// Of A-1 9,000 were booked, of which two thirds were invoiced in the quarter, and a third of that is
/// marketing's: 2,000. B-1 was booked before the quarter and invoiced in it, and is marketing's alone: 1,200,
/// of which 300 were credited again. Of X-9 no order is on record, so nobody knows whose it is.
TEST_F(ClaimCreditTest, FindsThatInvoicesCountInsteadOfOrders) {
  make_company();
  const auto acme = account("Acme"), early = account("Early");
  touch(acme, "2026-07-01T09:00:00Z", channel("Web"));
  touch_of_sales(acme, "2026-07-20T09:00:00Z");
  touch_of_sales(acme, "2026-08-01T09:00:00Z");
  touch(early, "2026-06-10T09:00:00Z", channel("Web"));
  using order::OrderKind;
  line(OrderKind::booked, "A-1", acme, "2026-08-10", 9'000'00);
  line(OrderKind::booked, "B-1", early, "2026-06-20", 1'500'00);
  EXPECT_TRUE(std::ranges::none_of(credit(states(3'500)).items, counts_invoices)) << "none is on record";
  line(OrderKind::invoiced, "A-1", acme, "2026-09-10", 6'000'00);
  line(OrderKind::invoiced, "A-1", acme, "2026-10-05", 3'000'00);
  line(OrderKind::invoiced, "B-1", early, "2026-07-05", 1'500'00);
  line(OrderKind::invoiced, "B-1", early, "2026-07-20", -300'00);
  line(OrderKind::invoiced, "X-9", acme, "2026-08-01", 500'00);
  const auto found = credit(states(3'200));
  EXPECT_EQ(found.agreed.money, (Money{3'000'00, usd}));
  EXPECT_EQ(
      found.reason,
      "a report that counts what was invoiced in the period instead of what was booked, comes to its number");
  EXPECT_EQ(found.clause, "");
  ASSERT_FALSE(found.items.empty());
  EXPECT_EQ(found.items.front().reason, CreditReason::date_basis);
  EXPECT_EQ(found.items.front().revenue, (Money{3'200'00, usd}));
  EXPECT_EQ(credit(states(4'000, Side::sales)).items.at(0).revenue, (Money{4'000'00, usd}))
      << "the rest of A-1 is sales'";
}

TEST_F(ClaimCreditTest, CountsInvoicesAtTheRateOfTheirOwnDay) {
  make_company();
  rate("2026-08-10", "EUR", "1.5");
  rate("2026-09-10", "EUR", "1.2");
  const auto acme = account("Acme");
  touch(acme, "2026-08-01T09:00:00Z", channel("Web"));
  line(order::OrderKind::booked, "A-1", acme, "2026-08-10", 1'000'00, "EUR");
  line(order::OrderKind::invoiced, "A-1", acme, "2026-09-10", 1'000'00, "EUR");
  const auto found = credit(states(1'200));
  EXPECT_EQ(found.agreed.money, (Money{1'500'00, usd}));
  EXPECT_EQ(
      found.reason,
      "a report that counts what was invoiced in the period instead of what was booked, comes to its number");
}

TEST_F(ClaimCreditTest, FindsAmountsAddedUnconverted) {
  make_company();
  rate("2026-08-10", "EUR", "1.5");
  const auto acme = account("Acme");
  touch(acme, "2026-08-01T09:00:00Z", channel("Web"));
  order(acme, "2026-08-10", 9'000'00, {}, "EUR");
  const auto found = credit(states(9'000));
  EXPECT_EQ(found.agreed.money, (Money{13'500'00, usd}));
  EXPECT_EQ(found.reason, "a report that adds amounts of other currencies unconverted, comes to its number");
}

TEST_F(ClaimCreditTest, FindsOrdersCountedWholeByBothSides) {
  make_company();
  acme();
  EXPECT_EQ(reason(9'000, Side::sales),
            "a report that counts by last touch, or looks back 14 days, or looks back 30 days, or counts "
            "every order "
            "that it has a part in whole, comes to its number");
}

/// Acme's order was met by two channels of marketing and three of its campaigns, Bolt's by one of each and by
/// a visit of sales; what names no campaign stands in no campaign's report.
TEST_F(ClaimCreditTest, FindsOrdersCountedWholeForEachChannelAndForEachCampaign) {
  make_company();
  const auto acme = account("Acme"), bolt = account("Bolt");
  const auto mail = channel("Mail"), web = channel("Web");
  std::vector<Id<campaign::Campaign>> campaigns;
  for (const auto* name : {"Spring", "Summer", "Autumn"}) {
    campaign::Campaign one;
    one.name = name;
    one.side = Side::marketing;
    write([&](Write& write) { write.insert(one); });
    campaigns.push_back(one.id);
  }
  const auto met = [&](Id<account::Account> who, const char* at, Id<campaign::Channel> by, std::size_t of) {
    touchpoint::Touchpoint touchpoint;
    touchpoint.account = who;
    touchpoint.at = *parse_instant(at);
    touchpoint.channel = by;
    touchpoint.campaign = campaigns.at(of);
    touchpoint.side = Side::marketing;
    write([&](Write& write) { write.append(touchpoint); });
  };
  met(acme, "2026-07-02T09:00:00Z", web, 0);
  met(acme, "2026-07-03T09:00:00Z", mail, 1);
  met(acme, "2026-07-04T09:00:00Z", mail, 2);
  met(acme, "2026-07-05T09:00:00Z", mail, 2);
  touch(acme, "2026-07-06T09:00:00Z", web);
  touch_of_sales(acme, "2026-07-20T09:00:00Z");
  order(acme, "2026-08-10", 6'000'00);
  met(bolt, "2026-07-02T09:00:00Z", mail, 1);
  touch_of_sales(bolt, "2026-07-20T09:00:00Z");
  order(bolt, "2026-08-10", 1'000'00);
  EXPECT_EQ(credit(states(1)).agreed.money, (Money{5'500'00, usd}));
  const auto by_channel = credit(states(13'000));
  EXPECT_EQ(by_channel.reason,
            "a report that counts every order whole for each of its channels, comes to its number");
  EXPECT_EQ(by_channel.clause, "") << "the rules know no such thing";
  EXPECT_EQ(by_channel.items.front().reason, CreditReason::double_count);
  EXPECT_EQ(by_channel.items.front().revenue, (Money{13'000'00, usd}));
  EXPECT_EQ(reason(19'000),
            "a report that counts every order whole for each of its campaigns, comes to its number");
  EXPECT_EQ(reason(2'000, Side::sales), "no single change to the rules comes to its number");
}

/// Acme's order is of the first touch by 9,000, of the last by none.
TEST_F(ClaimCreditTest, CallsTheLastTouchWhatItIsWhereNothingIsDirect) {
  make_company();
  const auto acme = account("Acme");
  touch_of_sales(acme, "2026-07-20T09:00:00Z");
  touch_of_sales(acme, "2026-07-21T09:00:00Z");
  touch_of_sales(acme, "2026-08-08T09:00:00Z");
  touch(acme, "2026-08-09T09:00:00Z", channel("Web"));
  order(acme, "2026-08-10", 8'000'00);
  const auto bolt = account("Bolt");
  touch(bolt, "2026-07-20T09:00:00Z", channel("Web"));
  touch(bolt, "2026-07-21T09:00:00Z", channel("Web"));
  touch(bolt, "2026-07-22T09:00:00Z", channel("Web"));
  touch_of_sales(bolt, "2026-08-09T09:00:00Z");
  order(bolt, "2026-08-10", 800'00);
  const auto found = credit(states(8'000));
  EXPECT_EQ(found.agreed.money, (Money{2'600'00, usd}));
  EXPECT_EQ(found.reason, "a report that counts by last touch, comes to its number");
  EXPECT_EQ(found.clause, "model");
  EXPECT_TRUE(std::ranges::none_of(found.items, [](const CreditTrial& trial) {
    return trial.words.find("not direct") != std::string::npos;
  }));
}

TEST_F(ClaimCreditTest, FindsATouchpointThatLeadsToOneOrderAfterTheOther) {
  make_company();
  const auto again = acme();
  order(again, "2026-08-20", 1'500'00);
  EXPECT_EQ(reason(3'500),
            "a report that lets a touchpoint lead to one order after the other, comes to its number");
}

TEST_F(ClaimCreditTest, FindsRefundsThatAreNotTakenBack) {
  make_company();
  const auto back = acme();
  order(back, "2026-08-20", -3'600'00);
  const auto found = credit(states(3'000));
  EXPECT_EQ(found.agreed.money, (Money{1'800'00, usd}));
  EXPECT_EQ(found.reason, "a report that takes back no refunds, comes to its number");
}

TEST_F(ClaimCreditTest, FindsOrdersOfExistingCustomersLeftOut) {
  make_company();
  const auto again = acme();
  touch(again, "2026-08-15T09:00:00Z", channel("Web"));
  order(again, "2026-08-20", 800'00);
  EXPECT_EQ(reason(3'000), "a report that leaves orders of existing customers out, comes to its number");
}

TEST_F(ClaimCreditTest, SaysSoWhereNoSingleReasonExplainsIt) {
  make_company();
  acme();
  const auto found = credit(states(7'777));
  EXPECT_EQ(found.reason, "no single change to the rules comes to its number");
  EXPECT_TRUE(std::ranges::none_of(found.items, &CreditTrial::is_reason));
  EXPECT_TRUE(std::ranges::is_sorted(found.items, {},
                                     [](const CreditTrial& trial) { return std::abs(trial.off.minor); }));
}

TEST_F(ClaimCreditTest, ComparesWhatIsStatedInAnotherCurrency) {
  make_company();
  acme();
  const auto unknown = credit(states(2'000, Side::marketing, "EUR"));
  EXPECT_FALSE(unknown.why.empty());
  EXPECT_FALSE(unknown.stated.money);
  EXPECT_TRUE(unknown.items.empty());
  rate("2026-10-05", "EUR", "1.5");
  EXPECT_TRUE(credit(states(2'000, Side::marketing, "EUR")).is_equal);
}

TEST_F(ClaimCreditTest, KnowsNothingWithoutTouchpointsOrBeforeThePeriodIsOver) {
  make_company();
  order(account("Acme"), "2026-08-10", 9'000'00);
  const auto claim = states(9'000);
  EXPECT_EQ(credit(claim).why, "No touchpoints are on record, so nobody knows what led to an order.");
  EXPECT_EQ(credit(claim, "2026-09-01").why, "The period is not over before 30 September 2026.");
  reading([&](const Read& read) {
    EXPECT_TRUE(credit_claim_differs.find(read, day(as_of)).empty());
    EXPECT_NE(credit_claim_differs.blind_because(read, day(as_of)), "");
    EXPECT_EQ(credit_claim_differs.blind_because(read, day("2026-09-01")), "");
    return 0;
  });
}

TEST_F(ClaimCreditTest, IsAGapOfWhoStatesItAndNobodysMoveWithoutAgreedRules) {
  make_company();
  acme();
  states(3'000);
  states(3'600);
  reading([&](const Read& read) {
    const auto found = credit_claim_differs.find(read, day(as_of));
    EXPECT_EQ(found.size(), 1U) << "the newest counts";
    const auto& gap = found.front().gap;
    EXPECT_EQ(gap.about, "marketing 2026-07-01 2026-09-30");
    EXPECT_EQ(gap.mover, gap::Mover::marketing);
    EXPECT_EQ(gap.stake_kind, gap::StakeKind::unknown);
    EXPECT_FALSE(gap.stake.money);
    EXPECT_EQ(gap.evidence, "/claims/2");
    EXPECT_EQ(gap.why_provisional, "no rules of credit are agreed");
    return 0;
  });
}

TEST(CreditChanges, ChangeOneThingEach) {
  roi::CreditRules rules;
  rules.lookbacks = {{Id<campaign::Channel>{1}, 30}};
  const auto changes = changes_of(rules);
  EXPECT_EQ(changes.size(), 8U + 1U + 6U + 7U + 5U);
  for (const auto& change : changes) {
    EXPECT_NE(change.rules == rules, change.counting == roi::CreditCounting::by_shares) << change.words;
    EXPECT_EQ(change.clause.empty(), change.counting != roi::CreditCounting::by_shares) << change.words;
  }
}

}  // namespace
}  // namespace accord::claim
