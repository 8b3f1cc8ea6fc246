// SPDX-License-Identifier: Apache-2.0
#include "mail/mail.hpp"

#include <sodium.h>

#include <array>

#include "base/check.hpp"
#include "base/text.hpp"
#include "mail/mail_address.hpp"
#include "mail/mail_store.hpp"

namespace accord::mail {
namespace {

/// Minted once, so that whoever gets a message twice can see that it is one.
std::string new_message_id(std::string_view sender) {
  CHECK(sodium_init() >= 0);
  std::array<unsigned char, 16> own{};
  randombytes_buf(own.data(), own.size());
  std::array<char, own.size() * 2 + 1> text{};
  sodium_bin2hex(text.data(), text.size(), own.data(), own.size());
  return std::string(text.data()) + "@" + domain_of(sender);
}

bool is_complete(const MailSetting& setting) {
  return !setting.server.empty() && !setting.sender.empty() && !setting.links_at.empty();
}

}  // namespace

bool is_set_up(const Read& read) {
  const auto setting = find_setting(read);
  return setting && is_complete(*setting);
}

std::string links_at(const Read& read) {
  const auto setting = find_setting(read);
  return setting && is_complete(*setting) ? setting->links_at : std::string();
}

/// 1. Mail is set up. 2. An address. 3. It had not enough for a day, and the outbox has room.
bool post(Write& write, const Letter& letter) {
  const auto setting = find_setting(write);
  refuse_if(!setting || !is_complete(*setting), mail_not_set_up);
  refuse_if(!is_address(letter.to_address), mail_address_unfit);
  MailMessage message;
  message.to_address = lower(letter.to_address);
  const bool is_enough =
      count_to(write, message.to_address, {write.now().ms - ms_per_day}) >= letters_to_one_address_a_day;
  if (is_enough || count_waiting(write) >= letters_waiting_max) return false;
  message.made_at = message.next_try_at = write.now();
  message.purpose = letter.purpose;
  message.subject = letter.subject;
  message.body = letter.text;
  message.message_id = new_message_id(setting->sender);
  write.insert_plain(message);
  return true;
}

}  // namespace accord::mail
