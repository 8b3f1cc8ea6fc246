// SPDX-License-Identifier: Apache-2.0
#include "app/sqlite_file.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <memory>

#include "base/check.hpp"
#include "db/segments.hpp"

namespace accord::app {
namespace {

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

constexpr int busy_timeout_ms = 10'000;

Handle open(const std::string& path, int flags) {
  sqlite3* raw = nullptr;
  const int result = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  Handle handle(raw, &sqlite3_close);
  if (result != SQLITE_OK) {
    throw Fault("Cannot open " + path + ": " + (raw == nullptr ? "out of memory" : sqlite3_errmsg(raw)) +
                ".");
  }
  return handle;
}

/// What SQLite may keep beside a file.
constexpr std::array sidecars{"-wal", "-shm", "-journal"};

void remove_file(const std::string& path) {
  std::error_code error;
  std::filesystem::remove(path, error);
  if (error) throw Fault("Cannot remove " + path + ": " + error.message() + ".");
}

/// What is derived from a file's facts is of no other file.
void remove_segments(const std::string& path) {
  std::error_code error;
  std::filesystem::remove_all(segments_folder_of(path), error);
  if (error) throw Fault("Cannot remove " + segments_folder_of(path) + ": " + error.message() + ".");
}

/// A new name outlasts a loss of power only once its folder is on the disk.
void sync_folder_of(const std::string& path) {
  const auto folder = std::filesystem::absolute(path).parent_path();
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

int first_column(void* target, int count, char** values, char**) {
  if (count > 0 && values[0] != nullptr) *static_cast<std::string*>(target) = values[0];
  return 0;
}

/// Copies all pages in one step, under one read transaction: pages of two commits never mix.
void copy_pages(sqlite3* source, sqlite3* target, const std::string& to) {
  auto* backup = sqlite3_backup_init(target, "main", source, "main");
  const int step = backup == nullptr ? SQLITE_ERROR : sqlite3_backup_step(backup, -1);
  sqlite3_backup_finish(backup);
  if (step != SQLITE_DONE) throw Fault("Cannot write " + to + ": " + sqlite3_errmsg(target) + ".");
  // One plain file, without a log beside it, can be copied anywhere.
  sqlite3_exec(target, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
}

}  // namespace

void copy_database(const std::string& from, const std::string& to) {
  const std::string unfinished = to + ".unfinished";
  remove_database(unfinished);
  {
    const auto source = open(from, SQLITE_OPEN_READWRITE);
    sqlite3_busy_timeout(source.get(), busy_timeout_ms);
    const auto target = open(unfinished, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    copy_pages(source.get(), target.get(), to);
  }
  if (const auto damage = damage_of(unfinished))
    throw Fault("The copy of " + from + " is damaged: " + *damage + ".");
  put_in_place(unfinished, to);
}

void put_in_place(const std::string& from, const std::string& to) {
  CHECK(!std::filesystem::exists(from + "-wal"));
  // A log that was left behind belongs to what was there before.
  for (const auto* suffix : sidecars) remove_file(to + suffix);
  for (const auto& path : {from, to}) remove_segments(path);
  std::error_code error;
  std::filesystem::rename(from, to, error);
  if (error) throw Fault("Cannot write " + to + ": " + error.message() + ".");
  sync_folder_of(to);
}

std::optional<std::string> damage_of(const std::string& path) {
  const auto handle = open(path, SQLITE_OPEN_READWRITE);
  sqlite3_busy_timeout(handle.get(), busy_timeout_ms);
  std::string said;
  if (sqlite3_exec(handle.get(), "PRAGMA integrity_check(1)", first_column, &said, nullptr) != SQLITE_OK) {
    return sqlite3_errmsg(handle.get());
  }
  if (said == "ok") return std::nullopt;
  return said;
}

/// Leaving the write-ahead log needs the file for oneself; SQLite says no while anybody else has it open.
bool is_in_use(const std::string& path) {
  const auto handle = open(path, SQLITE_OPEN_READWRITE);
  std::string mode;
  sqlite3_exec(handle.get(), "PRAGMA journal_mode=DELETE", first_column, &mode, nullptr);
  return mode != "delete";
}

void remove_database(const std::string& path) {
  remove_file(path);
  for (const auto* suffix : sidecars) remove_file(path + suffix);
  remove_segments(path);
}

}  // namespace accord::app
