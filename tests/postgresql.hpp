// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "tests/world.hpp"

struct pg_conn;

namespace accord::tests {

/// A PostgreSQL 15 of our own for as long as it lives: in a temporary folder, reached by a socket in it.
class PostgreSql {
 public:
  PostgreSql();
  ~PostgreSql();
  PostgreSql(const PostgreSql&) = delete;
  PostgreSql& operator=(const PostgreSql&) = delete;

  static bool is_installed();
  /// What the server says against running or preparing it; nothing where it is content.
  std::optional<std::string> run(const std::string& sql);
  std::optional<std::string> prepare(const std::string& sql);

 private:
  TemporaryFolder folder_;
  pg_conn* connection_ = nullptr;
};

/// `:name` and `?` as the `$1`, `$2` that PostgreSQL counts; one number for each name.
std::string with_numbered_parameters(std::string_view sql);

}  // namespace accord::tests
