// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "gap/gap.hpp"

namespace accord::claim {

extern const gap::Finder claims_differ;
extern const gap::Finder lead_not_contacted;

}  // namespace accord::claim
