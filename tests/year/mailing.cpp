// SPDX-License-Identifier: Apache-2.0
#include "tests/year/mailing.hpp"

#include <algorithm>

namespace accord::tests::year {

std::string PostBook::stands(std::int64_t contact, const std::string& medium) const {
  const auto& reader = readers.at(contact);
  const auto said = reader.refuses.find(medium);
  if (said != reader.refuses.end() && said->second) return "opted_out";
  const bool has_address = medium == "email" ? reader.has_email : reader.has_account;
  return has_address ? "planned" : "without_address";
}

std::string PostBook::state(const MailingBook& list, const PostedBook& member) const {
  if (member.came_back) return "returned";
  return member.piece.empty() ? stands(member.contact, list.medium) : member.piece;
}

std::map<std::string, std::int64_t> PostBook::states(const MailingBook& list) const {
  std::map<std::string, std::int64_t> count;
  for (const auto& [id, member] : list.members) {
    if (!readers.at(member.contact).is_erased) ++count[state(list, member)];
  }
  return count;
}

bool PostBook::has_returns(const MailingBook& list) const {
  return std::ranges::any_of(list.members, [&](const auto& one) {
    return one.second.came_back && !readers.at(one.second.contact).is_erased;
  });
}

std::int64_t PostBook::touches() const {
  std::int64_t count = 0;
  for (const auto& [id, list] : lists) {
    for (const auto& [number, member] : list.members)
      count += member.piece == "sent" && !member.came_back ? 1 : 0;
  }
  return count;
}

}  // namespace accord::tests::year
