// SPDX-License-Identifier: Apache-2.0
// The comparison of models in words and figures, each with its working.
#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "roi/roi_left_out.hpp"
#include "roi/roi_merged.hpp"
#include "roi/roi_models.hpp"
#include "roi/roi_paths.hpp"
#include "roi/roi_report.hpp"
#include "roi/roi_told.hpp"
#include "roi/roi_words.hpp"
#include "web/route.hpp"

namespace accord::roi {
namespace {

constexpr std::array<Figure ModelsLine::*, compared_models> cells{
    &ModelsLine::first_touch,    &ModelsLine::last_touch,     &ModelsLine::last_non_direct,
    &ModelsLine::linear,         &ModelsLine::position_based, &ModelsLine::w_shaped,
    &ModelsLine::time_decay,     &ModelsLine::markov,         &ModelsLine::shapley,
    &ModelsLine::shapley_by_rate};

bool is_rule(ComparedModel model) { return model < ComparedModel::markov; }

std::string label_of(ComparedModel model, const ModelsQuestion& asked) {
  if (model == ComparedModel::markov) return "Markov, order " + std::to_string(asked.markov_order);
  return accord::label_of(accord::name_of(model));
}

/// Whether the model shares order by order, or lead by lead.
bool is_of_singles(ComparedModel model, Compared of) {
  return is_rule(model) || (!is_of_populations(of) && model != ComparedModel::shapley_by_rate);
}

/// What is compared, as its figures call it.
struct Noun {
  const char *many, *came;  ///< "leads", "leads that came"
  CreditOf of;
};
constexpr Noun noun_of(Compared of) {
  switch (of) {
    case Compared::leads:
      return {"leads", "leads that came", CreditOf::leads};
    case Compared::opportunities:
      return {"opportunities", "opportunities whose inquiry came", CreditOf::leads};
    case Compared::new_accounts:
      return {"new accounts", "accounts that ordered for the first time", CreditOf::new_accounts};
    default:
      return {"orders", "orders booked", CreditOf::orders};
  }
}

std::string kind_of(ComparedModel model, Compared of) {
  return is_of_singles(model, of) ? std::string("credit of single ") + noun_of(of).many : "population total";
}

Question under(Question question, ComparedModel rule) {
  question.model = static_cast<CreditModel>(rule);
  return question;
}

std::string models_query(const ModelsQuestion& asked) {
  auto question = asked.question;
  question.model = CreditModel::markov;
  return query_of(question) + "&of=" + std::string(accord::name_of(asked.of));
}

std::string page_of(const ModelsQuestion& asked, Key key) {
  return "/roi/models/line" + models_query(asked) + "&line=" + std::to_string(key);
}

std::string ways_of(const ModelsQuestion& asked) { return "/roi/journeys" + query_of(asked.question); }

std::string in_percent(double percent) {
  return percent > 0 && percent < 1 ? "less than 1%" : std::to_string(std::llround(percent)) + "%";
}

constexpr const char* refunds_beside_journeys =
    "of it refunds of orders of other days, and orders that were wholly taken back on other days: on no "
    "journey of theirs";

/// What methods over all journeys leave unattributed beyond what no touchpoint explains: refunds of orders
/// of other days, whose journeys ended there, and orders that ended none, for all of them was taken back.
std::int64_t beside_journeys(const ModelColumn& column, const Lines& lines) {
  const bool is_of_populations = column.model >= ComparedModel::markov;
  return is_of_populations ? column.minor_unattributed - lines.unattributed.revenue : 0;
}

/// Puts numbers of the comparison into figures.
class Words {
 public:
  Words(const Read& read, const ModelsQuestion& asked)
      : read_(read),
        asked_(asked),
        comparison_(comparison_of(read, asked)),
        own_(funnel::currency_of(read)),
        noun_(noun_of(asked.of)),
        reach_(reach_in_words(read, asked.question, noun_.of)) {}

  ModelsLine line(Key key) const {
    ModelsLine line;
    line.id = {key};
    line.name = name_of(read_, asked_.question.by, key);
    line.side = side_of(key);
    for (const auto& column : comparison_->columns)
      line.*cells.at(static_cast<std::size_t>(column.model)) = cell(column, key);
    line.mean = mean(line);
    line.spread = spread(line, key);
    line.sentence = line.spread.number
                        ? "The models disagree by " + in_percent(*line.spread.number) + " on " + line.name
                        : line.spread.why;
    return line;
  }

  ModelTotal total(const ModelColumn& column) const {
    ModelTotal total;
    total.model = column.model;
    total.name = label_of(column.model, asked_);
    total.kind = kind_of(column.model, asked_.of);
    total.attributed = attributed(column, total.name);
    if (!is_of_populations(asked_.of)) {
      put_singles(column, total);
      return total;
    }
    const auto lines = lines_of(read_, asked_.question);
    total.unattributed =
        amount("Unattributed", column.orders_unattributed, column.minor_unattributed,
               (in_orders() ? "how many" : "of the") +
                   std::string(" orders booked in these days, those without a touchpoint of ") + reach_,
               {count("orders", column.orders_unattributed, orders_listed(asked_.question, unexplained))});
    if (const auto beside = beside_journeys(column, *lines); beside != 0 && !in_orders())
      total.unattributed.inputs.push_back(
          input(refunds_beside_journeys, 0, beside, orders_of_line(asked_.question, everything)));
    const auto booked = lines->booked.orders();
    total.booked =
        amount("Booked", booked, lines->booked.revenue,
               in_orders() ? "how many orders were booked in these days" : "the orders booked in these days",
               {count("orders", booked,
                      in_orders() ? counted_orders_of_line(asked_.question, everything)
                                  : booked_orders(asked_.question))});
    return total;
  }

  /// Why the sums of methods over all journeys attribute less, or more, than those of single orders.
  std::string refunds_beside() const {
    if (asked_.of != Compared::revenue) return "";
    const auto beside = beside_journeys(comparison_->columns.back(), *lines_of(read_, asked_.question));
    if (beside == 0) return "";
    return "Refunds of orders of other days, and orders that were wholly taken back on other days, are on no "
           "journey of these: together " +
           accord::in_words(Money{beside, own_}) + ", which Markov and Shapley leave unattributed.";
  }

  const Comparison& comparison() const { return *comparison_; }

 private:
  bool in_orders() const { return !is_money(asked_.of); }
  /// Where the leads, the new accounts or the orders of a line are listed.
  std::string singles_listed(const Question& question, Key key) const {
    if (asked_.of == Compared::leads) return leads_of_line(question, key);
    if (asked_.of == Compared::opportunities) return leads_of_line(question, key) + "&phase=opportunity";
    if (asked_.of == Compared::new_accounts) return new_accounts_of_line(question, key);
    return orders_listed(question, key);
  }

  /// What is shared one by one: what is not attributed, and all there is.
  void put_singles(const ModelColumn& column, ModelTotal& total) const {
    const auto& question = asked_.question;
    const auto lines = lines_of(read_, question);
    if (asked_.of == Compared::gross_margin) return put_margins(column, *lines, total);
    const auto number = [&](std::int64_t number, Key key) {
      return count(noun_.many, static_cast<double>(number), singles_listed(question, key));
    };
    total.unattributed = amount("Unattributed", column.orders_unattributed, std::nullopt,
                                "of these, those without a touchpoint of " + reach_,
                                {number(shared_in(lines->unattributed, asked_.of), unexplained)});
    total.booked = amount("Booked", count_in(lines->booked, asked_.of), std::nullopt,
                          std::string("the ") + noun_.came + " in these days",
                          {number(shared_in(lines->booked, asked_.of), everything)});
    total.booked.name = "All of them";
  }

  void put_margins(const ModelColumn& column, const Lines& lines, ModelTotal& total) const {
    total.booked =
        amount("Booked", 0, lines.booked.margin, "the gross margin of the orders booked in these days",
               {count("orders", static_cast<double>(lines.booked.credited), booked_orders(asked_.question))});
    total.unattributed = amount("Unattributed", 0, column.minor_unattributed,
                                "the gross margin booked, less what is attributed", {});
    if (total.booked.money && total.attributed.money)
      total.unattributed.inputs = {
          input("booked", 0, total.booked.money->minor, total.booked.inputs.front().link),
          input("attributed", 0, total.attributed.money->minor, total.attributed.inputs.front().link)};
    if (!total.attributed.money) {
      total.unattributed.money.reset();
      total.unattributed.why = total.attributed.why;
    }
    if (lines.booked.without_cost == 0) return;
    for (auto* figure : {&total.booked, &total.unattributed}) {
      figure->money.reset();
      figure->why = "The cost of goods of " + counted(lines.booked.without_cost, "order", "orders") + " of " +
                    std::to_string(lines.booked.credited) + " is not known.";
    }
  }

  /// Refunds are money, and no orders.
  std::string orders_listed(const Question& question, Key key) const {
    return in_orders() ? counted_orders_of_line(question, key) : orders_of_line(question, key);
  }

  Figure begun(std::string name, std::string formula, std::vector<FigureInput> inputs) const {
    Figure figure;
    figure.name = std::move(name);
    figure.unit = in_orders() ? FigureUnit::count : FigureUnit::money;
    figure.formula = std::move(formula);
    figure.inputs = std::move(inputs);
    figure.as_of = read_.as_of();
    return figure;
  }

  Figure amount(std::string name, double orders, std::optional<std::int64_t> minor, std::string formula,
                std::vector<FigureInput> inputs) const {
    auto figure = begun(std::move(name), std::move(formula), std::move(inputs));
    if (in_orders()) {
      figure.number = orders;
    } else if (minor) {
      figure.money = Money{*minor, own_};
    } else {
      figure.why = "It is more than 64 bits of minor units hold.";
    }
    return figure;
  }

  FigureInput count(std::string name, double number, std::string link) const {
    return {std::move(name), number, {}, FigureUnit::count, std::move(link)};
  }

  /// A number of what is compared: money or orders.
  FigureInput input(std::string name, double orders, std::int64_t minor, std::string link) const {
    if (in_orders()) return count(std::move(name), orders, std::move(link));
    return {std::move(name), {}, Money{minor, own_}, FigureUnit::money, std::move(link)};
  }

  Figure cell(const ModelColumn& column, Key key) const {
    const auto found = column.credits.find(key);
    const auto credit = found == column.credits.end() ? kernels::Credit{0, 0, 0} : found->second;
    const bool is_of_none = column.model == ComparedModel::markov && is_of_populations(asked_.of) &&
                            never_converted(*comparison_, key);
    auto figure = amount(label_of(column.model, asked_), credit.conversions, credit.minor,
                         (is_of_none ? formula_of_none() : formula_of(column.model)) +
                             with_merged(read_, asked_.question.by, key),
                         inputs_of(column, key));
    if (const auto& why = column.why_not(asked_.of, key); !why.empty()) {
      figure.number.reset();
      figure.money.reset();
      figure.why = why;
    }
    return figure;
  }

  std::string formula_of(ComparedModel model) const {
    const std::string what = in_orders()                           ? ""
                             : asked_.of == Compared::gross_margin ? "the gross margin of "
                                                                   : "the revenue of ";
    if (is_of_singles(model, asked_.of))
      return what + "its part of the " + noun_.came + " in these days, with " +
             in_words(static_cast<CreditModel>(model)) + "; touchpoints of " + reach_;
    if (model == ComparedModel::shapley_by_rate)
      return what +
             "all orders with a touchpoint, those of each set of lines shared by what each line adds to the "
             "rate of conversion: a population total, by the touchpoints of " +
             reach_;
    if (model == ComparedModel::markov)
      return what + "all orders with a touchpoint × its removal effect at order " +
             std::to_string(asked_.markov_order) +
             " ÷ the sum of the removal effects of all lines that one of them came by: a population total, "
             "by "
             "the touchpoints of " +
             reach_;
    if (model == ComparedModel::shapley)
      return what +
             "all orders with a touchpoint, each shared equally among the distinct lines of its journey: "
             "a population total, by the touchpoints of " +
             reach_;
    return what;
  }

  /// Of a line that leads to lines that convert, and is on no journey that did.
  std::string formula_of_none() const {
    return "nothing, for no journey that came by it led to an order; its removal effect at order " +
           std::to_string(asked_.markov_order) +
           " only says that journeys went on from it to lines that led to some: a population total, by the "
           "touchpoints of " +
           reach_;
  }

  std::vector<FigureInput> inputs_of(const ModelColumn& column, Key key) const {
    const bool is_single = is_of_singles(column.model, asked_.of);
    const auto lines =
        lines_of(read_, under(asked_.question, is_single ? column.model : ComparedModel::linear));
    if (is_single) {
      const auto found = lines->by_key.find(key);
      const auto sums = found == lines->by_key.end() ? Sums{} : found->second;
      return {count(std::string(noun_.many) + " that it has a part in",
                    static_cast<double>(shared_in(sums, asked_.of)),
                    singles_listed(under(asked_.question, column.model), key))};
    }
    if (!is_of_populations(asked_.of)) return {count("lines", 0, {})};
    std::vector<FigureInput> inputs{input("all orders with a touchpoint",
                                          static_cast<double>(comparison_->conversions), comparison_->minor,
                                          ways_of(asked_))};
    const auto found = comparison_->touched.find(key);
    const auto touched = found == comparison_->touched.end() ? Touched{} : found->second;
    inputs.push_back(input("of these, those whose journey came by it",
                           static_cast<double>(touched.conversions), touched.minor,
                           ways_of(asked_) + "&on=" + std::to_string(key)));
    if (column.model == ComparedModel::shapley_by_rate) {
      inputs.push_back(count("sets of lines that played", static_cast<double>(comparison_->sets.seen), {}));
      inputs.push_back(count("and parts of them that no journey shows",
                             static_cast<double>(comparison_->sets.unseen), {}));
      inputs.push_back(count("journeys with and without an order", static_cast<double>(comparison_->journeys),
                             ways_of(asked_)));
    }
    if (column.model != ComparedModel::markov) return inputs;
    const auto& effects = in_orders() ? comparison_->effects : comparison_->value_effects;
    double sum = 0;
    for (const auto& [other, effect] : effects) sum += never_converted(*comparison_, other) ? 0 : effect;
    const auto own = effects.find(key);
    const auto percent = [&](std::string name, double effect) {
      return FigureInput{std::move(name), 100 * effect, {}, FigureUnit::percent, {}};
    };
    inputs.push_back(percent("its removal effect", own == effects.end() ? 0 : own->second));
    inputs.push_back(percent("the sum of the removal effects of lines with an order", sum));
    inputs.push_back(count("journeys with and without an order", static_cast<double>(comparison_->journeys),
                           ways_of(asked_)));
    return inputs;
  }

  /// The credits that are known, each with the place where its own facts are listed. Where nothing is direct,
  /// last non-direct is last touch once more and counts no second time.
  std::vector<FigureInput> known(const ModelsLine& line) const {
    std::vector<FigureInput> inputs;
    for (std::size_t i = 0; i < compared_models; ++i) {
      if (static_cast<ComparedModel>(i) == ComparedModel::last_non_direct && !comparison_->has_direct)
        continue;
      const auto& cell = line.*cells.at(i);
      if (!cell.money && !cell.number) continue;
      inputs.push_back({cell.name, cell.number, cell.money, cell.unit, cell.inputs.front().link});
    }
    return inputs;
  }

  static double value_of(const FigureInput& input) {
    return input.money ? static_cast<double>(input.money->minor) : input.number.value_or(0);
  }

  static double mean_of(const std::vector<FigureInput>& inputs) {
    double sum = 0;
    for (const auto& input : inputs) sum += value_of(input);
    return inputs.empty() ? 0 : sum / static_cast<double>(inputs.size());
  }

  Figure mean(const ModelsLine& line) const {
    const auto inputs = known(line);
    auto figure = amount("Mean of the models", mean_of(inputs), std::llround(mean_of(inputs)),
                         "the credits under the models, added up, ÷ how many models have an answer", inputs);
    if (inputs.empty()) {
      figure.number.reset();
      figure.money.reset();
      figure.why = line.linear.why;
    }
    return figure;
  }

  std::string why_no_credit(Key key) const {
    return never_converted(*comparison_, key) ? "No order came by it." : "No model gives it credit.";
  }

  Figure spread(const ModelsLine& line, Key key) const {
    const auto inputs = known(line);
    auto figure = begun("Spread", "(the greatest credit − the least) ÷ the mean of the models", inputs);
    figure.unit = FigureUnit::percent;
    const auto mean = mean_of(inputs);
    if (inputs.size() < 2) {
      figure.why = inputs.empty() ? line.linear.why : "Only one model has an answer.";
    } else if (mean <= 0) {
      figure.why = mean < 0 ? "Refunds outweigh what it earned." : why_no_credit(key);
    } else {
      const auto [least, greatest] = std::ranges::minmax(inputs, {}, value_of);
      figure.number = 100 * (value_of(greatest) - value_of(least)) / mean;
    }
    return figure;
  }

  Figure attributed(const ModelColumn& column, const std::string& name) const {
    double orders = 0;
    std::int64_t minor = 0;
    bool is_known = true;
    for (const auto& [key, credit] : column.credits) {
      orders += credit.conversions;
      is_known = is_known && credit.minor.has_value();
      minor += credit.minor.value_or(0);
    }
    auto figure = amount("Attributed", orders, is_known ? std::optional(minor) : std::nullopt,
                         "the credits of all lines, added up: " + name,
                         {count("lines", static_cast<double>(comparison_->lines.size()),
                                "/roi/models" + models_query(asked_))});
    const auto& why = column.why_not(asked_.of);
    if (!why.empty() || !column.attributed_unknown.empty()) {
      figure.number.reset();
      figure.money.reset();
      figure.why = why.empty() ? column.attributed_unknown : why;
    }
    return figure;
  }

  std::optional<Side> side_of(Key key) const {
    if (asked_.question.by == Dimension::side) return static_cast<Side>(key - 1);
    if (key == 0) return std::nullopt;
    if (asked_.question.by == Dimension::channel) {
      const auto channel = read_.find(Id<campaign::Channel>{key});
      return channel ? std::optional(channel->side) : std::nullopt;
    }
    const auto campaign = campaign::find_visible(read_, Id<campaign::Campaign>{key});
    return campaign ? std::optional(campaign->side) : std::nullopt;
  }

  const Read& read_;
  ModelsQuestion asked_;
  std::shared_ptr<const Comparison> comparison_;
  Currency own_;
  Noun noun_;
  std::string reach_;  ///< which touchpoints share
};

void leave_out_inputs(ModelsLine& line, const std::string& link) {
  const auto leave_out = [&](Figure& figure) {
    figure.inputs.clear();
    figure.link = link;
  };
  for (const auto cell : cells) leave_out(line.*cell);
  leave_out(line.mean);
  leave_out(line.spread);
}

std::string disagreement(const std::vector<ModelsLine>& lines, const ModelsQuestion& asked) {
  std::vector<const ModelsLine*> known;
  for (const auto& line : lines) {
    if (line.spread.number && !names_none(asked.question.by, line.id.number)) known.push_back(&line);
  }
  if (known.empty()) return "How far the models disagree is not known";
  const auto [least, most] =
      std::ranges::minmax(known, {}, [](const ModelsLine* line) { return *line->spread.number; });
  if (known.size() == 1) return most->sentence;
  return "The models disagree most on " + most->name + ", by " + in_percent(*most->spread.number) +
         ", and least on " + least->name + ", by " + in_percent(*least->spread.number);
}

std::string journeys_in_words(const Comparison& all, Compared of) {
  const auto number = [](std::uint64_t count, const char* one, const char* many) {
    return counted(static_cast<std::int64_t>(count), one, many);
  };
  if (!is_of_populations(of)) {
    const std::string many = noun_of(of).many;
    const auto whole = static_cast<std::int64_t>(all.journeys);
    return counted(whole, many, many) + " of these days, " +
           counted(static_cast<std::int64_t>(all.conversions), "of them", "of them") +
           " after a touchpoint in their look-back, each shared by itself.";
  }
  return number(all.conversions, "journey", "journeys") + " that an order of these days closed, and " +
         number(all.journeys - all.conversions, "journey", "journeys") +
         " that failed in these days, for the look-back of their first touchpoint was over without an order; "
         "those still open are left out. They took " +
         number(all.ways, "way", "ways") + ".";
}

/// Which column is what both sides signed. Of Markov and Shapley it is another figure than the return's,
/// which shares single orders.
void put_agreed(const Read& read, const ModelsQuestion& asked, ModelsReport& report) {
  const auto basis = basis_on(read, asked.question.until);
  if (!basis.is_agreed) return;
  const auto model = static_cast<ComparedModel>(basis.rules.model);
  auto as_agreed = asked;
  as_agreed.markov_order = static_cast<std::size_t>(basis.rules.markov_order);
  report.agreed_sentence = "Agreed is " + label_of(model, as_agreed);
  if (!report.rules.is_agreed) {
    report.agreed_sentence += ", by other rules than are asked here: no column is the return as agreed.";
  } else if (!is_of_singles(model, asked.of)) {
    report.agreed_sentence +=
        ": the return shares single orders by it, and its column here is the population total, another "
        "figure.";
  } else {
    report.agreed_sentence += ": its column is marked.";
  }
  if (report.rules.is_agreed) report.agreed_model = model;
}

}  // namespace

std::vector<ModelsLine> models_lines(const Read& read, const ModelsQuestion& asked) {
  const Words words(read, asked);
  std::vector<ModelsLine> lines;
  for (const auto key : words.comparison().lines) {
    lines.push_back(words.line(key));
    leave_out_inputs(lines.back(), page_of(asked, key));
  }
  return lines;
}

ModelsLine models_line(const Read& read, const ModelsQuestion& asked, Key key) {
  const Words words(read, asked);
  refuse_if(!std::ranges::binary_search(words.comparison().lines, key), web::not_found);
  auto line = words.line(key);
  line.rules = rules_told(read, asked.question, SharedBy::every_model);
  return line;
}

LineIntervals line_intervals(const Read& read, const ModelsQuestion& asked, Key key) {
  refuse_if(!std::ranges::binary_search(comparison_of(read, asked)->lines, key), web::not_found);
  return {intervals_of(read, asked, key), rules_told(read, asked.question, SharedBy::every_model)};
}

ModelsReport models_report(const Read& read, const ModelsQuestion& asked) {
  const Words words(read, asked);
  const auto& all = words.comparison();
  ModelsReport report;
  report.by = asked.question.by;
  report.of = asked.of;
  report.from_day = asked.question.from;
  report.until_day = asked.question.until;
  report.lookback_days = asked.question.lookback_days;
  report.half_life_days = asked.question.half_life_days;
  report.markov_order = static_cast<std::int64_t>(asked.markov_order);
  report.why = all.columns.front().why;
  report.sentence = disagreement(models_lines(read, asked), asked);
  const auto best = best_order(read, asked.question);
  report.order_sentence = best->why;
  if (best->order) report.best_order = static_cast<std::int64_t>(*best->order);
  const auto& noun = noun_of(asked.of);
  report.single_order =
      std::string("Credit of single ") + noun.many +
      ": each is shared among the touchpoints that led to it, and a line has the sum of its "
      "parts. The list behind each number has them.";
  report.population_total = !is_of_populations(asked.of)
                                ? "Of these, Markov and Shapley too share each by itself, as the return does."
                                : "Population total: worked out from all journeys together, for Markov also "
                                  "those without an order. What "
                                  "single "
                                  "orders give a line is another figure, and does not sum to this one.";
  if (const auto beside = words.refunds_beside(); !beside.empty()) report.population_total += " " + beside;
  report.journeys_sentence = journeys_in_words(all, asked.of);
  report.left_out = orders_left_out(read, asked.question);
  report.notes =
      notes_of(read, asked.question, *lines_of(read, under(asked.question, ComparedModel::linear)));
  report.rules = rules_told(read, asked.question, SharedBy::every_model);
  put_agreed(read, asked, report);
  if (!all.has_direct)
    report.direct_sentence =
        "No channel is marked as direct, so that last non-direct is last touch once more: it counts neither "
        "in "
        "the mean nor in the spread.";
  for (const auto& column : all.columns) report.totals.push_back(words.total(column));
  return report;
}

}  // namespace accord::roi
