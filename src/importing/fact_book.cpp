// SPDX-License-Identifier: Apache-2.0
#include "importing/fact_book.hpp"

#include <xxhash.h>

#include <algorithm>

#include "exchange_rate/exchange_rate.hpp"
#include "general_ledger/general_ledger.hpp"
#include "importing/record_bytes.hpp"
#include "order/order.hpp"
#include "spend/spend.hpp"

namespace accord::importing {
namespace {

template <class T>
std::string number_of(const std::optional<Id<T>>& id) {
  return id ? std::to_string(id->number) : "";
}

/// Told by whom and when, and in whose place: no part of what is told. Whose money it is, is one.
bool is_about_telling(What what, std::string_view field) {
  if (field == "id" || field == "corrects") return true;
  return what == What::ledger_total && (field == "stated_on" || field == "person");
}

bool is_refund(const order::OrderLine& line) { return line.revenue.minor < 0; }

/// What was ordered under its number, or what of that was given back.
std::string part_of_order(const order::OrderLine& line, bool of_refunds) {
  return "order " + line.number + " " + std::string(name_of(line.kind)) + (of_refunds ? " refunds" : "");
}

}  // namespace

bool is_reported(What what) {
  return what == What::spend || what == What::touchpoint || what == What::order_line ||
         what == What::exchange_rate || what == What::ledger_total;
}

FactBook::FactBook(What what, std::string system, const std::vector<std::string_view>& left_out)
    : what_(what), system_(std::move(system)) {
  for (const auto& field : type_of(what).info().fields) {
    if (is_about_telling(what, field.name)) continue;
    said_.push_back(&field);
    if (std::ranges::find(left_out, field.name) == left_out.end()) told_by_file_.push_back(&field);
  }
}

void FactBook::add_standing(std::int64_t id, const void* fact) {
  const auto said = told(fact);
  if (said.is_whole_fact)
    whole_facts_.insert(said.part);
  else
    standing_[said.part].push_back({id, said.content, campaign_day_of(fact)});
}

/// A fact that is a part of its own is never replaced.
void FactBook::add_replaced(std::int64_t id, const void* fact) {
  const auto said = told(fact);
  if (!said.is_whole_fact) replaced_[said.part].push_back(id);
}

bool FactBook::knows(const void* fact) {
  const auto said = told(fact);
  if (const auto day = campaign_day_of(fact)) told_campaign_days_.insert(day);
  if (said.is_whole_fact) return !whole_facts_.insert(said.part).second;
  const auto refunds = refunds_with(fact);
  told_parts_.insert(said.part);
  if (refunds) told_parts_.insert(*refunds);
  if (keeps(said)) return true;
  parts_with_news_.insert(said.part);
  if (refunds) parts_with_news_.insert(*refunds);
  return false;
}

bool FactBook::tells(const void* fact) const { return told_parts_.contains(digest_of(part_of(fact))); }

/// Whether something that stands says the same; it then stays.
bool FactBook::keeps(const Told& said) {
  const auto part = standing_.find(said.part);
  if (part == standing_.end()) return false;
  const auto same = std::ranges::find_if(part->second, [&](const Standing& standing) {
    return !standing.is_kept && standing.content == said.content;
  });
  if (same == part->second.end()) return false;
  same->is_kept = true;
  return true;
}

std::optional<std::int64_t> FactBook::stood_before(const void* fact) {
  const auto part = standing_.find(told(fact).part);
  return part == standing_.end() ? std::nullopt : std::optional(part->second.back().id);
}

std::vector<std::int64_t> FactBook::replaced() const {
  std::vector<std::int64_t> ids;
  for (const auto& [part, all] : standing_) {
    const bool is_told = told_parts_.contains(part);
    for (const auto& standing : all) {
      if (!standing.is_kept && (is_told || told_campaign_days_.contains(standing.campaign_day)))
        ids.push_back(standing.id);
    }
  }
  std::ranges::sort(ids);
  return ids;
}

std::vector<std::int64_t> FactBook::outdated() const {
  std::vector<std::int64_t> ids;
  for (const auto& [part, all] : replaced_) {
    if (parts_with_news_.contains(part)) ids.insert(ids.end(), all.begin(), all.end());
  }
  std::ranges::sort(ids);
  return ids;
}

FactBook::Told FactBook::told(const void* fact) {
  const auto part = part_of(fact);
  if (part.empty()) {
    const auto whole = digest_of(fact, told_by_file_);
    return {whole, whole, true};
  }
  return {digest_of(part), digest_of(fact, said_)};
}

FactBook::Digest FactBook::digest_of(const std::string& part) {
  const auto digest = XXH3_128bits(part.data(), part.size());
  return {digest.low64, digest.high64};
}

FactBook::Digest FactBook::digest_of(const void* fact, const std::vector<const FieldInfo*>& fields) {
  bytes_.clear();
  for (const auto* field : fields) put_bytes(*field, fact, bytes_);
  const auto digest = XXH3_128bits(bytes_.data(), bytes_.size());
  return {digest.low64, digest.high64};
}

/// Empty where the fact is a part of its own.
std::string FactBook::part_of(const void* fact) const {
  if (what_ == What::exchange_rate) {
    const auto& rate = *static_cast<const exchange_rate::ExchangeRate*>(fact);
    return "day " + std::to_string(rate.day.number) + " " + rate.base + rate.quote;
  }
  if (what_ == What::ledger_total) {
    const auto& total = *static_cast<const general_ledger::LedgerTotal*>(fact);
    return "month " + std::to_string(total.month.number) + " " + std::string(name_of(total.measure)) + " " +
           number_of(total.channel) +
           (total.spend_kind ? " " + std::string(name_of(*total.spend_kind)) : std::string());
  }
  const auto& info = type_of(what_).info();
  const auto& key = *static_cast<const std::string*>(info.field("key")->in(fact));
  if (!key.empty()) return "key " + key;
  if (what_ == What::spend) {
    const auto& spend = *static_cast<const spend::Spend*>(fact);
    return "day " + std::to_string(spend.day.number) + " channel " + number_of(spend.channel);
  }
  if (what_ == What::order_line) {
    const auto& line = *static_cast<const order::OrderLine*>(fact);
    if (!line.number.empty()) return part_of_order(line, is_refund(line));
  }
  return {};
}

std::optional<FactBook::Digest> FactBook::refunds_with(const void* fact) const {
  if (what_ != What::order_line) return std::nullopt;
  const auto& line = *static_cast<const order::OrderLine*>(fact);
  if (!line.key.empty() || line.number.empty() || is_refund(line)) return std::nullopt;
  return digest_of(part_of_order(line, true));
}

std::int64_t FactBook::campaign_day_of(const void* fact) const {
  if (what_ != What::spend) return 0;
  const auto& spend = *static_cast<const spend::Spend*>(fact);
  if (!spend.key.empty() || !spend.campaign || spend.campaign->number <= 0) return 0;
  constexpr int bits_of_campaign = 40;
  return (std::int64_t{spend.day.number} << bits_of_campaign) | spend.campaign->number;
}

}  // namespace accord::importing
