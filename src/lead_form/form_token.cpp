// SPDX-License-Identifier: Apache-2.0
#include "lead_form/form_token.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "base/check.hpp"
#include "base/text.hpp"

namespace accord::lead_form {
namespace {

/// By page.
constexpr std::array<std::string_view, 4> kinds{"", "a", "c", "t"};

Sent page_of(std::string_view kind) {
  const auto found = std::ranges::find(kinds.begin() + 1, kinds.end(), kind);
  return found == kinds.end() ? Sent::none : static_cast<Sent>(found - kinds.begin());
}

template <std::size_t N>
std::string hex_of(const std::array<unsigned char, N>& bytes) {
  std::string text(N * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.resize(N * 2);
  return text;
}

std::string seal_of(std::string_view text) {
  static const auto key = [] {
    CHECK(sodium_init() >= 0);
    std::array<unsigned char, crypto_auth_KEYBYTES> bytes{};
    crypto_auth_keygen(bytes.data());
    return bytes;
  }();
  std::array<unsigned char, crypto_auth_BYTES> seal{};
  crypto_auth(seal.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), key.data());
  return hex_of(seal);
}

std::string sealed(std::string_view kind, std::string_view form, Instant now) {
  CHECK(sodium_init() >= 0);
  std::array<unsigned char, 12> own{};
  randombytes_buf(own.data(), own.size());
  const auto text = std::string(kind) + "." + std::to_string(now.ms) + "." + hex_of(own);
  return text + "." + seal_of(std::string(form) + "." + text);
}

struct Parts {
  std::string_view kind, own;
  std::int64_t ms = 0;
};

/// Nothing where it is none of ours, or of another form.
std::optional<Parts> opened(std::string_view token, std::string_view form) {
  const auto parts = split(token, '.');
  if (parts.size() != 4) return std::nullopt;
  const auto text = token.substr(0, token.rfind('.'));
  const auto seal = seal_of(std::string(form) + "." + std::string(text));
  if (seal.size() != parts[3].size() || sodium_memcmp(seal.data(), parts[3].data(), seal.size()) != 0)
    return std::nullopt;
  Parts found{parts[0], parts[2]};
  std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), found.ms);
  return found;
}

}  // namespace

std::string new_token(Sent page, std::string_view form, Instant now) {
  return sealed(kinds.at(static_cast<std::size_t>(page)), form, now);
}

Pace pace_of(std::string_view token, std::string_view form, Instant now) {
  const auto parts = opened(token, form);
  if (!parts) return {};
  const auto age_ms = now.ms - parts->ms;
  if (age_ms > longest_ms) return {};
  return {page_of(parts->kind), age_ms >= fastest_ms};
}

std::string once_of(std::string_view token, std::string_view form) {
  const auto parts = opened(token, form);
  return parts ? std::string(parts->own) : std::string();
}

std::string new_secret() {
  CHECK(sodium_init() >= 0);
  std::array<unsigned char, 32> own{};
  randombytes_buf(own.data(), own.size());
  return hex_of(own);
}

std::string hash_of_secret(std::string_view secret) {
  CHECK(sodium_init() >= 0);
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(secret.data()),
                     secret.size(), nullptr, 0);
  return hex_of(digest);
}

}  // namespace accord::lead_form
