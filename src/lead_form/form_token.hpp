// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace accord::lead_form {

/// Which page somebody sends, as its token says; none where that is none of ours, or too old.
/// `trapped` asks to press once more whoever filled in what people do not see.
enum class Sent : std::uint8_t { none, form, once_more, trapped };

/// Whether a person may have sent it so fast.
struct Pace {
  Sent page = Sent::none;
  bool is_human = false;
};

/// What a page gives along: when it was made, for which form, and a number of its own; sealed, so that none
/// can be made up. The seal's key lasts as long as the program: what was open before a restart is asked
/// again.
std::string new_token(Sent page, std::string_view form, Instant now);
Pace pace_of(std::string_view token, std::string_view form, Instant now);
/// The same for the same page: what arrives twice of it is one entry. Empty for no token of ours.
std::string once_of(std::string_view token, std::string_view form);

/// What stands in a link that is mailed: 256 random bits. Only its hash is kept.
std::string new_secret();
std::string hash_of_secret(std::string_view secret);

constexpr std::int64_t fastest_ms = 2'000, longest_ms = 24 * 3'600'000LL;

}  // namespace accord::lead_form
