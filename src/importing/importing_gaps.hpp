// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "gap/gap.hpp"

namespace accord::importing {

/// Rows that stayed out of the facts: every figure may miss them.
extern const gap::Finder imports_refused;

}  // namespace accord::importing
