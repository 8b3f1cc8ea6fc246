// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_history_store.hpp"

#include "db/counts_as.hpp"

namespace accord::roi {
namespace {

const Sql of_account{
    "SELECT o.id, o.name, o.key, o.outcome, o.value_minor, o.value_currency, o.created_on, o.close_on "
    "FROM opportunity o WHERE o.account IN " ACCORD_SAME_AS(
        "'account'", ":account") " AND " ACCORD_IN_SCOPE("o.territory") " ORDER BY o.id"};

std::optional<Day> day_in(const Row& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return Day{static_cast<std::int32_t>(row.integer(column))};
}

}  // namespace

std::vector<AccountOpportunity> opportunities_of(const Read& read, std::int64_t account) {
  std::vector<AccountOpportunity> found;
  read.each(of_account, {{"account", account}, read.scope()}, [&](const Row& row) {
    AccountOpportunity one{row.integer(0), std::string(row.text(1)), {}, {}, day_in(row, 6), day_in(row, 7)};
    if (one.name.empty()) one.name = row.text(2);
    one.outcome = choice_named<funnel::Outcome>(row.text(3)).value_or(funnel::Outcome::open);
    if (!row.is_null(4)) one.value = Money{row.integer(4), parse_currency(row.text(5)).value_or(Currency{})};
    found.push_back(std::move(one));
  });
  return found;
}

}  // namespace accord::roi
