// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"

/// Reads a message that comes from anybody: GMime behind this header and nowhere else.
namespace accord::mail {

/// Of a message so much is read; what lies behind is attachments, as a rule.
constexpr std::size_t message_bytes_max = 1U << 20U;
/// Of its text so much is kept.
constexpr std::size_t text_bytes_max = 20'000;
constexpr int parts_max = 100, depth_max = 10;

struct ReceivedMessage {
  std::string key;  ///< the same for the same message, however often it arrives
  std::string from_name, from_address;
  std::vector<std::string> to;  ///< every address it was sent to, in small letters
  std::string subject;          ///< one line
  std::string text;             ///< what it says, without markup
  std::optional<Instant> sent_at;
  int attachments = 0;  ///< that are not read
  bool is_cut = false;  ///< whether the text goes on
  /// Why nobody wrote it to become a lead: a sentence; empty where somebody may have.
  std::string why_no_lead;
};

ReceivedMessage read_message(std::string_view raw);

/// The text of a page of HTML: what stands in scripts and styles is left out, blocks are lines.
std::string text_of_html(std::string_view html);

}  // namespace accord::mail
