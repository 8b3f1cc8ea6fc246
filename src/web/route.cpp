// SPDX-License-Identifier: Apache-2.0
#include "web/route.hpp"

#include <charconv>

namespace accord::web {

std::int64_t Input::id(std::string_view name) const {
  const std::string& text = path(name);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  refuse_if(error != std::errc{} || end != text.data() + text.size() || number < 1, not_found);
  return number;
}

const std::string& Input::path(std::string_view name) const {
  const auto found = paths.find(name);
  CHECK(found != paths.end());
  return found->second;
}

std::optional<std::string> Input::query(std::string_view name) const {
  for (const auto& [key, value] : queries) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::optional<Day> Input::query_day(std::string_view name) const {
  const auto text = query(name);
  if (!text || text->empty()) return std::nullopt;
  const auto day = parse_day(*text);
  if (!day) throw ShapeError(std::string(name), "Give a day as 2026-11-23.");
  return day;
}

std::string_view name_of(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::remove:
      return "DELETE";
  }
  return "";
}

}  // namespace accord::web
