// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "base/json.hpp"

namespace accord::agreement {

/// One clause that two bodies say differently; empty where a body has no such clause.
struct Difference {
  std::string clause, before, after;
};

/// Items of a list are matched by their `name` where they have one, so that moving a stage is not a change of
/// all.
std::vector<Difference> differences(const json::value& before, const json::value& after);

}  // namespace accord::agreement

namespace accord {
template <>
inline constexpr auto described<agreement::Difference> = record(
    "agreement_difference", "One clause that two versions say differently.",
    field(&agreement::Difference::clause, "clause", "The clause."),
    field(&agreement::Difference::before, "before", "What the earlier version says; empty where nothing."),
    field(&agreement::Difference::after, "after", "What the later version says; empty where nothing."));
}  // namespace accord
