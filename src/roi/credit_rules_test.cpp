// SPDX-License-Identifier: Apache-2.0
// What each clause of the rules of credit does to one order, by hand.
#include "roi/credit_rules.hpp"

#include "base/json.hpp"
#include "roi/roi_cohort_view.hpp"
#include "roi/roi_gaps.hpp"
#include "roi/roi_journeys.hpp"
#include "roi/roi_models.hpp"
#include "roi/roi_report.hpp"
#include "roi/roi_words.hpp"
#include "tests/roi_fixture.hpp"

namespace accord::roi {
namespace {

class CreditRulesTest : public tests::RoiTest {
 protected:
  /// What each channel earned, and under `unexplained` what nothing explains.
  std::map<Key, std::int64_t> credits(const CreditRules& rules, const char* from = "2026-01-01") {
    auto question = of_2026();
    static_cast<CreditRules&>(question) = rules;
    question.from = day(from);
    return reading([&](const Read& read) {
      const auto lines = lines_of(read, question);
      std::map<Key, std::int64_t> found;
      if (lines->unattributed.revenue != 0) found[unexplained] = lines->unattributed.revenue;
      for (const auto& [key, sums] : lines->by_key) {
        if (sums.revenue != 0) found[key] = sums.revenue;
      }
      return found;
    });
  }
  using Credits = std::map<Key, std::int64_t>;
};

TEST_F(CreditRulesTest, AChannelMayLookBackFurtherThanTheOthersOrLess) {
  make_company();
  const auto acme = account("Acme");
  const auto web = channel("Web"), show = channel("Trade show");
  touch(acme, "2026-01-05T09:00:00Z", show);
  touch(acme, "2026-01-06T09:00:00Z", web);
  touch(acme, "2026-05-01T09:00:00Z", web);
  order(acme, "2026-05-10", 10'000);
  CreditRules rules;
  EXPECT_EQ(credits(rules), (Credits{{web.number, 10'000}}));
  rules.lookbacks = {{show, 180}};
  EXPECT_EQ(credits(rules), (Credits{{show.number, 5'000}, {web.number, 5'000}}));
  rules.lookbacks = {{show, 180}, {web, 5}};
  EXPECT_EQ(credits(rules), (Credits{{show.number, 10'000}}));
  rules.lookbacks = {{web, 5}};
  EXPECT_EQ(credits(rules), (Credits{{unexplained, 10'000}}));
}

TEST_F(CreditRulesTest, WhereNoOrderClosesAJourneyATouchpointLeadsToAllInItsLookback) {
  make_company();
  const auto acme = account("Acme");
  const auto web = channel("Web"), show = channel("Trade show");
  touch(acme, "2026-03-01T09:00:00Z", show);
  order(acme, "2026-03-10", 1'000);
  touch(acme, "2026-03-20T09:00:00Z", web);
  order(acme, "2026-03-30", 1'000);
  CreditRules rules;
  EXPECT_EQ(credits(rules), (Credits{{show.number, 1'000}, {web.number, 1'000}}));
  rules.journeys_end_at = JourneyEnd::no_order;
  EXPECT_EQ(credits(rules), (Credits{{show.number, 1'500}, {web.number, 500}}));
}

TEST_F(CreditRulesTest, SalesMayStandAside) {
  make_company();
  const auto acme = account("Acme"), other = account("Other");
  const auto web = channel("Web"), show = channel("Trade show");
  touch(acme, "2026-03-01T09:00:00Z", web);
  touch(acme, "2026-03-02T09:00:00Z", show, Side::sales);
  order(acme, "2026-03-10", 1'000);
  touch(other, "2026-03-02T09:00:00Z", show, Side::sales);
  order(other, "2026-03-10", 300);
  CreditRules rules;
  EXPECT_EQ(credits(rules), (Credits{{show.number, 800}, {web.number, 500}}));
  rules.sales_touchpoints_share = false;
  EXPECT_EQ(credits(rules), (Credits{{unexplained, 300}, {web.number, 1'000}}));
}

TEST_F(CreditRulesTest, VisitsThatNobodyBroughtMayCountOnlyWhereTheyAreAlone) {
  make_company();
  campaign::Channel channel_of_visits;
  channel_of_visits.name = "Direct";
  channel_of_visits.is_direct = true;
  write([&](Write& write) { write.insert(channel_of_visits); });
  const auto direct = channel_of_visits.id, web = channel("Web");
  const auto acme = account("Acme"), other = account("Other");
  touch(acme, "2026-03-01T09:00:00Z", web);
  touch(acme, "2026-03-02T09:00:00Z", direct);
  order(acme, "2026-03-10", 1'000);
  touch(other, "2026-03-02T09:00:00Z", direct);
  order(other, "2026-03-10", 300);
  CreditRules rules;
  EXPECT_EQ(credits(rules), (Credits{{web.number, 500}, {direct.number, 800}}));
  rules.direct = DirectTouchpoints::only_alone;
  EXPECT_EQ(credits(rules), (Credits{{web.number, 1'000}, {direct.number, 300}}));
}

TEST_F(CreditRulesTest, OrdersOfExistingCustomersMayStayUnattributed) {
  make_company();
  const auto acme = account("Acme");
  const auto web = channel("Web");
  touch(acme, "2026-03-01T09:00:00Z", web);
  order(acme, "2026-03-10", 1'000);
  touch(acme, "2026-03-20T09:00:00Z", web);
  order(acme, "2026-03-30", 300);
  CreditRules rules;
  EXPECT_EQ(credits(rules), (Credits{{web.number, 1'300}}));
  rules.existing_customers = ExistingCustomers::unattributed;
  EXPECT_EQ(credits(rules), (Credits{{unexplained, 300}, {web.number, 1'000}}));
  EXPECT_EQ(credits(rules, "2026-03-15"), (Credits{{unexplained, 300}}))
      << "what was ordered before the days asked for counts as before";
}

TEST_F(CreditRulesTest, AmountsMayCountAtTheRateOfTheFirstOfTheirMonth) {
  make_company();
  const auto acme = account("Acme");
  const auto web = channel("Web");
  rate("2026-03-01", "EUR", "1.2");
  rate("2026-03-10", "EUR", "1.1");
  touch(acme, "2026-03-01T09:00:00Z", web);
  order(acme, "2026-03-10", 1'000, {}, "EUR");
  spend(web, "2026-03-10", 500, "EUR");
  CreditRules rules;
  EXPECT_EQ(credits(rules), (Credits{{web.number, 1'100}}));
  rules.currency_day = exchange_rate::RateDay::month_start;
  EXPECT_EQ(credits(rules), (Credits{{web.number, 1'200}}));
  reading([&](const Read& read) {
    auto question = of_2026();
    EXPECT_EQ(lines_of(read, question)->booked.spent, 550);
    static_cast<CreditRules&>(question) = rules;
    EXPECT_EQ(lines_of(read, question)->booked.spent, 600);
    return 0;
  });
}

TEST_F(CreditRulesTest, ARefundTakesBackWhatItsOrderGaveInTheDaysInWhichItCame) {
  make_company();
  const auto acme = account("Acme"), new_one = account("New");
  const auto web = channel("Web"), show = channel("Trade show");
  product::Product pump, valve;
  pump.name = "Pump";
  valve.name = "Valve";
  write([&](Write& write) {
    write.insert(pump);
    write.insert(valve);
  });
  touch(acme, "2026-03-01T09:00:00Z", web);
  touch(acme, "2026-03-02T09:00:00Z", web);
  touch(acme, "2026-03-03T09:00:00Z", show);
  order(acme, "2026-03-10", 1'001, {}, "USD", pump.id);
  touch(acme, "2026-03-20T09:00:00Z", show);
  order(acme, "2026-03-30", 500, {}, "USD", valve.id);
  order(acme, "2026-04-20", -1'001, {}, "USD", pump.id);
  order(new_one, "2026-04-21", -70);
  const CreditRules rules;
  // What was wholly taken back ended no journey: its touchpoints are those of the order after it too.
  EXPECT_EQ(credits(rules), (Credits{{unexplained, -70}, {web.number, 250}, {show.number, 250}}))
      << "to the cent, the right order";
  EXPECT_EQ(credits(rules, "2026-04-01"),
            (Credits{{unexplained, -70}, {web.number, -668}, {show.number, -333}}));
}

/// A refund that no rate converts is left out everywhere, and one that sold nothing back is of the newest
/// order.
TEST_F(CreditRulesTest, ARefundInACurrencyWithoutARateTakesNothingBackFromAnybody) {
  make_company();
  const auto acme = account("Acme");
  const auto web = channel("Web");
  touch(acme, "2026-03-01T09:00:00Z", web);
  order(acme, "2026-03-10", 1'000);
  order(acme, "2026-03-20", -900, {}, "JPY");
  EXPECT_EQ(credits(CreditRules{}), (Credits{{web.number, 1'000}}));
  reading([&](const Read& read) {
    std::int64_t minor = 0;
    const auto all = ledger(read);
    for (const auto& part : all->parts(2)) {
      all->each_asked(part, of_2026(), [&](const AskedJourney& journey) {
        if (journey.order != nullptr) minor += journey.order->revenue.minor + journey.refunded_minor;
      });
    }
    EXPECT_EQ(minor, 1'000);
    return 0;
  });
}

TEST_F(CreditRulesTest, ACampaignThatEarnedLessThanItCostIsFoundWhateverWasRefundedOrLost) {
  make_company();
  const auto show = channel("Trade show");
  campaign::Campaign fair, loss, unknown, perhaps;
  fair.name = "Fair";
  loss.name = "Loss";
  unknown.name = "Unknown";
  perhaps.name = "Perhaps";
  for (auto* one : {&fair, &loss, &unknown, &perhaps}) {
    one->channel = show;
    one->side = Side::marketing;
    write([&](Write& write) { write.insert(*one); });
  }
  const auto reached = [&](Id<campaign::Campaign> by, const char* at) {
    const auto who = account(std::string("Account of ") + at);
    touchpoint::Touchpoint touchpoint;
    touchpoint.account = who;
    touchpoint.at = *parse_instant(at);
    touchpoint.channel = show;
    touchpoint.campaign = by;
    touchpoint.side = Side::marketing;
    write([&](Write& write) { write.append(touchpoint); });
    return who;
  };
  const auto paid = [&](Id<campaign::Campaign> by, std::int64_t minor) {
    spend::Spend spend;
    spend.day = day("2026-03-01");
    spend.campaign = by;
    spend.channel = show;
    spend.side = Side::marketing;
    spend.amount = {minor, tests::usd};
    write([&](Write& write) { write.append(spend); });
  };
  // Fair: 2,000 of margin, of which a refund takes 1,000 back; Loss: sold below its cost.
  const auto buyer = reached(fair.id, "2026-03-02T09:00:00Z");
  order(buyer, "2026-03-10", 10'000, 8'000);
  order(buyer, "2026-03-20", -5'000, -4'000);
  paid(fair.id, 1'500);
  order(reached(loss.id, "2026-03-03T09:00:00Z"), "2026-03-10", 1'000, 1'200);
  paid(loss.id, 2'500);
  // What goods of unknown cost brought is no more than what was paid for them: 300 here, 1,200 there.
  order(reached(unknown.id, "2026-03-04T09:00:00Z"), "2026-03-10", 300);
  paid(unknown.id, 1'100);
  order(reached(perhaps.id, "2026-03-05T09:00:00Z"), "2026-03-10", 1'200);
  paid(perhaps.id, 1'100);
  for (int i = 10; i < 40; ++i) {
    const auto other = account("Other " + std::to_string(i));
    touch(other, "2026-03-01T09:00:00Z", show);
    order(other, "2026-03-05", 100, 10);
  }
  reading([&](const Read& read) {
    const auto found = campaign_below_spend.find(read, day("2026-11-23"));
    EXPECT_EQ(found.size(), 3U);
    EXPECT_EQ(found.at(2).gap.stake.money, (Money{800, tests::usd})) << found.at(2).gap.sentence;
    EXPECT_EQ(found.at(0).gap.stake.money, (Money{500, tests::usd})) << found.at(0).gap.sentence;
    EXPECT_EQ(found.at(1).gap.stake.money, (Money{2'700, tests::usd})) << found.at(1).gap.sentence;
    return 0;
  });
}

TEST_F(CreditRulesTest, ShapleyGivesEachChannelOfAJourneyTheSame) {
  make_company();
  const auto acme = account("Acme");
  const auto web = channel("Web"), show = channel("Trade show");
  touch(acme, "2026-03-01T09:00:00Z", web);
  touch(acme, "2026-03-02T09:00:00Z", web);
  touch(acme, "2026-03-03T09:00:00Z", show);
  order(acme, "2026-03-10", 1'000);
  CreditRules rules;
  rules.model = CreditModel::shapley;
  EXPECT_EQ(credits(rules), (Credits{{web.number, 500}, {show.number, 500}}));
}

/// Of four accounts two convert: one by web alone, one by web and the show; one saw the show and one the web,
/// in vain. Without the web nothing converts; without the show half does. So effects are 1 and 0.5.
TEST_F(CreditRulesTest, MarkovSharesAnOrderByWhatWouldBeLostWithoutEachChannel) {
  make_company();
  const auto web = channel("Web"), show = channel("Trade show");
  const auto one = account("One"), two = account("Two"), three = account("Three"), four = account("Four");
  touch(one, "2026-03-01T09:00:00Z", web);
  order(one, "2026-03-10", 900);
  touch(two, "2026-03-01T09:00:00Z", show);
  touch(two, "2026-03-02T09:00:00Z", web);
  order(two, "2026-03-10", 900);
  touch(three, "2026-03-01T09:00:00Z", show);
  touch(four, "2026-03-01T09:00:00Z", web);
  CreditRules rules;
  rules.model = CreditModel::markov;
  const auto found = credits(rules);
  // P = 1/2: starts web 1/2, show 1/2; web converts 2/3; show goes to the web 1/2. Without the show 1/3 is
  // left. The effects are 1 and 1 − (1/3 ÷ 1/2) = 1/3, so of the second order the web has 3/4.
  EXPECT_EQ(found, (Credits{{web.number, 900 + 675}, {show.number, 225}}));
}

TEST_F(CreditRulesTest, FormulasSayHowFarEachChannelLooksBackAndWhoStandsAside) {
  make_company();
  const auto web = channel("Web"), show = channel("Trade show"), mail = channel("Direct mail");
  reading([&](const Read& read) {
    Question question = of_2026();
    EXPECT_EQ(rules_in_words(read, question),
              "the same credit to each touchpoint; touchpoints of the 90 days before");
    question.lookback_days = 1;
    EXPECT_EQ(lookback_in_words(read, question), "the 1 day before");
    question.lookback_days = 90;
    question.lookbacks = {{web, 30}, {mail, 90}, {show, 180}};
    EXPECT_EQ(reach_in_words(read, question), "the 90 days before (30 for Web, 180 for Trade show)")
        << "who looks back as far as the others is not named";
    question.sales_touchpoints_share = false;
    question.direct = DirectTouchpoints::only_alone;
    question.existing_customers = ExistingCustomers::unattributed;
    question.journeys_end_at = JourneyEnd::no_order;
    EXPECT_EQ(exceptions_in_words(question),
              "; touchpoints of sales are left out, direct visits share only where nothing else led to it, "
              "orders of accounts that had ordered before stay unattributed and an order closes no journey");
    EXPECT_EQ(
        exceptions_in_words(question, CreditOf::leads),
        "; touchpoints of sales are left out and direct visits share only where nothing else led to it");
    return 0;
  });
}

TEST_F(CreditRulesTest, EveryWorkingSaysTheRulesThatItIsToldBy) {
  make_company();
  const auto web = channel("Web"), show = channel("Trade show");
  const auto acme = account("Acme");
  touch(acme, "2026-03-01T09:00:00Z", web);
  touch(acme, "2026-03-02T09:00:00Z", show, Side::sales);
  order(acme, "2026-03-10", 1'000);
  touch(acme, "2026-03-20T09:00:00Z", web);
  order(acme, "2026-03-30", 300);
  order(account("Other"), "2026-03-31", 70);
  spend(web, "2026-03-01", 500);
  Question question = of_2026();
  question.lookbacks = {{show, 180}};
  question.sales_touchpoints_share = false;
  question.existing_customers = ExistingCustomers::unattributed;
  const std::string reach = "the 90 days before (180 for Trade show)",
                    of_leads = "; touchpoints of sales are left out",
                    of_orders =
                        "; touchpoints of sales are left out and orders of accounts that had ordered before "
                        "stay unattributed";
  const auto expect_end = [](const std::string& text, const std::string& end) {
    EXPECT_TRUE(text.ends_with(end)) << text << "\n does not end in: " << end;
  };
  reading([&](const Read& read) {
    const auto report = report_of(read, question);
    expect_end(report.attributed.formula, "with a touchpoint of " + reach + of_orders);
    expect_end(report.unattributed_leads.formula, "without a touchpoint of " + reach + of_leads);
    expect_end(report.unattributed_new_accounts.formula, "without a touchpoint of " + reach + of_leads);
    const auto line = line_in_words(read, question, web.number);
    for (const auto* figure : {&line.orders, &line.revenue, &line.gross_margin})
      expect_end(figure->formula,
                 "with the same credit to each touchpoint; touchpoints of " + reach + of_orders);
    for (const auto* figure : {&line.leads, &line.opportunities, &line.new_accounts})
      expect_end(figure->formula,
                 "with the same credit to each touchpoint; touchpoints of " + reach + of_leads);
    EXPECT_EQ(line_in_words(read, of_2026(Dimension::month), month_of(day("2026-03-01"))).orders.formula,
              "the orders booked for it in these days")
        << "what has orders of its own has them by no rule";
    ModelsQuestion models;
    models.question = question;
    const auto compared = models_line(read, models, web.number);
    expect_end(compared.linear.formula, "; touchpoints of " + reach + of_orders);
    expect_end(compared.markov.formula, "by the touchpoints of " + reach + of_orders);
    expect_end(
        flow_of(read, question).journeys_sentence,
        "may still close" + of_orders +
            ". A journey is as long as that look-back at most, so that whoever is met for longer without "
            "ordering fails several times, and by a longer look-back journeys are fewer and the rate is "
            "higher. What is still open has no part in a rate. No model of credit plays a part: journeys "
            "are the same under each.");
    CohortQuestion months;
    months.question = question;
    const auto cohorts = cohorts_of(read, months);
    for (const auto* figure : {&cohorts.returned, &cohorts.unattributed})
      expect_end(figure->formula, reach + of_orders);
    EXPECT_EQ(cohorts.lag.formula.find("90 days"), std::string::npos) << "by no rule";
    return 0;
  });
}

TEST_F(CreditRulesTest, AnOrderSaysWhetherNothingLedToItOrTheRulesLeaveItAlone) {
  make_company();
  const auto acme = account("Acme"), other = account("Other");
  touch(acme, "2026-03-01T09:00:00Z", channel("Web"));
  order(acme, "2026-03-10", 1'000);
  touch(acme, "2026-03-20T09:00:00Z", channel("Web"));
  order(acme, "2026-03-30", 300);
  order(other, "2026-03-30", 70);
  reading([&](const Read& read) {
    auto question = of_2026();
    question.existing_customers = ExistingCustomers::unattributed;
    question.lookbacks = {{channel("Web"), 30}};
    std::map<std::int64_t, std::string> sentences;
    for (const auto& row : orders_of(read, question, everything))
      sentences[row.revenue.minor] = journey_of(read, question, row.id.number).sentence;
    EXPECT_EQ(sentences[1'000], "1 touchpoint led to it: the same credit to each touchpoint");
    EXPECT_EQ(sentences[300],
              "By the rules of credit it stays unattributed, for its account had ordered before");
    EXPECT_EQ(sentences[70], "No touchpoint of the 90 days before (30 for Web) explains it");
    return 0;
  });
}

TEST_F(CreditRulesTest, RulesThatMeanNothingAreRefusedByClause) {
  make_company();
  const auto web = channel("Web");
  CreditRules rules;
  rules.markov_order = 5;
  rules.lookback_days = 0;
  rules.lookbacks = {{web, 90}, {web, 0}, {{9'999}, 10}};
  reading([&](const Read& read) {
    std::string clauses;
    for (const auto& problem : problems_of(read, rules)) clauses += problem.field + " ";
    EXPECT_EQ(
        clauses,
        "markov_order lookback_days lookbacks[1].lookback_days lookbacks[1].channel lookbacks[2].channel ");
    EXPECT_TRUE(problems_of(read, CreditRules{}).empty());
    for (const auto& one : credit_rules_kind.templates(read))
      EXPECT_TRUE(credit_rules_kind.check(read, one.body).empty()) << one.name;
    return 0;
  });
}

TEST_F(CreditRulesTest, ADraftSaysWhatEachOfItsClausesWouldMove) {
  make_company();
  const auto acme = account("Acme");
  const auto web = channel("Web"), show = channel("Trade show");
  touch(acme, "2026-03-01T09:00:00Z", web);
  touch(acme, "2026-03-02T09:00:00Z", show, Side::sales);
  order(acme, "2026-03-10", 100'000);
  CreditRules draft;
  draft.model = CreditModel::first_touch;
  draft.sales_touchpoints_share = false;
  reading([&](const Read& read) {
    const auto found = would_have_moved(read, {json::serialize(to_json(draft))}, std::nullopt,
                                        day("2026-01-01"), day("2026-03-31"));
    EXPECT_EQ(found.size(), 2U);
    EXPECT_EQ(found.at(0).clause, "model");
    EXPECT_EQ(found.at(0).stake.money, (Money{50'000, tests::usd}));
    EXPECT_EQ(found.at(0).sentence,
              "$500 of credit would stand elsewhere: most goes to Web ($500), most leaves Trade show ($500)");
    EXPECT_EQ(found.at(1).clause, "sales_touchpoints_share");
    EXPECT_EQ(found.at(1).count, 2);
    const auto same = would_have_moved(read, {json::serialize(to_json(CreditRules{}))}, std::nullopt,
                                       day("2026-01-01"), day("2026-03-31"));
    EXPECT_EQ(same.size(), 1U);
    EXPECT_EQ(same.at(0).stake.money, (Money{50'000, tests::usd}))
        << "against the last touch, where it changes nothing";
    return 0;
  });
}

}  // namespace
}  // namespace accord::roi
