// SPDX-License-Identifier: Apache-2.0
#include "period/period_store.hpp"

#include "base/text.hpp"

namespace accord::period {

std::string month_in_words(Day day) {
  const auto words = in_words(day);
  return words.substr(words.find(' ') + 1);
}

void refuse_closed(const Read& read, Day day, bool is_late) {
  if (is_late) return;
  const auto closing = closing_of(read, day);
  refuse_if(closing.has_value(), period_is_closed,
            month_in_words(day) + " was closed on " + in_words(closing ? closing->closed_on : day) + ".");
}

/// 1. The month is over.
/// 2. It is open.
PeriodClosing close(Write& write, Day month, const std::string& note) {
  const Day today = people::today(write);
  refuse_if(add_months(month, 1) > today, period_not_over, month_in_words(month));
  refuse_if(closing_of(write, month).has_value(), period_closed_already, month_in_words(month));
  PeriodClosing closing{.id = {},
                        .month = month,
                        .note = std::string(trimmed(note)),
                        .person = Id<people::Person>{write.actor().person},
                        .closed_on = today,
                        .at_commit = write.number()};
  closing.id = write.append(closing);
  return closing;
}

/// 1. The month is closed.
/// 2. A reason is given.
void reopen(Write& write, Day month, const std::string& reason) {
  const auto closing = closing_of(write, month);
  refuse_if(!closing, period_is_open, month_in_words(month));
  refuse_if(trimmed(reason).empty(), reopening_without_reason);
  PeriodReopening reopening{.id = {},
                            .closing = closing->id,
                            .reason = std::string(trimmed(reason)),
                            .person = Id<people::Person>{write.actor().person},
                            .reopened_on = people::today(write)};
  write.append(reopening);
}

const Subject subject{
    .name = "period",
    .schema = schema(),
    .rules = {&period_is_closed, &period_closed_already, &period_is_open, &period_not_over,
              &reopening_without_reason},
    .checks = {{"months_are_closed_once", "No month is closed twice at a time.", closed_twice}}};

}  // namespace accord::period
