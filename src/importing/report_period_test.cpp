// SPDX-License-Identifier: Apache-2.0
// The days that stand above the table of a report.
#include "importing/report_period.hpp"

#include <gtest/gtest.h>

namespace accord::importing {
namespace {

std::string told(const std::vector<std::string>& above, DayFormat format = DayFormat::unambiguous) {
  std::vector<LeftOutLine> lines;
  for (const auto& text : above) lines.push_back({1, text, ""});
  const auto days = period_of_report(lines, format);
  return days ? to_string(days->first) + "/" + to_string(days->last) : "";
}

TEST(ReportPeriod, ADashOrAWordStandsBetweenItsDays) {
  for (const char* line : {"October 1, 2026 - October 31, 2026", "1 October 2026 – 31 October 2026",
                           "Oct 1, 2026 — Oct 31, 2026", "2026-10-01 to 2026-10-31",
                           "Date range: 2026-10-01 - 2026-10-31", "1 Oct 2026 until 31 Oct 2026"})
    EXPECT_EQ(told({"Campaign report", line}), "2026-10-01/2026-10-31") << line;
}

TEST(ReportPeriod, OrTheyStandInLinesOfTheirOwn) {
  EXPECT_EQ(told({"Report Start: October 1, 2026, 12:00 AM", "Report End: October 31, 2026, 11:59 PM",
                  "Date Generated: November 3, 2026, 8:15 AM"}),
            "2026-10-01/2026-10-31");
  EXPECT_EQ(told({"Report End: 10/31/2026 (UTC)", "report_start: 10/1/2026"}, DayFormat::month_first),
            "2026-10-01/2026-10-31");
}

/// A day that may be two, half a period, one that ends before it begins: none is guessed.
TEST(ReportPeriod, WhatIsNotSureIsNone) {
  EXPECT_EQ(told({"10/1/2026 - 10/9/2026"}), "");
  EXPECT_EQ(told({"Report Start: October 1, 2026"}), "");
  EXPECT_EQ(told({"October 31, 2026 - October 1, 2026"}), "");
  EXPECT_EQ(told({"Campaign report", "All time", "November 3, 2026"}), "");
  EXPECT_EQ(told({}), "");
}

Mapping spend_by(const char* slot) { return {"spend", {{"Cost", "amount"}, {"When", slot}}}; }

TEST(ReportPeriod, RowsWithDaysOfTheirOwnAreOfThose) {
  const Days october{*parse_day("2026-10-01"), *parse_day("2026-10-31")};
  for (const char* slot : {"day", "first_day", "period"}) {
    Answers answers;
    take_period(spend_by(slot), october, answers);
    EXPECT_TRUE(answers.constants.empty()) << slot;
  }
  Answers answers;
  take_period(spend_by("note"), october, answers);
  ASSERT_EQ(answers.constants.size(), 2U);
  EXPECT_EQ(answers.constants[0].value, "2026-10-01");
  EXPECT_EQ(answers.constants[1].value, "2026-10-31");
  take_period(spend_by("note"), october, answers);
  EXPECT_EQ(answers.constants.size(), 2U) << "said once";
  Answers others;
  take_period({"touchpoint", {}}, october, others);
  EXPECT_TRUE(others.constants.empty());
}

}  // namespace
}  // namespace accord::importing
