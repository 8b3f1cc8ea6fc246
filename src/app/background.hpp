// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "db/database.hpp"
#include "mail/mail.hpp"

namespace accord::app {

/// What a firm's program does by itself while it is served, because time passes: it follows what
/// records say of handoffs, sends what waits, reads the mailbox, and forgets what is kept for a time only.
/// One thread; what it decides by is the firm's clock.
class Background {
 public:
  Background(Database&, const mail::Passwords&);
  /// Stops within a second, also in the middle of a message.
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

 private:
  void run();
  void do_what_is_due(std::int64_t round);

  Database& database_;
  const mail::Passwords& passwords_;
  std::int64_t followed_ = 0;  ///< up to which commit it has looked at what records say of handoffs
  std::atomic<bool> is_stopping_ = false;
  std::mutex mutex_;
  std::condition_variable stopped_;
  std::thread thread_;
};

}  // namespace accord::app
