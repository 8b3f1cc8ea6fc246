// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "importing/problem.hpp"

namespace accord::importing {

/// How the bytes of a file spell its text.
enum class Encoding { utf8, utf8_bom, utf16le, utf16be, windows_1252 };

/// The encoding's usual name, to be shown beside the preview ("read as Windows-1252").
std::string_view name_of(Encoding encoding);

/// Where bytes come from: fills the span from its start and says how many came; 0 is the end.
using ByteSource = std::function<std::size_t(std::span<char>)>;

/// A source over bytes that the caller keeps alive.
ByteSource bytes_of(std::string_view bytes);

/// The encoding a file's first bytes speak for.
struct DetectedEncoding {
  Encoding encoding = Encoding::utf8;
  bool is_settled = false;  // false while all was ASCII: the first other character will decide
};

/// Detects the encoding from a file's first bytes (64 KiB or more of them, or the whole file).
std::variant<DetectedEncoding, Problem> detect_encoding(std::string_view first_bytes);

/// The length of the well-formed UTF-8 character that starts the text, or 0 where none does.
std::size_t utf8_length(std::string_view text);

/// Whether the text is well-formed UTF-8 and holds no NUL.
bool is_text(std::string_view text);

/// The byte that no UTF-8 text holds. The decoder writes it for what it cannot decode, so that the line is
/// found later.
inline constexpr char undecodable = '\xff';

/// Turns bytes of any encoding into UTF-8, in bounded memory; the byte order mark is dropped.
class Decoder {
 public:
  Decoder(ByteSource source, DetectedEncoding detected);

  /// Fills `out` with UTF-8 (at least 4 bytes of room) and says how many bytes; 0 is the end.
  std::size_t read(std::span<char> out);

  /// What the bytes turned out to be, up to where they have been read.
  Encoding encoding() const { return encoding_; }

 private:
  std::size_t copy_utf8(std::span<char> out);
  std::size_t copy_ascii(std::span<char> out);
  std::size_t convert_windows_1252(std::span<char> out);
  std::size_t convert_utf16(std::span<char> out);
  void skip_byte_order_mark();
  bool fill(std::size_t at_least);
  std::string_view input() const;

  ByteSource source_;
  Encoding encoding_;
  bool is_settled_;
  bool is_started_ = false;
  bool is_at_end_ = false;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace accord::importing
