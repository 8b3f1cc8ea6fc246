// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/rule.hpp"
#include "db/read.hpp"

namespace accord {

/// What a list is asked for, as it stands in the URL: `?stage=Won&value_from=100000&q=acme&order=-value`.
struct ListRequest {
  std::vector<std::pair<std::string, std::string>> filters;  ///< name and text, in the order given
  std::optional<std::int64_t> limit_max;                     ///< raises the bound of 500 rows, for exports
  /// By whose clock a day that is asked of moments begins and ends. Where rows say their `precision`, that is
  /// of those known to the moment: what is known by its day is of that day on any clock.
  std::string time_zone = "UTC";
};

template <class T>
struct Listed {
  std::vector<T> items;
  std::optional<std::string> next;  ///< give it back as `after` to go on
  std::int64_t total = 0;
};

inline constexpr Rule unknown_filter{
    "unknown_filter", "There is no such filter on this list.",
    "Use a field of the list, or field_from and field_to for numbers and days.", 400};
inline constexpr Rule malformed_filter{
    "malformed_filter", "A filter's value cannot be read.",
    "Give numbers as digits and days as 2026-11-23; take `after` from `next`.", 400};

/// Where a name comes from that a view shows beside the id it refers by: the field `person_name` beside
/// `person` is the `name` of that row of `person`, as it stands there, and empty where there is none.
struct ShownName {
  std::string_view field, id, table;
};
/// A search looks through their tables once instead of beside every row; what it finds is the same.
using ShownNames = std::span<const ShownName>;

/// One page of a table or view whose columns are a description's. Filters, order and paging come from
/// described names only; money is filtered and ordered by its minor units; a list of ids is filtered by what
/// it holds. A list with a field `territory` or `territories` has the rows of the actor's territories and
/// those of none.
Listed<SqlValue> list_raw(const Read&, const RecordInfo&, const ListRequest&,
                          const std::function<void*()>& next_item, ShownNames names = {});

/// What the rows of a list with one combination of values come to.
struct Tally {
  std::vector<SqlValue> by;
  std::int64_t count = 0;
  std::optional<Money> sum;  ///< of one money field; rows without a value are a tally of their own
};

/// Counts the rows that a list with these filters holds, and adds up one of its money fields, for each
/// combination of the values of `by` and each currency. Order and paging do not matter.
std::vector<Tally> tally(const Read&, const RecordInfo&, const ListRequest&,
                         std::initializer_list<std::string_view> by, std::string_view money);

template <Described T>
Listed<T> list(const Read& read, const ListRequest& request, ShownNames names = {}) {
  Listed<T> result;
  auto raw = list_raw(
      read, info_of<T>(), request, [&]() -> void* { return &result.items.emplace_back(); }, names);
  read.fill_lists(info_of<T>(), result.items.size(),
                  [&](std::size_t i) -> void* { return &result.items[i]; });
  result.next = std::move(raw.next);
  result.total = raw.total;
  return result;
}

}  // namespace accord
