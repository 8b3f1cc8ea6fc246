// SPDX-License-Identifier: Apache-2.0
#include "mail/mail_letter.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

#include "base/check.hpp"
#include "mail/mail.hpp"

namespace accord::mail {
namespace {

constexpr std::size_t line_max = 76;
/// Of one encoded word: with what stands around it and "Subject: " before it, it has 69 of a line's letters.
constexpr std::size_t word_bytes_max = 36;

std::string without_controls(std::string_view text) {
  std::string clean(text);
  for (auto& c : clean) {
    if (static_cast<unsigned char>(c) < 0x20U || c == 0x7F) c = ' ';
  }
  return clean;
}

bool is_plain(std::string_view text) {
  return text.find("=?") == std::string_view::npos &&
         std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

/// The longest beginning within the bytes that cuts no letter in two.
std::size_t whole_letters(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text.size();
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return bytes;
}

std::string base64(std::string_view text) {
  std::string encoded(sodium_base64_encoded_len(text.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(encoded.data(), encoded.size(), reinterpret_cast<const unsigned char*>(text.data()),
                    text.size(), sodium_base64_VARIANT_ORIGINAL);
  encoded.pop_back();
  return encoded;
}

std::string encoded_words(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    auto size = whole_letters(text, word_bytes_max);
    if (size == 0) size = std::min(text.size(), word_bytes_max);
    words += (words.empty() ? "=?utf-8?B?" : "\r\n =?utf-8?B?") + base64(text.substr(0, size)) + "?=";
    text.remove_prefix(size);
  }
  return words;
}

/// At spaces; nothing where a word is too long for a line.
std::string folded(std::string_view name, std::string_view text) {
  std::string lines;
  std::size_t length = name.size() + 2;
  while (!text.empty()) {
    const auto space = text.find(' ', 1);
    const auto word = text.substr(0, space);
    if (word.size() >= line_max) return "";
    if (length + word.size() > line_max && !lines.empty()) {
      // A line of nothing but white space would end the header for some readers.
      if (word.find_first_not_of(' ') == std::string_view::npos) return "";
      lines += "\r\n";
      length = 0;
    }
    lines += word;
    length += word.size();
    text.remove_prefix(word.size());
  }
  return lines;
}

std::string escaped_byte(char c) { return fmt::format("={:02X}", static_cast<unsigned char>(c)); }

}  // namespace

std::string header_text(std::string_view name, std::string_view text) {
  const auto clean = without_controls(text);
  const auto first = clean.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  const auto last = clean.find_last_not_of(' ');
  const auto whole = std::string_view(clean).substr(first, last - first + 1);
  if (is_plain(whole)) {
    if (name.size() + 2 + whole.size() <= line_max) return std::string(whole);
    if (auto lines = folded(name, whole); !lines.empty()) return lines;
  }
  return encoded_words(whole);
}

std::string quoted_printable(std::string_view text) {
  std::string encoded;
  std::size_t column = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r') continue;
    if (c == '\n') {
      encoded += "\r\n";
      column = 0;
      continue;
    }
    const bool is_at_end = i + 1 == text.size() || text[i + 1] == '\n' || text[i + 1] == '\r';
    const bool is_space = c == ' ' || c == '\t';
    const bool is_itself = (c > 0x20 && c < 0x7F && c != '=') || (is_space && !is_at_end);
    const auto part = is_itself ? std::string(1, c) : escaped_byte(c);
    if (column + part.size() > line_max - 1) {
      encoded += "=\r\n";
      column = 0;
    }
    encoded += part;
    column += part.size();
  }
  if (column > 0) encoded += "\r\n";
  return encoded;
}

std::string date_text(Instant at) {
  constexpr std::array days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = day_of(at);
  const auto parts = parts_of(day);
  const auto seconds = (at.ms - start_of(day).ms) / 1'000;
  return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0000", days.at(static_cast<std::size_t>(weekday(day))),
                     parts.day, months.at(parts.month - 1), parts.year, seconds / 3'600, seconds / 60 % 60,
                     seconds % 60);
}

std::string letter_text(const Envelope& letter) {
  CHECK(is_address(letter.from) && is_address(letter.to));
  return "Date: " + date_text(letter.at) + "\r\nFrom: <" + letter.from + ">\r\nTo: <" + letter.to +
         ">\r\nSubject: " + header_text("Subject", letter.subject) + "\r\nMessage-ID: <" + letter.message_id +
         ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; "
         "charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
         quoted_printable(letter.text);
}

}  // namespace accord::mail
