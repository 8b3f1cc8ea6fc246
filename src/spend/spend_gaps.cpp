// SPDX-License-Identifier: Apache-2.0
#include "spend/spend_gaps.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "spend/spend_store.hpp"

namespace accord::spend {
namespace {

/// Whose gap it is, and in which currency: money of different currencies is never added.
struct Group {
  Side side;
  Currency currency;
  auto operator<=>(const Group&) const = default;
};

std::string evidence_of(Side side, Day from, Day until) {
  std::string link = "/spend?has_campaign=false&side=" + std::string(name_of(side));
  for (const auto kind : campaign_kinds(side)) link += "&kind=" + std::string(name_of(kind));
  return link + "&day_from=" + to_string(from) + "&day_to=" + to_string(until);
}

gap::Found gap_of(const Read& read, const Group& group, const std::vector<SpendRow>& rows, Day from,
                  Day as_of) {
  const auto own = funnel::currency_of(read);
  gap::Found found;
  auto& gap = found.gap;
  Money sum{0, group.currency};
  gap.since = as_of;
  for (const auto& row : rows) {
    sum += row.amount;
    gap.since = std::min(*gap.since, row.day);
    if (group.currency == own) found.parts.push_back({"spend", row.id.number, row.amount.minor});
  }
  gap.code = spend_without_campaign.code;
  gap.about = std::string(name_of(group.side));
  if (group.currency != own) gap.about += " " + std::string(group.currency.text());
  gap.count = static_cast<std::int64_t>(rows.size());
  gap.sentence = label_of(name_of(group.side)) + " spent " + in_words(gap::rounded(sum)) + " since " +
                 accord::in_words(from) + " that no campaign accounts for";
  gap.evidence = evidence_of(group.side, from, as_of);
  gap.mover = group.side == Side::sales ? gap::Mover::sales : gap::Mover::marketing;
  gap.remedy = "Say on each entry for which campaign it was, or add the campaign that is missing.";
  gap.stake.name = "Spent without a campaign";
  gap.stake.unit = FigureUnit::money;
  gap.stake.as_of = read.as_of();
  gap.stake.formula = "the sum of the entries without a campaign, credit notes taken off";
  gap.stake.inputs = {
      {"entries without a campaign", static_cast<double>(gap.count), {}, FigureUnit::count, gap.evidence}};
  if (group.currency == own) {
    gap.stake_kind = gap::StakeKind::cash_spent;
    gap.stake.money = sum;
  } else {
    gap.stake.why = "It was spent in " + std::string(group.currency.text()) + ", and no rate into " +
                    std::string(own.text()) + " is on record.";
  }
  return found;
}

std::vector<gap::Found> find(const Read& read, Day as_of) {
  const Day from = add_months(as_of, -3) + 1;
  std::map<Group, std::vector<SpendRow>> groups;
  for (auto& row : without_campaign(read, from, as_of)) {
    const auto kinds = campaign_kinds(row.side);
    if (std::ranges::find(kinds, row.kind) != kinds.end())
      groups[{row.side, row.amount.currency}].push_back(std::move(row));
  }
  std::vector<gap::Found> found;
  for (const auto& [group, rows] : groups) found.push_back(gap_of(read, group, rows, from, as_of));
  return found;
}

}  // namespace

const gap::Finder spend_without_campaign{
    "spend_without_campaign", "Money of the last three months that no campaign accounts for.", find};

}  // namespace accord::spend
