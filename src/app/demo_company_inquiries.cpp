// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company_history.hpp"
#include "base/json.hpp"
#include "lead_form/lead_form.hpp"

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

/// Somebody wrote to the address of the year-end bundle's form: a customer's contact, or somebody new.
struct Letter {
  int days_ago, minute;
  const char* from;  ///< empty: the customer's first contact
  std::size_t patch, customer;
  const char* subject;
  const char* text;
};

constexpr Letter letters[] = {
    {3, 14 * 60 + 10, "Marguerite Fontaine-Delacroix <m.fontaine@calder-dairies.example>", 0, 0,
     "Two lines of yoghurt",
     "40 to 60 litres a minute, food grade. We decide in March. What do both cost together?"},
    {1, 10 * 60 + 25, "Yusuf Demir <yusuf.demir@ridgeway-brewing.example>", 0, 0, "Year-end bundle",
     "Please send me a quotation for one set."},
    {1, 15 * 60 + 40, "", 1, 2, "Does the flow meter fit our bus?",
     "We have your pressure transmitters on line 2 and would add flow. Please call me."},
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

void arrive(Database& database, const Letter& letter, const Market& market) {
  std::string from(letter.from);
  if (from.empty()) {
    const auto& customers = market.customers.at(letter.patch);
    const auto& contacts = customers.at(letter.customer % customers.size()).contacts;
    CHECK(!contacts.empty());
    from = contacts.front().name + " <" + contacts.front().email + ">";
  }
  lead_form::take_mail(
      database, "From: " + from + "\r\nTo: " + std::string(bundle_address) + "\r\nMessage-ID: <" +
                    std::to_string(letter.minute) + "@customers.example>\r\nSubject: " + letter.subject +
                    "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + letter.text + "\r\n");
}

}  // namespace

void plan_inquiries(Timeline& timeline, Acts& acts, Database& database, const Market& market, Day today) {
  for (const auto& inquiry : inquiries) {
    const Day day = workday_before(today - inquiry.days_ago);
    timeline.at(instant_of({day, inquiry.hour * 60}, demo::time_zone),
                [&acts, &market, &inquiry, day] { enter(acts, inquiry, market, day); });
  }
  for (const auto& letter : letters) {
    timeline.at(instant_of({workday_before(today - letter.days_ago), letter.minute}, demo::time_zone),
                [&database, &market, &letter] { arrive(database, letter, market); });
  }
}

}  // namespace accord::app::demo
