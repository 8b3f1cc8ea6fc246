// SPDX-License-Identifier: Apache-2.0
#include "touchpoint/touchpoint_store.hpp"

#include <algorithm>

namespace accord::touchpoint {
namespace {

/// What people log is a touchpoint where a customer was met; tasks and notes are none. Its channel is the one
/// that goes by its kind, such as "Sales visit", which files call "Visit".
constexpr std::string_view met_through =
    "CREATE VIEW met_through AS SELECT k.kind, MIN(h.id) AS channel FROM (SELECT 'call' AS kind UNION ALL "
    "SELECT 'email' UNION ALL SELECT 'meeting' UNION ALL SELECT 'visit' UNION ALL SELECT 'demo') k "
    "LEFT JOIN channel h ON LOWER(h.name) = k.kind OR "
    "',' || LOWER(REPLACE(h.other_names, ', ', ',')) || ',' LIKE '%,' || k.kind || ',%' GROUP BY k.kind";

/// Even rows are touchpoints, odd ones activities. A campaign that got its channel later lends it to what
/// came before.
constexpr std::string_view touchpoint_row =
    "CREATE VIEW touchpoint_row AS "
    "SELECT 2 * v.id AS id, v.at, v.precision, v.kind, v.side, v.account, COALESCE(a.name, '') AS "
    "account_name, "
    "v.contact, COALESCE(k.name, '') AS contact_name, v.campaign, COALESCE(c.name, '') AS campaign_name, "
    "COALESCE(v.channel, c.channel) AS channel, COALESCE(h.name, '') AS channel_name, v.person, "
    "COALESCE(p.name, '') AS person_name, "
    "a.territory, CAST(NULL AS BIGINT) AS activity, v.key, v.system "
    "FROM touchpoint_standing v LEFT JOIN account a ON a.id = v.account LEFT JOIN contact k ON k.id = "
    "v.contact "
    "LEFT JOIN campaign c ON c.id = v.campaign LEFT JOIN channel h ON h.id = COALESCE(v.channel, c.channel) "
    "LEFT JOIN person p ON p.id = v.person "
    "UNION ALL SELECT 2 * v.id + 1, v.at, v.precision, v.kind, v.side, v.account, v.account_name, "
    "CAST(NULL AS BIGINT), '', CAST(NULL AS BIGINT), '', h.id, COALESCE(h.name, ''), v.person, "
    "v.person_name, "
    "v.territory, v.id, v.key, v.system FROM activity_row v JOIN met_through m ON m.kind = v.kind "
    "LEFT JOIN channel h ON h.id = m.channel WHERE v.account IS NOT NULL";

const Sql stray{
    "SELECT v.id FROM touchpoint_standing v WHERE (v.account IS NOT NULL AND v.account NOT IN (SELECT id "
    "FROM "
    "account)) OR (v.campaign IS NOT NULL AND v.campaign NOT IN (SELECT id FROM campaign)) "
    "OR (v.channel IS NOT NULL AND v.channel NOT IN (SELECT id FROM channel)) ORDER BY v.id"};
const Sql without_side{"SELECT v.id FROM touchpoint_standing v WHERE v.side = 'none' ORDER BY v.id"};

std::vector<std::string> about(const Read& read, const Sql& sql, const char* what) {
  std::vector<std::string> found;
  read.each(sql, {}, [&](const Row& row) {
    found.push_back("Touchpoint " + std::to_string(row.integer(0)) + " " + what);
  });
  return found;
}

}  // namespace

Schema schema() {
  return {.subject = "touchpoint",
          .tables = {supersedable(fact_table<Touchpoint>())},
          .views = {met_through, touchpoint_row}};
}

std::vector<std::string> strays(const Read& read) {
  return about(read, stray, "refers to an account, campaign or channel that is not there.");
}

std::vector<std::string> sideless(const Read& read) {
  return about(read, without_side, "belongs to neither side.");
}

}  // namespace accord::touchpoint
