// SPDX-License-Identifier: Apache-2.0
#include "wish/opt_out.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/phone.hpp"
#include "base/text.hpp"

namespace accord::wish {
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

/// Letters are addressed to a name: a colleague at the same switchboard is somebody else.
bool asks_name(Medium medium) { return medium == Medium::mail; }
bool asks_number(Medium medium) { return medium != Medium::email; }

}  // namespace

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

Traits traits_of(std::string_view name, std::string_view email, std::string_view phone) {
  return {lower(trimmed(name)), lower(trimmed(email)), plain_phone(phone)};
}

Likeness likeness(Medium medium, const Traits& one, const Traits& other) {
  const bool is_named_so = !asks_name(medium) || one.name == other.name;
  if (asks_number(medium) && is_named_so && is_same_phone(one.phone, other.phone)) return Likeness::by_number;
  return !one.email.empty() && one.email == other.email ? Likeness::by_address : Likeness::none;
}

std::vector<OwnMarks> marks_of(Medium medium, std::string_view salt, const Traits& traits) {
  std::vector<OwnMarks> all;
  if (!traits.email.empty()) {
    const auto mark = mark_of(salt, "e-mail", traits.email);
    all.push_back({mark, {mark}, {}, false});
  }
  const std::string_view plain = traits.phone;
  if (plain.empty() || !asks_number(medium)) return all;
  const auto of_number = [&](std::string_view digits) {
    const auto text = std::string(digits);
    return mark_of(salt, "number", asks_name(medium) ? text + '\x1f' + traits.name : text);
  };
  OwnMarks number{mark_of(salt, "last", plain.substr(plain.size() - phone_digits_min)), {}, {}, true};
  number.whole.push_back(of_number(plain));
  for (std::size_t country = 1; country <= country_digits_max; ++country) {
    if (plain.size() - country < phone_digits_min) break;
    number.ends.push_back(of_number(plain.substr(country)));
  }
  all.push_back(std::move(number));
  return all;
}

/// As `is_same_phone` finds of two numbers: they are the same, or one is the end of the other.
bool agrees(const OwnMarks& own, const ErasedWish& kept) {
  const auto has = [&](const std::vector<std::int64_t>& marks) {
    return std::ranges::find(marks, kept.mark) != marks.end();
  };
  return own.place == kept.place && (has(own.whole) || (kept.is_whole && has(own.ends)));
}

}  // namespace accord::wish
