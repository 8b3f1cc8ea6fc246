// SPDX-License-Identifier: Apache-2.0
#include "db/counts_as.hpp"

#include <algorithm>

namespace accord {
namespace {

const Sql pairs_of{"SELECT number, counts_as FROM counts_as WHERE record = :record ORDER BY number"};
const Sql clear{"DELETE FROM counts_as WHERE record = :record"};
const Sql keep{
    "INSERT INTO counts_as (record, number, counts_as) VALUES (:record, CAST(:number AS BIGINT), "
    "CAST(:counts_as AS BIGINT))"};

}  // namespace

CountsAs::CountsAs(std::vector<std::pair<std::int64_t, std::int64_t>> pairs) : pairs_(std::move(pairs)) {
  std::ranges::sort(pairs_);
}

std::int64_t CountsAs::of(std::int64_t number) const {
  const auto found =
      std::ranges::lower_bound(pairs_, number, {}, &std::pair<std::int64_t, std::int64_t>::first);
  return found != pairs_.end() && found->first == number ? found->second : number;
}

std::vector<std::int64_t> CountsAs::same_as(std::int64_t number) const {
  const auto one = of(number);
  std::vector<std::int64_t> all{one};
  for (const auto& [from, as] : pairs_) {
    if (as == one) all.push_back(from);
  }
  std::ranges::sort(all);
  return all;
}

std::shared_ptr<const CountsAs> counts_as(const Read& read, std::string_view record) {
  const auto make = [&] {
    std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
    read.each(pairs_of, {{"record", record}},
              [&](const Row& row) { pairs.emplace_back(row.integer(0), row.integer(1)); });
    return CountsAs(std::move(pairs));
  };
  return read.kept<CountsAs>("counts as " + std::string(record), make, Read::Sees::all);
}

void keep_counts_as(Write& write, std::string_view record, const CountsAs& counts_as) {
  write.run(clear, {{"record", record}});
  for (const auto& [number, as] : counts_as.pairs())
    write.run(keep, {{"record", record}, {"number", number}, {"counts_as", as}});
}

}  // namespace accord
