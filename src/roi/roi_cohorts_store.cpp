// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_cohorts_store.hpp"

#include <algorithm>

#include "people/people.hpp"

namespace accord::roi {
namespace {

/// Whether an entry is late depends on what was on record then, whoever may see that.
const Sql entries_as_they_came{
    "SELECT s.id, s.day, s.commit_number FROM spend s ORDER BY s.commit_number, s.id"};

/// Goes through the entries in the order in which they were recorded.
class Recording {
 public:
  explicit Recording(const Read& read) : read_(read) {
    const auto company = people::find_company(read);
    if (company) zone_ = company->time_zone;
  }

  void add(std::int64_t id, Day day, std::int64_t commit) {
    if (commit != commit_) {
      commit_ = commit;
      recorded_on_ = std::nullopt;
      newest_before_ = newest_;
    }
    newest_ = newest_ ? std::max(*newest_, day) : day;
    const Day limit = in_time_until(day);
    if (newest_before_ && *newest_before_ > limit && recorded_on() > limit) late_.emplace(id, recorded_on());
  }
  std::map<std::int64_t, Day> late() { return std::move(late_); }

 private:
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
  std::optional<Day> recorded_on_, newest_, newest_before_;
  std::map<std::int64_t, Day> late_;
};

}  // namespace

Day in_time_until(Day spent_on) { return add_months(first_of_month(spent_on), 2) - 1; }

std::shared_ptr<const std::map<std::int64_t, Day>> recorded_late(const Read& read) {
  return read.kept<std::map<std::int64_t, Day>>("roi spend recorded late", [&] {
    Recording recording(read);
    read.each(entries_as_they_came, {}, [&](const Row& row) {
      recording.add(row.integer(0), Day{static_cast<std::int32_t>(row.integer(1))}, row.integer(2));
    });
    return recording.late();
  });
}

}  // namespace accord::roi
