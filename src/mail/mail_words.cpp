// SPDX-License-Identifier: Apache-2.0
#include "mail/mail_words.hpp"

#include <sodium.h>

#include <algorithm>
#include <optional>

#include "base/text.hpp"

namespace accord::mail {
namespace {

constexpr auto variant = sodium_base64_VARIANT_ORIGINAL;
constexpr std::size_t charset_max = 40, data_max = 2'000;

struct Word {
  std::string charset, bytes;
  std::size_t length = 0;  ///< as it stands
};

std::optional<std::string> bytes_of(std::string_view base64) {
  std::string bytes(base64.size(), '\0');
  std::size_t size = 0;
  const bool is_good = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                         base64.data(), base64.size(), nullptr, &size, nullptr, variant) == 0;
  if (!is_good) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

/// `=?utf-8?B?…?=` at the beginning of the text, if one stands there.
std::optional<Word> word_at(std::string_view text) {
  if (!text.starts_with("=?")) return std::nullopt;
  const auto charset_end = text.substr(0, charset_max + 3).find('?', 2);
  if (charset_end == std::string_view::npos) return std::nullopt;
  const auto rest = text.substr(charset_end);
  if (!rest.starts_with("?B?") && !rest.starts_with("?b?")) return std::nullopt;
  const auto end = rest.substr(0, data_max + 5).find("?=", 3);
  if (end == std::string_view::npos) return std::nullopt;
  auto bytes = bytes_of(rest.substr(3, end - 3));
  if (!bytes) return std::nullopt;
  return Word{lower(text.substr(2, charset_end - 2)), std::move(*bytes), charset_end + end + 2};
}

std::string written(const Word& word) {
  std::string base64(sodium_base64_encoded_len(word.bytes.size(), variant), '\0');
  sodium_bin2base64(base64.data(), base64.size(), reinterpret_cast<const unsigned char*>(word.bytes.data()),
                    word.bytes.size(), variant);
  base64.pop_back();
  return "=?" + word.charset + "?B?" + base64 + "?=";
}

/// White space that does not end the header: a line's end counts where the next begins with a space.
std::size_t gap_at(std::string_view text) {
  const auto end = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const bool goes_on = end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t');
  return goes_on ? end : 0;
}

std::size_t header_length(std::string_view raw) {
  const auto crlf = raw.find("\r\n\r\n"), lf = raw.find("\n\n");
  return std::min({crlf, lf, raw.size()});
}

}  // namespace

std::string with_joined_words(std::string_view raw) {
  std::string joined;
  joined.reserve(raw.size());
  auto header = raw.substr(0, header_length(raw));
  const auto body = raw.substr(header.size());
  while (!header.empty()) {
    auto word = word_at(header);
    if (!word) {
      const auto plain = std::max<std::size_t>(1, std::min(header.find("=?", 1), header.size()));
      joined += header.substr(0, plain);
      header.remove_prefix(plain);
      continue;
    }
    header.remove_prefix(word->length);
    for (;;) {
      const auto gap = gap_at(header);
      const auto next = gap > 0 ? word_at(header.substr(gap)) : std::nullopt;
      if (!next || next->charset != word->charset) break;
      word->bytes += next->bytes;
      header.remove_prefix(gap + next->length);
    }
    joined += written(*word);
  }
  return joined.append(body);
}

}  // namespace accord::mail
