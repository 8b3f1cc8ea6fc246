// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "base/text.hpp"
#include "funnel/funnel_routes.hpp"
#include "web/list_address.hpp"

namespace accord::funnel {
namespace {

/// One combination of stage, outcome and value's basis in one currency.
struct Part {
  std::string stage;
  Outcome outcome = Outcome::open;
  bool is_list_price = false;
  std::int64_t count = 0;
  std::optional<Money> sum;
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
  Working(const Read& read, const web::Input& input) : read_(read), input_(input) {}

  Parts parts() const {
    Parts parts;
    for (const auto& one : tally(read_, info_of<OpportunityRow>(), input_.list(),
                                 {"stage", "outcome", "value_basis"}, "value")) {
      parts.push_back({text_of(one.by[0]), choice_named<Outcome>(text_of(one.by[1])).value_or(Outcome::open),
                       text_of(one.by[2]) == "list_price", one.count, one.sum});
    }
    return parts;
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
    input.link = list_with(with_basis(group.narrower, is_list_price ? "list_price" : "given"));
    figure.inputs.push_back(std::move(input));
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

Totals totals(const Read& read, const web::Input& input) {
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
