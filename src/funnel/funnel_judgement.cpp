// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_judgement.hpp"

#include "base/json.hpp"
#include "funnel/funnel_store.hpp"

namespace accord::funnel {
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

bool Judgement::has_passed(std::int64_t territory, Instant from, double hours) const {
  const auto [limit, is_new] = limits_.try_emplace({territory, hours});
  if (is_new) limit->second = territory::first_within(calendar(territory), hours, end_);
  return from < limit->second;
}

}  // namespace accord::funnel
