// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "lead_form/lead_form.hpp"
#include "web/route.hpp"

/// Messages that become entries of the form whose address they were sent to.
namespace accord::lead_form {

enum class MessageStanding : std::uint8_t {
  waiting,  ///< nobody said yet what becomes of it
  lead,     ///< an entry of a form
  dropped,  ///< by a person
  no_lead   ///< written by a program, or not to be read
};

}  // namespace accord::lead_form

namespace accord {
template <>
inline constexpr std::array<std::string_view, 4> choices_of<lead_form::MessageStanding>{"waiting", "lead",
                                                                                        "dropped", "no_lead"};
}  // namespace accord

namespace accord::lead_form {

/// A message that came in. Of those that are no leads nothing is kept but that they came.
struct ReceivedMessage {
  Id<ReceivedMessage> id;
  std::string key;  ///< of the message, so that it is taken once
  Instant at;
  std::optional<Instant> sent_at;
  std::string from_name, from_address, to_address, subject, text;
  std::int64_t attachment_count = 0;
  bool is_cut = false;
  MessageStanding standing = MessageStanding::waiting;
  std::string reason;  ///< why it waits, was dropped, or is no lead
  std::optional<Id<LeadForm>> form;
  std::optional<Id<FormEntry>> entry;
  std::optional<Id<people::Person>> sorted_by;
};

/// A message with the names it refers to.
struct ReceivedMessageRow {
  Id<ReceivedMessage> id;
  Instant at;
  std::optional<Instant> sent_at;
  std::string from_name, from_address, to_address, subject, text;
  std::int64_t attachment_count = 0;
  bool is_cut = false;
  MessageStanding standing = MessageStanding::waiting;
  std::string reason;
  std::optional<Id<LeadForm>> form;
  std::string form_name;
  std::optional<Id<FormEntry>> entry;
  std::optional<Id<funnel::Opportunity>> opportunity;
  std::string opportunity_name;
  std::optional<Id<people::Person>> sorted_by;
  std::string sorted_by_name;
};

/// What became of a message.
struct MessageTaken {
  Id<ReceivedMessage> id;
  MessageStanding standing = MessageStanding::waiting;
  std::string reason;
  bool was_here = false;
};

/// Whose lead a message is.
struct MessageForm {
  Id<LeadForm> form;
};

/// Why nothing comes of a message.
struct MessageDrop {
  std::string reason;
};

/// Takes one message, once however often it arrives.
MessageTaken take_message(Database&, const Actor&, std::string_view raw);
/// Erases what somebody who is erased wrote.
void forget_received(Write&, const Erasure&);

std::vector<web::Route> mail_routes();

}  // namespace accord::lead_form

namespace accord {
template <>
inline constexpr auto described<lead_form::ReceivedMessage> = record(
    "received_message", "A message that came in.",
    field(&lead_form::ReceivedMessage::id, "id", "The message's number."),
    field(&lead_form::ReceivedMessage::key, "key", "What tells it from others.", secret),
    field(&lead_form::ReceivedMessage::at, "at", "When it was taken."),
    field(&lead_form::ReceivedMessage::sent_at, "sent_at", "When it was written, as it says itself."),
    field(&lead_form::ReceivedMessage::from_name, "from_name", "Who wrote it.", personal),
    field(&lead_form::ReceivedMessage::from_address, "from_address", "From which address.", personal),
    field(&lead_form::ReceivedMessage::to_address, "to_address", "Which address it was sent to."),
    field(&lead_form::ReceivedMessage::subject, "subject", "Its subject.", personal),
    field(&lead_form::ReceivedMessage::text, "text", "What it says.", personal, up_to(20'000)),
    field(&lead_form::ReceivedMessage::attachment_count, "attachment_count", "How many files were not read.",
          unit::count),
    field(&lead_form::ReceivedMessage::is_cut, "is_cut", "Whether its text went on."),
    field(&lead_form::ReceivedMessage::standing, "standing", "What became of it."),
    field(&lead_form::ReceivedMessage::reason, "reason", "Why."),
    field(&lead_form::ReceivedMessage::form, "form", "Whose entry it is."),
    field(&lead_form::ReceivedMessage::entry, "entry", "The entry."),
    field(&lead_form::ReceivedMessage::sorted_by, "sorted_by", "Who decided it; nobody where it was clear."));
template <>
inline constexpr auto described<lead_form::ReceivedMessageRow> = record(
    "received_message_row", "A message that came in, with the names it refers to.",
    field(&lead_form::ReceivedMessageRow::id, "id", "The message's number."),
    field(&lead_form::ReceivedMessageRow::at, "at", "When it was taken."),
    field(&lead_form::ReceivedMessageRow::sent_at, "sent_at", "When it was written, as it says itself."),
    field(&lead_form::ReceivedMessageRow::from_name, "from_name",
          "Who wrote it; empty once they were erased.", searched),
    field(&lead_form::ReceivedMessageRow::from_address, "from_address", "From which address.", searched),
    field(&lead_form::ReceivedMessageRow::to_address, "to_address", "Which address it was sent to.",
          searched),
    field(&lead_form::ReceivedMessageRow::subject, "subject", "Its subject.", searched),
    field(&lead_form::ReceivedMessageRow::text, "text", "What it says, at most 20,000 characters."),
    field(&lead_form::ReceivedMessageRow::attachment_count, "attachment_count",
          "How many files were not read.", unit::count),
    field(&lead_form::ReceivedMessageRow::is_cut, "is_cut", "Whether its text went on."),
    field(&lead_form::ReceivedMessageRow::standing, "standing",
          "What became of it: it waits, is a lead, was dropped, or nobody wrote it to become one."),
    field(&lead_form::ReceivedMessageRow::reason, "reason", "Why."),
    field(&lead_form::ReceivedMessageRow::form, "form", "Whose entry it is."),
    field(&lead_form::ReceivedMessageRow::form_name, "form_name", "The form's name."),
    field(&lead_form::ReceivedMessageRow::entry, "entry", "The entry."),
    field(&lead_form::ReceivedMessageRow::opportunity, "opportunity", "The lead."),
    field(&lead_form::ReceivedMessageRow::opportunity_name, "opportunity_name", "What the lead is called."),
    field(&lead_form::ReceivedMessageRow::sorted_by, "sorted_by",
          "Who decided it; nobody where it was clear."),
    field(&lead_form::ReceivedMessageRow::sorted_by_name, "sorted_by_name", "Their name."));
template <>
inline constexpr auto described<lead_form::MessageTaken> =
    record("message_taken", "What became of a message.",
           field(&lead_form::MessageTaken::id, "id", "The message's number."),
           field(&lead_form::MessageTaken::standing, "standing", "What became of it."),
           field(&lead_form::MessageTaken::reason, "reason", "Why it waits, or is no lead."),
           field(&lead_form::MessageTaken::was_here, "was_here",
                 "Whether it had arrived before; then nothing was done now."));
template <>
inline constexpr auto described<lead_form::MessageForm> = record("message_form", "Whose lead a message is.",
                                                                 field(&lead_form::MessageForm::form, "form",
                                                                       "The form whose entry it becomes."));
template <>
inline constexpr auto described<lead_form::MessageDrop> =
    record("message_drop", "Why nothing comes of a message.",
           field(&lead_form::MessageDrop::reason, "reason", "In a few words.", up_to(300)));
}  // namespace accord
