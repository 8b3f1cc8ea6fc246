// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "web/subject.hpp"

namespace accord::app {

/// Every subject, each after those it builds on; installed for what spans them.
const Subjects& subjects();

/// What each of them keeps, for `Database`.
std::vector<Schema> schemas();

}  // namespace accord::app
