// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "conversion/conversion_telling.hpp"

/// Whole journeys, together and by line.
namespace accord::conversion {

/// What a line is called, as an address names it.
std::string name_of_line(const Read&, const Asked&, const std::string& line);

/// Where no day of what was won is known, the part that is won by some day is not nought.
void withhold_part_won(const Telling&, const WholeSums&, Figure& part);
/// Its figures of whole journeys.
void put_whole(FunnelReport&, const Telling&, const WholeSums&, bool are_losses_kept);
/// What comes in each day; where too few are closed to say, why.
Figure velocity_of(const Telling&, const WholeSums&, bool are_losses_kept);

}  // namespace accord::conversion
