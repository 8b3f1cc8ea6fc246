// SPDX-License-Identifier: Apache-2.0
#include "base/phone.hpp"

#include <utility>

#include "base/text.hpp"

namespace accord {

/// 1. `(0)` is a trunk prefix that whoever dials the country leaves out.
/// 2. Only digits count; what begins with `+` or `00` keeps its country's, which nothing tells apart here.
/// 3. Zeros at the front are a trunk prefix.
/// 4. A letter behind the first digits begins an extension; words before them (`Tel.`) say nothing.
std::string plain_phone(std::string_view phone) {
  std::string text(trimmed(phone));
  if (const auto trunk = text.find("(0)"); trunk != std::string::npos) text.erase(trunk, 3);
  std::string digits;
  for (const char c : text) {
    if (!digits.empty() && (c == 'x' || c == 'X' || c == 'e' || c == 'E' || c == ';')) break;
    if (c >= '0' && c <= '9') digits += c;
  }
  digits.erase(0, digits.find_first_not_of('0'));
  return digits.size() < phone_digits_min ? std::string() : digits;
}

bool is_same_phone(std::string_view plain, std::string_view other) {
  if (plain.size() < other.size()) std::swap(plain, other);
  return other.size() >= phone_digits_min && plain.size() - other.size() <= country_digits_max &&
         plain.ends_with(other);
}

}  // namespace accord
