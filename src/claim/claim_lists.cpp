// SPDX-License-Identifier: Apache-2.0
#include "claim/claim_lists.hpp"

#include <unordered_map>

#include "claim/claim_store.hpp"
#include "claim/counting.hpp"
#include "exchange_rate/exchange_rate.hpp"

namespace accord::claim {
namespace {

/// Reads lists for one question: what the facts say of each lead is looked up once.
class Reader {
 public:
  Reader(const Read& read, const BridgeQuestion& question)
      : read_(read),
        question_(question),
        rates_(exchange_rate::rates(read)),
        handovers_(funnel::handovers(read, question.as_of)) {
    const auto territory = question.territory ? question.territory->number : 0;
    const auto basis = CountingBook(read, question.as_of).of(territory);
    // A draft changes no number.
    if (basis.counting && basis.why_provisional.empty()) same_ = basis.counting->same_lead;
    for (const auto& handover : handovers_->all) by_opportunity_.emplace(handover.opportunity, &handover);
    if (question.territory) within_ = territories_within(read, *question.territory);
  }

  EndList of_items(const Claim& claim, const std::vector<ClaimItem>& items) {
    EndList list;
    const auto days = is_money(claim.metric) ? rate_days_of(items) : std::map<std::int64_t, Day>{};
    for (const auto& item : items) {
      Counted row;
      row.opportunity = item.opportunity ? item.opportunity->number : 0;
      row.identity = row.opportunity != 0 ? identity_of(row.opportunity, claim.metric) : item.identity;
      row.label = item.label;
      row.key = item.key;
      row.on = item.on;
      row.territory = item.territory ? item.territory->number : 0;
      if (is_money(claim.metric)) {
        const auto known = days.find(row.opportunity);
        const Day day = known != days.end() ? known->second : item.on.value_or(claim.stated_on);
        put_amount(row, item.amount, std::min(day, question_.as_of));
      }
      judge(row);
      list.rows.push_back(std::move(row));
    }
    name_rows(list.rows, items);
    return list;
  }

  EndList of_facts(Metric metric) {
    EndList list;
    list.is_of_facts = true;
    if (metric == Metric::revenue_won || metric == Metric::forecast) {
      add_closing(list, funnel::Outcome::won);
      if (metric == Metric::forecast) add_closing(list, funnel::Outcome::open);
    } else {
      for (const auto& handover : handovers_->all) add_handover(list, handover, metric);
    }
    return list;
  }

  /// The number that a claim states, in the company's currency at the rate of the day it was stated on.
  void put_number(const Claim& claim, EndList& list) const {
    if (!is_money(claim.metric)) return static_cast<void>(list.number = claim.count.value_or(0));
    list.rate_day = claim.stated_on;
    const auto value = claim.amount ? rates_->converted(*claim.amount, claim.stated_on) : std::nullopt;
    if (claim.amount && !rates_->is_own(claim.amount->currency)) list.told = claim.amount;
    list.has_rate = value.has_value();
    list.number = value ? value->minor : 0;
    for (const auto& row : list.rows) {
      const auto then =
          row.told && row.has_rate ? rates_->converted(*row.told, claim.stated_on) : std::nullopt;
      if (then) list.by_rates += then->minor - row.size;
    }
  }

 private:
  /// A row counts at the rate of the day at which the facts count what it means.
  std::map<std::int64_t, Day> rate_days_of(const std::vector<ClaimItem>& items) const {
    std::set<std::int64_t> meant;
    for (const auto& item : items) {
      if (item.opportunity && item.amount && !rates_->is_own(item.amount->currency))
        meant.insert(item.opportunity->number);
    }
    return funnel::rate_days(read_, question_.as_of, meant);
  }

  void put_amount(Counted& row, const std::optional<Money>& amount, Day day) const {
    const auto value = amount ? rates_->converted(*amount, day) : std::nullopt;
    row.size = value ? value->minor : 0;
    row.has_rate = value || !amount;
    if (amount && !rates_->is_own(amount->currency)) row.told = amount;
  }

  /// A record is called what it is called now; what means none, by its account, its identifier or its line.
  void name_rows(std::vector<Counted>& rows, const std::vector<ClaimItem>& items) const {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].opportunity != 0) rows[i].label = name_of(rows[i].opportunity);
      if (rows[i].label.empty()) rows[i].label = rows[i].key;
      if (rows[i].label.empty()) rows[i].label = "line " + std::to_string(items[i].line) + " of the list";
    }
  }

  /// What was passed on is at hand with its name; to look through all the others costs more than to look up
  /// the few that were not.
  std::string name_of(std::int64_t opportunity) const {
    const auto found = by_opportunity_.find(opportunity);
    return found != by_opportunity_.end() ? found->second->name : names_of(read_, {opportunity}).own;
  }

  void add_handover(EndList& list, const funnel::Handover& handover, Metric metric) {
    const Day on = day_of(handover.at);
    if (on < question_.from || on > question_.until || !is_within(handover.territory)) return;
    if (metric == Metric::leads_worked && funnel::treatment_of(handover) != funnel::Treatment::worked) return;
    if (handover.precision == fact::Precision::at_least_since)
      return static_cast<void>(++list.of_unknown_day);
    Counted row{.opportunity = handover.opportunity,
                .identity = identity_of(handover.opportunity, metric),
                .label = handover.name,
                .on = on,
                .territory = handover.territory};
    if (metric == Metric::pipeline_sourced) {
      if (!handover.value) return;
      put_amount(row, handover.value, handover.rate_day);
    }
    judge(row);
    list.rows.push_back(std::move(row));
  }

  void add_closing(EndList& list, funnel::Outcome outcome) {
    for (auto& one :
         funnel::values_closing(read_, question_.as_of, question_.from, question_.until, outcome)) {
      if (!is_within(one.territory)) continue;
      list.rows.push_back({.opportunity = one.opportunity,
                           .identity = "o" + std::to_string(one.opportunity),
                           .label = std::move(one.name),
                           .on = one.on,
                           .territory = one.territory});
      put_amount(list.rows.back(), one.value, one.rate_day);
    }
  }

  /// What the facts say sales did about it. Without a handover nobody of sales can have neglected it, and
  /// where no activity is on record nobody knows who did.
  void judge(Counted& row) const {
    const auto found = by_opportunity_.find(row.opportunity);
    if (found == by_opportunity_.end()) return;
    const auto treatment = funnel::treatment_of(*found->second);
    row.is_contacted = treatment == funnel::Treatment::worked || !handovers_->is_contact_recorded;
    // What was recycled was sent back, and that asks for no reason.
    row.has_reason =
        treatment == funnel::Treatment::rejected_with_reason || treatment == funnel::Treatment::recycled;
    row.is_rejected = row.has_reason || treatment == funnel::Treatment::rejected_without_reason;
    if (row.territory == 0) row.territory = found->second->territory;
  }

  /// The same contact, or account, is one lead where both have signed that; money is counted by opportunity.
  std::string identity_of(std::int64_t opportunity, Metric metric) const {
    const auto found = by_opportunity_.find(opportunity);
    if (!is_money(metric) && found != by_opportunity_.end()) {
      const auto& handover = *found->second;
      if (same_ == SameLead::contact && handover.contact != 0) return "c" + std::to_string(handover.contact);
      if (same_ == SameLead::account && handover.account != 0) return "a" + std::to_string(handover.account);
    }
    return "o" + std::to_string(opportunity);
  }

  bool is_within(std::int64_t territory) const { return !within_ || within_->contains(territory); }

  const Read& read_;
  const BridgeQuestion& question_;
  std::shared_ptr<const exchange_rate::Rates> rates_;
  std::shared_ptr<const funnel::Handovers> handovers_;
  std::unordered_map<std::int64_t, const funnel::Handover*> by_opportunity_;
  std::optional<std::set<std::int64_t>> within_;
  SameLead same_ = SameLead::record;
};

std::int64_t sum_of(const std::vector<Counted>& rows) {
  std::int64_t sum = 0;
  for (const auto& row : rows) sum += row.size;
  return sum;
}

}  // namespace

EndList list_of(const Read& read, const std::optional<Claim>& claim, Metric metric,
                const BridgeQuestion& question, WithoutList without) {
  Reader reader(read, question);
  const auto items = claim ? items_of(read, claim->id) : std::vector<ClaimItem>{};
  const bool is_given = !claim || !items.empty();
  const bool is_of_items = claim && (is_given || without == WithoutList::is_empty);
  EndList list = is_of_items ? reader.of_items(*claim, items) : reader.of_facts(metric);
  list.is_given = is_given;
  list.number = sum_of(list.rows);
  if (claim) reader.put_number(*claim, list);
  return list;
}

std::string_view in_words(Metric metric) {
  switch (metric) {
    case Metric::leads_passed_on:
      return "leads passed on";
    case Metric::leads_worked:
      return "leads worked";
    case Metric::pipeline_sourced:
      return "pipeline sourced";
    case Metric::revenue_won:
      return "revenue won";
    case Metric::forecast:
      return "forecast";
    case Metric::revenue_credited:
      return "revenue credited";
  }
  return {};
}

std::string_view definition_by_facts(Metric metric) {
  switch (metric) {
    case Metric::leads_passed_on:
      return "Leads and opportunities that marketing passed on to sales in the period.";
    case Metric::leads_worked:
      return "Those of them that sales contacted or moved on, and did not reject.";
    case Metric::pipeline_sourced:
      return "The value of leads and opportunities that marketing passed on to sales in the period.";
    case Metric::revenue_won:
      return "The value of opportunities won in the period.";
    case Metric::forecast:
      return "The value of opportunities won in the period, and of open ones expected to close in it.";
    case Metric::revenue_credited:
      return "The revenue that the side's touchpoints have earned by the rules of credit.";
  }
  return {};
}

}  // namespace accord::claim
