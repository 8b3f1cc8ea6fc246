// SPDX-License-Identifier: Apache-2.0
// The list of orders from the columns: which lines a page shows, how many there are, and what they come to.
#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "db/page_rows.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "order/lines.hpp"
#include "order/order_store.hpp"

namespace accord::order {
namespace {

using Number = std::optional<std::int64_t>;

Number id_of(std::int64_t id) { return id == 0 ? std::nullopt : Number(id); }
Number minor_of(const std::optional<Money>& money) { return money ? Number(money->minor) : std::nullopt; }

/// A field of the list that a line holds as a number, and one that it holds as a text.
struct HeldNumber {
  std::string_view field;
  Number (*of)(const Line&);
};
struct HeldText {
  std::string_view field;
  std::string_view (*of)(const Line&);
};
constexpr HeldNumber held_numbers[] = {
    {"id", [](const Line& line) { return Number(line.row); }},
    {"at", [](const Line& line) { return Number(line.at.ms); }},
    {"account", [](const Line& line) { return id_of(line.account); }},
    {"product", [](const Line& line) { return id_of(line.product); }},
    {"territory", [](const Line& line) { return id_of(line.territory); }},
    {"person", [](const Line& line) { return id_of(line.person); }},
    {"opportunity", [](const Line& line) { return id_of(line.opportunity); }},
    {"list_price", [](const Line& line) { return minor_of(line.list_price); }},
    {"discount", [](const Line& line) { return minor_of(line.discount); }},
    {"revenue", [](const Line& line) { return minor_of(line.revenue); }},
    {"cost", [](const Line& line) { return minor_of(line.cost); }}};
constexpr HeldText held_texts[] = {
    {"kind", [](const Line& line) { return name_of(line.kind); }},
    {"precision", [](const Line& line) { return name_of(line.precision); }},
    {"currency", [](const Line& line) { return line.revenue.currency.text(); }},
    {"number", [](const Line& line) { return line.number; }},
    {"key", [](const Line& line) { return line.key; }},
    {"system", [](const Line& line) { return line.system; }}};

const HeldNumber* number_called(std::string_view field) {
  const auto* found = std::ranges::find(held_numbers, field, &HeldNumber::field);
  return found == std::end(held_numbers) ? nullptr : found;
}

const HeldText* text_called(std::string_view field) {
  const auto* found = std::ranges::find(held_texts, field, &HeldText::field);
  return found == std::end(held_texts) ? nullptr : found;
}

/// Whether lines hold everything that it chooses by.
bool is_chosen_by_lines(const ListQuestion& question) {
  const auto is_held = [](const auto& choice) {
    return number_called(choice.field->name) != nullptr || text_called(choice.field->name) != nullptr;
  };
  const auto is_number = [](const auto& bound) { return number_called(bound.field->name) != nullptr; };
  return std::ranges::all_of(question.choices, is_held) && std::ranges::all_of(question.bounds, is_number);
}

/// A word that is searched for, and the records that have it in their name.
struct Word {
  std::string text;
  NamedWith named;
  bool occurs_in(const Line& line) const {
    return has(named.accounts, line.account) || has(named.products, line.product) ||
           has(named.people, line.person) || has(named.opportunities, line.opportunity) ||
           lower(line.number).find(text) != std::string::npos ||
           lower(line.key).find(text) != std::string::npos;
  }
};

/// Which lines a question chooses.
class Choosing {
 public:
  Choosing(const Read& read, const ListQuestion& question) : clock_(company_clock(read)) {
    for (const auto& choice : question.choices) add(choice);
    for (const auto& bound : question.bounds)
      bounds_.push_back({number_called(bound.field->name), std::get<std::int64_t>(bound.value),
                         bound.is_lower, bound.is_day});
    for (const auto& word : question.words) words_.push_back({word, named_with(read, word)});
  }

  bool holds(const Line& line) {
    return std::ranges::all_of(numbers_, [&](const auto& one) { return is_one_of(one, line); }) &&
           std::ranges::all_of(texts_, [&](const auto& one) { return is_one_of(one, line); }) &&
           std::ranges::all_of(bounds_, [&](const auto& bound) { return is_within(bound, line); }) &&
           std::ranges::all_of(words_, [&](const auto& word) { return word.occurs_in(line); });
  }

 private:
  struct Numbers {
    const HeldNumber* held;
    std::vector<Number> any_of{};  ///< nothing: not given
  };
  struct Texts {
    const HeldText* held;
    std::vector<std::string> any_of{};  ///< empty: not given
  };
  struct Bound {
    const HeldNumber* held;
    std::int64_t value;
    bool is_lower, is_day;
  };

  void add(const ListQuestion::Choice& choice) {
    if (const auto* held = number_called(choice.field->name)) {
      auto& one = numbers_.emplace_back(Numbers{held});
      for (const auto& value : choice.values)
        one.any_of.push_back(value ? Number(std::get<std::int64_t>(*value)) : std::nullopt);
    } else {
      auto& one = texts_.emplace_back(Texts{text_called(choice.field->name)});
      for (const auto& value : choice.values)
        one.any_of.push_back(value ? std::get<std::string>(*value) : "");
    }
  }

  template <class Chosen>
  static bool is_one_of(const Chosen& chosen, const Line& line) {
    return std::ranges::find(chosen.any_of, chosen.held->of(line)) != chosen.any_of.end();
  }

  /// A day that is asked for is one of the company, as figures count it.
  bool is_within(const Bound& bound, const Line& line) {
    auto number = bound.held->of(line);
    if (number && bound.is_day && line.precision == fact::Precision::moment)
      *number = clock_.shown_ms(line.at);
    return number && (bound.is_lower ? *number >= bound.value : *number <= bound.value);
  }

  LocalClock clock_;
  std::vector<Numbers> numbers_;
  std::vector<Texts> texts_;
  std::vector<Bound> bounds_;
  std::vector<Word> words_;
};

using ByKindAndCurrency = std::map<std::pair<OrderKind, Currency>, OrderTotal>;

/// Line by line, so that the sum is one of amounts that were each rounded once.
void add_to(ByKindAndCurrency& totals, const exchange_rate::Rates& rates, LocalClock& clock,
            const Line& line) {
  auto& total = totals[{line.kind, line.revenue.currency}];
  const auto value = rates.converted(line.revenue, day_on(clock, line.at, line.precision));
  total.revenue.money = total.revenue.money ? *total.revenue.money + line.revenue : line.revenue;
  ++total.lines;
  if (value)
    total.value = total.value ? *total.value + *value : *value;
  else
    ++total.without_rate;
}

}  // namespace

Listed<OrderRow> list_orders(const Read& read, const ListRequest& request) {
  const auto question = question_of(read, request);
  const auto* order = number_called(question.order->name);
  if (order == nullptr || !is_chosen_by_lines(question) || !has_orders(read))
    return list_by_rows(read, request);
  Choosing choosing(read, question);
  const auto missing = std::get<std::int64_t>(missing_key(*question.order));
  PageRows rows(question);
  each_line(read, [&](const Line& line) {
    if (choosing.holds(line)) rows.add({order->of(line).value_or(missing), line.row});
  });
  auto [numbers, next] = rows.page();
  return {rows_at(read, numbers), std::move(next), rows.total()};
}

std::vector<OrderTotal> totals_of(const Read& read, const ListRequest& request) {
  const auto question = question_of(read, request);
  if (!is_chosen_by_lines(question) || !has_orders(read)) return totals_by_rows(read, request);
  Choosing choosing(read, question);
  const auto rates = exchange_rate::rates(read);
  auto clock = company_clock(read);
  ByKindAndCurrency totals;
  each_line(read, [&](const Line& line) {
    if (choosing.holds(line)) add_to(totals, *rates, clock, line);
  });
  std::vector<OrderTotal> found;
  for (auto& [of, total] : totals) {
    total.kind = of.first;
    total.currency = of.second.text();
    found.push_back(std::move(total));
  }
  return found;
}

}  // namespace accord::order
