// SPDX-License-Identifier: Apache-2.0
#include "db/territories_seen.hpp"

namespace accord {
namespace {

const Sql territories_within{"SELECT r.below FROM territory_reach r WHERE r.above = CAST(:scope AS BIGINT)"};

}  // namespace

TerritoriesSeen::TerritoriesSeen(const Read& read) : sees_all_(!read.actor().territory) {
  if (sees_all_) return;
  read.each(territories_within, {read.scope()}, [&](const Row& row) {
    const auto number = static_cast<std::size_t>(row.integer(0));
    if (number >= seen_.size()) seen_.resize(number + 1);
    seen_[number] = true;
  });
}

}  // namespace accord
