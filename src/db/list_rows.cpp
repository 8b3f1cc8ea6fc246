// SPDX-License-Identifier: Apache-2.0
#include "db/list_rows.hpp"

#include "db/row_picker.hpp"

namespace accord {

PickedRows pick_rows(const RecordInfo& info, std::size_t count,
                     const std::function<const void*(std::size_t)>& at, const ListRequest& request) {
  RowPicker picker(info, request);
  for (std::size_t i = 0; i < count; ++i) picker.show(at(i), i);
  return picker.picked();
}

}  // namespace accord
