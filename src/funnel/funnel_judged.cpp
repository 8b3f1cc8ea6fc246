// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_judged.hpp"

#include <algorithm>

#include "db/list_rows.hpp"
#include "funnel/funnel_survey.hpp"

namespace accord::funnel {
namespace {

JudgedRow row_of(const Judgement& judgement, const FunnelStage& stage, const Judgement::Basis& basis,
                 const OpportunityAsOf& one) {
  const double hours_per_day = basis.hours_per_day;
  const auto last = last_work(one, stage.responsible);
  JudgedRow row;
  row.id = {one.id};
  if (one.account != 0) row.account = {one.account};
  if (one.product != 0) row.product = {one.product};
  if (one.owner != 0) row.owner = {one.owner};
  if (one.territory != 0) row.territory = {one.territory};
  const auto* agreed = basis.judge == nullptr ? nullptr : basis.judge->stage(one.stage);
  row.stage = agreed == nullptr ? one.stage : agreed->name;
  row.outcome = one.outcome;
  row.since = day_of(one.since);
  row.since_precision = one.since_precision;
  row.business_days = judgement.hours_since(one.since, one.territory) / hours_per_day;
  if (last) row.last_worked_on = day_of(*last);
  row.idle_business_days =
      judgement.hours_since(idle_since(one, stage.responsible), one.territory) / hours_per_day;
  row.value = one.value;
  row.worth = one.worth;
  if (one.value) row.value_basis = one.is_list_price ? ValueBasis::list_price : ValueBasis::given;
  return row;
}

/// What only rows that are shown need: what the stake is called, and where its working stands.
void dress(JudgedRow& row, const JudgedRows& all, const PageOfRow& page_of, std::int64_t as_of) {
  name_stake(row.stake, all.has_margin, as_of);
  row.stake.link = page_of(row.id);
}

Expected expected_of(const JudgedRows& all, std::size_t place) {
  const auto& row = all.rows[place];
  return {row.id,
          row.product,
          {row.value, row.worth, all.rate_days[place]},
          row.value_basis == ValueBasis::list_price,
          &*all.rate,
          all.margins[place]};
}

}  // namespace

void JudgedCollection::add(const FunnelStage& stage, const Judgement::Basis& basis,
                           const OpportunityAsOf& one) {
  if (!sum_) sum_.emplace(judgement_.currency(), basis.judge->funnel().assumed_margin_percent, basis.link);
  stage_ = stage.name;
  const auto ppm = judgement_.margin_ppm(one.product);
  sum_->add(priced(one), stage.name, ppm);
  found_.rows.push_back(row_of(judgement_, stage, basis, one));
  found_.margins.push_back({sum_->margin_of(ppm), ppm ? "" : basis.link});
  found_.rate_days.push_back(one.rate_day);
}

JudgedRows JudgedCollection::take(const Read& read, const WinRates& rates) {
  if (sum_) share_out(read, rates);
  add_names(read, found_.rows);
  return std::move(found_);
}

void JudgedCollection::share_out(const Read& read, const WinRates& rates) {
  const auto* rate = rates.of(stage_);
  if (rate != nullptr) found_.rate = *rate;
  for (std::size_t i = 0; i < found_.rows.size(); ++i) {
    auto& row = found_.rows[i];
    row.stake.why = StakeSum::left_out_because({row.value, row.worth, found_.rate_days[i]}, rate);
  }
  gap::Found found;
  sum_->put_into(found, read, rates);
  found_.has_margin = found.gap.stake_kind == gap::StakeKind::expected_margin;
  auto row = found_.rows.begin();
  for (const auto& part : found.parts) {
    while (row->id.number != part.id) ++row;
    row->stake.money = Money{part.minor, judgement_.currency()};
  }
}

Listed<JudgedRow> list_judged(const Read& read, const web::Input& input, const JudgedRows& all,
                              const PageOfRow& page_of, std::initializer_list<std::string_view> names) {
  auto request = input.list();
  std::erase_if(request.filters, [&](const auto& filter) {
    return std::ranges::find(names, std::string_view(filter.first)) != names.end();
  });
  // What is asked for later in a list counts.
  request.filters.insert(request.filters.begin(), {"order", "-stake"});
  auto listed = list_rows(all.rows, request);
  for (auto& row : listed.items) dress(row, all, page_of, read.as_of());
  return listed;
}

JudgedRow one_judged(const Read& read, const web::Input& input, const JudgedRows& all,
                     const PageOfRow& page_of) {
  const auto found = std::ranges::find(all.rows, input.id_of<Opportunity>(), &JudgedRow::id);
  refuse_if(found == all.rows.end(), web::not_found);
  JudgedRow row = *found;
  dress(row, all, page_of, read.as_of());
  const auto place = static_cast<std::size_t>(found - all.rows.begin());
  if (row.stake.money) add_inputs(row.stake, expected_of(all, place), Conversion(read), all.has_margin);
  return row;
}

}  // namespace accord::funnel
