// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "importing/target.hpp"

namespace accord::importing {

/// Whether a newer report takes the place of what an older one said: spend, touchpoints, orders.
bool is_reported(What);

/// What stands of one kind of reported facts of one system, by the part of a report that each belongs to.
/// Where a file says anything of a part, it says all of it: what stood there and is not in the file is
/// replaced.
///
/// | facts | one part is |
/// |---|---|
/// | with an identifier | what has that identifier |
/// | spend | a day of one channel, and of one campaign, whose channel may have changed since |
/// | lines of orders | an order, booked or invoiced |
/// | touchpoints, lines without an order's number | a fact as the file can tell it: the same again is no news
/// |
class FactBook {
 public:
  /// What the file has no column for follows from what its rows refer to, as that is today.
  FactBook(What what, std::string system, std::vector<std::string_view> left_out)
      : what_(what), system_(std::move(system)), left_out_(std::move(left_out)) {}
  const std::string& system() const { return system_; }
  void add_standing(std::int64_t id, const void* fact);
  /// What another fact has taken the place of.
  void add_replaced(std::int64_t id, const void* fact);
  /// Whether it stands already, or is in the file already where that says nothing new; it is kept in either
  /// case.
  bool knows(const void* fact);
  /// What stood in the parts that the file tells anew and is not in it.
  std::vector<std::int64_t> replaced() const;
  /// What had been replaced in the parts of which the file has news: it shall not come back beside them when
  /// what replaced it is undone.
  std::vector<std::int64_t> outdated() const;

 private:
  struct Standing {
    std::int64_t id = 0;
    std::size_t content = 0;
    std::int64_t campaign_day = 0;
    bool is_kept = false;
  };
  struct Part {
    std::vector<Standing> standing{};
    std::vector<std::int64_t> replaced{};
    bool is_told = false, is_whole_fact = false, has_news = false;
  };

  /// What the part is called, and the fact as text. A part that is a single fact as the file can tell it
  /// holds it once, and is never replaced.
  struct Told {
    std::string part, content;
    bool is_whole_fact() const { return part == content; }
  };
  Told told(const void* fact) const;
  std::string part_of(const void* fact) const;
  /// The day and the campaign of spend as one number; 0 where it has no campaign, or an identifier.
  std::int64_t campaign_day_of(const void* fact) const;

  What what_;
  std::string system_;
  std::vector<std::string_view> left_out_;
  std::unordered_map<std::string, Part> parts_;
  std::unordered_set<std::int64_t> told_campaign_days_;
};

}  // namespace accord::importing
