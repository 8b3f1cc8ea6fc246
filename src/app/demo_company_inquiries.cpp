// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company_history.hpp"
#include "base/json.hpp"

namespace accord::app::demo {
namespace {

/// Somebody called, or came by: nobody has put it into the CRM yet, so Accord keeps it.
struct Inquiry {
  int days_ago, hour;
  std::size_t patch, customer, item;
  const char* what;
  const char* source;
  const char* stage;
  std::int64_t value_minor;
};

constexpr Inquiry inquiries[] = {
    {9, 10, 0, 3, 0, "Spare transmitters for line 3", "Telephone", "Proposal", 1'860'000},
    {7, 15, 1, 5, 1, "Refit of two tanks", "Visit", "Qualified", 4'275'000},
    {5, 9, 2, 4, 2, "Gauges for a pilot plant", "Telephone", "Qualified", 990'000},
    {3, 14, 0, 8, 1, "Question after the seminar", "Telephone", "Inquiry", 0},
    {2, 11, 1, 9, 0, "Replacement of a competitor's meters", "Visit", "Inquiry", 0},
    {1, 16, 2, 7, 2, "Price for a frame contract", "Telephone", "Inquiry", 0},
};

json::object draft_of(const Inquiry& inquiry, const Market& market) {
  const auto& patch = market.staff.patches.at(inquiry.patch);
  const auto& customers = market.customers.at(inquiry.patch);
  const auto& customer = customers.at(inquiry.customer % customers.size()).account;
  const auto& item = market.items.at(inquiry.item % market.items.size()).product;
  json::object draft{{"name", customer.name + ": " + inquiry.what},
                     {"phase", std::string_view(inquiry.stage) == "Inquiry" ? "lead" : "opportunity"},
                     {"outcome", "open"},
                     {"account", customer.id.number},
                     {"product", item.id.number},
                     {"owner", market.staff.people.at(patch.sellers.front()).id.number},
                     {"source", inquiry.source},
                     {"stage", inquiry.stage}};
  if (inquiry.value_minor > 0)
    draft["value"] = json::object{{"minor", inquiry.value_minor}, {"currency", "USD"}};
  return draft;
}

}  // namespace

void plan_inquiries(Timeline& timeline, Acts& acts, const Market& market, Day today) {
  for (const auto& inquiry : inquiries) {
    const Day day = workday_before(today - inquiry.days_ago);
    timeline.at(instant_of({day, inquiry.hour * 60}, demo::time_zone), [&acts, &market, &inquiry] {
      acts.act("sam", "POST /opportunities", draft_of(inquiry, market));
    });
  }
}

}  // namespace accord::app::demo
