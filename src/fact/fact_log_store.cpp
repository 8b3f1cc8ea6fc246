// SPDX-License-Identifier: Apache-2.0
// Facts as scans read them. They are only ever added, so what was read before is gone on from, and what a
// column file holds of them is not read from the rows again.
#include "fact/fact_log_store.hpp"

#include <array>

#include "db/rows_taken.hpp"
#include "db/taken_back.hpp"

namespace accord::fact {
namespace {

/// Fewer rows than this are read as quickly as a file is looked after.
constexpr std::size_t rows_worth_a_file = 20'000;
/// Once as many as this part of the file came in, it is made again.
constexpr std::size_t part_that_renews = 8;

const Sql last_activity_taken_back{
    "SELECT COALESCE(MAX(number), 0) FROM (SELECT MAX(commit_number) AS number FROM retraction "
    "UNION ALL SELECT MAX(commit_number) FROM activity_superseded) AS taken_back"};
const Sql last_stage_taken_back{
    "SELECT COALESCE(MAX(number), 0) FROM (SELECT MAX(commit_number) AS number FROM retraction "
    "UNION ALL SELECT MAX(commit_number) FROM stage_change_superseded) AS taken_back"};
/// Whether a file holds anything that was taken back after a commit, or lacks what stands again since.
const Sql file_outlived{
    "SELECT 1 FROM retraction r WHERE r.commit_number > :since AND r.retracted_commit <= :held UNION ALL "
    "SELECT 1 FROM stage_change_superseded s WHERE s.commit_number > :since AND s.fact <= :last UNION ALL "
    "SELECT 1 FROM retraction r JOIN stage_change_superseded s ON s.commit_number = r.retracted_commit "
    "WHERE r.commit_number > :since LIMIT 1"};
const Sql activities_since{
    "SELECT v.id, v.at, COALESCE(v.opportunity, 0), COALESCE(v.account, 0), COALESCE(v.person, 0), v.kind, "
    "v.side, v.precision, COALESCE(v.campaign, 0) FROM activity_standing v WHERE v.id > :after ORDER BY "
    "v.id"};
const Sql stage_changes_since{
    "SELECT s.id, s.commit_number, s.opportunity, s.at, s.precision, s.stage FROM stage_change s "
    "WHERE s.id > :after ORDER BY s.id"};
const Sql stage_changes_superseded{
    "SELECT s.fact FROM stage_change_superseded s WHERE s.commit_number NOT IN (SELECT retracted_commit FROM "
    "retraction) ORDER BY s.fact"};
const Sql last_stage_change{"SELECT COALESCE(MAX(id), 0) FROM stage_change"};
const Sql moment_of_stage_change{"SELECT at FROM stage_change WHERE id = :id"};
const RowsAsked stage_changes_asked{last_stage_change, moment_of_stage_change};
const Sql last_activity{"SELECT COALESCE(MAX(id), 0) FROM activity"};
const Sql moment_of_activity{"SELECT at FROM activity WHERE id = :id"};
const RowsAsked activities_asked{last_activity, moment_of_activity};

constexpr std::string_view stage_name = "stage_changes", stage_layout = "stage changes 1";
constexpr std::string_view activity_name = "activities", activity_layout = "activities 2";
enum Column : std::size_t { head_column, facts_column, stage_sizes_column, stage_texts_column };

/// As the file holds it, without a gap between its fields.
struct StoredActivity {
  std::int64_t id = 0, at_ms = 0;
  std::uint32_t opportunity = 0, account = 0, person = 0, campaign = 0;
  std::uint8_t kind = 0, side = 0, precision = 0;
  std::array<std::uint8_t, 5> rest{};  ///< up to the next one
};
static_assert(sizeof(StoredActivity) == 40);

RowsTaken head_of(const accord::Segment::Held& file) {
  return file ? file->column<RowsTaken>(head_column).front() : RowsTaken{};
}

/// The file, if it is of the rows that this reader sees.
accord::Segment::Held file_of(const Read& read, std::string_view name, std::string_view layout,
                              const RowsAsked& asked) {
  if (read.segments() == nullptr) return nullptr;
  const auto found =
      read.segments()->renew(std::string(name), layout, [](const auto& there, const auto&) { return there; });
  return found && are_there(read, head_of(found), asked) ? found : nullptr;
}

/// Whether all that a file of stage changes holds still stands, and nothing besides, of what was taken back
/// after a commit. What came in after the file does not matter to it.
bool outlives(const Read& read, const accord::Segment::Held& file, std::int64_t since) {
  const auto head = head_of(file);
  return !read.integer(file_outlived, {{"since", since}, {"held", head.as_of}, {"last", head.last_id}});
}

/// Whether so many facts that the file does not hold are worth a new one, and this reader may make it.
bool is_file_due(const Read& read, std::size_t newer, std::size_t older) {
  return newer > std::max(rows_worth_a_file, older / part_that_renews) && read.segments() != nullptr &&
         read.leaves() != Read::Leaves::nothing;
}

/// Whether what was read before still stands, so that it can be gone on from.
template <class Log>
bool stands(const Read& read, const Log* before, const Sql& last_taken_back) {
  return before != nullptr && read.integer(last_taken_back).value_or(0) <= before->begun_as_of;
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

/// The log as a file has it, or an empty one.
ActivityLog begun_activities(const Read& read) {
  ActivityLog log;
  log.begun_as_of = read.as_of();
  const auto file = file_of(read, activity_name, activity_layout, activities_asked);
  if (!file || read.integer(last_activity_taken_back).value_or(0) > head_of(file).as_of) return log;
  log.begun_as_of = head_of(file).as_of;
  const auto stored = file->column<StoredActivity>(facts_column);
  log.activities.reserve(stored.size());
  for (const auto& one : stored)
    log.activities.push_back({one.id,
                              {one.at_ms},
                              one.opportunity,
                              one.account,
                              one.person,
                              one.campaign,
                              static_cast<ActivityKind>(one.kind),
                              static_cast<Side>(one.side),
                              static_cast<Precision>(one.precision)});
  return log;
}

void keep(const Read& read, const ActivityLog& log) {
  std::vector<StoredActivity> stored;
  stored.reserve(log.activities.size());
  for (const auto& one : log.activities)
    stored.push_back({one.id, one.at.ms, one.opportunity, one.account, one.person, one.campaign,
                      static_cast<std::uint8_t>(one.kind), static_cast<std::uint8_t>(one.side),
                      static_cast<std::uint8_t>(one.precision)});
  const auto head = rows_taken(read, activities_asked);
  SegmentWriter writer(activity_layout);
  writer.add(std::span<const RowsTaken>(&head, 1));
  writer.add(stored);
  read.segments()->renew(std::string(activity_name), activity_layout,
                         [&](const auto& found, const auto& put) {
                           auto made = put(writer);
                           return made ? made : found;
                         });
}

ActivityLog grown(const Read& read, const ActivityLog* before) {
  auto log = stands(read, before, last_activity_taken_back) ? *before : begun_activities(read);
  const auto older = log.activities.size();
  const std::int64_t after = older == 0 ? 0 : log.activities.back().id;
  const auto id = [](const Row& row, int column) { return static_cast<std::uint32_t>(row.integer(column)); };
  read.each(activities_since, {{"after", after}}, [&](const Row& row) {
    log.activities.push_back({row.integer(0),
                              {row.integer(1)},
                              id(row, 2),
                              id(row, 3),
                              id(row, 4),
                              id(row, 8),
                              choice_in(row, 5, ActivityKind::other),
                              choice_in(row, 6, Side::none),
                              choice_in(row, 7, Precision::at_least_since)});
  });
  if (is_file_due(read, log.activities.size() - older, older)) keep(read, log);
  return log;
}

StageLog begun_stages(const Read& read) {
  StageLog log;
  auto file = file_of(read, stage_name, stage_layout, stage_changes_asked);
  if (!file || !outlives(read, file, head_of(file).as_of)) return log;
  log.file = std::move(file);
  log.last_id = head_of(log.file).last_id;
  const auto* text = log.file->column<char>(stage_texts_column).data();
  for (const auto size : log.file->column<std::uint32_t>(stage_sizes_column)) {
    log.stages.emplace_back(text, size);
    text += size;
  }
  return log;
}

/// All of it in one file, from which it is read from now on.
void keep(const Read& read, StageLog& log) {
  std::vector<StageLog::Change> all(log.older().begin(), log.older().end());
  all.insert(all.end(), log.newer.begin(), log.newer.end());
  std::vector<std::uint32_t> sizes;
  std::string texts;
  for (const auto& stage : log.stages) {
    sizes.push_back(static_cast<std::uint32_t>(stage.size()));
    texts += stage;
  }
  const auto head = rows_taken(read, stage_changes_asked);
  SegmentWriter writer(stage_layout);
  writer.add(std::span<const RowsTaken>(&head, 1));
  writer.add(all);
  writer.add(sizes);
  writer.add(std::span<const char>(texts));
  read.segments()->renew(std::string(stage_name), stage_layout, [&](const auto& found, const auto& put) {
    auto made = put(writer);
    if (!made) return found;
    log.file = made;
    log.newer.clear();
    log.sources.clear();
    return made;
  });
}

/// Takes out what was taken back since the log was last looked at.
void forget(StageLog& log, const TakenBack& taken_back) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < log.newer.size(); ++i) {
    if (!taken_back.stands(log.sources[i].id, log.sources[i].commit)) continue;
    log.newer[kept] = log.newer[i];
    log.sources[kept++] = log.sources[i];
  }
  log.newer.resize(kept);
  log.sources.resize(kept);
}

/// An undo costs what came in after the file; only where it reaches into the file is all read again.
StageLog grown(const Read& read, const StageLog* before) {
  const auto last_taken_back = read.integer(last_stage_taken_back).value_or(0);
  const bool is_of_news = before != nullptr && last_taken_back > before->known_as_of;
  const bool goes_on =
      before != nullptr && (!is_of_news || outlives(read, before->file, before->known_as_of));
  auto log = goes_on ? *before : begun_stages(read);
  const TakenBack taken_back(read, stage_changes_superseded);
  if (is_of_news) forget(log, taken_back);
  log.known_as_of = read.as_of();
  read.each(stage_changes_since, {{"after", log.last_id}}, [&](const Row& row) {
    log.last_id = row.integer(0);
    if (!taken_back.stands(log.last_id, row.integer(1))) return;
    log.newer.push_back({{row.integer(3)},
                         static_cast<std::uint32_t>(row.integer(2)),
                         number_of(row.text(5), log.stages),
                         choice_in(row, 4, Precision::at_least_since)});
    log.sources.push_back({log.last_id, row.integer(1)});
  });
  if (is_file_due(read, log.newer.size(), log.older().size())) keep(read, log);
  return log;
}

}  // namespace

std::span<const StageLog::Change> StageLog::older() const {
  return file ? file->column<Change>(facts_column) : std::span<const Change>{};
}

std::shared_ptr<const ActivityLog> activity_log(const Read& read) {
  const auto make = [&](const auto* before) { return grown(read, before); };
  return read.kept_from<ActivityLog>("fact activity log", make, Read::Sees::all);
}

std::shared_ptr<const StageLog> stage_log(const Read& read) {
  const auto make = [&](const auto* before) { return grown(read, before); };
  return read.kept_from<StageLog>("fact stage log", make, Read::Sees::all);
}

}  // namespace accord::fact
