// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "call_list/call_list.hpp"

namespace accord::call_list {

/// What the actor has before them to call the people of a list.
CallDesk desk_of(const Read&, const CallList&);

}  // namespace accord::call_list
