// SPDX-License-Identifier: Apache-2.0
#include "spend/spend_gaps.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/quarter.hpp"
#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "spend/spend_store.hpp"

namespace accord::spend {
namespace {

/// Whose gap it is, and in which currency: the company's, or another that no rate is known of.
struct Group {
  Side side;
  Currency currency;
  auto operator<=>(const Group&) const = default;
};

/// Those in another currency are listed apart only where some of them have no rate.
std::string evidence_of(Side side, const std::set<std::string>& currencies, Day from, Day until) {
  std::string link = "/spend?has_campaign=false&side=" + std::string(name_of(side));
  for (const auto kind : campaign_kinds()) link += "&kind=" + std::string(name_of(kind));
  for (const auto& currency : currencies) link += "&currency=" + currency;
  return link + "&day_from=" + to_string(from) + "&day_to=" + to_string(until);
}

Money amount_in(const Group& group, const SpendRow& row) {
  return row.value && row.value->currency == group.currency ? *row.value : row.amount;
}

gap::Found gap_of(const Read& read, const Group& group, const std::vector<SpendRow>& rows,
                  const std::string& evidence, Day from, Day as_of) {
  const auto own = funnel::currency_of(read);
  gap::Found found;
  auto& gap = found.gap;
  Money sum{0, group.currency};
  gap.since = as_of;
  bool is_converted = false;
  for (const auto& row : rows) {
    const auto amount = amount_in(group, row);
    sum += amount;
    gap.since = std::min(*gap.since, row.day);
    is_converted = is_converted || row.amount.currency != group.currency;
    if (group.currency == own) found.parts.push_back({"spend", row.id.number, amount.minor});
  }
  gap.code = spend_without_campaign.code;
  gap.about = std::string(name_of(group.side));
  if (group.currency != own) gap.about += " " + std::string(group.currency.text());
  gap.count = static_cast<std::int64_t>(rows.size());
  gap.sentence = label_of(name_of(group.side)) + " spent " + in_words(gap::rounded(sum)) + " since " +
                 accord::in_words(from) + " that no campaign accounts for";
  gap.evidence = evidence;
  gap.mover = group.side == Side::sales ? gap::Mover::sales : gap::Mover::marketing;
  gap.remedy = "Say on each entry for which campaign it was, or add the campaign that is missing.";
  gap.stake.name = "Spent without a campaign";
  gap.stake.unit = FigureUnit::money;
  gap.stake.as_of = read.as_of();
  gap.stake.formula =
      "the sum of the entries without a campaign, credit notes taken off" +
      std::string(is_converted ? ", each in " + std::string(own.text()) + " at the exchange rate of its day"
                               : "");
  gap.stake.inputs = {
      {"entries without a campaign", static_cast<double>(gap.count), {}, FigureUnit::count, gap.evidence}};
  if (group.currency == own) {
    gap.stake_kind = gap::StakeKind::cash_spent;
    gap.stake.money = sum;
  } else {
    gap.stake.why = "It was spent in " + std::string(group.currency.text()) + ", and no rate into " +
                    std::string(own.text()) + " of its days or the week before is on record.";
    gap.remedy += " Import or enter the rates under Exchange rates; then it counts.";
  }
  return found;
}

std::vector<gap::Found> find(const Read& read, Day as_of) {
  const Day from = quarter_until(as_of);
  const auto own = funnel::currency_of(read);
  std::map<Group, std::vector<SpendRow>> groups;
  std::map<Side, std::map<Currency, std::set<std::string>>> currencies;
  for (auto& row : without_campaign(read, from, as_of)) {
    const auto kinds = campaign_kinds();
    if (std::ranges::find(kinds, row.kind) == kinds.end()) continue;
    const Group group{row.side, row.value ? own : row.amount.currency};
    currencies[group.side][group.currency].insert(row.currency);
    groups[group].push_back(std::move(row));
  }
  std::vector<gap::Found> found;
  for (const auto& [group, rows] : groups) {
    const auto& of_side = currencies[group.side];
    const bool is_all = of_side.size() == 1;
    const auto evidence =
        evidence_of(group.side, is_all ? std::set<std::string>{} : of_side.at(group.currency), from, as_of);
    found.push_back(gap_of(read, group, rows, evidence, from, as_of));
  }
  return found;
}

}  // namespace

const gap::Finder spend_without_campaign{"spend_without_campaign",
                                         "Money of the quarter that no campaign accounts for.", find};

}  // namespace accord::spend
