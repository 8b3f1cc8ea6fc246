// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "web/route.hpp"

namespace accord::lead_form {

/// What anybody on the web may open and send.
std::vector<web::Route> public_routes();

}  // namespace accord::lead_form
