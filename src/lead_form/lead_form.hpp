// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "account/account.hpp"
#include "campaign/campaign.hpp"
#include "funnel/funnel.hpp"
#include "handoff/handoff.hpp"
#include "mail/mail.hpp"
#include "spend/spend.hpp"
#include "touchpoint/touchpoint.hpp"
#include "wish/wish.hpp"

namespace accord::lead_form {

/// A form on a page of its own, which any web site may link to or show in a frame: whoever fills it in
/// becomes a lead of its campaign.
struct LeadForm {
  Id<LeadForm> id;
  std::string name;     ///< as both sides call it
  std::string address;  ///< `/forms/ADDRESS`
  Id<campaign::Campaign> campaign;
  std::optional<Id<product::Product>> product;
  std::optional<Id<territory::Territory>> territory;  ///< nothing: the account's
  std::optional<Id<people::Person>> owner;            ///< who gets the leads; nothing: nobody yet
  std::string heading, text, thanks;                  ///< what visitors read
  std::string consent;  ///< what they may agree to, word by word; empty: nothing is asked
  bool asks_company = true, asks_phone = false, asks_message = true;
  std::string
      sites;  ///< that may show it in a frame or send to it, separated by commas: `https://www.acme.example`
  std::optional<Day> closed_on;
  bool asks_confirmation = false;       ///< whoever fills it in is a lead once they confirm it by mail
  std::string mail_address;             ///< messages to it are entries of this form; empty: none are
  std::optional<wish::Medium> permits;  ///< what the words of consent are about; nothing: something else
};

/// Somebody filled in a form. Who that is stands in the contact alone.
struct FormEntry {
  Id<FormEntry> id;
  Id<LeadForm> form;
  Instant at;
  Id<account::Contact> contact;
  std::optional<Id<account::Account>> account;
  Id<funnel::Opportunity> opportunity;
  bool is_new_contact = true, is_new_lead = true;
  std::string consent;              ///< what the visitor agreed to, word by word; empty: to nothing
  std::string once;                 ///< the same for the same press of the button, however often it arrives
  std::optional<Instant> asked_at;  ///< when it was filled in, where it was confirmed later
};

/// A form as lists and pages show it.
struct LeadFormRow {
  Id<LeadForm> id;
  std::string name, address;
  Id<campaign::Campaign> campaign;
  std::string campaign_name;
  std::optional<Id<product::Product>> product;
  std::string product_name;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  std::optional<Id<people::Person>> owner;
  std::string owner_name, heading, text, thanks, consent;
  bool asks_company = true, asks_phone = false, asks_message = true;
  std::string sites;
  std::optional<Day> closed_on;
  bool asks_confirmation = false;
  std::string mail_address;
  std::optional<wish::Medium> permits;
  std::int64_t entry_count = 0, lead_count = 0, waiting_count = 0, asked_count = 0, confirmed_count = 0;
};

/// An entry with the names it refers to.
struct FormEntryRow {
  Id<FormEntry> id;
  Id<LeadForm> form;
  std::string form_name;
  Instant at;
  std::optional<Id<account::Contact>> contact;
  std::string contact_name;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::optional<Id<funnel::Opportunity>> opportunity;
  std::string opportunity_name;
  std::optional<Id<territory::Territory>> territory;
  bool is_new_contact = true, is_new_lead = true;
  std::string consent;
  std::optional<Instant> asked_at;
  /// What was typed, where contact and account say something else.
  std::string typed_name, typed_email, typed_company, typed_phone;
  std::string message;  ///< as the note about the lead keeps it
  /// The newest of its lead, and who has it.
  std::optional<Id<handoff::Handoff>> handoff;
  std::optional<handoff::Ask> handoff_ask;
  std::optional<handoff::State> handoff_state;
  std::optional<Id<people::Person>> handoff_person;
  std::string handoff_person_name;
};

/// What a person gives to add a form or to change one.
struct LeadFormDraft {
  std::string name, address;
  Id<campaign::Campaign> campaign;
  std::optional<Id<product::Product>> product;
  std::optional<Id<territory::Territory>> territory;
  std::optional<Id<people::Person>> owner;
  std::string heading, text, thanks, consent;
  bool asks_company = true, asks_phone = false, asks_message = true;
  std::string sites;
  std::optional<Day> closed_on;
  bool asks_confirmation = false;
  std::string mail_address;
  std::optional<wish::Medium> permits;
};

inline constexpr Right see_lead_forms{
    "see_lead_forms", "See forms for leads, and who of one's territories filled them in.", every_role};
inline constexpr Right edit_lead_forms{
    "edit_lead_forms", "Add, change and close forms for leads.",
    roles(Role::sales_manager, Role::marketer, Role::marketing_manager, Role::liaison, Role::administrator)};

inline constexpr Rule form_address_unfit{
    "form_address_unfit", "This cannot be a form's address.",
    "Take 3 to 60 small letters, digits and dashes, as in trade-show-2027.", 422};
inline constexpr Rule form_address_taken{"form_address_taken", "Another form has this address.",
                                         "Take another one, or change that form."};
inline constexpr Rule form_site_unfit{
    "form_site_unfit", "This is no site's address.",
    "Write each with its scheme and nothing behind the name, as in https://www.acme.example.", 422};

inline constexpr Right take_leads{"take_leads", "Enter leads at a stand, or send them by a program.",
                                  roles(Role::salesperson, Role::sales_manager, Role::marketer,
                                        Role::marketing_manager, Role::liaison, Role::administrator)};

inline constexpr Rule form_is_closed{"form_is_closed", "This form is closed; it takes nothing more.",
                                     "Take another form, or ask marketing to open this one."};
inline constexpr Rule consent_unknown{
    "consent_unknown", "These are not words that this form asks or ever asked people to agree to.",
    "Send them word by word as the form has them, or nothing where nobody agreed.", 422};

inline constexpr Right sort_mail{
    "sort_mail",
    "See messages that came in by mail, and say what becomes of those whose form nobody can tell.",
    roles(Role::sales_manager, Role::marketer, Role::marketing_manager, Role::liaison, Role::administrator),
    true};

inline constexpr Rule form_mail_taken{"form_mail_taken", "Another form takes the messages to this address.",
                                      "Take another address, or change that form."};
inline constexpr Rule form_unknown{"form_unknown", "There is no such form that takes anything.",
                                   "Choose one of those listed under Forms that is not closed.", 422};
inline constexpr Rule message_is_sorted{"message_is_sorted", "It was decided already what becomes of it.",
                                        "Load the page again: it shows what was decided."};
inline constexpr Rule drop_reason_missing{"drop_reason_missing", "It is not said why nothing comes of it.",
                                          "Write a few words, as in: asks for a job.", 422};

/// Takes a message that came to the mailbox, once however often it arrives.
void take_mail(Database&, std::string_view raw);
/// Erases what is kept for a time only, as time passes.
void forget_old(Database&);

extern const Subject subject;

}  // namespace accord::lead_form

namespace accord {
template <>
inline constexpr auto described<lead_form::LeadForm> = record(
    "lead_form", "A form on the web by which somebody becomes a lead of a campaign.",
    field(&lead_form::LeadForm::id, "id", "The form's number."),
    field(&lead_form::LeadForm::name, "name", "What both sides call it.", searched, up_to(200)),
    field(&lead_form::LeadForm::address, "address", "The last part of its address on the web.", up_to(60)),
    field(&lead_form::LeadForm::campaign, "campaign", "Whose touchpoints its entries are."),
    field(&lead_form::LeadForm::product, "product", "What its leads would buy."),
    field(&lead_form::LeadForm::territory, "territory",
          "Where its leads belong; nothing for their accounts' territories."),
    field(&lead_form::LeadForm::owner, "owner", "Who gets its leads; nothing for nobody yet."),
    field(&lead_form::LeadForm::heading, "heading", "What visitors read above it.", has_default, up_to(200)),
    field(&lead_form::LeadForm::text, "text", "What it is for, in a few sentences.", has_default,
          up_to(2000)),
    field(&lead_form::LeadForm::thanks, "thanks", "What visitors read when it is sent.", has_default,
          up_to(1000)),
    field(&lead_form::LeadForm::consent, "consent",
          "What visitors may agree to, word by word; empty where nothing is asked.", has_default,
          up_to(1000)),
    field(&lead_form::LeadForm::asks_company, "asks_company", "Whether it asks for the firm.", has_default),
    field(&lead_form::LeadForm::asks_phone, "asks_phone", "Whether it asks for a telephone number.",
          has_default),
    field(&lead_form::LeadForm::asks_message, "asks_message", "Whether it asks what the matter is.",
          has_default),
    field(&lead_form::LeadForm::sites, "sites",
          "The sites that may show it in a frame or send to it, separated by commas.", has_default,
          up_to(1000)),
    field(&lead_form::LeadForm::closed_on, "closed_on", "From when on it takes nothing more."),
    field(&lead_form::LeadForm::asks_confirmation, "asks_confirmation",
          "Whether somebody is a lead only once they confirm it by mail.", has_default),
    field(&lead_form::LeadForm::mail_address, "mail_address",
          "Messages to this address are entries of it; empty for none.", has_default, up_to(200)),
    field(&lead_form::LeadForm::permits, "permits",
          "By what the words that visitors agree to let them be reached; nothing where they are about "
          "something else."));
template <>
inline constexpr auto described<lead_form::FormEntry> = record(
    "form_entry", "Somebody filled in a form.", field(&lead_form::FormEntry::id, "id", "The entry's number."),
    field(&lead_form::FormEntry::form, "form", "Which form."),
    field(&lead_form::FormEntry::at, "at", "When."), field(&lead_form::FormEntry::contact, "contact", "Who."),
    field(&lead_form::FormEntry::account, "account", "Of which account."),
    field(&lead_form::FormEntry::opportunity, "opportunity",
          "The lead that came of it, or that was open already."),
    field(&lead_form::FormEntry::is_new_contact, "is_new_contact", "Whether nobody knew them before."),
    field(&lead_form::FormEntry::is_new_lead, "is_new_lead", "Whether no lead of theirs was open."),
    field(&lead_form::FormEntry::consent, "consent", "What they agreed to, word by word; empty for nothing.",
          has_default, up_to(1000)),
    field(&lead_form::FormEntry::once, "once", "What tells one press of the button from another.", secret,
          has_default, up_to(100)),
    field(&lead_form::FormEntry::asked_at, "asked_at",
          "When they filled it in, where they confirmed it later by mail."));
template <>
inline constexpr auto described<lead_form::LeadFormRow> = record(
    "lead_form_row", "A form with the names it refers to.",
    field(&lead_form::LeadFormRow::id, "id", "The form's number."),
    field(&lead_form::LeadFormRow::name, "name", "What both sides call it.", searched),
    field(&lead_form::LeadFormRow::address, "address", "The last part of its address on the web.", searched),
    field(&lead_form::LeadFormRow::campaign, "campaign", "Whose touchpoints its entries are."),
    field(&lead_form::LeadFormRow::campaign_name, "campaign_name", "The campaign's name.", searched),
    field(&lead_form::LeadFormRow::product, "product", "What its leads would buy."),
    field(&lead_form::LeadFormRow::product_name, "product_name", "The product's name.", searched),
    field(&lead_form::LeadFormRow::territory, "territory", "Where its leads belong."),
    field(&lead_form::LeadFormRow::territory_name, "territory_name", "The territory's name."),
    field(&lead_form::LeadFormRow::owner, "owner", "Who gets its leads."),
    field(&lead_form::LeadFormRow::owner_name, "owner_name", "The owner's name."),
    field(&lead_form::LeadFormRow::heading, "heading", "What visitors read above it."),
    field(&lead_form::LeadFormRow::text, "text", "What it is for."),
    field(&lead_form::LeadFormRow::thanks, "thanks", "What visitors read when it is sent."),
    field(&lead_form::LeadFormRow::consent, "consent", "What visitors may agree to."),
    field(&lead_form::LeadFormRow::asks_company, "asks_company", "Whether it asks for the firm."),
    field(&lead_form::LeadFormRow::asks_phone, "asks_phone", "Whether it asks for a telephone number."),
    field(&lead_form::LeadFormRow::asks_message, "asks_message", "Whether it asks what the matter is."),
    field(&lead_form::LeadFormRow::sites, "sites", "The sites that may show it in a frame or send to it."),
    field(&lead_form::LeadFormRow::closed_on, "closed_on", "From when on it takes nothing more."),
    field(&lead_form::LeadFormRow::asks_confirmation, "asks_confirmation",
          "Whether somebody is a lead only once they confirm it by mail."),
    field(&lead_form::LeadFormRow::mail_address, "mail_address",
          "Messages to this address are entries of it."),
    field(&lead_form::LeadFormRow::permits, "permits",
          "By what the words that visitors agree to let them be reached; nothing where they are about "
          "something else."),
    field(&lead_form::LeadFormRow::entry_count, "entry_count", "How often it was filled in.", unit::count),
    field(&lead_form::LeadFormRow::lead_count, "lead_count", "How many new leads came of that.", unit::count),
    field(&lead_form::LeadFormRow::waiting_count, "waiting_count",
          "How many can still be confirmed and are not yet.", unit::count),
    field(&lead_form::LeadFormRow::asked_count, "asked_count", "How many were asked to confirm.",
          unit::count),
    field(&lead_form::LeadFormRow::confirmed_count, "confirmed_count", "How many of those confirmed.",
          unit::count));
template <>
inline constexpr auto described<lead_form::FormEntryRow> = record(
    "form_entry_row", "Somebody filled in a form.",
    field(&lead_form::FormEntryRow::id, "id", "The entry's number."),
    field(&lead_form::FormEntryRow::form, "form", "Which form."),
    field(&lead_form::FormEntryRow::form_name, "form_name", "The form's name."),
    field(&lead_form::FormEntryRow::at, "at", "When."),
    field(&lead_form::FormEntryRow::contact, "contact", "Who."),
    field(&lead_form::FormEntryRow::contact_name, "contact_name", "Their name.", searched),
    field(&lead_form::FormEntryRow::account, "account", "Of which account."),
    field(&lead_form::FormEntryRow::account_name, "account_name", "The account's name.", searched),
    field(&lead_form::FormEntryRow::opportunity, "opportunity", "The lead."),
    field(&lead_form::FormEntryRow::opportunity_name, "opportunity_name", "What the lead is called.",
          searched),
    field(&lead_form::FormEntryRow::territory, "territory", "Where the lead belongs."),
    field(&lead_form::FormEntryRow::is_new_contact, "is_new_contact", "Whether nobody knew them before."),
    field(&lead_form::FormEntryRow::is_new_lead, "is_new_lead", "Whether no lead of theirs was open."),
    field(&lead_form::FormEntryRow::consent, "consent",
          "What they agreed to, word by word; empty for nothing."),
    field(&lead_form::FormEntryRow::asked_at, "asked_at",
          "When they filled it in, where they confirmed it later by mail."),
    field(&lead_form::FormEntryRow::typed_name, "typed_name",
          "The name that was typed, where the contact has another.", searched),
    field(&lead_form::FormEntryRow::typed_email, "typed_email",
          "The e-mail address that was typed, where the contact has another.", searched),
    field(&lead_form::FormEntryRow::typed_company, "typed_company",
          "The firm that was typed, where the account has another name.", searched),
    field(&lead_form::FormEntryRow::typed_phone, "typed_phone",
          "The telephone number that was typed, where the contact has another."),
    field(&lead_form::FormEntryRow::message, "message", "What they wrote.", searched),
    field(&lead_form::FormEntryRow::handoff, "handoff", "The newest handoff of the lead."),
    field(&lead_form::FormEntryRow::handoff_ask, "handoff_ask", "What that handoff asks for."),
    field(&lead_form::FormEntryRow::handoff_state, "handoff_state", "Where that handoff stands."),
    field(&lead_form::FormEntryRow::handoff_person, "handoff_person", "Who has that handoff."),
    field(&lead_form::FormEntryRow::handoff_person_name, "handoff_person_name", "Their name."));
template <>
inline constexpr auto described<lead_form::LeadFormDraft> = record(
    "lead_form_draft", "What a person gives to add or change a form.",
    field(&lead_form::LeadFormDraft::name, "name", "What both sides call it.", up_to(200)),
    field(&lead_form::LeadFormDraft::address, "address",
          "The last part of its address on the web: small letters, digits and dashes.", up_to(60)),
    field(&lead_form::LeadFormDraft::campaign, "campaign", "Whose touchpoints its entries are."),
    field(&lead_form::LeadFormDraft::product, "product", "What its leads would buy."),
    field(&lead_form::LeadFormDraft::territory, "territory",
          "Where its leads belong; nothing for their accounts' territories."),
    field(&lead_form::LeadFormDraft::owner, "owner", "Who gets its leads; nothing for nobody yet."),
    field(&lead_form::LeadFormDraft::heading, "heading",
          "What visitors read above it; its name, where it is left out.", has_default, up_to(200)),
    field(&lead_form::LeadFormDraft::text, "text", "What it is for, in a few sentences.", has_default,
          up_to(2000)),
    field(&lead_form::LeadFormDraft::thanks, "thanks", "What visitors read when it is sent.", has_default,
          up_to(1000)),
    field(&lead_form::LeadFormDraft::consent, "consent",
          "What visitors may agree to, word by word; empty where nothing is asked.", has_default,
          up_to(1000)),
    field(&lead_form::LeadFormDraft::asks_company, "asks_company", "Whether it asks for the firm.",
          has_default),
    field(&lead_form::LeadFormDraft::asks_phone, "asks_phone", "Whether it asks for a telephone number.",
          has_default),
    field(&lead_form::LeadFormDraft::asks_message, "asks_message", "Whether it asks what the matter is.",
          has_default),
    field(&lead_form::LeadFormDraft::sites, "sites",
          "The sites that may show it in a frame or send to it, separated by commas.", has_default,
          up_to(1000)),
    field(&lead_form::LeadFormDraft::closed_on, "closed_on", "From when on it takes nothing more."),
    field(&lead_form::LeadFormDraft::asks_confirmation, "asks_confirmation",
          "Whether somebody is a lead only once they press a button behind a link that is mailed to them.",
          has_default),
    field(&lead_form::LeadFormDraft::mail_address, "mail_address",
          "Messages to this address become entries of it; empty for none.", has_default, up_to(200)),
    field(&lead_form::LeadFormDraft::permits, "permits",
          "By what the words that visitors agree to let them be reached; nothing where they are about "
          "something else."));
}  // namespace accord
