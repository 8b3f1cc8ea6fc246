// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Addresses of people, servers and links: pure, for whatever is typed becomes part of a dialogue with a
/// server.
namespace accord::mail {

struct ServerAddress {
  std::string scheme, host;
  std::string folder;     ///< of a mailbox
  bool is_local = false;  ///< this machine: the only one that is spoken to without encryption
};

/// `smtps://mail.acme.example`, `smtp://127.0.0.1:2525`: nothing where it is anything else. What has no `s`
/// is encrypted by STARTTLS, or not spoken to, unless it is this machine.
std::optional<ServerAddress> smtp_server(std::string_view);
/// `imaps://mail.acme.example/INBOX`
std::optional<ServerAddress> imap_server(std::string_view);
/// `https://accord.acme.example`, `http://localhost:7700`
bool is_links_address(std::string_view);
/// `info@acme.example` → `acme.example`
std::string domain_of(std::string_view address);

}  // namespace accord::mail
