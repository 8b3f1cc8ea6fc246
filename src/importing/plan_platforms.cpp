// SPDX-License-Identifier: Apache-2.0
// What platforms of advertising leave out of their reports: on which channel their campaigns reach anybody.
#include "campaign/campaign.hpp"
#include "importing/plan.hpp"
#include "spend/spend.hpp"

namespace accord::importing {

/// 1. The row's channel, else its campaign's, whoever said that.
/// 2. Else the platform's, and the campaign has it from then on where the platform keeps its name.
void Planner::take_channel_of_platform(Line& line, const Draft& draft) {
  const auto* platform = campaign::platform_called(setting_.system);
  if (type_.what != What::spend || platform == nullptr) return;
  auto& spend = *static_cast<spend::Spend*>(draft.record.get());
  const auto* campaign =
      spend.campaign ? static_cast<const campaign::Campaign*>(record(What::campaign, spend.campaign->number))
                     : nullptr;
  if (spend.channel || (campaign != nullptr && campaign->channel)) return;
  spend.channel = Id<campaign::Channel>{channel_called(line, platform->channel_names)};
  if (campaign == nullptr || campaign->system != setting_.system) return;
  auto& changed = changeable(What::campaign, spend.campaign->number, line.row().line);
  static_cast<campaign::Campaign*>(changed.get())->channel = spend.channel;
}

/// What is made is called so here, and not by the platform: people may rename it.
std::int64_t Planner::channel_called(Line& line, const std::vector<std::string>& names) {
  for (const auto& name : names) {
    if (const auto known = book(What::channel).by_name(name)) return *known;
  }
  Wanted wanted{nullptr, What::channel};
  wanted.name = names.front();
  const auto made = make_named(line, wanted, 0);
  static_cast<campaign::Channel*>(changeable(What::channel, made, line.row().line).get())->system.clear();
  return made;
}

}  // namespace accord::importing
