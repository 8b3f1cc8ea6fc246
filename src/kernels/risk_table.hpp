// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Who could still leave at each moment, and who did: what all that is told of durations rests on.
namespace accord::kernels {

constexpr std::uint8_t still_there = 0;  ///< in `cause`: had not left when it was last seen (censored)
constexpr std::size_t any_cause = 0;     ///< asked of a table: however it left

/// How long each of some subjects was somewhere, such as an opportunity in a stage, a row for each, in ticks
/// of any length: milliseconds, days.
struct Durations {
  std::span<const std::int64_t> ticks;  ///< until it left, or was last seen
  std::span<const std::uint8_t> cause;  ///< why it left: 1, 2, …; `still_there`
  /// How long it had been there when it was first seen; empty where all were seen from their beginning. One
  /// that would have left before could not be seen (left truncation), so it tells of later ticks only.
  std::span<const std::int64_t> first_seen = {};
};

struct RiskRequest {
  std::size_t causes = 1;  ///< 1 up to `most_causes`
  /// Only of what came later: of those that had been there for so long. What is found is then conditional on
  /// that, such as what becomes of those that have been open for 30 days.
  std::int64_t from = 0;
};

constexpr std::size_t most_causes = 15;
constexpr std::int64_t most_ticks = std::int64_t{1} << 58;

/// What keeps these columns from being durations, in a sentence; nothing when they are some.
std::optional<std::string> problem_of(const Durations&, const RiskRequest&);

/// A row for each tick at which somebody left, was last or was first seen, in the order of time.
///
/// Whoever was seen from the beginning (`first_seen` 0) is at risk at each tick up to its own, tick 0 with
/// it; anybody else at each tick after that at which it was first seen, and up to its own. So who leaves at a
/// tick was at risk at it, and so was who is last seen at it: it is taken to have been there a moment longer.
struct RiskTable {
  std::size_t causes = 1;
  std::vector<std::int64_t> tick;
  std::vector<std::uint32_t> at_risk;
  std::vector<std::uint32_t> left;       ///< by any cause
  std::vector<std::uint32_t> left_by;    ///< `causes` numbers a row, of cause 1 first
  std::vector<std::uint32_t> last_seen;  ///< those that were still there

  std::uint64_t subjects = 0;  ///< those that are in the rows
  std::uint64_t departures = 0;
  /// What was there for no longer than it had been when it was first seen, or than `from`: it tells nothing.
  std::uint64_t unseen = 0;
  /// Those first seen when all before them had left, or were out of sight: what lies between is not known, so
  /// the rows end there.
  std::uint64_t beyond = 0;
  std::int64_t known_from = 0, known_to = 0;  ///< nobody was at risk up to and with the first if it is not 0
  std::optional<std::string> reason = {};     ///< why there are no rows

  std::size_t rows() const { return tick.size(); }
  std::uint32_t left_for(std::size_t row, std::size_t cause) const {
    return cause == any_cause ? left[row] : left_by[row * causes + cause - 1];
  }
};

/// The same whatever the order of the subjects. They are sorted by their ticks digit by digit, so the cost
/// grows with their number and with how many digits the longest has, not more.
RiskTable risk_table(const Durations&, const RiskRequest& = {});

/// How many were at risk at a tick.
std::uint32_t at_risk(const RiskTable&, std::int64_t tick);

}  // namespace accord::kernels
