// SPDX-License-Identifier: Apache-2.0
#include "gap/gap.hpp"

namespace accord::gap {
namespace {

const Sql last_stage_change{"SELECT MAX(at) FROM stage_change_standing WHERE at <= :now"};
const Sql last_activity{"SELECT MAX(at) FROM activity_standing WHERE at <= :now"};

}  // namespace

std::optional<Day> data_until(const Read& read) {
  const auto stage = read.integer(last_stage_change, {{"now", read.now()}});
  const auto activity = read.integer(last_activity, {{"now", read.now()}});
  if (!stage && !activity) return std::nullopt;
  return day_of(Instant{std::max(stage.value_or(0), activity.value_or(0))});
}

}  // namespace accord::gap
