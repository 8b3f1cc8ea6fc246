// SPDX-License-Identifier: Apache-2.0
#include "db/sql.hpp"

#include <sqlite3.h>

#include "base/check.hpp"
#include "db/id_list.hpp"

namespace accord {
namespace {

std::vector<std::string_view>& registry() {
  static std::vector<std::string_view> statements;
  return statements;
}

sqlite3_stmt* raw(void* statement) { return static_cast<sqlite3_stmt*>(statement); }

SqlValue scalar_value(const TypeInfo& type, const void* value) {
  switch (type.kind) {
    case Kind::text:
      return *static_cast<const std::string*>(value);
    case Kind::integer:
    case Kind::id:
      return *static_cast<const std::int64_t*>(value);
    case Kind::number:
      return *static_cast<const double*>(value);
    case Kind::boolean:
      return std::int64_t{*static_cast<const bool*>(value)};
    case Kind::day:
      return std::int64_t{static_cast<const Day*>(value)->number};
    case Kind::instant:
      return static_cast<const Instant*>(value)->ms;
    case Kind::choice:
      return std::string(type.choices[*static_cast<const std::uint8_t*>(value)]);
    case Kind::json:
      return static_cast<const Json*>(value)->text;
    case Kind::money:
    case Kind::record:
      break;
  }
  throw Bug("a column holds one scalar");
}

void read_choice(const TypeInfo& type, std::string_view name, void* target) {
  for (std::size_t i = 0; i < type.choices.size(); ++i) {
    if (type.choices[i] == name) {
      *static_cast<std::uint8_t*>(target) = static_cast<std::uint8_t>(i);
      return;
    }
  }
  throw Fault("the database holds \"" + std::string(name) + "\", which this program does not know");
}

void read_scalar(const TypeInfo& type, const Row& row, int column, void* target) {
  switch (type.kind) {
    case Kind::text:
      static_cast<std::string*>(target)->assign(row.text(column));
      return;
    case Kind::integer:
    case Kind::id:
      *static_cast<std::int64_t*>(target) = row.integer(column);
      return;
    case Kind::number:
      *static_cast<double*>(target) = row.number(column);
      return;
    case Kind::boolean:
      *static_cast<bool*>(target) = row.integer(column) != 0;
      return;
    case Kind::day:
      static_cast<Day*>(target)->number = static_cast<std::int32_t>(row.integer(column));
      return;
    case Kind::instant:
      static_cast<Instant*>(target)->ms = row.integer(column);
      return;
    case Kind::choice:
      read_choice(type, row.text(column), target);
      return;
    case Kind::money: {
      const auto currency = parse_currency(row.text(column + 1));
      CHECK(currency.has_value());
      *static_cast<Money*>(target) = {row.integer(column), *currency};
      return;
    }
    case Kind::json:
      static_cast<Json*>(target)->text = row.text(column);
      return;
    case Kind::record:
      throw Bug("a column holds one scalar");
  }
}

}  // namespace

Sql::Sql(std::string_view text) : text_(text) { registry().push_back(text); }
const std::vector<std::string_view>& Sql::all() { return registry(); }

int Row::size() const { return sqlite3_column_count(raw(statement_)); }
std::string_view Row::column(int i) const { return sqlite3_column_name(raw(statement_), i); }
bool Row::is_null(int i) const { return sqlite3_column_type(raw(statement_), i) == SQLITE_NULL; }
std::int64_t Row::integer(int i) const { return sqlite3_column_int64(raw(statement_), i); }
double Row::number(int i) const { return sqlite3_column_double(raw(statement_), i); }

std::string_view Row::text(int i) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(raw(statement_), i));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(raw(statement_), i))};
}

std::optional<std::int64_t> Row::optional_integer(int i) const {
  if (is_null(i)) return std::nullopt;
  return integer(i);
}

SqlValue Row::value(int i) const {
  switch (sqlite3_column_type(raw(statement_), i)) {
    case SQLITE_INTEGER:
      return integer(i);
    case SQLITE_FLOAT:
      return number(i);
    case SQLITE_NULL:
      return {};
    default:
      return std::string(text(i));
  }
}

std::string escaped_for_like(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '!') result += '!';
    result += c;
  }
  return result;
}

std::vector<std::string> columns_of(const FieldInfo& field) {
  if (is_id_list(field)) return {};
  CHECK(!field.type.is_list && field.type.kind != Kind::record);
  const std::string name(field.name);
  if (field.type.kind == Kind::money) return {name + "_minor", name + "_currency"};
  return {name};
}

std::string columns_of(const RecordInfo& info, std::string_view prefix) {
  std::string list;
  for (const auto& field : info.fields) {
    for (const auto& column : columns_of(field)) {
      list += (list.empty() ? "" : ", ") + std::string(prefix) + column;
    }
  }
  return list;
}

void values_of(const FieldInfo& field, const void* record, std::vector<SqlValue>& values) {
  if (is_id_list(field)) return;
  const void* value = field.in(record);
  if (field.type.is_optional) value = field.type.value(value);
  if (field.type.kind == Kind::money) {
    const auto* money = static_cast<const Money*>(value);
    values.push_back(money == nullptr ? SqlValue{} : money->minor);
    values.push_back(money == nullptr ? SqlValue{} : std::string(money->currency.text()));
  } else {
    values.push_back(value == nullptr ? SqlValue{} : scalar_value(field.type, value));
  }
}

RowReader::RowReader(const RecordInfo& info, const Row& row) {
  for (const auto& field : info.fields) {
    if (is_id_list(field)) continue;
    const std::string wanted = columns_of(field).front();
    int found = -1;
    for (int i = 0; i < row.size() && found < 0; ++i) {
      if (row.column(i) == wanted) found = i;
    }
    if (found < 0) throw Bug("no column " + wanted + " for record " + std::string(info.name));
    columns_.emplace_back(&field, found);
  }
}

void RowReader::read(const Row& row, void* record) const {
  for (const auto& [field, column] : columns_) {
    void* target = field->at(record);
    if (field->type.is_optional) {
      if (row.is_null(column)) {
        field->type.clear(target);
        continue;
      }
      target = field->type.emplace(target);
    }
    read_scalar(field->type, row, column, target);
  }
}

}  // namespace accord
