// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_conversion.hpp"

namespace accord::funnel {

Conversion::Conversion(const Read& read) : currency_(currency_of(read)), rates_(exchange_rate::rates(read)) {}

std::map<std::int64_t, Day> rate_days(const Read& read, Day as_of,
                                      const std::set<std::int64_t>& opportunities) {
  std::map<std::int64_t, Day> days;
  if (opportunities.empty()) return days;
  each_as_of(read, as_of, [&](const OpportunityAsOf& one) {
    if (opportunities.contains(one.id)) days.emplace(one.id, one.rate_day);
  });
  return days;
}

}  // namespace accord::funnel
