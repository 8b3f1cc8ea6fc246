// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_young.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "people/people.hpp"
#include "roi/roi_asked.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// Where more of a line's spend is young, its return is one so far; where more than the second of all is, the
/// report says so.
constexpr double most_young_percent = 50, young_worth_a_note_percent = 10;

/// The last day of which it is known what was ordered.
Day known_until(const Read& read, const Question& question) {
  return std::min(question.until, people::today(read));
}

/// From which day on no order can count any more for what happened on a day.
Day over_on(const Question& question, Day day) {
  return day + static_cast<int>(longest_lookback_days(question)) + 1;
}

/// Whether orders after the days asked are on record: what came of young spend is then known, but it is no
/// part of these days.
bool are_days_over(const Read& read, const Question& question) {
  return question.until < offered_until(read);
}

bool is_young(const Read& read, const Question& question, Day day) {
  return over_on(question, day) > known_until(read, question);
}

std::string reach_of(const Question& question) {
  return "the " + counted(longest_lookback_days(question), "day", "days") +
         " within which touchpoints share in orders";
}

std::string percent_in_words(const Young& young) {
  return std::to_string(std::llround(young.percent())) + "% of what was spent";
}

/// How young by the last day of which orders are known, which is said where it is not today.
std::string share_in_words(const Read& read, const Question& question, const Young& young,
                           const char* on_what) {
  const Day known = known_until(read, question);
  const std::string is_younger =
      known == people::today(read)
          ? "is younger than "
          : "was younger on " + accord::in_words(known) + ", after which no order is on record, than ";
  return percent_in_words(young) + on_what + " in these days " + is_younger + reach_of(question);
}

/// When it will be known what comes of it; where that day is past, only later orders can tell.
std::string when_known(const Read& read, const Question& question, const Young& young) {
  const Day over = over_on(question, young.last);
  if (over <= people::today(read)) return ", and what came of it since is not on record.";
  return ", and what comes of it is not known before " + accord::in_words(over) + ".";
}

/// Of days that are over: waiting changes nothing, asking for later days does.
std::string what_came_later(const Question& question, const Young& young, const char* on_what) {
  return "Orders after " + accord::in_words(question.until) +
         " are not in these days: " + percent_in_words(young) + on_what +
         " in them was younger on that day than " + reach_of(question) +
         ". Months of spend show what has come of it since.";
}

/// Of one without a last day, its last expense says how long it ran.
std::string why_nothing_came_yet(const Read& read, const Question& question, Key key, const Young& young) {
  const auto campaign = campaign::find_visible(read, Id<campaign::Campaign>{key});
  if (!campaign) return "";
  const Day last = campaign->ends_on.value_or(young.last);
  if (!is_young(read, question, last)) return "";
  const auto until = accord::in_words(over_on(question, last) - 1);
  if (are_days_over(read, question))
    return "No order of these days came of it, and its touchpoints share in orders until " + until +
           ", after these days.";
  return "Nothing has come of it yet, and its touchpoints share in orders until " + until + ".";
}

}  // namespace

double Young::percent() const {
  return spent <= 0 ? 0 : 100.0 * static_cast<double>(minor) / static_cast<double>(spent);
}

std::shared_ptr<const std::map<Key, Young>> young_by_line(const Read& read, const Question& question) {
  const auto key =
      "roi young on " + to_string(people::today(read)) + kept_key(question) + asker_of(read, question);
  return read.kept<std::map<Key, Young>>(key, [&] {
    const Keys keys(read, question.by);
    const Kept kept(read, question.only);
    const auto own = funnel::currency_of(read);
    const auto all = spend::spent(read, question.currency_day);
    std::map<Key, Young> found;
    for (const auto& spent : *all) {
      const bool is_asked = question.from <= spent.day && spent.day <= question.until;
      if (!is_asked || spent.amount.currency != own || !kept.holds(spent)) continue;
      const bool is_young = roi::is_young(read, question, spent.day);
      for (const auto line : {keys.of(spent), everything}) {
        auto& young = found[line];
        young.last = young.spent == 0 ? spent.day : std::max(young.last, spent.day);
        young.spent += spent.amount.minor;
        if (is_young) young.minor += spent.amount.minor;
      }
    }
    return found;
  });
}

std::string why_nothing_yet(const Read& read, const Question& question, Key key, const Sums& sums) {
  if (question.by != Dimension::campaign || key == everything || sums.credited != 0) return "";
  const auto all = young_by_line(read, question);
  const auto found = all->find(key);
  return found == all->end() ? "" : why_nothing_came_yet(read, question, key, found->second);
}

std::string so_far(const Read& read, const Question& question, Key key) {
  if (!earns_by_touchpoints(question.by) || key == everything) return "";
  const auto all = young_by_line(read, question);
  const auto found = all->find(key);
  if (found == all->end() || found->second.percent() <= most_young_percent) return "";
  const auto& young = found->second;
  if (are_days_over(read, question)) return what_came_later(question, young, " on it");
  return "So far: " + share_in_words(read, question, young, " on it") + when_known(read, question, young);
}

std::string note_on_youth(const Read& read, const Question& question) {
  if (!earns_by_touchpoints(question.by)) return "";
  const auto all = young_by_line(read, question);
  const auto found = all->find(everything);
  if (found == all->end() || found->second.percent() <= young_worth_a_note_percent) return "";
  if (are_days_over(read, question)) return what_came_later(question, found->second, "");
  return share_in_words(read, question, found->second, "") +
         ": returns are those so far. Months of spend show what is to be expected.";
}

}  // namespace accord::roi
