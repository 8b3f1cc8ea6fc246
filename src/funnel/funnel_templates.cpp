// SPDX-License-Identifier: Apache-2.0
#include "base/json.hpp"
#include "funnel/funnel_agreement.hpp"

namespace accord::funnel {
namespace {

constexpr double day = 8;  // Business hours.

FunnelStage won() {
  return {"Won", "The customer has ordered.",      Side::sales, Outcome::won, 0, {},
          "",    {"Won", "Closed Won", "Customer"}};
}
FunnelStage lost() {
  return {"Lost",      "The customer bought elsewhere, or will not buy.",
          Side::sales, Outcome::lost,
          0,           {},
          "",          {"Lost", "Closed Lost", "Dead", "Closed - Not Converted", "Unqualified"}};
}

std::vector<std::string> usual_reasons() {
  return {"Price", "A competitor", "No budget", "No need", "Timing", "No answer", "Not our customer"};
}

// The steps take in what SuiteCRM, Salesforce, HubSpot, Pipedrive and EspoCRM call theirs unless told
// otherwise, where that has one meaning. What a firm's own names mean, it says in the draft, which offers
// them.

/// A field force that finds and closes on its own: few steps, all of them sales' but the first.
Funnel direct_sales() {
  Funnel funnel;
  funnel.stages = {
      {"Prospecting",
       "A firm that fits, chosen for a first contact.",
       Side::marketing,
       Outcome::open,
       20 * day,
       {Evidence::owner},
       "Somebody there has agreed to talk.",
       {"Prospecting", "New", "Lead", "Open", "Open - Not Contacted", "Marketing Qualified Lead"}},
      {"Engaging",
       "We are in talks about a named need.",
       Side::sales,
       Outcome::open,
       45 * day,
       {Evidence::owner, Evidence::account, Evidence::product},
       "The customer decides on our offer.",
       {"Engaging",
        "Qualification",
        "Needs Analysis",
        "Value Proposition",
        "Id. Decision Makers",
        "Perception Analysis",
        "Proposal",
        "Proposal/Price Quote",
        "Negotiation",
        "Negotiation/Review",
        "Sales Qualified Lead",
        "Opportunity",
        "Appointment Scheduled",
        "Qualified To Buy",
        "Presentation Scheduled",
        "Decision Maker Bought-In",
        "Contract Sent",
        "Qualified",
        "Contact Made",
        "Demo Scheduled",
        "Proposal Made",
        "Negotiations Started"}},
      won(),
      lost()};
  funnel.lost_reasons = usual_reasons();
  funnel.untouched_after_hours = 10 * day;
  return funnel;
}

/// Of what sales talks about and has made no offer of, in each system's order, and of a lead that became
/// that.
std::vector<std::string> names_of_qualified() {
  return {"Qualified",
          "Sales Qualified Lead",
          "SQL",
          "Opportunity",
          "Qualification",
          "Prospecting",
          "Needs Analysis",
          "Value Proposition",
          "Id. Decision Makers",
          "Perception Analysis",
          "Engaging",
          "Appointment Scheduled",
          "Qualified To Buy",
          "Presentation Scheduled",
          "Contact Made",
          "Demo Scheduled",
          "Converted",
          "Closed - Converted",
          "Open deal"};
}

/// Marketing generates and qualifies, sales accepts and closes: the handoff is a step of its own.
Funnel marketing_and_sales() {
  Funnel funnel;
  funnel.stages = {{"Inquiry",
                    "Somebody has raised a hand: a form, a call, a card at a stand.",
                    Side::marketing,
                    Outcome::open,
                    2 * day,
                    {Evidence::source},
                    "Marketing knows who it is.",
                    {"Inquiry", "New", "Lead", "Subscriber", "Open", "Open - Not Contacted", "Recycled",
                     "Nurturing", "Bad timing"}},
                   {"Marketing qualified",
                    "Fits our target and has shown interest; marketing passes it on.",
                    Side::marketing,
                    Outcome::open,
                    5 * day,
                    {Evidence::source, Evidence::owner},
                    "Sales has taken it on.",
                    {"Marketing qualified", "Marketing Qualified Lead", "MQL", "Assigned", "Contacted"}},
                   {"Sales accepted",
                    "Sales has taken it on and makes the first contact within 8 business hours.",
                    Side::sales,
                    Outcome::open,
                    1 * day,
                    {Evidence::owner, Evidence::account},
                    "A person there has been spoken to.",
                    {"Sales accepted", "Sales Accepted Lead", "SAL", "In Process", "In progress",
                     "Attempted to contact", "Working", "Working - Contacted"}},
                   {"Qualified",
                    "Need, budget, time and decision maker are known.",
                    Side::sales,
                    Outcome::open,
                    20 * day,
                    {Evidence::owner, Evidence::account, Evidence::product, Evidence::activity},
                    "The customer asks for an offer.",
                    names_of_qualified()},
                   {"Proposal",
                    "The customer has our written offer.",
                    Side::sales,
                    Outcome::open,
                    15 * day,
                    {Evidence::account, Evidence::product, Evidence::value, Evidence::close_date},
                    "The customer has answered it.",
                    {"Proposal", "Proposal/Price Quote", "Quote", "Proposal Made"}},
                   {"Negotiation",
                    "The customer wants to buy; terms are open.",
                    Side::sales,
                    Outcome::open,
                    15 * day,
                    {Evidence::account, Evidence::value, Evidence::close_date},
                    "An order, or a no.",
                    {"Negotiation", "Negotiation/Review", "Decision Maker Bought-In", "Contract Sent",
                     "Negotiations Started"}},
                   won(),
                   lost()};
  funnel.lost_reasons = usual_reasons();
  funnel.untouched_after_hours = 5 * day;
  return funnel;
}

/// Customers who buy again and again: short, and sales' almost alone.
Funnel repeat_business() {
  Funnel funnel;
  funnel.stages = {
      {"Due to reorder",
       "The usual time since the last order has passed.",
       Side::sales,
       Outcome::open,
       5 * day,
       {Evidence::account, Evidence::owner},
       "The customer has been asked.",
       {"Due to reorder", "New", "Prospecting", "Lead"}},
      {"Quoted",
       "The customer has our price.",
       Side::sales,
       Outcome::open,
       5 * day,
       {Evidence::account, Evidence::product},
       "The customer has answered.",
       {"Quoted", "Proposal", "Engaging", "Qualification", "Proposal Made", "Negotiations Started"}},
      won(),
      lost()};
  funnel.lost_reasons = usual_reasons();
  funnel.untouched_after_hours = 3 * day;
  return funnel;
}

agreement::Template as_template(const char* name, const char* title, const char* sentence,
                                const Funnel& funnel) {
  return {name, title, sentence, Json{json::serialize(to_json(funnel))}};
}

}  // namespace

std::vector<agreement::Template> templates(const Read&) {
  return {as_template("direct-sales", "Direct sales", "A field force that finds and closes on its own.",
                      direct_sales()),
          as_template("marketing-and-sales", "Marketing and sales",
                      "Marketing generates and qualifies leads, sales accepts and closes them.",
                      marketing_and_sales()),
          as_template("repeat-business", "Repeat business", "Customers who buy again and again.",
                      repeat_business())};
}

}  // namespace accord::funnel
