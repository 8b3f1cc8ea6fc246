// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>

#include "people/people.hpp"
#include "roi/roi.hpp"
#include "roi/sums.hpp"

namespace accord::roi {

/// Who may see whose figures: a person's are that person's and the manager's, everybody else sees the team.
/// A team of fewer than three would say what one of them did; such stand together.
class Salespeople {
 public:
  explicit Salespeople(const Read&);
  /// The line of a salesperson for who asks: the person, or the team.
  Key shown(Key person) const;

 private:
  bool may_see(const Read&, const people::Person&) const;

  std::map<std::int64_t, Key> shown_;
};

/// What such a line is called.
std::string name_of_salesperson(const Read&, Key);
/// The person of a line; 0 where it is a team's.
std::int64_t person_of(Key);

}  // namespace accord::roi
