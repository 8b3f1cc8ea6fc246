// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>

/// Which touches led to which conversion: the path rule over touches that somebody has grouped by account.
namespace accord::kernels {

constexpr std::int64_t ms_of_a_day = 86'400'000;

/// What a touch is besides its key: bits of `Timelines::touch_marks`.
namespace touch_mark {
constexpr std::uint8_t by_sales = 1;   ///< a salesperson's call, visit, demo
constexpr std::uint8_t is_direct = 2;  ///< the customer came by himself: no campaign brought him
constexpr std::uint8_t of_a_day = 4;   ///< only the day is known, and `touch_ms` is its beginning
}  // namespace touch_mark

/// Touches and conversions of many accounts, a column each. Within an account both are sorted by time; those
/// of the same time stand in the order in which they are to count. Whoever groups them keeps the columns
/// alive.
struct Timelines {
  std::span<const std::uint64_t>
      touches_from;  ///< account a has the touches [a] up to [a + 1]: accounts + 1 of these
  std::span<const std::int64_t> touch_ms;  ///< when, in milliseconds since whatever moment
  std::span<const std::uint32_t>
      touch_key;  ///< what earns the credit: a small number for a campaign, a channel
  std::span<const std::uint8_t> touch_marks;
  std::span<const std::uint64_t> conversions_from;  ///< as touches_from
  std::span<const std::int64_t> conversion_ms;
  std::span<const std::int64_t> conversion_minor;  ///< minor units of one currency; negative: money paid back
  /// 0: it ends no journey, for all that it brought was taken back since. Empty where each ends one.
  std::span<const std::uint8_t> conversion_stands = {};
  /// 1 where only the day is known, and `conversion_ms` is its last millisecond; none: all are moments.
  std::span<const std::uint8_t> conversion_is_of_a_day = {};

  std::size_t accounts() const { return touches_from.empty() ? 0 : touches_from.size() - 1; }
  bool stands(std::size_t conversion) const {
    return conversion_stands.empty() || conversion_stands[conversion] != 0;
  }
};

/// The first thing that keeps these columns from being timelines, in a sentence; nothing when they are. Every
/// function below relies on it: ask once for columns that come from outside, such as a file.
std::optional<std::string> problem_of(const Timelines&);

/// What ends a journey, so that its touches lead to nothing after it.
enum class Closing : std::uint8_t {
  by_each_conversion,  ///< a touch leads to one conversion at most
  by_none              ///< a touch leads to every conversion within its look-back
};

/// How old a touch may be to have led to a conversion; exactly as old still counts. Negative: none counts.
/// Where only the day of the touch or of the conversion is known, whole days are what lies between: a
/// conversion of 1 July has those of 2 April in its 90 days. Of an account's touches that stand after one
/// that counts, none is too old.
struct PathRule {
  std::int64_t lookback_ms = 90 * ms_of_a_day;
  Closing closing = Closing::by_each_conversion;
};

/// Some accounts that stand one after the other.
struct AccountRange {
  std::size_t from, to;
};
inline AccountRange all_of(const Timelines& timelines) { return {0, timelines.accounts()}; }

/// Consecutive touches of one account, and the conversion that closed them.
struct Journey {
  static constexpr std::size_t no_conversion = std::numeric_limits<std::size_t>::max();

  std::size_t account = 0;
  std::size_t first_touch = 0;
  std::size_t touches = 0;
  std::size_t conversion = no_conversion;

  bool has_converted() const { return conversion != no_conversion; }
  /// Only a conversion that no touch of its look-back explains has none.
  bool has_touches() const { return touches != 0; }
};

/// Walks the journeys of some accounts in their order, without making anything:
///   for (JourneyCursor cursor(timelines, rule, all_of(timelines)); cursor.next();) use(cursor.journey());
///
/// 1. An account's touches and conversions are taken by time; a touch at the moment of a conversion comes
/// before it.
/// 2. A conversion closes a journey: the touches since the conversion before it, of these only those in the
///    look-back. Older ones belong to no journey. Where none is left, the journey is the conversion alone.
///    Where nothing closes journeys, it is all touches up to the conversion that are in its look-back.
/// 3. The touches after the last conversion, however old, make one journey that has not converted.
/// 4. A conversion that does not stand has its journey as in 2, so that what it brought can be shared and
/// taken
///    back alike; but it closes none: its touches are those of the conversion after it as well, or of 3.
class JourneyCursor {
 public:
  JourneyCursor(const Timelines& timelines, PathRule rule, AccountRange accounts)
      : timelines_(timelines), rule_(rule), account_(accounts.from), end_(accounts.to) {
    if (account_ < end_) enter_account();
  }

  /// Goes to the next journey; false when there is none.
  bool next() {
    while (account_ < end_) {
      if (conversion_ < conversions_end_) return close_by_conversion();
      if (open_ < touches_end_) return close_without_conversion();
      if (++account_ < end_) enter_account();
    }
    return false;
  }

  const Journey& journey() const { return journey_; }

 private:
  void enter_account() {
    first_ = open_ = touch_ = timelines_.touches_from[account_];
    touches_end_ = timelines_.touches_from[account_ + 1];
    conversion_ = timelines_.conversions_from[account_];
    conversions_end_ = timelines_.conversions_from[account_ + 1];
  }

  bool close_by_conversion() {
    const std::int64_t at = timelines_.conversion_ms[conversion_];
    while (touch_ < touches_end_ && timelines_.touch_ms[touch_] <= at) ++touch_;
    while (first_ < touch_ && is_too_old(first_, at)) ++first_;
    journey_ = {account_, first_, touch_ - first_, conversion_};
    if (timelines_.stands(conversion_++)) {
      open_ = touch_;
      if (rule_.closing == Closing::by_each_conversion) first_ = touch_;
    }
    return true;
  }

  bool close_without_conversion() {
    journey_ = {account_, open_, touches_end_ - open_, Journey::no_conversion};
    open_ = touches_end_;
    return true;
  }

  /// Unsigned, since two moments may lie further apart than a signed number reaches.
  bool is_too_old(std::size_t touch, std::int64_t conversion) const {
    if (rule_.lookback_ms < 0) return true;
    const auto age =
        static_cast<std::uint64_t>(conversion) - static_cast<std::uint64_t>(timelines_.touch_ms[touch]);
    const auto reach = static_cast<std::uint64_t>(rule_.lookback_ms);
    if (age <= reach) return false;
    return age - reach >= static_cast<std::uint64_t>(ms_of_a_day) || !is_of_a_day(touch);
  }
  /// Whether it, or the conversion under way, is known by its day alone.
  bool is_of_a_day(std::size_t touch) const {
    const auto& conversions = timelines_.conversion_is_of_a_day;
    return (!conversions.empty() && conversions[conversion_] != 0) ||
           (timelines_.touch_marks[touch] & touch_mark::of_a_day) != 0;
  }

  Timelines timelines_;
  PathRule rule_;
  std::size_t account_, end_;
  std::size_t first_ = 0;  ///< no touch before it leads to the next conversion
  std::size_t open_ = 0;   ///< the first touch since the last conversion that stands
  std::size_t touch_ = 0, touches_end_ = 0, conversion_ = 0, conversions_end_ = 0;
  Journey journey_;
};

/// How many there are of what. Those of other accounts are added; only `longest` cannot be taken away again.
struct JourneyCounts {
  std::uint64_t accounts = 0;
  std::uint64_t touches = 0;
  std::uint64_t conversions = 0;
  std::uint64_t converted = 0;          ///< journeys with touches that a conversion closed
  std::uint64_t not_converted = 0;      ///< journeys that no conversion closed
  std::uint64_t conversions_alone = 0;  ///< conversions without a touch in their look-back
  std::uint64_t touches_before_lookback =
      0;                              ///< touches of no journey: too old for the conversion after them
  std::uint64_t longest = 0;          ///< touches of the longest journey
  std::uint64_t journey_touches = 0;  ///< of all journeys together; where none closes, a touch is of several

  std::uint64_t journeys() const { return converted + not_converted; }
  /// The mean number of touches of a journey; 0 where there are no journeys.
  double mean_touches() const;

  JourneyCounts& operator+=(const JourneyCounts&);
  friend bool operator==(const JourneyCounts&, const JourneyCounts&) = default;
};

JourneyCounts count_journeys(const Timelines&, PathRule, AccountRange);

}  // namespace accord::kernels
