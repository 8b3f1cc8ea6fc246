// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace accord {

/// What many requests ask for alike, worked out once for each commit's number. A commit makes a new number,
/// so nothing here can be stale; what belongs to an older number is dropped when a newer one asks.
class Results {
 public:
  using Value = std::shared_ptr<const void>;

  /// The value of this key at this commit. Whoever asks while another works it out waits for that one. What
  /// `make` throws is thrown here, and the next one who asks tries again.
  Value get(std::int64_t as_of, const std::string& key, const std::function<Value()>& make);

 private:
  /// More than the screens of one commit need; past it everything is dropped and begun again.
  static constexpr std::size_t size_max = 256;

  struct Slot {
    std::mutex mutex;
    Value value;
  };
  /// Nothing where a newer commit's results are here already.
  std::shared_ptr<Slot> slot_of(std::int64_t as_of, const std::string& key);

  std::mutex mutex_;
  std::int64_t as_of_ = 0;
  std::unordered_map<std::string, std::shared_ptr<Slot>> slots_;
};

}  // namespace accord
