// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_handover.hpp"

#include "funnel/funnel_spoken.hpp"

namespace accord::funnel {
namespace {

const Sql records{"SELECT o.id, o.name, o.lost_reason FROM opportunity o WHERE " ACCORD_IN_SCOPE(
    "o.territory") " ORDER BY o.id"};
/// What was said last wins, so what was said of the lead itself comes after what its handoff says.
const Sql given{
    "SELECT p.opportunity, p.reason FROM passed_on p WHERE p.reason <> '' UNION ALL "
    "SELECT g.opportunity, g.reason FROM given_reason g"};
const Sql passed{"SELECT p.opportunity, p.at, p.turned_down_at FROM passed_on p WHERE p.at IS NOT NULL"};

/// What marketing accepted it has until sales gets it, which is another handoff.
const Sql kept_by_marketing{
    "SELECT h.opportunity, h.submitted_at, CASE WHEN h.decided_at <= :end THEN 1 ELSE 0 END FROM handoff h "
    "WHERE h.to_side = 'marketing' AND h.ask IN ('qualify', 'nurture') AND h.submitted_at <= :end AND "
    "(h.state = 'waiting' OR h.decided_at > :end OR (h.state = 'accepted' AND h.ask = 'qualify')) "
    "ORDER BY h.id"};

const Sql list_calls{
    "SELECT c.opportunity, c.at FROM call_standing c WHERE c.opportunity IS NOT NULL AND c.side = :side AND "
    "c.is_new_lead = 0 ORDER BY c.id"};

/// Few are ever said here, so they are read at once instead of looked for beside each record.
std::map<std::int64_t, std::string> given_reasons(const Read& read) {
  std::map<std::int64_t, std::string> all;
  read.each(given, {},
            [&](const Row& row) { all.insert_or_assign(row.integer(0), std::string(row.text(1))); });
  return all;
}

}  // namespace

std::unordered_map<std::int64_t, Passing> passings(const Read& read) {
  std::unordered_map<std::int64_t, Passing> all;
  read.each(passed, {}, [&](const Row& row) {
    Passing one{{row.integer(1)}, std::nullopt};
    if (!row.is_null(2)) one.turned_down_at = Instant{row.integer(2)};
    all.emplace(row.integer(0), one);
  });
  return all;
}

std::unordered_map<std::int64_t, WithMarketing> with_marketing(const Read& read, Instant end) {
  std::unordered_map<std::int64_t, WithMarketing> all;
  read.each(kept_by_marketing, {{"end", end}}, [&](const Row& row) {
    all.insert_or_assign(row.integer(0), WithMarketing{{row.integer(1)}, row.integer(2) == 1});
  });
  return all;
}

void each_list_call(const Read& read, Side side, const std::function<void(std::int64_t, Instant)>& use) {
  read.each(list_calls, {{"side", side}}, [&](const Row& row) { use(row.integer(0), {row.integer(1)}); });
}

void each_record(const Read& read, const std::function<void(std::int64_t, JourneyRecord)>& use) {
  const auto reasons = given_reasons(read);
  read.each(records, {read.scope()}, [&](const Row& row) {
    JourneyRecord record{std::string(row.text(1)), std::string(row.text(2))};
    const auto said = record.reason.empty() ? reasons.find(row.integer(0)) : reasons.end();
    if (said != reasons.end()) record.reason = said->second;
    use(row.integer(0), std::move(record));
  });
}

}  // namespace accord::funnel
