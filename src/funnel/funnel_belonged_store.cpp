// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "funnel/funnel_belonged.hpp"

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

}  // namespace accord::funnel
