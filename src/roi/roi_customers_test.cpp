// SPDX-License-Identifier: Apache-2.0
// Leads, new accounts, what each of them cost and what was planned. Where the data is real, the numbers were
// worked out from its files by a few lines of Python (csv, Counter), which the comments give.

#include <cmath>

#include "roi/roi_report.hpp"
#include "roi/roi_words.hpp"
#include "tests/import_fixture.hpp"

namespace accord::roi {
namespace {

using importing::ImportFixture;
using enum Dimension;

class RoiCustomersTest : public ImportFixture {
 protected:
  static Day day(const char* text) { return *parse_day(text); }
  static Question asked(Dimension by, const char* from = "2026-01-01", const char* until = "2026-11-23") {
    Question question;
    question.by = by;
    question.from = day(from);
    question.until = day(until);
    return question;
  }
  void SetUp() override {
    ImportFixture::SetUp();
    write([](Write& write) {
      people::Company company;
      company.name = "Test";
      company.currency = "USD";
      company.time_zone = "UTC";
      people::found(write, company);
    });
  }
  void write(const std::function<void(Write&)>& act) { database->write(actor, "Test.", act); }
  template <class F>
  auto reading(F use) {
    return database->read(actor, use);
  }
  std::int64_t channel(const std::string& name) {
    return reading([&](const Read& read) { return campaign::find_channel(read, name)->id.number; });
  }
  template <class T>
  Id<T> add(T record) {
    write([&](Write& write) { write.insert(record); });
    return record.id;
  }
  Id<account::Account> account(const std::string& name, const std::string& sector = "") {
    account::Account account;
    account.name = name;
    account.sector = sector;
    return add(account);
  }
  void touch(Id<account::Account> account, const char* at, const std::string& on) {
    touchpoint::Touchpoint touchpoint;
    touchpoint.account = account;
    touchpoint.at = *parse_instant(at);
    touchpoint.channel = Id<campaign::Channel>{channel(on)};
    touchpoint.side = Side::marketing;
    write([&](Write& write) { write.append(touchpoint); });
  }
  void order(Id<account::Account> account, const char* on, std::int64_t minor,
             std::optional<std::int64_t> cost, std::optional<Id<people::Person>> person = {}) {
    order::OrderLine line;
    line.account = account;
    line.at = start_of(day(on));
    line.revenue = {minor, *parse_currency("USD")};
    line.person = person;
    if (cost) line.cost = Money{*cost, *parse_currency("USD")};
    write([&](Write& write) { write.append(line); });
  }
  void spend(const std::string& on, const char* day_of, std::int64_t minor) {
    spend::Spend spend;
    spend.day = day(day_of);
    spend.channel = Id<campaign::Channel>{channel(on)};
    spend.side = Side::marketing;
    spend.amount = {minor, *parse_currency("USD")};
    write([&](Write& write) { write.append(spend); });
  }
  Id<funnel::Opportunity> lead(std::optional<Id<account::Account>> account, std::optional<Day> on,
                               funnel::Phase phase = funnel::Phase::lead) {
    funnel::Opportunity one;
    one.name = "A lead";
    one.stage = "New";
    one.account = account;
    one.created_on = on;
    one.phase = phase;
    return add(one);
  }
  Id<people::Person> person(const std::string& name, std::optional<Id<people::Person>> manager = {}) {
    people::Person person;
    person.name = name;
    person.manager = manager;
    return add(person);
  }
  std::vector<Id<product::Product>> product_pair() {
    std::vector<Id<product::Product>> pair;
    for (const auto* name : {"One", "Two"}) {
      product::Product product;
      product.name = name;
      pair.push_back(add(product));
    }
    return pair;
  }
  static double parts(Sums::Wide of) { return Sums::in_ones(of); }
};

TEST_F(RoiCustomersTest, SharesALeadAmongWhatLedToItAndClosesNoJourney) {
  const auto acme = account("Acme"), other = account("Other");
  touch(acme, "2026-03-01T09:00:00Z", "Web");
  touch(acme, "2026-03-05T09:00:00Z", "Trade show");
  lead(acme, day("2026-03-05"));
  lead(acme, day("2026-03-06"), funnel::Phase::opportunity);
  lead(other, day("2026-03-06"));
  lead(std::nullopt, day("2026-03-06"));
  lead(acme, std::nullopt);
  order(acme, "2026-03-10", 10'000, 4'000);
  spend("Web", "2026-03-01", 9'000);
  reading([&](const Read& read) {
    const auto lines = lines_of(read, asked(Dimension::channel));
    const auto& web = lines->by_key.at(channel("Web"));
    EXPECT_EQ(parts(web.lead_parts), 1.0) << "half of each of two";
    EXPECT_EQ(web.leads, 2);
    EXPECT_EQ(parts(web.opportunity_parts), 0.5);
    EXPECT_EQ(parts(web.new_account_parts), 0.5) << "the leads before took nothing of the order";
    EXPECT_EQ(lines->booked.leads, 4) << "of one nobody knows when it came";
    EXPECT_EQ(lines->unattributed.leads, 2);
    const auto line = line_in_words(read, asked(Dimension::channel), channel("Web"));
    EXPECT_EQ(line.cost_per_lead.money->minor, 9'000);
    EXPECT_FALSE(line.cost_per_opportunity.money) << "half of one is none to divide by";
    EXPECT_FALSE(line.cac.money);
    EXPECT_EQ(leads_of(read, asked(Dimension::channel), unexplained).size(), 2U);
    EXPECT_EQ(leads_of(read, asked(Dimension::channel), channel("Web")).size(), 2U);
    return 0;
  });
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(RoiCustomersTest, CountsAnAccountOnceAndOnlyWhenItFirstOrdered) {
  const auto acme = account("Acme"), old = account("Old");
  order(old, "2025-03-01", 500, 100);
  order(old, "2026-03-01", 500, 100);
  order(acme, "2026-02-01", -50, {});
  order(acme, "2026-03-01", 10'000, 4'000);
  order(acme, "2026-05-01", 20'000, 8'000);
  reading([&](const Read& read) {
    const auto rows = new_accounts_of(read, asked(product), everything);
    EXPECT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.at(0).name, "Acme");
    EXPECT_EQ(rows.at(0).first_order_on, day("2026-03-01")) << "a refund is no order";
    EXPECT_EQ(rows.at(0).margin->minor, 18'000);
    EXPECT_EQ(rows.at(0).days, 268);
    return 0;
  });
}

/// 18,000 of margin in 268 days are 2,044.31 in a month of 30.4375 days; 61,000 are paid back after 29.84.
TEST_F(RoiCustomersTest, SaysAfterHowManyMonthsAnAccountHasPaidForItself) {
  const auto acme = account("Acme");
  touch(acme, "2026-02-20T09:00:00Z", "Web");
  order(acme, "2026-03-01", 10'000, 4'000);
  order(acme, "2026-05-01", 20'000, 8'000);
  spend("Web", "2026-02-20", 61'000);
  reading([&](const Read& read) {
    const auto line = line_in_words(read, asked(Dimension::channel), channel("Web"));
    EXPECT_NEAR(*line.payback_months.number, 61'000.0 * 268 / 18'000 / 30.4375, 1e-9);
    const auto soon =
        line_in_words(read, asked(Dimension::channel, "2026-01-01", "2026-03-20"), channel("Web"));
    EXPECT_EQ(soon.cac.money->minor, 61'000);
    EXPECT_NE(soon.payback_months.why.find("less than a month"), std::string::npos);
    return 0;
  });
  order(acme, "2026-06-01", 5'000, {});
  reading([&](const Read& read) {
    const auto line = line_in_words(read, asked(Dimension::channel), channel("Web"));
    EXPECT_NE(line.payback_months.why.find("1 new account of 1 is not known"), std::string::npos);
    return 0;
  });
}

/// A budget of 31 days: 10 fall into January, 21 into February; all of them together are the budget.
TEST_F(RoiCustomersTest, SpreadsABudgetOverTheDaysOfItsCampaign) {
  campaign::Campaign show;
  show.name = "Show";
  show.channel = Id<campaign::Channel>{channel("Trade show")};
  show.starts_on = day("2026-01-22");
  show.ends_on = day("2026-02-21");
  show.budget = Money{100'000, *parse_currency("USD")};
  const auto several = product_pair();
  show.products = several;
  add(show);
  campaign::Campaign endless = show;
  endless.id = {};
  endless.name = "Endless";
  endless.ends_on.reset();
  endless.products.clear();
  add(endless);
  reading([&](const Read& read) {
    const auto by_month = lines_of(read, asked(month));
    EXPECT_EQ(by_month->by_key.at(month_of(day("2026-01-22"))).planned, 32'258);
    EXPECT_EQ(by_month->by_key.at(month_of(day("2026-02-01"))).planned, 67'742);
    const auto line = line_in_words(read, asked(Dimension::channel), channel("Trade show"));
    EXPECT_EQ(line.planned.money->minor, 100'000);
    EXPECT_EQ(line.planned.inputs.size(), 4U) << "the endless one is said, and what it compares with";
    const auto of_one = line_in_words(read, asked(product), several.front().number);
    EXPECT_NE(of_one.planned.why.find("is for several at once"), std::string::npos) << of_one.planned.why;
    const auto by_quarter = lines_of(read, asked(quarter));
    EXPECT_EQ(by_quarter->by_key.at(quarter_of(day("2026-02-01"))).planned, 100'000);
    return 0;
  });
}

TEST_F(RoiCustomersTest, ShowsAPersonsFiguresToThatPersonAndTheManagerAlone) {
  const auto boss = person("Boss"), lone = person("Lone boss");
  const auto ann = person("Ann", boss), bob = person("Bob", boss), cem = person("Cem", boss);
  const auto dee = person("Dee", lone);
  const auto acme = account("Acme");
  for (const auto one : {ann, bob, cem, dee}) order(acme, "2026-03-01", 100 * one.number, {}, one);
  const auto seen_by = [&](Id<people::Person> who) {
    Actor reader;
    reader.person = who.number;
    reader.role = Role::marketing_manager;
    return database->read(reader, [&](const Read& read) {
      std::map<std::string, std::int64_t> seen;
      for (const auto& line : lines_in_words(read, asked(salesperson)))
        seen[line.name] = line.revenue.money->minor;
      return seen;
    });
  };
  using Seen = std::map<std::string, std::int64_t>;
  const auto of = [](Id<people::Person> one) { return 100 * one.number; };
  EXPECT_EQ(seen_by(boss),
            (Seen{{"Ann", of(ann)}, {"Bob", of(bob)}, {"Cem", of(cem)}, {"Other salespeople", of(dee)}}));
  EXPECT_EQ(seen_by(ann),
            (Seen{{"Ann", of(ann)}, {"Team of Boss", of(bob) + of(cem)}, {"Other salespeople", of(dee)}}));
  EXPECT_EQ(seen_by(lone), (Seen{{"Team of Boss", of(ann) + of(bob) + of(cem)}, {"Dee", of(dee)}}));
}

TEST_F(RoiCustomersTest, TellsSegmentsByTheAccountsIndustryInAnyCase) {
  order(account("Acme", "Retail"), "2026-03-01", 100, {});
  order(account("Bolt", "retail "), "2026-03-01", 200, {});
  order(account("Core"), "2026-03-01", 400, {});
  spend("Web", "2026-03-01", 50);
  reading([&](const Read& read) {
    const auto rows = lines_in_words(read, asked(segment));
    EXPECT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows.at(1).name, "Retail");
    EXPECT_EQ(rows.at(1).revenue.money->minor, 300);
    EXPECT_EQ(rows.at(1).spend.money->minor, 0) << "no campaign addresses it";
    EXPECT_EQ(rows.at(1).roi_on_revenue.why, "Nothing was spent on it in these days.");
    EXPECT_EQ(rows.at(0).name, "No industry");
    EXPECT_EQ(report_of(read, asked(segment)).spend.money->minor, 50);
    return 0;
  });
}

/// Counter(r['product'] for r in sales_pipeline if '2017-04-01' <= r['engage_date'] <= '2017-12-31'), and the
/// same by accounts[r['account']]['sector']; by account, min(close_date) of the won ones.
TEST_F(RoiCustomersTest, CountsLeadsAndNewAccountsOfARealCrm) {
  if (!has_sample()) GTEST_SKIP() << "no test data at " << sample("");
  importing::ImportOptions options = importing::in_dollars();
  options.answers.merges = {{"GTXPro", "GTX Pro"}};
  ASSERT_EQ(run({sample("products.csv"), sample("accounts.csv"), sample("sales_teams.csv"),
                 sample("sales_pipeline.csv")},
                options),
            0)
      << said;
  spend("Web", "2017-04-02", 8'500'000);
  const auto sums_by_name = [&](Dimension by) {
    return reading([&](const Read& read) {
      std::map<std::string, std::int64_t> leads;
      for (const auto& [key, sums] : lines_of(read, asked(by, "2017-04-01", "2017-12-31"))->by_key) {
        if (sums.leads > 0) leads[roi::name_of(read, by, key)] = sums.leads;
      }
      return leads;
    });
  };
  using Counts = std::map<std::string, std::int64_t>;
  EXPECT_EQ(sums_by_name(product), (Counts{{"GTX Basic", 1310},
                                           {"GTX Plus Basic", 1018},
                                           {"MG Special", 1167},
                                           {"GTX Pro", 1089},
                                           {"GTX Plus Pro", 705},
                                           {"MG Advanced", 1006},
                                           {"GTK 500", 28}}));
  EXPECT_EQ(sums_by_name(segment), (Counts{{"technolgy", 876},
                                           {"finance", 487},
                                           {"No industry", 855},
                                           {"software", 560},
                                           {"entertainment", 331},
                                           {"medical", 786},
                                           {"retail", 1051},
                                           {"telecommunications", 365},
                                           {"services", 297},
                                           {"employment", 220},
                                           {"marketing", 495}}));
  EXPECT_EQ(sums_by_name(salesperson).at("Darcel Schlecht"), 502);
  reading([&](const Read& read) {
    const auto report = report_of(read, asked(Dimension::channel, "2017-04-01", "2017-12-31"));
    EXPECT_EQ(report.leads.number, 6'323.0);
    EXPECT_EQ(report.leads.inputs.at(1).number, 500.0) << "prospects without a day of engagement";
    EXPECT_EQ(report.unattributed_leads.number, 6'323.0) << "it holds no touchpoint";
    EXPECT_EQ(report.cost_per_lead.money->minor, 1'344) << "85,000 ÷ 6,323 is 13.4430";
    EXPECT_EQ(report.new_accounts.number, 1.0) << "84 of 85 bought before";
    EXPECT_EQ(report.cac.money->minor, 8'500'000);
    const auto year = report_of(read, asked(Dimension::channel, "2017-01-01", "2017-12-31"));
    EXPECT_EQ(year.new_accounts.number, 85.0);
    EXPECT_EQ(year.cac.money->minor, 100'000);
    return 0;
  });
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

/// Of each customer of closed_loop_touchlog the first conversion; its touches of the 90 days before it, equal
/// parts for each channel:
///   for c, t in first.items():
///     w = [x for x in events[c] if t - days(90) <= x.time <= t]
///     for x in w: new[x.channel] += 1 / len(w)
TEST_F(RoiCustomersTest, CreditsNewAccountsAndLeadsAsAnotherProgramDoes) {
  const auto log = [](const std::string& file) {
    return sample("").parent_path().parent_path() / "closed_loop_touchlog" / file;
  };
  if (!std::filesystem::exists(log("events.csv"))) GTEST_SKIP() << "no test data at " << log("");
  importing::ImportOptions options = importing::in_dollars();
  options.answers.makes_unknown_keys_new = true;
  options.answers.system = "Touch log";
  ASSERT_EQ(run({log("events.csv"), log("conversions.csv")}, options), 0) << said;
  options.answers.constants = {{"day", "2025-06-30"}};
  ASSERT_EQ(run({log("spend.csv")}, options), 0) << said;
  const auto question = asked(Dimension::channel, "2024-12-01", "2026-06-30");
  write([&](Write& write) {
    for (const auto& row : new_accounts_of(write, question, everything)) {
      funnel::Opportunity lead;
      lead.name = "A lead";
      lead.stage = "New";
      lead.phase = funnel::Phase::lead;
      lead.account = Id<account::Account>{row.id.number};
      lead.created_on = row.first_order_on;
      write.insert(lead);
    }
  });
  struct Expected {
    const char* channel;
    double accounts;
    std::int64_t cac;
  };
  constexpr Expected expected[] = {
      {"demo", 422.08098568098376, 95'603},       {"direct_mail", 43.994047619047635, 18'439},
      {"display", 79.80396825396829, 12'306},     {"email", 209.43496780996762, 749},
      {"organic", 548.8719280719278, 0},          {"paid_search", 307.2411838161832, 26'863},
      {"rep_call", 488.315182040181, 49'296},     {"rep_visit", 311.46582306582263, 169'367},
      {"social_ads", 155.41618381618363, 27'556}, {"trade_show", 187.39927849927852, 166'588},
      {"webinar", 221.97645132645133, 47'265}};
  reading([&](const Read& read) {
    const auto lines = lines_of(read, question);
    EXPECT_EQ(lines->booked.new_accounts, 2'976);
    EXPECT_EQ(lines->unattributed.new_accounts, 0);
    for (const auto& one : expected) {
      const auto key = campaign::find_channel(read, one.channel)->id.number;
      const auto& sums = lines->by_key.at(key);
      EXPECT_NEAR(parts(sums.new_account_parts), one.accounts, 1e-9 * one.accounts) << one.channel;
      EXPECT_NEAR(parts(sums.lead_parts), one.accounts, 1e-9 * one.accounts)
          << one.channel << ": no touch lies between a first conversion and the end of its day";
      const auto line = line_in_words(read, question, key);
      if (one.cac > 0) {
        EXPECT_EQ(line.cac.money->minor, one.cac) << one.channel;
      } else {
        EXPECT_EQ(line.cac.why, "Nothing was spent on it in these days.");
      }
    }
    EXPECT_EQ(report_of(read, question).cac.money->minor, 58'257) << "1,733,723.40 ÷ 2,976 is 582.5683";
    return 0;
  });
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

/// Counter(quarter(first_contact_date) for the 8,000 leads), and for the 842 of them that have a closed deal.
TEST_F(RoiCustomersTest, CountsTheLeadsOfAMarketplaceByQuarter) {
  const auto file = [](const std::string& name) {
    return sample("").parent_path().parent_path() / "olist_marketing_funnel" / name;
  };
  const auto leads = file("olist_marketing_qualified_leads_dataset.csv");
  if (!std::filesystem::exists(leads)) GTEST_SKIP() << "no test data at " << leads;
  importing::ImportOptions options;
  options.target = "lead";
  options.answers.system = "Olist";
  options.columns = {{"mql_id", "lead_key"}, {"first_contact_date", "created_on"}, {"origin", "source"}};
  options.answers.constants = {{"stage", "Qualified"}};
  ASSERT_EQ(run({leads}, options), 0) << said;
  options.target = "opportunity";
  options.columns = {
      {"mql_id", "lead_key"}, {"seller_id", "account"}, {"sr_id", "owner"}, {"won_date", "won_at"}};
  options.answers.constants = {{"stage", "Won"}};
  ASSERT_EQ(run({file("olist_closed_deals_dataset.csv")}, options), 0) << said;
  spend("Web", "2018-01-02", 10'000'000);
  reading([&](const Read& read) {
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> found;
    const auto question = asked(quarter, "2017-01-01", "2018-12-31");
    const auto lines = lines_of(read, question);
    for (const auto& [key, sums] : lines->by_key)
      found[roi::name_of(read, quarter, key)] = {sums.leads, sums.opportunities};
    EXPECT_EQ(found, (std::map<std::string, std::pair<std::int64_t, std::int64_t>>{
                         {"Quarter 2 of 2017", {4, 0}},
                         {"Quarter 3 of 2017", {937, 18}},
                         {"Quarter 4 of 2017", {1'061, 43}},
                         {"Quarter 1 of 2018", {3'343, 468}},
                         {"Quarter 2 of 2018", {2'655, 313}}}));
    const auto line = line_in_words(read, question, quarter_of(day("2018-01-02")));
    EXPECT_EQ(line.cost_per_lead.money->minor, 2'991) << "100,000 ÷ 3,343 is 29.9133";
    EXPECT_EQ(line.cost_per_opportunity.money->minor, 21'368) << "100,000 ÷ 468 is 213.6752";
    EXPECT_EQ(line.new_accounts.why, "No order is on record.") << "a deal without a value is no order";
    return 0;
  });
}

}  // namespace
}  // namespace accord::roi
