// SPDX-License-Identifier: Apache-2.0
#include "db/id_list.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace accord {
namespace {

std::string insert_item(const std::string& table) {
  return "INSERT INTO " + table + " (id, item, commit_number) VALUES (?, ?, ?)";
}

/// As with records, once per commit: what came and went within one was never there.
std::string keep_item(const std::string& table) {
  return "INSERT INTO " + table + "_was (id, item, commit_number, until_commit) SELECT id, item, " +
         "commit_number, CAST(? AS BIGINT) FROM " + table +
         " WHERE id = ? AND item = ? AND commit_number <> ?";
}

std::string remove_item(const std::string& table) {
  return "DELETE FROM " + table + " WHERE id = ? AND item = ?";
}

std::string select_items(const std::string& table) {
  return "SELECT item FROM " + table + " WHERE id = :id ORDER BY item";
}

std::string select_items_at(const std::string& table) {
  return "SELECT item FROM " + table +
         " WHERE id = :id AND commit_number <= :commit UNION SELECT item FROM " + table +
         "_was WHERE id = :id AND commit_number <= :commit AND until_commit > :commit ORDER BY item";
}

std::vector<std::int64_t> read_items(const Read& read, const std::string& sql, Binds binds) {
  std::vector<std::int64_t> items;
  read.connection().each(sql, binds, [&](const Row& row) { items.push_back(row.integer(0)); });
  return items;
}

}  // namespace

bool is_id_list(const FieldInfo& field) { return field.type.is_list && field.type.kind == Kind::id; }

std::string list_table(const RecordInfo& info, const FieldInfo& field) {
  return std::string(info.name) + "_" + std::string(field.name);
}

std::vector<std::string> create_list_statements(const RecordInfo& info, const FieldInfo& field,
                                                Dialect dialect) {
  const bool is_sqlite = dialect == Dialect::sqlite;
  const std::string name = list_table(info, field), strict = is_sqlite ? " STRICT" : "";
  const std::string integer = is_sqlite ? " INTEGER NOT NULL" : " BIGINT NOT NULL";
  const std::string columns = "id" + integer + ", item" + integer + ", commit_number" + integer;
  return {"CREATE TABLE " + name + " (" + columns + ", PRIMARY KEY (id, item))" + strict,
          "CREATE TABLE " + name + "_was (" + columns + ", until_commit" + integer +
              ", PRIMARY KEY (id, item, until_commit))" + strict,
          "CREATE INDEX " + name + "_item ON " + name + " (item)"};
}

std::vector<std::string> list_statements(const RecordInfo& info, const FieldInfo& field) {
  const std::string table = list_table(info, field);
  return {insert_item(table), keep_item(table), remove_item(table), select_items(table),
          select_items_at(table)};
}

std::vector<std::int64_t> ids_in(const FieldInfo& field, const void* record) {
  const void* list = field.in(record);
  std::vector<std::int64_t> ids;
  for (std::size_t i = 0; i < field.type.size(list); ++i)
    ids.push_back(*static_cast<const std::int64_t*>(field.type.at(list, i)));
  return ids;
}

void put_ids(const FieldInfo& field, void* record, const std::vector<std::int64_t>& ids) {
  void* list = field.at(record);
  field.type.clear(list);
  for (const auto id : ids) *static_cast<std::int64_t*>(field.type.emplace(list)) = id;
}

std::vector<std::int64_t> items_of(const Read& read, const RecordInfo& info, const FieldInfo& field,
                                   std::int64_t id) {
  return read_items(read, select_items(list_table(info, field)), std::array{Bind{"id", id}});
}

std::vector<std::int64_t> items_at(const Read& read, const RecordInfo& info, const FieldInfo& field,
                                   std::int64_t id, std::int64_t commit) {
  return read_items(read, select_items_at(list_table(info, field)),
                    std::array{Bind{"id", id}, Bind{"commit", commit}});
}

void store_items(Write& write, const RecordInfo& info, const FieldInfo& field, std::int64_t id,
                 const std::vector<std::int64_t>& wanted) {
  const std::string table = list_table(info, field);
  const auto present = items_of(write, info, field, id);
  const std::set<std::int64_t> before(present.begin(), present.end()), after(wanted.begin(), wanted.end());
  for (const auto item : before) {
    if (after.contains(item)) continue;
    write.connection().run(keep_item(table), {write.number(), id, item, write.number()});
    write.connection().run(remove_item(table), {id, item});
  }
  for (const auto item : after) {
    if (!before.contains(item)) write.connection().run(insert_item(table), {id, item, write.number()});
  }
}

}  // namespace accord
