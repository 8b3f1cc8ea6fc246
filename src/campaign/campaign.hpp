// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "campaign/platform.hpp"
#include "people/people.hpp"
#include "product/product.hpp"

namespace accord::campaign {

enum class ChannelKind : std::uint8_t {
  advertising,
  promotion,
  direct_mail,
  telemarketing,
  trade_show,
  email,
  web,
  sales,
  other
};

/// A way on which customers are reached, by either side.
struct Channel {
  Id<Channel> id;
  std::string name;
  ChannelKind kind = ChannelKind::other;
  Side side = Side::marketing;    ///< whose channel it usually is
  bool is_direct = false;         ///< visits that nobody brought: credit may pass over them
  std::string other_names;        ///< that files use for it, separated by commas
  std::optional<Day> retired_on;  ///< no new campaign uses it from then on
  std::string system;             ///< of record; empty: Accord
};

/// Something that one side undertakes on a channel to win customers, between two days and within a budget.
struct Campaign {
  Id<Campaign> id;
  std::string name;
  std::optional<Id<Channel>> channel;
  Side side = Side::marketing;
  std::optional<Day> starts_on;
  std::optional<Day> ends_on;  ///< the last day; nothing: it runs on
  std::vector<Id<product::Product>> products;
  std::vector<Id<territory::Territory>> territories;  ///< with those below them; none: everywhere
  std::optional<std::string> industry;                ///< that it addresses; nothing: all
  std::optional<Money> budget;
  std::optional<Id<people::Person>> owner;
  std::string note;
  std::string key, system, link;
};

/// A campaign as lists and pages show it.
struct CampaignRow {
  Id<Campaign> id;
  std::string name;
  std::optional<Id<Channel>> channel;
  std::string channel_name;
  std::optional<ChannelKind> channel_kind;
  Side side = Side::marketing;
  std::optional<Day> starts_on, ends_on;
  std::vector<Id<product::Product>> products;
  std::vector<std::string> product_names;
  std::vector<Id<territory::Territory>> territories;  ///< that the reader works in
  std::vector<std::string> territory_names;           ///< of those, and of those around them
  std::string industry;
  std::optional<Money> budget;
  std::optional<Id<people::Person>> owner;
  std::string owner_name, note, key, system, link;
  bool is_changed_here = true;
};

/// What a person gives to add a channel or to change one.
struct ChannelDraft {
  std::string name;
  ChannelKind kind = ChannelKind::other;
  Side side = Side::marketing;
  bool is_direct = false;
  std::string other_names;
  std::optional<Day> retired_on;
};

/// What a person gives to add a campaign or to change one that Accord keeps.
struct CampaignDraft {
  std::string name;
  Id<Channel> channel;
  std::optional<Side> side;  ///< nothing: the channel's
  Day starts_on;
  std::optional<Day> ends_on;
  std::vector<Id<product::Product>> products;
  std::vector<Id<territory::Territory>> territories;
  std::string industry;
  std::optional<Money> budget;
  std::optional<Id<people::Person>> owner;
  std::string note;
};

inline constexpr Right see_campaigns{"see_campaigns", "See channels, and the campaigns of one's territories.",
                                     every_role};
inline constexpr Right edit_campaigns{
    "edit_campaigns", "Add campaigns, and change those that Accord keeps.",
    roles(Role::sales_manager, Role::marketer, Role::marketing_manager, Role::liaison, Role::administrator)};
inline constexpr Right edit_channels{
    "edit_channels", "Add, rename and retire channels.",
    roles(Role::sales_manager, Role::marketing_manager, Role::liaison, Role::administrator)};

inline constexpr Rule campaign_name_taken{"campaign_name_taken", "Another campaign has this name.",
                                          "Open that campaign, or tell the two apart, by the year perhaps."};
inline constexpr Rule campaign_ends_too_early{
    "campaign_ends_too_early", "The campaign ends before it starts.", "Correct one of the two days.", 422};
inline constexpr Rule campaign_unknown{"campaign_unknown", "There is no such campaign.",
                                       "Choose one of those listed under Campaigns.", 422};
inline constexpr Rule channel_unknown{"channel_unknown", "There is no such channel.",
                                      "Choose one of those listed under Channels, or add it there.", 422};
inline constexpr Rule channel_name_taken{"channel_name_taken", "Another channel goes by this name.",
                                         "Use that channel, or choose a different name."};
inline constexpr Rule channel_in_use{"channel_in_use", "Campaigns use this channel, so it cannot be deleted.",
                                     "Retire it: it stays with what used it and is offered no more."};
inline constexpr Rule channel_retired{"channel_retired", "This channel is retired.",
                                      "Choose another one, or take its retirement back.", 422};

/// `Paid Search`, `paid_search` and `PAID-SEARCH` name one channel: letters and digits decide.
std::string plain_name(std::string_view name);
std::vector<Channel> every_channel(const Read&);
/// By its name or one of its other names.
std::optional<Channel> find_channel(const Read&, std::string_view name);
/// A new channel as its name suggests it: `rep_call` is one of sales, `paid_search` is advertising, of
/// `Word of mouth` nothing can be told.
Channel channel_called(std::string_view name);
std::vector<std::string> other_names_of(const Channel&);

/// In any case; the lowest id where several have it.
std::optional<Campaign> find_by_name(const Read&, std::string_view name);
std::optional<Campaign> find_by_key(const Read&, std::string_view system, std::string_view key);
/// Only what the actor may see.
std::optional<Campaign> find_visible(const Read&, Id<Campaign>);
/// Those that the actor may see and that run on some day of these, by their first day. One whose first day is
/// not known is not among them, nor one that counts as another.
std::vector<CampaignRow> rows_between(const Read&, Day from, Day until);
/// Whether it runs that day. One whose first day is not known runs on no day that could be named.
bool runs_on(const Campaign&, Day);

/// A condition that keeps the campaigns that the actor may see, for a column with a campaign's id that is not
/// null. The statement binds `read.scope()`.
#define ACCORD_CAMPAIGN_IN_SCOPE(id) ACCORD_MEETS_SCOPE("campaign_territories", id)

extern const Subject subject;

}  // namespace accord::campaign

namespace accord {
template <>
inline constexpr std::array<std::string_view, 9> choices_of<campaign::ChannelKind>{
    "advertising", "promotion", "direct_mail", "telemarketing", "trade_show",
    "email",       "web",       "sales",       "other"};
template <>
inline constexpr auto described<campaign::Channel> = record(
    "channel", "A way on which customers are reached, by either side.",
    field(&campaign::Channel::id, "id", "The channel's number."),
    field(&campaign::Channel::name, "name", "What both sides call it.", searched, up_to(100)),
    field(&campaign::Channel::kind, "kind", "Which kind of channel it is."),
    field(&campaign::Channel::side, "side", "Whose channel it usually is."),
    field(&campaign::Channel::is_direct, "is_direct",
          "Whether it stands for visits that nobody brought, which credit may pass over.", has_default),
    field(&campaign::Channel::other_names, "other_names",
          "Other names that files use for it, separated by commas.", searched, has_default, up_to(500)),
    field(&campaign::Channel::retired_on, "retired_on", "From when on no new campaign uses it."),
    field(&campaign::Channel::system, "system", "The system of record; empty for Accord.", has_default,
          up_to(60)));
template <>
inline constexpr auto described<campaign::Campaign> = record(
    "campaign", "Something that one side undertakes on a channel to win customers.",
    field(&campaign::Campaign::id, "id", "The campaign's number."),
    field(&campaign::Campaign::name, "name", "Its name.", searched, up_to(200),
          alias("campaign", "campaign name", "campaign_name", "hs_name")),
    field(&campaign::Campaign::channel, "channel", "On which channel it reaches customers."),
    field(&campaign::Campaign::side, "side", "Whose campaign it is."),
    field(&campaign::Campaign::starts_on, "starts_on", "Its first day.",
          alias("start date", "start", "starts", "from", "hs_start_date")),
    field(&campaign::Campaign::ends_on, "ends_on", "Its last day; nothing where it runs on.",
          alias("end date", "end", "ends", "until", "to", "hs_end_date")),
    field(&campaign::Campaign::products, "products", "What it is for; none for all that the firm sells."),
    field(&campaign::Campaign::territories, "territories",
          "Where it runs, with all that lies below; none for everywhere."),
    field(&campaign::Campaign::industry, "industry", "Which industry it addresses; nothing for all.",
          up_to(100), alias("target industry", "industry segment", "target segment", "sector")),
    field(&campaign::Campaign::budget, "budget", "What it may cost.",
          alias("budgeted cost", "budget total", "planned cost", "expected cost", "planned budget",
                "hs_budget_items_sum_amount")),
    field(&campaign::Campaign::owner, "owner", "Who answers for it."),
    field(&campaign::Campaign::note, "note", "What else both sides should know.", searched, has_default,
          up_to(2000), alias("description", "notes", "comment", "hs_notes")),
    field(&campaign::Campaign::key, "key", "Its identifier in the system of record.", has_default, up_to(100),
          alias("campaign id", "campaign_id", "record id - campaign")),
    field(&campaign::Campaign::system, "system", "The system of record; empty for Accord.", has_default,
          up_to(60)),
    field(&campaign::Campaign::link, "link", "Where it stands in the system of record.", has_default,
          up_to(500), alias("url", "record url")));
template <>
inline constexpr auto described<campaign::CampaignRow> = record(
    "campaign_row", "A campaign with the names it refers to.",
    field(&campaign::CampaignRow::id, "id", "The campaign's number."),
    field(&campaign::CampaignRow::name, "name", "Its name.", searched),
    field(&campaign::CampaignRow::channel, "channel", "On which channel it reaches customers."),
    field(&campaign::CampaignRow::channel_name, "channel_name", "The channel's name.", searched),
    field(&campaign::CampaignRow::channel_kind, "channel_kind", "Which kind of channel that is."),
    field(&campaign::CampaignRow::side, "side", "Whose campaign it is."),
    field(&campaign::CampaignRow::starts_on, "starts_on", "Its first day."),
    field(&campaign::CampaignRow::ends_on, "ends_on", "Its last day; nothing where it runs on."),
    field(&campaign::CampaignRow::products, "products", "What it is for; none for all that the firm sells."),
    field(&campaign::CampaignRow::product_names, "product_names", "The names of those products."),
    field(&campaign::CampaignRow::territories, "territories",
          "Where you work of where it runs; none anywhere for everywhere."),
    field(&campaign::CampaignRow::territory_names, "territory_names",
          "The names of those territories, and of those around yours where it runs."),
    field(&campaign::CampaignRow::industry, "industry", "Which industry it addresses; empty for all.",
          searched),
    field(&campaign::CampaignRow::budget, "budget", "What it may cost."),
    field(&campaign::CampaignRow::owner, "owner", "Who answers for it."),
    field(&campaign::CampaignRow::owner_name, "owner_name", "The owner's name.", searched),
    field(&campaign::CampaignRow::note, "note", "What else both sides should know.", searched),
    field(&campaign::CampaignRow::key, "key", "Its identifier in the system of record.", searched),
    field(&campaign::CampaignRow::system, "system", "The system of record; empty for Accord."),
    field(&campaign::CampaignRow::link, "link", "Where it stands in the system of record."),
    field(&campaign::CampaignRow::is_changed_here, "is_changed_here", "Whether it may be changed here."));
template <>
inline constexpr auto described<campaign::ChannelDraft> = record(
    "channel_draft", "What a person gives to add or change a channel.",
    field(&campaign::ChannelDraft::name, "name", "What both sides call it.", up_to(100)),
    field(&campaign::ChannelDraft::kind, "kind", "Which kind of channel it is."),
    field(&campaign::ChannelDraft::side, "side", "Whose channel it usually is."),
    field(&campaign::ChannelDraft::is_direct, "is_direct",
          "Whether it stands for visits that nobody brought, which credit may pass over.", has_default),
    field(&campaign::ChannelDraft::other_names, "other_names",
          "Other names that files use for it, separated by commas.", has_default, up_to(500)),
    field(&campaign::ChannelDraft::retired_on, "retired_on", "From when on no new campaign uses it."));
template <>
inline constexpr auto described<campaign::CampaignDraft> = record(
    "campaign_draft", "What a person gives to add or change a campaign.",
    field(&campaign::CampaignDraft::name, "name", "Its name.", up_to(200)),
    field(&campaign::CampaignDraft::channel, "channel", "On which channel it reaches customers."),
    field(&campaign::CampaignDraft::side, "side", "Whose campaign it is; nothing for the channel's side."),
    field(&campaign::CampaignDraft::starts_on, "starts_on", "Its first day."),
    field(&campaign::CampaignDraft::ends_on, "ends_on", "Its last day; nothing where it runs on."),
    field(&campaign::CampaignDraft::products, "products", "What it is for; none for all that the firm sells.",
          has_default, up_to(100)),
    field(&campaign::CampaignDraft::territories, "territories",
          "Where it runs, with all that lies below; none for everywhere.", has_default, up_to(100)),
    field(&campaign::CampaignDraft::industry, "industry", "Which industry it addresses; empty for all.",
          has_default, up_to(100)),
    field(&campaign::CampaignDraft::budget, "budget", "What it may cost."),
    field(&campaign::CampaignDraft::owner, "owner", "Who answers for it."),
    field(&campaign::CampaignDraft::note, "note", "What else both sides should know.", has_default,
          up_to(2000)));
}  // namespace accord
