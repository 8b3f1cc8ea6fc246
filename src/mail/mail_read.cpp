// SPDX-License-Identifier: Apache-2.0
#include "mail/mail_read.hpp"

#include <gmime/gmime.h>
#include <sodium.h>

#include <array>
#include <memory>
#include <mutex>

#include "base/check.hpp"
#include "base/text.hpp"
#include "mail/mail.hpp"
#include "mail/mail_words.hpp"

namespace accord::mail {
namespace {

constexpr std::size_t line_bytes_max = 300, addresses_max = 100;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

void begin_gmime() {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
}

std::string_view text_or_nothing(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

/// The longest beginning within the bytes that cuts no letter in two.
std::string cut(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return std::string(text.substr(0, bytes));
}

/// Well-formed, without control characters but line ends and tabs.
std::string clean(std::string_view text) {
  const std::unique_ptr<char, decltype(&g_free)> valid(
      g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), &g_free);
  std::string kept;
  for (const char* at = valid.get(); *at != '\0'; at = g_utf8_next_char(at)) {
    const auto letter = g_utf8_get_char(at);
    if (letter == '\r' || (letter < 0x20 && letter != '\n' && letter != '\t') ||
        (letter >= 0x7F && letter < 0xA0) || letter == 0xFEFF)
      continue;
    kept.append(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
  }
  return kept;
}

std::string one_line(std::string_view text) {
  auto line = clean(cut(text, line_bytes_max));
  for (auto& c : line) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  return std::string(trimmed(line));
}

/// The two texts of a message, and what else it has.
struct Parts {
  std::string plain, html;
  int attachments = 0, seen = 0;
};

void take_text(GMimePart* part, Parts& parts) {
  auto* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
  const bool is_html = g_mime_content_type_is_type(type, "text", "html") != 0;
  auto& text = is_html ? parts.html : parts.plain;
  if (text.size() > text_bytes_max) return;
  const std::unique_ptr<char, decltype(&g_free)> found(g_mime_text_part_get_text(GMIME_TEXT_PART(part)),
                                                       &g_free);
  if (!found) return;
  if (!text.empty()) text += "\n";
  // Markup is longer than what it says.
  text += clean(cut(found.get(), is_html ? message_bytes_max : text_bytes_max + 1));
}

/// What is named as a file is none of the text, whatever its type.
bool is_attachment(GMimeObject* part) {
  auto* disposition = g_mime_object_get_content_disposition(part);
  return disposition != nullptr &&
         g_ascii_strcasecmp(text_or_nothing(g_mime_content_disposition_get_disposition(disposition)).data(),
                            "attachment") == 0;
}

void walk(GMimeObject* part, int depth, Parts& parts) {
  if (part == nullptr || depth > depth_max || ++parts.seen > parts_max) return;
  if (GMIME_IS_MULTIPART(part)) {
    const int count = g_mime_multipart_get_count(GMIME_MULTIPART(part));
    for (int i = 0; i < count && parts.seen <= parts_max; ++i)
      walk(g_mime_multipart_get_part(GMIME_MULTIPART(part), i), depth + 1, parts);
  } else if (GMIME_IS_TEXT_PART(part) && !is_attachment(part)) {
    take_text(GMIME_PART(part), parts);
  } else {
    ++parts.attachments;
  }
}

std::string header(GMimeMessage* message, const char* name) {
  return lower(trimmed(text_or_nothing(g_mime_object_get_header(GMIME_OBJECT(message), name))));
}

bool has(GMimeMessage* message, const char* name) {
  return g_mime_object_get_header(GMIME_OBJECT(message), name) != nullptr;
}

/// In this order; the first that holds is said.
std::string why_no_lead(GMimeMessage* message, const ReceivedMessage& read) {
  const auto submitted = header(message, "Auto-Submitted");
  const auto precedence = header(message, "Precedence");
  const auto local = lower(read.from_address.substr(0, read.from_address.find('@')));
  const bool is_report = header(message, "Content-Type").starts_with("multipart/report");
  if (is_report || local == "mailer-daemon" || local == "postmaster" ||
      (has(message, "Return-Path") && header(message, "Return-Path") == "<>"))
    return "A mail server reports that something was not delivered.";
  if ((!submitted.empty() && submitted != "no") || precedence == "auto_reply" ||
      has(message, "X-Autoreply") || has(message, "X-Autorespond"))
    return "A program answered by itself.";
  if (has(message, "List-Id") || has(message, "List-Unsubscribe") || precedence == "list" ||
      precedence == "bulk" || precedence == "junk")
    return "It went to a mailing list.";
  if (!is_address(read.from_address)) return "It does not say who sent it.";
  return "";
}

void take_addresses(InternetAddressList* list, int depth, std::vector<std::string>& to) {
  if (list == nullptr || depth > depth_max) return;
  const int count = internet_address_list_length(list);
  for (int i = 0; i < count && to.size() < addresses_max; ++i) {
    auto* one = internet_address_list_get_address(list, i);
    if (INTERNET_ADDRESS_IS_MAILBOX(one)) {
      auto address = lower(text_or_nothing(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one))));
      if (is_address(address)) to.push_back(std::move(address));
    } else if (INTERNET_ADDRESS_IS_GROUP(one)) {
      take_addresses(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(one)), depth + 1, to);
    }
  }
}

/// Where a mail server put it stands before what the sender wrote.
std::vector<std::string> recipients(GMimeMessage* message) {
  std::vector<std::string> to;
  for (const char* name : {"Delivered-To", "X-Original-To"}) {
    auto address = header(message, name);
    if (is_address(address)) to.push_back(std::move(address));
  }
  take_addresses(g_mime_message_get_to(message), 0, to);
  take_addresses(g_mime_message_get_cc(message), 0, to);
  return to;
}

void take_sender(GMimeMessage* message, ReceivedMessage& read) {
  auto* list = g_mime_message_get_from(message);
  if (list == nullptr || internet_address_list_length(list) == 0) return;
  auto* one = internet_address_list_get_address(list, 0);
  if (!INTERNET_ADDRESS_IS_MAILBOX(one)) return;
  read.from_address =
      lower(one_line(text_or_nothing(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one)))));
  read.from_name = one_line(text_or_nothing(internet_address_get_name(one)));
}

std::string hash_of(std::string_view text) {
  CHECK(sodium_init() >= 0);
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  std::array<char, crypto_generichash_BYTES * 2 + 1> hex{};
  return sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
}

/// The sender's own name for the message is the sender's to choose, so the sender is part of the key.
std::string key_of(GMimeMessage* message, std::string_view raw, const ReceivedMessage& read) {
  const auto id = text_or_nothing(g_mime_message_get_message_id(message));
  return id.empty() ? "bytes " + hash_of(raw) : "id " + hash_of(std::string(id) + "\n" + read.from_address);
}

void take_text(GMimeMessage* message, ReceivedMessage& read) {
  Parts parts;
  walk(g_mime_message_get_mime_part(message), 0, parts);
  read.attachments = parts.attachments;
  auto text = std::string(trimmed(parts.plain));
  // Markup can name any letter, those that no text may hold among them.
  if (text.empty()) text = trimmed(clean(text_of_html(parts.html)));
  read.text = cut(text, text_bytes_max);
  read.is_cut = read.text.size() < text.size();
}

}  // namespace

ReceivedMessage read_message(std::string_view raw) {
  begin_gmime();
  raw = raw.substr(0, message_bytes_max);
  ReceivedMessage read;
  const auto joined = with_joined_words(raw);
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(joined.data(), joined.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) {
    read.key = "bytes " + hash_of(raw);
    read.why_no_lead = "It cannot be read as a message.";
    return read;
  }
  take_sender(message.get(), read);
  read.key = key_of(message.get(), raw, read);
  read.to = recipients(message.get());
  read.subject = one_line(text_or_nothing(g_mime_message_get_subject(message.get())));
  if (auto* date = g_mime_message_get_date(message.get()))
    read.sent_at = Instant{g_date_time_to_unix(date) * 1'000};
  take_text(message.get(), read);
  read.why_no_lead = why_no_lead(message.get(), read);
  return read;
}

}  // namespace accord::mail
