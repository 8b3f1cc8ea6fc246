// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "claim/bridge_view.hpp"

namespace accord::claim {

/// The clause for the largest step that a clause can settle, and where it stands for who asks.
std::optional<Settling> settling_of(const Read&, const BridgeQuestion&, const BridgeView&);

}  // namespace accord::claim
