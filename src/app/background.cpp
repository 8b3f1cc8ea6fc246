// SPDX-License-Identifier: Apache-2.0
#include "app/background.hpp"

#include "handoff/handoff.hpp"
#include "lead_form/lead_form.hpp"
#include "web/log.hpp"

namespace accord::app {
namespace {

using namespace std::chrono_literals;

/// How often is looked whether anything waits; every so many looks the mailbox is read, and old things are
/// forgotten.
constexpr auto look_every = 2s;
constexpr std::int64_t looks_between_readings = 30, looks_between_forgetting = 1'800;

}  // namespace

Background::Background(Database& database, const mail::Passwords& passwords)
    : database_(database), passwords_(passwords), thread_([this] { run(); }) {}

Background::~Background() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  stopped_.notify_all();
  thread_.join();
}

/// Whatever goes wrong once is said in the log and tried again.
void Background::run() {
  for (std::int64_t round = 0;; ++round) {
    try {
      do_what_is_due(round);
    } catch (const std::exception& error) {
      log_error(std::string("What Accord does by itself failed: ") + error.what());
    }
    std::unique_lock lock(mutex_);
    if (stopped_.wait_for(lock, look_every, [this] { return is_stopping_.load(); })) return;
  }
}

void Background::do_what_is_due(std::int64_t round) {
  followed_ = handoff::follow_records(database_, followed_);
  mail::send_due(database_, passwords_, is_stopping_);
  if (round % looks_between_readings == 0)
    mail::read_mailbox(database_, passwords_, is_stopping_,
                       [this](std::string_view raw) { lead_form::take_mail(database_, raw); });
  if (round % looks_between_forgetting != 0 || is_stopping_) return;
  lead_form::forget_old(database_);
  mail::forget_old_messages(database_);
}

}  // namespace accord::app
