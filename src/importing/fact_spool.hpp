// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "importing/target.hpp"
#include "importing/temporary_file.hpp"

namespace accord::importing {

/// Planned facts of one kind that wait outside memory: a plan of millions needs none for them. What they
/// refer to may have its place in the plan, a negative number.
class FactSpool {
 public:
  /// The line is the one that tells it.
  void add(const RecordType&, const void* fact, std::int64_t line);
  /// Leaves out those of which it is so, by their order.
  void leave_out(std::vector<bool> those);
  /// Calls with each that is not left out, in their order, for as long as it is answered with true; the
  /// record is used again for the next.
  void each(const RecordType&, const std::function<bool(void* fact, std::int64_t line)>&) const;
  /// How many are not left out.
  std::int64_t size() const { return size_; }

 private:
  TemporaryFile file_;
  std::string waiting_;  ///< not yet written
  std::int64_t size_ = 0;
  std::vector<bool> left_out_;
};

}  // namespace accord::importing
