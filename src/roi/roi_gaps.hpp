// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "gap/gap.hpp"

namespace accord::roi {

extern const gap::Finder spend_without_return;
extern const gap::Finder order_unexplained;

}  // namespace accord::roi
