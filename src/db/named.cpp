// SPDX-License-Identifier: Apache-2.0
#include "db/named.hpp"

#include "base/text.hpp"
#include "db/id_list.hpp"

namespace accord {
namespace {

/// Each number of words is a statement of its own that stays prepared.
constexpr int words_max = 8;

/// Writes the statement that finds rows by a condition, of a table whose names and columns are described.
class Search {
 public:
  Search(const Read& read, const RecordInfo& info, const std::vector<std::string_view>& details)
      : read_(read), info_(info), columns_("id, name"), details_(details.size()) {
    CHECK(info.field("name") != nullptr);
    for (const auto detail : details) {
      CHECK(info.field(detail) != nullptr);
      columns_ += ", " + columns_of(*info.field(detail)).front();
    }
    if (!read.actor().territory) return;
    const auto* several = info.field("territories");
    if (several == nullptr && info.field("territory") == nullptr) return;
    if (several != nullptr)
      also(ACCORD_MEETS_SCOPE("" + list_table(info, *several) + "", "id"));
    else
      also(ACCORD_IN_SCOPE("territory"));
    bind("scope", *read.actor().territory);
  }

  void bind(std::string name, SqlValue value) { values_.emplace_back(std::move(name), std::move(value)); }
  void also(const std::string& condition) { where_ += " AND (" + condition + ")"; }
  void order_by(const std::string& order, std::int64_t limit) {
    order_ = " ORDER BY " + order + " LIMIT " + std::to_string(limit);
  }

  /// The ids first, so that what a view joins is looked up for the few rows that are found only.
  std::vector<NamedRow> run() const {
    const std::string table(info_.name);
    const std::string sql = "SELECT " + columns_ + " FROM " + table + " WHERE id IN (SELECT id FROM " +
                            table + " WHERE name <> ''" + where_ + order_ + ")" + order_;
    std::vector<Bind> binds;
    for (const auto& [name, value] : values_) binds.emplace_back(name, value);
    std::vector<NamedRow> rows;
    read_.connection().each(sql, binds, [&](const Row& row) {
      auto& found = rows.emplace_back(NamedRow{row.integer(0), std::string(row.text(1)), {}});
      for (std::size_t i = 0; i < details_; ++i) found.details.push_back(row.value(static_cast<int>(i) + 2));
    });
    return rows;
  }

 private:
  const Read& read_;
  const RecordInfo& info_;
  std::string columns_, where_, order_;
  std::size_t details_;
  std::vector<std::pair<std::string, SqlValue>> values_;
};

bool begins_a_word(std::string_view name, std::string_view text) {
  for (auto at = name.find(text); at != std::string_view::npos; at = name.find(text, at + 1)) {
    if (at == 0 || name[at - 1] == ' ') return true;
  }
  return false;
}

}  // namespace

Fit fit_of(std::string_view given_name, std::string_view given_text) {
  const std::string name = lower(given_name), text = lower(trimmed(given_text));
  if (name == text) return Fit::whole;
  if (name.starts_with(text)) return Fit::beginning;
  bool all_begin = true;
  for (const auto word : split(text, ' ')) {
    if (name.find(word) == std::string::npos) return Fit::none;
    all_begin = all_begin && begins_a_word(name, word);
  }
  return all_begin ? Fit::beginning_of_word : Fit::within;
}

std::vector<NamedRow> find_named(const Read& read, const RecordInfo& info,
                                 const std::vector<std::string_view>& details, std::string_view given,
                                 std::int64_t limit) {
  const std::string text = lower(trimmed(given));
  if (text.empty()) return {};
  Search search(read, info, details);
  std::string holds, begins;
  int count = 0;
  for (const auto word : split(text, ' ')) {
    if (word.empty() || count == words_max) continue;
    const std::string number = std::to_string(count++);
    holds +=
        (holds.empty() ? "" : " AND ") + std::string("LOWER(name) LIKE :within") + number + " ESCAPE '!'";
    begins += (begins.empty() ? "" : " AND ") + std::string("' ' || LOWER(name) LIKE :word") + number +
              " ESCAPE '!'";
    search.bind("within" + number, "%" + escaped_for_like(word) + "%");
    search.bind("word" + number, "% " + escaped_for_like(word) + "%");
  }
  search.bind("text", text);
  search.bind("beginning", escaped_for_like(text) + "%");
  const bool has_key = info.field("key") != nullptr;
  search.also("(" + holds + ")" + (has_key ? " OR LOWER(key) = :text" : ""));
  search.order_by(
      "CASE WHEN LOWER(name) = :text THEN 0 WHEN LOWER(name) LIKE :beginning ESCAPE '!' THEN 1 "
      "WHEN " +
          begins + " THEN 2 ELSE 3 END, LENGTH(name), name, id",
      limit);
  return search.run();
}

std::vector<NamedRow> find_named(const Read& read, const RecordInfo& info,
                                 const std::vector<std::string_view>& details,
                                 const std::vector<std::int64_t>& ids) {
  if (ids.empty()) return {};
  Search search(read, info, details);
  std::string among;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    among += (i == 0 ? ":id" : ", :id") + std::to_string(i);
    search.bind("id" + std::to_string(i), ids[i]);
  }
  search.also("id IN (" + among + ")");
  search.order_by("id", static_cast<std::int64_t>(ids.size()));
  return search.run();
}

}  // namespace accord
