// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "base/described.hpp"

namespace accord::importing {

/// Appends what a field holds: the same bytes for the same value, and others for any other.
void put_bytes(const FieldInfo&, const void* record, std::string& bytes);
/// Reads it back from the front of the bytes, which it shortens. They must come from `put_bytes`.
void take_bytes(const FieldInfo&, std::string_view& bytes, void* record);

}  // namespace accord::importing
