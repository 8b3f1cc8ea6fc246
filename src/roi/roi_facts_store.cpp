// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "base/text.hpp"
#include "campaign/campaign.hpp"
#include "db/counts_as.hpp"
#include "roi/roi_facts.hpp"

namespace accord::roi {
namespace {

const Sql sectors{"SELECT a.id, a.sector FROM account a WHERE a.sector <> '' ORDER BY a.id"};
const Sql sectors_of_campaigns{
    "SELECT c.id, c.industry FROM campaign c WHERE c.industry <> '' ORDER BY c.id"};
const Sql all_campaigns{"SELECT c.id FROM campaign c ORDER BY c.id"};
const Sql single_products{
    "SELECT l.id, MIN(l.item) FROM campaign_products l GROUP BY l.id HAVING COUNT(*) = 1 ORDER BY l.id"};
const Sql places_of_accounts{
    "SELECT a.id, a.territory FROM account a WHERE a.territory IS NOT NULL ORDER BY a.id"};
const Sql campaigns_with_a_budget{
    "SELECT c.id, c.name, c.channel, c.side, c.starts_on, c.ends_on, c.industry, c.budget_minor, "
    "c.budget_currency, c.owner, c.note, c.key, c.system, c.link FROM campaign c WHERE c.budget_minor IS NOT "
    "NULL "
    "AND " ACCORD_CAMPAIGN_IN_SCOPE("c.id") " ORDER BY c.id"};

/// The same for the same name, whatever else is on record, so that an address with it means the same
/// tomorrow: cut to the 52 bits that a number in JSON holds exactly.
std::int64_t number_of(std::string_view name) { return static_cast<std::int64_t>(fnv1a(name) >> 12 | 1U); }

Industries read_industries(const Read& read) {
  Industries found;
  read.each(sectors, {}, [&](const Row& row) {
    const auto place = static_cast<std::size_t>(row.integer(0));
    const std::string name(trimmed(row.text(1)));
    if (place >= found.by_account.size()) found.by_account.resize(place + 1);
    found.by_account[place] = industry_called(name);
    found.names.try_emplace(found.by_account[place], name);
  });
  // What only a campaign names, has a name as well.
  read.each(sectors_of_campaigns, {}, [&](const Row& row) {
    const std::string name(trimmed(row.text(1)));
    if (!name.empty()) found.names.try_emplace(industry_called(name), name);
  });
  return found;
}

void put(std::vector<std::int64_t>& lines, std::int64_t number, std::int64_t line) {
  const auto place = static_cast<std::size_t>(number);
  if (place >= lines.size()) lines.resize(place + 1);
  lines[place] = line;
}

CampaignLines read_campaign_lines(const Read& read) {
  CampaignLines found;
  const auto counted = counts_as(read, "campaign");
  read.each(all_campaigns, {}, [&](const Row& row) {
    if (counted->of(row.integer(0)) == row.integer(0)) found.all.push_back(row.integer(0));
  });
  read.each(single_products, {}, [&](const Row& row) { put(found.product, row.integer(0), row.integer(1)); });
  read.each(sectors_of_campaigns, {},
            [&](const Row& row) { put(found.industry, row.integer(0), industry_called(row.text(1))); });
  return found;
}

}  // namespace

std::int64_t industry_called(std::string_view name) {
  const auto plain = lower(trimmed(name));
  return plain.empty() ? 0 : number_of(plain);
}

std::shared_ptr<const CampaignLines> campaign_lines(const Read& read) {
  return read.kept<CampaignLines>(
      "roi campaign lines", [&] { return read_campaign_lines(read); }, Read::Sees::all);
}

std::shared_ptr<const Territories> territories_of_accounts(const Read& read) {
  const auto look = [&] {
    Territories found;
    read.each(places_of_accounts, {},
              [&](const Row& row) { put(found.by_account, row.integer(0), row.integer(1)); });
    return found;
  };
  return read.kept<Territories>("roi territories of accounts", look, Read::Sees::all);
}

std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 14'695'981'039'346'656'037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
  return hash;
}

std::shared_ptr<const Industries> industries(const Read& read) {
  return read.kept<Industries>(
      "roi industries", [&] { return read_industries(read); }, Read::Sees::all);
}

std::vector<campaign::Campaign> with_a_budget(const Read& read) {
  auto found = read.all<campaign::Campaign>(campaigns_with_a_budget, {read.scope()});
  const auto campaigns = counts_as(read, "campaign"), channels = counts_as(read, "channel");
  for (auto& one : found) {
    const auto stays = campaigns->of(one.id.number);
    const auto now = stays == one.id.number ? std::nullopt : read.find(Id<campaign::Campaign>{stays});
    if (now) one.channel = now->channel;
    one.id.number = stays;
    if (one.channel) one.channel->number = channels->of(one.channel->number);
  }
  return found;
}

}  // namespace accord::roi
