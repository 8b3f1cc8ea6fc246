// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/list.hpp"

namespace accord {

void list_parts_raw(const Read&, const RecordInfo& rows, const RecordInfo& part, const ListRequest&,
                    std::span<const std::string_view> left_out, const std::function<void*()>& next_item);

/// A few fields of every row that a list with these filters holds, for whoever orders rows by what the stored
/// ones do not say: the page's rows are then read by their numbers. The fields of `Part` bear names of the
/// list's own; what is left out is read as nothing, and what it costs is saved. Order and paging do not
/// matter.
template <Described T, Described Part>
std::vector<Part> list_parts(const Read& read, const ListRequest& request,
                             std::span<const std::string_view> left_out = {}) {
  std::vector<Part> parts;
  list_parts_raw(read, info_of<T>(), info_of<Part>(), request, left_out,
                 [&]() -> void* { return &parts.emplace_back(); });
  return parts;
}

}  // namespace accord
