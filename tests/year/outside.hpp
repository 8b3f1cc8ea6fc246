// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/demo_company_dice.hpp"
#include "tests/year/books.hpp"

namespace accord::tests::year {

using Dice = app::demo::Dice;

/// The accounts and products of the company, which its other systems know by the same names.
extern const std::vector<std::string> account_names, product_names;

/// The systems that the company has besides: its CRM, the advertising platform, the site's log, the orders.
/// They go on whatever happens to the server, and each export says how they stand then.
class Outside {
 public:
  explicit Outside(std::uint64_t seed) : dice_(seed) {}
  File exported(Report, Instant now);

 private:
  struct Deal {
    std::int64_t number = 0, amount = 0;
    std::string account, product, owner;
    Day engaged;
    std::optional<Day> closed;
    bool is_won = false;
  };
  struct Event {
    std::string id;
    Day day;
    std::string rest;
    std::int64_t minor = 0;
  };

  File deals(Day);
  File spend(Day);
  File touchpoints(Day);
  File orders(Day);
  File activities(Day);
  /// Each day up to yesterday gets its events once; now and then an amount is corrected.
  void go_on(std::vector<Event>&, Day& until, Day today, const char* what);
  std::string rest_of(const char* what);
  std::string named(const char* what, Day);

  Dice dice_;
  std::vector<Deal> deals_;
  std::vector<Event> touched_, ordered_, acted_;
  std::map<std::string, std::int64_t> spent_;
  Day touched_until_{}, ordered_until_{}, acted_until_{};
  std::int64_t count_ = 0;
};

}  // namespace accord::tests::year
