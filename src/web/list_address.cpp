// SPDX-License-Identifier: Apache-2.0
#include "web/list_address.hpp"

#include "web/percent.hpp"

namespace accord::web {

std::string list_address(const std::string& path, const Input& input, const Filters& narrower) {
  std::string query;
  const auto add = [&](const std::string& name, const std::string& value) {
    query += (query.empty() ? "?" : "&") + percent_encode(name) + "=" + percent_encode(value);
  };
  for (const auto& [name, value] : input.queries) {
    bool is_replaced = name == "order" || name == "after" || name == "limit";
    for (const auto& filter : narrower) is_replaced = is_replaced || filter.first == name;
    if (!is_replaced) add(name, value);
  }
  for (const auto& [name, value] : narrower) add(name, value);
  return path + query;
}

}  // namespace accord::web
