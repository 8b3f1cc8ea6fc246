// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "base/json.hpp"
#include "base/text.hpp"
#include "people/people_rules.hpp"

namespace accord::people {
namespace {

constexpr std::ptrdiff_t password_characters_min = 12;

/// Something before one @, and a dot in what follows: anything stricter refuses addresses that exist.
bool is_email(std::string_view text) {
  const auto at = text.find('@');
  if (at == 0 || at == std::string_view::npos || text.rfind('@') != at) return false;
  const auto domain = text.substr(at + 1);
  const auto dot = domain.find('.');
  const bool has_dot = dot != 0 && dot != std::string_view::npos && domain.back() != '.';
  return has_dot && text.find_first_of(" \t\r\n,;<>\"") == std::string_view::npos;
}

}  // namespace

void tidy(Person& person) {
  person.name = std::string(trimmed(person.name));
  person.email = lower(trimmed(person.email));
  person.side = side_of(person.role);
}

void check_shape(const Person& person) {
  std::vector<ShapeProblem> problems;
  if (person.name.empty()) problems.push_back({"name", "Give the person's name."});
  if (!person.email.empty() && !is_email(person.email)) {
    problems.push_back({"email", "This is not an e-mail address; one looks like maria@example.com."});
  }
  if (!problems.empty()) throw ShapeError(std::move(problems));
}

void check_shape(const Company& company) {
  std::vector<ShapeProblem> problems;
  if (trimmed(company.name).empty()) problems.push_back({"name", "Give the company's name."});
  if (!parse_currency(company.currency)) {
    problems.push_back({"currency", "Give a currency by its three letters, such as USD or EUR."});
  }
  if (!is_time_zone(company.time_zone)) {
    problems.push_back({"time_zone", "Give an IANA time zone such as Europe/Berlin."});
  }
  if (!problems.empty()) throw ShapeError(std::move(problems));
}

bool may_sign_in(const Person& person, Day today) {
  return !person.email.empty() && !has_left(person.left_on, today);
}

bool has_left(const std::optional<Day>& left_on, Day today) { return left_on && *left_on <= today; }

bool is_own_manager(const std::map<std::int64_t, std::int64_t>& managers, std::int64_t person) {
  std::set<std::int64_t> seen;
  for (auto next = managers.find(person); next != managers.end(); next = managers.find(next->second)) {
    if (next->second == person) return true;
    if (!seen.insert(next->second).second) return false;
  }
  return false;
}

void refuse_weak_password(const std::string& password) {
  const auto characters = std::ranges::count_if(
      password, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  refuse_if(characters < password_characters_min, weak_password);
}

std::vector<Right> known_rights() {
  std::map<std::string_view, Right> rights;
  for (const auto* one : installed_subjects()) {
    for (const auto& route : one->routes) rights.emplace(route.right.code, route.right);
    for (const auto& page : one->pages) rights.emplace(page.right.code, page.right);
  }
  rights.erase(web::anyone.code);
  std::vector<Right> list;
  for (const auto& [code, right] : rights) list.push_back(right);
  return list;
}

}  // namespace accord::people
