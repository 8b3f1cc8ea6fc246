// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "importing/mapping.hpp"

namespace accord::importing {

/// What a status in an export of orders says of its row: as the user said, else by the words that systems of
/// record use. A blank one says nothing against it. Nothing where it is none of them: it is asked.
std::optional<OrderStatus> order_status_of(std::string_view status, const Answers&);

/// A status without case, spaces, underscores and hyphens: those that are the same mean the same.
std::string plain_status(std::string_view status);

}  // namespace accord::importing
