// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
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
  explicit Refusal(const Rule& rule, std::string detail = {}, std::int64_t retry_after_s = 0)
      : std::runtime_error(std::string(rule.code)),
        rule_(&rule),
        detail_(std::move(detail)),
        retry_after_s_(retry_after_s) {}
  const Rule& rule() const { return *rule_; }
  /// Which record, line or value was refused; may be empty.
  const std::string& detail() const { return detail_; }
  /// After how long trying again can succeed; 0 where waiting does not help.
  std::int64_t retry_after_s() const { return retry_after_s_; }

 private:
  const Rule* rule_;
  std::string detail_;
  std::int64_t retry_after_s_;
};

inline void refuse_if(bool condition, const Rule& rule, std::string detail = {}) {
  if (condition) throw Refusal(rule, std::move(detail));
}

}  // namespace accord
