// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.hpp"
#include "funnel/funnel_conversion.hpp"
#include "funnel/funnel_open.hpp"
#include "funnel/funnel_routes.hpp"
#include "funnel/funnel_store.hpp"
#include "web/list_address.hpp"

namespace accord::funnel {
namespace {

/// Days of closing, and nothing for what was closed without one. Whether a rate is known depends on the day
/// alone, so that what has one and what has none share no day.
using ClosedOn = std::set<std::optional<Day>>;

/// One combination of stage, outcome and value's basis in one currency.
struct Part {
  std::string stage;
  Outcome outcome = Outcome::open;
  bool is_list_price = false;
  std::int64_t count = 0;
  std::optional<Money> sum;
  std::optional<Money> worth{};   ///< of those with a rate, in the company's currency
  std::int64_t without_rate = 0;  ///< how many in another currency have none
  ClosedOn converted_on{}, without_rate_on{};
};
using Parts = std::vector<Part>;
using web::Filters;

/// Some of a list's opportunities: what they are called, and by which further filters the list shows them.
struct Group {
  std::string name, which;  ///< `Won`, `those of this list that were won`
  Parts parts;
  Filters narrower;
};

std::string text_of(const SqlValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? "" : *text;
}

std::int64_t count_of(const Parts& parts) {
  std::int64_t count = 0;
  for (const auto& part : parts) count += part.count;
  return count;
}

/// Makes the figures of one request.
class Working {
 public:
  Working(const Read& read, const web::Input& input) : read_(read), input_(input), conversion_(read) {}

  Parts parts() const {
    Parts parts;
    for (const auto& one : tally(read_, info_of<OpportunityRow>(), input_.list(),
                                 {"stage", "outcome", "value_basis"}, "value")) {
      parts.push_back({text_of(one.by[0]), choice_named<Outcome>(text_of(one.by[1])).value_or(Outcome::open),
                       text_of(one.by[2]) == "list_price", one.count, one.sum});
    }
    convert(parts);
    return parts;
  }

  /// The same of open ones that are at hand.
  Parts parts(const OpenOnes& all, const std::vector<std::size_t>& places) const {
    std::map<std::tuple<std::string, bool, std::optional<Currency>>, Part> parts;
    for (const auto place : places) {
      const auto& one = all[place];
      const auto currency = one.value ? std::optional(one.value->currency) : std::nullopt;
      auto& part = parts.try_emplace({one.stage, one.is_list_price, currency}).first->second;
      part.stage = one.stage;
      part.is_list_price = one.is_list_price;
      ++part.count;
      if (one.value) add_open(part, *one.value);
    }
    Parts all_parts;
    for (auto& [key, part] : parts) all_parts.push_back(std::move(part));
    return all_parts;
  }

  Figure count(const Group& group) const {
    const std::int64_t count = count_of(group.parts);
    Figure figure = blank(group.name, FigureUnit::count);
    figure.number = static_cast<double>(count);
    figure.formula = "Counted: " + group.which + ".";
    figure.inputs.push_back(counted(group.name, count, group.narrower));
    return figure;
  }

  /// A figure for each currency; one that says why, where no value is known.
  std::vector<Figure> values(const Group& group) const {
    std::set<Currency> currencies;
    for (const auto& part : group.parts) {
      if (part.sum) currencies.insert(part.sum->currency);
    }
    std::vector<Figure> figures;
    for (const auto currency : currencies) figures.push_back(value(group, currency));
    const bool is_in_own_alone = currencies.size() == 1 && currencies.contains(conversion_.currency());
    if (!figures.empty() && !is_in_own_alone) figures.push_back(worth(group, currencies));
    if (!figures.empty()) return figures;
    figures.push_back(blank(group.name, FigureUnit::money));
    figures[0].formula = "The sum of the values.";
    figures[0].why = group.parts.empty() ? "There are none in this list."
                                         : "None of them has a value or a product with a list price.";
    return figures;
  }

 private:
  Figure blank(const std::string& name, FigureUnit unit) const {
    Figure figure;
    figure.name = name;
    figure.unit = unit;
    figure.as_of = read_.as_of();
    return figure;
  }

  /// One by one, so that the sum is one of values that were each rounded once.
  void convert(Parts& parts) const {
    std::map<std::tuple<Currency, std::string, Outcome, bool>, Part*> foreign;
    std::set<std::string_view> codes;
    for (auto& part : parts) {
      part.worth = part.sum;
      if (!part.sum || part.sum->currency == conversion_.currency()) continue;
      part.worth.reset();
      foreign.emplace(std::tuple(part.sum->currency, part.stage, part.outcome, part.is_list_price), &part);
      codes.insert(part.sum->currency.text());
    }
    for (const auto code : codes) {
      for (const auto& one : tally(read_, info_of<OpportunityRow>(), of_currency(std::string(code)),
                                   {"id", "stage", "outcome", "value_basis", "close_on"}, "value")) {
        if (!one.sum) continue;
        const auto outcome = choice_named<Outcome>(text_of(one.by[2])).value_or(Outcome::open);
        const auto part = foreign.find(
            std::tuple(one.sum->currency, text_of(one.by[1]), outcome, text_of(one.by[3]) == "list_price"));
        if (part != foreign.end()) add_worth(*part->second, one, outcome);
      }
    }
  }

  void add_open(Part& part, const Money& value) const {
    part.sum = part.sum ? *part.sum + value : value;
    const bool is_own = value.currency == conversion_.currency();
    const auto worth =
        is_own ? value : conversion_.of(value, rate_day_of(Outcome::open, std::nullopt, day()));
    if (!is_own) (worth ? part.converted_on : part.without_rate_on).insert(std::nullopt);
    if (!worth) return static_cast<void>(++part.without_rate);
    part.worth = part.worth ? *part.worth + *worth : *worth;
  }

  void add_worth(Part& part, const Tally& one, Outcome outcome) const {
    const auto closed_on = day_in(one.by[4]);
    const auto worth = conversion_.of(*one.sum, rate_day_of(outcome, closed_on, day()));
    (worth ? part.converted_on : part.without_rate_on).insert(closed_on);
    if (!worth) return static_cast<void>(++part.without_rate);
    part.worth = part.worth ? *part.worth + *worth : *worth;
  }

  static std::optional<Day> day_in(const SqlValue& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number == nullptr ? std::nullopt : std::optional(Day{static_cast<std::int32_t>(*number)});
  }

  /// The day that open ones are of.
  Day day() const {
    if (!day_) day_ = gap::offered_day(read_);
    return *day_;
  }

  /// The same list with the values of one currency only.
  ListRequest of_currency(const std::string& code) const {
    auto request = input_.list();
    std::erase_if(request.filters, [](const auto& filter) { return filter.first == "currency"; });
    request.filters.emplace_back("currency", code);
    return request;
  }

  /// All of them in the company's currency.
  Figure worth(const Group& group, const std::set<Currency>& currencies) const {
    const std::string own(conversion_.currency().text());
    Figure figure = blank(group.name + ", all in " + own, FigureUnit::money);
    figure.formula =
        "What " + group.which + " are worth in " + own +
        ", each rounded once: other currencies at the exchange rate of the day of closing, of open "
        "ones of " +
        accord::in_words(day());
    for (const auto currency : currencies) add_currency(figure, group, currency);
    if (!figure.money)
      figure.why = "No exchange rate of " + listed(codes_of(currencies)) + " of these days is on record.";
    return figure;
  }

  static std::vector<std::string> codes_of(const std::set<Currency>& currencies) {
    std::vector<std::string> codes;
    for (const auto currency : currencies) codes.emplace_back(currency.text());
    return codes;
  }

  void add_currency(Figure& figure, const Group& group, Currency currency) const {
    ClosedOn converted_on, without_on;
    std::int64_t count = 0, without = 0;
    std::optional<Money> sum;
    for (const auto& part : group.parts) {
      if (!part.sum || part.sum->currency != currency) continue;
      converted_on.insert(part.converted_on.begin(), part.converted_on.end());
      without_on.insert(part.without_rate_on.begin(), part.without_rate_on.end());
      count += part.count - part.without_rate;
      without += part.without_rate;
      if (part.worth) sum = sum ? *sum + *part.worth : *part.worth;
    }
    const std::string code(currency.text());
    Filters narrower = group.narrower;
    narrower.emplace_back("currency", code);
    const bool is_mixed = sum && without > 0;
    if (sum) {
      figure.money = figure.money ? *figure.money + *sum : *sum;
      figure.inputs.push_back({accord::counted(count, "opportunity", "opportunities") + " in " + code,
                               {},
                               sum,
                               FigureUnit::money,
                               is_mixed ? list_of(narrower, converted_on, without_on) : list_with(narrower)});
    }
    if (without == 0) return;
    FigureInput left_out{"left out: in " + code + ", without an exchange rate",
                         static_cast<double>(without),
                         {},
                         FigureUnit::count,
                         is_mixed ? list_of(narrower, without_on, converted_on) : list_with(narrower)};
    figure.inputs.push_back(std::move(left_out));
  }

  /// What was closed on these days alone, however many that are: from the first to the last, where none of
  /// the others lies between them, else day by day. An address holds so many; of more there is no list.
  std::string list_of(Filters narrower, const ClosedOn& days, const ClosedOn& others) const {
    constexpr std::size_t days_max = 40;
    const auto next = others.upper_bound(*days.begin());
    if (*days.begin() && (next == others.end() || *next > *days.rbegin())) {
      narrower.emplace_back("close_on_from", to_string(**days.begin()));
      narrower.emplace_back("close_on_to", to_string(**days.rbegin()));
      return list_with(narrower);
    }
    if (days.size() > days_max) return "";
    for (const auto& day : days) narrower.emplace_back("close_on", day ? to_string(*day) : "");
    return list_with(narrower);
  }

  Figure value(const Group& group, Currency currency) const {
    Figure figure = blank(group.name + ", " + std::string(currency.text()), FigureUnit::money);
    figure.formula = "The values given, and the list prices of open ones without a value, summed over " +
                     group.which + ".";
    figure.money = Money{0, currency};
    for (const bool is_list_price : {false, true}) add_basis(figure, group, is_list_price);
    std::int64_t without = 0;
    for (const auto& part : group.parts) without += part.sum ? 0 : part.count;
    if (without > 0) {
      figure.inputs.push_back(
          counted("Without a value, so not in the sum", without, with_basis(group.narrower, "")));
    }
    return figure;
  }

  void add_basis(Figure& figure, const Group& group, bool is_list_price) const {
    Money sum{0, figure.money->currency};
    std::int64_t count = 0;
    for (const auto& part : group.parts) {
      if (!part.sum || part.sum->currency != sum.currency || part.is_list_price != is_list_price) continue;
      sum += *part.sum;
      count += part.count;
    }
    if (count == 0) return;
    *figure.money += sum;
    FigureInput input;
    input.name = accord::counted(count, "opportunity", "opportunities") +
                 (is_list_price ? " at list price, for want of a value" : " with a value given");
    input.money = sum;
    input.unit = FigureUnit::money;
    auto narrower = with_basis(group.narrower, is_list_price ? "list_price" : "given");
    if (has_others(group, sum.currency)) narrower.emplace_back("currency", std::string(sum.currency.text()));
    input.link = list_with(narrower);
    figure.inputs.push_back(std::move(input));
  }

  static bool has_others(const Group& group, Currency currency) {
    return std::ranges::any_of(group.parts,
                               [&](const Part& part) { return part.sum && part.sum->currency != currency; });
  }

  static Filters with_basis(Filters filters, std::string basis) {
    filters.emplace_back("value_basis", std::move(basis));
    return filters;
  }

  FigureInput counted(std::string name, std::int64_t count, const Filters& narrower) const {
    FigureInput input;
    input.name = std::move(name);
    input.number = static_cast<double>(count);
    input.link = list_with(narrower);
    return input;
  }

  std::string list_with(const Filters& narrower) const {
    return web::list_address("/opportunities", input_, narrower);
  }

  const Read& read_;
  const web::Input& input_;
  Conversion conversion_;
  mutable std::optional<Day> day_;
};

Group only(std::string name, std::string which, const Parts& parts, Outcome outcome) {
  Group group{std::move(name), std::move(which), {}, {{"outcome", std::string(name_of(outcome))}}};
  for (const auto& part : parts) {
    if (part.outcome == outcome) group.parts.push_back(part);
  }
  return group;
}

/// The parts come in the order of their stages.
std::vector<Group> by_stage(const Group& open) {
  std::vector<Group> groups;
  for (const auto& part : open.parts) {
    if (groups.empty() || groups.back().parts[0].stage != part.stage) {
      groups.push_back(
          {"Open in " + part.stage, open.which + " and stand in " + part.stage, {}, open.narrower});
      groups.back().narrower.emplace_back("stage", part.stage);
    }
    groups.back().parts.push_back(part);
  }
  return groups;
}

}  // namespace

std::vector<StageTotals> open_by_stage(const Read& read, const web::Input& input) {
  auto request = input.list();
  const bool says_outcome =
      std::ranges::any_of(request.filters, [](const auto& filter) { return filter.first == "outcome"; });
  if (!says_outcome) request.filters.emplace_back("outcome", std::string(name_of(Outcome::open)));
  if (!is_about_open_ones(request)) return totals(read, input).open_by_stage;
  const auto all = open_ones(read);
  const Working working(read, input);
  const auto parts = working.parts(*all, pick_all_open(read, *all, request));
  std::vector<StageTotals> found;
  for (const auto& stage : by_stage(only("Open", "those of this list that are open", parts, Outcome::open)))
    found.push_back({stage.parts[0].stage, working.count(stage), working.values(stage)});
  return found;
}

Totals totals(const Read& read, const web::Input& input) {
  refuse_worked_out(input.list());
  const Working working(read, input);
  const Group all{"Opportunities", "the opportunities of this list", working.parts(), {}};
  const Group won = only("Won", "those of this list that were won", all.parts, Outcome::won);
  const Group open = only("Open", "those of this list that are open", all.parts, Outcome::open);
  Totals totals;
  totals.count = working.count(all);
  totals.won_count = working.count(won);
  totals.won_values = working.values(won);
  for (const auto& stage : by_stage(open)) {
    totals.open_by_stage.push_back({stage.parts[0].stage, working.count(stage), working.values(stage)});
  }
  return totals;
}

}  // namespace accord::funnel
