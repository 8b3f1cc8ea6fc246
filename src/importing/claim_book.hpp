// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "importing/table_file.hpp"

namespace accord::importing {

/// A claim as the rows of a file tell it.
struct ToldClaim {
  claim::Claim claim;
  std::int64_t line = 0, rows = 0;
  std::int64_t number_line = 0;  ///< that states the number; 0: it is the count or the sum of the list
  std::int64_t definition_line = 0;
  std::vector<claim::ItemDraft> items;
  std::vector<std::int64_t> lines{};  ///< of the items
  std::int64_t left_out = 0;          ///< rows that are of it and stay out
  bool is_listed() const { return !items.empty(); }
};

/// Why a row cannot be a part of its claim.
struct Unfit {
  std::string slot, reason, remedy;
};
struct Misfit {
  std::int64_t line = 0;
  std::vector<std::string> cells;
  Unfit fault;
};

/// What a file says of claims, when all of it is read.
struct ToldClaims {
  std::vector<ToldClaim> claims;  ///< in the order in which the file names them
  std::vector<Misfit> misfits;
  std::set<std::int64_t> left_out;  ///< the lines that stay out and say of which claim they are
};

/// The claims that a file tells: rows that agree in side, metric, period and territory are one claim's, and
/// each that names a lead or opportunity is a row of the list behind it. What one row lacks another may say,
/// in any order of the lines: a row waits for the definition, and for the number where it has no part in a
/// sum.
class ClaimBook {
 public:
  void add(const claim::ClaimLine&, const Row&);
  /// Such a row stays out for a reason of its own.
  void leave_out(const claim::ClaimLine&, std::int64_t line);
  ToldClaims finish();

 private:
  struct Said {
    claim::ClaimLine row;
    std::int64_t line = 0;
    std::vector<std::string> cells;
  };
  struct Page {
    ToldClaim told;
    std::vector<Said> waiting;
  };

  Page& page_of(const claim::ClaimLine&);
  void take(Page&, Said);
  void refuse(Page&, Said, Unfit);

  std::vector<Page> pages_;
  std::map<claim::Topic, std::size_t> places_;
  std::vector<Misfit> misfits_;
  std::set<std::int64_t> left_out_;
};

/// Whether the row is one of a list rather than the number itself.
bool is_item(const claim::ClaimLine&);

}  // namespace accord::importing
