// SPDX-License-Identifier: Apache-2.0
#include "importing/joined_journey_store.hpp"

#include <map>

#include "db/counts_as.hpp"
#include "handoff/handoff.hpp"

namespace accord::importing {
namespace {

constexpr std::string_view journeys = "opportunity";

/// Since they are one, the record that is kept bears the other one's name, as a rule: its history says what
/// it was called until then.
constexpr std::string_view joined_journey_row =
    "CREATE VIEW joined_journey_row AS SELECT j.id, o.id AS opportunity, o.name AS opportunity_name, "
    "COALESCE((SELECT w.name FROM opportunity_was w WHERE w.id = j.kept AND w.until_commit >= "
    "j.commit_number ORDER BY w.until_commit LIMIT 1), o.name) AS kept_name, j.gone, j.gone_name, o.territory, j.was_said_here, j.why, j.at, COALESCE(p.name, '') AS person_name FROM "
    "joined_journey j JOIN opportunity o ON o.id = " ACCORD_COUNTS_AS("'opportunity'", "j.kept") " "
    "LEFT JOIN person p ON p.id = j.person";

#define ACCORD_JOINED \
  "SELECT j.id, j.kept, j.gone, j.gone_name, j.was_said_here, j.why, j.at, j.person FROM joined_journey j "
const Sql every_join{ACCORD_JOINED "ORDER BY j.id"};
const Sql joins_of_commit{ACCORD_JOINED "WHERE j.commit_number = :commit ORDER BY j.id"};
const Sql visible{
    "SELECT r.id, r.opportunity, r.opportunity_name, r.kept_name, r.gone, r.gone_name, r.territory, "
    "r.was_said_here, "
    "r.why, r.at, "
    "r.person_name FROM joined_journey_row r WHERE r.id = :id AND " ACCORD_IN_SCOPE("r.territory")};
const Sql made_in{"SELECT j.commit_number FROM joined_journey j WHERE j.id = :id"};
const Sql changed_in{"SELECT o.commit_number FROM opportunity o WHERE o.id = :id"};

const Sql handoffs_of{"SELECT h.id FROM handoff h WHERE h.opportunity = :of ORDER BY h.id"};
const Sql handoffs_moved{
    "SELECT DISTINCT w.id FROM handoff_was w WHERE w.opportunity = :of AND w.until_commit = :commit "
    "ORDER BY w.id"};
const Sql reasons_of{"SELECT g.id FROM given_reason g WHERE g.opportunity = :of ORDER BY g.id"};
const Sql reasons_moved{
    "SELECT DISTINCT w.id FROM given_reason_was w WHERE w.opportunity = :of AND w.until_commit = :commit "
    "ORDER BY w.id"};

std::vector<std::int64_t> ids(const Read& read, const Sql& sql, std::initializer_list<Bind> binds) {
  std::vector<std::int64_t> found;
  read.each(sql, binds, [&](const accord::Row& row) { found.push_back(row.integer(0)); });
  return found;
}

template <class T>
void point(Write& write, const std::vector<std::int64_t>& numbers, std::int64_t opportunity) {
  for (const auto number : numbers) {
    auto one = write.find(Id<T>{number});
    if (!one) continue;
    one->opportunity = {opportunity};
    write.update(*one);
  }
}

/// By each record that is gone, the one that stands for it at last.
CountsAs ends_of(const std::vector<JoinedJourney>& joins) {
  std::map<std::int64_t, std::int64_t> next;
  for (const auto& one : joins) next[one.gone] = one.kept;
  std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
  for (const auto& [gone, kept] : next) {
    auto end = kept;
    for (std::size_t steps = 0; steps < next.size() && next.contains(end); ++steps) end = next.at(end);
    pairs.emplace_back(gone, end);
  }
  return CountsAs(std::move(pairs));
}

void count_anew(Write& write) {
  keep_counts_as(write, journeys, ends_of(write.all<JoinedJourney>(every_join)));
}

}  // namespace

accord::Table joined_table() { return record_table<JoinedJourney>({{"gone"}, {"kept"}}); }

std::string_view joined_row_view() { return joined_journey_row; }

Listed<JoinedJourneyRow> list_joined(const Read& read, const ListRequest& request) {
  return list<JoinedJourneyRow>(read, request);
}

std::optional<JoinedJourneyRow> find_visible(const Read& read, Id<JoinedJourney> id) {
  return read.one<JoinedJourneyRow>(visible, {{"id", id}, read.scope()});
}

std::int64_t commit_of(const Read& read, Id<JoinedJourney> id) {
  return read.integer(made_in, {{"id", id}}).value_or(0);
}

bool is_unchanged_since(const Read& read, Id<funnel::Opportunity> id, std::int64_t commit) {
  return read.integer(changed_in, {{"id", id}}) == commit;
}

/// Where both have a reason, that of the one that is kept stands, and the other one comes back with its
/// record.
Id<JoinedJourney> move_what_people_did(Write& write, const Union& one, JoinedJourney joined) {
  point<handoff::Handoff>(write, ids(write, handoffs_of, {{"of", one.gone}}), one.kept);
  if (!funnel::given_reason_of(write, {one.kept}))
    point<funnel::GivenReason>(write, ids(write, reasons_of, {{"of", one.gone}}), one.kept);
  for (const auto lead : {one.gone, one.kept}) handoff::tell_funnel(write, {lead});
  joined.kept = one.kept;
  joined.gone = one.gone;
  joined.at = write.now();
  if (write.actor().person != 0) joined.person = Id<people::Person>{write.actor().person};
  write.insert(joined);
  count_anew(write);
  return joined.id;
}

void part_what_people_did(Write& write, std::int64_t commit) {
  for (const auto& one : write.all<JoinedJourney>(joins_of_commit, {{"commit", commit}})) {
    if (!write.find(Id<funnel::Opportunity>{one.gone})) continue;
    const auto moved = [&](const Sql& sql) {
      return ids(write, sql, {{"of", one.gone}, {"commit", commit}});
    };
    point<handoff::Handoff>(write, moved(handoffs_moved), one.gone);
    point<funnel::GivenReason>(write, moved(reasons_moved), one.gone);
    for (const auto lead : {one.gone, one.kept}) handoff::tell_funnel(write, {lead});
    write.remove(one.id);
  }
  count_anew(write);
}

std::vector<std::string> joined_astray(const Read& read) {
  std::vector<std::string> found;
  const auto joins = read.all<JoinedJourney>(every_join);
  const auto kept = counts_as(read, journeys);
  if (kept->pairs() != ends_of(joins).pairs())
    found.emplace_back("What joined journeys count as is not what was said of them.");
  for (const auto& one : joins) {
    const std::string number = std::to_string(one.gone);
    if (read.find(Id<funnel::Opportunity>{one.gone}))
      found.push_back("Opportunity " + number + " is one with another, and is there still.");
    if (!read.find(Id<funnel::Opportunity>{kept->of(one.gone)}))
      found.push_back("Opportunity " + number + " counts as one that is not there.");
  }
  return found;
}

}  // namespace accord::importing
