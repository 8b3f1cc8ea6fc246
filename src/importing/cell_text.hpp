// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace accord::importing {

/// The text without white space (and no-break spaces) at its ends.
std::string_view trimmed_cell(std::string_view text);

/// What the cell says: without white space at its ends and without the apostrophe that guards against
/// formulas.
std::string_view cell_text(std::string_view cell);

/// Whether two texts are the same but for the case of their ASCII letters.
bool equals_ignoring_case(std::string_view a, std::string_view b);

}  // namespace accord::importing
