// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "db/read.hpp"

namespace accord {

/// What stands no more of a table of facts, for whoever reads its rows as they are: asked once, where its
/// view `…_standing` asks for each row, which takes as long again as reading the row.
class TakenBack {
 public:
  TakenBack() = default;
  /// The statement says which facts others have taken the place of, in the order of their ids.
  TakenBack(const Read&, const Sql& superseded);
  bool stands(std::int64_t fact, std::int64_t commit) const;

 private:
  std::vector<std::int64_t> superseded_, retracted_;  ///< facts and commits, sorted
};

}  // namespace accord
