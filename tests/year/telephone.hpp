// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"

namespace accord::tests::year {

/// What somebody has said about being called, the newest last.
struct SaidBook {
  bool is_no = false;
  Instant at;
};

/// A contact who is called. Several have the same number: they are one person.
struct CalleeBook {
  std::int64_t number = 0;
  bool is_erased = false, has_lead = false;
  std::vector<SaidBook> said{};
  std::vector<std::int64_t> handoffs{};  ///< that came of their calls
};

/// A call that stands.
struct CallBook {
  std::string outcome{};
  Instant at{}, call_back_at{};
};

struct MemberBook {
  std::int64_t list = 0, contact = 0;
  std::vector<CallBook> calls{};
};

/// What is to be there of the telephone lists, worked out one by one from what was acknowledged.
struct TelephoneBook {
  std::vector<std::int64_t> lists{};
  std::map<std::int64_t, CalleeBook> callees{};  ///< by contact
  std::map<std::int64_t, MemberBook> members{};
  std::int64_t touches = 0, works = 0, leads = 0;  ///< of calls, whomever they reached

  bool is_opted_out(std::int64_t contact) const;
  /// As `MemberState` names it.
  std::string state(const MemberBook&) const;
  /// Who may be next on a list: call-backs that are due come before all others.
  std::vector<std::int64_t> next_ones(std::int64_t list, Instant now) const;
  std::map<std::string, std::int64_t> states(std::int64_t list) const;
  std::int64_t calls() const;
};

bool reaches(const std::string& outcome);

}  // namespace accord::tests::year
