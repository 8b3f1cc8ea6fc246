// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <iostream>
#include <thread>

#include "app/command.hpp"
#include "app/firm.hpp"
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

void announce(const web::Server& server, const Firm& firm) {
  const bool is_set_up =
      firm.database().read(Actor{}, [](const Read& read) { return people::find_company(read).has_value(); });
  std::cout << "\n"
            << firm.path() << (is_set_up ? "" : ": a new company; the first screen sets it up") << "\n"
            << "Accord is at http://127.0.0.1:" << server.port() << "   (Ctrl+C stops it)" << std::endl;
}

}  // namespace

Exit serve(const Setting& setting, const ServeOptions& options) {
  // Before any other thread begins, so that all of them leave the signals alone.
  StopAtSignal stop;
  const auto clock = clock_of(setting);
  Reception reception(std::make_shared<Firm>(setting.db, *clock), setting.db, *clock);
  web::Server server({.port = options.port},
                     [&](const web::HttpRequest& request) { return reception.handle(request); });
  stop.watch(server);
  announce(server, reception.firm());
  server.run();
  std::cout << "Accord has stopped; everything acknowledged is in " << reception.firm().path() << ".\n";
  return Exit::done;
}

}  // namespace accord::app
