// SPDX-License-Identifier: Apache-2.0
#include "db/write.hpp"

#include <array>
#include <map>
#include <mutex>

#include "db/id_list.hpp"

namespace accord {
namespace {

const Sql retract{"INSERT INTO retraction (retracted_commit, commit_number) VALUES (:retracted, :number)"};

struct Statements {
  std::string insert, update, keep, remove;
};

/// Generated once per table and shape; the text is the key of the connection's prepared statements.
const Statements& statements_of(const RecordInfo& info, TableKind kind) {
  static std::mutex mutex;
  static std::map<std::pair<const RecordInfo*, TableKind>, Statements> cache;
  const std::lock_guard lock(mutex);
  auto& entry = cache[{&info, kind}];
  if (entry.insert.empty()) {
    entry = {insert_statement(info, kind), update_statement(info, kind), keep_statement(info),
             delete_statement(info)};
  }
  return entry;
}

std::vector<SqlValue> values_without_id(const RecordInfo& info, const void* record) {
  std::vector<SqlValue> values;
  values.reserve(info.fields.size() + 4);
  for (const auto& field : info.fields) {
    if (field.name != "id") values_of(field, record, values);
  }
  return values;
}

void store_lists(Write& write, const RecordInfo& info, const void* record, std::int64_t id) {
  for (const auto& field : info.fields) {
    if (is_id_list(field)) store_items(write, info, field, id, ids_in(field, record));
  }
}

std::int64_t& id_of(const RecordInfo& info, const void* record) {
  return *const_cast<std::int64_t*>(static_cast<const std::int64_t*>(info.fields[0].in(record)));
}

}  // namespace

Write::Write(Connection& connection, const Actor& actor, Instant now, std::int64_t number, Commons commons)
    : Read(connection, actor, now, commons, Leaves::nothing), number_(number) {}

std::int64_t Write::insert(const RecordInfo& info, void* record, TableKind kind) {
  forget();
  auto values = values_without_id(info, record);
  if (kind != TableKind::plain) values.emplace_back(number_);
  connection().run(statements_of(info, kind).insert, values);
  id_of(info, record) = connection().last_id();
  store_lists(*this, info, record, id_of(info, record));
  return id_of(info, record);
}

void Write::update(const RecordInfo& info, const void* record, TableKind kind) {
  forget();
  const std::int64_t id = id_of(info, record);
  const auto& statements = statements_of(info, kind);
  if (kind == TableKind::record) connection().run(statements.keep, {number_, id, number_});
  auto values = values_without_id(info, record);
  if (kind != TableKind::plain) values.emplace_back(number_);
  values.emplace_back(id);
  connection().run(statements.update, values);
  CHECK(connection().changed_rows() == 1);
  store_lists(*this, info, record, id);
}

void Write::remove(const RecordInfo& info, std::int64_t id) {
  forget();
  const auto& statements = statements_of(info, TableKind::record);
  connection().run(statements.keep, {number_, id, number_});
  connection().run(statements.remove, {id});
  for (const auto& field : info.fields) {
    if (is_id_list(field)) store_items(*this, info, field, id, {});
  }
}

void Write::erase(const RecordInfo& info, std::int64_t id) {
  const std::string name(info.name);
  // The erasure itself enters the history, without what was erased.
  connection().run(statements_of(info, TableKind::record).keep, {number_, id, number_});
  connection().run("UPDATE " + name + " SET commit_number = ? WHERE id = ?", {number_, id});
  for (const auto& table : {name, name + "_was"}) connection().run(erase_statement(info, table), {id});
}

void Write::run(const Sql& sql, std::initializer_list<Bind> binds) {
  forget();
  connection().each(sql.text(), {binds.begin(), binds.size()}, [](const Row&) {});
}

void Write::supersede(const RecordInfo& info, std::int64_t id) {
  forget();
  connection().run(supersede_statement(info), {id, number_});
}

void Write::retract_facts(std::int64_t commit_number) {
  run(retract, {{"retracted", commit_number}, {"number", number_}});
}

}  // namespace accord
