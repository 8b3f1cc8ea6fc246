// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>

#include "base/check.hpp"
#include "db/id_list.hpp"

namespace accord {
namespace {

/// How often the writer, where it has nothing to do, looks for what other programs committed.
constexpr auto look_pause = std::chrono::seconds{1};

const Sql highest_number{"SELECT COALESCE(MAX(number), 0) FROM commit_log"};
const Sql log_commit{
    "INSERT INTO commit_log (number, at, person, person_name, what) VALUES (:number, :at, :person, :name, "
    ":what)"};
const Sql subject_version{"SELECT number FROM schema_version WHERE subject = :subject"};
const Sql known_subjects{"SELECT subject, number FROM schema_version"};
const Sql set_version{
    "INSERT INTO schema_version (subject, number) VALUES (:subject, :number) "
    "ON CONFLICT (subject) DO UPDATE SET number = excluded.number"};

/// Which records count as others; kept by the subject `merge`, read by every list. Older files have it not
/// yet.
std::string counts_as_statement(Dialect dialect) {
  const bool is_sqlite = dialect == Dialect::sqlite;
  const std::string integer = is_sqlite ? "INTEGER" : "BIGINT";
  return "CREATE TABLE counts_as (record TEXT NOT NULL, number " + integer + " NOT NULL, counts_as " +
         integer + " NOT NULL, PRIMARY KEY (record, number))" + (is_sqlite ? " STRICT" : "");
}

/// The tables that `db` itself keeps.
std::vector<std::string> own_statements(Dialect dialect) {
  const bool is_sqlite = dialect == Dialect::sqlite;
  const std::string integer = is_sqlite ? "INTEGER" : "BIGINT", strict = is_sqlite ? " STRICT" : "";
  std::vector<std::string> statements{
      "CREATE TABLE schema_version (subject TEXT PRIMARY KEY, number " + integer + " NOT NULL)" + strict,
      "CREATE TABLE commit_log (number " + integer + " PRIMARY KEY, at " + integer + " NOT NULL, person " +
          integer + " NOT NULL, person_name TEXT NOT NULL, what TEXT NOT NULL)" + strict,
      "CREATE TABLE retraction (retracted_commit " + integer + " PRIMARY KEY, commit_number " + integer +
          " NOT NULL)" + strict,
      // Which territories lie at or below which; kept by the territory subject, read by every list.
      "CREATE TABLE territory_reach (above " + integer + " NOT NULL, below " + integer +
          " NOT NULL, PRIMARY KEY (above, below))" + strict,
      counts_as_statement(dialect)};
  if (!is_sqlite) {
    statements.emplace_back(
        "CREATE FUNCTION refuse_edit() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'facts are never edited, only superseded'; END $$");
  }
  return statements;
}

/// Names of people for the history, by number, as the subject that keeps people makes it.
constexpr std::string_view names_view = "actor_name";
constexpr std::string_view no_names =
    "CREATE VIEW actor_name AS SELECT number AS person, what AS name FROM commit_log WHERE 1 = 0";

std::string name_of_view(std::string_view statement) {
  constexpr std::string_view start = "CREATE VIEW ";
  CHECK(statement.starts_with(start));
  return std::string(statement.substr(start.size(), statement.find(' ', start.size()) - start.size()));
}

/// The views of every subject, and those that `db` reads where no subject makes them.
std::vector<std::string_view> views_of(std::span<const Schema> schemas) {
  std::vector<std::string_view> views;
  bool has_names = false;
  for (const auto& schema : schemas) {
    for (const auto view : schema.views) {
      views.push_back(view);
      has_names = has_names || name_of_view(view) == names_view;
    }
  }
  if (!has_names) views.push_back(no_names);
  return views;
}

std::int64_t version_of(const Schema& schema) {
  return 1 + static_cast<std::int64_t>(schema.migrations.size());
}

bool has_table(Connection& connection, const std::string& name) {
  bool found = false;
  connection.each("SELECT 1 FROM sqlite_master WHERE name = :name", std::array{Bind{"name", name}},
                  [&](const Row&) { found = true; });
  return found;
}

std::int64_t read_version(Connection& connection, const Schema& schema) {
  std::int64_t number = 0;
  const std::array<Bind, 1> binds{Bind{"subject", schema.subject}};
  connection.each(subject_version.text(), binds, [&](const Row& row) { number = row.integer(0); });
  return number;
}

void refuse_newer_file(Connection& connection, const std::vector<Schema>& schemas, const std::string& path) {
  connection.each(known_subjects.text(), {}, [&](const Row& row) {
    for (const auto& schema : schemas) {
      if (schema.subject == row.text(0) && row.integer(1) <= version_of(schema)) return;
    }
    throw Fault("The file " + path + " was written by a newer version of Accord (" +
                std::string(row.text(0)) + " " + std::to_string(row.integer(1)) +
                "). Use that version; this one would not know what it holds.");
  });
}

/// Whether the file holds each view as it is now; views are remade whenever they differ.
bool has_views(Connection& connection, const std::vector<std::string_view>& views) {
  std::set<std::string, std::less<>> stored;
  connection.each("SELECT sql FROM sqlite_master WHERE type = 'view'", {},
                  [&](const Row& row) { stored.emplace(row.text(0)); });
  return std::all_of(views.begin(), views.end(), [&](auto view) { return stored.contains(view); });
}

void bring_up(Connection& connection, const Schema& schema) {
  const std::int64_t from = read_version(connection, schema);
  if (from == 0) {
    for (const auto& table : schema.tables) {
      for (const auto& statement : create_statements(table, Dialect::sqlite)) connection.script(statement);
    }
  } else {
    for (std::int64_t i = from - 1; i < static_cast<std::int64_t>(schema.migrations.size()); ++i) {
      const auto& migration = schema.migrations[static_cast<std::size_t>(i)];
      for (const auto& statement : migration.statements(Dialect::sqlite)) connection.script(statement);
    }
  }
  const std::array<Bind, 2> binds{Bind{"subject", schema.subject}, Bind{"number", version_of(schema)}};
  connection.each(set_version.text(), binds, [](const Row&) {});
}

/// A description that differs from the file means a migration was forgotten: stop before anything is lost.
void check_columns_of(Connection& connection, const Table& table) {
  const std::string name(table.info().name);
  std::set<std::string> stored;
  connection.each("SELECT name FROM pragma_table_info('" + name + "')", {},
                  [&](const Row& row) { stored.emplace(row.text(0)); });
  for (const auto& field : table.info().fields) {
    for (const auto& column : columns_of(field)) {
      if (!stored.contains(column))
        throw Fault("The file's table " + name + " has no column " + column + ".");
    }
    if (is_id_list(field) && !has_table(connection, list_table(table.info(), field)))
      throw Fault("The file has no table " + list_table(table.info(), field) + ".");
  }
}

/// Retracting changes what stands in every table of facts, so whoever reads those reads that table too; so do
/// lists that hold what counts as one.
TableNames told_tables(const std::vector<Schema>& schemas) {
  TableNames names{"retraction", "counts_as"};
  for (const auto& schema : schemas) {
    for (const auto& table : schema.tables) {
      if (table.is_told) names.emplace(table.info().name);
      if (table.is_told && table.is_supersedable)
        names.insert(std::string(table.info().name) + "_superseded");
    }
  }
  return names;
}

}  // namespace

std::vector<std::string> schema_statements(std::span<const Schema> schemas, Dialect dialect) {
  auto statements = own_statements(dialect);
  for (const auto& schema : schemas) {
    for (const auto& table : schema.tables) {
      for (auto& statement : create_statements(table, dialect)) statements.push_back(std::move(statement));
    }
  }
  for (const auto view : views_of(schemas)) statements.emplace_back(view);
  return statements;
}

Database::Database(std::string path, std::vector<Schema> schemas, const Clock& clock,
                   std::chrono::milliseconds writer_patience)
    : path_(std::move(path)),
      schemas_(std::move(schemas)),
      clock_(clock),
      writer_patience_(writer_patience),
      segments_(segments_folder_of(path_)),
      readers_(path_) {
  writer_ = std::make_unique<Connection>(path_, Access::read_write, writer_patience_);
  migrate();
  reached_ = last_number();
  results_.begin(reached_);
  topics_ = told_tables(schemas_);
  writer_thread_ = std::thread([this] { serve_writes(); });
}

Database::~Database() {
  {
    const std::lock_guard lock(queue_mutex_);
    is_stopping_ = true;
  }
  queue_changed_.notify_all();
  if (writer_thread_.joinable()) writer_thread_.join();
}

/// A file that is as this program makes it is only read: a command beside a server then waits for nobody.
bool Database::is_current() {
  const Snapshot snapshot(*writer_);
  if (!has_table(*writer_, "schema_version") || !has_table(*writer_, "counts_as")) return false;
  refuse_newer_file(*writer_, schemas_, path_);
  for (const auto& schema : schemas_) {
    if (read_version(*writer_, schema) != version_of(schema)) return false;
  }
  return has_views(*writer_, views_of(schemas_));
}

void Database::migrate() {
  if (is_current()) return check_columns();
  writer_->script("BEGIN IMMEDIATE");
  try {
    if (!has_table(*writer_, "schema_version")) {
      for (const auto& statement : own_statements(Dialect::sqlite)) writer_->script(statement);
    } else if (!has_table(*writer_, "counts_as")) {
      writer_->script(counts_as_statement(Dialect::sqlite));
    }
    refuse_newer_file(*writer_, schemas_, path_);
    const auto views = views_of(schemas_);
    for (const auto view : views) writer_->script("DROP VIEW IF EXISTS " + name_of_view(view));
    std::vector<const Beginning*> beginnings;
    for (const auto& schema : schemas_) {
      const bool is_new = read_version(*writer_, schema) == 0;
      if (is_new && schema.beginning) beginnings.push_back(&*schema.beginning);
      bring_up(*writer_, schema);
    }
    for (const auto view : views) writer_->script(std::string(view));
    check_columns();
    for (const auto* beginning : beginnings) begin(*beginning);
    writer_->script("COMMIT");
  } catch (...) {
    writer_->script("ROLLBACK");
    throw;
  }
}

void Database::begin(const Beginning& beginning) {
  const Actor accord;
  Pending pending{.actor = &accord, .what = &beginning.what, .act = &beginning.act};
  run_one(pending);
  if (pending.error) std::rethrow_exception(pending.error);
}

void Database::check_columns() {
  for (const auto& schema : schemas_) {
    for (const auto& table : schema.tables) check_columns_of(*writer_, table);
  }
}

/// An act that was not begun in time is taken back; one that has begun is waited for, whatever it takes.
std::int64_t Database::write(const Actor& actor, const std::string& what,
                             const std::function<void(Write&)>& act) {
  Pending pending{.actor = &actor, .what = &what, .act = &act};
  std::unique_lock lock(queue_mutex_);
  CHECK(!is_stopping_);
  queue_.push_back(&pending);
  queue_changed_.notify_one();
  const auto is_done = [&] { return pending.is_done; };
  if (!group_done_.wait_for(lock, writer_patience_, is_done) && std::erase(queue_, &pending) > 0)
    throw Refusal(writer_is_busy, {}, busy_retry_after_s);
  group_done_.wait(lock, is_done);
  lock.unlock();
  if (pending.error) std::rethrow_exception(pending.error);
  return pending.number;
}

void Database::serve_writes() {
  std::unique_lock lock(queue_mutex_);
  while (true) {
    queue_changed_.wait_for(lock, look_pause, [&] { return is_stopping_ || !queue_.empty(); });
    if (is_stopping_ && queue_.empty()) return;
    std::vector<Pending*> group;
    group.swap(queue_);
    lock.unlock();
    const Committed committed = group.empty() ? look_for_others() : commit_group(group);
    lock.lock();
    tell(committed, lock);
    for (auto* pending : group) pending->is_done = true;
    group_done_.notify_all();
  }
}

/// All acts that wait share one transaction and one flush to disk; each has its own savepoint and number.
Committed Database::commit_group(std::vector<Pending*>& group) {
  const auto begun = std::chrono::steady_clock::now();
  std::int64_t before = reached_;
  try {
    writer_->script("BEGIN IMMEDIATE");
    before = last_number();
    for (auto* pending : group) run_one(*pending);
    writer_->script("COMMIT");
  } catch (...) {
    try {
      writer_->script("ROLLBACK");
    } catch (const std::exception&) {
      // The transaction is already gone; what failed first is what the callers must hear.
    }
    for (auto* pending : group) {
      if (!pending->error) pending->error = std::current_exception();
    }
  }
  for (const auto* pending : group) {
    if (!pending->error) results_.committed(pending->number, pending->changed);
  }
  const std::lock_guard lock(queue_mutex_);
  ++writing_.groups;
  writing_.acts +=
      static_cast<std::uint64_t>(std::ranges::count_if(group, [](auto* one) { return !one->error; }));
  writing_.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  return sum_up(group, before);
}

Committed Database::sum_up(const std::vector<Pending*>& group, std::int64_t number_before) const {
  Committed committed{number_before, {}, number_before > reached_};
  for (const auto* pending : group) {
    if (pending->error) continue;
    committed.number = pending->number;
    committed.topics.merge(topics_among(pending->changed));
  }
  return committed;
}

/// A command may commit beside the server. What it changed is not known, only that it did.
Committed Database::look_for_others() {
  try {
    const auto number = last_number();
    return {number, {}, number > reached_};
  } catch (const std::exception&) {
    // Whoever needs the file next hears why it cannot be read; the next look finds what this one missed.
    return {reached_, {}, false};
  }
}

void Database::tell(const Committed& committed, std::unique_lock<std::mutex>& lock) {
  if (committed.number <= reached_) return;
  reached_ = committed.number;
  const Observer observer = observer_;
  if (!observer) return;
  lock.unlock();
  observer(committed);
  lock.lock();
}

std::int64_t Database::observe(Observer observer) {
  const std::lock_guard lock(queue_mutex_);
  observer_ = std::move(observer);
  return reached_;
}

TableNames Database::topics_among(const TableNames& tables) const {
  TableNames topics;
  std::ranges::set_intersection(tables, topics_, std::inserter(topics, topics.end()));
  return topics;
}

Writing Database::writing() const {
  const std::lock_guard lock(queue_mutex_);
  Writing now = writing_;
  now.waiting = queue_.size();
  return now;
}

std::int64_t Database::last_number() {
  std::int64_t number = 0;
  writer_->each(highest_number.text(), {}, [&](const Row& row) { number = row.integer(0); });
  return number;
}

void Database::run_one(Pending& pending) {
  writer_->script("SAVEPOINT act");
  try {
    pending.number = last_number() + 1;
    Write write(*writer_, *pending.actor, clock_.now(), pending.number, {&results_, &segments_, nullptr});
    (*pending.act)(write);
    pending.changed = write.touched().changed;
    write.run(log_commit, {{"number", pending.number},
                           {"at", write.now()},
                           {"person", pending.actor->person},
                           {"name", pending.actor->person == 0 ? pending.actor->name : std::string()},
                           {"what", *pending.what}});
    writer_->script("RELEASE act");
  } catch (...) {
    pending.error = std::current_exception();
    writer_->script("ROLLBACK TO act; RELEASE act");
  }
}

}  // namespace accord
