// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace accord::importing {

/// One cell as CSV writes it: quoted where it must be, and never a formula in a spreadsheet.
/// Text that a spreadsheet would evaluate gets a leading apostrophe, which `without_formula_guard` takes off
/// again.
std::string csv_cell(std::string_view text, char delimiter = ',');

/// One record as CSV writes it, with CRLF.
std::string csv_record(std::span<const std::string_view> cells, char delimiter = ',');

/// The text without the one apostrophe that exports put before `=`, `+`, `-` and `@`.
std::string_view without_formula_guard(std::string_view text);

/// Whether a spreadsheet would evaluate the text: it starts with `=`, `+`, `-` or `@` and is no plain number.
bool is_formula(std::string_view text);

}  // namespace accord::importing
