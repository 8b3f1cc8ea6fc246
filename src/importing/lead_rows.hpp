// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "importing/line.hpp"

namespace accord::importing {

/// What says on which day a lead of the row began: its own cell, else the day of the whole list.
const Use* beginning_in(const Line&);

}  // namespace accord::importing
