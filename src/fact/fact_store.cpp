// SPDX-License-Identifier: Apache-2.0
#include "fact/fact_store.hpp"

#include "db/counts_as.hpp"
#include "db/list.hpp"
#include "db/supersession.hpp"

namespace accord::fact {
namespace {

constexpr std::string_view activity_row =
    "CREATE VIEW activity_row AS SELECT v.id, v.subject_line, v.kind, v.at, v.precision, v.side, v.person, "
    "COALESCE(p.name, '') AS person_name, v.opportunity, COALESCE(o.name, '') AS opportunity_name, "
    "COALESCE(v.account, o.account) AS account, COALESCE(a.name, '') AS account_name, "
    "v.campaign, COALESCE(c.name, '') AS campaign_name, "
    "COALESCE(o.territory, a.territory, p.territory) AS territory, v.key, v.system "
    "FROM activity_standing v LEFT JOIN opportunity o ON o.id = v.opportunity "
    "LEFT JOIN account a ON a.id = " ACCORD_COUNTS_AS(
        "'account'", "COALESCE(v.account, o.account)") " LEFT JOIN campaign c ON c.id = " ACCORD_COUNTS_AS(
        "'campaign'", "v.campaign") " LEFT JOIN person p ON p.id = v.person";

constexpr ShownName shown_names[] = {{"person_name", "person", "person"},
                                     {"opportunity_name", "opportunity", "opportunity"},
                                     {"account_name", "account", "account"}};

const Sql row_by_id{
    "SELECT id, subject_line, kind, at, precision, side, person, person_name, opportunity, opportunity_name, "
    "account, account_name, campaign, campaign_name, territory, key, system FROM activity_row r "
    "WHERE id = :id AND " ACCORD_IN_SCOPE("r.territory")};
const Sql visible_opportunity{
    "SELECT COALESCE(o.account, 0) FROM opportunity o WHERE o.id = :id AND " ACCORD_IN_SCOPE("o.territory")};
const Sql visible_account{"SELECT a.id FROM account a WHERE a.id = :id AND " ACCORD_IN_SCOPE("a.territory")};
/// One writer appends, so the facts of a commit have neighbouring ids.
const Sql commit_of{
    "SELECT c.number, c.at, c.what, (SELECT COUNT(*) FROM activity w WHERE w.commit_number = c.number "
    "AND (w.id = v.id - 1 OR w.id = v.id + 1)) "
    "FROM activity v JOIN commit_log c ON c.number = v.commit_number WHERE v.id = :id"};
const Sql strays{
    "SELECT s.id, s.opportunity FROM stage_change_standing s LEFT JOIN opportunity o ON o.id = s.opportunity "
    "WHERE o.id IS NULL ORDER BY s.id"};
const Sql sideless{
    "SELECT v.id, p.name FROM activity_standing v JOIN person p ON p.id = v.person "
    "WHERE v.side = 'none' AND p.side <> 'none' ORDER BY v.id"};

Table stage_changes() { return supersedable(fact_table<StageChange>({{"opportunity, at"}})); }
Table activities() {
  return supersedable(fact_table<Activity>({{"opportunity, at"}, {"account, at"}, {"system, key"}}));
}

/// What stands is read through a view, which says the columns that were there when it was made.
std::vector<std::string> add_campaign(Dialect dialect) {
  auto statements = add_field_statements(activities(), "campaign", dialect);
  statements.insert(statements.begin(), "DROP VIEW activity_standing");
  for (auto& statement : create_statements(activities(), dialect)) {
    if (statement.starts_with("CREATE VIEW activity_standing")) statements.push_back(std::move(statement));
  }
  return statements;
}

}  // namespace

Schema schema() {
  return {.subject = "fact",
          .tables = {activities(), stage_changes()},
          .views = {activity_row},
          .migrations = {{"An observation of a stage can be superseded.",
                          [](Dialect dialect) { return supersession_statements(stage_changes(), dialect); }},
                         {"An activity goes with its journey.",
                          [](Dialect dialect) { return supersession_statements(activities(), dialect); }},
                         {"An activity may be for a campaign.", add_campaign}}};
}

Listed<ActivityRow> list_activities(const Read& read, const ListRequest& request) {
  return list<ActivityRow>(read, request, shown_names);
}

std::optional<std::int64_t> account_of_visible(const Read& read, Id<funnel::Opportunity> id) {
  return read.integer(visible_opportunity, {{"id", id}, read.scope()});
}

bool is_visible_account(const Read& read, Id<account::Account> id) {
  return read.integer(visible_account, {{"id", id}, read.scope()}).has_value();
}

std::optional<ActivityRow> find_row(const Read& read, Id<Activity> id) {
  return read.one<ActivityRow>(row_by_id, {{"id", id}, read.scope()});
}

Logged logged(const Read& read, Id<Activity> id) {
  Logged logged;
  read.each(commit_of, {{"id", id}}, [&](const Row& row) {
    const bool is_alone = row.text(2) == log_sentence && row.integer(3) == 0;
    logged = {row.integer(0), {row.integer(1)}, is_alone};
  });
  return logged;
}

std::vector<std::string> stray_stage_changes(const Read& read) {
  std::vector<std::string> found;
  read.each(strays, {}, [&](const Row& row) {
    found.push_back("Stage change " + std::to_string(row.integer(0)) + " is of opportunity " +
                    std::to_string(row.integer(1)) + ", which is not there.");
  });
  return found;
}

std::vector<std::string> activities_without_side(const Read& read) {
  std::vector<std::string> found;
  read.each(sideless, {}, [&](const Row& row) {
    found.push_back("Activity " + std::to_string(row.integer(0)) + " of " + std::string(row.text(1)) +
                    " has no side, though that person has one.");
  });
  return found;
}

}  // namespace accord::fact
