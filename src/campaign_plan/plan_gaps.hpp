// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "gap/gap.hpp"

namespace accord::campaign_plan {

extern const gap::Finder spend_before_plan, plan_overspent, campaign_task_overdue;

}  // namespace accord::campaign_plan
