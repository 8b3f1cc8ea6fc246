// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace accord::mail {

/// The message with encoded words (RFC 2047) in base64 that follow one another joined to one each.
/// GMime 3.2.13 takes such a run for one and stops where the first of them is padded, so that most of a long
/// name or subject would be lost.
std::string with_joined_words(std::string_view raw);

}  // namespace accord::mail
