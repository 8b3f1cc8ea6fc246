// SPDX-License-Identifier: Apache-2.0
#include "db/list.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/text.hpp"

namespace accord {
namespace {

constexpr std::int64_t default_limit = 100, limit_max = 500;
constexpr std::size_t filters_max = 60;
const std::string no_limit = " LIMIT 9223372036854775807";

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_text(const FieldInfo& field) {
  return field.type.kind == Kind::text || field.type.kind == Kind::choice || field.type.kind == Kind::json;
}

/// A filter's text as the value its column holds.
SqlValue filter_value(const FieldInfo& field, const std::string& text) {
  if (is_text(field)) return text;
  if (field.type.kind == Kind::boolean) return std::int64_t{text == "true" || text == "1"};
  if (field.type.kind == Kind::day) {
    if (const auto day = parse_day(text)) return std::int64_t{day->number};
  } else if (field.type.kind == Kind::instant) {
    if (const auto day = parse_day(text)) return start_of(*day).ms;
    if (const auto at = parse_instant(text)) return at->ms;
  } else if (const auto number = whole_number(text)) {
    return *number;
  }
  throw Refusal(malformed_filter, std::string(field.name) + "=" + text);
}

/// Turns a request into WHERE, ORDER BY and parameters, from described names only.
class Plan {
 public:
  Plan(const Read& read, const RecordInfo& info, const ListRequest& request) : info_(info) {
    refuse_if(request.filters.size() > filters_max, malformed_filter, "more than 60 filters");
    const bool is_scoped = info.field("territory") != nullptr && read.actor().territory;
    if (is_scoped) {
      where_ = ACCORD_IN_SCOPE("territory");
      values_.emplace_back("scope", *read.actor().territory);
    }
    for (const auto& [name, text] : request.filters) add(name, text);
    add_choices();
    limit_ = std::min(limit_, request.limit_max.value_or(limit_max));
    if (order_.empty()) order_ = "-id";
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
    std::string condition = where_;
    const std::string key = order_key();
    if (after_) {
      const std::string compare = is_descending() ? " <" : " >";
      condition += (condition.empty() ? "" : " AND ") + key + compare + "= :after_key AND (" + key + compare +
                   " :after_key OR id" + compare + " :after_id)";
    }
    const std::string direction = is_descending() ? " DESC" : "", name(info_.name);
    const std::string order = " ORDER BY " + key + direction + ", id" + direction;
    return "SELECT " + columns_of(info_) + ", " + key + " AS order_key FROM " + name +
           " WHERE id IN (SELECT id FROM " + name + where(condition) + order + " LIMIT " +
           std::to_string(limit_ + 1) + ")" + order;
  }

  std::vector<Bind> count_binds() const { return binds_of(values_); }

  std::vector<Bind> page_binds() const {
    auto binds = binds_of(values_);
    if (after_) {
      const auto cut = after_->rfind('~');
      const auto id = cut == std::string::npos ? std::nullopt : whole_number(after_->substr(cut + 1));
      refuse_if(!id, malformed_filter, "after=" + *after_);
      binds.emplace_back("after_id", *id);
      binds.emplace_back("after_key", after_key(after_->substr(0, cut)));
    }
    return binds;
  }

  std::int64_t limit() const { return limit_; }

 private:
  static std::string where(const std::string& condition) {
    return condition.empty() ? "" : " WHERE " + condition;
  }

  static std::vector<Bind> binds_of(const std::vector<std::pair<std::string, SqlValue>>& values) {
    std::vector<Bind> binds;
    for (const auto& [name, value] : values) binds.emplace_back(name, value);
    return binds;
  }

  void add(const std::string& name, const std::string& text) {
    if (name == "order") return set_order(text);
    if (name == "after") return static_cast<void>(after_ = text);
    if (name == "limit") {
      const auto limit = whole_number(text);
      refuse_if(!limit || *limit < 1, malformed_filter, "limit=" + text);
      return static_cast<void>(limit_ = *limit);
    }
    if (name == "q") return add_search(text);
    if (const auto* field = info_.field(name)) return static_cast<void>(choices_.emplace_back(field, text));
    if (name.ends_with("_from")) return add_bound(name.substr(0, name.size() - 5), " >= ", name, text);
    if (name.ends_with("_to")) return add_bound(name.substr(0, name.size() - 3), " <= ", name, text);
    throw Refusal(unknown_filter, name);
  }

  void set_order(const std::string& text) {
    const std::string name = text.starts_with("-") ? text.substr(1) : text;
    refuse_if(info_.field(name) == nullptr, unknown_filter, "order=" + text);
    order_ = text;
  }

  /// `?stage=Won&stage=Lost` means either; an empty text means "not given".
  void add_choices() {
    for (const auto& field : info_.fields) {
      std::string alternatives;
      for (const auto& [chosen, text] : choices_) {
        if (chosen != &field) continue;
        const std::string column = columns_of(field).front();
        alternatives += alternatives.empty() ? "" : " OR ";
        if (text.empty()) {
          alternatives += is_text(field) ? "COALESCE(" + column + ", '') = ''" : column + " IS NULL";
        } else {
          alternatives += column + " = :" + bind(filter_value(field, text));
        }
      }
      if (!alternatives.empty()) also("(" + alternatives + ")");
    }
  }

  void add_bound(const std::string& name, const std::string& compare, const std::string& given,
                 const std::string& text) {
    const auto* field = info_.field(name);
    refuse_if(field == nullptr || is_text(*field), unknown_filter, given);
    SqlValue value = filter_value(*field, text);
    const bool is_end_of_day = field->type.kind == Kind::instant && compare == " <= " && parse_day(text);
    if (is_end_of_day) value = std::get<std::int64_t>(value) + ms_per_day - 1;
    also(columns_of(*field).front() + compare + ":" + bind(std::move(value)));
  }

  /// Each word of the text must occur in one of the searched fields.
  void add_search(const std::string& text) {
    for (const auto word : split(text, ' ')) {
      if (word.empty()) continue;
      const std::string parameter = bind("%" + escaped_for_like(lower(word)) + "%");
      std::string alternatives;
      for (const auto& field : info_.fields) {
        if (!field.is_searched) continue;
        alternatives += (alternatives.empty() ? "" : " OR ") + std::string("LOWER(") +
                        columns_of(field).front() + ") LIKE :" + parameter + " ESCAPE '!'";
      }
      refuse_if(alternatives.empty(), unknown_filter, "q");
      also("(" + alternatives + ")");
    }
  }

  std::string bind(SqlValue value) {
    std::string name = "p" + std::to_string(values_.size());
    values_.emplace_back(name, std::move(value));
    return name;
  }

  void also(const std::string& condition) { where_ += (where_.empty() ? "" : " AND ") + condition; }

  bool is_descending() const { return order_.starts_with("-"); }
  const FieldInfo& order_field() const {
    return *info_.field(is_descending() ? std::string_view(order_).substr(1) : std::string_view(order_));
  }

  /// Missing values come first, so that the order is total and paging by key is exact.
  std::string order_key() const {
    const std::string column = columns_of(order_field()).front();
    if (!order_field().type.is_optional) return column;
    return "COALESCE(" + column + (is_text(order_field()) ? ", '')" : ", -9223372036854775807)");
  }

  SqlValue after_key(const std::string& text) const {
    if (is_text(order_field())) return text;
    const auto number = whole_number(text);
    refuse_if(!number, malformed_filter, "after=" + text);
    return *number;
  }

  const RecordInfo& info_;
  std::string where_, order_;
  std::optional<std::string> after_;
  std::int64_t limit_ = default_limit;
  std::vector<std::pair<const FieldInfo*, std::string>> choices_;
  std::vector<std::pair<std::string, SqlValue>> values_;
};

std::string as_cursor(const SqlValue& key, std::int64_t id) {
  const auto* integer = std::get_if<std::int64_t>(&key);
  return (integer != nullptr ? std::to_string(*integer) : std::get<std::string>(key)) + "~" +
         std::to_string(id);
}

}  // namespace

Listed<SqlValue> list_raw(const Read& read, const RecordInfo& info, const ListRequest& request,
                          const std::function<void*()>& next_item) {
  const Plan plan(read, info, request);
  Listed<SqlValue> result;
  read.connection().each(plan.count_sql(), plan.count_binds(),
                         [&](const Row& row) { result.total = row.integer(0); });
  std::optional<RowReader> reader;
  std::int64_t count = 0, id = 0;
  SqlValue key;
  read.connection().each(plan.page_sql(), plan.page_binds(), [&](const Row& row) {
    if (++count > plan.limit()) {
      result.next = as_cursor(key, id);
      return;
    }
    if (!reader) reader.emplace(info, row);
    void* item = next_item();
    reader->read(row, item);
    id = *static_cast<const std::int64_t*>(info.field("id")->in(item));
    key = row.value(row.size() - 1);
  });
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

}  // namespace accord
