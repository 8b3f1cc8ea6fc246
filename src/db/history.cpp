// SPDX-License-Identifier: Apache-2.0
#include "db/history.hpp"

#include <algorithm>
#include <array>

#include "db/id_list.hpp"
#include "db/revert_one.hpp"

namespace accord {
namespace {

/// A stored state of a record: its columns as texts, and the commit that wrote it.
struct State {
  std::int64_t commit = 0;
  std::vector<std::string> values;
};

std::string as_text(const FieldInfo& field, const Row& row, int column) {
  if (row.is_null(column)) return {};
  switch (field.type.kind) {
    case Kind::day:
      return to_string(Day{static_cast<std::int32_t>(row.integer(column))});
    case Kind::instant:
      return to_string(Instant{row.integer(column)});
    case Kind::boolean:
      return row.integer(column) != 0 ? "yes" : "no";
    case Kind::money:
      return in_words(Money{row.integer(column), parse_currency(row.text(column + 1)).value_or(Currency{})});
    default:
      return std::string(row.text(column));
  }
}

State state_of(const RecordInfo& info, const Row& row) {
  State state;
  int column = 0;
  for (const auto& field : info.fields) {
    state.values.push_back(field.is_secret || is_id_list(field) ? "" : as_text(field, row, column));
    column += static_cast<int>(columns_of(field).size());
  }
  state.commit = row.integer(column);
  return state;
}

/// Lists of ids have rows and a history of their own.
void fill_lists(const Read& read, const RecordInfo& info, std::int64_t id, State& state) {
  for (std::size_t i = 0; i < info.fields.size(); ++i) {
    if (!is_id_list(info.fields[i])) continue;
    for (const auto item : items_at(read, info, info.fields[i], id, state.commit))
      state.values[i] += (state.values[i].empty() ? "" : ", ") + std::to_string(item);
  }
}

std::vector<FieldChange> changes_between(const RecordInfo& info, const State* before, const State& after) {
  std::vector<FieldChange> changes;
  for (std::size_t i = 1; i < info.fields.size(); ++i) {
    const std::string was = before == nullptr ? "" : before->values[i];
    if (was != after.values[i]) changes.push_back({std::string(info.fields[i].name), was, after.values[i]});
  }
  return changes;
}

std::vector<std::int64_t> ids(const Read& read, const std::string& sql, std::initializer_list<Bind> binds) {
  std::vector<std::int64_t> found;
  read.connection().each(sql, {binds.begin(), binds.size()},
                         [&](const Row& row) { found.push_back(row.integer(0)); });
  return found;
}

/// Writes a kept state back as the present one; the change itself enters the history like any other.
void restore(Write& write, const RecordInfo& info, std::int64_t id, std::int64_t until) {
  const std::string name(info.name);
  std::string assignments;
  std::vector<SqlValue> values;
  for (const auto& field : info.fields) {
    if (field.name == "id") continue;
    for (const auto& column : columns_of(field)) {
      assignments += column + " = (SELECT w." + column + " FROM " + name + "_was w WHERE w.id = " + name +
                     ".id AND w.until_commit = ?), ";
      values.emplace_back(until);
    }
  }
  values.emplace_back(write.number());
  values.emplace_back(id);
  write.connection().run(keep_statement(info), {write.number(), id, write.number()});
  write.connection().run("UPDATE " + name + " SET " + assignments + "commit_number = ? WHERE id = ?", values);
  for (const auto& field : info.fields) {
    if (is_id_list(field)) store_items(write, info, field, id, items_at(write, info, field, id, until - 1));
  }
}

/// A record that a commit took away is there again, under its number.
void recreate(Write& write, const RecordInfo& info, std::int64_t id, std::int64_t until) {
  const std::string name(info.name), columns = columns_of(info);
  write.connection().run("INSERT INTO " + name + " (" + columns + ", commit_number) SELECT " + columns +
                             ", ? FROM " + name + "_was WHERE id = ? AND until_commit = ?",
                         {write.number(), id, until});
  for (const auto& field : info.fields) {
    if (is_id_list(field)) store_items(write, info, field, id, items_at(write, info, field, id, until - 1));
  }
}

/// What each state changed of the one before it, newest first, with the act of its commit.
std::vector<Change> changes_through(const Read& read, const RecordInfo& info,
                                    const std::vector<State>& states) {
  std::vector<Change> changes;
  for (std::size_t i = 0; i < states.size(); ++i) {
    Change change;
    change.commit = states[i].commit;
    const std::array<Bind, 1> number{Bind{"number", states[i].commit}};
    read.connection().each(
        "SELECT l.at, COALESCE(n.name, l.person_name), l.what FROM commit_log l "
        "LEFT JOIN actor_name n ON n.person = l.person WHERE l.number = :number",
        number, [&](const Row& row) {
          change.at = {row.integer(0)};
          change.actor = row.text(1);
          change.what = row.text(2);
        });
    change.changes = changes_between(info, i == 0 ? nullptr : &states[i - 1], states[i]);
    changes.push_back(std::move(change));
  }
  std::reverse(changes.begin(), changes.end());
  return changes;
}

}  // namespace

std::vector<Change> history(const Read& read, const RecordInfo& info, std::int64_t id) {
  const std::string name(info.name), columns = columns_of(info) + ", commit_number";
  std::vector<State> states;
  const std::array<Bind, 1> binds{Bind{"id", id}};
  const auto keep = [&](const Row& row) { states.push_back(state_of(info, row)); };
  read.connection().each("SELECT " + columns + " FROM " + name + "_was WHERE id = :id ORDER BY until_commit",
                         binds, keep);
  read.connection().each("SELECT " + columns + " FROM " + name + " WHERE id = :id", binds, keep);
  for (auto& state : states) fill_lists(read, info, id, state);
  return changes_through(read, info, states);
}

std::vector<Change> history_of_facts(const Read& read, const RecordInfo& info,
                                     std::span<const std::int64_t> ids) {
  std::vector<State> states;
  for (const auto id : ids) {
    const std::array<Bind, 1> binds{Bind{"id", id}};
    read.connection().each(
        "SELECT " + columns_of(info) + ", commit_number FROM " + std::string(info.name) + " WHERE id = :id",
        binds, [&](const Row& row) { states.push_back(state_of(info, row)); });
  }
  return changes_through(read, info, states);
}

Reverted revert(Write& write, const RecordInfo& info, std::int64_t commit,
                const std::set<std::int64_t>& kept) {
  const std::string name(info.name);
  Reverted result;
  result.changed_since =
      ids(write, "SELECT DISTINCT id FROM " + name + "_was WHERE commit_number = :commit ORDER BY id",
          {{"commit", commit}});
  result.restored =
      ids(write,
          "SELECT id FROM " + name + " WHERE commit_number = :commit AND id IN (SELECT id FROM " + name +
              "_was WHERE until_commit = :commit) ORDER BY id",
          {{"commit", commit}});
  result.removed =
      ids(write,
          "SELECT id FROM " + name + " WHERE commit_number = :commit AND id NOT IN (SELECT id FROM " + name +
              "_was WHERE until_commit = :commit) ORDER BY id",
          {{"commit", commit}});
  std::erase_if(result.removed, [&](std::int64_t id) { return kept.contains(id); });
  // What the commit took away has no state of that commit, and is not there now; unless it is to stay away.
  auto taken = ids(write,
                   "SELECT w.id FROM " + name +
                       "_was w WHERE w.until_commit = :commit AND NOT EXISTS (SELECT 1 FROM " + name +
                       " r WHERE r.id = w.id) AND NOT EXISTS (SELECT 1 FROM " + name +
                       "_was x WHERE x.id = w.id AND x.commit_number = :commit) ORDER BY w.id",
                   {{"commit", commit}});
  std::erase_if(taken, [&](std::int64_t id) { return kept.contains(id); });
  for (const auto id : result.restored) restore(write, info, id, commit);
  for (const auto id : result.removed) write.remove(info, id);
  for (const auto id : taken) recreate(write, info, id, commit);
  result.restored.insert(result.restored.end(), taken.begin(), taken.end());
  return result;
}

bool revert_one(Write& write, const RecordInfo& info, std::int64_t id, std::int64_t commit) {
  const std::string name(info.name);
  const auto stands = ids(write, "SELECT id FROM " + name + " WHERE id = :id AND commit_number = :commit",
                          {{"id", id}, {"commit", commit}});
  if (stands.empty()) return false;
  const auto before = ids(write, "SELECT id FROM " + name + "_was WHERE id = :id AND until_commit = :commit",
                          {{"id", id}, {"commit", commit}});
  if (before.empty())
    write.remove(info, id);
  else
    restore(write, info, id, commit);
  return true;
}

}  // namespace accord
