// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_cost.hpp"

#include <algorithm>

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

/// Of what is sorted by time.
template <class Touched>
std::uint32_t last_until(const std::vector<Touched>& touched, Day day) {
  const auto after = std::ranges::upper_bound(touched, day, {}, &Touched::on);
  return after == touched.begin() ? 0 : std::prev(after)->campaign;
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

std::int64_t CampaignsOfTouches::of(const funnel::Opportunity& lead, Day inquiry_on) {
  if (!touches_) {
    touches_ = touchpoint::touches(read_);
    frame_ = touchpoint::frame(read_);
  }
  auto account = lead.account;
  // A form that named no firm: whoever filled it in may have one since.
  if (!account && lead.contact) {
    const auto contact = read_.find(*lead.contact);
    if (contact) account = contact->account;
  }
  const auto number = account ? frame_->accounts.of(account->number) : 0;
  const auto& known = of_account(static_cast<std::uint32_t>(number));
  const auto own =
      known.of_contacts.find(lead.contact ? static_cast<std::uint32_t>(lead.contact->number) : 0);
  const auto told = own == known.of_contacts.end() ? 0 : last_until(own->second, inquiry_on);
  return told != 0 ? told : last_until(known.all, inquiry_on);
}

const CampaignsOfTouches::OfAccount& CampaignsOfTouches::of_account(std::uint32_t account) {
  const auto [place, is_new] = accounts_.try_emplace(account);
  if (!is_new) return place->second;
  if (!touches_->is_changed(account) && !frame_->is_hidden(account))
    add(place->second, touches_->older(), account);
  add(place->second, touches_->newer(), account);
  return place->second;
}

void CampaignsOfTouches::add(OfAccount& known, const touchpoint::TouchColumns& columns,
                             std::uint32_t account) {
  const auto range = std::ranges::equal_range(columns.account, account);
  const auto first = static_cast<std::size_t>(range.begin() - columns.account.begin());
  for (std::size_t i = first; i < first + range.size(); ++i) {
    const auto campaign = columns.campaign(i);
    if (campaign == 0) continue;
    const Touched touched{day_of(Instant{columns.clock_ms[i]}), campaign};
    // What is on no account is of strangers to each other.
    if (account != 0) known.all.push_back(touched);
    if (columns.contact[i] != 0) known.of_contacts[columns.contact[i]].push_back(touched);
  }
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
