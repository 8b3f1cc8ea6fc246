// SPDX-License-Identifier: Apache-2.0
#include "lead_form/form_waiting.hpp"

#include "base/text.hpp"
#include "lead_form/form_token.hpp"
#include "lead_form/form_waiting_store.hpp"

namespace accord::lead_form {
namespace {

/// Nothing that was typed stands in it, so that a form sends nobody a text of a stranger's.
mail::Letter letter_of(const Read& read, const LeadForm& form, const std::string& to,
                       std::string_view secret) {
  const auto& heading = form.heading.empty() ? form.name : form.heading;
  const auto company = people::company(read);
  mail::Letter letter;
  letter.purpose = "confirmation of a form";
  letter.to_address = to;
  letter.subject = "Please confirm: " + heading;
  letter.text =
      "Somebody, probably you, gave this address in the form \u201C" + heading + "\u201D of " + company.name +
      " on " + in_words(people::today(read)) +
      ".\n\nIf it was you, open this page and press the button there:\n\n" + mail::links_at(read) +
      "/forms/" + form.address + "/confirm?token=" + std::string(secret) +
      "\n\nThe link works for 7 days. If it was not you, do nothing: what was typed is erased after 30 days, "
      "and nothing comes of it.\n";
  return letter;
}

Submission submission_of(const WaitingEntry& waiting) {
  Submission given;
  given.name = waiting.name;
  given.email = waiting.email;
  given.company = waiting.company;
  given.phone = waiting.phone;
  given.message = waiting.message;
  return given;
}

Confirmation standing_of(const Read& read, const std::optional<WaitingEntry>& waiting) {
  using Standing = Confirmation::Standing;
  if (!waiting) return {};
  Confirmation found{Standing::open, read.find(waiting->form), waiting->consent};
  if (waiting->confirmed_at) {
    found.standing = Standing::confirmed;
  } else if (waiting->asked_at.ms + link_life_ms <= read.now().ms) {
    found.standing = Standing::expired;
  }
  return found;
}

/// What was typed stands in the contact from here on, and nowhere else.
void settle(Write& write, WaitingEntry waiting, Id<FormEntry> entry) {
  waiting.name.clear();
  waiting.email.clear();
  waiting.company.clear();
  waiting.phone.clear();
  waiting.message.clear();
  waiting.confirmed_at = write.now();
  waiting.entry = entry;
  write.update_plain(waiting);
}

}  // namespace

void ask_to_confirm(Write& write, const LeadForm& form, const Submission& given, const Arrival& arrival) {
  if (is_waiting(write, arrival.once)) return;
  const auto secret = new_secret();
  WaitingEntry waiting;
  waiting.form = form.id;
  waiting.asked_at = write.now();
  waiting.name = given.name;
  waiting.email = lower(given.email);
  waiting.company = given.company;
  waiting.phone = given.phone;
  waiting.message = given.message;
  waiting.consent = arrival.consent;
  waiting.kind = arrival.kind;
  waiting.met_at = arrival.met_at;
  waiting.once = arrival.once;
  waiting.secret_hash = hash_of_secret(secret);
  write.insert_plain(waiting);
  mail::post(write, letter_of(write, form, waiting.email, secret));
}

Confirmation find_confirmation(const Read& read, std::string_view secret) {
  return standing_of(read, find_by_secret(read, secret));
}

/// 1. A link that is known. 2. One that still works, or was pressed before. 3. The entry, as of a form that
/// asks for no confirmation: the touchpoint is of when it was filled in, the lead begins now.
Confirmation confirm(Database& database, const Actor& actor, std::string_view secret) {
  using Standing = Confirmation::Standing;
  Recognised known;
  Submission given;
  Arrival arrival;
  auto found = database.read(actor, [&](const Read& read) {
    const auto waiting = find_by_secret(read, secret);
    auto standing = standing_of(read, waiting);
    if (standing.standing != Standing::open) return standing;
    given = submission_of(*waiting);
    arrival = {waiting->once, waiting->consent, waiting->kind, waiting->met_at.value_or(waiting->asked_at),
               waiting->asked_at};
    known = recognise(read, given);
    return standing;
  });
  if (found.standing != Standing::open) return found;
  find_scans(database, *found.form, given, arrival, known);
  database.write(actor, "Confirm that one filled in a form.", [&](Write& write) {
    const auto waiting = find_by_secret(write, secret);
    found = standing_of(write, waiting);
    if (found.standing != Standing::open) return;
    const auto entry = take_entry(write, *found.form, given, known, arrival);
    settle(write, *waiting, entry.id);
    found.standing = Standing::confirmed;
  });
  return found;
}

void forget_unconfirmed(Database& database) {
  const auto oldest = [](const Read& read) { return Instant{read.now().ms - unconfirmed_life_ms}; };
  if (!database.read({}, [&](const Read& read) { return has_unconfirmed(read, oldest(read)); })) return;
  database.write({}, "Erase what nobody confirmed.",
                 [&](Write& write) { erase_unconfirmed(write, oldest(write)); });
}

}  // namespace accord::lead_form
