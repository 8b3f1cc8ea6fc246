// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/history.hpp"
#include "db/list_question.hpp"
#include "order/order.hpp"

namespace accord::order {

Schema schema();

Listed<OrderRow> list_orders(const Read&, const ListRequest&);
/// What a list comes to, for each kind and currency; money of different currencies is only added once it is
/// converted.
std::vector<OrderTotal> totals_of(const Read&, const ListRequest&);
/// The same from the rows, by whatever they show; where no order has come in, of won opportunities.
Listed<OrderRow> list_by_rows(const Read&, const ListRequest&);
std::vector<OrderTotal> totals_by_rows(const Read&, const ListRequest&);
/// What a list of orders is asked for.
ListQuestion question_of(const Read&, const ListRequest&);
/// Order lines by their rows' numbers, in the same order.
std::vector<OrderRow> rows_at(const Read&, const std::vector<std::int64_t>& numbers);

/// Which records have a word in their name, by their numbers.
struct NamedWith {
  std::vector<bool> accounts, products, people, opportunities;
};
NamedWith named_with(const Read&, const std::string& word);

/// Also of a line that stands no more.
std::optional<OrderRow> find_row(const Read&, std::int64_t id);
/// When a line came in, stood no more and stood again, and by which act, newest first.
std::vector<Change> line_history(const Read&, std::int64_t line);
/// Whether orders have come in, so that won opportunities are no orders of their own.
bool has_orders(const Read&);

/// The newest day of a line, up to one.
std::optional<Day> newest_day(const Read&, Day until);

/// Violations of the checks, as sentences.
std::vector<std::string> strays(const Read&);
std::vector<std::string> of_two_currencies(const Read&);

}  // namespace accord::order
