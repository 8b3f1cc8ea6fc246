// SPDX-License-Identifier: Apache-2.0
#include "db/list.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/local_clock.hpp"
#include "db/id_list.hpp"
#include "db/list_parts.hpp"
#include "db/list_question.hpp"

namespace accord {
namespace {

const std::string no_limit = " LIMIT 9223372036854775807";

/// Turns a question into WHERE, ORDER BY and parameters, from described names only.
class Plan {
 public:
  Plan(const Read& read, const RecordInfo& info, const ListRequest& request, ShownNames names = {})
      : info_(info), names_(names), question_(read_question(read, info, request)) {
    if (read.actor().territory) limit_to(*read.actor().territory);
    for (const auto& bound : question_.bounds) add(bound);
    for (const auto& word : question_.words) add_search(word);
    for (const auto& choice : question_.choices) add(choice);
  }

  /// The limit keeps the inner query from being flattened, so that joins which only give names are left out.
  std::string count_sql() const {
    return "SELECT COUNT(*) FROM (SELECT id FROM " + std::string(info_.name) + where(where_) + no_limit +
           ") counted";
  }

  std::string tally_sql(std::initializer_list<std::string_view> by, std::string_view money) const {
    std::string columns;
    for (const auto name : by) {
      CHECK(info_.field(name) != nullptr);
      columns += columns_of(*info_.field(name)).front() + ", ";
    }
    const auto amount = columns_of(*info_.field(money));
    return "SELECT " + columns + amount[1] + ", COUNT(*), CAST(SUM(" + amount[0] +
           ") AS BIGINT) FROM (SELECT " + columns + amount[0] + ", " + amount[1] + " FROM " +
           std::string(info_.name) + where(where_) + no_limit + ") counted GROUP BY " + columns + amount[1];
  }

  /// The page's ids first, so that names and what else a row shows are looked up for the page only.
  std::string page_sql() const {
    const std::string key = order_key(), name(info_.name), after = after_place(key);
    const std::string condition = where_ + (where_.empty() || after.empty() ? "" : " AND ") + after;
    return "SELECT " + columns_of(info_) + ", " + key + " AS order_key FROM " + name +
           " WHERE id IN (SELECT id FROM " + name + where(condition) + page_of(key) + ")" + order_by(key);
  }

  /// A search looks at every row, so the same look gives the page and, last of its columns but the key, how
  /// many there are.
  std::string searched_sql() const {
    const std::string key = order_key(), name(info_.name);
    return "WITH found AS MATERIALIZED (SELECT id, " + key + " AS order_key FROM " + name + where(where_) +
           ") SELECT " + columns_of(info_) + ", (SELECT COUNT(*) FROM found) AS found_total, " + key +
           " AS order_key FROM " + name + " WHERE id IN (SELECT id FROM found" +
           where(after_place("order_key")) + page_of("order_key") + ")" + order_by(key);
  }

  /// Columns that no row needs cost nothing: joins that only they would need are left out.
  std::string parts_sql(const RecordInfo& part, std::span<const std::string_view> left_out) const {
    std::string columns;
    for (const auto& field : part.fields) {
      CHECK(info_.field(field.name) != nullptr);
      const bool is_left_out = std::ranges::find(left_out, field.name) != left_out.end();
      for (const auto& column : columns_of(field))
        columns += (columns.empty() ? "" : ", ") + (is_left_out ? "NULL AS " + column : column);
    }
    return "SELECT " + columns + " FROM " + std::string(info_.name) + where(where_);
  }

  std::vector<Bind> count_binds() const {
    std::vector<Bind> binds;
    for (const auto& [name, value] : values_) binds.emplace_back(name, value);
    return binds;
  }

  std::vector<Bind> page_binds() const {
    auto binds = count_binds();
    if (question_.after) {
      binds.emplace_back("after_id", question_.after->id);
      binds.emplace_back("after_key", question_.after->key);
    }
    return binds;
  }

  std::int64_t limit() const { return question_.limit; }
  bool is_searched() const { return !question_.words.empty(); }
  bool goes_on() const { return question_.after.has_value(); }

 private:
  static std::string where(const std::string& condition) {
    return condition.empty() ? "" : " WHERE " + condition;
  }

  std::string order_by(const std::string& key) const {
    const std::string direction = question_.is_descending ? " DESC" : "";
    return " ORDER BY " + key + direction + ", id" + direction;
  }

  /// The rows of the page, and one more where there is one.
  std::string page_of(const std::string& key) const {
    return order_by(key) + " LIMIT " + std::to_string(question_.limit + 1);
  }

  std::string after_place(const std::string& key) const {
    if (!question_.after) return "";
    const std::string compare = question_.is_descending ? " <" : " >";
    return key + compare + "= :after_key AND (" + key + compare + " :after_key OR id" + compare +
           " :after_id)";
  }

  void limit_to(std::int64_t territory) {
    const auto* several = info_.field("territories");
    if (info_.field("territory") != nullptr) {
      also(ACCORD_IN_SCOPE("territory"));
    } else if (several != nullptr && is_id_list(*several)) {
      also(ACCORD_MEETS_SCOPE("" + list_table(info_, *several) + "", "id"));
    } else {
      return;
    }
    values_.emplace_back("scope", territory);
  }

  void add(const ListQuestion::Choice& choice) {
    std::string alternatives;
    for (const auto& value : choice.values)
      alternatives += (alternatives.empty() ? "" : " OR ") + is_chosen(*choice.field, value);
    also("(" + alternatives + ")");
  }

  std::string is_chosen(const FieldInfo& field, const std::optional<SqlValue>& value) {
    if (is_id_list(field)) return holds(field, value);
    const std::string column = columns_of(field).front();
    if (value) return column + " = :" + bind(*value);
    return is_text(field) ? "COALESCE(" + column + ", '') = ''" : column + " IS NULL";
  }

  /// That the list of ids holds this one, or holds none.
  std::string holds(const FieldInfo& field, const std::optional<SqlValue>& value) {
    const std::string rows = "(SELECT l.id FROM " + list_table(info_, field) + " l";
    if (!value) return "id NOT IN " + rows + ")";
    return "id IN " + rows + " WHERE l.item = :" + bind(*value) + ")";
  }

  void add(const ListQuestion::Bound& bound) {
    const auto column = columns_of(*bound.field).front();
    const auto is_within = [&] { return column + (bound.is_lower ? " >= :" : " <= :") + bind(bound.value); };
    if (!bound.is_day || question_.time_zone == "UTC") return also(is_within());
    const auto is_shown = is_shown_within(column, bound);
    if (info_.field("precision") == nullptr) return also(is_shown);
    also("CASE WHEN precision = 'moment' THEN " + is_shown + " ELSE " + is_within() + " END");
  }

  /// That the clock shows a moment no earlier than the bound, or no later, also where it is put back over it.
  std::string is_shown_within(const std::string& column, const ListQuestion::Bound& bound) {
    const auto shown_ms = std::get<std::int64_t>(bound.value);
    const auto turns = LocalClock(question_.time_zone).turns_at(bound.is_lower ? shown_ms : shown_ms + 1);
    std::string reached;
    for (std::size_t i = 0; i < turns.size(); ++i) {
      const auto since = column + " >= :" + bind(turns[i].ms);
      if (i % 2 == 0) reached += (i == 0 ? "(" : " OR (") + since;
      if (i % 2 == 1) reached += " AND NOT " + since + ")";
    }
    return (bound.is_lower ? "(" : "NOT (") + reached + "))";
  }

  /// The word must occur in one of the searched fields.
  void add_search(const std::string& word) {
    const std::string parameter = bind("%" + escaped_for_like(word) + "%");
    std::string alternatives;
    for (const auto& field : info_.fields) {
      if (!field.is_searched) continue;
      alternatives += (alternatives.empty() ? "" : " OR ") + occurs_in(field, parameter);
    }
    also("(" + alternatives + ")");
  }

  /// Names are looked up in their own table, once each, and not beside every row that shows them.
  std::string occurs_in(const FieldInfo& field, const std::string& parameter) const {
    const std::string like = ") LIKE :" + parameter + " ESCAPE '!'";
    const auto name = std::ranges::find(names_, field.name, &ShownName::field);
    if (name == names_.end()) return "LOWER(" + columns_of(field).front() + like;
    CHECK(info_.field(name->id) != nullptr);
    return std::string(name->id) + " IN (SELECT n.id FROM " + std::string(name->table) +
           " n WHERE LOWER(n.name" + like + ")";
  }

  std::string bind(SqlValue value) {
    std::string name = "p" + std::to_string(values_.size());
    values_.emplace_back(name, std::move(value));
    return name;
  }

  void also(const std::string& condition) { where_ += (where_.empty() ? "" : " AND ") + condition; }

  /// Missing values come first, so that the order is total and paging by key is exact.
  std::string order_key() const {
    CHECK(question_.order != nullptr);
    const auto& order = *question_.order;
    const std::string column = columns_of(order).front();
    if (!order.type.is_optional) return column;
    return "COALESCE(" + column + ", " + std::string(missing_sql(order)) + ")";
  }

  const RecordInfo& info_;
  ShownNames names_;
  ListQuestion question_;
  std::string where_;
  std::vector<std::pair<std::string, SqlValue>> values_;
};

}  // namespace

Listed<SqlValue> list_raw(const Read& read, const RecordInfo& info, const ListRequest& request,
                          const std::function<void*()>& next_item, ShownNames names) {
  const Plan plan(read, info, request, names);
  Listed<SqlValue> result;
  std::optional<RowReader> reader;
  std::int64_t count = 0, id = 0;
  SqlValue key;
  const auto take = [&](const Row& row) {
    if (plan.is_searched()) result.total = row.integer(row.size() - 2);
    if (++count > plan.limit()) {
      result.next = cursor_of(key, id);
      return;
    }
    if (!reader) reader.emplace(info, row);
    void* item = next_item();
    reader->read(row, item);
    id = *static_cast<const std::int64_t*>(info.field("id")->in(item));
    key = row.value(row.size() - 1);
  };
  read.connection().each(plan.is_searched() ? plan.searched_sql() : plan.page_sql(), plan.page_binds(), take);
  // A page without rows says how many there are only where nothing stands before it.
  const bool is_counted = plan.is_searched() && (count > 0 || !plan.goes_on());
  if (!is_counted)
    read.connection().each(plan.count_sql(), plan.count_binds(),
                           [&](const Row& row) { result.total = row.integer(0); });
  return result;
}

std::vector<Tally> tally(const Read& read, const RecordInfo& info, const ListRequest& request,
                         std::initializer_list<std::string_view> by, std::string_view money) {
  const Plan plan(read, info, request);
  std::vector<Tally> tallies;
  read.connection().each(plan.tally_sql(by, money), plan.count_binds(), [&](const Row& row) {
    auto& one = tallies.emplace_back();
    const int size = static_cast<int>(by.size());
    for (int i = 0; i < size; ++i) one.by.push_back(row.value(i));
    one.count = row.integer(size + 1);
    const auto currency = row.is_null(size) ? std::nullopt : parse_currency(row.text(size));
    if (currency) one.sum = Money{row.integer(size + 2), *currency};
  });
  return tallies;
}

void list_parts_raw(const Read& read, const RecordInfo& rows, const RecordInfo& part,
                    const ListRequest& request, std::span<const std::string_view> left_out,
                    const std::function<void*()>& next_item) {
  const Plan plan(read, rows, request);
  std::optional<RowReader> reader;
  read.connection().each(plan.parts_sql(part, left_out), plan.count_binds(), [&](const Row& row) {
    if (!reader) reader.emplace(part, row);
    reader->read(row, next_item());
  });
}

}  // namespace accord
