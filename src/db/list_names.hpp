// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string_view>

#include "db/list.hpp"

namespace accord {

/// Where a name comes from that a view shows beside the id it refers by: the field `person_name` beside
/// `person` is the `name` of that row of `person`, as it stands there, and empty where there is none.
struct ShownName {
  std::string_view field, id, table;
};
using ShownNames = std::span<const ShownName>;

/// As without the names. A search looks through their tables once instead of beside every row.
Listed<SqlValue> list_raw(const Read&, const RecordInfo&, const ListRequest&, ShownNames,
                          const std::function<void*()>& next_item);

template <Described T>
Listed<T> list(const Read& read, const ListRequest& request, ShownNames names) {
  Listed<T> result;
  auto raw =
      list_raw(read, info_of<T>(), request, names, [&]() -> void* { return &result.items.emplace_back(); });
  read.fill_lists(info_of<T>(), result.items.size(),
                  [&](std::size_t i) -> void* { return &result.items[i]; });
  result.next = std::move(raw.next);
  result.total = raw.total;
  return result;
}

}  // namespace accord
