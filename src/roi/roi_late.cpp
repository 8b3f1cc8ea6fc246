// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_late.hpp"

#include <algorithm>

#include "funnel/funnel.hpp"
#include "roi/ledger.hpp"
#include "roi/roi_figures.hpp"

namespace accord::roi {
namespace {

LateByLine worked_out(const Read& read, const Question& question) {
  LateByLine found;
  const auto own = funnel::currency_of(read);
  const auto late = recorded_late(read);
  const auto rates = exchange_rate::rates(read);
  const Keys keys(read, question.by);
  const Kept kept(read, question.only);
  const auto all = spend::spent(read, question.currency_day);
  for (const auto& spent : *all) {
    if (!is_asked(question, spent.day) || !kept.holds(spent) || spent.amount.currency != own) continue;
    const auto recorded = late->find(spent.id);
    if (recorded == late->end()) continue;
    const auto changed = changed_by(*rates, spent, recorded->second, question.currency_day);
    if (changed == 0) continue;
    const auto put = [&, day = recorded->second.recorded_on](Late& line) {
      line.first = line.entries == 0 ? day : std::min(line.first, day);
      line.last = std::max(line.last, day);
      line.minor += changed;
      ++line.entries;
    };
    put(found[everything]);
    put(found[keys.of(spent)]);
  }
  return found;
}

std::string days_in_words(const Late& late) {
  if (late.first == late.last) return "on " + accord::in_words(late.first);
  return "from " + accord::in_words(late.first) + " to " + accord::in_words(late.last);
}

}  // namespace

std::int64_t changed_by(const exchange_rate::Rates& rates, const spend::Spent& spent, const LateEntry& late,
                        exchange_rate::RateDay when) {
  if (!late.instead_of) return spent.amount.minor;
  const auto before = rates.converted(*late.instead_of, exchange_rate::rate_day(late.instead_of_day, when));
  return before ? spent.amount.minor - before->minor : spent.amount.minor;
}

std::shared_ptr<const LateByLine> late_by_line(const Read& read, const Question& question) {
  auto days = question;  // no model, and no look-back, makes a difference
  static_cast<CreditRules&>(days) = {};
  days.currency_day = question.currency_day;
  const auto key = "roi late " + kept_key(days) + asker_of(read, question);
  return read.kept<LateByLine>(key, [&] { return worked_out(read, question); });
}

LateInWords late_in_words(const Read& read, const Question& question, const LateByLine& all, Key key) {
  const auto found = all.find(key);
  const Late late = found == all.end() ? Late{} : found->second;
  const auto link = late_of_line(question, key);
  const Money money{late.minor, funnel::currency_of(read)};
  LateInWords words;
  auto& figure = words.figure;
  figure.name = "Spend booked late";
  figure.unit = FigureUnit::money;
  figure.money = money;
  figure.formula =
      "what of the spend was recorded later than five weekdays after its month was over, when others had "
      "been recorded in time or spend of later days was on record; of a correction what it changes";
  figure.inputs = {number_of("entries", late.entries, link)};
  figure.as_of = read.as_of();
  if (late.entries == 0) return words;
  words.link = link;
  const bool is_less = late.minor < 0;
  const auto shown = accord::in_words(gap::rounded(is_less ? Money{-late.minor, money.currency} : money));
  words.sentence =
      (is_less ? "This spend was corrected by " + shown + " less " : shown + " of this spend was booked ") +
      days_in_words(late) +
      ", later than five weekdays after its month was over: a return told before does not hold it";
  return words;
}

std::vector<LateSpend> late_spend(const Read& read, const Question& question, Key key) {
  std::vector<LateSpend> rows;
  const auto late = recorded_late(read);
  const auto own = funnel::currency_of(read);
  const auto rates = exchange_rate::rates(read);
  const Keys keys(read, question.by);
  const Kept kept(read, question.only);
  const auto all = spend::spent(read, question.currency_day);
  for (const auto& spent : *all) {
    const auto found = late->find(spent.id);
    const bool counts = found != late->end() && is_asked(question, spent.day) && kept.holds(spent) &&
                        (key == everything || keys.of(spent) == key);
    if (!counts) continue;
    const bool is_own = spent.amount.currency == own;
    const auto changed = is_own ? changed_by(*rates, spent, found->second, question.currency_day) : 0;
    if (is_own && changed == 0) continue;
    LateSpend row{{spent.id}, "", spent.day, found->second.recorded_on, spent.side, "", "", spent.told, {}};
    if (spent.channel != 0) row.channel_name = name_of_channel(read, spent.channel);
    if (spent.campaign != 0) row.campaign_name = name_of_campaign(read, spent.campaign);
    row.name = !row.campaign_name.empty()  ? row.campaign_name
               : !row.channel_name.empty() ? row.channel_name
                                           : "Spend of " + accord::in_words(spent.day);
    if (is_own) row.value = Money{changed, own};
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace accord::roi
