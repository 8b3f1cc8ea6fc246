// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "fact/fact.hpp"

namespace accord::fact {

/// Every standing stage change, in the order in which they came in.
struct StageLog {
  struct Change {
    std::uint32_t opportunity = 0;
    Occurrence what;
  };
  std::vector<Change> changes;
  std::vector<std::string> stages;  ///< `Occurrence::stage` counts them from 1
  std::int64_t last_id = 0, begun_as_of = 0;
};
/// Read once; what comes in later is added to it.
std::shared_ptr<const StageLog> stage_log(const Read&);

}  // namespace accord::fact
