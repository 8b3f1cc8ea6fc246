// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <string>

namespace accord {

using TableNames = std::set<std::string, std::less<>>;

/// The tables that statements read and changed: those behind views and triggers too, for the database itself
/// names them when it prepares a statement.
struct Touched {
  TableNames read, changed;
};

}  // namespace accord
