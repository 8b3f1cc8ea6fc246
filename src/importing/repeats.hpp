// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "importing/digest.hpp"

namespace accord::importing {

/// A row whose record an earlier one of the file means already.
struct Repeat {
  std::int64_t line = 0, first_line = 0;
  bool is_same = false;  ///< every cell is as it was there
};

/// Finds the rows of a file that mean the same record.
class Repeats {
 public:
  /// Rows come in the order of their lines; the identity is what their record is known by in the file.
  void add(std::string_view identity, std::int64_t line, const Digest& content);
  /// By their lines. What was added is gone then.
  std::vector<Repeat> take();

 private:
  struct Told {
    Digest identity;
    std::int64_t line = 0;
    std::uint64_t content = 0;
  };
  static void find_in(std::vector<Told>, std::vector<Repeat>& found);

  Buckets<Told> told_;
};

}  // namespace accord::importing
