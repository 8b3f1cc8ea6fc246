// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_cost.hpp"

#include "db/counts_as.hpp"
#include "spend/spend.hpp"

namespace accord::handoff {
namespace {

std::optional<Money> share(const std::map<std::int64_t, std::int64_t>& spent,
                           const std::map<std::int64_t, std::int64_t>& leads, std::int64_t id, Currency own) {
  const auto money = spent.find(id), count = leads.find(id);
  if (money == spent.end() || count == leads.end()) return std::nullopt;
  return Money{money->second / count->second, own};
}

}  // namespace

ChannelsOfSources::ChannelsOfSources(const Read& read) {
  const auto as = counts_as(read, "channel");
  for (const auto& channel : campaign::every_channel(read)) {
    const auto number = as->of(channel.id.number);
    by_name_.emplace(campaign::plain_name(channel.name), number);
    for (const auto& name : campaign::other_names_of(channel))
      by_name_.emplace(campaign::plain_name(name), number);
  }
  by_name_.erase("");
}

std::int64_t ChannelsOfSources::of(const std::string& source) {
  const auto [place, is_new] = by_source_.try_emplace(source, 0);
  if (!is_new) return place->second;
  const auto found = by_name_.find(campaign::plain_name(source));
  if (found != by_name_.end()) place->second = found->second;
  return place->second;
}

CostOfLeads::CostOfLeads(const Read& read, Day first, Day last, HandedOverFrom leads)
    : own_(funnel::currency_of(read)), leads_(std::move(leads)) {
  const auto all = spend::spent(read);
  for (const auto& entry : *all) {
    if (entry.day < first || last < entry.day || entry.amount.currency != own_) continue;
    if (entry.campaign != 0 && leads_.campaigns.contains(entry.campaign))
      campaigns_[entry.campaign] += entry.amount.minor;
    else if (entry.channel != 0)
      channels_[entry.channel] += entry.amount.minor;
  }
  std::erase_if(channels_, [](const auto& channel) { return channel.second <= 0; });
}

std::optional<Money> CostOfLeads::of_campaign(std::int64_t id) const {
  return share(campaigns_, leads_.campaigns, id, own_);
}

std::optional<Money> CostOfLeads::of_channel(std::int64_t id) const {
  return share(channels_, leads_.channels, id, own_);
}

}  // namespace accord::handoff
