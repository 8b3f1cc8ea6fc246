// SPDX-License-Identifier: Apache-2.0
#include "base/described.hpp"

namespace accord {

std::string_view name_of(Kind kind) {
  static constexpr std::array<std::string_view, 11> names{
      "text", "integer", "number", "boolean", "money", "day", "instant", "choice", "id", "record", "json"};
  return names.at(static_cast<std::size_t>(kind));
}

std::string_view name_of(Unit unit) {
  static constexpr std::array<std::string_view, 5> names{"none", "hours", "days", "percent", "count"};
  return names.at(static_cast<std::size_t>(unit));
}

const FieldInfo* RecordInfo::field(std::string_view wanted) const {
  for (const auto& field : fields) {
    if (field.name == wanted) return &field;
  }
  return nullptr;
}

}  // namespace accord
