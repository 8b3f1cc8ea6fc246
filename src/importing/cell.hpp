// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "importing/problem.hpp"

namespace accord::importing {

/// What a cell turned out to hold: nothing (it was blank), a value, or something that is refused with a
/// remedy.
template <class T>
struct CellValue {
  std::optional<T> value;
  std::string reason;  // only where it is refused
  std::string remedy;

  bool is_absent() const { return !value && reason.empty(); }
  bool is_refused() const { return !reason.empty(); }

  /// The refusal as a problem of the file; only where it is refused.
  Problem problem(std::int64_t line, std::string_view column) const {
    return {line, std::string(column), reason, remedy, ProblemKind::bad_value};
  }
};

/// Text as it stands; formulas stay text and words such as "unknown" or "n/a" stay words. Blank is absent.
CellValue<std::string> read_text(std::string_view cell);

/// yes/no, true/false, y/n, t/f, on/off, 1/0, and a lone x for yes.
CellValue<bool> read_boolean(std::string_view cell);

/// Whether the text is a way of saying that nothing is known ("unknown", "n/a", "none", "--"), as opposed to
/// blank.
bool says_unknown(std::string_view cell);

/// The cell's start in quotes, for reasons: short, and on one line.
std::string in_quotes(std::string_view cell);

}  // namespace accord::importing
