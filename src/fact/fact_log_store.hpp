// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/segment.hpp"
#include "fact/fact.hpp"

namespace accord::fact {

/// Every standing stage change, in the order in which they came in.
struct StageLog {
  /// As a column file holds it, without a gap between its fields.
  struct Change {
    Instant at;
    std::uint32_t opportunity = 0;
    std::uint16_t stage = 0;  ///< counts `stages` from 1
    Precision precision = Precision::day;
    std::uint8_t rest = 0;  ///< up to the next one
  };
  /// Which row one of `newer` is of, so that it is found again when that is taken back.
  struct Source {
    std::int64_t id = 0, commit = 0;
  };
  accord::Segment::Held file;       ///< the first of them, if there is one
  std::vector<Change> newer;        ///< those that it does not hold
  std::vector<Source> sources;      ///< of these, in their order
  std::vector<std::string> stages;  ///< of both
  std::int64_t last_id = 0;
  std::int64_t known_as_of = 0;  ///< what was taken back up to here is left out

  std::span<const Change> older() const;
};
static_assert(sizeof(StageLog::Change) == 16);

/// Read once; what comes in later is added to it.
std::shared_ptr<const StageLog> stage_log(const Read&);

}  // namespace accord::fact
