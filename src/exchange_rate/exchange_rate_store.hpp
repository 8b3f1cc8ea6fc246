// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "exchange_rate/exchange_rate.hpp"

namespace accord::exchange_rate {

Schema schema();

Listed<RateRow> list_rates(const Read&, const ListRequest&);
/// A rate that stands.
std::optional<RateRow> find_row(const Read&, std::int64_t id);
/// What was entered here for this day and these two currencies and stands.
std::optional<ExchangeRate> find_entered(const Read&, const ExchangeRate&);

/// Violations of the checks, as sentences.
std::vector<std::string> out_of_range(const Read&);
std::vector<std::string> told_twice(const Read&);

}  // namespace accord::exchange_rate
