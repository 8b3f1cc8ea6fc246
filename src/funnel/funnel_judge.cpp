// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_judge.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "web/percent.hpp"

namespace accord::funnel {
namespace {

constexpr std::string_view too_few_closed =
    "Not enough journeys have closed yet to know how often they are won (30 are needed, some of them lost).";

}  // namespace

std::map<std::string, std::size_t, std::less<>> places_by_name(const Funnel& funnel) {
  std::map<std::string, std::size_t, std::less<>> places;
  for (std::size_t i = 0; i < funnel.stages.size(); ++i) {
    places.emplace(lower(funnel.stages[i].name), i);
    for (const auto& name : funnel.stages[i].crm_stages) places.insert_or_assign(lower(name), i);
  }
  return places;
}

Judge::Judge(Funnel funnel) : funnel_(std::move(funnel)), by_name_(places_by_name(funnel_)) {}

const FunnelStage* Judge::stage(std::string_view name) const {
  if (const auto asked = asked_.find(name); asked != asked_.end()) return asked->second;
  const auto found = by_name_.find(lower(name));
  const auto* stage = found == by_name_.end() ? nullptr : &funnel_.stages[found->second];
  return asked_.emplace(name, stage).first->second;
}

void WinRates::add(const OpportunityAsOf& one, const Judge* judge) {
  if (one.outcome == Outcome::open || one.stays.empty()) return;
  const std::int64_t won = one.outcome == Outcome::won ? 1 : 0;
  overall_.won += won;
  ++overall_.closed;
  counted_.clear();
  for (const auto& stay : one.stays) {
    auto& rate = rate_of(stay.stage, judge);
    if (std::ranges::find(counted_, &rate) != counted_.end()) continue;
    counted_.push_back(&rate);
    rate.won += won;
    ++rate.closed;
  }
}

/// The rate of the agreed stage behind a system's name; each name is looked up once for each version.
WinRate& WinRates::rate_of(std::string_view name, const Judge* judge) {
  auto& by_name = by_name_[judge];
  if (const auto known = by_name.find(name); known != by_name.end()) return *known->second;
  const auto* agreed = judge == nullptr ? nullptr : judge->stage(name);
  const std::string stage(agreed == nullptr ? name : agreed->name);
  auto& rate = by_stage_.try_emplace(stage, WinRate{0, 0, "of those that stood in " + stage}).first->second;
  by_name.emplace(name, &rate);
  return rate;
}

void WinRates::name_pages(Day as_of) {
  overall_.page = "/closed-journeys?as_of=" + to_string(as_of);
  for (auto& [stage, rate] : by_stage_) rate.page = overall_.page + "&stage=" + web::percent_encode(stage);
}

const WinRate* WinRates::of(std::string_view stage) const {
  // Who closes only what is won has no win rate.
  if (overall_.won == overall_.closed) return nullptr;
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

StakeSum::StakeSum(Currency currency, std::optional<double> assumed_margin_percent, std::string agreed_in)
    : currency_(currency), assumed_(assumed_margin_percent), agreed_in_(std::move(agreed_in)) {}

Priced priced(const OpportunityAsOf& one) {
  return {one.id, {one.value, one.worth, one.rate_day}, one.is_list_price};
}

void StakeSum::add(const Priced& one, std::string_view stage, std::optional<std::int64_t> ppm) {
  const auto& [value, worth, rate_day] = one.valued;
  ++count_;
  if (!value) return static_cast<void>(++without_value_);
  if (!worth) return add_to(without_rate_, one.valued);
  if (value->currency != currency_) add_to(converted_, one.valued);
  if (one.is_list_price) ++list_price_;
  if (!ppm && assumed_) ++agreed_;
  lines_.push_back({one.opportunity, worth->minor, margin_of(ppm), number_of(stage)});
}

void StakeSum::add_to(ByCurrency& found, const Valued& one) {
  auto& [count, first, last] =
      found.try_emplace(one.value->currency, Foreign{0, one.rate_day, one.rate_day}).first->second;
  ++count;
  first = std::min(first, one.rate_day);
  last = std::max(last, one.rate_day);
}

/// A sum is of few stages, so a walk is quicker than a hash.
std::size_t StakeSum::number_of(std::string_view stage) {
  const auto known = std::ranges::find(stages_, stage);
  if (known != stages_.end()) return static_cast<std::size_t>(known - stages_.begin());
  stages_.emplace_back(stage);
  return stages_.size() - 1;
}

std::string StakeSum::left_out_because(const Valued& of, const WinRate* rate) {
  if (!of.value) return "It has no value, and its product has no list price.";
  if (!of.worth) return exchange_rate::no_rate_in_words(of.value->currency, of.rate_day);
  return rate == nullptr ? std::string(too_few_closed) : "";
}

std::optional<std::int64_t> StakeSum::margin_of(std::optional<std::int64_t> of_product_ppm) const {
  if (of_product_ppm || !assumed_) return of_product_ppm;
  return std::llround(*assumed_ * 10'000);
}

/// By the number of the stage; nullptr where nothing is known of it.
std::vector<const WinRate*> StakeSum::rates_in(const WinRates& rates) const {
  std::vector<const WinRate*> found;
  for (const auto& stage : stages_) found.push_back(rates.of(stage));
  return found;
}

void StakeSum::put_into(gap::Found& found, const Read& read, const WinRates& rates) const {
  Figure& figure = found.gap.stake;
  figure.unit = FigureUnit::money;
  figure.as_of = read.as_of();
  figure.link = found.gap.evidence;
  figure.inputs.push_back(
      {"opportunities", static_cast<double>(count_), {}, FigureUnit::count, found.gap.evidence});
  found.gap.count = count_;
  const auto by_stage = rates_in(rates);
  if (std::ranges::all_of(by_stage, [](const WinRate* rate) { return rate == nullptr; }))
    return put_unknown(found);
  const bool has_margin = std::ranges::all_of(
      lines_, [&](const Line& line) { return by_stage[line.stage] == nullptr || line.ppm.has_value(); });
  Money value{0, currency_}, chance{0, currency_}, stake{0, currency_};
  for (const auto& line : lines_) {
    const auto* rate = by_stage[line.stage];
    if (rate == nullptr) continue;
    const Money own = scaled(Money{line.value, currency_}, rate->won, rate->closed);
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
  if (!converted_.empty())
    figure.formula += "; values in other currencies count in " + std::string(currency_.text()) +
                      " at the exchange rate of the day, each rounded once";
  figure.inputs.push_back({"their value", {}, value, FigureUnit::money, found.gap.evidence});
  add_converted(figure, read);
  std::set<const WinRate*> named{nullptr};
  for (const auto* rate : by_stage) {
    if (named.insert(rate).second) add_rate(figure, *rate);
  }
  if (has_margin) figure.inputs.push_back({"value × win rate", {}, chance, FigureUnit::money, ""});
  if (has_margin && agreed_ > 0)
    figure.inputs.push_back(
        {"gross margin of " + std::to_string(agreed_) + " of them, as agreed for want of a product's cost",
         assumed_,
         {},
         FigureUnit::percent,
         agreed_in_});
  add_left_out(figure, by_stage);
}

void StakeSum::put_unknown(gap::Found& found) const {
  found.gap.stake_kind = gap::StakeKind::unknown;
  found.gap.stake.name = "At stake";
  found.gap.stake.why = count_ == 0       ? "Nothing was found, so nothing is at stake."
                        : !lines_.empty() ? std::string(too_few_closed)
                        : !without_rate_.empty()
                            ? "Their values are in other currencies, and no exchange rate is on record: " +
                                  listed(without_rate_in_words()) + "."
                            : "None of them has a value, and their products have no list price.";
}

/// "2 in CHF have none of 18 May 2026 or the week before"
std::vector<std::string> StakeSum::without_rate_in_words() const {
  std::vector<std::string> sentences;
  for (const auto& [currency, foreign] : without_rate_)
    sentences.push_back(std::to_string(foreign.count) + " in " + std::string(currency.text()) + " " +
                        (foreign.count == 1 ? "has" : "have") + " none of " + days_in_words(foreign) +
                        " or the week before");
  return sentences;
}

std::string StakeSum::days_in_words(const Foreign& foreign) {
  if (foreign.first == foreign.last) return in_words(foreign.first);
  return "their days, " + in_words(foreign.first) + " to " + in_words(foreign.last);
}

/// The rate itself where all of a currency take the same.
void StakeSum::add_converted(Figure& figure, const Read& read) const {
  const auto rates = exchange_rate::rates(read);
  for (const auto& [currency, foreign] : converted_) {
    const std::string those = "of them in " + std::string(currency.text());
    const auto *first = rates->rate(currency, foreign.first), *last = rates->rate(currency, foreign.last);
    const std::string days =
        "/exchange-rates?day_from=" + to_string(foreign.first - exchange_rate::usable_days) +
        "&day_to=" + to_string(foreign.last);
    figure.inputs.push_back({those + ", at exchange rates of " + days_in_words(foreign),
                             static_cast<double>(foreign.count),
                             {},
                             FigureUnit::count,
                             days});
    if (first != nullptr && first == last) figure.inputs.push_back(exchange_rate::input_of(*first));
  }
}

/// What the sum holds besides given values, and what it does not hold.
void StakeSum::add_left_out(Figure& figure, const std::vector<const WinRate*>& by_stage) const {
  const auto without_win_rate =
      std::ranges::count_if(lines_, [&](const Line& line) { return by_stage[line.stage] == nullptr; });
  const auto add = [&](std::string name, std::int64_t count) {
    if (count > 0)
      figure.inputs.push_back({std::move(name), static_cast<double>(count), {}, FigureUnit::count, ""});
  };
  add("of them at list price, for want of a value", list_price_);
  add("left out: no value", without_value_);
  for (const auto& [currency, foreign] : without_rate_)
    add("left out: in " + std::string(currency.text()) + ", without an exchange rate of " +
            days_in_words(foreign) + " or the week before",
        foreign.count);
  add("left out: no win rate", without_win_rate);
}

void add_rate(Figure& figure, const WinRate& rate) {
  const std::string name = "win rate " + rate.basis;
  const std::string won = rate.page.empty() ? "" : rate.page + "&outcome=won";
  figure.inputs.push_back({name + ": won", static_cast<double>(rate.won), {}, FigureUnit::count, won});
  figure.inputs.push_back(
      {name + ": closed", static_cast<double>(rate.closed), {}, FigureUnit::count, rate.page});
}

}  // namespace accord::funnel
