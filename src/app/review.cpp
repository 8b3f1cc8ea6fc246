// SPDX-License-Identifier: Apache-2.0
#include "review/review.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "app/command.hpp"
#include "base/json.hpp"

namespace accord::app {
namespace {

/// As wide as the terminal, within what reads well; a file or a pipe gets 100 columns.
std::size_t terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
  return std::clamp<std::size_t>(size.ws_col, 72, 140);
}

}  // namespace

void print_review(Database& database, const Actor& actor, std::optional<Day> as_of) {
  const auto view = database.read(actor, [&](const Read& read) {
    return review::agenda(read, as_of ? *as_of : review::offered_day(read));
  });
  review::print(std::cout, view, terminal_width());
}

Exit review(const Setting& setting, const std::string& as_of) {
  const auto day = parse_day(as_of);
  if (!as_of.empty() && !day) throw ShapeError("--as-of", "Give a day as 2026-11-23.");
  const auto clock = clock_of(setting);
  const auto database = open_existing(setting, *clock);
  print_review(*database, actor_of(setting, *database), day);
  return Exit::done;
}

}  // namespace accord::app
