// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <unordered_map>

#include "funnel/funnel.hpp"
#include "funnel/funnel_belonged.hpp"
#include "people/people.hpp"

namespace accord::funnel {
namespace {

#define ACCORD_STAY                                                                                     \
  "SELECT w.id, w.commit_number, w.until_commit, COALESCE(w.territory, 0), CASE WHEN EXISTS (SELECT 1 " \
  "FROM opportunity_was e WHERE e.id = w.id AND e.until_commit <= w.commit_number) THEN 0 ELSE 1 END "
#define ACCORD_WAS_ELSEWHERE "COALESCE(w.territory, 0) <> COALESCE(o.territory, 0)"

const Sql stays_of_all{
    ACCORD_STAY "FROM opportunity_was w JOIN opportunity o ON o.id = w.id WHERE " ACCORD_WAS_ELSEWHERE};
const Sql changed_since{"SELECT o.id FROM opportunity o WHERE o.commit_number > :as_of"};
const Sql stays_of_changed{
    ACCORD_STAY
    "FROM opportunity o JOIN opportunity_was w ON w.id = o.id WHERE o.commit_number > :as_of "
    "AND " ACCORD_WAS_ELSEWHERE};

Belonged worked_out(const Read& read, const Belonged* before) {
  auto all = before != nullptr ? *before : Belonged{};
  const auto add = [&](const Row& row) {
    all.add(row.integer(0), {row.integer(1), row.integer(2), row.integer(3), row.integer(4) == 1});
  };
  if (all.as_of == 0) {
    read.each(stays_of_all, {}, add);
  } else {
    read.each(changed_since, {{"as_of", all.as_of}}, [&](const Row& row) { all.forget(row.integer(0)); });
    read.each(stays_of_changed, {{"as_of", all.as_of}}, add);
  }
  all.as_of = read.as_of();
  return all;
}

}  // namespace

std::int64_t Belonged::territory(std::int64_t opportunity, std::int64_t commit, std::int64_t now) const {
  const auto found = stays_.find(opportunity);
  if (found == stays_.end()) return now;
  const auto holds = [&](const Stay& stay) {
    return commit < stay.until_commit && (stay.from_commit <= commit || stay.is_first);
  };
  const auto stay = std::ranges::find_if(found->second, holds);
  return stay == found->second.end() ? now : stay->territory;
}

void Belonged::each(const std::function<void(std::int64_t, const Stay&)>& use) const {
  for (const auto& [opportunity, stays] : stays_) {
    for (const auto& stay : stays) use(opportunity, stay);
  }
}

void Belonged::add(std::int64_t opportunity, const Stay& stay) { stays_[opportunity].push_back(stay); }

std::shared_ptr<const Belonged> belonged(const Read& read) {
  return read.kept_from<Belonged>(
      "funnel: where opportunities belonged",
      [&](const Belonged* before) { return worked_out(read, before); }, Read::Sees::all);
}

/// Commits are numbered as they came, so that the number is found by halving.
std::int64_t last_commit_before(const Read& read, Instant moment) {
  std::int64_t before = 0, after = read.as_of() + 1;
  while (before + 1 < after) {
    const auto middle = before + (after - before) / 2;
    const auto at = read.moment_of(middle);
    (at && *at < moment ? before : after) = middle;
  }
  return before;
}

/// What was said on a day holds at its end. A split moves many in one commit, so each commit's day is looked
/// up once.
std::shared_ptr<const std::vector<BelongedElsewhere>> belonged_elsewhere(const Read& read) {
  using All = std::vector<BelongedElsewhere>;
  const auto make = [&] {
    const auto company = people::find_company(read);
    const std::string zone = company ? company->time_zone : "UTC";
    std::unordered_map<std::int64_t, Day> days;
    const auto day_of_commit = [&](std::int64_t commit) {
      const auto [found, is_new] = days.try_emplace(commit);
      if (is_new) found->second = day_in(read.moment_of(commit).value_or(Instant{}), zone);
      return found->second;
    };
    All all;
    const auto moved = belonged(read);
    moved->each([&](std::int64_t opportunity, const Belonged::Stay& stay) {
      const auto from =
          stay.is_first ? Day{std::numeric_limits<std::int32_t>::min()} : day_of_commit(stay.from_commit);
      const auto before = day_of_commit(stay.until_commit);
      if (from < before) all.push_back({opportunity, stay.territory, from, before});
    });
    std::ranges::sort(
        all, {}, [](const BelongedElsewhere& one) { return std::pair(one.opportunity, one.from.number); });
    return all;
  };
  return read.kept<All>("funnel: where opportunities belonged by day", make, Read::Sees::all);
}

}  // namespace accord::funnel
