// SPDX-License-Identifier: Apache-2.0
#include "db/row_picker.hpp"

#include <algorithm>

#include "base/figure.hpp"
#include "base/text.hpp"

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

bool has_word(const RecordInfo& info, const void* row, const std::string& word) {
  return std::ranges::any_of(info.fields, [&](const FieldInfo& field) {
    if (!field.is_searched) return false;
    const auto value = value_of(field, row);
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr && lower(*text).find(word) != std::string::npos;
  });
}

/// Whether a moment is known more finely than by its day, as one of which the row does not say it is:
/// `first_at` by `first_precision`, else by the row's own `precision`.
bool is_of_a_moment(const RecordInfo& info, const FieldInfo& at, const void* row) {
  const auto* precision = info.field("precision");
  if (at.name.ends_with("_at")) {
    const auto* own = info.field(std::string(at.name.substr(0, at.name.size() - 2)) + "precision");
    if (own != nullptr) precision = own;
  }
  return precision == nullptr || value_of(*precision, row) == SqlValue(std::string("moment"));
}

SqlValue key_of(const FieldInfo& order, const void* row) {
  auto key = value_of(order, row);
  return std::holds_alternative<std::monostate>(key) ? missing_key(order) : key;
}

std::int64_t id_of(const RecordInfo& info, const void* row) {
  return *static_cast<const std::int64_t*>(info.field("id")->in(row));
}

}  // namespace

RowPicker::RowPicker(const RecordInfo& info, const ListRequest& request)
    : RowPicker(info, read_question(info, request)) {}

RowPicker::RowPicker(const RecordInfo& info, ListQuestion question)
    : info_(info), question_(std::move(question)), clock_(question_.time_zone) {}

bool RowPicker::asks_about(std::string_view name) const {
  const auto is_it = [&](const auto& condition) { return condition.field->name == name; };
  if (question_.order->name == name || std::ranges::any_of(question_.choices, is_it) ||
      std::ranges::any_of(question_.bounds, is_it))
    return true;
  const auto* field = info_.field(name);
  return !question_.words.empty() && field != nullptr && field->is_searched;
}

bool RowPicker::comes_before(const Keyed& a, const Keyed& b) const {
  return question_.is_descending ? std::tie(b.key, b.id) < std::tie(a.key, a.id)
                                 : std::tie(a.key, a.id) < std::tie(b.key, b.id);
}

bool RowPicker::is_asked(const void* row) {
  return std::ranges::all_of(question_.choices, [&](const auto& choice) { return holds(choice, row); }) &&
         std::ranges::all_of(question_.bounds, [&](const auto& bound) { return is_within(bound, row); }) &&
         std::ranges::all_of(question_.words,
                             [&](const std::string& word) { return has_word(info_, row, word); });
}

bool RowPicker::is_within(const ListQuestion::Bound& bound, const void* row) {
  auto value = value_of(*bound.field, row);
  if (is_missing(value)) return false;
  if (bound.is_day && is_of_a_moment(info_, *bound.field, row))
    value = clock_.shown_ms({std::get<std::int64_t>(value)});
  return bound.is_lower ? value >= bound.value : value <= bound.value;
}

/// Where the page is full, the last one gives way.
void RowPicker::show(const void* row, std::size_t place) {
  if (!is_asked(row)) return;
  ++total_;
  const auto before = [this](const Keyed& a, const Keyed& b) { return comes_before(a, b); };
  Keyed one{key_of(*question_.order, row), id_of(info_, row), place};
  const auto& after = question_.after;
  if (after && !comes_before({after->key, after->id}, one)) return;
  if (static_cast<std::int64_t>(kept_.size()) > question_.limit) {
    if (!comes_before(one, kept_.front())) return;
    std::ranges::pop_heap(kept_, before);
    kept_.pop_back();
  }
  kept_.push_back(std::move(one));
  std::ranges::push_heap(kept_, before);
}

PickedRows RowPicker::picked() {
  std::ranges::sort(kept_, [this](const Keyed& a, const Keyed& b) { return comes_before(a, b); });
  PickedRows picked;
  picked.total = total_;
  if (static_cast<std::int64_t>(kept_.size()) > question_.limit) {
    kept_.pop_back();
    picked.next = cursor_of(kept_.back().key, kept_.back().id);
  }
  for (const auto& one : kept_) picked.places.push_back(one.place);
  return picked;
}

}  // namespace accord
