// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "gap/gap.hpp"

namespace accord::roi {

extern const gap::Finder spend_without_return;
extern const gap::Finder order_unexplained;
extern const gap::Finder campaign_below_spend;

}  // namespace accord::roi
