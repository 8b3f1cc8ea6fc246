// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "gap/gap.hpp"

namespace accord::spend {

extern const gap::Finder spend_without_campaign;

}  // namespace accord::spend
