// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.hpp"
#include "campaign/campaign_store.hpp"
#include "campaign/platform.hpp"
#include "db/history.hpp"
#include "exchange_rate/exchange_rate.hpp"

namespace accord::campaign {
namespace {

using product::amount_is_negative;
using product::crm_owns_this;
using product::name_is_missing;

Listed<Change> whole(std::vector<Change> changes) {
  const auto total = static_cast<std::int64_t>(changes.size());
  return {std::move(changes), std::nullopt, total};
}

CampaignRow campaign(const Read& read, const web::Input& input) {
  auto row = find_row(read, input.id_of<Campaign>());
  refuse_if(!row, web::not_found);
  return std::move(*row);
}

/// `?running_on=2026-03-02` stands for two bounds of the list.
Listed<CampaignRow> campaigns(const Read& read, const web::Input& input) {
  auto request = input.list();
  std::erase_if(request.filters, [](const auto& filter) { return filter.first == "running_on"; });
  if (const auto day = input.query_day("running_on")) {
    request.filters.emplace_back("starts_on_to", to_string(*day));
    request.filters.emplace_back("last_day_from", to_string(*day));
  }
  return list_campaigns(read, request);
}

Listed<Change> campaign_history(const Read& read, const web::Input& input) {
  return whole(history(read, info_of<Campaign>(), campaign(read, input).id.number));
}

/// One that is retired stays with the campaigns that have it, and begins no other.
Channel chosen_channel(const Read& read, Id<Channel> id, const std::optional<Id<Channel>>& present) {
  auto channel = read.find(id);
  refuse_if(!channel, channel_unknown);
  const bool is_retired = channel->retired_on && *channel->retired_on <= people::today(read);
  refuse_if(is_retired && present != id, channel_retired, channel->name);
  return std::move(*channel);
}

/// What the actor says of the territories within reach; those beyond stay as they are.
std::vector<Id<territory::Territory>> chosen_territories(const Read& read, const CampaignDraft& draft,
                                                         const Campaign& present) {
  auto chosen = draft.territories;
  for (const auto id : chosen) refuse_if(!is_in_reach(read, id), territory::territory_unknown);
  for (const auto id : present.territories) {
    if (!is_in_reach(read, id)) chosen.push_back(id);
  }
  return chosen;
}

void take(const Read& read, const CampaignDraft& draft, Campaign& campaign) {
  campaign.name = trimmed(draft.name);
  refuse_if(campaign.name.empty(), name_is_missing);
  refuse_if(is_name_taken(read, campaign.name, campaign.id.number), campaign_name_taken, campaign.name);
  const auto channel = chosen_channel(read, draft.channel, campaign.channel);
  refuse_if(draft.ends_on && *draft.ends_on < draft.starts_on, campaign_ends_too_early);
  refuse_if(draft.budget && draft.budget->minor < 0, amount_is_negative);
  exchange_rate::refuse_unknown_currency(draft.budget);
  for (const auto id : draft.products) refuse_if(!read.find(id), product::product_unknown);
  refuse_if(draft.owner && !read.find(*draft.owner), people::person_unknown);
  campaign.territories = chosen_territories(read, draft, campaign);
  campaign.channel = channel.id;
  campaign.side = draft.side.value_or(channel.side);
  campaign.starts_on = draft.starts_on;
  campaign.ends_on = draft.ends_on;
  campaign.products = draft.products;
  const std::string industry(trimmed(draft.industry));
  campaign.industry = industry.empty() ? std::nullopt : std::optional(industry);
  campaign.budget = draft.budget;
  campaign.owner = draft.owner;
  campaign.note = trimmed(draft.note);
}

web::Made add_campaign(Write& write, const web::Input&, const CampaignDraft& draft) {
  Campaign campaign;
  take(write, draft, campaign);
  return {write.insert(campaign).number};
}

web::Made change_campaign(Write& write, const web::Input& input, const CampaignDraft& draft) {
  auto campaign = find_visible(write, input.id_of<Campaign>());
  refuse_if(!campaign, web::not_found);
  refuse_if(!is_changed_here(campaign->system), crm_owns_this, "Kept by " + campaign->system + ".");
  refuse_if(!campaign->system.empty() && trimmed(draft.name) != campaign->name,
            territory::name_kept_elsewhere, campaign->system);
  take(write, draft, *campaign);
  write.update(*campaign);
  return {campaign->id.number};
}

Channel channel(const Read& read, const web::Input& input) {
  auto found = read.find(input.id_of<Channel>());
  refuse_if(!found, web::not_found);
  return std::move(*found);
}

Listed<Channel> channels(const Read& read, const web::Input& input) {
  return list<Channel>(read, input.list());
}

Listed<Change> channel_history(const Read& read, const web::Input& input) {
  return whole(history(read, info_of<Channel>(), channel(read, input).id.number));
}

void take(const Read& read, const ChannelDraft& draft, Channel& channel) {
  const std::string name(trimmed(draft.name));
  refuse_if(name.empty(), name_is_missing);
  refuse_if(!channel.system.empty() && name != channel.name, territory::name_kept_elsewhere, channel.system);
  channel.name = name;
  channel.other_names = trimmed(draft.other_names);
  for (const auto& other : every_channel(read)) {
    const auto shared = other.id == channel.id ? std::nullopt : shared_name(other, channel);
    refuse_if(shared.has_value(), channel_name_taken, shared.value_or("") + " is " + other.name + ".");
  }
  channel.kind = draft.kind;
  channel.side = draft.side;
  channel.is_direct = draft.is_direct;
  channel.retired_on = draft.retired_on;
}

web::Made add_channel(Write& write, const web::Input&, const ChannelDraft& draft) {
  Channel channel;
  take(write, draft, channel);
  return {write.insert(channel).number};
}

/// Files go on saying the name that it had: it stays one of its others, until somebody takes it off.
void keep_name_before(const std::string& before, Channel& channel) {
  if (goes_by(channel, before)) return;
  channel.other_names += (channel.other_names.empty() ? "" : ", ") + before;
}

web::Made change_channel(Write& write, const web::Input& input, const ChannelDraft& draft) {
  auto changed = channel(write, input);
  const auto before = changed.name;
  take(write, draft, changed);
  if (changed.name != before) keep_name_before(before, changed);
  write.update(changed);
  return {changed.id.number};
}

web::Done remove_channel(Write& write, const web::Input& input) {
  const auto removed = channel(write, input);
  refuse_if(is_in_use(write, removed.id), channel_in_use, removed.name);
  write.remove(removed.id);
  return {};
}

}  // namespace

const Subject subject{
    .name = "campaign",
    .schema = schema(),
    .routes =
        {web::get_list<CampaignRow>(
             "/campaigns", see_campaigns,
             "List campaigns; `running_on`, as in `running_on=2026-03-02`, keeps those that run that day.",
             campaigns),
         web::get("/campaigns/{id}", see_campaigns, "Show a campaign.", campaign),
         web::get_list<Change>("/campaigns/{id}/history", see_campaigns, "Show how a campaign changed.",
                               campaign_history),
         web::act(web::Method::post, "/campaigns", edit_campaigns, "Add a campaign.", add_campaign),
         web::act(web::Method::put, "/campaigns/{id}", edit_campaigns, "Change a campaign.", change_campaign),
         web::get_list<Channel>("/channels", see_campaigns, "List channels.", channels),
         web::get("/channels/{id}", see_campaigns, "Show a channel.", channel),
         web::get_list<Change>("/channels/{id}/history", see_campaigns, "Show how a channel changed.",
                               channel_history),
         web::act(web::Method::post, "/channels", edit_channels, "Add a channel.", add_channel),
         web::act(web::Method::put, "/channels/{id}", edit_channels, "Change or retire a channel.",
                  change_channel),
         web::act(web::Method::remove, "/channels/{id}", edit_channels, "Delete a channel that nothing uses.",
                  remove_channel)},
    .pages = {{"/campaigns", "Campaigns", "Demand", see_campaigns, "CampaignsPage"},
              {"/campaigns/{id}", "Campaign", "", see_campaigns, "CampaignPage"},
              {"/channels", "Channels", "Demand", see_campaigns, "ChannelsPage"},
              {"/channels/{id}", "Channel", "", see_campaigns, "ChannelPage"}},
    .rules = {&campaign_name_taken, &campaign_ends_too_early, &campaign_unknown, &channel_unknown,
              &channel_name_taken, &channel_in_use, &channel_retired},
    .checks = {{"channels_have_names_of_their_own", "No two channels go by the same name.", shared_names},
               {"campaigns_refer_to_what_is_there",
                "Each campaign's channel, products and territories are there.", strays},
               {"campaigns_end_after_they_start", "No campaign ends before it starts.", wrong_days},
               {"budgets_are_not_negative", "No campaign has a budget below zero.", negative_budgets}},
    .jumps = {{"Campaign", see_campaigns, "/campaigns", &info_of<CampaignRow>, {"side", "channel_name"}}}};

}  // namespace accord::campaign
