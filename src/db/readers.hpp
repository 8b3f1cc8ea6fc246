// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"

namespace accord {

/// A transaction that sees one commit from its first statement to its end, whatever others write meanwhile.
class Snapshot {
 public:
  explicit Snapshot(Connection&);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Connection& connection_;
};

/// A file's connections for reading, which whoever reads takes and gives back.
class Readers {
 public:
  explicit Readers(std::string path) : path_(std::move(path)) {}

  /// One of them with a snapshot of its own.
  class Turn {
   public:
    explicit Turn(Readers&);
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    Connection& connection() const { return *connection_; }

   private:
    Readers& readers_;
    std::unique_ptr<Connection> connection_;
    std::optional<Snapshot> snapshot_;
  };

 private:
  std::unique_ptr<Connection> take();
  void give_back(std::unique_ptr<Connection>);

  std::string path_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace accord
