// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/local_clock.hpp"
#include "db/counts_as.hpp"
#include "db/read.hpp"
#include "fact/fact.hpp"

namespace accord::touchpoint {

enum class TouchKind : std::uint8_t {
  advertisement,
  promotion,
  mail,
  call,
  scan,
  email,
  web_visit,
  meeting,
  visit,
  demo,
  other
};

/// A touchpoint as scans read it. Ids are 0 where there is none.
struct Touch {
  Instant at;
  std::int64_t row = 0;  ///< the row of `/touchpoints` that shows it
  std::uint32_t account = 0, contact = 0, campaign = 0;
  std::uint32_t channel = 0;  ///< its campaign's, where it names none
  std::uint32_t person = 0;
  TouchKind kind = TouchKind::other;
  Side side = Side::none;
  fact::Precision precision = fact::Precision::moment;
  std::int16_t east_minutes = 0;  ///< how far the company's clock was ahead of UTC; 0 of a day

  std::int64_t clock_ms() const { return at.ms + LocalClock::east_ms(east_minutes); }
};
/// A day stands at its midnight UTC, and so it does on any clock.
inline std::int16_t east_minutes_of(Instant at, fact::Precision precision, LocalClock& clock) {
  return precision == fact::Precision::moment ? clock.east_minutes(at) : std::int16_t{0};
}

/// What the campaigns and channels that touchpoints name mean today, by their numbers.
struct Today {
  std::vector<std::uint32_t> channel_of_campaign;  ///< 0 where it has none
  /// What each counts as; what is beyond the end counts as itself.
  std::vector<std::uint32_t> campaign, channel;

  static std::uint32_t in(const std::vector<std::uint32_t>& counts_as, std::uint32_t number) {
    return number < counts_as.size() ? counts_as[number] : number;
  }
};

/// What touchpoints mean today, and which accounts the actor does not see.
struct Frame {
  Today today;
  CountsAs accounts;                  ///< that turned out to be others
  std::vector<std::uint32_t> hidden;  ///< accounts outside the actor's territory, sorted

  bool is_hidden(std::uint32_t account) const;
};
std::shared_ptr<const Frame> frame(const Read&);

/// Touchpoints by account, then by time, then in the order in which they came in, a column each; those of no
/// account come first. Whoever made the columns keeps them alive.
struct TouchColumns {
  /// When, as the company's clock showed it: its days, and those of facts that are known by their day, are
  /// days of this. In the hour that clocks show twice, touchpoints stand as they showed it.
  std::span<const std::int64_t> clock_ms;
  std::span<const std::int64_t> row;
  std::span<const std::uint32_t> account, contact, own_campaign, own_channel, person;
  std::span<const std::int16_t> east_minutes;
  std::span<const std::uint8_t> marks;  ///< side, precision and kind
  const Today* today = nullptr;         ///< nothing: what each names is what it means

  std::size_t size() const { return clock_ms.size(); }
  bool empty() const { return clock_ms.empty(); }
  /// When it happened, as lists show it.
  Instant at(std::size_t i) const { return {clock_ms[i] - LocalClock::east_ms(east_minutes[i])}; }
  TouchColumns part(std::size_t from, std::size_t count) const;
  Side side(std::size_t i) const { return static_cast<Side>(marks[i] & 3U); }
  fact::Precision precision(std::size_t i) const { return static_cast<fact::Precision>(marks[i] >> 2 & 3U); }
  TouchKind kind(std::size_t i) const { return static_cast<TouchKind>(marks[i] >> 4); }
  std::uint32_t campaign(std::size_t i) const {
    return today == nullptr ? own_campaign[i] : Today::in(today->campaign, own_campaign[i]);
  }
  std::uint32_t channel(std::size_t i) const {
    if (today == nullptr) return own_channel[i];
    if (own_channel[i] != 0 || own_campaign[i] == 0) return Today::in(today->channel, own_channel[i]);
    const auto& channels = today->channel_of_campaign;
    return own_campaign[i] < channels.size() ? channels[own_campaign[i]] : 0;
  }
  /// As it means today.
  Touch operator[](std::size_t i) const {
    return {at(i),     row[i],  account[i], contact[i],   campaign(i),    channel(i),
            person[i], kind(i), side(i),    precision(i), east_minutes[i]};
  }
  /// As it was reported.
  Touch reported(std::size_t i) const {
    return {at(i),     row[i],  account[i], contact[i],   own_campaign[i], own_channel[i],
            person[i], kind(i), side(i),    precision(i), east_minutes[i]};
  }
};

/// Columns that are filled one touchpoint at a time.
class TouchTable {
 public:
  void reserve(std::size_t count);
  void clear();
  /// `touch.channel` is the one that it names itself, and `touch.campaign` as it was reported.
  void add(const Touch& touch);
  void add(const TouchColumns&, std::size_t i);
  TouchColumns columns(const Today* = nullptr) const&;
  TouchColumns columns(const Today* = nullptr) const&& = delete;
  std::size_t size() const { return clock_ms_.size(); }

 private:
  std::vector<std::int64_t> clock_ms_, row_;
  std::vector<std::uint32_t> account_, contact_, campaign_, channel_, person_;
  std::vector<std::int16_t> east_minutes_;
  std::vector<std::uint8_t> marks_;
};

/// Every touchpoint that stands, activities that are one among them. Most stand in a column file; an account
/// of which that does not hold all, or holds what stands no more, stands whole among the newer ones instead;
/// so do accounts that turned out to be one, under the number of the one that stays.
class Touches {
 public:
  struct Parts {
    std::shared_ptr<const void> file;  ///< keeps the older ones' columns
    std::int64_t generation = 0;       ///< another number for each column file; 0 where there is none
    TouchColumns older;
    TouchTable newer;                    ///< only what the actor may see
    std::vector<std::uint32_t> changed;  ///< accounts that stand among the newer, sorted
    std::shared_ptr<const Frame> frame;
  };
  explicit Touches(Parts parts) : parts_(std::move(parts)) {}

  std::int64_t generation() const { return parts_.generation; }
  /// What the columns of the older ones live as long as.
  const std::shared_ptr<const void>& file() const { return parts_.file; }
  /// Also holds the accounts that changed, as they were, and those that the actor does not see.
  TouchColumns older() const;
  /// Only what the actor may see.
  TouchColumns newer() const { return parts_.newer.columns(&parts_.frame->today); }
  const std::vector<std::uint32_t>& changed() const { return parts_.changed; }
  bool is_changed(std::uint32_t account) const;
  /// All that the actor may see, the older ones first, each by its columns and its place in them.
  template <class F>
  void each(F use) const {
    const auto before = older(), since = newer();
    for (std::size_t i = 0; i < before.size();) {
      const bool is_left_out = is_changed(before.account[i]) || parts_.frame->is_hidden(before.account[i]);
      for (const auto account = before.account[i]; i < before.size() && before.account[i] == account; ++i) {
        if (!is_left_out) use(before, i);
      }
    }
    for (std::size_t i = 0; i < since.size(); ++i) use(since, i);
  }

 private:
  Parts parts_;
};

/// Read once for each commit that touches them. What came in since the column file was made is read from the
/// rows; once that is much, the file is made again, by merging.
std::shared_ptr<const Touches> touches(const Read&);

}  // namespace accord::touchpoint
