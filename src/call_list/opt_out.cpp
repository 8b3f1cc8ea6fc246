// SPDX-License-Identifier: Apache-2.0
#include "call_list/opt_out.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/check.hpp"
#include "base/phone.hpp"
#include "base/text.hpp"

namespace accord::call_list {
namespace {

/// A short keyed hash. The salt is 32 hexadecimal digits; a file without any makes marks that it keeps
/// nowhere.
std::int64_t mark_of(std::string_view salt, std::string_view kind, std::string_view text) {
  std::array<unsigned char, crypto_shorthash_KEYBYTES> key{};
  sodium_hex2bin(key.data(), key.size(), salt.data(), std::min(salt.size(), 2 * key.size()), nullptr, nullptr,
                 nullptr);
  const std::string whole = std::string(kind) + '\x1f' + std::string(text);
  std::array<unsigned char, crypto_shorthash_BYTES> hash{};
  crypto_shorthash(hash.data(), reinterpret_cast<const unsigned char*>(whole.data()), whole.size(),
                   key.data());
  std::int64_t mark = 0;
  static_assert(sizeof(mark) == crypto_shorthash_BYTES);
  std::memcpy(&mark, hash.data(), sizeof(mark));
  return mark;
}

}  // namespace

void OptOuts::bind(std::int64_t contact, const Bound& bound) {
  auto& held = bound_.try_emplace(contact, bound).first->second;
  if (held.at < bound.at) held = bound;
}

const Bound* OptOuts::of(std::int64_t contact) const {
  const auto found = bound_.find(contact);
  return found == bound_.end() ? nullptr : &found->second;
}

bool OptOuts::binds_by_another(std::int64_t contact) const {
  const auto* bound = of(contact);
  return bound != nullptr && (!bound->by || bound->by->number != contact);
}

std::vector<std::int64_t> OptOuts::bound_by_others() const {
  std::vector<std::int64_t> contacts;
  for (const auto& [contact, bound] : bound_) {
    if (binds_by_another(contact)) contacts.push_back(contact);
  }
  std::ranges::sort(contacts);
  return contacts;
}

std::vector<OwnMarks> marks_of(std::string_view salt, std::string_view email, std::string_view phone) {
  std::vector<OwnMarks> all;
  if (const auto address = lower(trimmed(email)); !address.empty()) {
    const auto mark = mark_of(salt, "e-mail", address);
    all.push_back({mark, {mark}, {}});
  }
  const auto plain = plain_phone(phone);
  if (plain.empty()) return all;
  OwnMarks number;
  number.place = mark_of(salt, "last", plain.substr(plain.size() - phone_digits_min));
  number.whole.push_back(mark_of(salt, "number", plain));
  for (std::size_t country = 1; country <= country_digits_max; ++country) {
    if (plain.size() - country < phone_digits_min) break;
    number.ends.push_back(mark_of(salt, "number", plain.substr(country)));
  }
  all.push_back(std::move(number));
  return all;
}

/// As `is_same_phone` finds of two numbers: they are the same, or one is the end of the other.
bool agrees(const OwnMarks& own, const ErasedOptOut& kept) {
  const auto has = [&](const std::vector<std::int64_t>& marks) {
    return std::ranges::find(marks, kept.mark) != marks.end();
  };
  return own.place == kept.place && (has(own.whole) || (kept.is_whole && has(own.ends)));
}

}  // namespace accord::call_list
