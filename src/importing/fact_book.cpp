// SPDX-License-Identifier: Apache-2.0
#include "importing/fact_book.hpp"

#include <algorithm>
#include <variant>

#include "order/order.hpp"
#include "spend/spend.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::importing {
namespace {

std::string text_of(const SqlValue& value) {
  return std::visit(
      [](const auto& held) -> std::string {
        using T = std::remove_cvref_t<decltype(held)>;
        if constexpr (std::is_same_v<T, std::monostate>)
          return "-";
        else if constexpr (std::is_same_v<T, std::string>)
          return "'" + held;
        else
          return std::to_string(held);
      },
      value);
}

/// Everything that it says but those fields, as one text.
std::string content_of(const RecordInfo& info, const void* fact,
                       const std::vector<std::string_view>& left_out) {
  std::string content;
  std::vector<SqlValue> values;
  for (const auto& field : info.fields) {
    if (field.name == "id" || field.name == "corrects") continue;
    if (std::ranges::find(left_out, field.name) != left_out.end()) continue;
    values.clear();
    values_of(field, fact, values);
    for (const auto& value : values) content += text_of(value) + "\x1f";
  }
  return content;
}

template <class T>
std::string number_of(const std::optional<Id<T>>& id) {
  return id ? std::to_string(id->number) : "";
}

}  // namespace

bool is_reported(What what) {
  return what == What::spend || what == What::touchpoint || what == What::order_line;
}

void FactBook::add_standing(std::int64_t id, const void* fact) {
  const auto said = told(fact);
  auto& part = parts_[said.part];
  part.is_whole_fact = said.is_whole_fact();
  part.standing.push_back({id, std::hash<std::string>{}(said.content), campaign_day_of(fact)});
}

void FactBook::add_replaced(std::int64_t id, const void* fact) {
  parts_[told(fact).part].replaced.push_back(id);
}

bool FactBook::knows(const void* fact) {
  const auto said = told(fact);
  auto& part = parts_[said.part];
  const bool is_first = !part.is_told;
  part.is_told = true;
  if (const auto day = campaign_day_of(fact)) told_campaign_days_.insert(day);
  const auto hash = std::hash<std::string>{}(said.content);
  const auto same = std::ranges::find_if(
      part.standing, [&](const Standing& standing) { return !standing.is_kept && standing.content == hash; });
  if (same != part.standing.end()) {
    same->is_kept = true;
    return true;
  }
  const bool is_known = said.is_whole_fact() && !is_first;
  if (!is_known) part.has_news = true;
  return is_known;
}

std::vector<std::int64_t> FactBook::replaced() const {
  std::vector<std::int64_t> ids;
  for (const auto& [name, part] : parts_) {
    for (const auto& standing : part.standing) {
      const bool is_told =
          (part.is_told && !part.is_whole_fact) || told_campaign_days_.contains(standing.campaign_day);
      if (is_told && !standing.is_kept) ids.push_back(standing.id);
    }
  }
  std::ranges::sort(ids);
  return ids;
}

std::vector<std::int64_t> FactBook::outdated() const {
  std::vector<std::int64_t> ids;
  for (const auto& [name, part] : parts_) {
    if (part.has_news) ids.insert(ids.end(), part.replaced.begin(), part.replaced.end());
  }
  std::ranges::sort(ids);
  return ids;
}

FactBook::Told FactBook::told(const void* fact) const {
  const auto& info = type_of(what_).info();
  auto part = part_of(fact);
  auto content = content_of(info, fact, part.empty() ? left_out_ : std::vector<std::string_view>{});
  if (part.empty()) part = content;
  return {std::move(part), std::move(content)};
}

/// Empty where the fact is a part of its own.
std::string FactBook::part_of(const void* fact) const {
  const auto& info = type_of(what_).info();
  const auto& key = *static_cast<const std::string*>(info.field("key")->in(fact));
  if (!key.empty()) return "key " + key;
  if (what_ == What::spend) {
    const auto& spend = *static_cast<const spend::Spend*>(fact);
    return "day " + std::to_string(spend.day.number) + " channel " + number_of(spend.channel);
  }
  if (what_ == What::order_line) {
    const auto& line = *static_cast<const order::OrderLine*>(fact);
    if (!line.number.empty()) return "order " + line.number + " " + std::string(name_of(line.kind));
  }
  return {};
}

std::int64_t FactBook::campaign_day_of(const void* fact) const {
  if (what_ != What::spend) return 0;
  const auto& spend = *static_cast<const spend::Spend*>(fact);
  if (!spend.key.empty() || !spend.campaign || spend.campaign->number <= 0) return 0;
  constexpr int bits_of_campaign = 40;
  return (std::int64_t{spend.day.number} << bits_of_campaign) | spend.campaign->number;
}

}  // namespace accord::importing
