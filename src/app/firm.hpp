// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <mutex>
#include <string>

#include "app/background.hpp"
#include "web/site.hpp"

namespace accord::app {

/// One company's file, open, with the site over it.
class Firm {
 public:
  /// With passwords it also sends and reads mail, and forgets what is old, for as long as it is open; they
  /// outlive it.
  Firm(std::string path, const Clock&, const mail::Passwords* passwords = nullptr);
  /// Closes the file, and removes it where `remove_at_end` was called.
  ~Firm();
  Firm(const Firm&) = delete;
  Firm& operator=(const Firm&) = delete;

  web::HttpReply handle(const web::HttpRequest& request) const { return site_->handle(request); }
  Database& database() const { return *database_; }
  const std::string& path() const { return path_; }
  void remove_at_end() { is_removed_at_end_ = true; }

 private:
  std::string path_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<web::Site> site_;
  std::unique_ptr<Background> background_;
  bool is_removed_at_end_ = false;
};

/// Serves one firm, and another from one request to the next: removing the demo company goes on with one's
/// own file in the same process, while requests that still run finish on the old one.
class Reception {
 public:
  Reception(std::shared_ptr<Firm> firm, std::string next_path, const Clock&,
            const mail::Passwords* passwords = nullptr);
  web::HttpReply handle(const web::HttpRequest&);
  Firm& firm() const { return *present(); }

 private:
  std::shared_ptr<Firm> present() const;
  void move_on(const std::shared_ptr<Firm>& from);

  mutable std::mutex mutex_;
  std::shared_ptr<Firm> firm_;
  std::string next_path_;
  const Clock& clock_;
  const mail::Passwords* passwords_;
};

}  // namespace accord::app
