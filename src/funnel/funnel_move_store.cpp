// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_move_store.hpp"

namespace accord::funnel {
namespace {

const Sql newest{
    "SELECT s.id FROM stage_change_standing s WHERE s.opportunity = CAST(:id AS BIGINT) ORDER BY s.at DESC, "
    "s.id "
    "DESC LIMIT 1"};
const Sql since{
    "SELECT s.at, s.precision, COALESCE(s.person, 0) FROM stage_change_standing s WHERE s.opportunity = :id "
    "AND "
    "s.commit_number > :commit ORDER BY s.at DESC, s.id DESC LIMIT 1"};
const Sql how{
    "SELECT s.commit_number, COALESCE(s.person, 0), c.at, CASE WHEN o.commit_number = s.commit_number THEN 1 "
    "ELSE 0 "
    "END FROM stage_change_standing s JOIN opportunity o ON o.id = s.opportunity JOIN commit_log c ON "
    "c.number = "
    "s.commit_number WHERE s.id = CAST(:change AS BIGINT) AND s.opportunity = CAST(:id AS BIGINT)"};
const Sql act_of{
    "SELECT s.commit_number, COALESCE(s.person, 0), c.at FROM stage_change s JOIN commit_log c ON c.number = "
    "s.commit_number WHERE s.id = CAST(:change AS BIGINT)"};
const Sql moves_of{
    "SELECT s.id, s.opportunity FROM stage_change_standing s WHERE s.id BETWEEN CAST(:first AS BIGINT) AND "
    "CAST(:last AS BIGINT) AND s.commit_number = CAST(:commit AS BIGINT) ORDER BY s.id"};

/// An act's changes are numbered one after another, and there is no index by commits: as many as one act may
/// make.
constexpr std::int64_t act_moves_max = 200;

}  // namespace

std::int64_t newest_change(const Read& read, Id<Opportunity> id) {
  return read.integer(newest, {{"id", id}}).value_or(0);
}

std::optional<ChangeSince> last_change_since(const Read& read, Id<Opportunity> id, std::int64_t commit) {
  std::optional<ChangeSince> found;
  read.each(since, {{"id", id}, {"commit", commit}}, [&](const Row& row) {
    found.emplace();
    found->at = {row.integer(0)};
    found->precision = choice_named<fact::Precision>(row.text(1)).value_or(fact::Precision::day);
    found->person = row.integer(2);
  });
  return found;
}

std::optional<HowMoved> how_moved(const Read& read, Id<Opportunity> id, std::int64_t change) {
  std::optional<HowMoved> found;
  read.each(how, {{"change", change}, {"id", id}}, [&](const Row& row) {
    found = HowMoved{row.integer(0), row.integer(1), {row.integer(2)}, false, row.integer(3) == 1};
  });
  if (found) found->is_last = newest_change(read, id) == change;
  return found;
}

std::optional<ActOfMove> act_of_move(const Read& read, std::int64_t change) {
  std::optional<ActOfMove> found;
  read.each(act_of, {{"change", change}}, [&](const Row& row) {
    found = ActOfMove{row.integer(0), row.integer(1), {row.integer(2)}};
  });
  return found;
}

std::vector<MoveOfAct> moves_of_act(const Read& read, std::int64_t change, std::int64_t commit) {
  std::vector<MoveOfAct> found;
  read.each(moves_of,
            {{"commit", commit}, {"first", change - act_moves_max}, {"last", change + act_moves_max}},
            [&](const Row& row) {
              found.push_back({row.integer(0), {row.integer(1)}});
            });
  return found;
}

}  // namespace accord::funnel
