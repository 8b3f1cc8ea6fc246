// SPDX-License-Identifier: Apache-2.0
#include "agreement/difference.hpp"

#include <fmt/format.h>

namespace accord::agreement {
namespace {

std::string in_words(const json::value& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return std::string(value.get_string());
  if (value.is_double()) return fmt::format("{}", value.get_double());
  if (!value.is_array()) return json::serialize(value);
  std::string text;
  for (const auto& item : value.get_array()) text += (text.empty() ? "" : ", ") + in_words(item);
  return text;
}

std::string name_of_item(const json::value& item) {
  const auto* object = item.if_object();
  const auto* name = object == nullptr ? nullptr : object->if_contains("name");
  return name != nullptr && name->is_string() ? std::string(name->get_string()) : "";
}

bool is_named_list(const json::value& value) {
  return value.is_array() && !value.get_array().empty() && !name_of_item(value.get_array()[0]).empty();
}

const json::value* item_named(const json::value& list, const std::string& name) {
  if (!list.is_array()) return nullptr;
  for (const auto& item : list.get_array()) {
    if (name_of_item(item) == name) return &item;
  }
  return nullptr;
}

std::string order_of(const json::value& list) {
  std::string names;
  if (!list.is_array()) return names;
  for (const auto& item : list.get_array()) names += (names.empty() ? "" : " → ") + name_of_item(item);
  return names;
}

void compare(const std::string& path, const json::value& before, const json::value& after,
             std::vector<Difference>& found);

void compare_lists(const std::string& path, const json::value& before, const json::value& after,
                   std::vector<Difference>& found) {
  if (order_of(before) != order_of(after)) found.push_back({path, order_of(before), order_of(after)});
  if (before.is_array()) {
    for (const auto& item : before.get_array()) {
      const auto name = name_of_item(item);
      const auto* other = item_named(after, name);
      if (other != nullptr)
        compare(std::string(path).append("[").append(name).append("]"), item, *other, found);
    }
  }
}

void compare(const std::string& path, const json::value& before, const json::value& after,
             std::vector<Difference>& found) {
  if (is_named_list(before) || is_named_list(after)) return compare_lists(path, before, after, found);
  if (before.is_object() && after.is_object()) {
    const json::value nothing;
    for (const auto& [key, value] : after.get_object()) {
      const auto* earlier = before.get_object().if_contains(key);
      compare(path.empty() ? std::string(key) : path + "." + std::string(key),
              earlier == nullptr ? nothing : *earlier, value, found);
    }
    return;
  }
  if (before != after) found.push_back({path, in_words(before), in_words(after)});
}

}  // namespace

std::vector<Difference> differences(const json::value& before, const json::value& after) {
  std::vector<Difference> found;
  compare("", before, after, found);
  return found;
}

}  // namespace accord::agreement
