// SPDX-License-Identifier: Apache-2.0
#include "spend/spend_store.hpp"

namespace accord::spend {
namespace {

#define ACCORD_SPEND_ROW_COLUMNS                                                                         \
  "id, day, side, kind, amount_minor, amount_currency, campaign, campaign_name, channel, channel_name, " \
  "product, product_name, territory, territory_name, person, person_name, note, key, system, "           \
  "has_campaign, corrects"

/// A campaign that got its channel later lends it to what was spent before.
constexpr std::string_view spend_row =
    "CREATE VIEW spend_row AS SELECT s.id, s.day, s.side, s.kind, s.amount_minor, s.amount_currency, "
    "s.campaign, COALESCE(c.name, '') AS campaign_name, COALESCE(s.channel, c.channel) AS channel, "
    "COALESCE(h.name, '') AS channel_name, "
    "s.product, COALESCE(p.name, '') AS product_name, s.territory, COALESCE(t.name, '') AS territory_name, "
    "s.person, COALESCE(w.name, '') AS person_name, s.note, s.key, s.system, "
    "CASE WHEN s.campaign IS NULL THEN 0 ELSE 1 END AS has_campaign, s.corrects "
    "FROM spend_standing s LEFT JOIN campaign c ON c.id = s.campaign "
    "LEFT JOIN channel h ON h.id = COALESCE(s.channel, c.channel) "
    "LEFT JOIN product p ON p.id = s.product LEFT JOIN territory t ON t.id = s.territory "
    "LEFT JOIN person w ON w.id = s.person";

const Sql row_by_id{"SELECT " ACCORD_SPEND_ROW_COLUMNS
                    " FROM spend_row r WHERE r.id = :id AND " ACCORD_IN_SCOPE("r.territory")};
const Sql rows_without_campaign{
    "SELECT " ACCORD_SPEND_ROW_COLUMNS
    " FROM spend_row r WHERE r.campaign IS NULL AND r.day BETWEEN :from AND :until "
    "AND " ACCORD_IN_SCOPE("r.territory") " ORDER BY r.day, r.id"};
const Sql all_spent{
    "SELECT s.id, s.day, s.side, COALESCE(s.campaign, 0), COALESCE(s.channel, c.channel, 0), "
    "COALESCE(s.product, 0), COALESCE(s.territory, 0), s.amount_minor, s.amount_currency "
    "FROM spend_standing s LEFT JOIN campaign c ON c.id = s.campaign "
    "WHERE " ACCORD_IN_SCOPE("s.territory") " ORDER BY s.day, s.id"};
const Sql any_by_id{
    "SELECT s.id, s.day, s.side, s.kind, s.campaign, s.channel, s.product, s.territory, s.person, "
    "s.amount_minor, s.amount_currency, s.note, s.key, s.system, s.corrects FROM spend s "
    "WHERE s.id = :id AND " ACCORD_IN_SCOPE("s.territory")};
const Sql territory_in_scope{"SELECT t.id FROM territory t WHERE t.id = :id AND " ACCORD_IN_SCOPE("t.id")};
const Sql stray{
    "SELECT s.id FROM spend_standing s WHERE (s.campaign IS NOT NULL AND s.campaign NOT IN (SELECT id FROM "
    "campaign)) OR (s.channel IS NOT NULL AND s.channel NOT IN (SELECT id FROM channel)) "
    "OR (s.product IS NOT NULL AND s.product NOT IN (SELECT id FROM product)) "
    "OR (s.territory IS NOT NULL AND s.territory NOT IN (SELECT id FROM territory)) ORDER BY s.id"};
const Sql without_side{"SELECT s.id FROM spend_standing s WHERE s.side = 'none' ORDER BY s.id"};

std::vector<std::string> about(const Read& read, const Sql& sql, const char* what) {
  std::vector<std::string> found;
  read.each(sql, {}, [&](const Row& row) {
    found.push_back("The spend " + std::to_string(row.integer(0)) + " " + what);
  });
  return found;
}

}  // namespace

Schema schema() {
  return {.subject = "spend", .tables = {supersedable(fact_table<Spend>({{"day"}}))}, .views = {spend_row}};
}

std::optional<SpendRow> find_row(const Read& read, Id<Spend> id) {
  return read.one<SpendRow>(row_by_id, {{"id", id}, read.scope()});
}

std::optional<Spend> find_any(const Read& read, Id<Spend> id) {
  return read.one<Spend>(any_by_id, {{"id", id}, read.scope()});
}

std::vector<SpendRow> without_campaign(const Read& read, Day from, Day until) {
  return read.all<SpendRow>(rows_without_campaign, {{"from", from}, {"until", until}, read.scope()});
}

std::shared_ptr<const std::vector<Spent>> spent(const Read& read) {
  return read.kept<std::vector<Spent>>("spend spent", [&] {
    std::vector<Spent> found;
    read.each(all_spent, {read.scope()}, [&](const Row& row) {
      found.push_back({.id = row.integer(0),
                       .day = {static_cast<std::int32_t>(row.integer(1))},
                       .side = choice_named<Side>(row.text(2)).value_or(Side::none),
                       .campaign = row.integer(3),
                       .channel = row.integer(4),
                       .product = row.integer(5),
                       .territory = row.integer(6),
                       .amount = {row.integer(7), parse_currency(row.text(8)).value_or(Currency{})}});
    });
    return found;
  });
}

bool is_visible_territory(const Read& read, Id<territory::Territory> id) {
  return read.integer(territory_in_scope, {{"id", id}, read.scope()}).has_value();
}

std::vector<std::string> strays(const Read& read) {
  return about(read, stray, "refers to a campaign, channel, product or territory that is not there.");
}

std::vector<std::string> sideless(const Read& read) {
  return about(read, without_side, "belongs to neither side.");
}

}  // namespace accord::spend
