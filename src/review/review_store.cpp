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
    "AND (CAST(:before AS BIGINT) IS NULL OR id < CAST(:before AS BIGINT)) ORDER BY id DESC LIMIT 1"};

}  // namespace

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
std::optional<Review> last_closed(const Read& read, std::optional<Id<Review>> before) {
  return read.one<Review>(closed, {{"before", before}});
}

}  // namespace accord::review
