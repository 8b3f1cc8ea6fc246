// SPDX-License-Identifier: Apache-2.0
// Two real funnels, with answers by R 4.2.2 (survival 3.5-3, cmprsk 2.2-11) from the same files: durations in
// days by as.Date, what is still open counted up to the last day on which anything was closed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/day.hpp"
#include "kernels/curve_comparison.hpp"
#include "kernels/proportion.hpp"
#include "tests/closed_loop_log.hpp"
#include "tests/durations.hpp"

namespace accord::kernels {
namespace {

using tests::DataRow;
using tests::DurationList;

std::int64_t day_of(const std::string& text) { return parse_day(text.substr(0, 10))->number; }

/// Groups by name.
using Groups = std::map<std::string, DurationList>;

DurationList all_of(const Groups& groups) {
  DurationList all;
  for (const auto& [name, list] : groups) all = all + list;
  return all;
}

std::vector<RiskTable> tables_of(const Groups& groups, std::size_t causes) {
  std::vector<RiskTable> tables;
  for (const auto& [name, list] : groups) tables.push_back(risk_table(list.durations(), {.causes = causes}));
  return tables;
}

/// Opportunities that were engaged, by salesperson: won is 1, lost is 2.
Groups crm_by_salesperson() {
  const auto rows = tests::data_rows("crm_sales_opportunities/sales_pipeline.csv");
  std::int64_t end = 0;
  for (const auto& row : rows) {
    if (!row.at("close_date").empty()) end = std::max(end, day_of(row.at("close_date")));
  }
  Groups groups;
  for (const auto& row : rows) {
    if (row.at("engage_date").empty()) continue;
    const auto& close = row.at("close_date");
    const auto cause = row.at("deal_stage") == "Won" ? 1 : row.at("deal_stage") == "Lost" ? 2 : 0;
    groups[row.at("sales_agent")].add((close.empty() ? end : day_of(close)) - day_of(row.at("engage_date")),
                                      static_cast<std::uint8_t>(cause));
  }
  return groups;
}

TEST(RealDurationsOracle, SalespeopleCloseAtOtherSpeedsButWinAlike) {
  const auto groups = crm_by_salesperson();
  if (groups.empty()) GTEST_SKIP() << "the CRM's export is not here";
  ASSERT_EQ(groups.size(), 30U);
  const auto tables = tables_of(groups, 2);
  EXPECT_NEAR(log_rank(tables).chi_square, 283.0551557, 5e-8);
  EXPECT_NEAR(log_rank(tables, 1).chi_square, 184.70201444, 5e-9);
  const auto won = gray_test(tables, 1), lost = gray_test(tables, 2);
  EXPECT_EQ(won.degrees, 29U);
  EXPECT_NEAR(won.chi_square, 76.202818727, 5e-10);
  EXPECT_NEAR(won.p, 4.1057023662e-06, 5e-17);
  EXPECT_NEAR(lost.chi_square, 74.613864703, 5e-10);
  std::vector<Proportion> rates;
  for (const auto& [name, list] : groups) {
    const auto count = [&](std::uint8_t cause) {
      return static_cast<std::uint64_t>(std::count(list.cause.begin(), list.cause.end(), cause));
    };
    rates.push_back({count(1), count(1) + count(2)});
  }
  const auto alike = proportions_test(rates);
  EXPECT_NEAR(alike.chi_square, 33.3477117993, 5e-11);
  EXPECT_NEAR(alike.p, 0.263936979772, 5e-13);
  EXPECT_NEAR(alike.expected, 29.11146, 5e-6);
}

TEST(RealDurationsOracle, WonAndLostOfAllOpportunities) {
  const auto groups = crm_by_salesperson();
  if (groups.empty()) GTEST_SKIP() << "the CRM's export is not here";
  const auto table = risk_table(all_of(groups).durations(), {.causes = 2});
  const auto found = cumulative_incidence(table);
  const double won[] = {0.21899483409, 0.26473297424, 0.39701474645},
               lost[] = {0.16220645908, 0.18550122372, 0.25212461500};
  for (const int i : {0, 1, 2}) {
    EXPECT_NEAR(incidence_at(found, table, 1, 30 * (i + 1)).value, won[i], 5e-12);
    EXPECT_NEAR(incidence_at(found, table, 2, 30 * (i + 1)).value, lost[i], 5e-12);
  }
}

/// Leads that came by social media, and all others.
TEST(RealDurationsOracle, LeadsOfSocialMediaAreWonLess) {
  const auto leads = tests::data_rows("olist_marketing_funnel/olist_marketing_qualified_leads_dataset.csv");
  if (leads.empty()) GTEST_SKIP() << "the marketplace's funnel is not here";
  std::map<std::string, std::int64_t> won;
  std::int64_t end = 0;
  for (const auto& deal : tests::data_rows("olist_marketing_funnel/olist_closed_deals_dataset.csv")) {
    won[deal.at("mql_id")] = day_of(deal.at("won_date"));
    end = std::max(end, won[deal.at("mql_id")]);
  }
  Groups groups;
  std::size_t before_contact = 0;
  for (const auto& lead : leads) {
    const auto deal = won.find(lead.at("mql_id"));
    const auto days = (deal == won.end() ? end : deal->second) - day_of(lead.at("first_contact_date"));
    if (days < 0)
      ++before_contact;
    else
      groups[lead.contains("origin") && lead.at("origin") == "social" ? "social" : "other"].add(
          days, deal != won.end());
  }
  EXPECT_EQ(before_contact, 1U) << "won before the first contact: a finding about the data";
  const auto tables = tables_of(groups, 1);
  const auto compared = log_rank(tables);
  EXPECT_NEAR(compared.chi_square, 40.9814730491, 5e-11);
  EXPECT_NEAR(compared.groups[1].expected, 145.0479975, 5e-8);
  EXPECT_EQ(compared.groups[1].left, 75U);
  const auto other = survival(tables[0]), social = survival(tables[1]);
  const auto a_month = survival_at(social, tables[1], 30);
  EXPECT_NEAR(a_month.value, 0.971111111, 5e-10);
  EXPECT_NEAR(a_month.standard_error, 0.00455861585, 5e-12);
  EXPECT_NEAR(a_month.interval->from, 0.960671834, 5e-10);
  EXPECT_NEAR(a_month.interval->to, 0.978809944, 5e-10);
  EXPECT_EQ(a_month.at_risk, 1314U);
  EXPECT_NEAR(survival_at(other, tables[0], 90).value, 0.904948112, 5e-10);
  EXPECT_EQ(quantile(social, 0.5).tick, std::nullopt) << "most leads are never won";
}

}  // namespace
}  // namespace accord::kernels
