// SPDX-License-Identifier: Apache-2.0
#include "importing/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>

namespace accord::importing {

namespace {

constexpr std::size_t buffer_bytes = 64 * 1024;
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Windows-1252 differs from Latin-1 only here; 0 marks the five bytes that mean nothing.
constexpr std::array<char16_t, 32> windows_1252_upper = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

/// The length of the run of ASCII that starts the text, eight bytes at a time; NUL ends the run too.
std::size_t ascii_length(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101u;
  constexpr std::uint64_t highs = 0x8080808080808080u;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + i, 8);
    if ((word | (word - ones)) & highs) break;
  }
  while (i < text.size() && byte_at(text, i) - 1u < 0x7f) ++i;
  return i;
}

/// Writes one code point as UTF-8 and returns how many bytes it took.
std::size_t put_utf8(char32_t c, char* out) {
  if (c < 0x80) {
    out[0] = static_cast<char>(c);
    return 1;
  }
  if (c < 0x800) {
    out[0] = static_cast<char>(0xC0 | (c >> 6));
    out[1] = static_cast<char>(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = static_cast<char>(0xE0 | (c >> 12));
    out[1] = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out[2] = static_cast<char>(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = static_cast<char>(0xF0 | (c >> 18));
  out[1] = static_cast<char>(0x80 | ((c >> 12) & 0x3F));
  out[2] = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
  out[3] = static_cast<char>(0x80 | (c & 0x3F));
  return 4;
}

Problem binary(std::string what) {
  return {0, "", "The file is not text: " + what + ".",
          "Save or export it as CSV (comma-separated text) and import that file.", ProblemKind::binary_file};
}

/// Formats that people drop on an import by mistake, told by their first bytes.
std::optional<Problem> known_binary(std::string_view bytes) {
  struct Magic {
    std::string_view start;
    const char* what;
  };
  static constexpr Magic magics[] = {
      {"PK\x03\x04", "it is an Excel workbook (xlsx) or a ZIP archive"},
      {"\xD0\xCF\x11\xE0", "it is an old Excel workbook (xls)"},
      {"%PDF", "it is a PDF"},
      {"\x1F\x8B", "it is compressed with gzip"},
      {"\x89PNG", "it is a picture"},
      {"\xFF\xD8\xFF", "it is a picture"},
      {"SQLite format 3", "it is a database"},
  };
  for (const auto& magic : magics)
    if (bytes.starts_with(magic.start)) return binary(magic.what);
  return std::nullopt;
}

/// The byte order of UTF-16 without a mark: western text in it has a NUL in every other byte.
std::optional<Encoding> utf16_by_pattern(std::string_view bytes) {
  std::size_t nuls[2] = {0, 0};
  for (std::size_t i = 0; i < bytes.size(); ++i) nuls[i % 2] += bytes[i] == '\0';
  std::size_t pairs = bytes.size() / 2;
  if (pairs < 2) return std::nullopt;
  if (nuls[1] * 4 > pairs && nuls[0] * 100 < pairs) return Encoding::utf16le;
  if (nuls[0] * 4 > pairs && nuls[1] * 100 < pairs) return Encoding::utf16be;
  return std::nullopt;
}

bool has_many_control_bytes(std::string_view bytes) {
  auto is_control = [](char c) { return c >= 0 && c < 0x20 && std::strchr("\t\n\v\f\r\x1a", c) == nullptr; };
  auto count = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  return count * 50 > bytes.size();
}

/// UTF-8 if most of the characters past ASCII are well formed, else Windows-1252. One that the end of the
/// sample may have cut says nothing.
DetectedEncoding eight_bit_encoding(std::string_view bytes) {
  std::size_t good = 0, bad = 0;
  for (std::size_t i = ascii_length(bytes); i < bytes.size(); i += ascii_length(bytes.substr(i))) {
    std::size_t length = utf8_length(bytes.substr(i));
    bool is_cut_at_end = length == 0 && bytes.size() - i < 4 && good >= bad;
    if (is_cut_at_end) break;
    ++(length == 0 ? bad : good);
    i += std::max<std::size_t>(length, 1);
  }
  return {bad > good ? Encoding::windows_1252 : Encoding::utf8, good + bad > 0};
}

}  // namespace

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::utf8_bom:
      return "UTF-8 with byte order mark";
    case Encoding::utf16le:
      return "UTF-16LE";
    case Encoding::utf16be:
      return "UTF-16BE";
    case Encoding::windows_1252:
      return "Windows-1252";
  }
  return "UTF-8";
}

ByteSource bytes_of(std::string_view bytes) {
  return [bytes](std::span<char> out) mutable {
    std::size_t count = std::min(out.size(), bytes.size());
    std::copy_n(bytes.begin(), count, out.begin());
    bytes.remove_prefix(count);
    return count;
  };
}

std::variant<DetectedEncoding, Problem> detect_encoding(std::string_view first_bytes) {
  using namespace std::string_view_literals;
  if (first_bytes.starts_with(utf8_mark)) return DetectedEncoding{Encoding::utf8_bom, true};
  if (first_bytes.starts_with("\xFF\xFE\0\0"sv) || first_bytes.starts_with("\0\0\xFE\xFF"sv))
    return Problem{0, "", "The file is in UTF-32, which is not read.",
                   "Save it as UTF-8 and import that file.", ProblemKind::not_decodable};
  if (first_bytes.starts_with("\xFF\xFE")) return DetectedEncoding{Encoding::utf16le, true};
  if (first_bytes.starts_with("\xFE\xFF")) return DetectedEncoding{Encoding::utf16be, true};
  if (auto problem = known_binary(first_bytes)) return *problem;
  if (auto utf16 = utf16_by_pattern(first_bytes)) return DetectedEncoding{*utf16, true};
  if (first_bytes.find('\0') != std::string_view::npos) return binary("it holds NUL bytes");
  if (has_many_control_bytes(first_bytes)) return binary("it is full of control bytes");
  return eight_bit_encoding(first_bytes);
}

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  unsigned char first = byte_at(text, 0);
  if (first < 0x80) return 1;
  std::size_t length = first >= 0xC2 && first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  if (first < 0xC2 || length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte_at(text, i) & 0xC0) != 0x80) return 0;
  // The second byte's range rules out overlong forms, surrogates and what lies past U+10FFFF.
  unsigned char second = byte_at(text, 1);
  bool is_outside = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
                    (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
  return is_outside ? 0 : length;
}

bool is_text(std::string_view text) {
  for (;;) {
    text.remove_prefix(ascii_length(text));
    if (text.empty()) return true;
    std::size_t length = utf8_length(text);
    if (length < 2) return false;
    text.remove_prefix(length);
  }
}

Decoder::Decoder(ByteSource source, DetectedEncoding detected)
    : source_(std::move(source)),
      encoding_(detected.encoding),
      is_settled_(detected.is_settled),
      buffer_(buffer_bytes, '\0') {}

std::size_t Decoder::read(std::span<char> out) {
  if (!is_started_) skip_byte_order_mark();
  // Four bytes hold the longest character of every encoding, so a character is never seen in part.
  if (!fill(4)) return 0;
  switch (encoding_) {
    case Encoding::utf16le:
    case Encoding::utf16be:
      return convert_utf16(out);
    case Encoding::windows_1252:
      return convert_windows_1252(out);
    default:
      return is_settled_ ? copy_utf8(out) : copy_ascii(out);
  }
}

std::size_t Decoder::copy_utf8(std::span<char> out) {
  std::size_t count = input().copy(out.data(), out.size());
  begin_ += count;
  return count;
}

std::size_t Decoder::copy_ascii(std::span<char> out) {
  std::size_t count = ascii_length(input().substr(0, out.size()));
  input().copy(out.data(), count);
  begin_ += count;
  if (count > 0) return count;
  if (input().front() == '\0') {
    ++begin_;
    out[0] = '\0';
    return 1;
  }
  is_settled_ = true;
  if (utf8_length(input()) == 0) encoding_ = Encoding::windows_1252;
  return encoding_ == Encoding::utf8 ? copy_utf8(out) : convert_windows_1252(out);
}

std::size_t Decoder::convert_windows_1252(std::span<char> out) {
  std::size_t count = 0;
  for (; begin_ < end_ && count + 3 <= out.size(); ++begin_) {
    auto byte = static_cast<unsigned char>(buffer_[begin_]);
    char32_t c = byte >= 0x80 && byte < 0xA0 ? windows_1252_upper[byte - 0x80] : byte;
    if (c == 0 && byte != 0)
      out[count++] = undecodable;
    else
      count += put_utf8(c, &out[count]);
  }
  return count;
}

std::size_t Decoder::convert_utf16(std::span<char> out) {
  auto unit_at = [&](std::size_t i) {
    auto low = static_cast<unsigned char>(buffer_[i]), high = static_cast<unsigned char>(buffer_[i + 1]);
    if (encoding_ == Encoding::utf16be) std::swap(low, high);
    return static_cast<char32_t>(low | high << 8);
  };
  std::size_t count = 0;
  while (begin_ < end_ && count + 4 <= out.size()) {
    std::size_t left = end_ - begin_;
    if (left < 4 && !is_at_end_) break;
    char32_t c = left < 2 ? 0xDC00 : unit_at(begin_);
    begin_ += std::min<std::size_t>(left, 2);
    bool is_high = c >= 0xD800 && c < 0xDC00;
    char32_t next = is_high && left >= 4 ? unit_at(begin_) : 0;
    if (is_high && next >= 0xDC00 && next < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00);
      begin_ += 2;
    }
    // A surrogate without its partner, or half a unit at the end, is no character.
    if (c >= 0xD800 && c < 0xE000)
      out[count++] = undecodable;
    else
      count += put_utf8(c, &out[count]);
  }
  return count;
}

void Decoder::skip_byte_order_mark() {
  is_started_ = true;
  fill(4);
  bool is_utf16 = encoding_ == Encoding::utf16le || encoding_ == Encoding::utf16be;
  if (input().starts_with(utf8_mark))
    begin_ += 3;
  else if (is_utf16 && (input().starts_with("\xFF\xFE") || input().starts_with("\xFE\xFF")))
    begin_ += 2;
}

bool Decoder::fill(std::size_t at_least) {
  if (end_ - begin_ >= at_least) return true;
  std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
            buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
  end_ -= begin_;
  begin_ = 0;
  while (!is_at_end_ && end_ < at_least) {
    std::size_t count = source_(std::span<char>(buffer_).subspan(end_));
    is_at_end_ = count == 0;
    end_ += count;
  }
  return end_ > 0;
}

std::string_view Decoder::input() const { return std::string_view(buffer_).substr(begin_, end_ - begin_); }

}  // namespace accord::importing
