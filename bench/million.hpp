// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <filesystem>
#include <memory>
#include <string>

#include "db/database.hpp"

namespace accord::bench {

/// A folder that is gone when the benchmark is over.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// How many opportunities, with so many stage changes each and an activity for every second one; and how many
/// touchpoints on these channels over two years: ten for each account, an order for every second account, and
/// spend on each channel of each day.
struct Size {
  std::int64_t opportunities = 0, touchpoints = 0, channels = 7, changes_each = 2;
  friend auto operator<=>(const Size&, const Size&) = default;
};

/// A firm with one funnel in force, 60 people, 6 territories and 12 products; made once in this process for
/// each size.
Database& firm_with(Size);

/// The same as a file that nobody has open and of which nothing is in memory, with the column files beside
/// it.
std::string cold_firm_with(Size);

/// The company's clock is another's from now on.
void move_to(Database&, const std::string& time_zone);

/// Somebody logs a call.
void log_one(Database&);

/// So many touchpoints more, each of any account.
void reach_again(Database&, std::int64_t touchpoints);

/// The most memory that this process has held, in MB, since it began or since that was forgotten.
double peak_memory_mb();
void forget_peak_memory();

}  // namespace accord::bench
