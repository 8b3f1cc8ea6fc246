// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "mail/mail_outbox.hpp"
#include "mail/mail_transport.hpp"

namespace accord::mail {

/// Reads a mailbox by IMAP. libcurl connects, encrypts and signs in; the few commands after that are ours,
/// for its own way of fetching marks a message as read before anybody has it.
class Mailbox {
 public:
  /// Connects, signs in and opens the folder; throws MailboxTrouble.
  Mailbox(const Login&, const std::atomic<bool>& is_stopping);
  ~Mailbox();
  Mailbox(const Mailbox&) = delete;
  Mailbox& operator=(const Mailbox&) = delete;

  /// The numbers of messages that are not marked as read, at most so many, the oldest first.
  std::vector<std::uint32_t> unread(std::size_t at_most);
  /// The message as it came, as much of it as is read; it stays unread.
  std::string fetch(std::uint32_t number);
  void mark_read(std::uint32_t number);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Why a mailbox cannot be read now, in words, and what to do.
struct MailboxTrouble {
  std::string error, remedy;
};

}  // namespace accord::mail
