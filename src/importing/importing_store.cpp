// SPDX-License-Identifier: Apache-2.0
#include "importing/joined_journey_store.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "campaign/campaign.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "general_ledger/general_ledger.hpp"
#include "order/order.hpp"
#include "spend/spend.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::importing {
namespace {

using DbRow = accord::Row;

const Sql territory_names{"SELECT id, name, '', '', '', CAST(0 AS BIGINT) FROM territory"};
const Sql person_names{"SELECT id, name, '', system, LOWER(email), CAST(0 AS BIGINT) FROM person"};
const Sql product_names{"SELECT id, name, key, system, '', CAST(0 AS BIGINT) FROM product"};
const Sql account_names{"SELECT id, name, key, system, '', CAST(0 AS BIGINT) FROM account"};
const Sql contact_names{"SELECT id, name, key, system, LOWER(email), COALESCE(account, 0) FROM contact"};
const Sql campaign_names{"SELECT id, name, key, system, '', CAST(0 AS BIGINT) FROM campaign"};
const Sql account_names_seen{
    "SELECT a.id, a.name, a.key, a.system, '', CAST(0 AS BIGINT) FROM account a "
    "WHERE " ACCORD_IN_SCOPE("a.territory")};
const Sql contact_names_seen{
    "SELECT c.id, c.name, c.key, c.system, LOWER(c.email), COALESCE(c.account, 0) FROM contact c JOIN "
    "contact_row r ON r.id = c.id WHERE " ACCORD_IN_SCOPE("r.territory")};
const Sql campaign_names_seen{
    "SELECT c.id, c.name, c.key, c.system, '', CAST(0 AS BIGINT) FROM campaign c "
    "WHERE " ACCORD_CAMPAIGN_IN_SCOPE("c.id")};
const Sql opportunity_names{
    "SELECT id, name, key, system, lead_key, "
    "CASE WHEN phase = 'lead' AND lead_key = '' THEN COALESCE(contact, 0) ELSE CAST(0 AS BIGINT) END "
    "FROM opportunity"};
const Sql activities{
    "SELECT id, opportunity, account, campaign, person, side, kind, at, precision, subject_line, key, system "
    "FROM activity_standing"};

#define ACCORD_SPEND                                                                          \
  "SELECT id, day, side, kind, campaign, channel, product, territory, person, amount_minor, " \
  "amount_currency, note, key, system, corrects FROM spend"
#define ACCORD_TOUCHPOINTS                                                                          \
  "SELECT id, at, precision, account, contact, campaign, channel, kind, side, person, key, system " \
  "FROM touchpoint"
#define ACCORD_ORDER_LINES                                                                               \
  "SELECT id, at, precision, kind, number, account, product, territory, person, opportunity, quantity, " \
  "list_price_minor, list_price_currency, discount_minor, discount_currency, revenue_minor, "            \
  "revenue_currency, cost_minor, cost_currency, key, system FROM order_line"
#define ACCORD_RATES "SELECT id, day, base, quote, trillionths, system, corrects FROM exchange_rate"
/// Of every system, and of those whom nobody imported: the books are one.
#define ACCORD_TOTALS                                                                                     \
  "SELECT id, month, measure, channel, spend_kind, amount_minor, amount_currency, note, system, person, " \
  "stated_on, corrects FROM ledger_total"
#define ACCORD_WAS_REPLACED(table)                                                                    \
  "commit_number NOT IN (SELECT retracted_commit FROM retraction) AND id IN (SELECT fact FROM " table \
  "_superseded WHERE commit_number NOT IN (SELECT retracted_commit FROM retraction)) ORDER BY id"
/// Of a system, replaced by what stands or was replaced in turn.
#define ACCORD_REPLACED(table) " WHERE system = :system AND " ACCORD_WAS_REPLACED(table)

const Sql reported_spend{ACCORD_SPEND "_standing WHERE system = :system ORDER BY id"};
const Sql reported_touchpoints{ACCORD_TOUCHPOINTS "_standing WHERE system = :system ORDER BY id"};
const Sql reported_order_lines{ACCORD_ORDER_LINES "_standing WHERE system = :system ORDER BY id"};
const Sql reported_rates{ACCORD_RATES "_standing WHERE system = :system ORDER BY id"};
const Sql replaced_rates{ACCORD_RATES ACCORD_REPLACED("exchange_rate")};
const Sql replaced_spend{ACCORD_SPEND ACCORD_REPLACED("spend")};
const Sql replaced_touchpoints{ACCORD_TOUCHPOINTS ACCORD_REPLACED("touchpoint")};
const Sql replaced_order_lines{ACCORD_ORDER_LINES ACCORD_REPLACED("order_line")};
const Sql reported_totals{ACCORD_TOTALS "_standing ORDER BY id"};
const Sql replaced_totals{ACCORD_TOTALS " WHERE " ACCORD_WAS_REPLACED("ledger_total")};
const Sql other_names{"SELECT name, number FROM imported_name WHERE record = :record"};
const Sql stage_changes{"SELECT opportunity, stage, at, precision, id FROM stage_change_standing"};
const Sql overruled_stage_changes{
    "SELECT s.opportunity, s.stage, s.at, s.precision, s.id FROM stage_change s WHERE s.precision = "
    "'at_least_since' AND s.id IN (SELECT x.fact FROM stage_change_superseded x WHERE x.commit_number NOT IN "
    "(SELECT retracted_commit FROM retraction)) AND s.commit_number NOT IN (SELECT retracted_commit FROM "
    "retraction)"};
const Sql source_by_fingerprint{
    "SELECT id, fingerprint, mapping, answers FROM import_source WHERE fingerprint = :fingerprint"};
const Sql forget_names_of{"DELETE FROM imported_name WHERE import = :import"};
const Sql forget_problems_of{"DELETE FROM import_problem WHERE import = :import"};
const Sql problems_of_import{
    "SELECT id, import, line, column_name, reason, remedy, cells FROM import_problem WHERE import = :import "
    "ORDER BY line, id LIMIT :limit"};
const Sql changed_after{
    "SELECT 1 FROM territory WHERE commit_number > :planned UNION ALL "
    "SELECT 1 FROM person WHERE commit_number > :planned UNION ALL "
    "SELECT 1 FROM product WHERE commit_number > :planned UNION ALL "
    "SELECT 1 FROM channel WHERE commit_number > :planned UNION ALL "
    "SELECT 1 FROM account WHERE commit_number > :planned UNION ALL "
    "SELECT 1 FROM contact WHERE commit_number > :planned UNION ALL "
    "SELECT 1 FROM wish WHERE commit_number > :planned UNION ALL "
    "SELECT 1 FROM campaign WHERE commit_number > :planned UNION ALL "
    "SELECT 1 FROM opportunity WHERE commit_number > :planned UNION ALL "
    "SELECT 1 FROM claim WHERE commit_number > :planned UNION ALL "
    "SELECT 1 FROM ledger_total WHERE commit_number > :planned UNION ALL "
    "SELECT 1 FROM ledger_total_superseded WHERE commit_number > :planned UNION ALL "
    "SELECT 1 FROM import WHERE undone_in > :planned OR landed_in > :planned LIMIT 1"};

/// Facts that stand, or would again if what superseded them were undone.
#define ACCORD_TOLD(table) \
  "(SELECT f.* FROM " table " f WHERE f.commit_number NOT IN (SELECT retracted_commit FROM retraction))"
/// Records of one type that a commit made, as another table's column refers to them.
#define ACCORD_REFERRED(column, from, to)                                 \
  "SELECT x." column " FROM " from " x JOIN " to " r ON r.id = x." column \
  " WHERE r.commit_number = "                                             \
  ":commit "
const Sql territories_referred_to{
    ACCORD_REFERRED("territory", "person", "territory") "UNION "
    ACCORD_REFERRED("territory", "account", "territory") "UNION "
    ACCORD_REFERRED("territory", "contact", "territory") "UNION "
    ACCORD_REFERRED("territory", "opportunity", "territory") "UNION "
    ACCORD_REFERRED("item", "campaign_territories", "territory") "UNION "
    ACCORD_REFERRED("territory", "holiday", "territory") "UNION "
    ACCORD_REFERRED("territory", ACCORD_TOLD("spend"), "territory") "UNION "
    ACCORD_REFERRED("territory", ACCORD_TOLD("order_line"), "territory") "UNION "
    ACCORD_REFERRED("territory", "agreement", "territory") "UNION "
    ACCORD_REFERRED("territory", "claim", "territory") "UNION "
    ACCORD_REFERRED("territory", "lead_form", "territory") "UNION "
    ACCORD_REFERRED("territory", "call_list", "territory") "UNION "
    ACCORD_REFERRED("territory", "mailing_list", "territory") "UNION "
    ACCORD_REFERRED("parent", "territory", "territory") "AND x.commit_number <> :commit"};
const Sql people_referred_to{
    ACCORD_REFERRED("owner", "account", "person") "UNION "
    ACCORD_REFERRED("owner", "opportunity", "person") "UNION "
    ACCORD_REFERRED("developed_by", "opportunity", "person") "UNION "
    ACCORD_REFERRED("owner", "campaign", "person") "UNION "
    ACCORD_REFERRED("person", "activity_standing", "person") "UNION "
    ACCORD_REFERRED("person", ACCORD_TOLD("stage_change"), "person") "UNION "
    ACCORD_REFERRED("person", ACCORD_TOLD("spend"), "person") "UNION "
    ACCORD_REFERRED("person", ACCORD_TOLD("touchpoint"), "person") "UNION "
    ACCORD_REFERRED("person", ACCORD_TOLD("order_line"), "person") "UNION "
    ACCORD_REFERRED("person", "credential", "person") "UNION "
    ACCORD_REFERRED("person", "action", "person") "UNION "
    ACCORD_REFERRED("person", "review_attendance_standing", "person") "UNION "
    ACCORD_REFERRED("person", "ledger_total", "person") "UNION "
    ACCORD_REFERRED("stated_by", "claim", "person") "UNION "
    ACCORD_REFERRED("owner", "lead_form", "person") "UNION "
    ACCORD_REFERRED("owner", "call_list", "person") "UNION "
    ACCORD_REFERRED("caller", "call_list", "person") "UNION "
    ACCORD_REFERRED("person", "call_standing", "person") "UNION "
    ACCORD_REFERRED("person", "mailing_drop_standing", "person") "UNION "
    ACCORD_REFERRED("person", "mailing_return_standing", "person") "UNION "
    ACCORD_REFERRED("person", "mailing_handout_standing", "person") "UNION "
    ACCORD_REFERRED("person", "wish", "person") "UNION "
    ACCORD_REFERRED("manager", "person", "person") "AND x.commit_number <> :commit"};
const Sql products_referred_to{
    ACCORD_REFERRED("product", "opportunity", "product") "UNION "
    ACCORD_REFERRED("item", "campaign_products", "product") "UNION "
    ACCORD_REFERRED("product", "lead_form", "product") "UNION "
    ACCORD_REFERRED("product", "call_list", "product") "UNION "
    ACCORD_REFERRED("product", ACCORD_TOLD("spend"), "product") "UNION "
    ACCORD_REFERRED("product", ACCORD_TOLD("order_line"), "product")};
const Sql channels_referred_to{ACCORD_REFERRED("channel", "campaign", "channel") "UNION " ACCORD_REFERRED(
    "channel", ACCORD_TOLD("spend"), "channel") "UNION " ACCORD_REFERRED("channel", ACCORD_TOLD("touchpoint"),
                                                                         "channel")};
const Sql campaigns_referred_to{ACCORD_REFERRED("campaign", "activity_standing", "campaign") "UNION " ACCORD_REFERRED("campaign", "lead_form", "campaign") "UNION " ACCORD_REFERRED(
    "campaign", "call_list",
    "campaign") "UNION " ACCORD_REFERRED("campaign", "mailing_list", "campaign") "UNION " ACCORD_REFERRED("campaign", ACCORD_TOLD("spend"),
                                         "campaign") "UNION " ACCORD_REFERRED("campaign",
                                                                              ACCORD_TOLD("touchpoint"),
                                                                              "campaign")};
const Sql accounts_referred_to{
    ACCORD_REFERRED("account", "contact", "account") "UNION "
    ACCORD_REFERRED("account", "activity_standing", "account") "UNION "
    ACCORD_REFERRED("account", "opportunity", "account") "UNION "
    ACCORD_REFERRED("account", ACCORD_TOLD("touchpoint"), "account") "UNION "
    ACCORD_REFERRED("account", ACCORD_TOLD("order_line"), "account")};
/// What somebody has said about being reached outlives the file that named them.
const Sql contacts_referred_to{
    ACCORD_REFERRED("contact", "opportunity", "contact") "UNION "
    ACCORD_REFERRED("contact", "form_entry_standing", "contact") "UNION "
    ACCORD_REFERRED("contact", "call_member", "contact") "UNION "
    ACCORD_REFERRED("contact", "mailing_member", "contact") "UNION "
    ACCORD_REFERRED("contact", "wish", "contact") "UNION "
    ACCORD_REFERRED("contact", ACCORD_TOLD("touchpoint"), "contact")};
const Sql opportunities_referred_to{
    ACCORD_REFERRED("opportunity", "activity_standing", "opportunity") "UNION " ACCORD_REFERRED(
        "opportunity", ACCORD_TOLD("stage_change"),
        "opportunity") "UNION " ACCORD_REFERRED("opportunity", ACCORD_TOLD("order_line"), "opportunity")};
/// What it superseded and nothing else has.
const Sql lines_that_stand_again{
    "SELECT COUNT(*) FROM order_line_superseded x JOIN order_line_standing l ON l.id = x.fact WHERE "
    "x.commit_number = :commit"};
/// A list that somebody gave since.
const Sql claims_referred_to{ACCORD_REFERRED("claim", "claim_item_standing", "claim")};
/// Withdrawn, or with a list that others have added to.
const Sql claim_changed{
    "SELECT c.id FROM claim c JOIN import m ON m.id = c.import WHERE c.import = :import AND (c.commit_number "
    "<> "
    "m.landed_in OR EXISTS (SELECT 1 FROM claim_item_standing i WHERE i.claim = c.id AND i.commit_number <> "
    "m.landed_in)) ORDER BY c.id LIMIT 1"};
/// A bridge in the minutes names its claims by their numbers, as JSON is written.
const Sql claim_of_minutes{
    "SELECT c.id FROM claim c JOIN review_bridge_standing b ON b.bridge LIKE '%\"claim\":' || "
    "CAST(c.id AS TEXT) || ',%' WHERE c.import = :import ORDER BY c.id LIMIT 1"};
const Sql parent_of{"SELECT parent FROM territory WHERE id = :id"};
const Sql manager_of{"SELECT manager FROM person WHERE id = :id"};

#define ACCORD_IMPORT_COLUMNS                                                                        \
  "i.id, i.file_name, i.target, i.system, i.state, i.size, i.sha256, i.at, i.person, "               \
  "i.side, i.as_of, i.mapping, i.answers, i.row_count, i.created, i.updated, i.facts, i.unchanged, " \
  "i.refused, i.sentence, i.landed_in, i.undone_in, i.undone"
const Sql same_file{
    "SELECT " ACCORD_IMPORT_COLUMNS
    " FROM import i WHERE i.sha256 = :sha256 AND i.refused = :refused AND i.state IN ('done', 'refused') "
    "ORDER BY i.id DESC LIMIT 1"};
const Sql waiting{"SELECT " ACCORD_IMPORT_COLUMNS
                  " FROM import i WHERE i.state = 'waiting' AND i.at < :before ORDER BY i.id"};
/// What was known of a day is judged by what its exports brought, though they came in later.
const Sql unmended_imports{
    "SELECT " ACCORD_IMPORT_COLUMNS
    " FROM import i WHERE i.refused > 0 AND i.state IN ('done', 'refused') AND (i.at < :until OR i.as_of <= "
    ":day) "
    "AND NOT EXISTS (SELECT 1 FROM import l WHERE l.target = i.target AND l.system = i.system AND l.id > "
    "i.id "
    "AND l.state IN ('done', 'nothing_new', 'refused') AND l.row_count >= i.refused) ORDER BY i.id"};
/// In the order of `turn_of`; a test compares them.
#define ACCORD_IMPORT_TURN                                                                               \
  "CASE i.target WHEN 'territory' THEN 1 WHEN 'person' THEN 2 WHEN 'product' THEN 3 WHEN 'account' "     \
  "THEN 4 WHEN 'contact' THEN 5 WHEN 'campaign' THEN 6 WHEN 'lead' THEN CASE WHEN i.mapping LIKE "       \
  "'%\"converted_key\"%' AND i.mapping NOT LIKE '%\"account_key\"%' THEN 9 ELSE 7 END WHEN "             \
  "'opportunity' THEN 8 WHEN 'activity' THEN 10 WHEN 'stage_history' THEN 11 WHEN 'exchange_rate' THEN " \
  "12 WHEN 'spend' THEN 13 WHEN 'touchpoint' THEN 14 WHEN 'order' THEN 15 WHEN 'ledger_total' THEN 16 "  \
  "ELSE 17 END"
constexpr std::string_view import_row =
    "CREATE VIEW import_row AS SELECT i.id, i.file_name, i.target, i.system, i.state, i.at, "
    "CASE WHEN i.person IS NULL THEN 'Accord' WHEN p.name = '' THEN 'Erased person' ELSE COALESCE(p.name, "
    "'somebody') END AS person_name, i.as_of, i.row_count, i.created, i.updated, i.facts, i.unchanged, "
    "i.refused, i.sentence, " ACCORD_IMPORT_TURN
    " AS turn FROM import i LEFT JOIN person p ON p.id = i.person";
const Sql newest_as_of{
    "SELECT MAX(as_of) FROM import WHERE target = :target AND system = :system AND state = 'done'"};
const Sql importer{"SELECT person_name FROM import_row WHERE id = :id"};
const Sql miscounted_imports{
    "SELECT i.id, i.refused, (SELECT COUNT(DISTINCT p.line) FROM import_problem p WHERE p.import = i.id) "
    "FROM import i WHERE i.state <> 'waiting' AND i.refused <> "
    "(SELECT COUNT(DISTINCT p.line) FROM import_problem p WHERE p.import = i.id) ORDER BY i.id"};

const Sql& names_sql(What what) {
  switch (what) {
    case What::territory:
      return territory_names;
    case What::person:
      return person_names;
    case What::product:
      return product_names;
    case What::account:
      return account_names;
    case What::contact:
      return contact_names;
    case What::campaign:
      return campaign_names;
    default:
      return opportunity_names;
  }
}

/// Of those that belong to territories, what whoever is limited to one sees; nothing of the others.
const Sql* names_seen_sql(What what) {
  if (what == What::account) return &account_names_seen;
  if (what == What::contact) return &contact_names_seen;
  return what == What::campaign ? &campaign_names_seen : nullptr;
}

const Sql& referred_sql(What what) {
  switch (what) {
    case What::territory:
      return territories_referred_to;
    case What::person:
      return people_referred_to;
    case What::product:
      return products_referred_to;
    case What::channel:
      return channels_referred_to;
    case What::campaign:
      return campaigns_referred_to;
    case What::account:
      return accounts_referred_to;
    case What::contact:
      return contacts_referred_to;
    case What::claim:
      return claims_referred_to;
    default:
      return opportunities_referred_to;
  }
}

Json as_json(const json::value& value) { return {json::serialize(value)}; }

/// A channel is found by each of its names.
void each_channel(const Read& read, const std::function<void(const KnownName&)>& use) {
  for (const auto& channel : campaign::every_channel(read)) {
    use({channel.id.number, channel.name, "", channel.system, "", 0});
    for (const auto& name : campaign::other_names_of(channel))
      use({channel.id.number, name, "", channel.system, "", 0});
  }
}

using Slots = std::initializer_list<std::string_view>;
bool has_one_of(const Slots& slots, const Constant& constant) {
  return std::ranges::find(slots, constant.slot) != slots.end();
}

/// What holds for the next file of the source too; the day of the export and the names are this file's own.
Answers lasting(const Answers& answers, std::string_view target) {
  Answers kept;
  kept.currency = answers.currency;
  kept.system = answers.system;
  kept.dates = answers.dates;
  kept.decimals = answers.decimals;
  kept.constants = answers.constants;
  kept.statuses = answers.statuses;
  const auto names = [&](std::string_view slot) {
    return std::ranges::find(kept.constants, slot, &Constant::slot) != kept.constants.end();
  };
  const auto forget = [&](const Slots& slots) {
    std::erase_if(kept.constants, [&](const Constant& one) { return has_one_of(slots, one); });
  };
  // The next claim and the next report are of another period, the next list of leads is of another show.
  if (target == "claim") forget({"period", "from_day", "until_day", "number"});
  if (target == "spend") forget({"day", "first_day", "last_day", "period"});
  if (target == "lead" && names("campaign")) forget({"campaign", "day", "created_on", "source"});
  // The list of one day is of one show, one mailing: the next one is another's.
  if (target == "touchpoint" && names("day")) kept.constants.clear();
  kept.time_zone = answers.time_zone;
  return kept;
}

}  // namespace

Schema schema() {
  return {.subject = "importing",
          .tables = {record_table<Import>({{"sha256"}}), plain_table<ImportProblem>({{"import, line"}}),
                     plain_table<ImportedName>({{"import"}, {"record"}}),
                     plain_table<ImportSource>({{"fingerprint", true}}), joined_table()},
          .views = {import_row, joined_row_view()},
          .migrations = {{"Who imported a file is looked up.",
                          [](Dialect) -> std::vector<std::string> {
                            return {"ALTER TABLE import DROP COLUMN person_name",
                                    "ALTER TABLE import_was DROP COLUMN person_name"};
                          }},
                         {"What undoing an import did is kept.",
                          [](Dialect dialect) {
                            return add_field_statements(record_table<Import>(), "undone", dialect);
                          }},
                         {"Journeys that people say are one are kept.",
                          [](Dialect dialect) { return create_statements(joined_table(), dialect); }}}};
}

std::string name_of(const fact::Activity& activity) {
  return std::to_string(activity.at.ms) + "|" + activity.subject_line + "|" +
         std::to_string(activity.opportunity ? activity.opportunity->number : 0) + "|" +
         std::to_string(activity.person ? activity.person->number : 0);
}

void KnownRecords::each(What what, const std::function<void(const KnownName&)>& use) {
  if (what == What::stage_change || is_reported(what) || is_of_claims(what)) return;
  if (what == What::activity) {
    for (const auto& known : read_.all<fact::Activity>(activities))
      use({known.id.number, name_of(known), known.key, known.system, "", 0});
    return;
  }
  if (what == What::channel) {
    each_channel(read_, use);
  } else {
    each_named(what, use);
  }
  // A record that was deleted since leaves the other names it had.
  read_.each(other_names, {{"record", type_of(what).info().name}}, [&](const DbRow& row) {
    if (type_of(what).load(read_, row.integer(1)) == nullptr || !is_seen(what, row.integer(1))) return;
    use({row.integer(1), std::string(row.text(0)), "", "", "", 0});
  });
}

bool KnownRecords::is_seen(What what, std::int64_t id) {
  if (!read_.actor().territory) return true;
  if (what == What::account) return account::find_visible(read_, Id<account::Account>{id}).has_value();
  if (what == What::contact) return account::find_visible(read_, Id<account::Contact>{id}).has_value();
  return what != What::campaign || campaign::find_visible(read_, {id}).has_value();
}

void KnownRecords::each_named(What what, const std::function<void(const KnownName&)>& use) {
  const auto* seen = read_.actor().territory ? names_seen_sql(what) : nullptr;
  const auto read_name = [&](const DbRow& row) {
    KnownName known{row.integer(0),           std::string(row.text(1)), std::string(row.text(2)),
                    std::string(row.text(3)), std::string(row.text(4)), row.integer(5)};
    if (what == What::opportunity && !known.second_key.empty())
      known.second_key = lead_of(known.system, known.second_key);
    use(known);
  };
  if (seen != nullptr)
    read_.each(*seen, {read_.scope()}, read_name);
  else
    read_.each(names_sql(what), {}, read_name);
}

std::shared_ptr<void> KnownRecords::load(What what, std::int64_t id) { return type_of(what).load(read_, id); }

/// All are read when the first is asked for.
std::vector<KnownStage> KnownRecords::stages_of(std::optional<StagesOfEach>& all, const Sql& sql,
                                                std::int64_t opportunity) {
  if (!all) {
    all.emplace();
    read_.each(sql, {}, [&](const DbRow& row) {
      (*all)[row.integer(0)].push_back({std::string(row.text(1)),
                                        {row.integer(2)},
                                        *choice_named<fact::Precision>(row.text(3)),
                                        row.integer(4)});
    });
  }
  const auto found = all->find(opportunity);
  return found == all->end() ? std::vector<KnownStage>{} : found->second;
}

std::vector<KnownStage> KnownRecords::stages(std::int64_t opportunity) {
  return stages_of(stages_, stage_changes, opportunity);
}

std::vector<KnownStage> KnownRecords::overruled_stages(std::int64_t opportunity) {
  return stages_of(overruled_, overruled_stage_changes, opportunity);
}

/// One after the other: there may be millions.
template <class T>
void each_fact(const Read& read, const Sql& sql, std::initializer_list<Bind> binds,
               const std::function<void(std::int64_t, const void*)>& use) {
  std::optional<RowReader> reader;
  T fact;
  read.each(sql, binds, [&](const accord::Row& row) {
    if (!reader) reader.emplace(info_of<T>(), row);
    reader->read(row, &fact);
    use(fact.id.number, &fact);
  });
}

void KnownRecords::each_reported(What what, const std::string& system,
                                 const std::function<void(std::int64_t, const void*)>& use) {
  const Bind of_system{"system", system};
  if (what == What::spend) each_fact<spend::Spend>(read_, reported_spend, {of_system}, use);
  if (what == What::touchpoint)
    each_fact<touchpoint::Touchpoint>(read_, reported_touchpoints, {of_system}, use);
  if (what == What::exchange_rate)
    each_fact<exchange_rate::ExchangeRate>(read_, reported_rates, {of_system}, use);
  if (what == What::order_line) each_fact<order::OrderLine>(read_, reported_order_lines, {of_system}, use);
  if (what == What::ledger_total) each_fact<general_ledger::LedgerTotal>(read_, reported_totals, {}, use);
}

void KnownRecords::each_replaced(What what, const std::string& system,
                                 const std::function<void(std::int64_t, const void*)>& use) {
  const Bind of_system{"system", system};
  if (what == What::spend) each_fact<spend::Spend>(read_, replaced_spend, {of_system}, use);
  if (what == What::touchpoint)
    each_fact<touchpoint::Touchpoint>(read_, replaced_touchpoints, {of_system}, use);
  if (what == What::exchange_rate)
    each_fact<exchange_rate::ExchangeRate>(read_, replaced_rates, {of_system}, use);
  if (what == What::order_line) each_fact<order::OrderLine>(read_, replaced_order_lines, {of_system}, use);
  if (what == What::ledger_total) each_fact<general_ledger::LedgerTotal>(read_, replaced_totals, {}, use);
}

std::optional<KnownOptOut> KnownRecords::opted_out(wish::Medium medium, std::optional<std::int64_t> number,
                                                   const account::Contact& told) {
  auto& held = opt_outs_[medium];
  if (!held) held = wish::opt_outs(read_, medium);
  if (number && held->of(*number) == nullptr) {
    const auto contact = read_.find(Id<account::Contact>{*number});
    if (contact && !contact->erased_on) return std::nullopt;
    number.reset();
  }
  const auto bound = number ? std::optional(*held->of(*number))
                            : wish::bound_by(read_, medium, told.name, told.email, told.phone);
  if (!bound) return std::nullopt;
  const auto contact = number ? std::optional(Id<account::Contact>{*number}) : std::nullopt;
  return KnownOptOut{bound->at, wish::why_bound(read_, medium, *bound, contact)};
}

std::optional<wish::Wish> KnownRecords::wish_of(wish::Medium medium, std::int64_t contact) {
  return wish::wish_of(read_, medium, {contact});
}

const people::Erased& KnownRecords::erased(What what) {
  return erased_.try_emplace(what, read_, type_of(what).info().name).first->second;
}

std::vector<claim::ClaimItem> KnownRecords::meant(const std::vector<claim::ItemDraft>& items) {
  return claim::items_meant(read_, items);
}

std::optional<claim::Claim> KnownRecords::stated(const claim::Claim& like) {
  return claim::newest_like(read_, like);
}

std::vector<claim::ClaimItem> KnownRecords::list_behind(Id<claim::Claim> claim) {
  return claim::items_of(read_, claim);
}

std::optional<ImportSource> find_source(const Read& read, const std::string& fingerprint) {
  return read.one<ImportSource>(source_by_fingerprint, {{"fingerprint", fingerprint}});
}

void remember_source(Write& write, const std::string& fingerprint, const Mapping& mapping,
                     const Answers& answers) {
  auto source = find_source(write, fingerprint).value_or(ImportSource{});
  source.fingerprint = fingerprint;
  source.mapping = as_json(to_json(mapping));
  source.answers = as_json(to_json(lasting(answers, mapping.target)));
  if (source.id.number == 0) {
    write.insert_plain(source);
  } else {
    write.update_plain(source);
  }
}

bool is_overtaken(const Read& read, std::int64_t planned_at) {
  return read.integer(changed_after, {{"planned", planned_at}}).has_value();
}

std::optional<Import> find_same(const Read& read, const std::string& sha256, std::int64_t refused) {
  return read.one<Import>(same_file, {{"sha256", sha256}, {"refused", refused}});
}

void store_problems(Write& write, Id<Import> import, const Plan& plan) {
  for (const auto& row : plan.refused) {
    json::array cells;
    for (const auto& cell : row.cells) cells.push_back(json::string(is_text(cell) ? cell : "(not text)"));
    const Json kept = as_json(cells);
    for (const auto& problem : row.problems) {
      ImportProblem stored{{}, import, row.line, problem.column, problem.reason, problem.remedy, kept};
      write.insert_plain(stored);
    }
  }
}

void forget_names(Write& write, Id<Import> import) { write.run(forget_names_of, {{"import", import}}); }
void forget_problems(Write& write, Id<Import> import) { write.run(forget_problems_of, {{"import", import}}); }

std::set<std::int64_t> referred_to(const Read& read, What what, std::int64_t commit) {
  std::set<std::int64_t> found;
  if (what == What::wish) return found;
  read.each(referred_sql(what), {{"commit", commit}},
            [&](const DbRow& row) { found.insert(row.integer(0)); });
  if (what != What::territory && what != What::person) return found;
  // Whoever stays keeps the manager, and a territory the one it lies in.
  const auto& above = what == What::territory ? parent_of : manager_of;
  for (const auto start : std::set<std::int64_t>(found)) {
    for (auto id = read.integer(above, {{"id", start}}); id && found.insert(*id).second;)
      id = read.integer(above, {{"id", *id}});
  }
  return found;
}

std::vector<Import> waiting_since_before(const Read& read, Instant before) {
  return read.all<Import>(waiting, {{"before", before}});
}

std::vector<ImportProblem> problems_of(const Read& read, Id<Import> import, std::int64_t limit) {
  return read.all<ImportProblem>(problems_of_import, {{"import", import}, {"limit", limit}});
}

std::vector<Import> unmended(const Read& read, Day as_of) {
  return read.all<Import>(unmended_imports, {{"until", start_of(as_of + 1)}, {"day", as_of}});
}

std::int64_t lines_back(const Read& read, std::int64_t commit) {
  return read.integer(lines_that_stand_again, {{"commit", commit}}).value_or(0);
}

std::optional<Day> newest_export(const Read& read, const std::string& target, const std::string& system) {
  const auto day = read.integer(newest_as_of, {{"target", target}, {"system", system}});
  return day ? std::optional(Day{static_cast<std::int32_t>(*day)}) : std::nullopt;
}

std::optional<Id<claim::Claim>> claim_changed_since(const Read& read, Id<Import> import) {
  const auto found = read.integer(claim_changed, {{"import", import}});
  return found ? std::optional(Id<claim::Claim>{*found}) : std::nullopt;
}

std::optional<Id<claim::Claim>> claim_in_minutes(const Read& read, Id<Import> import) {
  const auto found = read.integer(claim_of_minutes, {{"import", import}});
  return found ? std::optional(Id<claim::Claim>{*found}) : std::nullopt;
}

std::string importer_of(const Read& read, Id<Import> import) {
  return read.text(importer, {{"id", import}}).value_or("");
}

std::vector<std::string> miscounted(const Read& read) {
  std::vector<std::string> found;
  read.each(miscounted_imports, {}, [&](const DbRow& row) {
    found.push_back("Import " + std::to_string(row.integer(0)) + " says that it refused " +
                    std::to_string(row.integer(1)) + " rows, but keeps " + std::to_string(row.integer(2)) +
                    ".");
  });
  return found;
}

}  // namespace accord::importing
