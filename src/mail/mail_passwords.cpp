// SPDX-License-Identifier: Apache-2.0
#include "mail/mail_passwords.hpp"

#include <filesystem>
#include <fstream>

#include "base/check.hpp"
#include "base/text.hpp"

namespace accord::mail {
namespace {

constexpr std::uintmax_t bytes_max = 65'536;

std::string_view take_word(std::string_view& line) {
  line = trimmed(line);
  const auto end = std::min(line.find_first_of(" \t"), line.size());
  const auto word = line.substr(0, end);
  line = trimmed(line.substr(end));
  return word;
}

void check(const std::string& path) {
  using perms = std::filesystem::perms;
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (error || !std::filesystem::is_regular_file(status))
    throw Fault("There is no file " + path + " with the passwords of mail servers.");
  if ((status.permissions() & (perms::group_all | perms::others_all)) != perms::none)
    throw Fault("Others may read the passwords in " + path + ": chmod 600 " + path + " first.");
  if (std::filesystem::file_size(path, error) > bytes_max || error)
    throw Fault(path + " is too large for a file of passwords.");
}

}  // namespace

Passwords Passwords::in_file(const std::string& path) {
  check(path);
  std::ifstream file(path);
  if (!file) throw Fault("The passwords in " + path + " cannot be read.");
  Passwords passwords;
  int number = 0;
  for (std::string text; std::getline(file, text);) {
    ++number;
    std::string_view line = trimmed(text);
    if (line.empty() || line.starts_with("#")) continue;
    const auto host = take_word(line), user = take_word(line);
    // The line itself is not repeated: it may hold a password.
    if (host.empty() || user.empty() || line.empty())
      throw Fault("Line " + std::to_string(number) + " of " + path + " is not HOST USER PASSWORD.");
    passwords.by_host_and_user_[{lower(host), std::string(user)}] = line;
  }
  return passwords;
}

std::optional<std::string> Passwords::of(std::string_view host, std::string_view user) const {
  const auto found = by_host_and_user_.find({lower(host), std::string(user)});
  if (found == by_host_and_user_.end()) return std::nullopt;
  return found->second;
}

}  // namespace accord::mail
