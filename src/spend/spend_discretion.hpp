// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "db/list_question.hpp"
#include "people/people.hpp"
#include "spend/spend.hpp"

namespace accord::spend {

/// Whether a field of an entry may tell whose it is.
bool says_whose(std::string_view field);

/// Whose pay and travel a reader may see by name:
/// 1. their own, and that of those below them;
/// 2. finance and administrators, everybody's, since they book and pay it.
/// Everybody else sees the amount as that of a team, without the note and the key, which may say whose it is.
/// No amount is left out, so that sums and lists are the same for every reader.
class Discretion {
 public:
  explicit Discretion(const Read&);
  bool withholds_nothing() const { return !salespeople_; }
  bool withholds(SpendKind, std::optional<Id<people::Person>>) const;
  /// Takes out of a row what its reader may not see.
  void apply(SpendRow&) const;
  /// Whether a list can be answered by the rows as they are stored: it asks nothing about whose they are.
  bool allows(const ListQuestion&) const;

 private:
  const Read& read_;
  std::optional<people::Salespeople> salespeople_;  ///< nothing: whoever asks sees all
};

}  // namespace accord::spend
