// SPDX-License-Identifier: Apache-2.0
// What is spent, done and won day by day: entered, corrected, taken back.
#include <algorithm>

#include "tests/year/year.hpp"

namespace accord::tests::year {
namespace {

std::string path_of_spend(std::int64_t id) { return "/spend/" + std::to_string(id); }

std::int64_t any_spend(Year& year) {
  auto at = year.books.spend.begin();
  std::advance(at, year.dice.whole(0, std::ssize(year.books.spend) - 1));
  return at->first;
}

void enter_spend(Year& year) {
  const auto minor = year.dice.chance(0.1) ? -year.dice.whole(1, 50'000) : year.dice.whole(1, 2'000'000);
  year.books.spend[year.done(entry_of_spend(year, minor)).id()] = minor;
}

void correct_spend(Year& year) {
  if (year.books.spend.empty()) return enter_spend(year);
  const auto id = any_spend(year);
  const auto minor = year.dice.whole(1, 2'000'000);
  auto correction = entry_of_spend(year, minor);
  correction.method = "PUT";
  correction.path = path_of_spend(id);
  const auto newer = year.done(correction).id();
  year.books.spend.erase(id);
  year.books.spend[newer] = minor;
  // What was corrected is corrected no more.
  year.done_or_refused(year.request("fiona", "PUT", path_of_spend(id), json::parse(correction.body)),
                       {"spend_superseded"});
}

void take_back_spend(Year& year) {
  if (year.books.spend.empty()) return enter_spend(year);
  const auto id = any_spend(year);
  year.done(
      year.request(year.dice.chance(0.5) ? "sam" : "fiona", "DELETE", path_of_spend(id) + "?is_late=true"));
  year.books.spend.erase(id);
}

void log_activity(Year& year) {
  static const std::vector<std::string> kinds{"call", "email", "meeting", "visit", "demo", "task", "note"};
  const auto kind = year.dice.pick(kinds);
  // All of the accounts are in one of the territories, and Karl's is the North.
  json::object activity{{"account", year.accounts[static_cast<std::size_t>(year.dice.whole(0, 5)) * 2]},
                        {"kind", kind}};
  const auto who = year.dice.pick(std::vector<std::string>{"karl", "maria", "ines"});
  const auto id = year.done(year.request(who, "POST", "/activities", activity)).id();
  year.books.activities.insert(id);
  if (kind != "task" && kind != "note") year.books.touches.insert(id);
  if (!year.dice.chance(0.2)) return;
  year.done(year.request(who, "DELETE", "/activities/" + std::to_string(id)));
  year.books.activities.erase(id);
  year.books.touches.erase(id);
}

json::object opportunity(Year& year, std::int64_t number) {
  return {{"name", "Talk " + std::to_string(number)},
          {"stage", year.dice.chance(0.5) ? "Prospecting" : "Engaging"},
          {"account", year.account()},
          {"product", year.dice.pick(year.products)},
          {"created_on", to_string(year.today())},
          {"value", usd(year.dice.whole(10'000, 900'000))}};
}

void add_opportunity(Year& year) {
  const auto number = std::ssize(year.books.opportunities) + 1;
  const auto request = year.request("maria", "POST", "/opportunities", opportunity(year, number));
  // Where a funnel binds, the step may ask for what nobody has done about it yet.
  if (!year.done_or_refused(request, {"evidence_missing"})) return;
  // The same act again is answered as before.
  year.books.opportunities.push_back(year.done(request).id());
}

void change_opportunity(Year& year) {
  if (year.books.opportunities.empty()) return add_opportunity(year);
  const auto index = static_cast<std::size_t>(year.dice.whole(0, std::ssize(year.books.opportunities) - 1));
  auto changed = opportunity(year, static_cast<std::int64_t>(index) + 1);
  if (year.dice.chance(0.4)) {
    changed["stage"] = "Lost";
    changed["outcome"] = "lost";
    changed["lost_reason"] = "No budget";
  }
  // Where a funnel binds, another step asks for evidence that nobody has given here; and one lost on an
  // earlier day came before it.
  year.done_or_refused(
      year.request("maria", "PUT", "/opportunities/" + std::to_string(year.books.opportunities[index]),
                   changed),
      {"evidence_missing", "lost_reason_not_agreed", "closed_before_created"});
}

}  // namespace

Request entry_of_spend(Year& year, std::int64_t minor) {
  json::object spend{{"day", year.day(static_cast<int>(-year.dice.whole(0, 30)))},
                     {"side", year.dice.chance(0.7) ? "marketing" : "sales"},
                     {"kind", year.dice.pick(std::vector<std::string>{"media", "event", "travel", "pay"})},
                     {"amount", usd(minor)}};
  if (year.dice.chance(0.5)) spend["campaign"] = year.dice.pick(year.campaigns);
  const auto who = year.dice.pick(std::vector<std::string>{"sam", "maria", "fiona", "ines", "lena"});
  return year.request(who, "POST", "/spend", spend);
}

const std::vector<Act>& money_acts() {
  static const std::vector<Act> acts{{"enter spend", 4, enter_spend},
                                     {"correct spend", 3, correct_spend},
                                     {"take spend back", 1, take_back_spend},
                                     {"log an activity", 5, log_activity},
                                     {"add an opportunity", 3, add_opportunity},
                                     {"change an opportunity", 4, change_opportunity}};
  return acts;
}

}  // namespace accord::tests::year
