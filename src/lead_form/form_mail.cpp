// SPDX-License-Identifier: Apache-2.0
#include "lead_form/form_mail.hpp"

#include "base/text.hpp"
#include "lead_form/form_entry.hpp"
#include "lead_form/form_mail_store.hpp"
#include "lead_form/form_waiting.hpp"
#include "lead_form/lead_form_store.hpp"

namespace accord::lead_form {
namespace {

constexpr std::int64_t longest_ago_ms = 365 * ms_per_day;
constexpr std::size_t name_max = 200, note_letters_max = 500;

bool is_open(const Read& read, const LeadForm& form) {
  return !form.closed_on || *form.closed_on > people::today(read);
}

/// Whom it is for: the form of the first of its addresses that is one's.
std::optional<LeadForm> form_of(const Read& read, const mail::ReceivedMessage& read_one) {
  for (const auto& address : read_one.to) {
    if (auto form = find_at_mail(read, address)) return form;
  }
  return std::nullopt;
}

/// No letter is cut in two.
std::string first_letters(std::string_view text, std::size_t letters) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && letters-- == 0) break;
  }
  return std::string(text.substr(0, at));
}

/// Subject and text, as a note holds them; the whole stays with the message.
std::string note_of(const ReceivedMessage& message) {
  auto whole = message.subject + (message.subject.empty() || message.text.empty() ? "" : "\n") + message.text;
  if (first_letters(whole, note_letters_max).size() == whole.size()) return whole;
  return first_letters(whole, note_letters_max - 1) + "\u2026";
}

std::string whole_letters(std::string text) {
  if (text.size() <= name_max) return text;
  std::size_t end = name_max;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

Submission submission_of(const ReceivedMessage& message) {
  Submission given;
  given.name = message.from_name.empty() ? message.from_address.substr(0, message.from_address.find('@'))
                                         : whole_letters(message.from_name);
  given.email = message.from_address;
  given.message = note_of(message);
  return given;
}

/// What a message says of its own time counts where it can be.
Arrival arrival_of(const ReceivedMessage& message) {
  Arrival arrival{"mail " + message.key, "", touchpoint::TouchKind::email, std::nullopt, std::nullopt};
  const bool is_likely = message.sent_at && *message.sent_at <= message.at &&
                         message.sent_at->ms >= message.at.ms - longest_ago_ms;
  arrival.met_at = is_likely ? *message.sent_at : message.at;
  return arrival;
}

ReceivedMessage kept(const mail::ReceivedMessage& read, Instant now) {
  ReceivedMessage message;
  message.key = read.key;
  message.at = now;
  message.reason = read.why_no_lead;
  if (!read.why_no_lead.empty()) {
    message.standing = MessageStanding::no_lead;
    return message;
  }
  message.sent_at = read.sent_at;
  message.from_name = read.from_name;
  message.from_address = read.from_address;
  if (!read.to.empty()) message.to_address = read.to.front();
  message.subject = read.subject;
  message.text = read.text;
  message.attachment_count = read.attachments;
  message.is_cut = read.is_cut;
  return message;
}

/// As somebody who sees every territory: which form it is for follows from its address, not from who brings
/// it.
Actor everywhere(Actor actor) {
  actor.territory.reset();
  return actor;
}

void become_entry(Write& write, ReceivedMessage& message, const LeadForm& form, const Recognised& known) {
  message.form = form.id;
  message.standing = MessageStanding::lead;
  message.reason.clear();
  message.entry = take_entry(write, form, submission_of(message), known, arrival_of(message)).id;
}

MessageTaken taken(const ReceivedMessage& message, bool was_here) {
  return {message.id, message.standing, message.reason, was_here};
}

/// The body is the message as it is, for a mail server to hand on.
MessageTaken take(web::Work& work) {
  const auto& raw = work.input.request->body;
  if (trimmed(raw).empty()) throw ShapeError("", "Send the message itself as the body, as it came.");
  return take_message(work.database, work.actor, raw);
}

Listed<ReceivedMessageRow> messages(const Read& read, const web::Input& input) {
  auto rows = list<ReceivedMessageRow>(read, input.list());
  // What it says stands on its own page.
  for (auto& row : rows.items) row.text = first_letters(row.text, 200);
  return rows;
}

ReceivedMessageRow message(const Read& read, const web::Input& input) {
  auto row = find_received_row(read, input.id_of<ReceivedMessage>());
  refuse_if(!row, web::not_found);
  return std::move(*row);
}

/// One that waits, or was dropped by mistake.
ReceivedMessage sortable(const Read& read, const web::Input& input) {
  auto found = read.find(input.id_of<ReceivedMessage>());
  refuse_if(!found, web::not_found);
  const bool was_erased = found->from_address.empty();
  const bool is_settled =
      found->standing == MessageStanding::lead || found->standing == MessageStanding::no_lead;
  refuse_if(is_settled || was_erased, message_is_sorted);
  return std::move(*found);
}

web::Made assign(Write& write, const web::Input& input, const MessageForm& body) {
  auto found = sortable(write, input);
  const auto form = find_visible(write, body.form);
  refuse_if(!form || !is_open(write, *form), form_unknown);
  found.sorted_by = Id<people::Person>{write.actor().person};
  become_entry(write, found, *form, recognise(write, submission_of(found)));
  write.update_plain(found);
  return {found.id.number};
}

web::Made drop(Write& write, const web::Input& input, const MessageDrop& body) {
  auto found = sortable(write, input);
  found.reason = trimmed(body.reason);
  refuse_if(found.reason.empty(), drop_reason_missing);
  found.standing = MessageStanding::dropped;
  found.sorted_by = Id<people::Person>{write.actor().person};
  write.update_plain(found);
  return {found.id.number};
}

void forget_dropped(Database& database) {
  const auto oldest = [](const Read& read) { return Instant{read.now().ms - dropped_life_ms}; };
  if (!database.read({}, [&](const Read& read) { return has_old_dropped(read, oldest(read)); })) return;
  database.write({}, "Erase messages that were dropped.",
                 [&](Write& write) { erase_dropped(write, oldest(write)); });
}

}  // namespace

/// 1. Once. 2. Not of a program. 3. To an address of a form that is open; else it waits.
MessageTaken take_message(Database& database, const Actor& actor, std::string_view raw) {
  const auto given = mail::read_message(raw);
  const auto by = everywhere(actor);
  ReceivedMessage message;
  std::optional<LeadForm> form;
  std::optional<MessageTaken> earlier;
  const auto known = database.read(by, [&](const Read& read) -> Recognised {
    if (const auto before = find_received(read, given.key)) {
      earlier = taken(*before, true);
      return {};
    }
    message = kept(given, read.now());
    if (message.standing == MessageStanding::no_lead) return {};
    form = form_of(read, given);
    if (!form) {
      message.reason = "It was sent to no form's address.";
    } else if (!is_open(read, *form)) {
      message.form = form->id;
      message.reason = "The form of its address is closed.";
      form.reset();
    }
    return form ? recognise(read, submission_of(message)) : Recognised{};
  });
  if (earlier) return *earlier;
  MessageTaken reply;
  database.write(by, "Take a message that came by mail.", [&](Write& write) {
    if (const auto before = find_received(write, given.key)) {
      reply = taken(*before, true);
      return;
    }
    if (form) become_entry(write, message, *form, known);
    write.insert_plain(message);
    reply = taken(message, false);
  });
  return reply;
}

void take_mail(Database& database, std::string_view raw) {
  Actor actor;
  actor.name = "A message to the mailbox";
  take_message(database, actor, raw);
}

void forget_old(Database& database) {
  forget_unconfirmed(database);
  forget_dropped(database);
}

std::vector<web::Route> mail_routes() {
  return {web::work(web::Method::post, "/inquiries/mail", take_leads,
                    "Hand on a message as it came (RFC 5322); it is taken once.", take),
          web::get_list<ReceivedMessageRow>("/received-messages", sort_mail,
                                            "List messages that came in by mail.", messages),
          web::get("/received-messages/{id}", sort_mail, "Show a message that came in by mail.", message),
          web::act(web::Method::post, "/received-messages/{id}/entry", sort_mail,
                   "Make a message an entry of a form.", assign),
          web::act(web::Method::post, "/received-messages/{id}/drop", sort_mail,
                   "Say that nothing comes of a message.", drop)};
}

}  // namespace accord::lead_form
