// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "base/instant.hpp"

/// A message as RFC 5322 wants it: pure, so that nothing that somebody typed becomes a header.
namespace accord::mail {

struct Envelope {
  std::string from, to, subject, text, message_id;
  Instant at;
};

/// Header and text with CRLF at each line's end, no line longer than 78 characters. The addresses must be
/// addresses.
std::string letter_text(const Envelope&);

/// As it stands in a header of that name: control characters are spaces, what is not ASCII is an encoded
/// word (RFC 2047), long ones are folded. Without the name.
std::string header_text(std::string_view name, std::string_view text);
/// Quoted-printable (RFC 2045), with CRLF.
std::string quoted_printable(std::string_view text);
/// `Mon, 2 Mar 2026 09:00:00 +0000`
std::string date_text(Instant);

}  // namespace accord::mail
