// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_judgement.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/json.hpp"
#include "funnel/funnel_store.hpp"

namespace accord::funnel {
Judgement::Judgement(const Read& read, Day as_of)
    : as_of_(as_of),
      conversion_(read),
      terms_(agreement::terms_of(read, "funnel")),
      provisional_terms_(agreement::provisional_terms_of(read, "funnel")),
      lineages_(territory::all_lineages(read)),
      calendars_(territory::all_calendars(read)) {
  end_ = Instant{instant_of({as_of + 1, 0}, calendar(0).time_zone).ms - 1};
  for (const auto& product : products_with_cost(read)) {
    if (const auto ppm = funnel::margin_ppm(product)) margins_.emplace(product.id.number, *ppm);
  }
  read_reliefs(read);
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

double Judgement::hours_since(Instant from, std::int64_t territory) const {
  return territory::business_hours(calendar(territory), from, end_);
}

bool Judgement::has_passed(std::int64_t territory, Instant from, double hours) const {
  const auto [limit, is_new] = limits_.try_emplace({territory, hours});
  if (is_new) limit->second = territory::first_within(calendar(territory), hours, end_);
  return from < limit->second;
}

std::optional<Instant> last_work(const OpportunityAsOf& one, Side side) {
  if (side == Side::sales) return one.last_sales_activity;
  if (side == Side::marketing) return one.last_marketing_activity;
  return std::max(one.last_sales_activity, one.last_marketing_activity);
}

Instant idle_since(const OpportunityAsOf& one, Side side) {
  return std::max(last_work(one, side).value_or(one.since), one.since);
}

std::string first_step(const Read& read, std::optional<Id<territory::Territory>> territory) {
  const Judgement judgement(read, people::today(read));
  const auto& basis = judgement.basis(territory.value_or(Id<territory::Territory>{}).number);
  const bool is_binding = basis.judge != nullptr && basis.why_provisional.empty();
  if (is_binding) {
    const auto& stages = basis.judge->funnel().stages;
    const auto first = std::ranges::find(stages, Outcome::open, &FunnelStage::outcome);
    if (first != stages.end()) return first->name;
  }
  return "Inquiry";
}

}  // namespace accord::funnel
