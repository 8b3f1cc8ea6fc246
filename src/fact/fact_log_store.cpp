// SPDX-License-Identifier: Apache-2.0
// Facts as scans read them. They are only ever added, so what was read before is gone on from.
#include "fact/fact_log_store.hpp"
#include "db/taken_back.hpp"

namespace accord::fact {
namespace {

const Sql last_retraction{"SELECT COALESCE(MAX(commit_number), 0) FROM retraction"};
const Sql last_stage_taken_back{
    "SELECT COALESCE(MAX(number), 0) FROM (SELECT MAX(commit_number) AS number FROM retraction "
    "UNION ALL SELECT MAX(commit_number) FROM stage_change_superseded) AS taken_back"};
const Sql activities_since{
    "SELECT v.id, v.at, COALESCE(v.opportunity, 0), COALESCE(v.account, 0), COALESCE(v.person, 0), v.kind, "
    "v.side, v.precision FROM activity_standing v WHERE v.id > :after ORDER BY v.id"};
const Sql stage_changes_since{
    "SELECT s.id, s.commit_number, s.opportunity, s.at, s.precision, s.stage FROM stage_change s "
    "WHERE s.id > :after ORDER BY s.id"};
const Sql stage_changes_superseded{
    "SELECT s.fact FROM stage_change_superseded s WHERE s.commit_number NOT IN (SELECT retracted_commit FROM "
    "retraction) ORDER BY s.fact"};

/// The last log, for as long as nothing was taken back since it was begun; else an empty one.
template <class Log>
Log begun(const Read& read, const Log* before, const Sql& last_taken_back) {
  if (before != nullptr && read.integer(last_taken_back).value_or(0) <= before->begun_as_of) return *before;
  Log log;
  log.begun_as_of = read.as_of();
  return log;
}

/// A firm has few stages, so a walk is quicker than a hash.
std::uint16_t number_of(std::string_view stage, std::vector<std::string>& stages) {
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (stages[i] == stage) return static_cast<std::uint16_t>(i + 1);
  }
  CHECK(stages.size() < UINT16_MAX);
  stages.emplace_back(stage);
  return static_cast<std::uint16_t>(stages.size());
}

template <class E>
E choice_in(const Row& row, int column, E otherwise) {
  return choice_named<E>(row.text(column)).value_or(otherwise);
}

ActivityLog grown(const Read& read, const ActivityLog* before) {
  auto log = begun(read, before, last_retraction);
  const std::int64_t after = log.activities.empty() ? 0 : log.activities.back().id;
  const auto id = [](const Row& row, int column) { return static_cast<std::uint32_t>(row.integer(column)); };
  read.each(activities_since, {{"after", after}}, [&](const Row& row) {
    log.activities.push_back({row.integer(0),
                              {row.integer(1)},
                              id(row, 2),
                              id(row, 3),
                              id(row, 4),
                              choice_in(row, 5, ActivityKind::other),
                              choice_in(row, 6, Side::none),
                              choice_in(row, 7, Precision::at_least_since)});
  });
  return log;
}

StageLog grown(const Read& read, const StageLog* before) {
  auto log = begun(read, before, last_stage_taken_back);
  const TakenBack taken_back(read, stage_changes_superseded);
  read.each(stage_changes_since, {{"after", log.last_id}}, [&](const Row& row) {
    log.last_id = row.integer(0);
    if (!taken_back.stands(log.last_id, row.integer(1))) return;
    const auto precision = choice_in(row, 4, Precision::at_least_since);
    log.changes.push_back({static_cast<std::uint32_t>(row.integer(2)),
                           {{row.integer(3)}, number_of(row.text(5), log.stages), precision, Side::none}});
  });
  return log;
}

}  // namespace

std::shared_ptr<const ActivityLog> activity_log(const Read& read) {
  const auto make = [&](const auto* before) { return grown(read, before); };
  return read.kept_from<ActivityLog>("fact activity log", make, Read::Sees::all);
}

std::shared_ptr<const StageLog> stage_log(const Read& read) {
  const auto make = [&](const auto* before) { return grown(read, before); };
  return read.kept_from<StageLog>("fact stage log", make, Read::Sees::all);
}

}  // namespace accord::fact
