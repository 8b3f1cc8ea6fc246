// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "funnel/funnel.hpp"

namespace accord::funnel {

/// What the record of a journey says besides its facts, now.
struct JourneyRecord {
  std::string name;
  bool has_lost_reason = false;
};
/// Of every journey that the actor may see, in the order of ids.
void each_record(const Read&, const std::function<void(std::int64_t opportunity, JourneyRecord)>&);

}  // namespace accord::funnel
