// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "db/list.hpp"
#include "db/sql.hpp"

namespace accord {

/// What a list is asked for, read against the description of its rows: stored rows and rows that were worked
/// out are chosen by the same question.
struct ListQuestion {
  /// Any of these values; nothing stands for "not given".
  struct Choice {
    const FieldInfo* field;
    std::vector<std::optional<SqlValue>> values;
  };
  /// At least, or at most, this value.
  struct Bound {
    const FieldInfo* field;
    bool is_lower;
    bool is_day;  ///< of a moment: a day was given, and the value is its begin or end as a clock shows it
    SqlValue value;
  };
  /// Where the page before ended.
  struct Place {
    SqlValue key;
    std::int64_t id;
  };
  std::vector<Choice> choices{};
  std::vector<Bound> bounds{};
  std::vector<std::string> words{};  ///< each occurs in one of the searched fields
  const FieldInfo* order = nullptr;
  bool is_descending = true;
  std::int64_t limit = 100;
  std::optional<Place> after{};
  std::string time_zone = "UTC";  ///< of the days that are asked for
};

/// Refuses what the description does not name and what cannot be read.
ListQuestion read_question(const RecordInfo&, const ListRequest&);
/// The same for stored rows: whoever chooses a record chooses those that count as the same, see `CountsAs`.
ListQuestion read_question(const Read&, const RecordInfo&, const ListRequest&);

/// Texts are compared as texts and are empty where they are missing; all else is compared as numbers.
bool is_text(const FieldInfo&);
/// Figures are compared by their value.
bool is_figure(const FieldInfo&);
/// What a missing value counts as, and the same in SQL: it comes first, so that the order is total. Each is
/// read back from a cursor exactly.
SqlValue missing_key(const FieldInfo&);
std::string_view missing_sql(const FieldInfo&);
/// `next` of a page that ended with this key and id.
std::string cursor_of(const SqlValue& key, std::int64_t id);

}  // namespace accord
