// SPDX-License-Identifier: Apache-2.0
#include "merge/merge_store.hpp"

#include <map>

#include "db/counts_as.hpp"

namespace accord::merge {
namespace {

const Sql all_merges{"SELECT id, record, number, into_number, why, at, person FROM record_merge ORDER BY id"};
const Sql all_two_firms{"SELECT id, account, other, why, at, person FROM two_firms ORDER BY id"};
const Sql open_journeys{
    "SELECT o.id FROM opportunity o LEFT JOIN person p ON p.id = o.owner WHERE o.account = :account AND "
    "o.outcome = 'open' AND p.territory IS NULL AND COALESCE(o.territory, :territory) = :territory ORDER BY "
    "o.id"};
const Sql moved{
    "SELECT l.id, l.merge, l.opportunity, l.territory_before, l.territory_after FROM merge_moved l JOIN "
    "opportunity o ON o.id = l.opportunity WHERE o.account = :account AND l.merge >= :merge ORDER BY l.id "
    "DESC"};

/// By each merged record of a kind, the one that stays at the end of its chain.
CountsAs ends_of(const std::vector<Merge>& merges, Mergeable record) {
  std::map<std::int64_t, std::int64_t> next;
  for (const auto& one : merges) {
    if (one.record == record) next[one.number] = one.into;
  }
  std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
  for (const auto& [number, into] : next) {
    auto end = into;
    for (std::size_t steps = 0; steps < next.size() && next.contains(end); ++steps) end = next.at(end);
    pairs.emplace_back(number, end);
  }
  return CountsAs(std::move(pairs));
}

Table two_firms_table() { return record_table<TwoFirms>({{"account"}, {"other"}}); }
Table moved_table() { return record_table<MovedJourney>({{"opportunity"}}); }

}  // namespace

Schema schema() {
  return {.subject = "merge",
          .tables = {record_table<Merge>({{.columns = "record, number", .is_unique = true}}),
                     two_firms_table(), moved_table()},
          .migrations = {{"That two accounts are two firms is kept.",
                          [](Dialect dialect) { return create_statements(two_firms_table(), dialect); }},
                         {"What a merge moved to another territory is kept.",
                          [](Dialect dialect) { return create_statements(moved_table(), dialect); }}}};
}

std::vector<Merge> every_merge(const Read& read) { return read.all<Merge>(all_merges); }

std::vector<TwoFirms> every_two_firms(const Read& read) { return read.all<TwoFirms>(all_two_firms); }

std::vector<Id<funnel::Opportunity>> open_journeys_of(const Read& read, Id<account::Account> account,
                                                      std::optional<Id<territory::Territory>> territory) {
  std::vector<Id<funnel::Opportunity>> found;
  const std::int64_t number = territory ? territory->number : 0;
  read.each(open_journeys, {{"account", account}, {"territory", number}},
            [&](const Row& row) { found.push_back({row.integer(0)}); });
  return found;
}

std::vector<MovedJourney> moved_since(const Read& read, Id<account::Account> account, Id<Merge> merge) {
  return read.all<MovedJourney>(moved, {{"account", account}, {"merge", merge}});
}

void keep_counts_as(Write& write) {
  const auto merges = every_merge(write);
  for (std::uint8_t i = 0; i < choices_of<Mergeable>.size(); ++i) {
    const auto record = static_cast<Mergeable>(i);
    accord::keep_counts_as(write, name_of(record), ends_of(merges, record));
  }
}

std::vector<std::string> wrong_counts(const Read& read) {
  std::vector<std::string> found;
  const auto merges = every_merge(read);
  for (std::uint8_t i = 0; i < choices_of<Mergeable>.size(); ++i) {
    const auto record = static_cast<Mergeable>(i);
    const auto kept = counts_as(read, name_of(record));
    if (kept->pairs() != ends_of(merges, record).pairs())
      found.push_back("What merged records of the kind " + std::string(name_of(record)) +
                      " count as is not what their merges say.");
    for (const auto& [number, as] : kept->pairs()) {
      if (kept->of(as) != as)
        found.push_back("The " + std::string(name_of(record)) + " " + std::to_string(number) +
                        " counts as one that counts as another.");
    }
  }
  return found;
}

}  // namespace accord::merge
