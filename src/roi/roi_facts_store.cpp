// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "base/text.hpp"
#include "campaign/campaign.hpp"
#include "db/counts_as.hpp"
#include "roi/roi_facts.hpp"

namespace accord::roi {
namespace {

const Sql sectors{"SELECT a.id, a.sector FROM account a WHERE a.sector <> '' ORDER BY a.id"};
const Sql campaigns_with_a_budget{
    "SELECT c.id, c.name, c.channel, c.side, c.starts_on, c.ends_on, c.budget_minor, c.budget_currency, "
    "c.owner, c.note, c.key, c.system, c.link FROM campaign c WHERE c.budget_minor IS NOT NULL "
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
    found.by_account[place] = number_of(lower(name));
    found.names.try_emplace(found.by_account[place], name);
  });
  return found;
}

}  // namespace

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
