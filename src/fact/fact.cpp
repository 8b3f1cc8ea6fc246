// SPDX-License-Identifier: Apache-2.0
#include "fact/fact.hpp"

#include <algorithm>

#include "people/people.hpp"

namespace accord::fact {

EndOfDay end_of(Day day, std::string_view time_zone) {
  return {instant_of({day + 1, 0}, time_zone), start_of(day + 1)};
}

std::optional<Day> newest_day_of(const Read& read, std::optional<Instant> moment,
                                 std::optional<Instant> day) {
  const auto company = people::find_company(read);
  std::optional<Day> newest;
  if (moment) newest = day_in(*moment, company ? company->time_zone : "UTC");
  if (day) newest = std::max(newest, std::optional(day_of(*day)));
  return newest;
}

}  // namespace accord::fact
