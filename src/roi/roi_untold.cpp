// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_untold.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "people/people.hpp"
#include "roi/roi_young.hpp"

namespace accord::roi {
namespace {

/// Where more of the spend names none, single lines are not told; where more than the second, it is said.
constexpr double most_unnamed_percent = 50, unnamed_worth_a_note_percent = 10;
/// What a channel costs that is no campaign's (a tool, an agency) is usual, and no part of what one costs
/// more.
constexpr double most_unnamed_of_channel_percent = 90;
/// Where more of the days asked than this are of months that are not asked whole, it is said.
constexpr int part_worth_a_note_percent = 10;

bool is_period(Dimension by) { return by == Dimension::month || by == Dimension::quarter; }

/// The dimensions of what is asked whose lines have orders of their own, and spend that names them.
std::vector<Dimension> of_their_own(const Question& question) {
  std::vector<Dimension> found;
  const auto add = [&](Dimension by) {
    const bool is_new = std::ranges::find(found, by) == found.end();
    if (is_new && !earns_by_touchpoints(by) && !is_period(by)) found.push_back(by);
  };
  add(question.by);
  for (std::size_t i = 0; i < question.only.size(); ++i) {
    if (question.only[i]) add(static_cast<Dimension>(i));
  }
  return found;
}

/// As a reader calls one of its lines.
std::string noun_of(Dimension by) {
  return by == Dimension::segment ? "industry" : std::string(accord::name_of(by));
}

std::string share_in_words(const Unnamed& unnamed, Dimension by) {
  return std::to_string(std::llround(unnamed.percent())) + "% of what was spent in these days names no " +
         noun_of(by) + ", or several";
}

std::string why_not_of_period(const Read& read, const Question& question, Key key) {
  auto any_days = question;
  any_days.from = Day{-1'000'000};
  any_days.until = Day{1'000'000};
  const auto whole = period_of(any_days, key);
  const Day today = people::today(read);
  const std::string name(accord::name_of(question.by));
  if (whole.until >= today)
    return "The " + name +
           " is not over: its orders are still coming in, and much of what it costs is booked at its end.";
  const auto asked = period_of(question, key);
  const auto days = asked.until - asked.from + 1, all = whole.until - whole.from + 1;
  if (days == all) return "";
  return "Only " + std::to_string(days) + " of the " + name + "’s " + std::to_string(all) +
         " days are asked for: what was spent in the others is not in it.";
}

/// The months that are over and lie whole in the days asked, as their first day and the day behind their
/// last; the same day twice where there is none.
std::pair<Day, Day> whole_months(const Read& read, const Question& question) {
  const Day from = first_of_month(question.from) == question.from
                       ? question.from
                       : add_months(first_of_month(question.from), 1);
  const Day until = first_of_month(std::min(question.until + 1, people::today(read)));
  return {from, std::max(from, until)};
}

/// Of all lines alike, for nobody has divided what a month costs.
std::string why_not_of_days(const Read& read, const Question& question) {
  const auto [from, until] = whole_months(read, question);
  if (from < until) return "";
  return "No month that is over lies whole within these days: what a month costs is booked on few of its "
         "days, and is not spread over the others, so that no return of these days is told.";
}

/// Of days that hold a whole month, and of others more than are worth no word.
std::string note_on_months_in_part(const Read& read, const Question& question) {
  const auto [from, until] = whole_months(read, question);
  const auto days = question.until - question.from + 1, in_part = days - (until - from);
  if (from == until || in_part * 100 <= part_worth_a_note_percent * days) return "";
  const bool are_several = from != question.from && until <= question.until;
  return counted(in_part, "day", "days") + " of these " + std::to_string(days) +
         (in_part == 1 ? " is of " : " are of ") +
         (are_several ? "months that are asked for in part or are not over: what these cost"
                      : "a month that is asked for in part or is not over: what it costs") +
         " counts by the days on which it was booked, and is not spread over the others.";
}

std::string why_not_of_its_own(const Read& read, const Question& question, Dimension by, bool is_none) {
  if (is_none)
    return "What is spent for several together, or names no " + noun_of(by) +
           ", serves the orders of all: it has no return of its own.";
  const auto unnamed = unnamed_spend(read, question, by);
  if (unnamed->percent() <= most_unnamed_percent) return "";
  return share_in_words(*unnamed, by) + ": what names this one is too small a part of what its orders cost.";
}

/// What of the spend on each channel names no campaign.
std::shared_ptr<const std::map<Key, Unnamed>> without_campaign(const Read& read, const Question& question) {
  const auto key = "roi spend without campaign " + to_string(question.from) + " " +
                   to_string(question.until) + " " + std::string(accord::name_of(question.currency_day));
  return read.kept<std::map<Key, Unnamed>>(key, [&] {
    const auto own = funnel::currency_of(read);
    const auto all = spend::spent(read, question.currency_day);
    std::map<Key, Unnamed> found;
    for (const auto& spent : *all) {
      if (spent.amount.currency != own || spent.day < question.from || spent.day > question.until) continue;
      auto& unnamed = found[spent.channel];
      unnamed.spent += spent.amount.minor;
      if (spent.campaign == 0) unnamed.minor += spent.amount.minor;
    }
    return found;
  });
}

/// Spend of other channels says nothing of it: their touchpoints share for themselves.
std::string why_not_of_campaign(const Read& read, const Question& question, Key key) {
  const auto asked = question.by == Dimension::campaign && key != everything
                         ? std::optional(key)
                         : question.only[static_cast<std::size_t>(Dimension::campaign)];
  if (asked.value_or(0) <= 0) return "";
  const auto campaign = campaign::find_visible(read, Id<campaign::Campaign>{*asked});
  if (!campaign || !campaign->channel) return "";
  const auto by_channel = without_campaign(read, question);
  const auto found = by_channel->find(campaign->channel->number);
  if (found == by_channel->end() || found->second.percent() <= most_unnamed_of_channel_percent) return "";
  return std::to_string(std::llround(found->second.percent())) + "% of what was spent on " +
         name_of(read, Dimension::channel, campaign->channel->number) +
         " in these days names no campaign: what names this one is too small a part of what its orders cost.";
}

/// Of all channels, since it is said of the report.
std::string note_on_campaigns(const Read& read, const Question& question) {
  const auto unnamed = unnamed_spend(read, question, Dimension::campaign);
  if (unnamed->percent() <= unnamed_worth_a_note_percent) return "";
  return std::to_string(std::llround(unnamed->percent())) +
         "% of what was spent in these days names no campaign, and is in the return of none. Where that is "
         "more than nine tenths of what was spent on a campaign’s channel, its return and costs are not "
         "told.";
}

}  // namespace

double Unnamed::percent() const {
  return spent <= 0 ? 0 : 100.0 * static_cast<double>(minor) / static_cast<double>(spent);
}

std::shared_ptr<const Unnamed> unnamed_spend(const Read& read, const Question& question, Dimension by) {
  auto asked = question;
  asked.by = by;
  const auto key = "roi unnamed spend by " + std::string(accord::name_of(by)) + " " +
                   to_string(question.from) + " " + to_string(question.until) + " " +
                   std::string(accord::name_of(question.currency_day)) + asker_of(read, asked);
  return read.kept<Unnamed>(key, [&] {
    const Keys keys(read, by);
    const auto own = funnel::currency_of(read);
    const auto all = spend::spent(read, question.currency_day);
    Unnamed found;
    for (const auto& spent : *all) {
      if (spent.amount.currency != own || spent.day < question.from || spent.day > question.until) continue;
      found.spent += spent.amount.minor;
      if (names_none(by, keys.of(spent))) found.minor += spent.amount.minor;
    }
    return found;
  });
}

std::string why_untold(const Read& read, const Question& question, Key key, const Sums& sums) {
  if (sums.spent <= 0) return "";  // the figures say that themselves
  const bool is_of_period = key != everything && is_period(question.by);
  if (!is_of_period) {
    if (auto why = why_not_of_days(read, question); !why.empty()) return why;
  }
  for (const auto by : of_their_own(question)) {
    const auto only = question.only[static_cast<std::size_t>(by)];
    const bool is_none = only ? names_none(by, *only) : key != everything && names_none(by, key);
    if (key == everything && !only) continue;
    if (auto why = why_not_of_its_own(read, question, by, is_none); !why.empty()) return why;
  }
  if (auto why = why_not_of_campaign(read, question, key); !why.empty()) return why;
  if (key == everything) return "";
  if (is_of_period) return why_not_of_period(read, question, key);
  const bool is_unseen = sums.touchpoints == 0 && sums.credited == 0 && sums.leads == 0;
  if (earns_by_touchpoints(question.by) && is_unseen)
    return "No touchpoint of it is on record in these days, so that nobody can tell what came of the spend.";
  return why_nothing_yet(read, question, key, sums);
}

std::vector<std::string> notes_on_spend(const Read& read, const Question& question) {
  std::vector<std::string> notes;
  for (const auto by : of_their_own(question)) {
    const auto unnamed = unnamed_spend(read, question, by);
    if (unnamed->percent() <= unnamed_worth_a_note_percent) continue;
    notes.push_back(share_in_words(*unnamed, by) +
                    (unnamed->percent() > most_unnamed_percent
                         ? ": returns and costs of single lines are not told."
                         : ": it is in the return of none of them, so that these are too high by it."));
  }
  if (is_period(question.by))
    notes.push_back("Orders stand in the " + std::string(accord::name_of(question.by)) +
                    " in which they were booked, and come of what was spent before as well. Months of spend "
                    "show what came back of a month’s money.");
  return notes;
}

std::vector<std::string> notes_on_return(const Read& read, const Question& question) {
  std::vector<std::string> notes;
  if (question.by == Dimension::campaign) notes.push_back(note_on_campaigns(read, question));
  notes.push_back(note_on_youth(read, question));
  std::erase(notes, "");
  return notes;
}

std::string note_on_days(const Read& read, const Question& question) {
  auto why = why_not_of_days(read, question);
  return why.empty() ? note_on_months_in_part(read, question) : why;
}

bool hold_a_month(const Read& read, const Question& question) {
  return why_not_of_days(read, question).empty();
}

void withhold(Figure& figure, const std::string& why) {
  if (why.empty() || (!figure.number && !figure.money)) return;
  figure.number.reset();
  figure.money.reset();
  figure.why = why;
}

}  // namespace accord::roi
