// SPDX-License-Identifier: Apache-2.0
#include "kernels/risk_table.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace accord::kernels {
namespace {

constexpr unsigned cause_bits = 4;
constexpr std::uint64_t cause_mask = (1U << cause_bits) - 1;
static_assert(most_causes <= cause_mask && most_ticks <= std::int64_t{1} << (63 - cause_bits));

using Keys = std::vector<std::uint64_t>;

constexpr unsigned digit_bits = 10, most_digits = 7;
constexpr std::uint64_t values = 1U << digit_bits;
static_assert(digit_bits * most_digits >= 63);

/// Digit by digit, the last one first. A digit has 1,024 values to count, so few keys are sorted by
/// comparison.
void sort(Keys& keys) {
  if (std::is_sorted(keys.begin(), keys.end())) return;
  if (keys.size() < 4'096) {
    std::sort(keys.begin(), keys.end());
    return;
  }
  std::uint64_t all = 0, differ = 0;
  for (const auto key : keys) {
    all |= key;
    differ |= key ^ keys.front();
  }
  const auto digit_of = [](std::uint64_t key, unsigned digit) {
    return key >> (digit * digit_bits) & (values - 1);
  };
  unsigned digits = 0;
  while (digits < most_digits && all >> (digits * digit_bits) != 0) ++digits;
  std::array<std::array<std::uint32_t, values>, most_digits> counts{};
  for (const auto key : keys) {
    for (unsigned digit = 0; digit < digits; ++digit) ++counts[digit][digit_of(key, digit)];
  }
  Keys sorted(keys.size());
  for (unsigned digit = 0; digit < digits; ++digit) {
    if (digit_of(differ, digit) == 0) continue;
    auto& place = counts[digit];
    std::uint32_t sum = 0;
    for (auto& of_value : place) sum += std::exchange(of_value, sum);
    for (const auto key : keys) sorted[place[digit_of(key, digit)]++] = key;
    keys.swap(sorted);
  }
}

/// Ticks at which subjects go, with the cause in the lowest bits, and at which some come later, sorted.
struct Moves {
  Keys go, come;
  std::uint32_t from_beginning = 0;
};

Moves moves_of(const Durations& durations, std::int64_t from, std::uint64_t& unseen) {
  Moves moves;
  moves.go.reserve(durations.ticks.size());
  for (std::size_t i = 0; i < durations.ticks.size(); ++i) {
    const auto seen = std::max(from, durations.first_seen.empty() ? 0 : durations.first_seen[i]);
    if (seen > 0 && durations.ticks[i] <= seen) {
      ++unseen;
      continue;
    }
    moves.go.push_back(static_cast<std::uint64_t>(durations.ticks[i]) << cause_bits | durations.cause[i]);
    if (seen > 0)
      moves.come.push_back(static_cast<std::uint64_t>(seen));
    else
      ++moves.from_beginning;
  }
  sort(moves.go);
  sort(moves.come);
  return moves;
}

/// How many ticks there are at most: those of either kind.
std::size_t ticks_of(const Moves& moves) {
  std::size_t ticks = 0;
  for (std::size_t i = 0; i < moves.go.size(); ++i)
    ticks += i == 0 || moves.go[i] >> cause_bits != moves.go[i - 1] >> cause_bits ? 1 : 0;
  for (std::size_t i = 0; i < moves.come.size(); ++i)
    ticks += i == 0 || moves.come[i] != moves.come[i - 1] ? 1 : 0;
  return ticks;
}

void resize(RiskTable& table, std::size_t rows) {
  table.tick.resize(rows);
  table.at_risk.resize(rows);
  table.left.resize(rows);
  table.left_by.resize(rows * table.causes);
  table.last_seen.resize(rows);
}

/// Who goes at the tick of a row; how many they are.
std::uint32_t put_going(RiskTable& table, std::size_t row, const Keys& go, std::size_t& next) {
  const auto tick = static_cast<std::uint64_t>(table.tick[row]);
  std::uint32_t left = 0, last_seen = 0;
  auto* const left_by = table.left_by.data() + row * table.causes;
  for (; next < go.size() && go[next] >> cause_bits == tick; ++next) {
    const auto cause = go[next] & cause_mask;
    if (cause == still_there) {
      ++last_seen;
    } else {
      ++left;
      ++left_by[cause - 1];
    }
  }
  table.left[row] = left;
  table.last_seen[row] = last_seen;
  return left + last_seen;
}

void put_rows(RiskTable& table, const Moves& moves) {
  resize(table, ticks_of(moves));
  std::uint32_t at_risk = moves.from_beginning;
  std::size_t row = 0, gone = 0, came = 0;
  bool all_left = false;
  for (; gone < moves.go.size() && !all_left && (at_risk > 0 || gone == 0); ++row) {
    auto tick = moves.go[gone] >> cause_bits;
    if (came < moves.come.size()) tick = std::min(tick, moves.come[came]);
    table.tick[row] = static_cast<std::int64_t>(tick);
    table.at_risk[row] = at_risk;
    const auto stay = at_risk - put_going(table, row, moves.go, gone);
    all_left = at_risk > 0 && table.left[row] == at_risk;
    at_risk = stay;
    for (; came < moves.come.size() && moves.come[came] == tick; ++came) ++at_risk;
    table.departures += table.left[row];
  }
  resize(table, row);
  table.subjects = gone;
  table.beyond = moves.go.size() - gone;
}

}  // namespace

std::optional<std::string> problem_of(const Durations& durations, const RiskRequest& request) {
  if (request.causes < 1 || request.causes > most_causes)
    return "There are 1 to " + std::to_string(most_causes) + " causes.";
  if (request.from < 0) return "What is asked from lies before the beginning.";
  if (durations.cause.size() != durations.ticks.size()) return "There are not as many causes as durations.";
  if (!durations.first_seen.empty() && durations.first_seen.size() != durations.ticks.size())
    return "There are not as many first moments as durations.";
  if (durations.ticks.size() > std::numeric_limits<std::uint32_t>::max())
    return "There are more than four thousand million subjects.";
  for (const auto ticks : durations.ticks) {
    if (ticks < 0) return "A duration is negative.";
    if (ticks > most_ticks) return "A duration is longer than 2^58 ticks.";
  }
  for (const auto cause : durations.cause) {
    if (cause > request.causes) return "A cause is greater than the number of causes.";
  }
  for (const auto seen : durations.first_seen) {
    if (seen < 0) return "Something was first seen before its beginning.";
  }
  return std::nullopt;
}

RiskTable risk_table(const Durations& durations, const RiskRequest& request) {
  RiskTable table;
  table.causes = request.causes;
  table.reason = problem_of(durations, request);
  if (table.reason) return table;
  const auto moves = moves_of(durations, request.from, table.unseen);
  if (moves.go.empty()) {
    table.reason = durations.ticks.empty() ? "There is nobody." : "Nobody was seen for long enough.";
    return table;
  }
  put_rows(table, moves);
  if (moves.from_beginning == 0) table.known_from = static_cast<std::int64_t>(moves.come.front());
  table.known_to = table.tick.back();
  return table;
}

std::uint32_t at_risk(const RiskTable& table, std::int64_t tick) {
  const auto row = std::lower_bound(table.tick.begin(), table.tick.end(), tick) - table.tick.begin();
  return static_cast<std::size_t>(row) == table.rows() ? 0 : table.at_risk[static_cast<std::size_t>(row)];
}

}  // namespace accord::kernels
