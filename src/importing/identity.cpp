// SPDX-License-Identifier: Apache-2.0
#include "importing/identity.hpp"

#include <algorithm>
#include <cctype>

#include "base/text.hpp"
#include "importing/cell_text.hpp"
#include "importing/fact_book.hpp"

namespace accord::importing {
namespace {

/// HubSpot joins several identifiers in one cell; the first is the main one.
std::string first_key(const std::string& cell) {
  return std::string(trimmed_cell(std::string_view(cell).substr(0, cell.find(';'))));
}

}  // namespace

std::pair<std::string, std::string> name_and_address_in(const std::string& cell) {
  const auto first = std::string(trimmed_cell(std::string_view(cell).substr(0, cell.find(';'))));
  if (first.find('@') == std::string::npos) return {first, {}};
  const auto opened = first.rfind('(');
  if (opened == std::string::npos || !first.ends_with(')')) {
    const bool is_address = first.find(' ') == std::string::npos;
    return {first, is_address ? lower(first) : std::string()};
  }
  const auto inside = std::string_view(first).substr(opened + 1, first.size() - opened - 2);
  if (inside.find('@') == std::string_view::npos) return {first, {}};
  const std::string name(trimmed_cell(std::string_view(first).substr(0, opened)));
  return {name.empty() ? std::string(inside) : name, lower(inside)};
}

std::vector<std::string> keys_in(const Line& line, const Use* use, const std::string& system) {
  std::vector<std::string> keys;
  const std::string text(line.text(use));
  for (const auto part : split(text, ';')) {
    const std::string key(trimmed_cell(part));
    if (!key.empty()) keys.push_back(plain_key(key, system));
  }
  return keys;
}

/// Salesforce writes its identifiers with 15 characters, or with 3 more that only guard against wrong case.
std::string plain_key(const std::string& key, const std::string& system) {
  const bool is_long_form =
      system == "Salesforce" && key.size() == 18 &&
      std::all_of(key.begin(), key.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
  return is_long_form ? key.substr(0, 15) : key;
}

std::string key_in(const Line& line, const Use* use, const std::string& system) {
  return plain_key(first_key(line.text(use)), system);
}

std::string name_in(const Line& line) {
  const auto whole = line.text(line.use("name"));
  if (!whole.empty()) return whole;
  const auto first = line.text(line.use(Reading::first_name)), last = line.text(line.use(Reading::last_name));
  return first + (first.empty() || last.empty() ? "" : " ") + last;
}

std::string name_of_lead(const Line& line) {
  const auto firm = line.text(line.use("account"));
  if (!firm.empty()) return firm;
  const auto key = line.text(line.use("lead_key"));
  return key.empty() ? "Inquiry" : "Inquiry " + key;
}

std::string chosen_in(const Line& line, const Answers& answers) {
  const auto& by = answers.match_by;
  if (by.empty()) return {};
  if (by == "name") return name_in(line);
  return by == "email" ? lower(line.text(line.use("email"))) : key_in(line, line.use(by), answers.system);
}

bool is_named(What what) {
  return what != What::activity && what != What::stage_change && !is_reported(what);
}

std::string identity_of(const Line& line, const Target& target, const Answers& answers) {
  // The same row twice is what a list is asked about.
  if (is_of_claims(target.what)) return {};
  const bool is_lead = target.name == "lead";
  const auto chosen = chosen_in(line, answers);
  const bool is_of_people = target.what == What::contact || is_lead;
  const bool is_scoped = is_of_people && answers.match_by == "name";
  if (!chosen.empty() && !is_scoped) return (answers.match_by == "name" ? "n" : "k") + chosen;
  if (target.what == What::exchange_rate) {
    const auto part = [&](const char* slot) { return line.text(line.use(slot)); };
    return "r" + part("base") + "/" + part("quote") + " of " + part("day");
  }
  const auto key = key_in(line, line.use(is_lead ? "lead_key" : "key"), answers.system);
  if (!key.empty()) return "k" + key;
  if (!is_named(target.what)) return {};
  const auto name = name_in(line);
  if (name.empty() || target.what == What::contact) return {};
  if (is_lead) return "n" + name + " " + line.text(line.use("email")) + " " + name_of_lead(line);
  const auto* email = target.what == What::person ? line.use("email") : nullptr;
  return "n" + name + (email == nullptr ? "" : " " + line.text(email));
}

}  // namespace accord::importing
