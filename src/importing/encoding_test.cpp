// SPDX-License-Identifier: Apache-2.0
#include "importing/encoding.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>

namespace accord::importing {
namespace {

using namespace std::string_literals;

struct Decoded {
  std::string text;
  Encoding encoding;
  bool operator==(const Decoded&) const = default;
};

Decoded decode(const std::string& bytes, std::size_t piece = 1000, std::size_t sample = SIZE_MAX) {
  auto detected = detect_encoding(std::string_view(bytes).substr(0, sample));
  if (!std::holds_alternative<DetectedEncoding>(detected))
    return {std::get<Problem>(detected).reason, Encoding::utf8};
  std::size_t at = 0;
  Decoder decoder(
      [&](std::span<char> out) {
        std::size_t count = std::string_view(bytes).substr(at).copy(out.data(), std::min(out.size(), piece));
        at += count;
        return count;
      },
      std::get<DetectedEncoding>(detected));
  std::string text, out(std::max<std::size_t>(piece, 4), '\0');
  while (std::size_t count = decoder.read(out)) text.append(out, 0, count);
  return {text, decoder.encoding()};
}

std::string utf16(const std::u16string& text, bool is_big_endian) {
  std::string bytes;
  for (char16_t unit : text) {
    char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    bytes += is_big_endian ? high : low;
    bytes += is_big_endian ? low : high;
  }
  return bytes;
}

TEST(Encoding, TellsAndDecodesEachOne) {
  EXPECT_EQ(decode("plain"), (Decoded{"plain", Encoding::utf8}));
  EXPECT_EQ(decode("na\xC3\xAFve"), (Decoded{"naïve", Encoding::utf8}));
  EXPECT_EQ(decode("\xEF\xBB\xBFname"), (Decoded{"name", Encoding::utf8_bom}));
  EXPECT_EQ(decode("na\xEFve \x80\x35"), (Decoded{"naïve €5", Encoding::windows_1252}));
  EXPECT_EQ(decode(utf16(u"\uFEFFnaïve €5 😀", false)), (Decoded{"naïve €5 😀", Encoding::utf16le}));
  EXPECT_EQ(decode(utf16(u"\uFEFFnaïve €5 😀", true)), (Decoded{"naïve €5 😀", Encoding::utf16be}));
  EXPECT_EQ(decode(utf16(u"Campaign\tCost\n", false)), (Decoded{"Campaign\tCost\n", Encoding::utf16le}));
  EXPECT_EQ(decode(utf16(u"Campaign\tCost\n", true)), (Decoded{"Campaign\tCost\n", Encoding::utf16be}));
}

TEST(Encoding, DecidesAtTheFirstOtherCharacterWhereTheSampleIsAscii) {
  EXPECT_EQ(decode("0123456789caf\xE9 x", 3, 8), (Decoded{"0123456789café x", Encoding::windows_1252}));
  EXPECT_EQ(decode("0123456789caf\xC3\xA9 x", 3, 8), (Decoded{"0123456789café x", Encoding::utf8}));
  EXPECT_EQ(decode("0123456\xC3\xA9 x", 3, 8), (Decoded{"0123456é x", Encoding::utf8}));
  EXPECT_EQ(decode("0123456789caf\xE9", 3, 8), (Decoded{"0123456789café", Encoding::windows_1252}));
}

TEST(Encoding, MarksWhatItCannotDecode) {
  EXPECT_FALSE(is_text(decode("caf\xE9 \x81").text));
  EXPECT_FALSE(
      is_text(decode(utf16(u"\uFEFFab", false) + utf16(std::u16string(1, char16_t{0xD800}), false)).text));
  EXPECT_FALSE(is_text(decode(utf16(u"\uFEFFab", false) + "x").text));
  EXPECT_TRUE(is_text(decode(utf16(u"\uFEFFab😀", false)).text));
}

TEST(Encoding, RefusesWhatIsNoText) {
  auto kind = [](std::string_view bytes) { return std::get<Problem>(detect_encoding(bytes)).kind; };
  EXPECT_EQ(kind("PK\x03\x04rest"), ProblemKind::binary_file);
  EXPECT_EQ(kind("\xD0\xCF\x11\xE0rest"), ProblemKind::binary_file);
  EXPECT_EQ(kind("abc,def\nabcdefghijklm\0,x\n"s), ProblemKind::binary_file);
  EXPECT_EQ(kind("\x01\x02\x03\x04\x05 abc"), ProblemKind::binary_file);
  EXPECT_EQ(kind("\xFF\xFE\0\0a\0\0\0"s), ProblemKind::not_decodable);
}

TEST(Encoding, KnowsWellFormedUtf8) {
  for (const char* bad : {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
                          "\x80", "\xC3", "\xE2\x82", "a\xFFz"})
    EXPECT_FALSE(is_text(bad)) << bad;
  for (const char* good : {"", "abc", "é", "€", "😀", "long enough for a word of eight é"})
    EXPECT_TRUE(is_text(good));
  EXPECT_FALSE(is_text("12345678\0"s));
}

RC_GTEST_PROP(EncodingProperty, DecodesTheSameInAnyPieces, (std::string bytes)) {
  const auto piece = *rc::gen::inRange<std::size_t>(1, 7);
  RC_ASSERT(decode(bytes, piece) == decode(bytes, 100'000));
}

RC_GTEST_PROP(EncodingProperty, ReadsBackUtf16, ()) {
  const auto units = *rc::gen::container<std::u16string>(
      rc::gen::oneOf(rc::gen::inRange<char16_t>(32, 127), rc::gen::inRange<char16_t>(0xA0, 0xD7FF)));
  std::string utf8;
  for (char16_t unit : units) {
    if (unit < 0x80) {
      utf8 += static_cast<char>(unit);
    } else if (unit < 0x800) {
      utf8 += static_cast<char>(0xC0 | unit >> 6);
      utf8 += static_cast<char>(0x80 | (unit & 0x3F));
    } else {
      utf8 += static_cast<char>(0xE0 | unit >> 12);
      utf8 += static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
      utf8 += static_cast<char>(0x80 | (unit & 0x3F));
    }
  }
  for (bool is_big_endian : {false, true})
    RC_ASSERT(decode(utf16(u"\uFEFF" + units, is_big_endian), 5).text == utf8);
}

}  // namespace
}  // namespace accord::importing
