// SPDX-License-Identifier: Apache-2.0
#pragma once
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

/// A firm with one funnel in force, 60 people, 6 territories, 12 products, and this many opportunities with
/// two stage changes each and an activity for every second one; made once in this process for each size.
Database& firm_with(std::int64_t opportunities);

/// The same firm without opportunities, with this many touchpoints on seven channels over two years: ten for
/// each account, an order for every second account, and spend on each channel of each day.
Database& firm_with_touchpoints(std::int64_t touchpoints);

/// So many touchpoints more, each of any account.
void reach_again(Database&, std::int64_t touchpoints);

/// The most memory this process has held, in MB.
double peak_memory_mb();

}  // namespace accord::bench
