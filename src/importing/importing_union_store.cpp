// SPDX-License-Identifier: Apache-2.0
// Two journeys that turned out to be one.
#include <string>
#include <unordered_map>

#include "db/counts_as.hpp"
#include "funnel/funnel.hpp"
#include "importing/joined_journey_store.hpp"
#include "order/order.hpp"

namespace accord::importing {
namespace {

/// What names a journey and is no fact of its system's: it goes on naming the record that it named.
const Sql worked_on{
    "SELECT h.opportunity FROM handoff h UNION SELECT p.opportunity FROM passed_on p UNION "
    "SELECT g.opportunity FROM given_reason g UNION SELECT e.opportunity FROM form_entry_standing e UNION "
    "SELECT c.opportunity FROM call_standing c WHERE c.opportunity IS NOT NULL UNION "
    "SELECT i.opportunity FROM claim_item_standing i WHERE i.opportunity IS NOT NULL"};
const Sql waiting_alike{
    "SELECT h.id FROM handoff h JOIN handoff g ON g.to_side = h.to_side WHERE h.opportunity = :one AND "
    "h.state = 'waiting' AND g.opportunity = :other AND g.state = 'waiting' LIMIT 1"};
const Sql open_leads{"SELECT " ACCORD_COUNTS_AS(
    "'account'",
    "o.account") ", o.name, o.created_on FROM opportunity o WHERE o.phase = 'lead' "
                 "AND o.outcome = 'open' AND o.account IS NOT NULL ORDER BY o.id"};
const Sql deals_without_lead{
    "SELECT contact, id FROM opportunity WHERE system = :system AND phase = 'opportunity' AND lead_key = '' "
    "AND contact IS NOT NULL ORDER BY COALESCE(created_on, 0), id"};
const Sql stage_changes_of{
    "SELECT id, opportunity, stage, at, precision, person, system FROM stage_change_standing WHERE "
    "opportunity = CAST(:opportunity AS BIGINT) ORDER BY id"};
const Sql stage_change_of{
    "SELECT id, opportunity, stage, at, precision, person, system FROM stage_change_standing WHERE id = :id"};
const Sql activities_of{
    "SELECT id, opportunity, account, campaign, person, side, kind, at, precision, subject_line, key, system "
    "FROM "
    "activity_standing WHERE opportunity = CAST(:opportunity AS BIGINT) ORDER BY id"};
const Sql order_lines_of{
    "SELECT id, at, precision, kind, number, account, product, territory, person, opportunity, quantity, "
    "list_price_minor, list_price_currency, discount_minor, discount_currency, revenue_minor, "
    "revenue_currency, cost_minor, cost_currency, key, system FROM order_line_standing WHERE opportunity = "
    "CAST(:opportunity AS BIGINT) ORDER BY id"};
/// What a commit took away has no state of that commit, and is not there.
const Sql taken_away{
    "SELECT g.id, g.system, g.key, g.lead_key FROM opportunity_was g WHERE g.until_commit = :commit AND NOT "
    "EXISTS (SELECT 1 FROM opportunity o WHERE o.id = g.id) AND NOT EXISTS (SELECT 1 FROM opportunity_was w "
    "WHERE w.id = g.id AND w.commit_number = :commit) ORDER BY g.id"};
/// What it left otherwise than it is now.
const Sql changed_since{
    "SELECT DISTINCT k.id, k.system, k.key, k.lead_key FROM opportunity_was k WHERE k.commit_number = "
    ":commit ORDER BY k.id"};
const Sql last_stage_of{
    "SELECT id, opportunity, stage, at, precision, person, system FROM stage_change_standing WHERE "
    "opportunity = CAST(:opportunity AS BIGINT) ORDER BY at DESC, id DESC LIMIT 1"};

#define ACCORD_PLAIN_KEY(key) "CASE WHEN system = 'Salesforce' THEN SUBSTR(" key ", 1, 15) ELSE " key " END"
#define ACCORD_DOUBLED(table, key)                                               \
  "SELECT '" table "', system, MIN(" key "), COUNT(*) FROM " table " WHERE " key \
  " <> '' AND system <> '' "                                                     \
  "GROUP BY system, " ACCORD_PLAIN_KEY(key) " HAVING COUNT(*) > 1"
const Sql doubled{ACCORD_DOUBLED("opportunity", "key") " UNION ALL " ACCORD_DOUBLED(
    "opportunity", "lead_key") " UNION ALL " ACCORD_DOUBLED("account", "key") " UNION ALL " ACCORD_DOUBLED(
    "product", "key") " UNION ALL " ACCORD_DOUBLED("campaign", "key") " ORDER BY 1, 2, 3"};

/// The same fact of another journey, in its place.
template <class T>
void move(Write& write, T fact, std::int64_t opportunity) {
  write.supersede(fact.id);
  fact.id = {};
  fact.opportunity = Id<funnel::Opportunity>{opportunity};
  write.append(fact);
}

template <class T>
void move_all(Write& write, const Sql& sql, const Union& one) {
  for (auto& fact : write.all<T>(sql, {{"opportunity", one.gone}})) move(write, std::move(fact), one.kept);
}

void move_facts(Write& write, const Union& one) {
  move_all<fact::StageChange>(write, stage_changes_of, one);
  move_all<fact::Activity>(write, activities_of, one);
  move_all<order::OrderLine>(write, order_lines_of, one);
}

}  // namespace

Id<JoinedJourney> store_unions(Write& write, const Plan& plan, JoinedJourney joined) {
  Id<JoinedJourney> made;
  for (const auto& moved : plan.moved_stages) {
    auto change = write.one<fact::StageChange>(stage_change_of, {{"id", moved.id}});
    if (!change) continue;
    if (moved.at) change->at = *moved.at;
    if (moved.at)
      move(write, std::move(*change), moved.opportunity);
    else
      write.supersede(change->id);
  }
  for (const auto& one : plan.united) {
    move_facts(write, one);
    if (one.are_worked_on) {
      joined.gone_name = write.find(Id<funnel::Opportunity>{one.gone})->name;
      made = move_what_people_did(write, one, joined);
    }
    write.remove(Id<funnel::Opportunity>{one.gone});
  }
  return made;
}

/// Of two that became one, the one that is kept has an identifier of the other.
std::vector<Union> unions_changed_since(const Read& read, std::int64_t commit) {
  std::unordered_map<std::string, std::int64_t> kept;
  const auto each_key = [](const accord::Row& row, const auto& use) {
    for (const int column : {2, 3}) {
      const std::string key(row.text(column));
      if (!key.empty()) use(std::to_string(column) + lead_of(std::string(row.text(1)), key));
    }
  };
  std::vector<Union> found;
  const auto add = [&](const accord::Row& row) {
    each_key(row, [&](const std::string& key) { kept.emplace(key, row.integer(0)); });
  };
  const auto take = [&](const accord::Row& row) {
    std::int64_t with = 0;
    each_key(row, [&](const std::string& key) {
      if (const auto one = kept.find(key); one != kept.end()) with = one->second;
    });
    if (with != 0) found.push_back({with, row.integer(0)});
  };
  read.each(changed_since, {{"commit", commit}}, add);
  if (!kept.empty()) read.each(taken_away, {{"commit", commit}}, take);
  return found;
}

/// What stands of the other again goes where it went, and last is where the journey stands.
void keep_union(Write& write, const Union& one) {
  move_facts(write, one);
  const auto journey = write.find(Id<funnel::Opportunity>{one.kept});
  auto last = write.one<fact::StageChange>(last_stage_of, {{"opportunity", one.kept}});
  if (!journey || !last || last->stage == journey->stage) return;
  last->id = {};
  last->stage = journey->stage;
  last->precision = fact::Precision::at_least_since;
  write.append(*last);
}

std::vector<std::string> doubled_identifiers(const Read& read) {
  std::vector<std::string> found;
  read.each(doubled, {}, [&](const accord::Row& row) {
    found.push_back("The identifier " + std::string(row.text(2)) + " of " + std::string(row.text(1)) +
                    " is that of " + std::to_string(row.integer(3)) + " records of the kind " +
                    std::string(row.text(0)) + ".");
  });
  return found;
}

/// Looked for when the first lead meets its opportunity.
bool KnownRecords::is_worked_on(std::int64_t opportunity) {
  if (!worked_on_) {
    worked_on_.emplace();
    read_.each(worked_on, {}, [&](const accord::Row& row) { worked_on_->insert(row.integer(0)); });
  }
  return worked_on_->contains(opportunity);
}

bool do_both_wait(const Read& read, std::int64_t one, std::int64_t other) {
  return read.integer(waiting_alike, {{"one", one}, {"other", other}}).has_value();
}

bool KnownRecords::both_wait(std::int64_t one, std::int64_t other) { return do_both_wait(read_, one, other); }

std::vector<KnownStage> stages_standing(const Read& read, std::int64_t opportunity) {
  std::vector<KnownStage> stages;
  for (auto& one : read.all<fact::StageChange>(stage_changes_of, {{"opportunity", opportunity}}))
    stages.push_back({std::move(one.stage), one.at, one.precision, one.id.number});
  return stages;
}

/// Of an account all that count as it.
std::vector<OpenLead> KnownRecords::open_leads_of(std::int64_t account) {
  if (!open_leads_) {
    open_leads_.emplace();
    read_.each(open_leads, {}, [&](const accord::Row& row) {
      OpenLead lead{std::string(row.text(1)), std::nullopt};
      if (!row.is_null(2)) lead.created_on = Day{static_cast<std::int32_t>(row.integer(2))};
      (*open_leads_)[row.integer(0)].push_back(std::move(lead));
    });
  }
  const auto found = open_leads_->find(counts_as(read_, "account")->of(account));
  return found == open_leads_->end() ? std::vector<OpenLead>{} : found->second;
}

std::optional<std::int64_t> KnownRecords::deal_about(const std::string& system, std::int64_t contact) {
  if (!deals_) {
    deals_.emplace();
    read_.each(deals_without_lead, {{"system", system}},
               [&](const accord::Row& row) { deals_->emplace(row.integer(0), row.integer(1)); });
  }
  const auto found = deals_->find(contact);
  return found == deals_->end() ? std::nullopt : std::optional(found->second);
}

}  // namespace accord::importing
