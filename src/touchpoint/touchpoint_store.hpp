// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "touchpoint/touchpoint.hpp"

namespace accord::touchpoint {

Schema schema();

/// A row of the list, whoever may see it.
std::optional<TouchpointRow> find_row(const Read&, std::int64_t row);

/// Which records have a word in their name, by their numbers.
struct NamedWith {
  std::vector<bool> accounts, contacts, campaigns, channels, people;
};
NamedWith named_with(const Read&, const std::string& word);

/// Violations of the checks, as sentences.
std::vector<std::string> strays(const Read&);
std::vector<std::string> sideless(const Read&);

}  // namespace accord::touchpoint
