// SPDX-License-Identifier: Apache-2.0
#include "tests/facts.hpp"

#include "agreement/agreement.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "funnel/funnel_store.hpp"
#include "order/order.hpp"
#include "people/people.hpp"
#include "period/period.hpp"
#include "spend/spend.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::tests {

std::vector<Schema> schemas_of_facts() {
  return {territory::subject.schema,     people::subject.schema,     period::subject.schema,
          exchange_rate::subject.schema, product::subject.schema,    account::subject.schema,
          campaign::subject.schema,      fact::subject.schema,       funnel::opportunity_schema(),
          spend::subject.schema,         touchpoint::subject.schema, order::subject.schema,
          agreement::subject.schema};
}

Facts::Facts()
    : clock_(*parse_instant("2026-03-02T09:00:00Z")),
      database_(folder_.file("t.db"), schemas_of_facts(), clock_) {
  database_.write(Actor{}, "Begin.", [](Write& write) {
    people::Company company{{}, "Kestrel Instruments", "USD", "UTC"};
    people::found(write, company);
    for (const auto* name : {"North", "South"}) {
      territory::Territory territory;
      territory.name = name;
      territory::add(write, territory);
    }
  });
}

}  // namespace accord::tests
