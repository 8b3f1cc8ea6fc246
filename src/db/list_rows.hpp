// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "db/list.hpp"

namespace accord {

/// The places of the rows that a request asks for, in its order.
struct PickedRows {
  std::vector<std::size_t> places;
  std::optional<std::string> next;
  std::int64_t total = 0;
};
PickedRows pick_rows(const RecordInfo&, std::size_t count, const std::function<const void*(std::size_t)>& at,
                     const ListRequest&);

/// One page of rows that were worked out instead of stored: filters, search, order and paging mean what they
/// mean for `list`. Whoever works the rows out keeps to what the actor may see.
template <Described T>
Listed<T> list_rows(const std::vector<T>& rows, const ListRequest& request) {
  auto picked = pick_rows(
      info_of<T>(), rows.size(), [&](std::size_t i) -> const void* { return &rows[i]; }, request);
  Listed<T> result{{}, std::move(picked.next), picked.total};
  for (const auto place : picked.places) result.items.push_back(rows[place]);
  return result;
}

}  // namespace accord
