// SPDX-License-Identifier: Apache-2.0
#include "importing/month_cell.hpp"

#include <gtest/gtest.h>

namespace accord::importing {
namespace {

TEST(MonthCell, ReadsAMonthHoweverItIsWritten) {
  for (const auto* written :
       {"2026-02", "2026/02", "2026/2", "02/2026", "2.2026", "202602", "Feb 2026", "february 2026",
        "2026 Feb", "Feb-2026", "Feb-26", " 2026-02 ", "2026-02-28", "28.2.2026", "28 Feb 2026"}) {
    const auto month = read_month(written, DayFormat::unambiguous);
    ASSERT_TRUE(month.value) << written << ": " << month.reason;
    EXPECT_EQ(to_string(*month.value), "2026-02-01") << written;
  }
}

TEST(MonthCell, RefusesWhatIsNoMonth) {
  for (const auto* written :
       {"2026-13", "2026-00", "0/2026", "Q1 2026", "02/26", "2026", "Fe 2026", "YTD", "20262", "Fex-26"}) {
    const auto month = read_month(written, DayFormat::unambiguous);
    EXPECT_FALSE(month.value) << written;
    EXPECT_TRUE(month.is_refused()) << written;
  }
  EXPECT_TRUE(read_month("", DayFormat::unambiguous).is_absent());
}

TEST(PeriodCell, ReadsAMonthOrAQuarter) {
  const auto days = [](const char* written) {
    const auto read = read_period(written, DayFormat::unambiguous);
    return read.value ? to_string(read.value->first) + " " + to_string(read.value->last) : read.reason;
  };
  for (const auto* written : {"2026-Q4", "2026Q4", "Q4 2026", "q4/2026"})
    EXPECT_EQ(days(written), "2026-10-01 2026-12-31") << written;
  EXPECT_EQ(days("Feb 2028"), "2028-02-01 2028-02-29");
  for (const auto* written : {"Q5 2026", "Q0 2026", "2026", "Q4 26", "4Q2026"})
    EXPECT_TRUE(read_period(written, DayFormat::unambiguous).is_refused()) << written;
  EXPECT_TRUE(read_period("", DayFormat::unambiguous).is_absent());
}

}  // namespace
}  // namespace accord::importing
