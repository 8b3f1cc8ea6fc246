// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_judgement.hpp"

namespace accord::funnel {
namespace {

const Sql stays{
    "SELECT s.opportunity, s.stage, s.at, s.precision, o.territory, o.outcome, o.close_on FROM "
    "stage_change_standing s "
    "JOIN opportunity o ON o.id = s.opportunity WHERE s.at <= :end AND " ACCORD_IN_SCOPE(
        "o.territory") " ORDER BY s.opportunity, s.at, s.id"};

const Sql with_cost{
    "SELECT id, name, line, list_price_minor, list_price_currency, unit_cost_minor, unit_cost_currency, key, "
    "system, "
    "link FROM product WHERE unit_cost_minor IS NOT NULL"};

const Sql currency_of_most{
    "SELECT currency FROM (SELECT value_currency AS currency FROM opportunity UNION ALL "
    "SELECT list_price_currency FROM product) amounts WHERE currency IS NOT NULL GROUP BY currency "
    "ORDER BY COUNT(*) DESC, currency LIMIT 1"};

/// A journey closed after the day was still open on it.
Outcome outcome_on(const Row& row, Day as_of) {
  const auto outcome = choice_named<Outcome>(row.text(5)).value_or(Outcome::open);
  const bool is_later = !row.is_null(6) && row.integer(6) > as_of.number;
  return is_later ? Outcome::open : outcome;
}

}  // namespace

std::vector<product::Product> products_with_cost(const Read& read) {
  return read.all<product::Product>(with_cost);
}

Currency currency_of(const Read& read) {
  if (people::find_company(read)) return people::currency_of(read);
  const auto most = read.text(currency_of_most);
  return (most ? parse_currency(*most) : std::nullopt).value_or(Currency{});
}

void each_stay(const Read& read, Day as_of, const std::function<void(const Stay&, Outcome)>& on_stay) {
  Stay stay;
  Outcome outcome = Outcome::open;
  bool has_stay = false;
  read.each(stays, {{"end", Instant{start_of(as_of + 1).ms - 1}}, read.scope()}, [&](const Row& row) {
    const std::int64_t opportunity = row.integer(0);
    const Instant at{row.integer(2)};
    if (has_stay) {
      stay.until = stay.opportunity == opportunity ? std::optional(at) : std::nullopt;
      on_stay(stay, outcome);
    }
    stay = {opportunity,
            std::string(row.text(1)),
            at,
            std::nullopt,
            choice_named<fact::Precision>(row.text(3)).value_or(fact::Precision::at_least_since),
            row.integer(4)};
    outcome = outcome_on(row, as_of);
    has_stay = true;
  });
  if (has_stay) on_stay(stay, outcome);
}

}  // namespace accord::funnel
