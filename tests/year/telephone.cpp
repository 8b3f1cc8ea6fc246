// SPDX-License-Identifier: Apache-2.0
#include "tests/year/telephone.hpp"

#include <algorithm>

namespace accord::tests::year {

bool reaches(const std::string& outcome) { return outcome != "no_answer" && outcome != "wrong_number"; }

/// Their own last words, else the newest opt-out of anybody with the same number.
bool TelephoneBook::is_opted_out(std::int64_t contact) const {
  const auto& own = callees.at(contact);
  if (!own.said.empty() && own.said.back().is_no) return true;
  return std::ranges::any_of(callees, [&](const auto& one) {
    const auto& other = one.second;
    if (one.first == contact || other.number != own.number || other.said.empty()) return false;
    const bool is_later = own.said.empty() || own.said.back().at < other.said.back().at;
    return other.said.back().is_no && is_later;
  });
}

std::string TelephoneBook::state(const MemberBook& member) const {
  if (is_opted_out(member.contact)) return "opted_out";
  if (member.calls.empty()) return "not_called";
  const auto& last = member.calls.back().outcome;
  return last == "consented" || last == "asked_not_to_be_called" ? "reached" : last;
}

std::vector<std::int64_t> TelephoneBook::next_ones(std::int64_t list, Instant now) const {
  constexpr std::int64_t again_after_ms = 4 * 3'600'000;
  std::vector<std::int64_t> due, others;
  for (const auto& [id, member] : members) {
    if (member.list != list || callees.at(member.contact).is_erased) continue;
    const auto stands = state(member);
    if (stands == "call_back" && member.calls.back().call_back_at <= now) due.push_back(id);
    const bool is_again = stands == "no_answer" && now.ms - member.calls.back().at.ms >= again_after_ms;
    if (stands == "not_called" || is_again) others.push_back(id);
  }
  return due.empty() ? others : due;
}

std::map<std::string, std::int64_t> TelephoneBook::states(std::int64_t list) const {
  std::map<std::string, std::int64_t> count;
  for (const auto& [id, member] : members) {
    if (member.list == list && !callees.at(member.contact).is_erased) ++count[state(member)];
  }
  return count;
}

/// Those of who was erased are in no list any more.
std::int64_t TelephoneBook::calls() const {
  std::int64_t count = 0;
  for (const auto& [id, member] : members)
    count += callees.at(member.contact).is_erased ? 0 : std::ssize(member.calls);
  return count;
}

}  // namespace accord::tests::year
