// SPDX-License-Identifier: Apache-2.0
#include "conversion/conversion_telling.hpp"

#include <cmath>

#include <fmt/format.h>

#include "base/text.hpp"
#include "conversion/conversion_compare.hpp"
#include "web/percent.hpp"

namespace accord::conversion {

Telling::Telling(const Read& read, const Question& question, Currency own)
    : commit_(read.as_of()), question_(question), own_(own) {
  question_.against.reset();
}

Figure Telling::begun(std::string name, FigureUnit unit, std::string formula) const {
  Figure figure;
  figure.name = std::move(name);
  figure.unit = unit;
  figure.formula = std::move(formula);
  figure.as_of = commit_;
  return figure;
}

Figure Telling::count(std::string name, std::int64_t number, std::string formula,
                      const std::string& list) const {
  auto figure = begun(std::move(name), FigureUnit::count, std::move(formula));
  figure.number = static_cast<double>(number);
  figure.inputs.push_back(count_input("journeys", number, list));
  return figure;
}

Figure Telling::share(std::string name, std::string formula, std::pair<std::string, std::int64_t> part,
                      const std::string& part_list, std::pair<std::string, std::int64_t> whole,
                      const std::string& whole_list) const {
  if (whole.second == 0)
    return unknown(std::move(name), FigureUnit::percent, std::move(formula), "There are none of them.");
  auto figure = begun(std::move(name), FigureUnit::percent, std::move(formula));
  figure.number = 100.0 * static_cast<double>(part.second) / static_cast<double>(whole.second);
  figure.inputs.push_back(count_input(std::move(part.first), part.second, part_list));
  figure.inputs.push_back(count_input(std::move(whole.first), whole.second, whole_list));
  return figure;
}

Figure Telling::part(std::string name, std::string formula, const Part& part, std::uint64_t known,
                     const std::string& list) const {
  if (!part.percent)
    return unknown(std::move(name), FigureUnit::percent, std::move(formula),
                   known == 0 ? "Of none of them the days are known." : part.why);
  auto figure = begun(std::move(name), FigureUnit::percent, std::move(formula));
  figure.number = *part.percent;
  figure.inputs.push_back(
      count_input("journeys whose days are known", static_cast<std::int64_t>(known), list));
  figure.inputs.push_back(count_input("of these, followed for so long", part.at_risk, ""));
  return figure;
}

Figure Telling::money(std::string name, const Worth& worth, std::string formula,
                      const std::string& list) const {
  auto figure = begun(std::move(name), FigureUnit::money, std::move(formula));
  figure.money = Money{worth.minor, own_};
  figure.inputs.push_back(count_input("journeys with a value", worth.count, list));
  if (worth.without_value > 0)
    figure.inputs.push_back(count_input("left out: no value", worth.without_value, ""));
  if (worth.without_rate > 0)
    figure.inputs.push_back(count_input("left out: no exchange rate", worth.without_rate, ""));
  if (worth.count == 0 && worth.without_value + worth.without_rate > 0) {
    figure.money.reset();
    figure.why = worth.without_rate > 0 ? "No exchange rate is on record for their values."
                                        : "None of them has a value, and their products have no list price.";
  }
  return figure;
}

Figure Telling::days(std::string name, const kernels::Quantile& quantile, std::string formula,
                     std::uint64_t known, const std::string& list) const {
  if (!quantile.tick)
    return unknown(std::move(name), FigureUnit::days, std::move(formula),
                   known == 0        ? "Of none of them the days are known."
                   : quantile.reason ? *quantile.reason
                                     : "It is not reached: more than that stand there as long as was seen.");
  auto figure = begun(std::move(name), FigureUnit::days, std::move(formula));
  figure.number = static_cast<double>(*quantile.tick);
  figure.inputs.push_back(
      count_input("journeys whose days are known", static_cast<std::int64_t>(known), list));
  return figure;
}

Figure Telling::number(std::string name, FigureUnit unit, std::string formula, double value,
                       std::vector<FigureInput> inputs) const {
  auto figure = begun(std::move(name), unit, std::move(formula));
  figure.number = value;
  figure.inputs = std::move(inputs);
  return figure;
}

Figure Telling::money_of(std::string name, std::string formula, std::int64_t minor,
                         std::vector<FigureInput> inputs) const {
  auto figure = begun(std::move(name), FigureUnit::money, std::move(formula));
  figure.money = Money{minor, own_};
  figure.inputs = std::move(inputs);
  return figure;
}

Figure Telling::unknown(std::string name, FigureUnit unit, std::string formula, std::string why) const {
  auto figure = begun(std::move(name), unit, std::move(formula));
  figure.why = std::move(why);
  return figure;
}

std::string Telling::list(const std::string& step, const std::string& more) const {
  return "/funnel/journeys" + query_of(question_) +
         (step.empty() ? "" : "&step=" + web::percent_encode(step)) + more;
}

FigureInput count_input(std::string name, std::int64_t number, std::string link) {
  return {std::move(name), static_cast<double>(number), {}, FigureUnit::count, std::move(link)};
}

FigureInput money_input(std::string name, Money money, std::string link) {
  return {std::move(name), {}, money, FigureUnit::money, std::move(link)};
}

FigureInput percent_input(std::string name, double percent, std::string link) {
  return {std::move(name), percent, {}, FigureUnit::percent, std::move(link)};
}

void put_interval(const Part& part, std::optional<double>& from, std::optional<double>& to) {
  if (!part.interval) return;
  from = part.interval->from;
  to = part.interval->to;
}

void leave_out_inputs(Figure& figure, const std::string& link) {
  figure.inputs.clear();
  figure.link = link;
}

Question of_other_period(const Question& question) {
  auto other = question;
  other.begun = *question.against;
  other.against.reset();
  return other;
}

std::string within(std::int64_t days) { return "within " + counted(days, "day", "days"); }

/// Just below the bound it would else read as the bound itself.
std::string p_in_words(double p) {
  if (p < 0.001) return "p < 0.001";
  const auto words = fmt::format("{:.3f}", p);
  return "p = " +
         (p < chance_max && words == fmt::format("{:.3f}", chance_max) ? fmt::format("{:.5f}", p) : words);
}

}  // namespace accord::conversion
