// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "web/subject.hpp"

namespace accord::importing {

/// By which people say that a lead and an opportunity are one journey.
std::vector<web::Route> joined_routes();

}  // namespace accord::importing
