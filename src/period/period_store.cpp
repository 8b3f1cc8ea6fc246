// SPDX-License-Identifier: Apache-2.0
#include "period/period_store.hpp"

namespace accord::period {
namespace {

#define ACCORD_CLOSING_COLUMNS "c.id, c.month, c.note, c.person, c.closed_on, c.at_commit"
#define ACCORD_STILL_CLOSED                                          \
  " FROM period_closing_standing c WHERE NOT EXISTS (SELECT 1 FROM " \
  "period_reopening_standing r WHERE r.closing = c.id)"

const Sql closed_month{"SELECT " ACCORD_CLOSING_COLUMNS ACCORD_STILL_CLOSED
                       " AND c.month = :month ORDER BY c.id DESC LIMIT 1"};
const Sql closed_months{"SELECT " ACCORD_CLOSING_COLUMNS ACCORD_STILL_CLOSED " ORDER BY c.month, c.id"};
const Sql every_closing{"SELECT " ACCORD_CLOSING_COLUMNS
                        " FROM period_closing_standing c ORDER BY c.month, c.id"};
const Sql closed_and_reopened{
    "SELECT 1 AS is_closing, c.closed_on AS on_day, COALESCE(p.name, '') AS by_name, c.note AS words, "
    "c.commit_number AS place FROM period_closing_standing c LEFT JOIN person p ON p.id = c.person "
    "WHERE c.month = :month UNION ALL SELECT 0, r.reopened_on, COALESCE(p.name, ''), r.reason, "
    "r.commit_number FROM period_reopening_standing r JOIN period_closing_standing c ON c.id = r.closing "
    "LEFT JOIN person p ON p.id = r.person WHERE c.month = :month ORDER BY place DESC"};
const Sql twice{"SELECT c.month" ACCORD_STILL_CLOSED
                " GROUP BY c.month HAVING COUNT(*) > 1 ORDER BY c.month"};

}  // namespace

Schema schema() {
  return {.subject = "period",
          .tables = {fact_table<PeriodClosing>({{"month"}}), fact_table<PeriodReopening>({{"closing"}})}};
}

std::optional<PeriodClosing> closing_of(const Read& read, Day day) {
  return read.one<PeriodClosing>(closed_month, {{"month", first_of_month(day)}});
}

std::vector<PeriodClosing> closings(const Read& read) { return read.all<PeriodClosing>(closed_months); }

std::vector<PeriodClosing> all_closings(const Read& read) { return read.all<PeriodClosing>(every_closing); }

std::vector<PeriodEvent> events_of(const Read& read, Day month) {
  return read.all<PeriodEvent>(closed_and_reopened, {{"month", month}});
}

std::vector<std::string> closed_twice(const Read& read) {
  std::vector<std::string> found;
  read.each(twice, {}, [&](const Row& row) {
    found.push_back(month_in_words(Day{static_cast<std::int32_t>(row.integer(0))}) + " is closed twice.");
  });
  return found;
}

}  // namespace accord::period
