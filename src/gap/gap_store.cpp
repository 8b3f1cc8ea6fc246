// SPDX-License-Identifier: Apache-2.0
#include "gap/gap.hpp"

#include <algorithm>

#include "people/people.hpp"

namespace accord::gap {
namespace {

// Moments and days apart: a moment's day is the company's, a day's own stands at its midnight UTC.
const Sql last_stage_changes{
    "SELECT MAX(CASE WHEN precision = 'moment' THEN at END), MAX(CASE WHEN precision <> 'moment' THEN at "
    "END) "
    "FROM stage_change_standing WHERE at <= :now"};
const Sql last_activities{
    "SELECT MAX(CASE WHEN precision = 'moment' THEN at END), MAX(CASE WHEN precision <> 'moment' THEN at "
    "END) "
    "FROM activity_standing WHERE at <= :now"};

}  // namespace

std::optional<Day> data_until(const Read& read) {
  const auto company = people::find_company(read);
  const std::string zone = company ? company->time_zone : "UTC";
  std::optional<Day> last;
  const auto take = [&](const Row& row) {
    if (!row.is_null(0)) last = std::max(last, std::optional(day_in({row.integer(0)}, zone)));
    if (!row.is_null(1)) last = std::max(last, std::optional(day_of({row.integer(1)})));
  };
  read.each(last_stage_changes, {{"now", read.now()}}, take);
  read.each(last_activities, {{"now", read.now()}}, take);
  return last;
}

}  // namespace accord::gap
