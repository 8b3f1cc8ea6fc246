// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace accord::lead_form {

/// Whether a person may have filled a form in: it was served by this program, and not faster or longer ago
/// than people fill forms in. Whoever was asked to press once more, and did, is taken for one.
enum class Pace : std::uint8_t { doubtful, human, confirmed };

/// What a page gives along: when it was made, for which form, and a number of its own; sealed, so that none
/// can be made up. The seal's key lasts as long as the program: what was open before a restart is asked
/// again.
std::string new_token(std::string_view form, Instant now);
/// The same for a page that asks to press once more: it counts however soon it comes.
std::string confirming_token(std::string_view form, Instant now);
Pace pace_of(std::string_view token, std::string_view form, Instant now);
/// The same for the same page: what arrives twice of it is one entry. Empty for no token of ours.
std::string once_of(std::string_view token, std::string_view form);

/// What stands in a link that is mailed: 256 random bits. Only its hash is kept.
std::string new_secret();
std::string hash_of_secret(std::string_view secret);

constexpr std::int64_t fastest_ms = 2'000, longest_ms = 24 * 3'600'000LL;

}  // namespace accord::lead_form
