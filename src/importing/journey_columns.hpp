// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "importing/journey_file.hpp"

namespace accord::importing {

/// What a column of a file of journeys can be.
enum class JourneyRole : std::uint8_t {
  path,           ///< a > b > c
  conversions,    ///< how many journeys of the path converted
  not_converted,  ///< how many did not
  value,          ///< what the conversions brought
  account,        ///< who was touched
  time,
  channel,
  kind,       ///< whether the row is a touch or a conversion
  side,       ///< sales or marketing
  is_direct,  ///< whether the customer came by himself
};
constexpr std::size_t journey_roles = 10;

enum class JourneyFileKind : std::uint8_t { grouped, touches, conversions };

/// Which column is what.
struct JourneyColumns {
  JourneyFileKind kind = JourneyFileKind::grouped;
  std::array<std::optional<std::size_t>, journey_roles> places{};
  std::vector<std::string> names;    ///< of all columns
  std::optional<Currency> currency;  ///< that the header of the values names

  std::optional<std::size_t> place(JourneyRole role) const { return places[static_cast<std::size_t>(role)]; }
  /// Empty where there is no such column.
  std::string name(JourneyRole) const;
};

/// By the headers and what was said of single ones; `is_for_conversions`: it is the second file of a log.
std::variant<JourneyColumns, Problem> recognise_journeys(const std::vector<std::string>& columns,
                                                         const JourneyAnswers&, bool is_for_conversions);

/// Whether some file of journeys has such a header.
bool is_known_journey_header(std::string_view header);

}  // namespace accord::importing
