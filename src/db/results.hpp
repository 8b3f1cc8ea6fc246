// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "db/touched.hpp"

namespace accord {

/// What many requests ask for alike, worked out once and kept until a table changes that it was read from.
class Results {
 public:
  using Value = std::shared_ptr<const void>;
  /// What was worked out, and from which tables: whoever gets it later depends on them as well.
  struct Worked {
    Value value;
    TableNames read;
  };
  using Shared = std::shared_ptr<const Worked>;

  /// Everything up to this commit is as it is; called before anything is asked.
  void begin(std::int64_t number);
  /// A commit of this process changed these tables; called in the order of the numbers, once each is durable.
  /// Where a number is missing another process committed, and nobody knows what it changed.
  void committed(std::int64_t number, const TableNames& changed);

  /// Takes what was worked out as of an earlier commit, or nothing, for whoever can go on from there.
  using Make = std::function<Shared(const Shared& before)>;

  /// The value of this key as of this commit. Whoever asks while another works it out waits for that one.
  /// What `make` throws is thrown here, and the next one who asks tries again.
  Shared get(std::int64_t as_of, const std::string& key, const Make& make);
  /// Whether the commit is durable: an act may stand on others that are not yet.
  bool is_durable(std::int64_t as_of);
  /// The same where it is at hand, else nothing: for acts, whose own results are not to be kept.
  Shared find(std::int64_t as_of, const std::string& key);

 private:
  /// More than the screens of one day need; past it everything is dropped and begun again.
  static constexpr std::size_t size_max = 256;

  struct Slot {
    std::mutex mutex;
    std::int64_t as_of = 0;
    Shared worked;
  };
  std::shared_ptr<Slot> slot_of(const std::string& key);
  /// Whether what was worked out as of one commit holds as of another.
  bool holds(const Slot&, std::int64_t as_of);

  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<Slot>> slots_;
  std::int64_t known_until_ = 0;                                 ///< the last commit whose changes are known
  std::int64_t all_changed_in_ = 0;                              ///< the last commit of another process
  std::map<std::string, std::int64_t, std::less<>> changed_in_;  ///< by table, the last commit that did
};

}  // namespace accord
