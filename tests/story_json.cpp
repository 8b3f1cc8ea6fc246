// SPDX-License-Identifier: Apache-2.0
#include "tests/story.hpp"

namespace accord::tests {
namespace {

std::string shown(const json::value& value) { return json::serialize(value); }

bool is_equal_number(const json::value& a, const json::value& b) {
  return a.is_number() && b.is_number() && a.to_number<double>() == b.to_number<double>();
}

std::optional<std::string> object_difference(const json::object& expected, const json::value& actual,
                                             const std::string& path) {
  const auto* object = actual.if_object();
  if (object == nullptr) return path + " is not an object but " + shown(actual);
  for (const auto& [key, value] : expected) {
    const std::string here = path + "." + std::string(key);
    const auto* found = object->if_contains(key);
    if (found == nullptr) return here + " is missing";
    if (auto wrong = difference(value, *found, here)) return wrong;
  }
  return std::nullopt;
}

std::optional<std::string> array_difference(const json::array& expected, const json::value& actual,
                                            const std::string& path) {
  const auto* array = actual.if_array();
  if (array == nullptr) return path + " is not a list but " + shown(actual);
  if (expected.empty() && !array->empty()) return path + " is not empty but " + shown(actual);
  if (expected.size() == 1 && array->size() == 1) return difference(expected[0], (*array)[0], path + "[0]");
  std::size_t at = 0;
  for (const auto& wanted : expected) {
    while (at < array->size() && difference(wanted, (*array)[at])) ++at;
    if (at == array->size()) return path + " has no " + shown(wanted) + " in that place: " + shown(actual);
    ++at;
  }
  return std::nullopt;
}

/// What differs from run to run, or with every change of the world before the story.
bool is_volatile(std::string_view key, const json::value& item) {
  const bool is_commit = (key == "as_of" || key == "commit" || key == "facts_commit") && item.is_int64();
  return is_commit || key == "csrf_token" || key == "act_id";
}

void write_indented(const json::value& value, const std::string& indent, std::string& text) {
  const std::string deeper = indent + "  ";
  std::string separator = "\n";
  if (const auto* object = value.if_object(); object != nullptr && !object->empty()) {
    text += "{";
    for (const auto& [key, item] : *object) {
      text += separator + deeper + shown(json::string(key)) + ": ";
      write_indented(is_volatile(key, item) ? json::value(nullptr) : item, deeper, text);
      separator = ",\n";
    }
    text += "\n" + indent + "}";
  } else if (const auto* array = value.if_array(); array != nullptr && !array->empty()) {
    text += "[";
    for (const auto& item : *array) {
      text += separator + deeper;
      write_indented(item, deeper, text);
      separator = ",\n";
    }
    text += "\n" + indent + "]";
  } else {
    text += shown(value);
  }
}

}  // namespace

std::optional<std::string> difference(const json::value& expected, const json::value& actual,
                                      const std::string& path) {
  if (expected.is_object()) return object_difference(expected.get_object(), actual, path);
  if (expected.is_array()) return array_difference(expected.get_array(), actual, path);
  if (expected == actual || is_equal_number(expected, actual)) return std::nullopt;
  return path + " is " + shown(actual) + ", not " + shown(expected);
}

std::string golden_text(const json::value& reply) {
  std::string text;
  write_indented(reply, "", text);
  return text + "\n";
}

}  // namespace accord::tests
