// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_cohorts_store.hpp"

#include <algorithm>
#include <array>

#include "people/people.hpp"

namespace accord::roi {
namespace {

/// Whether an entry is late depends on what was on record then, whoever may see that.
const Sql entries_as_they_came{
    "SELECT s.id, s.day, s.commit_number, COALESCE(s.corrects, 0) FROM spend s "
    "ORDER BY s.commit_number, s.id"};
const Sql entry_as_told{
    "SELECT s.day, s.side, COALESCE(s.campaign, 0), COALESCE(s.channel, 0), COALESCE(s.product, 0), "
    "COALESCE(s.territory, 0), COALESCE(s.person, 0), s.amount_minor, s.amount_currency FROM spend s "
    "WHERE s.id = :id"};

/// What was told of one entry.
struct Told {
  Day day;
  std::string side;
  std::array<std::int64_t, 5> line{};
  Money amount;
};

std::optional<Told> told(const Read& read, std::int64_t id) {
  std::optional<Told> found;
  read.each(entry_as_told, {{"id", id}}, [&](const Row& row) {
    Told one{Day{static_cast<std::int32_t>(row.integer(0))},
             std::string(row.text(1)),
             {},
             {row.integer(7), parse_currency(row.text(8)).value_or(Currency{})}};
    for (std::size_t i = 0; i < one.line.size(); ++i) one.line[i] = row.integer(static_cast<int>(i) + 2);
    found = std::move(one);
  });
  return found;
}

/// Goes through the entries in the order in which they were recorded.
class Recording {
 public:
  explicit Recording(const Read& read) : read_(read) {
    const auto company = people::find_company(read);
    if (company) zone_ = company->time_zone;
  }

  void add(std::int64_t id, Day day, std::int64_t commit, std::int64_t corrects) {
    if (commit != commit_) {
      commit_ = commit;
      recorded_on_ = std::nullopt;
      newest_before_ = newest_;
    }
    newest_ = newest_ ? std::max(*newest_, day) : day;
    const Day limit = in_time_until(day);
    if (!first_recorded_) first_recorded_ = recorded_on();
    const bool is_after_others = (newest_before_ && *newest_before_ > limit) || *first_recorded_ <= limit;
    if (!is_after_others || recorded_on() <= limit) return;
    auto& entry = late_[id] = {recorded_on()};
    if (corrects != 0 && !late_.contains(corrects)) put_difference(id, corrects, entry);
  }
  LateEntries late() { return std::move(late_); }

 private:
  void put_difference(std::int64_t id, std::int64_t corrects, LateEntry& entry) const {
    const auto now = told(read_, id), before = told(read_, corrects);
    const bool is_same = now && before && first_of_month(now->day) == first_of_month(before->day) &&
                         now->side == before->side && now->line == before->line;
    if (!is_same) return;
    entry.instead_of = before->amount;
    entry.instead_of_day = before->day;
  }

  Day recorded_on() {
    if (!recorded_on_) {
      const auto moment = read_.moment_of(commit_);
      recorded_on_ = moment ? day_in(*moment, zone_) : Day{};
    }
    return *recorded_on_;
  }

  const Read& read_;
  std::string zone_ = "UTC";
  std::int64_t commit_ = -1;
  std::optional<Day> recorded_on_, first_recorded_, newest_, newest_before_;
  LateEntries late_;
};

}  // namespace

Day in_time_until(Day spent_on) {
  Day day = add_months(first_of_month(spent_on), 1) - 1;
  for (int left = 5; left > 0;) {
    day = day + 1;
    if (weekday(day) < 5) --left;
  }
  return day;
}

std::shared_ptr<const LateEntries> recorded_late(const Read& read) {
  return read.kept<LateEntries>("roi spend recorded late", [&] {
    Recording recording(read);
    read.each(entries_as_they_came, {}, [&](const Row& row) {
      recording.add(row.integer(0), Day{static_cast<std::int32_t>(row.integer(1))}, row.integer(2),
                    row.integer(3));
    });
    return recording.late();
  });
}

}  // namespace accord::roi
