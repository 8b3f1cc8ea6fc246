// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_judgement.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/json.hpp"

namespace accord::funnel {
namespace {

/// Goes through stays and counts each closed journey once in every agreed stage it stood in.
class ClosedJourneys {
 public:
  explicit ClosedJourneys(const Judge* judge) : judge_(judge) {}

  void add(const Stay& stay, Outcome outcome) {
    if (stay.opportunity != opportunity_) finish_journey();
    opportunity_ = stay.opportunity;
    outcome_ = outcome;
    const auto stage = number_of(stay.stage);
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

  /// The agreed stage behind a system's name, as a number; each name is looked up once.
  std::size_t number_of(const std::string& name) {
    if (const auto known = numbers_.find(name); known != numbers_.end()) return known->second;
    const auto* stage = judge_ == nullptr ? nullptr : judge_->stage(name);
    const auto number =
        numbers_by_agreed_name_.emplace(stage == nullptr ? name : stage->name, counts_.size()).first->second;
    if (number == counts_.size()) counts_.emplace_back(0, 0);
    return numbers_.emplace(name, number).first->second;
  }

  const Judge* judge_;
  std::int64_t opportunity_ = 0, won_ = 0, closed_ = 0;
  Outcome outcome_ = Outcome::open;
  std::vector<std::size_t> stages_;
  std::unordered_map<std::string, std::size_t> numbers_;
  std::map<std::string, std::size_t> numbers_by_agreed_name_;
  std::vector<std::pair<std::int64_t, std::int64_t>> counts_;
};

}  // namespace

Judgement::Judgement(const Read& read, Day as_of)
    : as_of_(as_of),
      currency_(currency_of(read)),
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
  ClosedJourneys journeys(basis(0).judge);
  each_stay(read, as_of, [&](const Stay& stay, Outcome outcome) { journeys.add(stay, outcome); });
  journeys.finish(win_rates_);
  win_rates_.name_pages(as_of);
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

Judgement::Basis Judgement::work_out_basis(std::int64_t territory) const {
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

double Judgement::hours_since(Instant from, std::int64_t territory) const {
  return territory::business_hours(calendar(territory), from, end_);
}

}  // namespace accord::funnel
