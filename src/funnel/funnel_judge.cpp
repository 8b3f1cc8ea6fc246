// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_judge.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "web/percent.hpp"

namespace accord::funnel {
namespace {

constexpr const char* too_few_closed =
    "Not enough journeys have closed yet to know how often they are won (30 are needed).";

}  // namespace

Judge::Judge(Funnel funnel) : funnel_(std::move(funnel)) {
  for (std::size_t i = 0; i < funnel_.stages.size(); ++i) {
    by_name_.emplace(lower(funnel_.stages[i].name), i);
    for (const auto& name : funnel_.stages[i].crm_stages) by_name_.insert_or_assign(lower(name), i);
  }
}

const FunnelStage* Judge::stage(const std::string& name) const {
  const auto found = by_name_.find(lower(name));
  return found == by_name_.end() ? nullptr : &funnel_.stages[found->second];
}

void WinRates::add(const std::string& stage, std::int64_t won, std::int64_t closed) {
  auto& rate = by_stage_[stage];
  rate.won += won;
  rate.closed += closed;
  rate.basis = "of those that stood in " + stage;
}

void WinRates::add_overall(std::int64_t won, std::int64_t closed) {
  overall_.won += won;
  overall_.closed += closed;
}

void WinRates::name_pages(Day as_of) {
  overall_.page = "/closed-journeys?as_of=" + to_string(as_of);
  for (auto& [stage, rate] : by_stage_) rate.page = overall_.page + "&stage=" + web::percent_encode(stage);
}

const WinRate* WinRates::of(const std::string& stage) const {
  const auto found = by_stage_.find(stage);
  if (found != by_stage_.end() && found->second.closed >= closed_min) return &found->second;
  return overall_.closed >= closed_min ? &overall_ : nullptr;
}

std::optional<std::int64_t> margin_ppm(const product::Product& product) {
  if (!product.list_price || !product.unit_cost || product.list_price->minor <= 0) return std::nullopt;
  if (product.list_price->currency != product.unit_cost->currency) return std::nullopt;
  const Money margin = *product.list_price - *product.unit_cost;
  return scaled(Money{1'000'000, margin.currency}, margin.minor, product.list_price->minor).minor;
}

bool has_evidence(const OpportunityAsOf& one, Evidence evidence) {
  switch (evidence) {
    case Evidence::account:
      return one.account != 0;
    case Evidence::contact:
      return one.contact != 0;
    case Evidence::product:
      return one.product != 0;
    case Evidence::value:
      return one.value.has_value() && !one.is_list_price;
    case Evidence::close_date:
      return one.close_on.has_value();
    case Evidence::source:
      return one.has_source;
    case Evidence::activity:
      return one.last_sales_activity || one.last_marketing_activity;
    case Evidence::owner:
      return one.owner != 0;
  }
  return false;
}

std::string_view in_words(Evidence evidence) {
  switch (evidence) {
    case Evidence::account:
      return "an account";
    case Evidence::contact:
      return "a contact";
    case Evidence::product:
      return "a product";
    case Evidence::value:
      return "a value of its own";
    case Evidence::close_date:
      return "a close date";
    case Evidence::source:
      return "a source";
    case Evidence::activity:
      return "any activity on record";
    case Evidence::owner:
      return "an owner";
  }
  return "";
}

std::string allowed_in_words(double hours, int hours_per_day) {
  const double days = hours / hours_per_day;
  if (days >= 2 && days == std::floor(days)) return std::to_string(static_cast<int>(days)) + " business days";
  return counted(static_cast<std::int64_t>(std::lround(hours)), "business hour", "business hours");
}

StakeSum::StakeSum(Currency currency, std::optional<double> assumed_margin_percent)
    : currency_(currency), assumed_(assumed_margin_percent) {}

StakeSum::Place StakeSum::place_of(const OpportunityAsOf& one, const WinRate* rate) const {
  if (!one.value) return Place::without_value;
  if (one.value->currency != currency_) return Place::other_currency;
  return rate == nullptr ? Place::without_rate : Place::in_sum;
}

std::string_view StakeSum::left_out_because(const OpportunityAsOf& one, const WinRate* rate) const {
  switch (place_of(one, rate)) {
    case Place::in_sum:
      return "";
    case Place::without_value:
      return "It has no value, and its product has no list price.";
    case Place::other_currency:
      return "Its value is in another currency than the company's.";
    case Place::without_rate:
      return too_few_closed;
  }
  return "";
}

std::optional<std::int64_t> StakeSum::margin_of(std::optional<std::int64_t> of_product_ppm) const {
  if (of_product_ppm || !assumed_) return of_product_ppm;
  return std::llround(*assumed_ * 10'000);
}

void StakeSum::add(const OpportunityAsOf& one, const WinRate* rate, std::optional<std::int64_t> ppm) {
  ++count_;
  const auto place = place_of(one, rate);
  ++placed_.at(static_cast<std::size_t>(place));
  if (place != Place::in_sum) return;
  if (one.is_list_price) ++list_price_;
  lines_.push_back({one.id, one.value->minor, rate, margin_of(ppm)});
}

void StakeSum::put_into(gap::Found& found, const Read& read) const {
  Figure& figure = found.gap.stake;
  figure.unit = FigureUnit::money;
  figure.as_of = read.as_of();
  figure.link = found.gap.evidence;
  figure.inputs.push_back(
      {"opportunities", static_cast<double>(count_), {}, FigureUnit::count, found.gap.evidence});
  found.gap.count = count_;
  if (lines_.empty()) return put_unknown(found);
  const bool has_margin = std::ranges::all_of(lines_, [](const Line& line) { return line.ppm.has_value(); });
  Money value{0, currency_}, chance{0, currency_}, stake{0, currency_};
  for (const auto& line : lines_) {
    const Money own = scaled(Money{line.value, currency_}, line.rate->won, line.rate->closed);
    const Money part = has_margin ? scaled(own, *line.ppm, 1'000'000) : own;
    value += Money{line.value, currency_};
    chance += own;
    stake += part;
    found.parts.push_back({"opportunity", line.opportunity, part.minor});
  }
  found.gap.stake_kind = has_margin ? gap::StakeKind::expected_margin : gap::StakeKind::expected_revenue;
  figure.name = has_margin ? "Expected margin" : "Expected revenue";
  figure.money = stake;
  figure.formula = has_margin
                       ? "for each: value × win rate × gross margin, rounded to the smallest unit, then added"
                       : "for each: value × win rate, rounded to the smallest unit, then added; the gross "
                         "margin is not known, since no cost of goods is on record and none was agreed";
  figure.inputs.push_back({"their value", {}, value, FigureUnit::money, found.gap.evidence});
  add_rate(figure, *lines_.front().rate);
  if (has_margin) figure.inputs.push_back({"value × win rate", {}, chance, FigureUnit::money, ""});
  add_left_out(figure);
}

void StakeSum::put_unknown(gap::Found& found) const {
  found.gap.stake_kind = gap::StakeKind::unknown;
  found.gap.stake.name = "At stake";
  const bool lacks_rate = placed_.at(static_cast<std::size_t>(Place::without_rate)) > 0;
  found.gap.stake.why =
      lacks_rate ? too_few_closed : "None of them has a value, and their products have no list price.";
}

/// What the sum holds besides given values, and what it does not hold.
void StakeSum::add_left_out(Figure& figure) const {
  const auto placed = [&](Place place) { return placed_.at(static_cast<std::size_t>(place)); };
  const std::initializer_list<std::pair<const char*, std::int64_t>> counts{
      {"of them at list price, for want of a value", list_price_},
      {"left out: no value", placed(Place::without_value)},
      {"left out: another currency", placed(Place::other_currency)},
      {"left out: no win rate", placed(Place::without_rate)}};
  for (const auto& [name, count] : counts) {
    if (count > 0) figure.inputs.push_back({name, static_cast<double>(count), {}, FigureUnit::count, ""});
  }
}

void add_rate(Figure& figure, const WinRate& rate) {
  const std::string name = "win rate " + rate.basis;
  const std::string won = rate.page.empty() ? "" : rate.page + "&outcome=won";
  figure.inputs.push_back({name + ": won", static_cast<double>(rate.won), {}, FigureUnit::count, won});
  figure.inputs.push_back(
      {name + ": closed", static_cast<double>(rate.closed), {}, FigureUnit::count, rate.page});
}

}  // namespace accord::funnel
