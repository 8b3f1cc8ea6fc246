// SPDX-License-Identifier: Apache-2.0
#include "web/records.hpp"

#include "base/text.hpp"

namespace accord::web {
namespace {

/// `opportunity_row` → `OpportunityRow`
std::string pascal_case(std::string_view snake_case) {
  std::string name;
  for (const auto word : split(snake_case, '_')) {
    std::string part(word);
    if (!part.empty() && part[0] >= 'a' && part[0] <= 'z') part[0] = static_cast<char>(part[0] - 'a' + 'A');
    name += part;
  }
  return name;
}

}  // namespace

void Records::add(const RecordInfo& info) {
  const auto [known, is_new] = by_name_.emplace(info.name, &info);
  if (!is_new) {
    if (known->second == &info) return;
    throw Bug("two records are described under the name " + std::string(info.name) + "; rename one");
  }
  for (const auto& field : info.fields) {
    if (field.type.kind == Kind::record && !field.is_secret) add(field.type.record());
  }
}

std::string WireRecords::name_in_reply(const RecordInfo& info) const { return pascal_case(info.name); }

std::string WireRecords::name_in_body(const RecordInfo& info) const {
  return pascal_case(info.name) + (replies.has(info.name) ? "Input" : "");
}

WireRecords wire_records(const Subjects& subjects) {
  WireRecords records;
  for (const auto* subject : subjects) {
    for (const auto& route : subject->routes) {
      if (route.reply != nullptr) records.replies.add(route.reply());
      if (route.said != nullptr) records.replies.add(route.said());
      if (route.body != nullptr) records.bodies.add(route.body());
    }
  }
  return records;
}

bool may_be_absent(const FieldInfo& field) { return field.type.is_optional || field.has_default; }

}  // namespace accord::web
