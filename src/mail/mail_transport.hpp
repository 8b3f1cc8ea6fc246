// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "mail/mail_address.hpp"
#include "mail/mail_passwords.hpp"

/// The network: libcurl behind this header and nowhere else.
namespace accord::mail {

/// Where, as whom, and when to stop.
struct Login {
  std::string url;
  ServerAddress server;
  std::string user;
  std::optional<std::string> password;  ///< nothing: the server asks for none
  std::string
      authorities{};  ///< a file of those whose certificates are trusted; empty: whom this machine trusts
};

/// Nothing where the user's password is not in the file.
std::optional<Login> login_of(const std::string& url, const std::optional<ServerAddress>&,
                              const std::string& user, const Passwords&);

/// What became of a try.
struct Sent {
  enum class How : std::uint8_t {
    taken,    ///< by the server
    refused,  ///< this message, for good
    put_off,  ///< this message, for now
    failed    ///< nothing can be sent now, whichever message it is
  };
  How how = How::failed;
  std::string error, remedy;
};

/// Sends message after message over one connection.
class Sender {
 public:
  Sender(Login, const std::atomic<bool>& is_stopping);
  ~Sender();
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;
  Sent send(const std::string& from, const std::string& to, const std::string& text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace accord::mail
