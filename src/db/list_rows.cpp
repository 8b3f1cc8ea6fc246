// SPDX-License-Identifier: Apache-2.0
#include "db/list_rows.hpp"

#include <algorithm>

#include "base/figure.hpp"
#include "base/text.hpp"
#include "db/list_question.hpp"

namespace accord {
namespace {

SqlValue value_of(const FieldInfo& field, const void* row) {
  if (is_figure(field)) {
    const auto& figure = *static_cast<const Figure*>(field.in(row));
    if (figure.money) return static_cast<double>(figure.money->minor);
    return figure.number ? SqlValue(*figure.number) : SqlValue{};
  }
  std::vector<SqlValue> values;
  values_of(field, row, values);
  return values.front();
}

bool is_missing(const SqlValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? text->empty() : std::holds_alternative<std::monostate>(value);
}

bool holds(const ListQuestion::Choice& choice, const void* row) {
  const auto value = value_of(*choice.field, row);
  return std::ranges::any_of(
      choice.values, [&](const auto& wanted) { return wanted ? value == *wanted : is_missing(value); });
}

bool holds(const ListQuestion::Bound& bound, const void* row) {
  const auto value = value_of(*bound.field, row);
  if (is_missing(value)) return false;
  return bound.is_lower ? value >= bound.value : value <= bound.value;
}

bool has_word(const RecordInfo& info, const void* row, const std::string& word) {
  return std::ranges::any_of(info.fields, [&](const FieldInfo& field) {
    if (!field.is_searched) return false;
    const auto value = value_of(field, row);
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr && lower(*text).find(word) != std::string::npos;
  });
}

bool is_asked(const RecordInfo& info, const ListQuestion& question, const void* row) {
  const auto has = [&](const auto& condition) { return holds(condition, row); };
  return std::ranges::all_of(question.choices, has) && std::ranges::all_of(question.bounds, has) &&
         std::ranges::all_of(question.words,
                             [&](const std::string& word) { return has_word(info, row, word); });
}

struct Keyed {
  SqlValue key;
  std::int64_t id = 0;
  std::size_t place = 0;
};

Keyed keyed(const RecordInfo& info, const ListQuestion& question, const void* row, std::size_t place) {
  auto key = value_of(*question.order, row);
  if (std::holds_alternative<std::monostate>(key)) key = missing_key(*question.order);
  return {std::move(key), *static_cast<const std::int64_t*>(info.field("id")->in(row)), place};
}

}  // namespace

PickedRows pick_rows(const RecordInfo& info, std::size_t count,
                     const std::function<const void*(std::size_t)>& at, const ListRequest& request) {
  const auto question = read_question(info, request);
  std::vector<Keyed> rows;
  for (std::size_t i = 0; i < count; ++i) {
    if (is_asked(info, question, at(i))) rows.push_back(keyed(info, question, at(i), i));
  }
  PickedRows picked;
  picked.total = static_cast<std::int64_t>(rows.size());
  const auto comes_before = [&](const Keyed& a, const Keyed& b) {
    return question.is_descending ? std::tie(b.key, b.id) < std::tie(a.key, a.id)
                                  : std::tie(a.key, a.id) < std::tie(b.key, b.id);
  };
  std::ranges::sort(rows, comes_before);
  auto first = rows.begin();
  if (question.after) {
    first = std::ranges::upper_bound(rows, Keyed{question.after->key, question.after->id}, comes_before);
  }
  const auto last = first + std::min<std::ptrdiff_t>(rows.end() - first, question.limit);
  for (auto row = first; row != last; ++row) picked.places.push_back(row->place);
  if (last != rows.end()) picked.next = cursor_of((last - 1)->key, (last - 1)->id);
  return picked;
}

}  // namespace accord
