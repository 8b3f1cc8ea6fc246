// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "db/read.hpp"

namespace accord {

/// The territories that the actor sees, for whoever limits what column files hold: `ACCORD_IN_SCOPE` by
/// number.
class TerritoriesSeen {
 public:
  explicit TerritoriesSeen(const Read&);
  /// What belongs to none (0) is everybody's.
  bool contains(std::uint32_t territory) const {
    return sees_all_ || territory == 0 || (territory < seen_.size() && seen_[territory]);
  }

 private:
  bool sees_all_;
  std::vector<bool> seen_;
};

}  // namespace accord
