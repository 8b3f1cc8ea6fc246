// SPDX-License-Identifier: Apache-2.0
#include "agreement/clause.hpp"

#include "agreement/agreement.hpp"

namespace accord::agreement {
namespace {

/// The item of a list that bears a name, or nullptr.
const json::value* item_named(const json::value* list, std::string_view name) {
  if (list == nullptr || !list->is_array()) return nullptr;
  for (const auto& item : list->get_array()) {
    const auto* object = item.if_object();
    const auto* own = object == nullptr ? nullptr : object->if_contains("name");
    if (own != nullptr && own->is_string() && own->get_string() == name) return &item;
  }
  return nullptr;
}

/// `Won].definition` of a list; a name may hold brackets and dots, so each bracket may be the one that ends
/// it.
bool has_item_clause(const FieldInfo& field, const json::value* list, std::string_view rest) {
  for (auto close = rest.find(']'); close != std::string_view::npos; close = rest.find(']', close + 1)) {
    const auto* item = item_named(list, rest.substr(0, close));
    if (item == nullptr) continue;
    const auto after = rest.substr(close + 1);
    if (after.empty()) return true;
    if (after[0] == '.' && field.type.kind == accord::Kind::record)
      return has_clause(field.type.record(), *item, after.substr(1));
  }
  return false;
}

}  // namespace

bool is_within(std::string_view clause, std::string_view whole) {
  if (!clause.starts_with(whole)) return false;
  return clause.size() == whole.size() || clause[whole.size()] == '.' || clause[whole.size()] == '[';
}

bool has_clause(const RecordInfo& record, const json::value& body, std::string_view clause) {
  const auto end = std::min({clause.find('.'), clause.find('['), clause.size()});
  const auto* field = record.field(clause.substr(0, end));
  if (field == nullptr) return false;
  const auto* object = body.if_object();
  const json::value* value = object == nullptr ? nullptr : object->if_contains(field->name);
  const auto rest = clause.substr(end);
  if (rest.empty()) return true;
  if (rest[0] == '[') return field->type.is_list && has_item_clause(*field, value, rest.substr(1));
  return field->type.kind == accord::Kind::record && value != nullptr &&
         has_clause(field->type.record(), *value, rest.substr(1));
}

}  // namespace accord::agreement
