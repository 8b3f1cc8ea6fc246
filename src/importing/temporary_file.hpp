// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string_view>

namespace accord::importing {

/// What a plan sets aside so as not to hold it in memory, in a file that is gone with it. Throws Fault, which
/// says what to do, where the temporary folder has no room.
class TemporaryFile {
 public:
  /// Returns where the bytes begin.
  std::int64_t append(std::string_view bytes);
  void read(std::int64_t from, char* bytes, std::size_t size) const;
  std::int64_t size() const { return size_; }

 private:
  std::shared_ptr<std::FILE> file_;  ///< made when it is first needed
  std::int64_t size_ = 0;
};

}  // namespace accord::importing
