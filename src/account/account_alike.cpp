// SPDX-License-Identifier: Apache-2.0
#include "account/account_alike.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace accord::account {
namespace {

/// What firms add to their name by law, in small letters and without points.
constexpr std::array legal_forms{
    "inc",     "incorporated", "corp", "corporation", "co",  "company", "llc", "llp", "lp",    "ltd",
    "limited", "plc",          "gmbh", "ag",          "kg",  "ohg",     "ug",  "se",  "sa",    "sas",
    "sarl",    "srl",          "spa",  "bv",          "nv",  "ab",      "as",  "oy",  "oyj",   "aps",
    "pty",     "kk",           "sl",   "lda",         "doo", "zoo",     "the", "and", "group", "holding"};
/// Where anybody gets an address: these tell nothing of a firm.
constexpr std::array public_mail{"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com",
                                 "yahoo.com", "icloud.com",     "aol.com",     "gmx.de",      "gmx.net",
                                 "web.de",    "t-online.de",    "mail.ru",     "qq.com",      "163.com",
                                 "proton.me", "me.com",         "msn.com"};
constexpr std::size_t slip_letters_min = 6;

template <std::size_t N>
bool is_one_of(const std::array<const char*, N>& all, std::string_view one) {
  return std::ranges::find(all, one, [](const char* each) { return std::string_view(each); }) != all.end();
}

/// Letters and digits stay, points go, all else parts words.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : lower(name)) {
    const bool is_letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (is_letter) words.back() += c;
    if (!is_letter && c != '.' && c != '\'' && !words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string_view without_prefix(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

}  // namespace

std::string plain_firm(std::string_view name) {
  const auto words = words_of(name);
  std::vector<std::string> telling;
  std::ranges::copy_if(words, std::back_inserter(telling),
                       [](const std::string& word) { return !is_one_of(legal_forms, word); });
  return joined(telling.empty() ? words : telling);
}

std::string run_together(std::string_view plain_firm) {
  std::string text;
  std::ranges::copy_if(plain_firm, std::back_inserter(text), [](char c) { return c != ' '; });
  return text;
}

bool is_slip(std::string_view one, std::string_view other) {
  if (one.size() < other.size()) std::swap(one, other);
  if (other.size() < slip_letters_min || one.size() - other.size() > 1 || one == other) return false;
  const auto [a, b] = std::ranges::mismatch(one, other);
  const auto rest = std::string_view(a, one.end()), other_rest = std::string_view(b, other.end());
  if (one.size() > other.size()) return rest.substr(1) == other_rest;
  if (rest.substr(1) == other_rest.substr(1)) return true;
  return rest.size() > 1 && rest[0] == other_rest[1] && rest[1] == other_rest[0] &&
         rest.substr(2) == other_rest.substr(2);
}

std::string plain_domain(std::string_view site_or_address) {
  const std::string text = lower(trimmed(site_or_address));
  std::string_view domain = text;
  if (const auto at = domain.rfind('@'); at != std::string_view::npos) domain.remove_prefix(at + 1);
  if (const auto scheme = domain.find("://"); scheme != std::string_view::npos)
    domain.remove_prefix(scheme + 3);
  domain = without_prefix(domain, "www.");
  domain = domain.substr(0, domain.find_first_of("/?#:"));
  const bool is_domain =
      domain.find('.') != std::string_view::npos && domain.find(' ') == std::string_view::npos;
  return is_domain && !is_one_of(public_mail, domain) ? std::string(domain) : std::string();
}

}  // namespace accord::account
