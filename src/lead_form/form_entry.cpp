// SPDX-License-Identifier: Apache-2.0
#include "lead_form/form_entry.hpp"

#include <set>

#include "base/phone.hpp"
#include "base/text.hpp"
#include "db/counts_as.hpp"
#include "handoff/handoff.hpp"
#include "lead_form/form_typed.hpp"
#include "lead_form/lead_form_store.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::lead_form {
namespace {

using account::Account;
using account::Contact;
using funnel::Opportunity;

constexpr std::size_t name_max = 300, words_max = 500;

/// No longer than a name may be, and no letter cut in two.
std::string shortened(std::string text, std::size_t longest = name_max) {
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

/// Another visitor may have been faster since the visitor was looked up.
std::optional<Contact> known_contact(const Read& read, const Submission& given, const Recognised& known) {
  auto contact = known.contact ? read.find(*known.contact) : std::nullopt;
  if (contact && !contact->erased_on) return contact;
  if (given.email.empty()) return std::nullopt;
  return account::find_contact_by_email(read, lower(given.email));
}

std::optional<Account> account_of(Write& write, const LeadForm& form, const Submission& given,
                                  const Recognised& known, const std::optional<Contact>& contact) {
  if (contact && contact->account)
    return write.find(Id<Account>{counts_as(write, "account")->of(contact->account->number)});
  if (known.account) return write.find(*known.account);
  if (given.company.empty()) return std::nullopt;
  if (auto same = account::find_by_name(write, given.company)) return same;
  Account made;
  made.name = given.company;
  made.territory = form.territory;
  write.insert(made);
  return made;
}

/// What the CRM keeps stays as it is; what Accord keeps learns what was not known yet, and nothing else. An
/// address is learnt from whoever was met: anybody can type one on a page.
Contact contact_of(Write& write, const LeadForm& form, const Submission& given,
                   const std::optional<Contact>& known, const std::optional<Account>& account,
                   touchpoint::TouchKind kind) {
  const bool was_met = kind == touchpoint::TouchKind::scan;
  Contact contact = known.value_or(Contact{});
  if (known) {
    const bool has_news = (!known->account && account) || (known->phone.empty() && !given.phone.empty()) ||
                          (was_met && known->email.empty());
    if (!known->system.empty() || !has_news) return contact;
  } else {
    contact.name = given.name;
    contact.email = lower(given.email);
    contact.territory = form.territory;
  }
  if (contact.phone.empty()) contact.phone = given.phone;
  if (was_met && contact.email.empty()) contact.email = lower(given.email);
  if (!contact.account && account) {
    contact.account = account->id;
    contact.territory = account->territory;
  }
  if (known) {
    write.update(contact);
  } else {
    write.insert(contact);
  }
  return contact;
}

/// "27 November 2026, 09:14": what tells one lead of a form from the next where no firm does.
std::string moment_in_words(const Read& read) {
  const auto at = local_time(read.now(), people::company(read).time_zone);
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return in_words(at.day) + ", " + two(at.minute / 60) + ":" + two(at.minute % 60);
}

/// What nobody else's lead of the form is called: "Visit us: 2 March 2026, 09:14 (2)" where several came in
/// that minute, as when a stand sends what it kept. Clocks show an hour twice once a year.
std::string name_without_firm(const Read& read, const LeadForm& form) {
  const auto base = form.name + ": " + moment_in_words(read);
  const auto taken = names_of_leads_since(read, form.id, {read.now().ms - ms_per_day});
  std::string name = base;
  for (int count = 2; taken.contains(name); ++count) name = base + " (" + std::to_string(count) + ")";
  return name;
}

/// Who it is stands in the contact alone, so that erasing the contact is enough.
Opportunity new_lead(Write& write, const LeadForm& form, const Contact& contact,
                     const std::optional<Account>& account) {
  Opportunity lead;
  lead.name = shortened(account ? account->name + ": " + form.name : name_without_firm(write, form));
  lead.phase = funnel::Phase::lead;
  if (account) lead.account = account->id;
  lead.contact = contact.id;
  lead.product = form.product;
  lead.owner = form.owner;
  lead.territory = form.territory;
  if (!lead.territory && account) lead.territory = account->territory;
  lead.source = form.name;
  lead.stage = funnel::first_step(write, lead.territory);
  lead.created_on = people::today(write);
  write.insert(lead);
  funnel::record_stage(write, lead, write.now(), fact::Precision::moment);
  return lead;
}

/// Being there counts once a day: what is typed at the stand takes the place of what a list said of that day,
/// so that it stays when the list is taken back.
void take_the_place_of(Write& write, const std::vector<Id<touchpoint::Touchpoint>>& scans,
                       touchpoint::Touchpoint& touch) {
  for (const auto id : scans) {
    const auto scan = write.find(id);
    if (!scan || scan->contact != touch.contact) continue;
    if (scan->precision == fact::Precision::moment && scan->at < touch.at) touch.at = scan->at;
    write.supersede(id);
  }
}

void note_touch(Write& write, const LeadForm& form, const Contact& contact,
                const std::optional<Account>& account, const Arrival& arrival, const Recognised& known) {
  const auto campaign = write.find(form.campaign);
  touchpoint::Touchpoint touch;
  touch.at = arrival.met_at.value_or(write.now());
  if (account) touch.account = account->id;
  touch.contact = contact.id;
  touch.campaign = form.campaign;
  touch.kind = arrival.kind;
  touch.side = campaign && campaign->side != Side::none ? campaign->side : Side::marketing;
  take_the_place_of(write, known.scans, touch);
  write.append(touch);
}

/// Nobody of the firm did it, so it is no side's: an inquiry is not yet worked.
void note_message(Write& write, const Opportunity& lead, const std::optional<Account>& account,
                  const std::string& message) {
  if (message.empty()) return;
  fact::Activity note;
  note.opportunity = lead.id;
  if (account) note.account = account->id;
  note.kind = fact::ActivityKind::note;
  note.at = write.now();
  note.subject_line = message;
  write.append(note);
}

/// Whether they gave the address that stands for the contact; without any, the number.
bool is_theirs(const Contact& contact, const Submission& given) {
  if (!given.email.empty()) return lower(contact.email) == lower(given.email);
  return is_same_phone(plain_phone(given.phone), plain_phone(contact.phone));
}

/// That somebody may be reached is their own wish only if they gave the address that stands for them.
/// 1. What was confirmed by mail was said when the form was filled in, and what they said since stays.
/// 2. Anybody can type an address: what nobody confirmed lifts no opt-out, neither theirs nor another's that
///    binds them.
void record_consent(Write& write, const LeadForm& form, const FormEntry& entry, const Submission& given,
                    const Contact& contact) {
  const auto medium = entry.consent.empty() ? std::nullopt : permitted_by(write, form.id, entry.consent);
  if (!medium || !is_theirs(contact, given)) return;
  if (!entry.asked_at && !wish::why_not(write, *medium, contact.id).empty()) return;
  wish::record_wish(
      write, {contact.id, *medium, wish::Saying::agrees, shortened(entry.consent, words_max)},
      {form.name, "/lead-forms/" + std::to_string(form.id.number), entry.asked_at.value_or(entry.at)});
}

/// "By mail, for “Year-end bundle”."
std::string how_in_words(const LeadForm& form, touchpoint::TouchKind kind) {
  const std::string name = "“" + form.name + "”.";
  if (kind == touchpoint::TouchKind::email) return "By mail, for " + name;
  if (kind == touchpoint::TouchKind::scan) return "At the stand, for " + name;
  return "By the form " + name;
}

}  // namespace

Recognised recognise(const Read& read, const Submission& given) {
  return {account::find_contact_like(read, given.name, given.email, given.phone),
          account::find_account_like(read, given.company, given.email)};
}

/// 1. Who is known by their address or number. 2. Else the only one of that name at the firm whom a list of
/// the show has on that day, without an address.
void find_scans(Database& database, const LeadForm& form, const Submission& given, const Arrival& arrival,
                Recognised& known) {
  if (arrival.kind != touchpoint::TouchKind::scan) return;
  database.read({}, [&](const Read& read) {
    const auto day = day_in(arrival.met_at.value_or(read.now()), people::company(read).time_zone);
    const auto met = known.contact ? read.find(*known.contact) : std::nullopt;
    std::vector<std::int64_t> accounts{0};
    if (known.account) accounts.push_back(known.account->number);
    if (met && met->account) accounts.push_back(met->account->number);
    const auto scans = touchpoint::scans_of_day(read, form.campaign, day, accounts);
    std::set<std::int64_t> of_name;
    for (const auto& scan : scans) {
      const auto contact = met ? std::nullopt : read.find(scan.contact);
      const bool is_of_name = contact && contact->account && contact->email.empty() && !contact->erased_on &&
                              lower(trimmed(contact->name)) == lower(trimmed(given.name));
      if (is_of_name) of_name.insert(contact->id.number);
    }
    if (of_name.size() == 1) known.contact = Id<Contact>{*of_name.begin()};
    for (const auto& scan : scans) {
      if (known.contact == scan.contact) known.scans.push_back(scan.touch);
    }
  });
}

/// 1. The contact, and the account: the contact's, else one that is recognised, else a new one.
/// 2. The lead: the contact's open journey, else a new one.
/// 3. The touchpoint of the campaign, the message, the entry.
/// 4. Somebody has the lead from now on, unless somebody had it already.
FormEntry take_entry(Write& write, const LeadForm& form, const Submission& given, const Recognised& known,
                     const Arrival& arrival) {
  if (auto earlier = find_once(write, arrival.once)) return std::move(*earlier);
  const auto met = known_contact(write, given, known);
  const auto account = account_of(write, form, given, known, met);
  const auto contact = contact_of(write, form, given, met, account, arrival.kind);
  const auto open = met ? funnel::find_open_of(write, met->id) : std::nullopt;
  const auto lead = open ? *open : new_lead(write, form, contact, account);
  note_touch(write, form, contact, account, arrival, known);
  note_message(write, lead, account, given.message);
  FormEntry entry;
  entry.form = form.id;
  entry.at = write.now();
  entry.contact = contact.id;
  if (account) entry.account = account->id;
  entry.opportunity = lead.id;
  entry.is_new_contact = !met;
  entry.is_new_lead = !open;
  entry.consent = arrival.consent;
  entry.once = arrival.once;
  entry.asked_at = arrival.asked_at;
  write.append(entry);
  keep_typed(write, entry, given, contact, account);
  record_consent(write, form, entry, given, contact);
  handoff::come_in(write, {lead.id, !open, how_in_words(form, arrival.kind), "The form “" + form.name + "”",
                           form.owner, form.campaign});
  return entry;
}

}  // namespace accord::lead_form
