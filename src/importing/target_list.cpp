// SPDX-License-Identifier: Apache-2.0
#include "campaign/campaign.hpp"
#include "funnel/funnel.hpp"
#include "importing/target_builder.hpp"

namespace accord::importing {
namespace {

const Headers owner_headers{"owner",         "opportunity owner",  "deal owner",       "deal - owner",
                            "assigned user", "assigned user name", "assignedusername", "owner name",
                            "sales_agent",   "sales rep",          "salesperson",      "account owner",
                            "company owner", "contact owner",      "lead owner",       "activity assigned to",
                            "assigned to",   "campaign owner"};

const Headers modified_headers{"lastmodifieddate", "last modified date", "date modified", "modifiedat",
                               "modified at"};

/// Users by the identifiers that their system gave them; its file of users says who they are.
const Headers owner_keys{"ownerid", "owner id"};

const Headers mobile_headers{"mobile",        "mobile phone", "mobilephone", "mobile phone number",
                             "mobile number", "cell phone",   "cell"};

/// What a system of record holds of whether somebody may be reached. Every kind of file of people has such
/// columns, so that they say nothing of what the rows are.
Builder& of_wishes(Builder& builder) {
  builder.special("refuses_calls", Reading::refuses_calls,
                  "Whether they do not want to be called, as the system has it.",
                  {"do not call", "donotcall", "no calls", "phone opt out", "call opt out"});
  builder.special(
      "refuses_email", Reading::refuses_email, "Whether they do not want e-mail, as the system has it.",
      {"email opt out", "e-mail opt out", "has opted out of email", "email opted out",
       "unsubscribed from all email", "hs_email_optout", "do not email", "email address is opted-out",
       "email address is opted out", "emailaddressisoptedout", "unsubscribed"});
  builder.special("refuses_mail", Reading::refuses_mail,
                  "Whether they do not want letters, as the system has it.",
                  {"do not mail", "mail opt out", "direct mail opt out", "no letters"});
  return builder;
}

Target territories() {
  return Builder(What::territory, "territory", "Territories")
      .field("name")
      .reference("parent", What::territory, {"parent territory", "parent", "parent region"})
      .field("time_zone", {"time zone", "timezone"})
      .needs({"name"})
      .matched_by({"name"})
      .marks({"territory"})
      .named_elsewhere()
      .done();
}

Target people() {
  return Builder(What::person, "person", "People")
      .field("name", {"sales_agent", "name", "user", "employee"})
      .special("first_name", Reading::first_name, "The first name.", {"first name", "firstname"})
      .special("last_name", Reading::last_name, "The last name.", {"last name", "lastname"})
      .field("email")
      .field("role", {"role", "profile"})
      .reference("territory", What::territory,
                 {"territory", "regional_office", "region", "office", "sales territory"})
      .reference("manager", What::person, {"manager", "sales manager", "reports to", "manager name"})
      .field("left_on", {"left on", "leaving date"})
      .special(
          "is_active", Reading::is_active,
          "Whether they work there still; who does not has left, on the day of the export where no column "
          "says when.",
          {"is active", "active", "active user"})
      .special("user_key", Reading::user_key, "The identifier by which other files name the person.",
               {"user id", "id"})
      .needs({"name", "last_name"})
      .needs({"manager", "role", "territory", "email"})
      .matched_by({"email", "name"})
      .marks({"regional_office", "manager", "sales manager", "user role", "role", "sales_agent", "username",
              "userroleid", "profileid", "isactive"})
      .beside({"user_key"})
      .done();
}

Target products() {
  return Builder(What::product, "product", "Products")
      .field("name", {"product", "product name"})
      .field("line")
      .field("list_price")
      .field("unit_cost")
      .special("currency", Reading::currency, "The currency of the row's amounts.",
               {"currency", "currency code", "currencyisocode"})
      .field("key", {"product id", "id"})
      .needs({"name"})
      .needs({"line", "list_price", "unit_cost", "key"})
      .matched_by({"key", "name"})
      .marks({"sales_price", "list price", "series", "product family", "sku"})
      .done();
}

Target accounts() {
  return Builder(What::account, "account", "Accounts")
      .field("name", {"account", "account name", "company name", "organization - name"})
      .field("sector")
      .reference("territory", What::territory, {"territory", "sales territory", "region"})
      .reference("owner", What::person, owner_headers)
      .field("employees")
      .signed_amount("annual_revenue")
      .special("currency", Reading::currency, "The currency of the row's amounts.",
               {"currency", "currencyisocode"})
      .field("founded_year")
      .field("country", {"billing country", "billingcountry", "billingaddresscountry", "country"})
      .field("parent_name")
      .field("website")
      .field("key", {"account id", "record id", "id", "record id - company"})
      .needs({"name"})
      .needs(
          {"sector", "employees", "annual_revenue", "founded_year", "country", "website", "key", "territory"})
      .named_elsewhere()
      .matched_by({"key", "name"})
      .marks({"subsidiary_of", "year_established", "company domain name", "company owner", "account owner",
              "number of employees", "record id - company", "billingcity", "sicdescription"})
      .done();
}

Target contacts() {
  Builder builder(What::contact, "contact", "Contacts");
  builder.field("name", {"name", "person - name", "contact name", "full name"})
      .special("first_name", Reading::first_name, "The first name.", {"first name", "firstname"})
      .special("last_name", Reading::last_name, "The last name.", {"last name", "lastname"})
      .reference("account", What::account,
                 {"account name", "accountname", "account", "company name", "company",
                  "person - organization", "organization"},
                 {"account id", "accountid", "associated company ids", "associated company id"})
      .field("title")
      .field("email", {"email", "emailaddress", "person - email"})
      .field("phone", {"phone", "phone number", "office phone", "person - phone"})
      .mobile(mobile_headers)
      .field("key", {"contact id", "record id", "record id - contact", "id"})
      .special("modified_at", Reading::modified_at, "Since when nothing of it was changed.",
               modified_headers);
  return of_wishes(builder)
      .needs({"name", "last_name", "email"})
      .needs({"email", "phone", "mobile", "title", "last_name"})
      .matched_by({"key", "email", "name"})
      .beside({"mobile", "modified_at", "refuses_calls", "refuses_email", "refuses_mail"})
      .marks({"lifecycle stage", "record id - contact", "contact id", "contact owner", "contact name",
              "reportstoid", "person - email"})
      .done();
}

Target campaigns() {
  return Builder(What::campaign, "campaign", "Campaigns")
      .field("name", {"campaign name", "name"})
      .reference("channel", What::channel, {"channel name", "channel", "campaign type", "type"})
      .field("side", {"side", "department"})
      .field("starts_on")
      .field("ends_on")
      .references("products", What::product, {"product names", "products", "product"})
      .references("territories", What::territory,
                  {"territory names", "territories", "territory", "sales territory", "region", "regions"})
      .field("industry", {"industry", "target industry", "industry segment", "target segment"})
      .field("budget", {"budget", "budgeted cost", "budgeted cost in campaign"})
      .special("currency", Reading::currency, "The currency of the row's amounts.",
               {"budget currency", "currency", "currency code", "currencyisocode"})
      .reference("owner", What::person, owner_headers)
      .field("note")
      .field("link")
      .field("key", {"campaign id", "id", "record id"})
      .needs({"name"})
      .needs({"starts_on", "ends_on", "budget"})
      .marks({"budgetedcost", "budgeted cost", "actualcost", "campaign owner", "starts_on", "channel name",
              "numbersent", "bouncedcount", "impressions"})
      .done();
}

/// What leads and opportunities have in common: they are one journey.
Builder& journey(Builder& builder) {
  builder.reference("contact", What::contact,
                    {"contact", "contact name", "contactname", "contact person", "associated contact"},
                    {"contact id", "contactid", "associated contact ids", "converted contact id",
                     "convertedcontactid", "createdcontactid"});
  builder.reference("product", What::product, {"product", "product name", "product interest"},
                    {"product id", "product code"});
  builder.reference("owner", What::person, owner_headers, owner_keys);
  builder.reference("developed_by", What::person,
                    {"developed by", "sdr", "sdr owner", "sdr name", "sdr_id", "bdr", "bdr owner", "bdr name",
                     "sales development representative", "business development representative"});
  builder.reference("territory", What::territory, {"territory", "sales territory", "region"});
  builder.field("source", {"lead source", "leadsource", "source"});
  builder.field("created_on", {"created date", "first contact date", "date of first contact", "inquiry date",
                               "created", "created on", "created at", "createdat", "date created",
                               "scanned at", "scan time", "scan date", "scan date/time", "scanned on",
                               "captured at", "capture date", "capture time", "lead capture time"});
  builder.field("lost_reason", {"lost reason", "closed lost reason", "status description"});
  builder.field("link", {"link", "url", "record url"});
  builder.special("stage_since", Reading::stage_since, "Since when it stands in its present stage.",
                  {"date entered current stage", "last stage change date", "laststagechangedate",
                   "stage since", "hs_v2_date_entered_current_stage"});
  builder.special("modified_at", Reading::modified_at,
                  "Since when nothing of it was changed, and so stands where it does.", modified_headers);
  builder.special("entered", Reading::entered, "Since when it stood in a stage; name the stage.", {});
  return builder;
}

Target opportunities() {
  Builder builder(What::opportunity, "opportunity", "Opportunities");
  builder.field("key", {"opportunity_id", "opportunity id", "record id", "deal id", "id"});
  builder.field("name", {"opportunity name", "deal name", "dealname", "deal - title", "name"});
  builder.reference("account", What::account,
                    {"account", "account name", "accountname", "associated company", "organization",
                     "company", "company name", "customer"},
                    {"account id", "accountid", "associated company ids"});
  builder.field("stage", {"deal_stage", "stagename", "stage", "deal - stage", "sales stage"});
  builder.field("value", {"close_value", "opportunity amount", "amount", "deal - value", "value"});
  builder.special(
      "currency", Reading::currency, "The currency of the row's amounts.",
      {"amount currency", "amountcurrency", "currencyisocode", "deal - currency of value", "currency"});
  builder.field("close_on", {"close_date", "close date", "deal - expected close date"});
  journey(builder);
  builder.field("lead_key", {"lead id", "converted lead id", "mql id", "original lead id", "originalleadid"});
  builder.special("status", Reading::status, "Open, won or lost, where the stage does not say it.",
                  {"deal - status"});
  builder.special("won_at", Reading::won_at, "When it was won.",
                  {"deal - won time", "won time", "won date", "won on", "won at"});
  builder.special("lost_at", Reading::lost_at, "When it was lost.",
                  {"deal - lost time", "lost time", "lost date", "lost on", "lost at"});
  builder.special("is_won", Reading::is_won, "Whether it was won.", {"is won", "is closed won"});
  builder.special("is_closed", Reading::is_closed, "Whether it is closed.", {"is closed", "is deal closed?"});
  return builder.needs({"stage", "status"})
      .needs({"key", "name", "lead_key"})
      .matched_by({"key", "lead_key", "name"})
      .marks({"deal_stage", "stagename", "deal stage", "deal - stage", "close_value", "close date",
              "closedate", "sales stage", "opportunity name", "opportunity_id"})
      .done();
}

Target leads() {
  Builder builder(What::opportunity, "lead", "Leads");
  builder.field("lead_key", {"lead id", "mql id", "id", "record id"});
  builder.special("name", Reading::whole_name, "The name of whoever inquired.",
                  {"name", "lead name", "full name", "contact name", "attendee", "attendee name"});
  builder.special("first_name", Reading::first_name, "The first name.", {"first name", "firstname"});
  builder.special("last_name", Reading::last_name, "The last name.", {"last name", "lastname"});
  builder.reference("account", What::account,
                    {"company", "account name", "accountname", "company name", "firm", "firm name",
                     "organization", "organisation"},
                    {"converted account id", "convertedaccountid", "createdaccountid", "account id",
                     "associated company ids", "associated company id"});
  builder.of_contact("email", {"email", "email address", "emailaddress", "e-mail", "e-mail address"});
  builder.of_contact("phone", {"phone", "phone number", "phonenumber", "office phone", "telephone"});
  builder.mobile(mobile_headers);
  builder.of_contact("title", {"title", "job title", "position"});
  builder.special("campaign", Reading::lead_campaign,
                  "The campaign through which it came: a touchpoint of it on the day on which it began.",
                  {"campaign", "campaign name"});
  builder.special("campaign_key", Reading::lead_campaign_key, "The same, by its identifier.",
                  {"campaign id", "campaignid"});
  builder.special("day", Reading::day_of_list, "The day, where a row does not say when.", {});
  builder.field("stage", {"status", "lead status", "hs_lead_status", "lifecycle stage", "lifecyclestage"});
  builder.special("status", Reading::status,
                  "What came of it, where another column says how far it is: HubSpot's lead status.", {});
  builder.field("value", {"opportunityamount", "opportunity amount"});
  builder.special("currency", Reading::currency, "The currency of the row's amounts.",
                  {"opportunityamountcurrency", "currency", "currencyisocode"});
  journey(builder);
  builder.special(
      "converted_key", Reading::converted_key, "The opportunity that the lead became.",
      {"converted opportunity id", "convertedopportunityid", "createdopportunityid", "opportunity id"});
  builder.special("converted_at", Reading::converted_at, "When it became an opportunity.",
                  {"converted date", "converteddate", "converted at", "convertedat"});
  return of_wishes(builder)
      .needs({"stage"})
      .needs({"lead_key", "name", "last_name"})
      .matched_by({"lead_key", "name"})
      .marks({"isconverted", "converted", "convertedat", "lead id", "convertedopportunityid",
              "createdopportunityid", "lead owner", "opportunityamount", "referred by", "lead status",
              "hs_lead_status", "contact owner"})
      .beside({"mobile", "campaign", "campaign_key", "refuses_calls", "refuses_email", "refuses_mail"})
      .done();
}

const Headers campaign_names{"campaign name", "campaign"};
const Headers campaign_keys{"campaign id", "campaignid", "utm campaign id"};

/// What systems say of whom an activity was with and what it was about. Files of every kind have such
/// columns, so that they say nothing of what the rows are.
Builder& of_activities(Builder& builder) {
  builder.special("related_identifier", Reading::related_key,
                  "What it is about, by its identifier: an opportunity, a lead, an account, a contact.",
                  {"whatid", "what id", "parentid", "parent id", "related to id"});
  builder.special("related", Reading::related, "The same, by its name.",
                  {"related to", "parentname", "parent name"});
  builder.special("related_kind", Reading::related_kind, "Of which kind that is.",
                  {"parenttype", "parent type", "related to type"});
  builder.special("lead_identifier", Reading::with_lead_key, "With which lead, by its identifier.",
                  {"lead id", "leadid"});
  builder.special(
      "contact_identifier", Reading::with_contact_key, "With whom, by the identifier of a lead or a contact.",
      {"whoid", "who id", "associated contact ids", "associated contact id", "contact id", "contactid"});
  builder.special("lead", Reading::with_name, "With which lead, by the name of whoever inquired.",
                  {"lead", "lead name"});
  builder.special("contact", Reading::with_name, "With whom, by name.",
                  {"contact", "contact name", "contactname", "associated contact"});
  builder.special("completed_at", Reading::completed_at,
                  "When it was done, beside the day for which it was planned.",
                  {"completeddatetime", "completed date/time", "datecompleted"});
  builder.special("status", Reading::work_status, "Whether it was done; what was not stays out.",
                  {"status", "task status"});
  builder.special("direction", Reading::direction, "Of a call.", {"direction", "calltype", "call type"});
  builder.special("call_result", Reading::call_result,
                  "What came of a call. One that reached nobody is a task, and no contact.",
                  {"call outcome", "call result", "call disposition", "calldisposition"});
  return builder.beside({"call_result", "person_key", "related_identifier", "related", "related_kind",
                         "lead_identifier", "contact_identifier", "lead", "contact", "completed_at", "status",
                         "direction"});
}

Target activities() {
  Builder builder(What::activity, "activity", "Activities");
  builder.field("kind", {"activity type", "tasksubtype", "activity - type", "eventsubtype", "type"})
      .field("at", {"activity date", "activitydatetime", "startdatetime", "activitydate", "datestart",
                    "date start", "due date", "start date"})
      .field("subject_line", {"subject", "title", "activity - subject", "name"})
      .reference("person", What::person,
                 {"assigned", "activity assigned to", "assigned user", "assignedusername", "assigned to",
                  "owner", "activity - assigned to user", "person"},
                 {"ownerid", "owner id", "assigneduserid"})
      .reference("opportunity", What::opportunity, {"opportunity", "opportunity name", "deal name"},
                 {"opportunity id", "opportunity_id", "associated deal ids"})
      .reference("account", What::account,
                 {"account name", "account", "company", "company name", "company / account"},
                 {"account id", "accountid", "associated company ids"})
      .reference("campaign", What::campaign, campaign_names, campaign_keys)
      .field("key", {"activity id", "task id", "record id", "id"});
  return of_activities(builder)
      .needs({"at", "completed_at"})
      .needs({"kind", "subject_line"})
      .needs({"opportunity", "opportunity_key", "account", "account_key", "person", "related_identifier",
              "lead_identifier", "contact_identifier"})
      .matched_by({"key"})
      .marks({"activity date", "activitydate", "activity type", "task id", "activity id", "whatid", "whoid",
              "activity assigned to", "parent type", "related to id", "datestart", "tasksubtype",
              "duration minutes"})
      .done();
}

Target stage_history() {
  return Builder(What::stage_change, "stage_history", "Stage history")
      .reference("opportunity", What::opportunity, {"opportunity name", "deal name", "opportunity"},
                 {"opportunity id", "opportunityid", "opportunity_id", "record id", "lead id", "leadid"})
      .special("changed_field", Reading::changed_field,
               "What changed; rows of another field than the stage say nothing here.",
               {"field / event", "field", "changed field"})
      .special("from_stage", Reading::from_stage, "The stage it left; rows without a change stay out.",
               {"from stage", "old value", "oldvalue"})
      .field("stage", {"to stage", "new value", "newvalue", "stagename"})
      .field("at", {"last modified", "edit date", "createddate", "changed at", "systemmodstamp"})
      .reference("person", What::person, {"edited by", "last modified by", "created by"})
      .needs({"opportunity", "opportunity_key"})
      .needs({"stage"})
      .needs({"at"})
      .needs({"from_stage"})
      .settled_by("from_stage")
      .marks({"from stage", "to stage", "old value", "new value", "oldvalue", "newvalue", "edit date"})
      .done();
}

const Headers channel_names{"channel name", "channel", "marketing channel", "medium"};
const Headers firm_person_headers{"salesperson", "sales_agent",      "sales rep", "employee",
                                  "person name", "person",           "owner",     "assigned to",
                                  "rep",         "opportunity owner"};

Target spend() {
  return Builder(What::spend, "spend", "Spend")
      .field("day", {"day", "date"})
      .special("first_day", Reading::first_day, "The first day of a row that covers several.",
               {"reporting starts", "start date (in utc)", "start date", "from", "from day", "period from",
                "first day"})
      .special("last_day", Reading::last_day, "The last day of a row that covers several.",
               {"reporting ends", "end date (in utc)", "end date", "until", "until day", "to", "period to",
                "last day"})
      .special("period", Reading::period, "The month or the quarter that a row covers.",
               {"month", "period", "quarter"})
      .signed_amount("amount", {"amount spent", "total spent", "spend", "cost", "amount"})
      .special("currency", Reading::currency, "The currency of the row's amounts.",
               {"currency code", "currency", "currencyisocode", "account currency"})
      .reference("campaign", What::campaign, campaign_names, campaign_keys)
      .reference("channel", What::channel, channel_names)
      .field("side", {"side", "department"})
      .field("kind", {"kind", "cost type", "expense type", "category"})
      .reference("product", What::product, {"product", "product name"})
      .reference("territory", What::territory, {"territory", "territory name", "sales territory", "region"})
      .reference("person", What::person, firm_person_headers)
      .field("note")
      .field("key", {"spend id", "expense id"})
      .needs({"amount"})
      .needs({"day", "first_day", "period"})
      .needs({"campaign", "campaign_key", "channel", "side", "person"})
      .sure_by("day")  // who, month and amount may be a quota, or a number that somebody claims
      .marks({"amount spent", "total spent", "spend", "cost", "reporting starts", "expense id", "cost type",
              "start date (in utc)", "impr."})
      .done();
}

const Headers moments_of_lists{
    "scanned at",   "scan time",    "scan date",         "scan date/time", "scanned on", "captured at",
    "capture date", "capture time", "lead capture time", "mail date",      "mailed on",  "mailing date",
    "date mailed",  "drop date",    "sent on",           "send date",      "called at",  "call date",
    "call time",    "call started", "call start time",   "visited at",     "visited on", "visit date"};
const Headers called_headers{"caller",     "caller name", "called by", "agent",
                             "agent name", "scanned by",  "visited by"};

/// Whom lists of scans, mailings and calls name, and what they say of it besides.
Builder& of_lists(Builder& builder) {
  builder.special("name", Reading::whole_name, "The name of whom it reached.",
                  {"attendee", "attendee name", "recipient", "recipient name", "addressee", "name"});
  builder.special("first_name", Reading::first_name, "The first name of whom it reached.",
                  {"first name", "firstname", "given name"});
  builder.special("last_name", Reading::last_name, "The last name of whom it reached.",
                  {"last name", "lastname", "surname", "family name"});
  builder.of_contact("email", {"email", "e-mail", "email address", "e-mail address", "emailaddress"});
  builder.of_contact("phone", {"phone", "phone number", "phonenumber", "telephone"});
  builder.mobile(mobile_headers);
  builder.of_contact("title", {"job title", "title", "position"});
  builder.special("day", Reading::day_of_list, "The day, where a row does not say when.", {});
  builder.special("call_result", Reading::call_result,
                  "What came of a call. One that reached nobody is no touchpoint; the words are not kept.",
                  {"disposition", "call disposition", "call result", "call outcome", "call status", "outcome",
                   "result", "ergebnis", "anrufergebnis"});
  builder.special("opted_out", Reading::opted_out,
                  "Whether they do not want mail, e-mails or calls; such rows stay out.",
                  {"opted out", "opt out", "opt-out", "opted-out", "unsubscribed", "do not mail",
                   "do not email", "do not call", "email opt out"});
  return builder;
}

Target touchpoints() {
  auto people = firm_person_headers, at = moments_of_lists;
  people.insert(people.end(), called_headers.begin(), called_headers.end());
  Builder builder(What::touchpoint, "touchpoint", "Touchpoints");
  builder.field("at", std::move(at))
      .else_called({"day"})
      .reference("account", What::account,
                 {"account name", "account", "company", "company name", "customer", "customer name",
                  "organization", "organisation", "firm", "company or account"},
                 {"account id", "accountid", "customer id", "company id"})
      .reference("contact", What::contact, {"contact name", "contact", "full name"},
                 {"contact id", "contactid", "contact or lead id"})
      .reference("campaign", What::campaign, campaign_names, campaign_keys)
      .reference("channel", What::channel, channel_names)
      .field("kind")
      .field("side", {"side", "department"})
      .reference("person", What::person, std::move(people))
      .field("key", {"id", "scan id", "call id"});
  return of_lists(builder)
      .beside({"name", "first_name", "last_name", "email", "phone", "mobile", "title"})
      .needs({"at", "day"})
      .needs({"account", "account_key", "contact", "contact_key", "name", "last_name", "email"})
      .needs({"campaign", "campaign_key", "channel", "kind"})
      .marks({"timestamp",
              "touchpoint type",
              "touchpoint date",
              "event type",
              "event time",
              "touchpoint id",
              "campaign member id",
              "channel",
              "hasresponded",
              "firstrespondeddate",
              "member type",
              "member status",
              "member first associated date",
              "contact or lead id",
              "scanned at",
              "scan time",
              "drop date",
              "mail date",
              "called at",
              "disposition",
              "call result"})
      .done();
}

/// A column `Status` is in files of every kind, so that it says nothing of what the rows are.
Target orders() {
  return Builder(What::order_line, "order", "Orders")
      .field("at")
      .field("kind")
      .field("number")
      .reference("account", What::account,
                 {"account name", "account", "company", "company name", "customer", "customer name"},
                 {"account id", "accountid", "customer id", "company id"})
      .reference("product", What::product, {"product", "product name"}, {"product id", "product code"})
      .reference("territory", What::territory, {"territory", "territory name", "sales territory", "region"})
      .reference("person", What::person, firm_person_headers)
      .reference("opportunity", What::opportunity, {"opportunity", "opportunity name", "deal name"},
                 {"opportunity id", "opportunityid", "deal id"})
      .field("quantity")
      .signed_amount("list_price")
      .signed_amount("discount")
      .signed_amount("revenue", {"revenue", "net amount", "total price", "order amount", "amount", "value"})
      .signed_amount("cost")
      .special("currency", Reading::currency, "The currency of the row's amounts.",
               {"currency", "currency code", "currencyisocode"})
      .special(
          "status", Reading::order_status,
          "Whether it is booked, cancelled or no order yet; a cancelled row takes back what stands of it.",
          {"order status", "order state", "order line status", "line status", "sales order status",
           "booking status", "status"})
      .field("key")
      .beside({"status"})
      .needs({"at"})
      .needs({"revenue"})
      .needs({"account", "account_key", "opportunity", "opportunity_key"})
      .marks({"order number", "order date", "order id", "order line id", "quantity", "cogs", "net amount",
              "invoice date", "invoice number", "value", "timestamp", "conversion value"})
      .done();
}

/// A column `currency` is the quoted one, as the European Central Bank writes it.
Target exchange_rates() {
  return Builder(What::exchange_rate, "exchange_rate", "Exchange rates")
      .field("day", {"date", "day"})
      .field("base")
      .field("quote", {"quote", "quote currency", "currency of the column"})
      .special("rate", Reading::rate, "So many of the quoted currency for one of the base.",
               {"rate", "exchange rate", "obs_value", "rate of the column", "conversion rate", "fx rate"})
      .needs({"day"})
      .needs({"rate"})
      .needs({"quote", "base"})
      .asks({"base"})
      .asks({"quote"})
      .marks({"rate", "exchange rate", "fx rate", "currency_denom", "obs_value", "base currency",
              "quote currency", "rate of the column"})
      .done();
}

/// A trial balance, a row for each month and measure.
Target ledger_totals() {
  return Builder(What::ledger_total, "ledger_total", "Ledger totals")
      .special("month", Reading::month, "The month, or a day in it.",
               {"period", "month", "posting period", "accounting period", "period end", "period ending"})
      .special("measure", Reading::measure, "What it is the total of.",
               {"measure", "ledger account", "account name", "account", "account description"})
      .signed_amount("amount", {"amount", "net amount", "balance", "net change"})
      .booked_amount("debit", Reading::debit, "What stands on the debit side.")
      .booked_amount("credit", Reading::credit, "What stands on the credit side.")
      .special("currency", Reading::currency, "The currency of the row's amounts.",
               {"currency", "currency code"})
      .field("note", {"note", "accounts", "memo"})
      .needs({"month"})
      .needs({"measure"})
      .needs({"amount", "debit", "credit"})
      .marks({"measure", "ledger account", "debit", "credit", "posting period", "accounting period",
              "period end", "period ending", "net change", "balance"})
      .done();
}

/// A row for each number, or for each lead or opportunity that one number counts.
Target claims() {
  return Builder(What::claim_line, "claim", "Claims")
      .field("side", {"side", "stated by", "department"})
      .field("metric", {"metric", "measure", "kpi"})
      .special("period", Reading::period, "Its period: a month or a quarter of the calendar.",
               {"period", "month", "quarter"})
      .field("from_day", {"from", "from day", "period from", "first day"})
      .field("until_day", {"until", "until day", "to", "period to", "last day"})
      .reference("territory", What::territory, {"territory", "territory name", "region"})
      .field("definition", {"definition", "what is counted", "what it counts"})
      .claimed("number", Reading::claim_number, {"number", "stated number", "claimed number"})
      .field("key", {"id", "key", "identifier", "lead id", "opportunity id", "opportunity_id", "record id",
                     "deal id"})
      .field("name", {"name", "lead", "opportunity", "opportunity name", "deal name", "lead name"})
      .field("email", {"email", "e-mail", "email address"})
      .field("company", {"company", "account", "account name", "company name"})
      .field("on_day", {"day", "date", "on day", "created date", "create date", "close date", "closed on"})
      .claimed("amount", Reading::claim_amount, {"amount", "value", "revenue", "opportunity amount"})
      .special("currency", Reading::currency, "The currency of the row's amounts.",
               {"currency", "currency code", "currencyisocode"})
      .needs({"metric"})
      .needs({"period", "from_day"})
      .needs({"period", "until_day"})
      .needs({"definition"})
      .needs({"number", "key", "name", "email", "company", "amount"})
      .marks({"definition", "what is counted", "metric", "measure", "stated number", "claimed number"})
      .done();
}

}  // namespace

const std::vector<Target>& targets() {
  static const std::vector<Target> list{territories(), people(),        products(),       accounts(),
                                        contacts(),    campaigns(),     opportunities(),  leads(),
                                        activities(),  stage_history(), exchange_rates(), spend(),
                                        touchpoints(), orders(),        ledger_totals(),  claims()};
  return list;
}

}  // namespace accord::importing
