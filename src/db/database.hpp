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

/// What became durable: the number that was reached, and the tables that changed.
struct Committed {
  std::int64_t number = 0;
  TableNames topics;        ///< those that screens are told of
  bool is_foreign = false;  ///< by another program beside this one, so that any table may have changed
};

/// How the writer does, since the file was opened.
struct Writing {
  std::size_t waiting = 0;   ///< acts that wait for the writer now
  std::uint64_t acts = 0;    ///< committed
  std::uint64_t groups = 0;  ///< of acts that shared one commit to disk
  double seconds = 0;        ///< spent on all groups
};

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
    const Readers::Turn turn(readers_);
    const Read read(turn.connection(), actor, clock_.now(), {&results_, &segments_, &readers_});
    return use(read);
  }

  /// Runs the act on the writer's thread and returns when it is durable; what it throws is thrown here, after
  /// every trace of it was rolled back. `what` is the sentence that history shows. Returns the commit's
  /// number.
  std::int64_t write(const Actor& actor, const std::string& what, const std::function<void(Write&)>& act);

  using Observer = std::function<void(const Committed&)>;
  /// Calls on the writer's thread after each group is durable and before its callers go on, and within a
  /// second of what another program committed. The observer may not wait for a write. Returns the number
  /// reached when it began: it hears of everything after that.
  std::int64_t observe(Observer);
  /// The tables among these whose changes screens are told of.
  TableNames topics_among(const TableNames&) const;
  Writing writing() const;

  /// What is derived from bulk facts, in files beside this one.
  Segments& segments() { return segments_; }

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
    TableNames changed{};
  };

  bool is_current();
  void migrate();
  void begin(const Beginning&);
  void check_columns();
  void serve_writes();
  Committed commit_group(std::vector<Pending*>&);
  Committed look_for_others();
  Committed sum_up(const std::vector<Pending*>&, std::int64_t number_before) const;
  void run_one(Pending&);
  std::int64_t last_number();
  void tell(const Committed&, std::unique_lock<std::mutex>&);

  std::string path_;
  std::vector<Schema> schemas_;
  const Clock& clock_;
  std::chrono::milliseconds writer_patience_;
  TableNames topics_;
  Results results_;
  Segments segments_;
  std::unique_ptr<Connection> writer_;
  Readers readers_;
  mutable std::mutex queue_mutex_;
  std::condition_variable queue_changed_, group_done_;
  std::vector<Pending*> queue_;
  bool is_stopping_ = false;
  Observer observer_;
  std::int64_t reached_ = 0;  ///< everything up to this number was told; the writer's thread writes it
  Writing writing_;
  std::thread writer_thread_;
};

}  // namespace accord
