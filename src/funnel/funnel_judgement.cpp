// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_judgement.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/json.hpp"

namespace accord::funnel {
namespace {

/// Goes through stays and counts each closed journey once in every agreed stage it stood in, by the names of
/// the version that judges its territory.
class ClosedJourneys {
 public:
  void add(const Stay& stay, Outcome outcome, const Judge* judge) {
    if (stay.opportunity != opportunity_) finish_journey();
    opportunity_ = stay.opportunity;
    outcome_ = outcome;
    const auto stage = number_of(stay.stage, judge);
    if (std::ranges::find(stages_, stage) == stages_.end()) stages_.push_back(stage);
  }

  void finish(WinRates& rates) {
    finish_journey();
    rates.add_overall(won_, closed_);
    for (const auto& [name, number] : numbers_by_agreed_name_) {
      rates.add(name, counts_[number].first, counts_[number].second);
    }
  }

 private:
  void finish_journey() {
    if (opportunity_ != 0 && outcome_ != Outcome::open) {
      const std::int64_t won = outcome_ == Outcome::won ? 1 : 0;
      ++closed_;
      won_ += won;
      for (const auto stage : stages_) counts_[stage].first += won, ++counts_[stage].second;
    }
    stages_.clear();
  }

  /// The agreed stage behind a system's name, as a number; each name is looked up once for each version.
  std::size_t number_of(const std::string& name, const Judge* judge) {
    auto& numbers = numbers_[judge];
    if (const auto known = numbers.find(name); known != numbers.end()) return known->second;
    const auto* stage = judge == nullptr ? nullptr : judge->stage(name);
    const auto number =
        numbers_by_agreed_name_.emplace(stage == nullptr ? name : stage->name, counts_.size()).first->second;
    if (number == counts_.size()) counts_.emplace_back(0, 0);
    return numbers.emplace(name, number).first->second;
  }

  std::int64_t opportunity_ = 0, won_ = 0, closed_ = 0;
  Outcome outcome_ = Outcome::open;
  std::vector<std::size_t> stages_;
  std::map<const Judge*, std::unordered_map<std::string, std::size_t>> numbers_;
  std::map<std::string, std::size_t> numbers_by_agreed_name_;
  std::vector<std::pair<std::int64_t, std::int64_t>> counts_;
};

std::optional<Instant> last_work(const OpportunityAsOf& one, Side side) {
  if (side == Side::sales) return one.last_sales_activity;
  if (side == Side::marketing) return one.last_marketing_activity;
  return std::max(one.last_sales_activity, one.last_marketing_activity);
}

}  // namespace

Judgement::Judgement(const Read& read, Day as_of)
    : as_of_(as_of),
      currency_(people::currency_of(read)),
      terms_(agreement::terms_of(read, "funnel")),
      provisional_terms_(agreement::provisional_terms_of(read, "funnel")),
      lineages_(territory::all_lineages(read)),
      calendars_(territory::all_calendars(read)) {
  end_ = Instant{instant_of({as_of + 1, 0}, calendar(0).time_zone).ms - 1};
  for (const auto& product : products_with_cost(read)) {
    if (const auto ppm = funnel::margin_ppm(product)) margins_.emplace(product.id.number, *ppm);
  }
  read_reliefs(read);
  read_win_rates(read, as_of);
}

void Judgement::read_win_rates(const Read& read, Day as_of) {
  ClosedJourneys journeys;
  each_stay(read, as_of, [&](const Stay& stay, Outcome outcome) {
    journeys.add(stay, outcome, basis(stay.territory).judge);
  });
  journeys.finish(win_rates_);
}

void Judgement::read_reliefs(const Read& read) {
  for (const auto* terms : {&terms_, &provisional_terms_}) {
    for (const auto& term : *terms) {
      reliefs_.try_emplace(term.version.id.number, agreement::reliefs_of(read, term.version));
      const auto where = term.territory ? read.find(*term.territory) : std::nullopt;
      if (where) territory_names_.emplace(where->id.number, where->name);
    }
  }
}

const Judge* Judgement::judge_of(const agreement::Version& version) const {
  auto& judge = judges_[version.id.number];
  if (!judge) judge = std::make_unique<Judge>(from_json<Funnel>(parse_json(version.body.text)));
  return judge.get();
}

const Judgement::Basis& Judgement::basis(std::int64_t territory) const {
  const auto found = bases_.find(territory);
  return found != bases_.end() ? found->second
                               : bases_.emplace(territory, work_out_basis(territory)).first->second;
}

const std::vector<Id<territory::Territory>>& Judgement::lineage(std::int64_t territory) const {
  static const std::vector<Id<territory::Territory>> nowhere;
  const auto found = lineages_.find(territory);
  return found == lineages_.end() ? nowhere : found->second;
}

Judgement::Basis Judgement::work_out_basis(std::int64_t territory) const {
  Basis basis;
  basis.hours_per_day = calendar(territory).hours_per_day();
  const auto* term = agreement::term_on(terms_, lineage(territory), as_of_);
  if (term == nullptr) {
    term = agreement::term_on(provisional_terms_, lineage(territory), as_of_);
    if (term == nullptr) return basis;
    basis.why_provisional = term->is_signed ? "not in force on that day" : "an unsigned draft";
  }
  basis.judge = judge_of(term->version);
  basis.link = term->link;
  basis.territory = term->territory;
  if (term->territory) basis.place = territory_names_.at(term->territory->number);
  basis.reliefs = &reliefs_.at(term->version.id.number);
  return basis;
}

std::vector<std::int64_t> Judgement::judged_by(const Basis& wanted) const {
  std::vector<std::int64_t> territories;
  if (basis(0).link == wanted.link) territories.push_back(0);
  for (const auto& [territory, line] : lineages_) {
    if (basis(territory).link == wanted.link) territories.push_back(territory);
  }
  return territories.size() == lineages_.size() + 1 ? std::vector<std::int64_t>{} : territories;
}

std::vector<const Judge*> Judgement::judges() const {
  std::vector<const Judge*> judges;
  const auto add = [&](const Basis& basis) {
    if (basis.judge != nullptr && std::ranges::find(judges, basis.judge) == judges.end())
      judges.push_back(basis.judge);
  };
  add(basis(0));
  for (const auto& [territory, line] : lineages_) add(basis(territory));
  return judges;
}

const agreement::Relief* Judgement::relief(const Basis& basis, std::string_view clause,
                                           const OpportunityAsOf& one) const {
  for (const auto& relief : *basis.reliefs) {
    if (as_of_ < relief.from || relief.until < as_of_) continue;
    if (!agreement::is_within(clause, relief.exception.clause)) continue;
    if (agreement::covers(relief.exception, lineage(one.territory), {one.account}, {one.product}))
      return &relief;
  }
  return nullptr;
}

const territory::WorkCalendar& Judgement::calendar(std::int64_t territory) const {
  const auto found = calendars_.find(territory);
  if (found != calendars_.end()) return found->second;
  static const territory::WorkCalendar standard;
  const auto company = calendars_.find(0);
  return company == calendars_.end() ? standard : company->second;
}

std::optional<std::int64_t> Judgement::margin_ppm(std::int64_t product) const {
  const auto found = margins_.find(product);
  if (found == margins_.end()) return std::nullopt;
  return found->second;
}

double Judgement::hours_in_stage(const OpportunityAsOf& one) const {
  return territory::business_hours(calendar(one.territory), one.since, end_);
}

double idle_hours(const Judgement& judgement, const OpportunityAsOf& one, Side responsible) {
  const Instant from = std::max(last_work(one, responsible).value_or(one.since), one.since);
  return territory::business_hours(judgement.calendar(one.territory), from, judgement.end());
}

}  // namespace accord::funnel
