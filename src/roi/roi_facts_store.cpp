// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
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
const Sql every_inquiry{
    "SELECT o.id, COALESCE(o.account, c.account, 0), COALESCE(o.product, 0), COALESCE(o.territory, 0), "
    "COALESCE(o.owner, 0), o.created_on, o.phase FROM opportunity o LEFT JOIN contact c ON c.id = o.contact "
    "WHERE " ACCORD_IN_SCOPE("o.territory")};
const Sql changes_without_a_day{
    "SELECT s.opportunity, s.at, s.precision FROM stage_change_standing s JOIN opportunity o ON o.id = "
    "s.opportunity WHERE o.created_on IS NULL ORDER BY s.opportunity, s.at, s.id"};
const Sql names_by_day{
    "SELECT o.id, o.name FROM opportunity o WHERE (o.created_on IS NULL OR o.created_on BETWEEN :from "
    "AND :until) AND " ACCORD_IN_SCOPE("o.territory")};

/// The same for the same name, whatever else is on record, so that an address with it means the same
/// tomorrow: FNV-1a, cut to the 52 bits that a number in JSON holds exactly.
std::int64_t number_of(std::string_view name) {
  std::uint64_t hash = 14'695'981'039'346'656'037U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
  return static_cast<std::int64_t>(hash >> 12 | 1U);
}

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

/// A journey whose record does not say when the inquiry came began with its first stage change, where that is
/// known more finely than "at least since".
std::map<std::int64_t, Day> first_days(const Read& read) {
  std::map<std::int64_t, Day> days;
  std::int64_t last = 0;
  read.each(changes_without_a_day, {}, [&](const Row& row) {
    const auto opportunity = row.integer(0);
    if (opportunity != std::exchange(last, opportunity) && row.text(2) != "at_least_since")
      days.emplace(opportunity, day_of(Instant{row.integer(1)}));
  });
  return days;
}

Inquiries read_inquiries(const Read& read) {
  Inquiries found;
  const auto first = first_days(read);
  const auto accounts = counts_as(read, "account");
  read.each(every_inquiry, {read.scope()}, [&](const Row& row) {
    auto on = row.is_null(5) ? std::nullopt : std::optional(Day{static_cast<std::int32_t>(row.integer(5))});
    const auto change = on ? first.end() : first.find(row.integer(0));
    if (change != first.end()) on = change->second;
    if (!on) return static_cast<void>(++found.without_day);
    found.all.push_back({.opportunity = row.integer(0),
                         .account = accounts->of(row.integer(1)),
                         .product = row.integer(2),
                         .territory = row.integer(3),
                         .owner = row.integer(4),
                         .on = *on,
                         .phase = row.text(6) == "lead" ? funnel::Phase::lead : funnel::Phase::opportunity});
  });
  std::ranges::sort(found.all, {},
                    [](const Inquiry& one) { return std::tuple(one.account, one.on, one.opportunity); });
  return found;
}

}  // namespace

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

std::shared_ptr<const Inquiries> inquiries(const Read& read) {
  return read.kept<Inquiries>("roi inquiries", [&] { return read_inquiries(read); });
}

std::map<std::int64_t, std::string> names_of_inquiries(const Read& read, Day from, Day until) {
  std::map<std::int64_t, std::string> names;
  read.each(names_by_day, {{"from", from}, {"until", until}, read.scope()},
            [&](const Row& row) { names.emplace(row.integer(0), row.text(1)); });
  return names;
}

}  // namespace accord::roi
