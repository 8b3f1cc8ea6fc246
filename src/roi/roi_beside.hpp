// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <vector>

#include "roi/roi.hpp"

/// What rows of a list are by the rules that bind, beside what they are by those that are asked.
namespace accord::roi {

inline void put_no_part(CreditedOrder& row) {
  row.agreed_credit = Money{0, row.revenue.currency};
  if (row.margin) row.agreed_margin = Money{0, row.revenue.currency};
}
inline void put_part(const CreditedOrder& agreed, CreditedOrder& row) {
  row.agreed_credit = agreed.credit;
  row.agreed_margin = agreed.margin;
}
/// Leads and new accounts have a share alone.
template <class Row>
void put_no_part(Row&) {}
template <class Row>
void put_part(const Row&, Row&) {}

/// The same rows by both: what only the rules that are asked give a part has none by the others.
template <class Row>
void put_agreed(const std::vector<Row>& agreed, std::vector<Row>& rows) {
  std::map<std::int64_t, const Row*> by_id;
  for (const auto& row : agreed) by_id[row.id.number] = &row;
  for (auto& row : rows) {
    const auto found = by_id.find(row.id.number);
    row.agreed_share_percent = found == by_id.end() ? 0 : found->second->share_percent;
    found == by_id.end() ? put_no_part(row) : put_part(*found->second, row);
  }
}

}  // namespace accord::roi
