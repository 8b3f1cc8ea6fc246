// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>

#include "touchpoint/touchpoint.hpp"

namespace accord::touchpoint {

Schema schema();

/// The channel through which an activity of each kind met a customer, 0 where the firm has none; nothing
/// where nobody is met by it.
using ChannelOfKind = std::array<std::optional<std::uint32_t>, choices_of<fact::ActivityKind>.size()>;
std::shared_ptr<const ChannelOfKind> channel_of_kind(const Read&);

/// A row of the list, whoever may see it.
std::optional<TouchpointRow> find_row(const Read&, std::int64_t row);

/// The territories that touchpoints belong to, by number; 0 where they belong to none.
struct Territories {
  std::vector<std::uint32_t> of_account;   ///< of what was told
  std::vector<std::uint32_t> of_activity;  ///< of what was logged
  std::uint32_t of(std::int64_t row, std::uint32_t account) const {
    const auto& numbers = row % 2 == 0 ? of_account : of_activity;
    const auto number = row % 2 == 0 ? account : static_cast<std::size_t>(row / 2);
    return number < numbers.size() ? numbers[number] : 0;
  }
};
std::shared_ptr<const Territories> territories(const Read&);

/// Which records have a word in their name, by their numbers.
struct NamedWith {
  std::vector<bool> accounts, contacts, campaigns, channels, people;
};
NamedWith named_with(const Read&, const std::string& word);

/// Violations of the checks, as sentences.
std::vector<std::string> strays(const Read&);
std::vector<std::string> sideless(const Read&);

}  // namespace accord::touchpoint
