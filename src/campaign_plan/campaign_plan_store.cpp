// SPDX-License-Identifier: Apache-2.0
#include "campaign_plan/campaign_plan_store.hpp"

#include "db/counts_as.hpp"
#include "exchange_rate/exchange_rate.hpp"

namespace accord::campaign_plan {
namespace {

const Sql of_campaigns{
    "SELECT s.id, s.day, s.side, s.campaign, COALESCE(s.territory, 0), COALESCE(s.product, 0), "
    "s.amount_minor, s.amount_currency FROM spend_standing s WHERE s.campaign IS NOT NULL "
    "AND s.kind <> 'pay' AND " ACCORD_IN_SCOPE("s.territory") " ORDER BY s.day, s.id"};

Entries read_entries(const Read& read) {
  Entries entries;
  const auto rates = exchange_rate::rates(read);
  const auto campaigns = counts_as(read, "campaign");
  read.each(of_campaigns, {read.scope()}, [&](const Row& row) {
    const Day day{static_cast<std::int32_t>(row.integer(1))};
    const Money told{row.integer(6), parse_currency(row.text(7)).value_or(Currency{})};
    entries[campaigns->of(row.integer(3))].push_back(
        {.id = row.integer(0),
         .day = day,
         .side = choice_named<Side>(row.text(2)).value_or(Side::none),
         .territory = row.integer(4),
         .product = row.integer(5),
         .value = rates->converted(told, day)});
  });
  return entries;
}

}  // namespace

std::shared_ptr<const Entries> entries_by_campaign(const Read& read) {
  return read.kept<Entries>("campaign_plan entries", [&] { return read_entries(read); });
}

}  // namespace accord::campaign_plan
