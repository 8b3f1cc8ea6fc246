// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "lead_form/lead_form.hpp"
#include "web/route.hpp"

/// Leads that the firm's own people and programs bring to a form.
namespace accord::lead_form {

/// Somebody who becomes a lead, as a program or whoever stands at a stand tells it.
struct LeadEntry {
  std::string name, email, company, phone, message;
  std::string consent;  ///< word by word; empty: they agreed to nothing
  std::string once;
  std::optional<touchpoint::TouchKind> kind;
  std::optional<Instant> met_at;
};

/// What became of it. What lies outside the caller's territory is not named.
struct EntryTaken {
  std::optional<Id<FormEntry>> id;
  std::optional<Id<account::Contact>> contact;
  std::optional<Id<account::Account>> account;
  std::optional<Id<funnel::Opportunity>> lead;
  bool is_new_contact = false, is_new_lead = false, was_here = false;
  bool is_waiting = false;  ///< for its confirmation by mail; until then there is neither contact nor lead
};

/// What the page for whoever stands at a stand needs to know of a form.
struct StandForm {
  Id<LeadForm> id;
  std::string name, campaign_name, consent;
  bool is_closed = false;
  bool asks_confirmation = false;
};

std::vector<web::Route> intake_routes();

}  // namespace accord::lead_form

namespace accord {
template <>
inline constexpr auto described<lead_form::LeadEntry> = record(
    "lead_entry", "Somebody who becomes a lead of a form.",
    field(&lead_form::LeadEntry::name, "name", "Their name.", up_to(200)),
    field(&lead_form::LeadEntry::email, "email",
          "Their e-mail address; empty where they gave a telephone number alone.", has_default, up_to(200)),
    field(&lead_form::LeadEntry::company, "company", "Their firm.", has_default, up_to(200)),
    field(&lead_form::LeadEntry::phone, "phone", "Their telephone number, in any notation.", has_default,
          up_to(60)),
    field(&lead_form::LeadEntry::message, "message", "What it is about, in at most 500 letters.", has_default,
          up_to(2000)),
    field(&lead_form::LeadEntry::consent, "consent",
          "What they agreed to, word by word as the form has or had it; empty for nothing.", has_default,
          up_to(1000)),
    field(&lead_form::LeadEntry::once, "once",
          "The caller's own id of this lead, as a UUID: however often it arrives, it is one lead.",
          up_to(60)),
    field(&lead_form::LeadEntry::kind, "kind",
          "What kind of touchpoint it was; nothing for a visit by the web."),
    field(&lead_form::LeadEntry::met_at, "met_at",
          "When they came, in the last 365 days; nothing, or a time to come, for now."));
template <>
inline constexpr auto described<lead_form::EntryTaken> = record(
    "entry_taken", "What became of somebody who was sent to a form.",
    field(&lead_form::EntryTaken::id, "id", "The entry's number; nothing while it waits to be confirmed."),
    field(&lead_form::EntryTaken::contact, "contact", "Who; nothing outside one's territory."),
    field(&lead_form::EntryTaken::account, "account", "Of which account; nothing outside one's territory."),
    field(&lead_form::EntryTaken::lead, "lead", "The lead; nothing outside one's territory."),
    field(&lead_form::EntryTaken::is_new_contact, "is_new_contact", "Whether nobody knew them before."),
    field(&lead_form::EntryTaken::is_new_lead, "is_new_lead", "Whether no lead of theirs was open."),
    field(&lead_form::EntryTaken::was_here, "was_here",
          "Whether this had arrived before; then nothing was done now."),
    field(&lead_form::EntryTaken::is_waiting, "is_waiting",
          "Whether it waits to be confirmed by mail; until then there is neither contact nor lead."));
template <>
inline constexpr auto described<lead_form::StandForm> =
    record("stand_form", "A form, for whoever stands at a stand.",
           field(&lead_form::StandForm::id, "id", "The form's number."),
           field(&lead_form::StandForm::name, "name", "What both sides call it."),
           field(&lead_form::StandForm::campaign_name, "campaign_name", "Whose touchpoints its entries are."),
           field(&lead_form::StandForm::consent, "consent", "What people may agree to, word by word."),
           field(&lead_form::StandForm::is_closed, "is_closed", "Whether it takes nothing more."),
           field(&lead_form::StandForm::asks_confirmation, "asks_confirmation",
                 "Whether it writes to everybody, who therefore need an e-mail address."));
}  // namespace accord
