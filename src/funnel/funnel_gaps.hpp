// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "funnel/funnel.hpp"
#include "gap/gap.hpp"

namespace accord::funnel {

extern const gap::Finder stage_overdue, stage_without_evidence, opportunity_unworked, stage_unworked,
    step_wrong_side;

}  // namespace accord::funnel
