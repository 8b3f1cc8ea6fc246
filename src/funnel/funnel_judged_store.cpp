// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>

#include "funnel/funnel_judged.hpp"

namespace accord::funnel {
namespace {

/// One pass over what stands beside the rows is quicker than looking each of them up.
const Sql names{
    "SELECT o.id, o.name, o.key, COALESCE(a.name, ''), COALESCE(p.name, ''), COALESCE(w.name, ''), w.side, "
    "COALESCE(t.name, ''), COALESCE(o.territory, 0) FROM opportunity o LEFT JOIN account a ON a.id = "
    "o.account "
    "LEFT JOIN product p ON p.id = o.product LEFT JOIN person w ON w.id = o.owner "
    "LEFT JOIN territory t ON t.id = o.territory WHERE o.id BETWEEN :first AND :last"};

}  // namespace

void add_names(const Read& read, std::vector<JudgedRow>& rows) {
  if (rows.empty()) return;
  std::unordered_map<std::int64_t, JudgedRow*> by_id;
  std::vector<JudgedRow*> moved;
  for (auto& row : rows) by_id.emplace(row.id.number, &row);
  read.each(names, {{"first", rows.front().id}, {"last", rows.back().id}}, [&](const Row& found) {
    const auto place = by_id.find(found.integer(0));
    if (place == by_id.end()) return;
    JudgedRow& row = *place->second;
    row.name = found.text(1).empty() ? found.text(2) : found.text(1);
    row.account_name = found.text(3);
    row.product_name = found.text(4);
    row.owner_name = found.text(5);
    if (!found.is_null(6)) row.side = choice_named<Side>(found.text(6));
    const auto belonged = row.territory ? row.territory->number : 0;
    if (belonged == found.integer(8)) {
      row.territory_name = found.text(7);
    } else {
      moved.push_back(&row);
      row.territory_now = found.is_null(7) || found.text(7).empty() ? "none" : found.text(7);
    }
  });
  for (auto* row : moved) {
    const auto belonged = row->territory ? read.find(*row->territory) : std::nullopt;
    if (belonged) row->territory_name = belonged->name;
  }
}

}  // namespace accord::funnel
