// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_expected.hpp"

#include <algorithm>
#include <memory>
#include <set>

#include "funnel/funnel_judgement.hpp"
#include "funnel/funnel_store.hpp"

namespace accord::funnel {
namespace {

StakeSum empty_sum(const Judgement& judgement) {
  const auto& company = judgement.basis(0);
  const auto* judge = company.judge;
  return {judgement.currency(), judge == nullptr ? std::nullopt : judge->funnel().assumed_margin_percent,
          company.link};
}

/// An opportunity that is open, with what its stake is worked out from.
struct Open {
  Priced priced;
  std::int64_t product = 0;
  std::string_view stage;  ///< as both sides call it; lives as long as what holds it
  std::int64_t id() const { return priced.opportunity; }
};

/// What is open on a day, and how often those of each stage are won: one pass over everything, which all
/// gaps of the snapshot share that have stakes of their own.
class Standing {
 public:
  Standing(const Read& read, Day as_of) : judgement_(read, as_of) {
    each_as_of(read, as_of, [&](const OpportunityAsOf& one) { look(one); });
    rates_.name_pages(as_of);
  }
  Standing(const Standing&) = delete;
  Standing& operator=(const Standing&) = delete;

  const Judgement& judgement() const { return judgement_; }
  const WinRates& rates() const { return rates_; }
  /// Nothing (nullptr) where it is not there or not open.
  const Open* find(std::int64_t opportunity) const {
    const auto found = std::ranges::lower_bound(open_, opportunity, {}, &Open::id);
    return found == open_.end() || found->id() != opportunity ? nullptr : &*found;
  }

 private:
  void look(const OpportunityAsOf& one) {
    const auto* judge = judgement_.basis(one.territory).judge;
    rates_.add(one, judge);
    if (one.outcome != Outcome::open) return;
    const auto* agreed = judge == nullptr ? nullptr : judge->stage(one.stage);
    const auto& stage = *stages_.insert(agreed == nullptr ? one.stage : agreed->name).first;
    open_.push_back({priced(one), one.product, stage});
  }

  Judgement judgement_;
  WinRates rates_;
  std::set<std::string> stages_;
  std::vector<Open> open_;  ///< in the order of ids
};

/// What it holds points into itself, so it stays where it was made.
const Standing& standing(const Read& read, Day as_of) {
  return *read.once<std::unique_ptr<Standing>>("funnel standing " + to_string(as_of),
                                               [&] { return std::make_unique<Standing>(read, as_of); });
}

/// What some of the open ones are expected to bring.
class Expecting {
 public:
  Expecting(const Read& read, Day as_of, const std::vector<std::int64_t>& opportunities)
      : read_(read), standing_(standing(read, as_of)), sum_(empty_sum(standing_.judgement())) {
    for (const auto number : std::set<std::int64_t>(opportunities.begin(), opportunities.end())) {
      if (const auto* one = standing_.find(number)) add(*one);
    }
  }

  struct Meant {
    Expected expected;
    std::string stage;
  };
  /// Of those that were asked for, the ones that were open.
  const std::vector<Meant>& all() const { return meant_; }
  const WinRate* rate_of(const Meant& one) const { return standing_.rates().of(one.stage); }
  void put_into(gap::Found& found) const { sum_.put_into(found, read_, standing_.rates()); }
  std::string why_unknown(const Meant& one) const {
    return StakeSum::left_out_because(one.expected.valued, rate_of(one));
  }
  const Conversion& conversion() const { return standing_.judgement().conversion(); }

 private:
  void add(const Open& one) {
    const auto ppm = standing_.judgement().margin_ppm(one.product);
    Meant meant;
    meant.stage = one.stage;
    meant.expected.id = {one.id()};
    if (one.product != 0) meant.expected.product = Id<product::Product>{one.product};
    meant.expected.valued = one.priced.valued;
    meant.expected.is_list_price = one.priced.is_list_price;
    meant.expected.margin = {sum_.margin_of(ppm), ppm ? "" : standing_.judgement().basis(0).link};
    sum_.add(one.priced, one.stage, ppm);
    meant_.push_back(std::move(meant));
  }

  const Read& read_;
  const Standing& standing_;
  StakeSum sum_;
  std::vector<Meant> meant_;
};

std::string page_of(std::int64_t opportunity, Day as_of, bool has_margin) {
  return "/opportunities/" + std::to_string(opportunity) + "/expected?as_of=" + to_string(as_of) +
         (has_margin ? "" : "&of=revenue");
}

ExpectedRow show_expected(const Read& read, const web::Input& input) {
  const auto record = find_row(read, input.id_of<Opportunity>());
  refuse_if(!record, web::not_found);
  const auto of = input.query("of").value_or("margin");
  if (of != "margin" && of != "revenue") throw ShapeError("of", "Choose margin or revenue.");
  ExpectedRow row{record->id, record->name, {}, gap::asked_day(read, input), {}};
  const Expecting expecting(read, row.as_of, {record->id.number});
  const auto& all = expecting.all();
  // What is closed is expected to bring nothing any more.
  refuse_if(all.empty(), web::not_found);
  auto one = all.front();
  row.stage = one.stage;
  one.expected.rate = expecting.rate_of(one);
  const bool has_margin = of == "margin" && one.expected.margin.ppm;
  name_stake(row.stake, has_margin, read.as_of());
  row.stake.why = expecting.why_unknown(one);
  if (!row.stake.why.empty()) return row;
  add_inputs(row.stake, one.expected, expecting.conversion(), has_margin);
  const auto& rate = *one.expected.rate;
  row.stake.money = scaled(*one.expected.valued.worth, rate.won, rate.closed);
  if (has_margin) row.stake.money = scaled(*row.stake.money, *one.expected.margin.ppm, 1'000'000);
  return row;
}

}  // namespace

void name_stake(Figure& stake, bool has_margin, std::int64_t as_of) {
  stake.name = has_margin ? "Expected margin" : "Expected revenue";
  stake.unit = FigureUnit::money;
  stake.as_of = as_of;
  stake.formula = has_margin ? "value × win rate × gross margin" : "value × win rate";
}

void add_inputs(Figure& stake, const Expected& one, const Conversion& conversion, bool has_margin) {
  const auto& [value, worth, rate_day] = one.valued;
  auto& inputs = stake.inputs;
  const std::string own_page = "/opportunities/" + std::to_string(one.id.number);
  const std::string product = one.product ? "/products/" + std::to_string(one.product->number) : own_page;
  inputs.push_back({one.is_list_price ? "its product's list price" : "its value",
                    {},
                    value,
                    FigureUnit::money,
                    one.is_list_price ? product : own_page});
  if (const auto* rate = conversion.rate(value->currency, rate_day)) {
    inputs.push_back(exchange_rate::input_of(*rate));
    inputs.push_back({"in " + std::string(worth->currency.text()), {}, worth, FigureUnit::money, ""});
  }
  add_rate(stake, *one.rate);
  if (!has_margin) return;
  const bool is_agreed = !one.margin.agreed_in.empty();
  const Money chance = scaled(*worth, one.rate->won, one.rate->closed);
  inputs.push_back({"value × win rate", {}, chance, FigureUnit::money, ""});
  inputs.push_back({is_agreed ? "gross margin, as agreed for want of a product's cost" : "gross margin",
                    static_cast<double>(*one.margin.ppm) / 10'000,
                    {},
                    FigureUnit::percent,
                    is_agreed ? one.margin.agreed_in : product});
}

void put_stake(gap::Found& found, const Read& read, Day as_of, std::vector<std::int64_t> opportunities) {
  // Nothing is sought, so nothing is looked through.
  if (opportunities.empty()) return empty_sum(Judgement(read, as_of)).put_into(found, read, WinRates());
  Expecting(read, as_of, opportunities).put_into(found);
}

std::map<std::int64_t, Figure> stakes_of(const Read& read, Day as_of,
                                         std::vector<std::int64_t> opportunities) {
  if (opportunities.empty()) return {};
  const Expecting expecting(read, as_of, opportunities);
  gap::Found whole;
  expecting.put_into(whole);
  const bool has_margin = whole.gap.stake_kind == gap::StakeKind::expected_margin;
  std::map<std::int64_t, Figure> stakes;
  for (const auto& one : expecting.all()) {
    auto& stake = stakes[one.expected.id.number];
    name_stake(stake, has_margin, read.as_of());
    stake.why = expecting.why_unknown(one);
    stake.link = page_of(one.expected.id.number, as_of, has_margin);
  }
  for (const auto& part : whole.parts) stakes[part.id].money = Money{part.minor, currency_of(read)};
  return stakes;
}

std::vector<web::Route> expected_routes() {
  return {web::taking(
      web::get("/opportunities/{id}/expected", see_opportunities,
               "What an open opportunity is expected to bring, with its working.", show_expected),
      {{"as_of", "The day to judge by; absent: the day offered."},
       {"of",
        "margin, or revenue where a sum that it is in knows no margin; margin where it is left out."}})};
}

}  // namespace accord::funnel
