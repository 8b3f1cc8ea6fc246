// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "web/route.hpp"

namespace accord::call_list {

/// The caller's screen, and what a caller does there.
std::vector<web::Route> turn_routes();

}  // namespace accord::call_list
