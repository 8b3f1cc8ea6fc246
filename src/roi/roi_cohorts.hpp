// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi.hpp"
#include "roi/sums.hpp"

/// What was spent in one month, and what came back of it in later ones.
namespace accord::roi {

/// What of an order counts as come back.
enum class Returned : std::uint8_t { revenue, gross_margin };

struct CohortQuestion {
  Question question;        ///< its first day is the first of a month
  std::optional<Key> line;  ///< of the question's dimension; nothing: all of them
  Returned of = Returned::revenue;
};

/// What had come back of a month's money by so many months after it.
struct CohortCell {
  std::int64_t months_since = 0;
  bool is_incomplete = false;  ///< orders of that month are still coming in
  Figure returned, multiple;
  Figure agreed_returned, agreed_multiple;  ///< under the rules that bind
};

/// A month of spend, and what its touchpoints earned since.
struct Cohort {
  Id<Cohort> id;  ///< the month, counted from the year 0
  std::string name;
  Day first_day;
  Figure spend, returned, multiple, expected;
  Figure agreed_returned, agreed_multiple, agreed_expected;  ///< under the rules that bind
  std::optional<Money> expected_from, expected_to;
  std::optional<double> share_percent;  ///< of the final return that is usually in by now
  std::int64_t months_over = 0;         ///< that this share and the expectation are of, its own included
  bool is_final = false;                ///< no touchpoint of it can earn any more
  std::string sentence;
  Figure late;
  std::string late_sentence, late_link;  ///< empty where nothing was entered late
  std::vector<CohortCell> cells;         ///< those that lie ahead are not there
  std::optional<RulesTold> rules;        ///< left out among others
};

/// The share of the final return that is usually in by so many months after the spend.
struct MaturingShare {
  std::int64_t months_since = 0;
  std::optional<double> share_percent;
  std::int64_t cohorts = 0;  ///< that tell of the step to the next month
  std::string why;           ///< why the share is not known
};

/// All of it: what came back of these months, of months before and of others, and what nothing explains, is
/// what was booked.
struct Cohorts {
  Dimension by = Dimension::channel;
  CreditModel model = CreditModel::linear;
  Returned of = Returned::revenue;
  std::optional<Id<Line>> line;
  std::string line_name;
  Day from_day, until_day;
  std::int64_t lookback_days = 0, half_life_days = 0;
  std::string sentence;
  std::string why;  ///< why nothing can be said; empty where something can
  std::vector<LeftOut> left_out;
  std::vector<std::string> notes;  ///< what to know before one judges by it
  Figure lag, booked, returned, earlier, others, unattributed;
  Figure agreed_returned, agreed_earlier, agreed_others, agreed_unattributed;  ///< under the rules that bind
  std::string rest_sentence;                                                   ///< on what the shares rest
  std::vector<MaturingShare> shares;
  std::vector<Cohort> items;
  RulesTold rules;
};

/// An older cohort that tells how money matures from one month to the next.
struct OlderCohort {
  Id<OlderCohort> id;
  std::string name;
  Money before, after;
};

/// An order, and how long it came after the first touchpoint.
struct OrderLag {
  Id<OrderLag> id;
  std::string name;
  Day booked_on;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  Instant first_touch_at;
  fact::Precision first_touch_precision = fact::Precision::moment;
  std::int64_t lag_days = 0;
};

/// Spend that was entered when its month seemed over.
struct LateSpend {
  Id<LateSpend> id;  ///< the entry's
  std::string name;
  Day day, recorded_on;
  Side side = Side::none;
  std::string channel_name, campaign_name;
  Money amount;
  std::optional<Money> value;
};

}  // namespace accord::roi

namespace accord {
template <>
inline constexpr std::array<std::string_view, 2> choices_of<roi::Returned>{"revenue", "gross_margin"};
template <>
inline constexpr auto described<roi::CohortCell> = record(
    "cohort_cell", "What had come back of a month's money by so many months after it.",
    field(&roi::CohortCell::months_since, "months_since", "How many months after that of the spend.",
          unit::count),
    field(&roi::CohortCell::is_incomplete, "is_incomplete", "Whether orders of that month still come in."),
    field(&roi::CohortCell::returned, "returned", "What had come back by its end."),
    field(&roi::CohortCell::multiple, "multiple", "The same by what was spent."),
    field(&roi::CohortCell::agreed_returned, "agreed_returned",
          "What had come back by its end by the rules of credit that bind, whatever is asked."),
    field(&roi::CohortCell::agreed_multiple, "agreed_multiple", "The same by what was spent."));
template <>
inline constexpr auto described<roi::Cohort> = record(
    "cohort", "A month of spend, and what its touchpoints earned since.",
    field(&roi::Cohort::id, "id", "The month, counted from the year 0."),
    field(&roi::Cohort::name, "name", "The month.", searched),
    field(&roi::Cohort::first_day, "first_day", "Its first day."),
    field(&roi::Cohort::spend, "spend", "What was spent in it."),
    field(&roi::Cohort::returned, "returned", "What its touchpoints have earned so far."),
    field(&roi::Cohort::multiple, "multiple", "The same by what was spent."),
    field(&roi::Cohort::expected, "expected", "What is to be expected in the end."),
    field(&roi::Cohort::agreed_returned, "agreed_returned",
          "What its touchpoints have earned by the rules of credit that bind, whatever is asked."),
    field(&roi::Cohort::agreed_multiple, "agreed_multiple", "The same by what was spent."),
    field(&roi::Cohort::agreed_expected, "agreed_expected", "What is to be expected in the end by these."),
    field(&roi::Cohort::expected_from, "expected_from", "Where the middle 95% of that begins."),
    field(&roi::Cohort::expected_to, "expected_to", "Where the middle 95% of that ends."),
    field(&roi::Cohort::share_percent, "share_percent",
          "Which share of the final return is usually in by now.", unit::percent),
    field(&roi::Cohort::months_over, "months_over", "How many of its months are over, its own included.",
          unit::count),
    field(&roi::Cohort::is_final, "is_final", "Whether none of its touchpoints can earn any more."),
    field(&roi::Cohort::sentence, "sentence", "The same in words."),
    field(&roi::Cohort::late, "late", "What of its spend was entered when the month seemed over."),
    field(&roi::Cohort::late_sentence, "late_sentence", "That in words; empty where nothing was."),
    field(&roi::Cohort::late_link, "late_link", "Where these entries are listed."),
    field(&roi::Cohort::cells, "cells", "What had come back, month after month."),
    field(&roi::Cohort::rules, "rules", "By which rules of credit it is told; left out among other months."));
template <>
inline constexpr auto described<roi::MaturingShare> =
    record("maturing_share", "The share of the final return that is usually in by so many months.",
           field(&roi::MaturingShare::months_since, "months_since",
                 "How many months after that of the spend.", unit::count),
           field(&roi::MaturingShare::share_percent, "share_percent", "The share that is usually in.",
                 unit::percent),
           field(&roi::MaturingShare::cohorts, "cohorts",
                 "How many older months tell of the step to the next.", unit::count),
           field(&roi::MaturingShare::why, "why", "Why the share is not known; empty where it is."));
template <>
inline constexpr auto described<roi::Cohorts> = record(
    "cohorts", "What was spent in each month, and what came back of it since.",
    field(&roi::Cohorts::by, "by", "What a single line is one of."),
    field(&roi::Cohorts::model, "model", "How an order's credit is shared among its touchpoints."),
    field(&roi::Cohorts::of, "of", "What counts as come back."),
    field(&roi::Cohorts::line, "line", "Which line; nothing for all of them."),
    field(&roi::Cohorts::line_name, "line_name", "What that line is called; empty for all of them."),
    field(&roi::Cohorts::from_day, "from_day", "The first day of spend and orders: the first of a month."),
    field(&roi::Cohorts::until_day, "until_day", "The last day of spend and orders."),
    field(&roi::Cohorts::lookback_days, "lookback_days",
          "How old a touchpoint may be to have led to an order.", unit::days),
    field(&roi::Cohorts::half_life_days, "half_life_days",
          "After how long a touchpoint counts half, under time decay.", unit::days),
    field(&roi::Cohorts::sentence, "sentence", "The answer in words."),
    field(&roi::Cohorts::why, "why", "Why nothing can be said; empty where something can."),
    field(&roi::Cohorts::left_out, "left_out", "What no figure here holds, and why."),
    field(&roi::Cohorts::notes, "notes", "What to know before one judges by it."),
    field(&roi::Cohorts::lag, "lag", "Within how many days nine of ten orders come."),
    field(&roi::Cohorts::booked, "booked", "What was booked."),
    field(&roi::Cohorts::returned, "returned", "What came back of the spend of these months."),
    field(&roi::Cohorts::earlier, "earlier", "What touchpoints before these months earned."),
    field(&roi::Cohorts::others, "others", "What other lines earned."),
    field(&roi::Cohorts::unattributed, "unattributed", "What no touchpoint explains."),
    field(&roi::Cohorts::agreed_returned, "agreed_returned",
          "What came back of these months by the rules of credit that bind, whatever is asked."),
    field(&roi::Cohorts::agreed_earlier, "agreed_earlier", "What months before earned by these."),
    field(&roi::Cohorts::agreed_others, "agreed_others", "What other lines earned by these."),
    field(&roi::Cohorts::agreed_unattributed, "agreed_unattributed", "What no touchpoint explains by these."),
    field(&roi::Cohorts::rest_sentence, "rest_sentence", "On what the shares rest."),
    field(&roi::Cohorts::shares, "shares", "How much is usually in, month after month."),
    field(&roi::Cohorts::items, "items", "The months of spend, the oldest first."),
    field(&roi::Cohorts::rules, "rules", "By which rules of credit it is told."));
template <>
inline constexpr auto described<roi::OlderCohort> =
    record("older_cohort", "An older month that tells how money matures from one month to the next.",
           field(&roi::OlderCohort::id, "id", "The month, counted from the year 0."),
           field(&roi::OlderCohort::name, "name", "The month of spend.", searched),
           field(&roi::OlderCohort::before, "before", "What had come back of it by then."),
           field(&roi::OlderCohort::after, "after", "What had come back of it a month later."));
template <>
inline constexpr auto described<roi::OrderLag> =
    record("order_lag", "An order, and how long it came after the first touchpoint.",
           field(&roi::OrderLag::id, "id", "The row of its first line under Orders."),
           field(&roi::OrderLag::name, "name", "Its number, or the opportunity it came from.", searched),
           field(&roi::OrderLag::booked_on, "booked_on", "The day it was booked."),
           field(&roi::OrderLag::account, "account", "Who ordered."),
           field(&roi::OrderLag::account_name, "account_name", "The account's name.", searched),
           field(&roi::OrderLag::first_touch_at, "first_touch_at", "The first touchpoint that led to it."),
           field(&roi::OrderLag::first_touch_precision, "first_touch_precision", "How finely that is known."),
           field(&roi::OrderLag::lag_days, "lag_days", "How many whole days lie between.", unit::days));
template <>
inline constexpr auto described<roi::LateSpend> = record(
    "late_spend", "Spend that was entered when its month seemed over.",
    field(&roi::LateSpend::id, "id", "The entry's number."),
    field(&roi::LateSpend::name, "name", "What it was for.", searched),
    field(&roi::LateSpend::day, "day", "The day it was spent."),
    field(&roi::LateSpend::recorded_on, "recorded_on", "The day it was entered or imported."),
    field(&roi::LateSpend::side, "side", "Whose money it is."),
    field(&roi::LateSpend::channel_name, "channel_name", "On which channel."),
    field(&roi::LateSpend::campaign_name, "campaign_name", "For which campaign."),
    field(&roi::LateSpend::amount, "amount", "How much."),
    field(&roi::LateSpend::value, "value", "The same in the company's currency; nothing without a rate."));
}  // namespace accord
