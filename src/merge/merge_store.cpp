// SPDX-License-Identifier: Apache-2.0
#include "merge/merge_store.hpp"

#include <map>

#include "db/counts_as.hpp"

namespace accord::merge {
namespace {

const Sql all_merges{"SELECT id, record, number, into_number, why, at, person FROM record_merge ORDER BY id"};

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

}  // namespace

Schema schema() {
  return {.subject = "merge",
          .tables = {record_table<Merge>({{.columns = "record, number", .is_unique = true}})}};
}

std::vector<Merge> every_merge(const Read& read) { return read.all<Merge>(all_merges); }

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
