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

constexpr int days_to_close = 40;  ///< of what was asked a price for

constexpr Inquiry inquiries[] = {
    {9, 10, 0, 3, 0, "Spare transmitters for line 3", "Telephone", "Proposal", 1'860'000},
    {7, 15, 1, 5, 1, "Refit of two tanks", "Visit", "Qualified", 4'275'000},
    {5, 9, 2, 4, 2, "Gauges for a pilot plant", "Telephone", "Qualified", 990'000},
    {3, 14, 0, 8, 1, "Question after the seminar", "Telephone", "Inquiry", 0},
    {2, 11, 1, 9, 0, "Replacement of a competitor's meters", "Visit", "Inquiry", 0},
    {1, 16, 2, 7, 2, "Price for a frame contract", "Telephone", "Inquiry", 0},
};

/// Somebody filled in the form of the year-end bundle. Of a firm that is known (`patch`, `customer`) or not.
struct Visitor {
  int days_ago, minute;
  const char* name;
  const char* email;
  const char* phone;
  const char* company;  ///< empty: the customer's
  std::size_t patch, customer;
  const char* message;
};

constexpr const char* agreed_to = "You may write to me about offers, until I say otherwise.";

constexpr Visitor visitors[] = {
    {3, 14 * 60 + 10, "Marguerite Fontaine-Delacroix", "m.fontaine@calder-dairies.example",
     "+1 (555) 014-2230", "Calder Dairies", 0, 0,
     "Two lines of yoghurt, 40 to 60 litres a minute. By March."},
    {1, 10 * 60 + 25, "Yusuf Demir", "yusuf.demir@ridgeway-brewing.example", "", "Ridgeway Brewing", 0, 0,
     ""},
    {1, 15 * 60 + 40, "Hannah Okafor", "h.okafor@harbor-desalination.example", "555-014-7781", "", 1, 2,
     "We have your pressure transmitters. Does the flow meter fit the same bus?"},
};

/// What is qualified has been spoken with, which is logged first: it begins a step before.
bool is_spoken_with(const Inquiry& inquiry) { return std::string_view(inquiry.stage) == "Qualified"; }

json::object draft_of(const Inquiry& inquiry, const Market& market, Day day) {
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
                     {"stage", is_spoken_with(inquiry) ? "Marketing qualified" : inquiry.stage}};
  if (std::string_view(inquiry.stage) == "Proposal") draft["close_on"] = to_string(day + days_to_close);
  if (inquiry.value_minor > 0)
    draft["value"] = json::object{{"minor", inquiry.value_minor}, {"currency", "USD"}};
  return draft;
}

void enter(Acts& acts, const Inquiry& inquiry, const Market& market, Day day) {
  const auto made = acts.act("sam", "POST /opportunities", draft_of(inquiry, market, day));
  if (!is_spoken_with(inquiry)) return;
  const auto id = made.at("id").as_int64();
  const bool is_visit = std::string_view(inquiry.source) == "Visit";
  acts.act("sam", "POST /activities",
           json::object{{"opportunity", id}, {"kind", is_visit ? "visit" : "call"}});
  acts.act("sam", "POST /opportunities/" + std::to_string(id) + "/moves",
           json::object{{"from", "Marketing qualified"}, {"stage", inquiry.stage}});
}

void fill_in(Acts& acts, const Visitor& visitor, const Market& market) {
  const auto& customers = market.customers.at(visitor.patch);
  const std::string_view own(visitor.company);
  const auto& customer = customers.at(visitor.customer % customers.size()).account;
  json::object entry{{"name", visitor.name},
                     {"email", visitor.email},
                     {"phone", visitor.phone},
                     {"company", own.empty() ? customer.name : std::string(own)},
                     {"message", visitor.message},
                     {"consent", agreed_to},
                     {"once", std::string("visitor ") + visitor.email}};
  acts.act("sam", "POST /lead-forms/1/entries", std::move(entry));
}

}  // namespace

void plan_inquiries(Timeline& timeline, Acts& acts, const Market& market, Day today) {
  for (const auto& inquiry : inquiries) {
    const Day day = workday_before(today - inquiry.days_ago);
    timeline.at(instant_of({day, inquiry.hour * 60}, demo::time_zone),
                [&acts, &market, &inquiry, day] { enter(acts, inquiry, market, day); });
  }
  for (const auto& visitor : visitors) {
    timeline.at(instant_of({workday_before(today - visitor.days_ago), visitor.minute}, demo::time_zone),
                [&acts, &market, &visitor] { fill_in(acts, visitor, market); });
  }
}

}  // namespace accord::app::demo
