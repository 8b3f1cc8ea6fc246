// SPDX-License-Identifier: Apache-2.0
#include "mail/mail_address.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "mail/mail.hpp"

namespace accord::mail {
namespace {

constexpr std::size_t address_max = 200, local_max = 64, label_max = 63;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// What RFC 5322 lets stand without quotation marks.
bool is_of_atom(char c) {
  return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool is_label(std::string_view label) {
  return !label.empty() && label.size() <= label_max && label.front() != '-' && label.back() != '-' &&
         std::ranges::all_of(label, [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

bool is_host(std::string_view host) { return std::ranges::all_of(split(host, '.'), is_label); }

bool is_port(std::string_view port) {
  return !port.empty() && port.size() <= 5 &&
         std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
}

/// `NAME` or `NAME:PORT`; the name, or nothing.
std::optional<std::string> host_of(std::string_view text) {
  const auto colon = text.find(':');
  if (colon != std::string_view::npos && !is_port(text.substr(colon + 1))) return std::nullopt;
  const auto host = text.substr(0, colon);
  if (!is_host(host)) return std::nullopt;
  return lower(host);
}

bool is_this_machine(std::string_view host) { return host == "localhost" || host == "127.0.0.1"; }

std::optional<ServerAddress> server_of(std::string_view url, std::string_view scheme) {
  if (url.size() > address_max) return std::nullopt;
  const auto end = url.find("://");
  if (end == std::string_view::npos) return std::nullopt;
  ServerAddress server;
  server.scheme = lower(url.substr(0, end));
  if (server.scheme != scheme && server.scheme != std::string(scheme) + "s") return std::nullopt;
  const auto rest = url.substr(end + 3);
  const auto slash = rest.find('/');
  const auto host = host_of(rest.substr(0, slash));
  if (!host) return std::nullopt;
  server.host = *host;
  server.is_local = is_this_machine(server.host);
  if (slash != std::string_view::npos) server.folder = rest.substr(slash + 1);
  return server;
}

}  // namespace

bool is_address(std::string_view text) {
  const auto at = text.find('@');
  if (text.size() > address_max || at == std::string_view::npos || at == 0 || at > local_max) return false;
  const auto local = text.substr(0, at), domain = text.substr(at + 1);
  const auto is_atom = [](std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, is_of_atom);
  };
  return std::ranges::all_of(split(local, '.'), is_atom) && is_host(domain) &&
         domain.find('.') != std::string_view::npos;
}

std::optional<ServerAddress> smtp_server(std::string_view url) {
  auto server = server_of(url, "smtp");
  if (server && !server->folder.empty()) return std::nullopt;
  return server;
}

std::optional<ServerAddress> imap_server(std::string_view url) {
  auto server = server_of(url, "imap");
  if (!server) return std::nullopt;
  const auto is_plain = [](char c) {
    return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.' || c == '/';
  };
  if (server->folder.empty() || !std::ranges::all_of(server->folder, is_plain)) return std::nullopt;
  return server;
}

bool is_links_address(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (text.size() <= address_max && text.starts_with(scheme))
      return host_of(text.substr(scheme.size())).has_value();
  }
  return false;
}

std::string domain_of(std::string_view address) {
  const auto at = address.rfind('@');
  return at == std::string_view::npos ? std::string() : lower(address.substr(at + 1));
}

}  // namespace accord::mail
