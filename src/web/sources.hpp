// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "web/route.hpp"

namespace accord::web {

/// What a screen needs to know when to ask again: as of when this is, and which topics it was read from.
void note_sources(const Input&, const Database&, const Read&);

/// The reply of a handler that opens its own snapshots. Where it does not note what it read, that may be any
/// table.
json::value with_sources(const Route&, Work&);

}  // namespace accord::web
