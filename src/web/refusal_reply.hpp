// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>

#include "base/rule.hpp"

namespace accord::web {

/// What is answered though no rule of a subject refuses: the shape is wrong, the machine lacks something, or
/// Accord is at fault.
inline constexpr Rule wrong_shape{"wrong_shape", "Some of what was sent cannot be used.",
                                  "Mend the fields named in errors.", 422};
inline constexpr Rule not_available{"not_available", "Something that the server needs is not there.",
                                    "Nothing was changed. Try again when it is mended.", 503};
inline constexpr Rule bug{"bug", "Accord made a mistake. Nothing was changed, and the log has the details.",
                          "Try again; if it happens again, report it with the time.", 500};
inline constexpr std::array other_refusals{&wrong_shape, &not_available, &bug};

/// Where every refusal is told, each at the anchor of its code; what a reply's `type` names.
inline constexpr std::string_view refusals_path = "/docs/refusals";

}  // namespace accord::web
