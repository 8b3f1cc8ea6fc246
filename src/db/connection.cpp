// SPDX-License-Identifier: Apache-2.0
#include "db/connection.hpp"

#include <sqlite3.h>

#include <utility>

#include "base/check.hpp"

namespace accord {
namespace {

/// Leaves a cached statement ready for its next use, whatever happens in between.
class Running {
 public:
  explicit Running(sqlite3_stmt* statement) : statement_(statement) {}
  ~Running() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

 private:
  sqlite3_stmt* statement_;
};

void bind(sqlite3_stmt* statement, int index, const SqlValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    sqlite3_bind_int64(statement, index, *integer);
  } else if (const auto* number = std::get_if<double>(&value)) {
    sqlite3_bind_double(statement, index, *number);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    // The values outlive the run: the caller holds them until the statement is reset.
    sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
  } else {
    sqlite3_bind_null(statement, index);
  }
}

/// SQLite asks this for each table that a statement names, and for those behind its views and triggers.
int note_table(void* noted_in, int action, const char* table, const char*, const char*, const char*) {
  auto* tables = *static_cast<Touched**>(noted_in);
  if (tables == nullptr) return SQLITE_OK;
  if (action == SQLITE_READ) tables->read.emplace(table);
  if (action == SQLITE_INSERT || action == SQLITE_UPDATE || action == SQLITE_DELETE)
    tables->changed.emplace(table);
  return SQLITE_OK;
}

/// SQLite's count of its own memory stands behind one lock for all connections, and nobody reads it: a
/// twentieth of what a scan takes, more where several read at once. It can be left out only before SQLite is
/// first used.
[[maybe_unused]] const int memory_is_uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);

}  // namespace

Connection::Connection(const std::string& path, Access access, std::chrono::milliseconds patience) {
  const int flags =
      access == Access::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (sqlite3_open_v2(path.c_str(), &db_, flags | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK) {
    const std::string why = db_ == nullptr ? "out of memory" : sqlite3_errmsg(db_);
    sqlite3_close(db_);
    throw Fault("Cannot open " + path + ": " + why + ". Check that the folder exists and may be written.");
  }
  sqlite3_busy_timeout(db_, static_cast<int>(patience.count()));
  // Set once: each time it is set, SQLite prepares anew whatever was prepared before.
  sqlite3_set_authorizer(db_, note_table, &preparing_);
  // What is deleted or blanked is overwritten in the file too: erased means erased.
  script(
      "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA synchronous=FULL; PRAGMA "
      "cache_size=-32000;"
      "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=1073741824; PRAGMA secure_delete=ON;");
  if (access == Access::read_write) script("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=4000;");
}

Connection::~Connection() {
  for (auto& [text, prepared] : statements_) sqlite3_finalize(prepared.statement);
  sqlite3_close(db_);
}

void Connection::each(std::string_view sql, Binds binds, const std::function<void(const Row&)>& on_row) {
  sqlite3_stmt* statement = prepared(sql);
  const Running running(statement);
  CHECK(static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)) <= binds.size());
  for (const auto& [name, value] : binds) {
    const int index = sqlite3_bind_parameter_index(statement, (":" + std::string(name)).c_str());
    if (index == 0) throw Bug("no parameter :" + std::string(name) + " in " + std::string(sql));
    bind(statement, index, value);
  }
  const Row row(statement);
  int step = sqlite3_step(statement);
  for (; step == SQLITE_ROW; step = sqlite3_step(statement)) on_row(row);
  if (step != SQLITE_DONE) fail(std::string(sql));
}

void Connection::run(std::string_view sql, const std::vector<SqlValue>& values) {
  sqlite3_stmt* statement = prepared(sql);
  const Running running(statement);
  CHECK(static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)) == values.size());
  for (std::size_t i = 0; i < values.size(); ++i) bind(statement, static_cast<int>(i) + 1, values[i]);
  int step = sqlite3_step(statement);
  while (step == SQLITE_ROW) step = sqlite3_step(statement);
  if (step != SQLITE_DONE) fail(std::string(sql));
}

void Connection::script(const std::string& sql) {
  if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
}

std::int64_t Connection::last_id() const { return sqlite3_last_insert_rowid(db_); }
std::int64_t Connection::changed_rows() const { return sqlite3_changes64(db_); }

Touched* Connection::note_in(Touched* touched) {
  ++round_;
  return std::exchange(touched_, touched);
}

void Connection::note(const TableNames& read) const {
  if (touched_ != nullptr) touched_->read.insert(read.begin(), read.end());
}

void Connection::note(Prepared& prepared) {
  if (touched_ == nullptr || prepared.noted_in_round == round_) return;
  prepared.noted_in_round = round_;
  note(prepared.tables.read);
  touched_->changed.insert(prepared.tables.changed.begin(), prepared.tables.changed.end());
}

sqlite3_stmt* Connection::prepared(std::string_view sql) {
  auto found = statements_.find(std::string(sql));
  if (found == statements_.end()) found = statements_.emplace(sql, prepare(sql)).first;
  if (sqlite3_stmt_busy(found->second.statement) != 0)
    throw Bug("a statement was run again while its rows were being read: " + std::string(sql));
  note(found->second);
  return found->second.statement;
}

Connection::Prepared Connection::prepare(std::string_view sql) {
  Prepared prepared;
  preparing_ = &prepared.tables;
  const int result = sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &prepared.statement, nullptr);
  preparing_ = nullptr;
  if (result != SQLITE_OK) fail(std::string(sql));
  return prepared;
}

void Connection::fail(const std::string& doing) const {
  const std::string what = std::string(sqlite3_errmsg(db_)) + " in: " + doing;
  switch (sqlite3_errcode(db_)) {
    case SQLITE_FULL:
      throw Fault("The disk is full; free some space and try again. Nothing was lost.");
    case SQLITE_BUSY:
      throw Refusal(writer_is_busy, "The file is held by another program.", busy_retry_after_s);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      throw Fault("The database file is damaged or is not Accord's; restore a backup. " + what);
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      throw Fault("The database file cannot be written: " + what);
    default:
      throw Bug(what);
  }
}

}  // namespace accord
