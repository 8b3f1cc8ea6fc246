// SPDX-License-Identifier: Apache-2.0
#include "touchpoint/touchpoint_store.hpp"

#include "db/page_rows.hpp"

namespace accord::touchpoint {
namespace {

/// What people log is a touchpoint where a customer was met; tasks and notes are none. Its channel is the one
/// that goes by its kind, such as "Sales visit", which files call "Visit". What people write by hand is not
/// what is sent to many, which the usual channel "E-mail" is of: it is on one that is called "Email" in so
/// many letters, else on the usual one of sales.
constexpr std::string_view met_through =
    "CREATE VIEW met_through AS SELECT k.kind, COALESCE(MIN(CASE WHEN k.word = k.kind THEN h.id END), "
    "MIN(h.id)) AS channel FROM (SELECT 'call' AS kind, 'call' AS word UNION ALL SELECT 'email', 'email' "
    "UNION ALL SELECT 'email', 'sales e-mail' UNION ALL SELECT 'meeting', 'meeting' UNION ALL "
    "SELECT 'visit', 'visit' UNION ALL SELECT 'demo', 'demo') k "
    "LEFT JOIN channel h ON LOWER(h.name) = k.word OR "
    "',' || LOWER(REPLACE(h.other_names, ', ', ',')) || ',' LIKE '%,' || k.word || ',%' GROUP BY k.kind";

#define ACCORD_TOLD_TOUCHPOINTS \
  "SELECT 2 * v.id AS id, v.at, v.precision, v.kind, v.side, v.account, COALESCE(a.name, '') AS "         \
  "account_name, v.contact, COALESCE(k.name, '') AS contact_name, v.campaign, COALESCE(c.name, '') AS "   \
  "campaign_name, COALESCE(v.channel, c.channel) AS channel, COALESCE(h.name, '') AS channel_name, "      \
  "v.person, COALESCE(p.name, '') AS person_name, a.territory, CAST(NULL AS BIGINT) AS activity, v.key, " \
  "v.system FROM touchpoint_standing v LEFT JOIN account a ON a.id = " ACCORD_COUNTS_AS("'account'", "v.account") " "                          \
  "LEFT JOIN contact k ON k.id = v.contact LEFT JOIN campaign c ON c.id = " ACCORD_COUNTS_AS("'campaign'", "v.campaign") " "                    \
  "LEFT JOIN channel h ON h.id = " ACCORD_COUNTS_AS("'channel'", "COALESCE(v.channel, c.channel)") " LEFT JOIN person p ON p.id = v.person "
/// `of_kind`: the channel that goes by the activity's kind, which `joined` gives, if the firm has one; else
/// that of its campaign.
#define ACCORD_LOGGED_TOUCHPOINTS(joined, of_kind) \
  "SELECT 2 * v.id + 1 AS id, v.at, v.precision, v.kind, v.side, v.account, v.account_name, "       \
  "CAST(NULL AS BIGINT) AS contact, '' AS contact_name, v.campaign, v.campaign_name, "              \
  "COALESCE(" of_kind ", c.channel) AS channel, COALESCE(h.name, '') AS channel_name, v.person, "   \
  "v.person_name, v.territory, v.id AS activity, v.key, v.system FROM activity_row v " joined       \
  " LEFT JOIN campaign c ON c.id = " ACCORD_COUNTS_AS("'campaign'", "v.campaign")                   \
  " LEFT JOIN channel h ON h.id = " ACCORD_COUNTS_AS("'channel'", "COALESCE(" of_kind ", c.channel)") \
  " WHERE v.account IS NOT NULL "

/// Even rows are touchpoints, odd ones activities. A campaign that got its channel later lends it to what
/// came before.
constexpr std::string_view touchpoint_row =
    "CREATE VIEW touchpoint_row AS " ACCORD_TOLD_TOUCHPOINTS
    "UNION ALL " ACCORD_LOGGED_TOUCHPOINTS("JOIN met_through w ON w.kind = v.kind", "w.channel");

/// One row each, found by its own number: the view would be gone through for each.
const Sql told_by_id{ACCORD_TOLD_TOUCHPOINTS "WHERE v.id = :id"};
/// `met_through` is worked out of all names of channels, and would be for each row: these are told.
const Sql logged_by_id{ACCORD_LOGGED_TOUCHPOINTS(
    "", "NULLIF(CASE v.kind WHEN 'call' THEN CAST(:call AS BIGINT) WHEN 'email' THEN CAST(:email AS BIGINT) "
        "WHEN 'meeting' THEN CAST(:meeting AS BIGINT) WHEN 'visit' THEN CAST(:visit AS BIGINT) WHEN 'demo' "
        "THEN CAST(:demo AS BIGINT) END, 0)") "AND v.kind IN ('call', 'email', 'meeting', 'visit', 'demo') "
                                              "AND v.id = :id"};
const Sql channels_of_kinds{"SELECT m.kind, COALESCE(m.channel, 0) FROM met_through m"};
/// A touchpoint shows these names; what is searched for is one of them.
const Sql accounts_named{"SELECT a.id FROM account a WHERE LOWER(a.name) LIKE :word ESCAPE '!'"};
const Sql contacts_named{"SELECT k.id FROM contact k WHERE LOWER(k.name) LIKE :word ESCAPE '!'"};
const Sql campaigns_named{"SELECT c.id FROM campaign c WHERE LOWER(c.name) LIKE :word ESCAPE '!'"};
const Sql channels_named{"SELECT h.id FROM channel h WHERE LOWER(h.name) LIKE :word ESCAPE '!'"};
const Sql people_named{"SELECT p.id FROM person p WHERE LOWER(p.name) LIKE :word ESCAPE '!'"};
const Sql territories_of_accounts{
    "SELECT a.id, a.territory FROM account a WHERE a.territory IS NOT NULL ORDER BY a.id"};
const Sql territories_of_activities{
    "SELECT r.id, r.territory FROM activity_row r WHERE r.territory IS NOT NULL ORDER BY r.id"};
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

std::shared_ptr<const ChannelOfKind> channel_of_kind(const Read& read) {
  return read.kept<ChannelOfKind>(
      "touchpoint channels of kinds",
      [&] {
        ChannelOfKind channels{};
        read.each(channels_of_kinds, {}, [&](const Row& row) {
          const auto kind = choice_named<fact::ActivityKind>(row.text(0));
          CHECK(kind.has_value());
          channels[static_cast<std::size_t>(*kind)] = static_cast<std::uint32_t>(row.integer(1));
        });
        return channels;
      },
      Read::Sees::all);
}

std::optional<TouchpointRow> find_row(const Read& read, std::int64_t row) {
  if (row % 2 == 0) return read.one<TouchpointRow>(told_by_id, {{"id", row / 2}});
  const auto channels = channel_of_kind(read);
  const auto of = [&](fact::ActivityKind kind) {
    return std::int64_t{(*channels)[static_cast<std::size_t>(kind)].value_or(0)};
  };
  using enum fact::ActivityKind;
  return read.one<TouchpointRow>(logged_by_id, {{"call", of(call)},
                                                {"email", of(email)},
                                                {"meeting", of(meeting)},
                                                {"visit", of(visit)},
                                                {"demo", of(demo)},
                                                {"id", row / 2}});
}

std::shared_ptr<const Territories> territories(const Read& read) {
  const auto numbers = [&](const Sql& sql) {
    std::vector<std::uint32_t> found;
    read.each(sql, {}, [&](const Row& row) {
      found.resize(static_cast<std::size_t>(row.integer(0)) + 1);
      found.back() = static_cast<std::uint32_t>(row.integer(1));
    });
    return found;
  };
  return read.kept<Territories>(
      "touchpoint territories",
      [&] {
        return Territories{numbers(territories_of_accounts), numbers(territories_of_activities)};
      },
      Read::Sees::all);
}

NamedWith named_with(const Read& read, const std::string& word) {
  const auto found = [&](const Sql& sql) { return numbers_with(read, sql, word); };
  return {found(accounts_named), found(contacts_named), found(campaigns_named), found(channels_named),
          found(people_named)};
}

std::vector<std::string> strays(const Read& read) {
  return about(read, stray, "refers to an account, campaign or channel that is not there.");
}

std::vector<std::string> sideless(const Read& read) {
  return about(read, without_side, "belongs to neither side.");
}

}  // namespace accord::touchpoint
