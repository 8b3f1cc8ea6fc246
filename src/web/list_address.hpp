// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "web/route.hpp"

namespace accord::web {

using Filters = std::vector<std::pair<std::string, std::string>>;

/// The address of a list with the filters that a request gives, narrowed by these; order and page left out.
std::string list_address(const std::string& path, const Input&, const Filters& narrower);

}  // namespace accord::web
