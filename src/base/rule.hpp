// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <stdexcept>
#include <string>
#include <string_view>

namespace accord {

/// Something the rules forbid, by name. Each is one constant in its subject's header, one line in its
/// README and at least one story.
struct Rule {
  std::string_view code;     ///< `agreement_is_locked`
  std::string_view message;  ///< what is forbidden, as a sentence
  std::string_view remedy;   ///< what the user can do instead
  int status = 409;          ///< the HTTP status that carries it
};

/// Thrown to say no; caught in one place, rolled back, answered as problem details.
class Refusal : public std::runtime_error {
 public:
  explicit Refusal(const Rule& rule, std::string detail = {})
      : std::runtime_error(std::string(rule.code)), rule_(&rule), detail_(std::move(detail)) {}
  const Rule& rule() const { return *rule_; }
  /// Which record, line or value was refused; may be empty.
  const std::string& detail() const { return detail_; }

 private:
  const Rule* rule_;
  std::string detail_;
};

inline void refuse_if(bool condition, const Rule& rule, std::string detail = {}) {
  if (condition) throw Refusal(rule, std::move(detail));
}

}  // namespace accord
