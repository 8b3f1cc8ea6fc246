// SPDX-License-Identifier: Apache-2.0
#include "db/read.hpp"

#include <algorithm>
#include <future>
#include <mutex>

#include "db/id_list.hpp"

namespace accord {
namespace {

const Sql last_commit{"SELECT MAX(number) FROM commit_log"};
const Sql commit_moment{"SELECT at FROM commit_log WHERE number = :number"};

/// Parts of a task, taken from both ends until they meet or one of them fails.
class Turns {
 public:
  using Work = std::function<void(const Read&, std::size_t)>;
  explicit Turns(std::size_t count) : end_(count) {}

  void all_from_the_first(const Read& read, const Work& work) {
    all(read, work, [this] { return begin_++; });
  }
  void all_from_the_last(const Read& read, const Work& work) {
    all(read, work, [this] { return --end_; });
  }

 private:
  template <class Take>
  void all(const Read& read, const Work& work, Take take) {
    try {
      while (const auto part = next(take)) work(read, *part);
    } catch (...) {
      const std::lock_guard lock(mutex_);
      begin_ = end_;
      throw;
    }
  }
  template <class Take>
  std::optional<std::size_t> next(Take take) {
    const std::lock_guard lock(mutex_);
    return begin_ == end_ ? std::nullopt : std::optional<std::size_t>(take());
  }

  std::mutex mutex_;
  std::size_t begin_ = 0, end_;
};

}  // namespace

Read::Read(Connection& connection, const Actor& actor, Instant now, Commons commons, Leaves leaves)
    : connection_(&connection),
      actor_(&actor),
      now_(now),
      as_of_(integer(last_commit).value_or(0)),
      commons_(commons),
      leaves_(leaves),
      noting_(connection, touched_) {}

Read::Shared Read::noted(const std::function<Results::Value()>& make) const {
  Touched own;
  Worked worked;
  {
    const Noting noting(*connection_, own);
    worked.value = make();
  }
  CHECK(own.changed.empty());
  worked.read = std::move(own.read);
  note(worked);
  return std::make_shared<const Worked>(std::move(worked));
}

Read::Shared Read::kept_result(const std::string& key, const Results::Make& make) const {
  // An act that has changed nothing yet sees what every snapshot of that commit sees.
  const bool is_untouched = touched_.changed.empty() && commons_.results->is_durable(as_of_);
  if (leaves_ == Leaves::results || is_untouched) {
    const auto found = commons_.results->get(as_of_, key, make);
    note(*found);
    return found;
  }
  const auto found = commons_.results->find(as_of_, key);
  const bool is_changed = found && std::ranges::any_of(found->read, [&](const auto& table) {
                            return touched_.changed.contains(table);
                          });
  if (!found || is_changed) return make(nullptr);
  note(*found);
  return found;
}

void Read::in_two_threads(std::size_t count,
                          const std::function<void(const Read&, std::size_t)>& work) const {
  Turns turns(count);
  if (commons_.readers == nullptr || count < 2) return turns.all_from_the_first(*this, work);
  TableNames read_beside;
  auto beside = std::async(std::launch::async, [&] {
    const Readers::Turn turn(*commons_.readers);
    const Read other(turn.connection(), *actor_, now_, commons_, leaves_);
    if (other.as_of() == as_of_) turns.all_from_the_last(other, work);
    read_beside = other.touched().read;
  });
  turns.all_from_the_first(*this, work);
  beside.get();
  connection_->note(read_beside);
}

std::optional<Instant> Read::moment_of(std::int64_t commit) const {
  Touched aside;
  const Noting noting(*connection_, aside);
  const auto ms = commit > as_of_ ? std::nullopt : integer(commit_moment, {{"number", commit}});
  return ms ? std::optional(Instant{*ms}) : std::nullopt;
}

void Read::note(const Worked& worked) const { connection_->note(worked.read); }

void Read::each(const Sql& sql, std::initializer_list<Bind> binds,
                const std::function<void(const Row&)>& on_row) const {
  connection_->each(sql.text(), {binds.begin(), binds.size()}, on_row);
}

std::optional<std::int64_t> Read::integer(const Sql& sql, std::initializer_list<Bind> binds) const {
  std::optional<std::int64_t> result;
  bool is_first = true;
  each(sql, binds, [&](const Row& row) {
    if (is_first) result = row.optional_integer(0);
    is_first = false;
  });
  return result;
}

std::optional<std::string> Read::text(const Sql& sql, std::initializer_list<Bind> binds) const {
  std::optional<std::string> result;
  each(sql, binds, [&](const Row& row) {
    if (!result && !row.is_null(0)) result = std::string(row.text(0));
  });
  return result;
}

void Read::fill(const RecordInfo& info, std::string_view sql, Binds binds,
                const std::function<void*()>& next) const {
  std::optional<RowReader> reader;
  connection_->each(sql, binds, [&](const Row& row) {
    if (!reader) reader.emplace(info, row);
    reader->read(row, next());
  });
}

void Read::fill_lists(const RecordInfo& info, std::size_t count,
                      const std::function<void*(std::size_t)>& at) const {
  for (const auto& field : info.fields) {
    if (!is_id_list(field)) continue;
    for (std::size_t i = 0; i < count; ++i) {
      void* record = at(i);
      const auto id = *static_cast<const std::int64_t*>(info.field("id")->in(record));
      put_ids(field, record, items_of(*this, info, field, id));
    }
  }
}

std::string_view Read::cached_find(const RecordInfo& info) {
  static std::mutex mutex;
  static std::unordered_map<const RecordInfo*, std::string> statements;
  const std::lock_guard lock(mutex);
  auto& statement = statements[&info];
  if (statement.empty()) statement = find_statement(info);
  return statement;
}

std::string Read::in_scope(const std::string& key) const {
  return key + " in " + (actor_->territory ? std::to_string(*actor_->territory) : "all");
}

}  // namespace accord
