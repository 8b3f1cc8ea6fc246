// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "gap/gap.hpp"

namespace accord::general_ledger {

extern const gap::Finder closed_period_changed, ledger_differs;

}  // namespace accord::general_ledger
