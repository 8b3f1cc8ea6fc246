// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "db/write.hpp"

namespace accord {

/// Changes that existing files need; a new file is made from the descriptions as they are now.
struct Migration {
  std::string_view what;
  std::function<std::vector<std::string>(Dialect)> statements;
};

/// What a file holds from the day on which it gets a subject's tables; a commit of its own.
struct Beginning {
  std::string what;
  std::function<void(Write&)> act;
};

/// What one subject keeps: its tables, the views its lists read, and how older files catch up.
struct Schema {
  std::string_view subject;
  std::vector<Table> tables{};
  std::vector<std::string_view>
      views{};  ///< whole `CREATE VIEW name AS SELECT …` statements, remade at every upgrade
  std::vector<Migration> migrations{};
  std::optional<Beginning> beginning{};
};

/// Every statement that makes an empty database of these schemas.
std::vector<std::string> schema_statements(std::span<const Schema>, Dialect);

/// One firm's file: many readers, one writer that groups what waits into one durable commit to disk.
class Database {
 public:
  /// Opens or creates the file, in one transaction; throws Fault where it is newer than the program. An act
  /// that cannot begin within the patience, because another holds the writer, is refused as `writer_is_busy`.
  Database(std::string path, std::vector<Schema> schemas, const Clock& clock,
           std::chrono::milliseconds writer_patience = patience_for_the_writer);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Calls with a snapshot; readers do not wait for the writer.
  template <class F>
  auto read(const Actor& actor, F&& use) {
    const Borrowed borrowed(*this);
    const Snapshot snapshot(borrowed.connection());
    const Read read(borrowed.connection(), actor, clock_.now(), &results_);
    return use(read);
  }

  /// Runs the act on the writer's thread and returns when it is durable; what it throws is thrown here, after
  /// every trace of it was rolled back. `what` is the sentence that history shows. Returns the commit's
  /// number.
  std::int64_t write(const Actor& actor, const std::string& what, const std::function<void(Write&)>& act);

  const std::vector<Schema>& schemas() const { return schemas_; }
  const std::string& path() const { return path_; }
  const Clock& clock() const { return clock_; }

 private:
  struct Pending {
    const Actor* actor;
    const std::string* what;
    const std::function<void(Write&)>* act;
    std::int64_t number = 0;
    bool is_done = false;
    std::exception_ptr error{};
  };
  class Snapshot {
   public:
    explicit Snapshot(Connection&);
    ~Snapshot();

   private:
    Connection& connection_;
  };
  class Borrowed {
   public:
    explicit Borrowed(Database&);
    ~Borrowed();
    Connection& connection() const { return *connection_; }

   private:
    Database& database_;
    std::unique_ptr<Connection> connection_;
  };

  bool is_current();
  void migrate();
  void begin(const Beginning&);
  void check_columns();
  void serve_writes();
  void commit_group(std::vector<Pending*>&);
  void run_one(Pending&);

  std::string path_;
  std::vector<Schema> schemas_;
  const Clock& clock_;
  std::chrono::milliseconds writer_patience_;
  Results results_;
  std::unique_ptr<Connection> writer_;
  std::mutex readers_mutex_;
  std::vector<std::unique_ptr<Connection>> idle_readers_;
  std::mutex queue_mutex_;
  std::condition_variable queue_changed_, group_done_;
  std::vector<Pending*> queue_;
  bool is_stopping_ = false;
  std::thread writer_thread_;
};

}  // namespace accord
