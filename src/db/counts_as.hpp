// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "db/write.hpp"

namespace accord {

/// A record's number as it counts today, in SQL: of two accounts that turned out to be one, the one that
/// stays. What refers to the other goes on naming it. The record is named as its description names it:
/// `'account'`.
#define ACCORD_COUNTS_AS(record, id) \
  "COALESCE((SELECT m.counts_as FROM counts_as m WHERE m.record = " record " AND m.number = " id "), " id ")"

/// The numbers that count as a record, its own among them, as a list in SQL.
#define ACCORD_SAME_AS(record, id)                                                                 \
  "(SELECT CAST(" id " AS BIGINT) UNION SELECT m.number FROM counts_as m WHERE m.record = " record \
  " AND m.counts_as = " id ")"

/// Which records of one kind count as others. The table behind it belongs to `db`, since every list reads it;
/// the subject `merge` keeps it.
class CountsAs {
 public:
  CountsAs() = default;
  /// The pairs in any order; what others count as counts as itself.
  explicit CountsAs(std::vector<std::pair<std::int64_t, std::int64_t>> pairs);

  bool is_empty() const { return pairs_.empty(); }
  /// The number itself where it counts as nothing else.
  std::int64_t of(std::int64_t number) const;
  /// Every number that counts as the same, this one among them, in order.
  std::vector<std::int64_t> same_as(std::int64_t number) const;
  /// Number and what it counts as, by number.
  const std::vector<std::pair<std::int64_t, std::int64_t>>& pairs() const { return pairs_; }

 private:
  std::vector<std::pair<std::int64_t, std::int64_t>> pairs_;
};

/// Of every record, whoever asks: read once for each commit that changes it.
std::shared_ptr<const CountsAs> counts_as(const Read&, std::string_view record);
/// Takes the place of what was kept for this kind of record. What others count as must count as itself.
void keep_counts_as(Write&, std::string_view record, const CountsAs&);

}  // namespace accord
