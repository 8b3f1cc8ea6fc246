// SPDX-License-Identifier: Apache-2.0
// Growing past one machine shall not begin with rewriting statements: each of them is prepared on PostgreSQL.
#include "tests/postgresql.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <set>

#include "app/subjects.hpp"
#include "db/id_list.hpp"
#include "db/list.hpp"
#include "fact/fact.hpp"
#include "tests/house.hpp"

namespace accord::tests {
namespace {

/// Tests have tables of their own, which no subject's schema makes.
bool is_of_a_test(std::string_view sql) {
  for (const auto& file : source_files()) {
    if (file.is_test() && file.text.find(sql) != std::string::npos) return true;
  }
  return false;
}

/// Statements that run on the connection while this lives.
class Traced {
 public:
  explicit Traced(sqlite3* handle) : handle_(handle) {
    sqlite3_trace_v2(handle_, SQLITE_TRACE_STMT, note, &statements_);
  }
  ~Traced() { sqlite3_trace_v2(handle_, 0, nullptr, nullptr); }
  Traced(const Traced&) = delete;
  Traced& operator=(const Traced&) = delete;
  const std::set<std::string>& statements() const { return statements_; }

 private:
  static int note(unsigned, void* statements, void* statement, void*) {
    const char* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
    if (sql != nullptr) static_cast<std::set<std::string>*>(statements)->insert(sql);
    return 0;
  }

  sqlite3* handle_;
  std::set<std::string> statements_;
};

/// A filter's text that a field can read.
std::string example_of(const FieldInfo& field) {
  switch (field.type.kind) {
    case Kind::day:
    case Kind::instant:
      return "2026-03-02";
    case Kind::choice:
      return std::string(field.type.choices[0]);
    case Kind::text:
      return "a";
    default:
      return "1";
  }
}

/// Requests that together make every condition a list can have: each field alone, its bounds, as order with a
/// key to go on from, and a search.
std::vector<ListRequest> every_request(const RecordInfo& info) {
  std::vector<ListRequest> requests;
  const auto add = [&](std::vector<std::pair<std::string, std::string>> filters) {
    requests.push_back({std::move(filters), {}});
  };
  bool is_searched = false;
  for (const auto& field : info.fields) {
    const std::string name(field.name), value = example_of(field);
    const bool is_text = field.type.kind == Kind::text || field.type.kind == Kind::choice;
    add({{name, value}, {name, ""}});
    add({{"order", "-" + name}, {"after", (is_text ? "a" : "1") + std::string("~1")}});
    if (!is_text) add({{name + "_from", value}, {name + "_to", value}});
    is_searched = is_searched || field.is_searched;
  }
  if (is_searched) add({{"q", "a b"}});
  return requests;
}

/// The statements of every list, taken from the database while it answers.
std::set<std::string> list_statements() {
  World world(Start::small);
  Actor limited;
  limited.territory = 1;
  return world.database().read(limited, [](const Read& read) {
    const Traced traced(read.connection().handle());
    for (const auto* subject : app::subjects()) {
      for (const auto& route : subject->routes) {
        if (!route.is_list) continue;
        for (const auto& request : every_request(route.reply())) {
          try {
            list_raw(read, route.reply(), request,
                     [&]() -> void* { throw Bug("the world has no such rows"); });
          } catch (const std::exception&) {
            // Some lists are worked out rather than read from a table; they have no statement of this kind.
          }
        }
      }
    }
    constexpr ShownName account[] = {{"account_name", "account", "account"}};
    list<fact::ActivityRow>(read, {{{"q", "a b"}}, {}}, account);
    return traced.statements();
  });
}

std::vector<std::string> generated_statements(const Table& table) {
  const RecordInfo& info = table.info();
  std::vector<std::string> statements{insert_statement(info, table.kind), find_statement(info)};
  if (table.is_supersedable) statements.push_back(supersede_statement(info));
  if (table.kind == TableKind::fact) return statements;
  statements.push_back(update_statement(info, table.kind));
  statements.push_back(delete_statement(info));
  if (table.kind == TableKind::record) statements.push_back(keep_statement(info));
  for (const auto& field : info.fields) {
    if (!is_id_list(field)) continue;
    for (auto& statement : list_statements(info, field)) statements.push_back(std::move(statement));
  }
  return statements;
}

TEST(PostgreSqlTest, PreparesEveryStatement) {
  if (!PostgreSql::is_installed())
    GTEST_SKIP() << "PostgreSQL 15 is not installed: apt-get install postgresql-15";
  PostgreSql server;
  for (const auto& statement : schema_statements(app::schemas(), Dialect::postgresql)) {
    if (const auto wrong = server.run(statement)) ADD_FAILURE() << statement << "\n" << *wrong;
  }
  const auto expect_prepared = [&](const std::string& statement) {
    if (const auto wrong = server.prepare(statement)) ADD_FAILURE() << statement << "\n" << *wrong;
  };
  for (const auto statement : Sql::all()) {
    if (!is_of_a_test(statement)) expect_prepared(std::string(statement));
  }
  for (const auto& schema : app::schemas()) {
    for (const auto& table : schema.tables) {
      for (const auto& statement : generated_statements(table)) expect_prepared(statement);
    }
  }
  const auto lists = list_statements();
  EXPECT_GT(lists.size(), 50U);
  EXPECT_TRUE(server.prepare("SELECT shoe_size FROM person")) << "the server must hear what it is asked";
  for (const auto& statement : lists) expect_prepared(statement);
}

TEST(PostgreSqlTest, NamesBecomeNumbersOnceEach) {
  EXPECT_EQ(
      with_numbered_parameters("a = :one AND b = :two OR c = :one AND d = ':x' AND e = CAST(? AS BIGINT)"),
      "a = $1 AND b = $2 OR c = $1 AND d = ':x' AND e = CAST($3 AS BIGINT)");
}

}  // namespace
}  // namespace accord::tests
