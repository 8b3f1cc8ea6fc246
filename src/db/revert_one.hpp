// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/write.hpp"

namespace accord {

/// As `revert` of one record, where the commit did more than that; false where somebody changed it since.
bool revert_one(Write&, const RecordInfo&, std::int64_t id, std::int64_t commit_number);

}  // namespace accord
