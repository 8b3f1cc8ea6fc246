// SPDX-License-Identifier: Apache-2.0
#include "tests/postgresql.hpp"

#include <libpq-fe.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace accord::tests {
namespace {

const std::string programs = "/usr/lib/postgresql/15/bin/";

/// PostgreSQL refuses to run as root, so root lends it to the user that Debian makes for it.
void run_unprivileged(const std::string& command) {
  const std::string as = geteuid() == 0 ? "runuser -u postgres -- " : "";
  if (std::system((as + command + " >/dev/null 2>&1").c_str()) != 0) throw Fault("failed: " + as + command);
}

std::string said(PGresult* result) {
  const auto status = PQresultStatus(result);
  std::string message =
      status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ? "" : PQresultErrorMessage(result);
  PQclear(result);
  return message;
}

std::optional<std::string> unless_empty(std::string text) {
  if (text.empty()) return std::nullopt;
  return text;
}

}  // namespace

bool PostgreSql::is_installed() { return access((programs + "initdb").c_str(), X_OK) == 0; }

PostgreSql::PostgreSql() {
  const std::string data = folder_.file("data"), socket = folder_.file("");
  if (geteuid() == 0 && std::system(("chown postgres " + socket).c_str()) != 0)
    throw Fault("cannot lend " + socket);
  run_unprivileged(programs + "initdb -D " + data + " -U accord -A trust --no-sync -E UTF8 --no-locale");
  run_unprivileged(programs + "pg_ctl -D " + data + " -w -o \"-k " + socket +
                   " -c listen_addresses='' -c fsync=off\" start");
  connection_ = PQconnectdb(("host=" + socket + " user=accord dbname=postgres").c_str());
  if (PQstatus(connection_) != CONNECTION_OK) throw Fault(PQerrorMessage(connection_));
}

PostgreSql::~PostgreSql() {
  PQfinish(connection_);
  try {
    run_unprivileged(programs + "pg_ctl -D " + folder_.file("data") + " -m immediate stop");
  } catch (const std::exception&) {
    // It never started; the folder goes anyway.
  }
}

std::optional<std::string> PostgreSql::run(const std::string& sql) {
  return unless_empty(said(PQexec(connection_, sql.c_str())));
}

std::optional<std::string> PostgreSql::prepare(const std::string& sql) {
  return unless_empty(said(PQprepare(connection_, "", with_numbered_parameters(sql).c_str(), 0, nullptr)));
}

std::string with_numbered_parameters(std::string_view sql) {
  const auto is_name = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  std::string result;
  std::vector<std::string> names;
  bool is_quoted = false;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    if (sql[i] == '\'') is_quoted = !is_quoted;
    const bool is_named = sql[i] == ':' && i + 1 < sql.size() && is_name(sql[i + 1]);
    if (is_quoted || (sql[i] != '?' && !is_named)) {
      result += sql[i];
      continue;
    }
    std::string name = "?" + std::to_string(names.size());
    if (is_named) {
      const auto end = std::find_if_not(sql.begin() + static_cast<std::ptrdiff_t>(i) + 1, sql.end(), is_name);
      name.assign(sql.begin() + static_cast<std::ptrdiff_t>(i), end);
      i += name.size() - 1;
    }
    auto known = std::find(names.begin(), names.end(), name);
    if (known == names.end()) known = names.insert(names.end(), name);
    result += "$" + std::to_string(known - names.begin() + 1);
  }
  return result;
}

}  // namespace accord::tests
