// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <filesystem>
#include <iostream>
#include <thread>

#include "app/command.hpp"
#include "app/demo_company.hpp"
#include "app/firm.hpp"
#include "base/text.hpp"
#include "people/people.hpp"
#include "web/server.hpp"

namespace accord::app {
namespace {

/// Ends the server at SIGINT or SIGTERM. The signals are blocked in every thread and waited for in one, so
/// that stopping is ordinary code.
class StopAtSignal {
 public:
  StopAtSignal() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  ~StopAtSignal() {
    if (!thread_.joinable()) return;
    pthread_kill(thread_.native_handle(), SIGTERM);
    thread_.join();
  }
  StopAtSignal(const StopAtSignal&) = delete;
  StopAtSignal& operator=(const StopAtSignal&) = delete;

  void watch(web::Server& server) {
    thread_ = std::thread([this, &server] {
      int signal = 0;
      sigwait(&signals_, &signal);
      server.stop();
    });
  }

 private:
  sigset_t signals_{};
  std::thread thread_;
};

bool is_set_up(const Firm& firm) {
  return firm.database().read(Actor{},
                              [](const Read& read) { return people::find_company(read).has_value(); });
}

/// The demo company, made where there is none; but one's own file where the demo was removed and that is in
/// use.
std::string file_to_serve(const Setting& setting, const ServeOptions& options, const Clock& clock) {
  if (!options.is_demo) return setting.db;
  const auto demo_file = demo_file_beside(setting.db);
  if (std::filesystem::exists(demo_file)) return demo_file;
  if (std::filesystem::exists(setting.db) && is_set_up(Firm(setting.db, clock))) {
    std::cout << "Serving " << setting.db
              << ", for there is no demo company beside it; accord demo makes one.\n";
    return setting.db;
  }
  make_demo_file(demo_file, clock.now());
  return demo_file;
}

void print_users(const Firm& firm) {
  constexpr std::size_t column = 24;
  std::cout << "Sign in as one of these, with the password " << demo_password << "\n";
  firm.database().read(Actor{}, [](const Read& read) {
    for (const auto* name : {"maria", "sam", "karl", "ines", "lena", "arthur", "fiona", "ada"}) {
      const auto person = people::find_by_email(read, std::string(name) + "@demo.example");
      if (!person) continue;
      const std::string space(column - std::min(column - 1, person->email.size()), ' ');
      std::cout << "  " << person->email << space << lower(label_of(name_of(person->role))) << "\n";
    }
  });
}

void announce(const web::Server& server, const Firm& firm, bool is_demo) {
  if (is_demo) print_review(std::cout, firm.database(), Actor{}, {}, terminal_width());
  std::cout << "\n"
            << firm.path() << (is_set_up(firm) ? "" : ": a new company; the first screen sets it up") << "\n";
  if (is_demo) print_users(firm);
  std::cout << "Accord is at http://127.0.0.1:" << server.port() << "   (Ctrl+C stops it)" << std::endl;
}

}  // namespace

Exit serve(const Setting& setting, const ServeOptions& options) {
  // Before any other thread begins, so that all of them leave the signals alone.
  StopAtSignal stop;
  const auto clock = clock_of(setting);
  const auto file = file_to_serve(setting, options, *clock);
  const auto passwords =
      options.mail_passwords.empty() ? mail::Passwords() : mail::Passwords::in_file(options.mail_passwords);
  Reception reception(std::make_shared<Firm>(file, *clock, &passwords), setting.db, *clock, &passwords);
  web::Server server({.port = options.port},
                     [&](const web::HttpRequest& request) { return reception.handle(request); });
  stop.watch(server);
  announce(server, reception.firm(), file != setting.db);
  server.run();
  std::cout << "Accord has stopped; everything acknowledged is in " << reception.firm().path() << ".\n";
  return Exit::done;
}

}  // namespace accord::app
