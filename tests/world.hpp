// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>

#include "db/database.hpp"
#include "tests/temporary_folder.hpp"
#include "web/site.hpp"

namespace accord::tests {

/// The companies that tests begin with.
enum class Start : std::uint8_t {
  empty,  ///< before the first run
  small   ///< Kestrel Instruments: the eight people of the demo and the territories North and South
};

/// The moment at which the worlds were made; stories begin then.
Instant beginning();

/// A company of its own for one test, with a clock that the test sets, served in this process.
class World {
 public:
  explicit World(Start);
  Database& database() { return *database_; }
  const web::Site& site() const { return *site_; }
  SetClock& clock() { return clock_; }
  /// As when the server is stopped: nothing of this process has the file open until it serves again.
  void stop();
  void serve();
  std::string file() const { return folder_.file("accord.db"); }
  /// A place beside the company's file.
  std::string beside(const std::string& name) const { return folder_.file(name); }
  /// As another program does that stores something large in the same file.
  void hold_writer();
  void let_writer_go() { holder_.reset(); }

 private:
  TemporaryFolder folder_;
  SetClock clock_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<web::Site> site_;
  std::unique_ptr<Connection> holder_;
};

/// Somebody who is signed in.
struct Session {
  std::string cookie, csrf_token;
};
/// By name or e-mail address; throws std::runtime_error with what was answered instead.
Session sign_in(const web::Site&, const std::string& who);

/// The password of everybody in the worlds.
inline constexpr std::string_view world_password = "accord-demo";
/// `maria` → `maria@demo.example`
std::string email_of(const std::string& name);

}  // namespace accord::tests
