// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace accord::mail {

/// The passwords of mail servers, from a file that only whoever runs Accord may read: a line `HOST USER
/// PASSWORD` each. A password goes to its own host alone, whatever an administrator types on the screen.
class Passwords {
 public:
  Passwords() = default;
  /// Throws Fault with a sentence where the file is missing, may be read by others, or has a line that is
  /// none.
  static Passwords in_file(const std::string& path);

  std::optional<std::string> of(std::string_view host, std::string_view user) const;

 private:
  std::map<std::pair<std::string, std::string>, std::string> by_host_and_user_;
};

}  // namespace accord::mail
