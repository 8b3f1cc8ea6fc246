// SPDX-License-Identifier: Apache-2.0
#include "campaign/campaign_store.hpp"

#include "campaign/platform.hpp"

namespace accord::campaign {

/// What lists read: a campaign with the names of single records; those of its lists are added to each page.
struct NamedCampaign {
  Id<Campaign> id;
  std::string name;
  std::optional<Id<Channel>> channel;
  std::string channel_name;
  std::optional<ChannelKind> channel_kind;
  Side side = Side::marketing;
  std::optional<Day> starts_on, ends_on;
  Day last_day;  ///< of those that run on, one beyond all others
  std::vector<Id<product::Product>> products;
  std::vector<Id<territory::Territory>> territories;
  std::string industry;
  std::optional<Money> budget;
  std::optional<Id<people::Person>> owner;
  std::string owner_name, note, key, system, link;
};

}  // namespace accord::campaign

namespace accord {
template <>
inline constexpr auto described<campaign::NamedCampaign> =
    record("campaign_row", "A campaign with the names it refers to.",
           field(&campaign::NamedCampaign::id, "id", "The campaign's number."),
           field(&campaign::NamedCampaign::name, "name", "Its name.", searched),
           field(&campaign::NamedCampaign::channel, "channel", "On which channel it reaches customers."),
           field(&campaign::NamedCampaign::channel_name, "channel_name", "The channel's name.", searched),
           field(&campaign::NamedCampaign::channel_kind, "channel_kind", "Which kind of channel that is."),
           field(&campaign::NamedCampaign::side, "side", "Whose campaign it is."),
           field(&campaign::NamedCampaign::starts_on, "starts_on", "Its first day."),
           field(&campaign::NamedCampaign::ends_on, "ends_on", "Its last day; nothing where it runs on."),
           field(&campaign::NamedCampaign::last_day, "last_day", "Its last day, or the end of time."),
           field(&campaign::NamedCampaign::products, "products", "What it is for."),
           field(&campaign::NamedCampaign::territories, "territories", "Where it runs."),
           field(&campaign::NamedCampaign::industry, "industry", "Which industry it addresses.", searched),
           field(&campaign::NamedCampaign::budget, "budget", "What it may cost."),
           field(&campaign::NamedCampaign::owner, "owner", "Who answers for it."),
           field(&campaign::NamedCampaign::owner_name, "owner_name", "The owner's name.", searched),
           field(&campaign::NamedCampaign::note, "note", "What else both sides should know.", searched),
           field(&campaign::NamedCampaign::key, "key", "Its identifier in the system of record.", searched),
           field(&campaign::NamedCampaign::system, "system", "The system of record; empty for Accord."),
           field(&campaign::NamedCampaign::link, "link", "Where it stands in the system of record."));
}  // namespace accord

namespace accord::campaign {
namespace {

#define ACCORD_CHANNEL_COLUMNS "id, name, kind, side, is_direct, other_names, retired_on, system"
#define ACCORD_CAMPAIGN_COLUMNS                                                           \
  "c.id, c.name, c.channel, c.side, c.starts_on, c.ends_on, c.industry, c.budget_minor, " \
  "c.budget_currency, c.owner, c.note, c.key, c.system, c.link"

// 2932896 is 31 December 9999.
constexpr std::string_view campaign_row =
    "CREATE VIEW campaign_row AS SELECT c.id, c.name, c.channel, COALESCE(h.name, '') AS channel_name, "
    "h.kind AS channel_kind, c.side, c.starts_on, c.ends_on, COALESCE(c.ends_on, 2932896) AS last_day, "
    "COALESCE(c.industry, '') AS industry, c.budget_minor, c.budget_currency, c.owner, COALESCE(p.name, '') "
    "AS owner_name, c.note, c.key, "
    "c.system, c.link FROM campaign c LEFT JOIN channel h ON h.id = c.channel "
    "LEFT JOIN person p ON p.id = c.owner";
constexpr std::string_view campaign_row_products =
    "CREATE VIEW campaign_row_products AS SELECT id, item FROM campaign_products";
constexpr std::string_view campaign_row_territories =
    "CREATE VIEW campaign_row_territories AS SELECT id, item FROM campaign_territories";

const Sql all_channels{"SELECT " ACCORD_CHANNEL_COLUMNS " FROM channel ORDER BY id"};
const Sql use_of_channel{"SELECT id FROM campaign WHERE channel = :channel LIMIT 1"};
const Sql row_by_id{
    "SELECT c.id, c.name, c.channel, c.channel_name, c.channel_kind, c.side, c.starts_on, c.ends_on, "
    "c.last_day, c.industry, c.budget_minor, c.budget_currency, c.owner, c.owner_name, c.note, c.key, "
    "c.system, c.link "
    "FROM campaign_row c WHERE c.id = :id AND " ACCORD_CAMPAIGN_IN_SCOPE("c.id")};
const Sql rows_of_days{
    "SELECT c.id, c.name, c.channel, c.channel_name, c.channel_kind, c.side, c.starts_on, c.ends_on, "
    "c.last_day, c.industry, c.budget_minor, c.budget_currency, c.owner, c.owner_name, c.note, c.key, "
    "c.system, c.link "
    "FROM campaign_row c WHERE c.starts_on <= :until AND c.last_day >= :from AND c.id NOT IN (SELECT "
    "m.number "
    "FROM counts_as m WHERE m.record = 'campaign') AND " ACCORD_CAMPAIGN_IN_SCOPE(
        "c.id") " ORDER BY c.starts_on, c.name, c.id"};
const Sql by_name{"SELECT " ACCORD_CAMPAIGN_COLUMNS
                  " FROM campaign c WHERE LOWER(c.name) = LOWER(CAST(:name AS TEXT)) ORDER BY c.id LIMIT 1"};
const Sql by_key{"SELECT " ACCORD_CAMPAIGN_COLUMNS
                 " FROM campaign c WHERE c.system = :system AND c.key = :key ORDER BY c.id LIMIT 1"};
const Sql visible{"SELECT " ACCORD_CAMPAIGN_COLUMNS
                  " FROM campaign c WHERE c.id = :id AND " ACCORD_CAMPAIGN_IN_SCOPE("c.id")};
const Sql all_campaigns{"SELECT " ACCORD_CAMPAIGN_COLUMNS " FROM campaign c ORDER BY c.id"};
const Sql same_name{
    "SELECT c.id FROM campaign c WHERE LOWER(c.name) = LOWER(CAST(:name AS TEXT)) AND c.id <> :except "
    "AND " ACCORD_CAMPAIGN_IN_SCOPE("c.id") " LIMIT 1"};
const Sql products_of{
    "SELECT p.id, p.name FROM campaign_products l JOIN product p ON p.id = l.item WHERE l.id = :id "
    "ORDER BY p.name, p.id"};
const Sql territories_of{"SELECT t.id, t.name, CASE WHEN " ACCORD_IN_SCOPE(
    "t.id") " THEN 1 ELSE 0 END FROM campaign_territories l "
            "JOIN territory t ON t.id = l.item WHERE l.id = :id AND (CAST(:scope AS BIGINT) IS NULL OR t.id "
            "IN " ACCORD_TERRITORIES_MET ") ORDER BY t.name, t.id"};
const Sql territory_in_reach{"SELECT t.id FROM territory t WHERE t.id = :id AND " ACCORD_IN_SCOPE("t.id")};
const Sql without_channel{
    "SELECT c.id FROM campaign c WHERE c.channel IS NOT NULL AND c.channel NOT IN (SELECT id FROM channel) "
    "ORDER BY c.id"};
const Sql without_product{
    "SELECT DISTINCT l.id FROM campaign_products l WHERE l.item NOT IN (SELECT id FROM product) "
    "OR l.id NOT IN (SELECT id FROM campaign) ORDER BY l.id"};
const Sql without_territory{
    "SELECT DISTINCT l.id FROM campaign_territories l WHERE l.item NOT IN (SELECT id FROM territory) "
    "OR l.id NOT IN (SELECT id FROM campaign) ORDER BY l.id"};

std::string called(const Campaign& campaign) {
  return "Campaign " + std::to_string(campaign.id.number) + " (" + campaign.name + ")";
}

CampaignRow with_lists(const Read& read, const NamedCampaign& c) {
  CampaignRow row{.id = c.id,
                  .name = c.name,
                  .channel = c.channel,
                  .channel_name = c.channel_name,
                  .channel_kind = c.channel_kind,
                  .side = c.side,
                  .starts_on = c.starts_on,
                  .ends_on = c.ends_on,
                  .products = {},
                  .product_names = {},
                  .territories = {},
                  .territory_names = {},
                  .industry = c.industry,
                  .budget = c.budget,
                  .owner = c.owner,
                  .owner_name = c.owner_name,
                  .note = c.note,
                  .key = c.key,
                  .system = c.system,
                  .link = c.link,
                  .is_changed_here = is_changed_here(c.system)};
  read.each(products_of, {{"id", c.id}}, [&](const Row& product) {
    row.products.push_back({product.integer(0)});
    row.product_names.emplace_back(product.text(1));
  });
  read.each(territories_of, {{"id", c.id}, read.scope()}, [&](const Row& territory) {
    if (territory.integer(2) == 1) row.territories.push_back({territory.integer(0)});
    row.territory_names.emplace_back(territory.text(1));
  });
  return row;
}

Table campaign_table() { return record_table<Campaign>({{"name"}, {"system, key"}, {"channel"}, {"owner"}}); }

}  // namespace

Schema schema() {
  const auto begin = [](Write& write) {
    for (auto& channel : standard_channels()) write.insert(channel);
  };
  return {.subject = "campaign",
          .tables = {record_table<Channel>({{"name"}}), campaign_table()},
          .views = {campaign_row, campaign_row_products, campaign_row_territories},
          .migrations = {{"Which industry a campaign addresses is kept.",
                          [](Dialect dialect) {
                            return add_field_statements(campaign_table(), "industry", dialect);
                          }}},
          .beginning = Beginning{"Add the usual channels.", begin}};
}

std::vector<Channel> every_channel(const Read& read) { return read.all<Channel>(all_channels); }

std::optional<Channel> find_channel(const Read& read, std::string_view name) {
  for (auto& channel : every_channel(read)) {
    if (goes_by(channel, name)) return std::move(channel);
  }
  return std::nullopt;
}

bool is_in_use(const Read& read, Id<Channel> id) {
  return read.integer(use_of_channel, {{"channel", id}}).has_value();
}

Listed<CampaignRow> list_campaigns(const Read& read, const ListRequest& request) {
  const auto named = list<NamedCampaign>(read, request);
  Listed<CampaignRow> rows{{}, named.next, named.total};
  for (const auto& campaign : named.items) rows.items.push_back(with_lists(read, campaign));
  return rows;
}

std::optional<CampaignRow> find_row(const Read& read, Id<Campaign> id) {
  const auto named = read.one<NamedCampaign>(row_by_id, {{"id", id}, read.scope()});
  if (!named) return std::nullopt;
  return with_lists(read, *named);
}

std::vector<CampaignRow> rows_between(const Read& read, Day from, Day until) {
  std::vector<CampaignRow> rows;
  for (const auto& named :
       read.all<NamedCampaign>(rows_of_days, {{"from", from}, {"until", until}, read.scope()}))
    rows.push_back(with_lists(read, named));
  return rows;
}

std::optional<Campaign> find_by_name(const Read& read, std::string_view name) {
  return read.one<Campaign>(by_name, {{"name", name}});
}

std::optional<Campaign> find_by_key(const Read& read, std::string_view system, std::string_view key) {
  return read.one<Campaign>(by_key, {{"system", system}, {"key", key}});
}

std::optional<Campaign> find_visible(const Read& read, Id<Campaign> id) {
  return read.one<Campaign>(visible, {{"id", id}, read.scope()});
}

bool is_name_taken(const Read& read, std::string_view name, std::int64_t except) {
  return read.integer(same_name, {{"name", name}, {"except", except}, read.scope()}).has_value();
}

bool is_in_reach(const Read& read, Id<territory::Territory> id) {
  return read.integer(territory_in_reach, {{"id", id}, read.scope()}).has_value();
}

std::vector<std::string> shared_names(const Read& read) {
  const auto channels = every_channel(read);
  std::vector<std::string> found;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (const auto name = shared_name(channels[i], channels[j]))
        found.push_back("The channels " + channels[j].name + " and " + channels[i].name + " both go by " +
                        *name + ".");
    }
  }
  return found;
}

std::vector<std::string> strays(const Read& read) {
  std::vector<std::string> found;
  const auto look = [&](const Sql& sql, const char* what) {
    read.each(sql, {}, [&](const Row& row) {
      found.push_back("Campaign " + std::to_string(row.integer(0)) + " refers to a " + what +
                      " that is not there.");
    });
  };
  look(without_channel, "channel");
  look(without_product, "product");
  look(without_territory, "territory");
  return found;
}

std::vector<std::string> wrong_days(const Read& read) {
  std::vector<std::string> found;
  for (const auto& campaign : read.all<Campaign>(all_campaigns)) {
    if (campaign.starts_on && campaign.ends_on && *campaign.ends_on < *campaign.starts_on)
      found.push_back(called(campaign) + " ends before it starts.");
  }
  return found;
}

std::vector<std::string> negative_budgets(const Read& read) {
  std::vector<std::string> found;
  for (const auto& campaign : read.all<Campaign>(all_campaigns)) {
    if (campaign.budget && campaign.budget->minor < 0)
      found.push_back(called(campaign) + " has a budget below zero.");
  }
  return found;
}

}  // namespace accord::campaign
