// SPDX-License-Identifier: Apache-2.0
#include "review/review.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "app/command.hpp"
#include "base/json.hpp"

namespace accord::app {

std::size_t terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
  return std::clamp<std::size_t>(size.ws_col, 72, 140);
}

void print_review(std::ostream& out, Database& database, const Actor& actor, std::optional<Day> as_of,
                  std::size_t width) {
  database.read(actor, [&](const Read& read) {
    const Day day = as_of ? *as_of : gap::offered_day(read);
    review::print(out, review::agenda(read, day), width);
    review::print(out, review::beginning(read, day), width);
  });
}

void print_minutes(std::ostream& out, Database& database, const Actor& actor, std::int64_t review,
                   std::size_t width) {
  database.read(actor, [&](const Read& read) {
    const auto found = read.find(Id<review::Review>{review});
    if (!found) throw ShapeError("--minutes", "There is no review " + std::to_string(review) + ".");
    review::print(out, review::minutes(read, *found), width);
  });
}

Exit review(const Setting& setting, const ReviewOptions& options) {
  const auto day = parse_day(options.as_of);
  if (!options.as_of.empty() && !day) throw ShapeError("--as-of", "Give a day as 2026-11-23.");
  const auto clock = clock_of(setting);
  const auto database = open_existing(setting, *clock);
  const auto actor = actor_of(setting, *database);
  if (options.minutes > 0)
    print_minutes(std::cout, *database, actor, options.minutes, terminal_width());
  else
    print_review(std::cout, *database, actor, day, terminal_width());
  return Exit::done;
}

}  // namespace accord::app
