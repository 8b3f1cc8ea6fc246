// SPDX-License-Identifier: Apache-2.0
#include "people/secret.hpp"

#include <sodium.h>

#include <array>
#include <atomic>
#include <mutex>

#include "people/people.hpp"

namespace accord::people {
namespace {

/// OWASP's recommendation for argon2id (19 MiB, two passes); four at once stay far below the server's memory.
struct Cost {
  unsigned long long passes;
  std::size_t bytes;
};
constexpr Cost ordinary{2, 19UL << 20U}, minimal{1, crypto_pwhash_MEMLIMIT_MIN};

std::atomic<PasswordCost> chosen_cost{PasswordCost::ordinary};

Cost cost() { return chosen_cost == PasswordCost::minimal ? minimal : ordinary; }

std::string hex(const unsigned char* bytes, std::size_t size) {
  std::string text(size * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes, size);
  text.pop_back();
  return text;
}

std::string hash_with_key(const std::string& text, std::string_view key) {
  CHECK(sodium_init() >= 0);
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), reinterpret_cast<const unsigned char*>(key.data()), key.size());
  return hex(digest.data(), digest.size());
}

/// The hash of a password that nobody has, at the present cost.
std::string nobodys_hash() {
  static std::mutex mutex;
  static std::map<PasswordCost, std::string> hashes;
  const std::lock_guard lock(mutex);
  auto& hash = hashes[chosen_cost];
  if (hash.empty()) hash = password_hash(random_token());
  return hash;
}

}  // namespace

void set_password_cost(PasswordCost wanted) { chosen_cost = wanted; }

std::string password_hash(const std::string& password) {
  CHECK(sodium_init() >= 0);
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const auto [passes, bytes] = cost();
  if (crypto_pwhash_str(text.data(), password.data(), password.size(), passes, bytes) != 0) {
    throw Fault("There is too little memory to check a password.");
  }
  return text.data();
}

bool is_password(const std::string& hash, const std::string& password) {
  CHECK(sodium_init() >= 0);
  const std::string against = hash.empty() ? nobodys_hash() : hash;
  const bool fits = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  return fits && !hash.empty();
}

std::string random_token() {
  CHECK(sodium_init() >= 0);
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return hex(bytes.data(), bytes.size());
}

std::string token_hash(const std::string& token) { return hash_with_key(token, "accord token hash"); }

std::string csrf_token_of(const std::string& session_token) {
  return hash_with_key(session_token, "accord csrf token");
}

}  // namespace accord::people
