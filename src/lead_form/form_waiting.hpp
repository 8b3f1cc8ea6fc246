// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "lead_form/form_entry.hpp"

/// Entries that are to be confirmed by mail: nobody is a contact or a lead before that.
namespace accord::lead_form {

/// For so long a link works, and for so long what nobody confirmed is kept.
constexpr std::int64_t link_life_ms = 7 * ms_per_day, unconfirmed_life_ms = 30 * ms_per_day;

/// What somebody typed, until it is confirmed or erased; after that only that it was.
struct WaitingEntry {
  Id<WaitingEntry> id;
  Id<LeadForm> form;
  Instant asked_at;
  std::string name, email, company, phone, message;
  std::string consent;
  touchpoint::TouchKind kind = touchpoint::TouchKind::web_visit;
  std::optional<Instant> met_at;
  std::string once;         ///< of the press of the button
  std::string secret_hash;  ///< of what stands in the link
  std::optional<Instant> confirmed_at;
  std::optional<Id<FormEntry>> entry;
};

/// Keeps what was typed, and puts a message with a link into the outbox, in one act. An address that had
/// enough messages for a day gets none, and nobody is told: whoever typed it need not be its owner.
void ask_to_confirm(Write&, const LeadForm&, const Submission&, const Arrival&);
/// Whether the same press of the button waits already.
bool is_waiting(const Read&, std::string_view once);

/// What a link leads to.
struct Confirmation {
  enum class Standing : std::uint8_t { unknown, expired, open, confirmed };
  Standing standing = Standing::unknown;
  std::optional<LeadForm> form;
  std::string consent;
};
Confirmation find_confirmation(const Read&, std::string_view secret);
/// Makes the entry what it would have become at once, without a confirmation; once, however often it is
/// pressed.
Confirmation confirm(Database&, const Actor&, std::string_view secret);

/// Erases what nobody confirmed in time; that it was asked is still counted.
void forget_unconfirmed(Database&);
/// Erases what waits under the addresses of somebody who is erased.
void forget_waiting(Write&, const Erasure&);

}  // namespace accord::lead_form

namespace accord {
template <>
inline constexpr auto described<lead_form::WaitingEntry> = record(
    "form_waiting", "Somebody who filled in a form and was asked to confirm it by mail.",
    field(&lead_form::WaitingEntry::id, "id", "Its number."),
    field(&lead_form::WaitingEntry::form, "form", "Which form."),
    field(&lead_form::WaitingEntry::asked_at, "asked_at", "When it was filled in."),
    field(&lead_form::WaitingEntry::name, "name", "Their name.", personal),
    field(&lead_form::WaitingEntry::email, "email", "Their e-mail address, in small letters.", personal),
    field(&lead_form::WaitingEntry::company, "company", "Their firm.", personal),
    field(&lead_form::WaitingEntry::phone, "phone", "Their telephone number.", personal),
    field(&lead_form::WaitingEntry::message, "message", "What it is about.", personal),
    field(&lead_form::WaitingEntry::consent, "consent", "What they agreed to, word by word."),
    field(&lead_form::WaitingEntry::kind, "kind", "What kind of touchpoint it was."),
    field(&lead_form::WaitingEntry::met_at, "met_at", "When they came; nothing for when it was filled in."),
    field(&lead_form::WaitingEntry::once, "once", "What tells one press of the button from another.", secret),
    field(&lead_form::WaitingEntry::secret_hash, "secret_hash", "Of what stands in the link.", secret),
    field(&lead_form::WaitingEntry::confirmed_at, "confirmed_at", "When it was confirmed."),
    field(&lead_form::WaitingEntry::entry, "entry", "What it became."));
}  // namespace accord
