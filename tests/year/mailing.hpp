// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <string>

namespace accord::tests::year {

/// A contact to whom something is sent; nobody else has their name, number or address.
struct ReaderBook {
  bool has_account = false, has_email = false, is_erased = false;
  std::map<std::string, bool> refuses{};  ///< by medium, what they said last
};

struct PostedBook {
  std::int64_t contact = 0;
  std::string piece{};  ///< what the drop came to; empty before it
  bool came_back = false;
};

struct MailingBook {
  std::string medium{};
  std::map<std::int64_t, PostedBook> members{};
  bool is_out = false;
};

/// What is to be there of mailing lists, worked out one by one from what was acknowledged.
struct PostBook {
  std::map<std::int64_t, MailingBook> lists{};
  std::map<std::int64_t, ReaderBook> readers{};  ///< by contact

  /// What a drop would come to for a contact: `planned` where they would be sent a piece.
  std::string stands(std::int64_t contact, const std::string& medium) const;
  /// As `MemberState` names it.
  std::string state(const MailingBook&, const PostedBook&) const;
  std::map<std::string, std::int64_t> states(const MailingBook&) const;
  bool has_returns(const MailingBook&) const;
  /// What was sent and did not come back.
  std::int64_t touches() const;
};

}  // namespace accord::tests::year
