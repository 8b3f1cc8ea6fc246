// SPDX-License-Identifier: Apache-2.0
#include "review/review_store.hpp"

namespace accord::review {
namespace {

const Sql attendance{
    "SELECT id, review, person, side FROM review_attendance_standing WHERE review = :review ORDER BY id"};
const Sql decisions{
    "SELECT id, review, code, about, decision, person, at FROM review_decision_standing WHERE review = "
    ":review ORDER BY id"};
const Sql frozen{
    "SELECT id, review, position, code, about, gap FROM review_gap_standing WHERE review = :review ORDER BY "
    "position"};
const Sql open{
    "SELECT id, as_of, held_by, opened_at, closed_at, facts_commit FROM review WHERE closed_at IS NULL"};
const Sql closed{
    "SELECT id, as_of, held_by, opened_at, closed_at, facts_commit FROM review WHERE closed_at IS NOT NULL "
    "AND (CAST(:before AS BIGINT) IS NULL OR id < CAST(:before AS BIGINT)) AND as_of <= :until "
    "ORDER BY id DESC LIMIT 1"};
const Sql kept_agenda{
    "SELECT id, review, seen_from, data_until, totals, blind_spots FROM review_agenda_standing "
    "WHERE review = :review "
    "ORDER BY id DESC LIMIT 1"};

const Sql kept_bridge{
    "SELECT id, review, bridge FROM review_bridge_standing WHERE review = :review ORDER BY id DESC LIMIT 1"};

}  // namespace

Schema schema() {
  return {
      .subject = "review",
      .tables = {record_table<Review>(), fact_table<Attendance>({{"review"}}),
                 fact_table<Decision>({{"review"}}), fact_table<FrozenGap>({{"review"}}),
                 fact_table<FrozenAgenda>({{"review"}}), fact_table<FrozenBridge>({{"review"}})},
      .views =
          {"CREATE VIEW review_row AS SELECT r.id, r.as_of, p.name AS held_by_name, r.opened_at, "
           "r.closed_at, "
           "(SELECT COUNT(*) FROM review_decision_standing d WHERE d.review = r.id) AS decision_count, "
           "(SELECT COUNT(*) FROM action a WHERE a.review = r.id) AS action_count, "
           "(SELECT COUNT(*) FROM action a WHERE a.review = r.id AND a.done_on IS NOT NULL) AS done_count "
           "FROM review r JOIN person p ON p.id = r.held_by"},
      .migrations = {{"Keep the totals of closed reviews.",
                      [](Dialect dialect) {
                        return create_statements(fact_table<FrozenAgenda>({{"review"}}), dialect);
                      }},
                     {"Keep the bridge of closed reviews.", [](Dialect dialect) {
                        return create_statements(fact_table<FrozenBridge>({{"review"}}), dialect);
                      }}}};
}

std::vector<Attendance> attendance_of(const Read& read, Id<Review> review) {
  return read.all<Attendance>(attendance, {{"review", review}});
}
std::vector<Decision> decisions_of(const Read& read, Id<Review> review) {
  return read.all<Decision>(decisions, {{"review", review}});
}
std::vector<FrozenGap> frozen_of(const Read& read, Id<Review> review) {
  return read.all<FrozenGap>(frozen, {{"review", review}});
}
std::optional<Review> find_open(const Read& read) { return read.one<Review>(open); }
std::optional<FrozenAgenda> frozen_agenda_of(const Read& read, Id<Review> review) {
  return read.one<FrozenAgenda>(kept_agenda, {{"review", review}});
}
std::optional<FrozenBridge> frozen_bridge_of(const Read& read, Id<Review> review) {
  return read.one<FrozenBridge>(kept_bridge, {{"review", review}});
}
std::optional<Review> last_closed(const Read& read, std::optional<Id<Review>> before, Day until) {
  return read.one<Review>(closed, {{"before", before}, {"until", until}});
}

}  // namespace accord::review
