// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "base/rule.hpp"
#include "db/sql.hpp"
#include "db/touched.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace accord {

enum class Access : std::uint8_t { read_write, read_only };

inline constexpr Rule writer_is_busy{
    "writer_is_busy", "Something large is being stored, and nothing else can be stored meanwhile.",
    "Nothing of yours was stored. Try again in a few seconds; reading goes on as ever.", 503};
/// Long enough for an import of a million rows to be stored.
inline constexpr std::chrono::milliseconds patience_for_the_writer = std::chrono::seconds{30};
constexpr std::int64_t busy_retry_after_s = 5;

/// One connection to a SQLite file with its prepared statements; used by one thread at a time.
class Connection {
 public:
  /// Where another program holds the file, a statement waits for as long as the patience.
  Connection(const std::string& path, Access, std::chrono::milliseconds patience = patience_for_the_writer);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Runs a statement and hands over each row. Every parameter must be bound, and every bind used.
  void each(std::string_view sql, Binds, const std::function<void(const Row&)>&);
  /// Runs a statement with parameters bound by position; for the statements that `db` generates.
  void run(std::string_view sql, const std::vector<SqlValue>& values = {});
  /// Several statements without parameters, such as a schema.
  void script(const std::string& sql);
  std::int64_t last_id() const;
  std::int64_t changed_rows() const;
  sqlite3* handle() const { return db_; }

  /// Where the tables of each statement run from now on are noted; null: nowhere. Returns where they were
  /// until now. `Noting` does this for the length of a block.
  Touched* note_in(Touched*);
  /// Notes tables that were read earlier, for what is used again.
  void note(const TableNames& read) const;

 private:
  struct Prepared {
    sqlite3_stmt* statement = nullptr;
    Touched tables{};
    std::uint64_t noted_in_round = 0;
  };

  sqlite3_stmt* prepared(std::string_view sql);
  Prepared prepare(std::string_view sql);
  void note(Prepared&);
  [[noreturn]] void fail(const std::string& doing) const;

  sqlite3* db_ = nullptr;
  std::unordered_map<std::string, Prepared> statements_;
  Touched* preparing_ = nullptr;  ///< of the statement that is being prepared
  Touched* touched_ = nullptr;
  std::uint64_t round_ = 1;  ///< of noting; a statement is noted once in each
};

/// Notes what the statements of a block touch, apart from what those around it do.
class Noting {
 public:
  Noting(Connection& connection, Touched& touched)
      : connection_(connection), before_(connection.note_in(&touched)) {}
  ~Noting() { connection_.note_in(before_); }
  Noting(const Noting&) = delete;
  Noting& operator=(const Noting&) = delete;

 private:
  Connection& connection_;
  Touched* before_;
};

}  // namespace accord
