// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdio>
#include <functional>
#include <memory>
#include <string>

#include "importing/target.hpp"

namespace accord::importing {

/// Planned facts of one kind that wait in a file of their own, which is gone with the plan: a plan of
/// millions needs no memory for them. What they refer to may have its place in the plan, a negative number.
class FactSpool {
 public:
  void add(const RecordType&, const void* fact);
  /// Calls with each, in their order; the record is used again for the next.
  void each(const RecordType&, const std::function<void(void* fact)>&) const;
  std::int64_t size() const { return size_; }

 private:
  void write_out();

  std::shared_ptr<std::FILE> file_;
  std::string waiting_;  ///< not yet written
  std::int64_t size_ = 0;
};

}  // namespace accord::importing
