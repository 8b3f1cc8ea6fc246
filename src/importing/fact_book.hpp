// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/money.hpp"
#include "importing/digest.hpp"
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
/// A row may also say that there is no such order: a cancelled one takes back what stands of it, and an order
/// that is none yet is only looked for.
///
/// There may be millions, so a part and what a fact says are held as digests of 128 bits, outside memory, and
/// what stands is asked for once the file has been read: of that only what the file can mean is held.
class FactBook {
 public:
  /// What the file has no column for follows from what its rows refer to, as that is today.
  FactBook(What what, const std::vector<std::string_view>& left_out);
  /// The next fact that the file tells.
  void add(const void* fact);
  /// The next row that makes no fact: what it would have been, as far as it can be read.
  enum class Without : std::uint8_t { cancelled, not_yet };
  void add_without(Without, const void* fact);

  /// Facts with their ids, one after the other.
  using Use = std::function<void(std::int64_t id, const void* fact)>;
  using Each = std::function<void(const Use&)>;
  /// What the file's facts come to beside those that are there.
  struct Settled {
    std::vector<bool> is_known;  ///< of each fact of the file: it stands already, or it is in the file
                                 ///< already where that says nothing new
    std::vector<std::int64_t> replaced;  ///< stood in the parts that the file tells anew, and is not in it
    /// Had been replaced in the parts of which the file has news: it shall not come back beside them when
    /// what replaced it is undone.
    std::vector<std::int64_t> outdated;
    std::int64_t cancelled = 0;  ///< of `replaced`: nothing is in their place, for rows have cancelled them
    /// Of the rows that make no fact, by their order: what they met.
    enum class Met : std::uint8_t { nothing, what_stands, others_of_its_order };
    std::vector<Met> met;
  };
  /// Beside what stands, and what other facts have taken the place of.
  Settled settle(const Each& standing, const Each& replaced);

 private:
  enum class Kind : std::uint8_t { standing, replaced };
  static constexpr std::int64_t no_refund = std::numeric_limits<std::int64_t>::min();
  /// The part that a fact belongs to, and what it says. A part that is a single fact as the file can tell it
  /// holds it once, and is never replaced.
  enum class Says : std::uint8_t { stands, cancelled, not_yet };
  struct Told {
    Digest part, content;
    std::size_t place = 0;  ///< in the file, among those that make a fact or among those that make none
    std::int64_t refund_day = no_refund;  ///< of a refund without an identifier
    std::int64_t product = 0;             ///< of a line of an order
    Money revenue{};                      ///< the same
    Says says = Says::stands;
    bool is_whole_fact = false;
    bool has_key = false;
  };
  struct Stored {
    Digest part, content;
    std::int64_t id = 0, campaign_day = 0, refund_day = no_refund, product = 0;
    Money revenue{};
    Kind kind = Kind::standing;
    bool is_kept = false;
    Says meant = Says::stands;  ///< by a row that makes no fact
  };
  using Group = std::span<Stored>;
  using Rows = std::span<const Told>;

  Told told(const void* fact);
  void take(Kind, std::int64_t id, const void* fact);
  void settle(std::vector<Told>, std::vector<Stored>, Settled&) const;
  void settle_part(Rows, Group, Settled&) const;
  static void settle_single(Rows told, Rows without, Group, Settled&);
  void give_way(Rows, Group, Settled&) const;
  static void cancel(Rows told, Rows without, Group, Settled&);
  static void find_meant(Rows without, bool is_told, Group, Settled&);
  static void find_of_product(const Told&, std::span<const Told* const> open, bool is_told, Group, Settled&);
  static bool is_open(const Stored&);
  static bool is_of_product(const Told&, const Stored&);
  static void take_along(bool is_told, Group);
  std::string part_of(const void* fact) const;
  /// The refunds of an order that the fact orders: whoever tells what was ordered tells them too.
  std::int64_t refund_day_of(const void* fact) const;
  Digest digest_of(const void* fact, const std::vector<const FieldInfo*>& fields);
  /// The day and the campaign of spend as one number; 0 where it has no campaign, or an identifier.
  std::int64_t campaign_day_of(const void* fact) const;
  std::vector<bool>::reference mark(const Digest& part);

  What what_;
  std::vector<const FieldInfo*> said_, told_by_file_;  ///< fields: all that say something; those in the file
  std::size_t size_ = 0, size_without_ = 0;
  bool has_refunds_ = false;  ///< the file has
  Buckets<Told> told_;
  Buckets<Stored> stored_;
  std::vector<bool>
      marks_;  ///< of some bits of each part's digest: a part without its mark is not in the file
  std::unordered_set<std::int64_t> told_campaign_days_;
  std::string bytes_;  ///< room for one fact
};

}  // namespace accord::importing
