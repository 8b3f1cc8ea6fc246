// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/table.hpp"

namespace accord {

/// Statements by which a table that is there already becomes supersedable, for a migration: the same that
/// make a new file's.
std::vector<std::string> supersession_statements(const Table&, Dialect);

}  // namespace accord
