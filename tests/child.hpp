// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>

namespace accord::tests {

/// A process that runs beside the test, with what it says in a pipe.
class Child {
 public:
  /// It does this work, which may write to the file that it is given.
  explicit Child(const std::function<void(int output)>& work);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Waits until it has said so many lines, or has ended.
  void hear(std::size_t lines);
  /// Whether that is what ended it; otherwise it had ended already.
  bool kill_now();
  /// Its exit code, or nothing where a signal ended it.
  std::optional<int> wait();
  /// All that it said before it ended.
  std::string said();

 private:
  bool hear_more();

  pid_t pid_ = 0;
  int output_ = -1;
  bool is_over_ = false;
  std::string heard_;
};

}  // namespace accord::tests
