// SPDX-License-Identifier: Apache-2.0
#include "app/firm.hpp"

#include "app/app.hpp"
#include "app/command.hpp"
#include "app/sqlite_file.hpp"
#include "app/subjects.hpp"
#include "importing/importing.hpp"
#include "people/people.hpp"
#include "web/act.hpp"
#include "web/log.hpp"

namespace accord::app {

namespace {

/// What is kept for a time only, and whose time passed while nothing ran.
void forget_what_is_old(Database& database) {
  importing::forget_old_uploads(database, {});
  if (database.read({}, web::has_old_acts)) database.write({}, "Forget old replies.", web::forget_old_acts);
}

}  // namespace

Firm::Firm(std::string path, const Clock& clock, const mail::Passwords* passwords)
    : path_(std::move(path)),
      database_(open_or_create(path_, clock)),
      site_(std::make_unique<web::Site>(*database_, subjects(), people::identity())) {
  forget_what_is_old(*database_);
  if (passwords != nullptr) background_ = std::make_unique<Background>(*database_, *passwords);
}

Firm::~Firm() {
  background_.reset();
  site_.reset();
  database_.reset();
  if (!is_removed_at_end_) return;
  try {
    remove_database(path_);
  } catch (const std::exception& error) {
    log_error(error.what());
  }
}

Reception::Reception(std::shared_ptr<Firm> firm, std::string next_path, const Clock& clock,
                     const mail::Passwords* passwords)
    : firm_(std::move(firm)), next_path_(std::move(next_path)), clock_(clock), passwords_(passwords) {}

web::HttpReply Reception::handle(const web::HttpRequest& request) {
  const auto firm = present();
  auto reply = firm->handle(request);
  const bool is_removal =
      request.method == "POST" && request.target == demo_removal_path && reply.status == 201;
  if (is_removal) move_on(firm);
  return reply;
}

std::shared_ptr<Firm> Reception::present() const {
  const std::lock_guard lock(mutex_);
  return firm_;
}

void Reception::move_on(const std::shared_ptr<Firm>& from) {
  auto next = std::make_shared<Firm>(next_path_, clock_, passwords_);
  const std::lock_guard lock(mutex_);
  if (firm_ != from) return;
  from->remove_at_end();
  firm_ = std::move(next);
}

}  // namespace accord::app
