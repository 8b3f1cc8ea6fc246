// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_store.hpp"

#include <span>

#include "db/list.hpp"
#include "funnel/funnel_conversion.hpp"
#include "web/worked_out.hpp"

namespace accord::funnel {
namespace {

/// The stage's fact and the last activity are looked up by index, for the rows of a page only. What a value
/// is worth in the company's currency is worked out for the rows that are shown.
constexpr std::string_view opportunity_row =
    "CREATE VIEW opportunity_row AS SELECT o.id, o.name, o.phase, o.account, "
    "COALESCE(a.name, '') AS account_name, o.contact, COALESCE(c.name, '') AS contact_name, o.product, "
    "COALESCE(p.name, '') AS product_name, o.owner, COALESCE(w.name, '') AS owner_name, w.side, "
    "o.developed_by, "
    "COALESCE(d.name, '') AS developed_by_name, o.territory, "
    "COALESCE(t.name, '') AS territory_name, o.source, o.stage, "
    "CAST(s.at / 86400000 AS BIGINT) AS stage_since, s.precision AS stage_since_precision, o.outcome, "
    "COALESCE(o.value_minor, CASE WHEN o.outcome = 'open' THEN p.list_price_minor END) AS value_minor, "
    "COALESCE(o.value_currency, CASE WHEN o.outcome = 'open' THEN p.list_price_currency END) "
    "AS value_currency, "
    "COALESCE(o.value_currency, CASE WHEN o.outcome = 'open' THEN p.list_price_currency END, '') AS "
    "currency, "
    "CAST(NULL AS BIGINT) AS worth_minor, CAST(NULL AS TEXT) AS worth_currency, '' AS rate, "
    "CAST(NULL AS BIGINT) AS rate_day, "
    "CASE WHEN o.value_minor IS NOT NULL THEN 'given' "
    "WHEN o.outcome = 'open' AND p.list_price_minor IS NOT NULL THEN 'list_price' END AS value_basis, "
    "o.created_on, o.close_on, o.lost_reason, "
    "COALESCE((SELECT g.reason FROM given_reason g WHERE g.opportunity = o.id LIMIT 1), '') AS given_reason, "
    "(SELECT CAST(MAX(v.at) / 86400000 AS BIGINT) FROM activity_standing v WHERE v.opportunity = o.id) "
    "AS last_activity_on, o.key, o.system, o.link "
    "FROM opportunity o LEFT JOIN account a ON a.id = o.account LEFT JOIN contact c ON c.id = o.contact "
    "LEFT JOIN product p ON p.id = o.product LEFT JOIN person w ON w.id = o.owner "
    "LEFT JOIN person d ON d.id = o.developed_by "
    "LEFT JOIN territory t ON t.id = o.territory "
    "LEFT JOIN stage_change s ON s.id = (SELECT x.id FROM stage_change_standing x "
    "WHERE x.opportunity = o.id AND x.stage = o.stage ORDER BY x.at DESC, x.id DESC LIMIT 1)";

constexpr ShownName shown_names[] = {{"account_name", "account", "account"},
                                     {"contact_name", "contact", "contact"},
                                     {"product_name", "product", "product"},
                                     {"owner_name", "owner", "person"}};

const Sql row_by_id{
    "SELECT id, name, phase, account, account_name, contact, contact_name, product, product_name, owner, "
    "owner_name, side, developed_by, developed_by_name, territory, territory_name, source, stage, "
    "stage_since, stage_since_precision, "
    "outcome, "
    "value_minor, value_currency, value_basis, currency, worth_minor, worth_currency, rate, rate_day, "
    "created_on, close_on, lost_reason, given_reason, last_activity_on, key, "
    "system, link FROM opportunity_row r WHERE id = :id AND " ACCORD_IN_SCOPE("r.territory")};
const Sql visible{
    "SELECT id, name, phase, account, contact, product, owner, developed_by, territory, source, stage, "
    "outcome, "
    "value_minor, value_currency, created_on, close_on, lost_reason, key, lead_key, system, link "
    "FROM opportunity o WHERE id = :id AND " ACCORD_IN_SCOPE("o.territory")};
const Sql by_key{
    "SELECT id, name, phase, account, contact, product, owner, developed_by, territory, source, stage, "
    "outcome, "
    "value_minor, value_currency, created_on, close_on, lost_reason, key, lead_key, system, link "
    "FROM opportunity WHERE system = :system AND key = :key ORDER BY id LIMIT 1"};
const Sql open_of_contact{
    "SELECT id, name, phase, account, contact, product, owner, developed_by, territory, source, stage, "
    "outcome, "
    "value_minor, value_currency, created_on, close_on, lost_reason, key, lead_key, system, link "
    "FROM opportunity WHERE contact = :contact AND outcome = 'open' ORDER BY id DESC LIMIT 1"};
const Sql leads_about{
    "SELECT o.id FROM opportunity o WHERE o.contact = :contact AND o.phase = 'lead' AND o.outcome = 'open' "
    "ORDER BY o.id"};
const Sql events{
    "SELECT 'stage_change' AS kind, s.id AS number, s.at, s.precision, p.side, s.person, "
    "COALESCE(p.name, '') AS person_name, s.stage, CAST(NULL AS TEXT) AS activity, '' AS subject_line, "
    "s.system FROM stage_change_standing s LEFT JOIN person p ON p.id = s.person "
    "WHERE s.opportunity = :opportunity "
    "UNION ALL SELECT 'activity', v.id, v.at, v.precision, v.side, v.person, COALESCE(q.name, ''), '', "
    "v.kind, v.subject_line, v.system FROM activity_standing v LEFT JOIN person q ON q.id = v.person "
    "WHERE v.opportunity = :opportunity ORDER BY 3 DESC, 2 DESC LIMIT 500"};
const Sql misplaced{
    "SELECT o.id, o.stage, s.stage FROM opportunity o JOIN stage_change s ON s.id = "
    "(SELECT x.id FROM stage_change_standing x WHERE x.opportunity = o.id "
    "ORDER BY x.at DESC, x.id DESC LIMIT 1) WHERE s.stage <> o.stage ORDER BY o.id"};
const Sql given{
    "SELECT id, opportunity, reason, given_by, given_on FROM given_reason WHERE opportunity = :opportunity "
    "ORDER BY id LIMIT 1"};
const Sql passed_on_of{
    "SELECT id, opportunity, at, turned_down_at, reason FROM passed_on WHERE opportunity = :opportunity"};
const Sql any_activity{
    "SELECT v.id FROM activity_standing v WHERE v.opportunity = CAST(:id AS BIGINT) LIMIT 1"};
const Sql with_cost{
    "SELECT id, name, line, list_price_minor, list_price_currency, unit_cost_minor, unit_cost_currency, key, "
    "system, link FROM product WHERE unit_cost_minor IS NOT NULL"};

const Sql currency_of_most{
    "SELECT currency FROM (SELECT value_currency AS currency FROM opportunity UNION ALL "
    "SELECT list_price_currency FROM product) amounts WHERE currency IS NOT NULL GROUP BY currency "
    "ORDER BY COUNT(*) DESC, currency LIMIT 1"};

/// The day offered costs a look at all facts, so that it is asked for only where a value needs it.
void convert(const Read& read, std::span<OpportunityRow> rows) {
  const Conversion conversion(read);
  std::optional<Day> offered;
  for (auto& row : rows) {
    row.worth = row.value;
    if (!row.value || row.value->currency == conversion.currency()) continue;
    if (!offered) offered = gap::offered_day(read);
    const Day day = rate_day_of(row.outcome, row.close_on, *offered);
    row.worth = conversion.of(*row.value, day);
    if (const auto* rate = conversion.rate(row.value->currency, day)) {
      row.rate = rate->words();
      row.rate_day = rate->day;
    }
  }
}

Table opportunity_table() {
  return record_table<Opportunity>({{"system, key"},
                                    {"account"},
                                    {"contact"},
                                    {"product"},
                                    {"owner"},
                                    {"territory"},
                                    {"stage"},
                                    {"outcome"},
                                    {"COALESCE(close_on, -9223372036854775807)"}});
}

Table passed_on_table() { return plain_table<PassedOn>({{"opportunity", true}}); }

Table given_reason_table() { return record_table<GivenReason>({{"opportunity"}}); }

}  // namespace

Schema opportunity_schema() {
  return {.subject = "funnel",
          .tables = {opportunity_table(), given_reason_table(), passed_on_table()},
          .views = {opportunity_row},
          .migrations = {{"Who developed an opportunity is kept.",
                          [](Dialect dialect) {
                            return add_field_statements(opportunity_table(), "developed_by", dialect);
                          }},
                         {"Why sales turned a lead down can be said here.",
                          [](Dialect dialect) { return create_statements(given_reason_table(), dialect); }}}};
}

void refuse_worked_out(const ListRequest& request) {
  web::refuse_worked_out(request, {"worth", "rate", "rate_day"}, "value and currency");
}

Listed<OpportunityRow> list_opportunities(const Read& read, const ListRequest& request) {
  refuse_worked_out(request);
  auto rows = list<OpportunityRow>(read, request, shown_names);
  convert(read, rows.items);
  return rows;
}

std::optional<OpportunityRow> find_row(const Read& read, Id<Opportunity> id) {
  auto row = read.one<OpportunityRow>(row_by_id, {{"id", id}, read.scope()});
  if (row) convert(read, {&*row, 1});
  return row;
}

std::optional<Opportunity> find_visible(const Read& read, Id<Opportunity> id) {
  return read.one<Opportunity>(visible, {{"id", id}, read.scope()});
}

std::optional<Opportunity> find_by_key(const Read& read, std::string_view system, std::string_view key) {
  return read.one<Opportunity>(by_key, {{"system", system}, {"key", key}});
}

std::optional<Opportunity> find_open_of(const Read& read, Id<account::Contact> contact) {
  return read.one<Opportunity>(open_of_contact, {{"contact", contact}});
}

std::vector<Id<Opportunity>> open_leads_about(const Read& read, Id<account::Contact> contact) {
  std::vector<Id<Opportunity>> found;
  read.each(leads_about, {{"contact", contact}}, [&](const Row& row) { found.push_back({row.integer(0)}); });
  return found;
}

bool has_activity(const Read& read, Id<Opportunity> id) {
  return read.integer(any_activity, {{"id", id}}).has_value();
}

std::optional<GivenReason> given_reason_of(const Read& read, Id<Opportunity> id) {
  return read.one<GivenReason>(given, {{"opportunity", id}});
}

void keep_passed_on(Write& write, PassedOn one) {
  const auto before = write.one<PassedOn>(passed_on_of, {{"opportunity", one.opportunity}});
  if (!before) {
    write.insert_plain(one);
    return;
  }
  one.id = before->id;
  write.update_plain(one);
}

std::vector<Event> events_of(const Read& read, Id<Opportunity> id) {
  return read.all<Event>(events, {{"opportunity", id}});
}

std::vector<product::Product> products_with_cost(const Read& read) {
  return read.all<product::Product>(with_cost);
}

Currency currency_of(const Read& read) {
  if (people::find_company(read)) return people::currency_of(read);
  const auto most = read.text(currency_of_most);
  return (most ? parse_currency(*most) : std::nullopt).value_or(Currency{});
}

std::vector<std::string> misplaced_opportunities(const Read& read) {
  std::vector<std::string> found;
  read.each(misplaced, {}, [&](const Row& row) {
    found.push_back("Opportunity " + std::to_string(row.integer(0)) + " stands in " +
                    std::string(row.text(1)) + ", but its last stage change says " +
                    std::string(row.text(2)) + ".");
  });
  return found;
}

}  // namespace accord::funnel
