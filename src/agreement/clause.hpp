// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "base/json.hpp"

namespace accord::agreement {

/// Whether a body of some description has a clause: `untouched_after_hours`, `stages[Won].definition`. A
/// list's item is named; a field that the body leaves to its default is a clause all the same.
bool has_clause(const RecordInfo& record, const json::value& body, std::string_view clause);

}  // namespace accord::agreement
