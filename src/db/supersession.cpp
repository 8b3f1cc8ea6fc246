// SPDX-License-Identifier: Apache-2.0
#include "db/supersession.hpp"

namespace accord {

std::vector<std::string> supersession_statements(const Table& table, Dialect dialect) {
  const std::string name(table.info().name);
  std::vector<std::string> statements{"DROP VIEW " + name + "_standing"};
  for (auto& statement : create_statements(table, dialect)) {
    if (statement.find(name + "_superseded") != std::string::npos) statements.push_back(std::move(statement));
  }
  return statements;
}

}  // namespace accord
