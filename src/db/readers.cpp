// SPDX-License-Identifier: Apache-2.0
#include "db/readers.hpp"

namespace accord {

Snapshot::Snapshot(Connection& connection) : connection_(connection) { connection_.script("BEGIN"); }

Snapshot::~Snapshot() {
  try {
    connection_.script("COMMIT");
  } catch (const std::exception&) {
    // Ending a snapshot changes nothing; the next use of the connection reports what is wrong with it.
  }
}

Readers::Turn::Turn(Readers& readers)
    : readers_(readers), connection_(readers.take()), snapshot_(std::in_place, *connection_) {}

/// Whoever takes the connection next begins a snapshot of their own, so this one ends before.
Readers::Turn::~Turn() {
  snapshot_.reset();
  readers_.give_back(std::move(connection_));
}

std::unique_ptr<Connection> Readers::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return connection;
    }
  }
  return std::make_unique<Connection>(path_, Access::read_only);
}

void Readers::give_back(std::unique_ptr<Connection> connection) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(connection));
}

}  // namespace accord
