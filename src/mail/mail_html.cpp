// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "mail/mail_read.hpp"

namespace accord::mail {
namespace {

/// After these, what follows stands on a line of its own.
bool is_block(std::string_view tag) {
  constexpr std::array<std::string_view, 17> blocks{"p",  "br",    "div",        "tr",    "li", "ul",
                                                    "ol", "table", "h1",         "h2",    "h3", "h4",
                                                    "h5", "h6",    "blockquote", "title", "hr"};
  return std::ranges::find(blocks, tag) != blocks.end();
}

/// What stands inside is nothing to read.
bool is_hidden(std::string_view tag) { return tag == "script" || tag == "style" || tag == "title"; }

std::string utf8(std::uint32_t letter) {
  if (letter == 0 || letter > 0x10FFFF || (letter >= 0xD800 && letter <= 0xDFFF)) return "";
  std::string text;
  const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (letter < 0x80) {
    add(letter);
  } else if (letter < 0x800) {
    add(0xC0U | letter >> 6U);
    add(0x80U | (letter & 0x3FU));
  } else if (letter < 0x10000) {
    add(0xE0U | letter >> 12U);
    add(0x80U | (letter >> 6U & 0x3FU));
    add(0x80U | (letter & 0x3FU));
  } else {
    add(0xF0U | letter >> 18U);
    add(0x80U | (letter >> 12U & 0x3FU));
    add(0x80U | (letter >> 6U & 0x3FU));
    add(0x80U | (letter & 0x3FU));
  }
  return text;
}

/// Those that writers of mail put in; any other stays as it is written.
std::string letter_named(std::string_view name) {
  struct Named {
    std::string_view name, text;
  };
  constexpr std::array named{Named{"amp", "&"},        Named{"lt", "<"},          Named{"gt", ">"},
                             Named{"quot", "\""},      Named{"apos", "'"},        Named{"nbsp", " "},
                             Named{"auml", "\u00E4"},  Named{"ouml", "\u00F6"},   Named{"uuml", "\u00FC"},
                             Named{"Auml", "\u00C4"},  Named{"Ouml", "\u00D6"},   Named{"Uuml", "\u00DC"},
                             Named{"szlig", "\u00DF"}, Named{"eacute", "\u00E9"}, Named{"euro", "\u20AC"},
                             Named{"ndash", "\u2013"}, Named{"mdash", "\u2014"},  Named{"hellip", "\u2026"},
                             Named{"rsquo", "\u2019"}, Named{"ldquo", "\u201C"},  Named{"rdquo", "\u201D"}};
  const auto found = std::ranges::find(named, name, &Named::name);
  if (found != named.end()) return std::string(found->text);
  if (!name.starts_with('#') || name.size() < 2) return "";
  const bool is_hex = name[1] == 'x' || name[1] == 'X';
  const auto digits = name.substr(is_hex ? 2 : 1);
  std::uint32_t letter = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), letter, is_hex ? 16 : 10);
  return error == std::errc() && end == digits.data() + digits.size() ? utf8(letter) : "";
}

/// Walks once from the first letter to the last.
class Walk {
 public:
  explicit Walk(std::string_view html) : rest_(html) {}

  std::string text() {
    while (!rest_.empty()) {
      if (rest_.front() == '<') {
        take_tag();
      } else if (rest_.front() == '&') {
        take_letter();
      } else {
        add(rest_.front());
        rest_.remove_prefix(1);
      }
    }
    return std::string(trimmed(text_));
  }

 private:
  static constexpr std::size_t name_max = 10;

  void add(char c) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    const bool is_after_space = text_.empty() || text_.back() == ' ' || text_.back() == '\n';
    if (c == ' ' && is_after_space) return;
    text_ += c;
  }

  void end_line() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (text_.empty() || text_.ends_with("\n\n")) return;
    text_ += '\n';
  }

  void skip_to(std::string_view mark) {
    const auto at = rest_.find(mark);
    rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at + mark.size());
  }

  void take_tag() {
    if (rest_.starts_with("<!--")) return skip_to("-->");
    rest_.remove_prefix(1);
    const bool is_end = rest_.starts_with('/');
    if (is_end) rest_.remove_prefix(1);
    const auto length =
        std::ranges::find_if(rest_.substr(0, name_max + 1), [](char c) { return !is_of_name(c); }) -
        rest_.begin();
    const auto tag = lower(rest_.substr(0, static_cast<std::size_t>(length)));
    skip_to(">");
    if (!is_end && is_hidden(tag)) return skip_hidden(tag);
    if (is_block(tag)) end_line();
  }

  static bool is_of_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /// Up to its end, in whichever capitals; where it has none, all that follows is hidden.
  void skip_hidden(const std::string& tag) {
    for (;;) {
      skip_to("</");
      if (rest_.empty()) return;
      if (lower(rest_.substr(0, tag.size())) == tag) return skip_to(">");
    }
  }

  void take_letter() {
    const auto end = rest_.substr(0, name_max + 2).find(';');
    const auto letter = end == std::string_view::npos ? "" : letter_named(rest_.substr(1, end - 1));
    if (letter.empty()) {
      add('&');
      rest_.remove_prefix(1);
      return;
    }
    if (letter.size() == 1) {
      add(letter.front());
    } else {
      text_ += letter;
    }
    rest_.remove_prefix(end + 1);
  }

  std::string_view rest_;
  std::string text_;
};

}  // namespace

std::string text_of_html(std::string_view html) { return Walk(html).text(); }

}  // namespace accord::mail
