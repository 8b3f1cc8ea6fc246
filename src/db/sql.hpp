// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/described.hpp"

namespace accord {

/// A statement as a named constant of a `*_store.cpp`. Parameters are `:named`; the text is what SQLite and
/// PostgreSQL both understand, which a test proves by preparing every one of them on both.
class Sql {
 public:
  explicit Sql(std::string_view text);
  std::string_view text() const { return text_; }
  static const std::vector<std::string_view>& all();

 private:
  std::string_view text_;
};

/// What a column holds: nothing, a whole number, a real number or text.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;

/// One named parameter. Days bind as days since 1970, instants as milliseconds, choices by name.
struct Bind {
  std::string_view name;
  SqlValue value;

  template <class T>
  Bind(std::string_view parameter, const T& bound) : name(parameter), value(to_sql(bound)) {}

  static SqlValue to_sql(std::int64_t value) { return value; }
  static SqlValue to_sql(int value) { return std::int64_t{value}; }
  static SqlValue to_sql(bool value) { return std::int64_t{value}; }
  static SqlValue to_sql(double value) { return value; }
  static SqlValue to_sql(Day day) { return std::int64_t{day.number}; }
  static SqlValue to_sql(Instant at) { return at.ms; }
  static SqlValue to_sql(std::string_view text) { return std::string(text); }
  static SqlValue to_sql(const std::string& text) { return text; }
  static SqlValue to_sql(const char* text) { return std::string(text); }
  static SqlValue to_sql(const SqlValue& value) { return value; }
  template <class T>
  static SqlValue to_sql(Id<T> id) {
    return id.number;
  }
  template <class E>
  requires std::is_enum_v<E>
  static SqlValue to_sql(E value) { return std::string(name_of(value)); }
  template <class T>
  static SqlValue to_sql(const std::optional<T>& value) {
    return value ? to_sql(*value) : SqlValue{};
  }
};

/// A text as part of a pattern of LIKE … ESCAPE '!'.
std::string escaped_for_like(std::string_view);

using Binds = std::span<const Bind>;

/// One row of a result while it is being read; text views live until the next row.
class Row {
 public:
  explicit Row(void* statement) : statement_(statement) {}
  int size() const;
  std::string_view column(int) const;
  bool is_null(int) const;
  std::int64_t integer(int) const;
  double number(int) const;
  std::string_view text(int) const;
  std::optional<std::int64_t> optional_integer(int) const;
  SqlValue value(int) const;

 private:
  void* statement_;
};

/// The columns of a described field: one, two for money (`value_minor`, `value_currency`), none for a list of
/// ids, which has rows of its own (`id_list.hpp`).
std::vector<std::string> columns_of(const FieldInfo&);
std::string columns_of(const RecordInfo&, std::string_view prefix = "");
/// The values of those columns, appended.
void values_of(const FieldInfo&, const void* record, std::vector<SqlValue>&);
/// Fills the described fields from the columns of the same names; every field with a column must be among
/// them.
class RowReader {
 public:
  RowReader(const RecordInfo&, const Row&);
  void read(const Row&, void* record) const;

 private:
  std::vector<std::pair<const FieldInfo*, int>> columns_;
};

}  // namespace accord
