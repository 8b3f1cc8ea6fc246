// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_judgement.hpp"

#include <set>

#include "base/json.hpp"

namespace accord::funnel {
namespace {

/// Goes through stays and tells, once for each closed journey, the agreed stages it stood in.
class ClosedJourneys {
 public:
  explicit ClosedJourneys(WinRates& rates) : rates_(rates) {}
  void add(std::int64_t opportunity, const std::string& stage, Outcome outcome) {
    if (opportunity != opportunity_) finish();
    opportunity_ = opportunity;
    outcome_ = outcome;
    stages_.insert(stage);
  }
  void finish() {
    if (opportunity_ != 0 && outcome_ != Outcome::open) {
      rates_.add_overall(outcome_ == Outcome::won);
      for (const auto& stage : stages_) rates_.add(stage, outcome_ == Outcome::won);
    }
    stages_.clear();
  }

 private:
  WinRates& rates_;
  std::int64_t opportunity_ = 0;
  Outcome outcome_ = Outcome::open;
  std::set<std::string> stages_;
};

}  // namespace

Judgement::Judgement(const Read& read, Day as_of)
    : as_of_(as_of),
      currency_(people::currency_of(read)),
      terms_(agreement::terms_of(read, "funnel")),
      newest_(agreement::newest_of(read, "funnel")),
      calendars_(territory::all_calendars(read)) {
  end_ = Instant{instant_of({as_of + 1, 0}, calendar(0).time_zone).ms - 1};
  for (const auto& product : products_with_cost(read)) {
    if (const auto ppm = funnel::margin_ppm(product)) margins_.emplace(product.id.number, *ppm);
  }
  read_win_rates(read, as_of);
}

void Judgement::read_win_rates(const Read& read, Day as_of) {
  ClosedJourneys journeys(win_rates_);
  std::map<std::string, std::string, std::less<>> agreed;  // The stage behind each name, looked up once.
  const Judge* judge = basis(0).judge;
  each_stay(read, as_of, [&](const Stay& stay, Outcome outcome) {
    auto found = agreed.find(stay.stage);
    if (found == agreed.end()) {
      const auto* stage = judge == nullptr ? nullptr : judge->stage(stay.stage);
      found = agreed.emplace(stay.stage, stage == nullptr ? stay.stage : stage->name).first;
    }
    journeys.add(stay.opportunity, found->second, outcome);
  });
  journeys.finish();
}

const Judge* Judgement::judge_of(const agreement::Version& version) const {
  auto& judge = judges_[version.id.number];
  if (!judge) judge = std::make_unique<Judge>(from_json<Funnel>(parse_json(version.body.text)));
  return judge.get();
}

Judgement::Basis Judgement::basis(std::int64_t territory) const {
  Basis basis;
  basis.hours_per_day = calendar(territory).hours_per_day();
  const auto where = territory == 0 ? std::nullopt : std::optional(Id<territory::Territory>{territory});
  if (const auto* term = agreement::term_on(terms_, where, as_of_)) {
    basis.judge = judge_of(term->version);
    basis.link = term->link;
  } else if (newest_) {
    basis.judge = judge_of(newest_->version);
    basis.link = newest_->link;
    basis.is_provisional = true;
  }
  return basis;
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

}  // namespace accord::funnel
