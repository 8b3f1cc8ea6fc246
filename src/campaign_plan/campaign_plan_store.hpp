// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <vector>

#include "campaign_plan/campaign_plan.hpp"

namespace accord::campaign_plan {

/// What went out on a campaign, as it was invoiced. Ids are 0 where there is none.
struct Entry {
  std::int64_t id = 0;
  Day day;
  Side side = Side::none;
  std::int64_t territory = 0, product = 0;
  std::optional<Money> value;  ///< in the company's currency; nothing where no rate is known
};

/// All but what people are paid, which no plan holds, by campaign and day; what the actor may see of it. It
/// is asked for by whoever sees a campaign, so that salespeople see its sum, and no entry.
using Entries = std::map<std::int64_t, std::vector<Entry>>;
std::shared_ptr<const Entries> entries_by_campaign(const Read&);

}  // namespace accord::campaign_plan
