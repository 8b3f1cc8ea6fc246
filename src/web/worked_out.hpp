// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <initializer_list>

#include "db/list.hpp"

namespace accord::web {

/// Refuses that a list is asked or ordered by what is worked out for the rows that it shows, such as what
/// they are worth in the company's currency: the reply would be an empty list that looks like an answer.
/// `instead` names what can be asked.
inline void refuse_worked_out(const ListRequest& request, std::initializer_list<std::string_view> fields,
                              std::string_view instead) {
  for (const auto& [name, text] : request.filters) {
    std::string_view asked = name == "order" ? text : name;
    if (asked.starts_with("-")) asked.remove_prefix(1);
    for (const auto field : fields) {
      const bool is_it = asked.starts_with(field) &&
                         (asked.size() == field.size() || asked.substr(field.size()) == "_from" ||
                          asked.substr(field.size()) == "_to");
      refuse_if(
          is_it, unknown_filter,
          std::string(asked) + " is worked out for the rows that are shown; use " + std::string(instead));
    }
  }
}

}  // namespace accord::web
