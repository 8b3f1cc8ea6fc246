// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "importing/target.hpp"

namespace accord::importing {

/// Whether a newer report takes the place of what an older one said: spend, touchpoints, orders, exchange
/// rates, ledger totals.
bool is_reported(What);

/// What stands of one kind of reported facts of one system, by the part of a report that each belongs to.
/// Where a file says anything of a part, it says all of it: what stood there and is not in the file is
/// replaced.
///
/// | facts | one part is |
/// |---|---|
/// | with an identifier | what has that identifier |
/// | spend | a day of one channel, and of one campaign, whose channel may have changed since |
/// | lines of orders | an order, booked or invoiced; of one that the file does not order, its refunds |
/// | exchange rates | a day of two currencies |
/// | ledger totals | a month of a measure, or of a channel or a kind of it, whoever stated it |
/// | touchpoints, lines without an order's number | a fact as the file can tell it: the same again is no news
/// |
///
/// There may be millions, so a part and what a fact says are held as digests of 128 bits.
class FactBook {
 public:
  /// What the file has no column for follows from what its rows refer to, as that is today.
  FactBook(What what, std::string system, const std::vector<std::string_view>& left_out);
  const std::string& system() const { return system_; }
  void add_standing(std::int64_t id, const void* fact);
  /// What another fact has taken the place of.
  void add_replaced(std::int64_t id, const void* fact);
  /// Whether it stands already, or is in the file already where that says nothing new; it is kept in either
  /// case.
  bool knows(const void* fact);
  /// Whether the file has told the part that it belongs to; what stands there is then as the file has it.
  bool tells(const void* fact) const;
  /// What stood last in its part.
  std::optional<std::int64_t> stood_before(const void* fact);
  /// What stood in the parts that the file tells anew and is not in it.
  std::vector<std::int64_t> replaced() const;
  /// What had been replaced in the parts of which the file has news: it shall not come back beside them when
  /// what replaced it is undone.
  std::vector<std::int64_t> outdated() const;

 private:
  struct Digest {
    std::uint64_t low = 0, high = 0;
    bool operator==(const Digest&) const = default;
  };
  struct Hash {
    using is_avalanching = void;
    std::size_t operator()(const Digest& digest) const { return digest.low; }
  };
  struct Standing {
    std::int64_t id = 0;
    Digest content;
    std::int64_t campaign_day = 0;
    bool is_kept = false;
  };

  /// The part that the fact belongs to, and what it says. A part that is a single fact as the file can tell
  /// it holds it once, and is never replaced.
  struct Told {
    Digest part, content;
    bool is_whole_fact = false;
  };
  Told told(const void* fact);
  bool keeps(const Told&);
  std::string part_of(const void* fact) const;
  /// The refunds of an order that the fact orders: whoever tells what was ordered tells them too.
  std::optional<Digest> refunds_with(const void* fact) const;
  Digest digest_of(const void* fact, const std::vector<const FieldInfo*>& fields);
  static Digest digest_of(const std::string& part);
  /// The day and the campaign of spend as one number; 0 where it has no campaign, or an identifier.
  std::int64_t campaign_day_of(const void* fact) const;

  What what_;
  std::string system_;
  std::vector<const FieldInfo*> said_, told_by_file_;  ///< fields: all that say something; those in the file
  boost::unordered_flat_set<Digest, Hash> whole_facts_;
  boost::unordered_flat_map<Digest, std::vector<Standing>, Hash> standing_;      ///< by part
  boost::unordered_flat_map<Digest, std::vector<std::int64_t>, Hash> replaced_;  ///< by part
  boost::unordered_flat_set<Digest, Hash> told_parts_, parts_with_news_;
  std::unordered_set<std::int64_t> told_campaign_days_;
  std::string bytes_;  ///< room for one fact
};

}  // namespace accord::importing
